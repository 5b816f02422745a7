//! What the values should be after a step, to be compared with what is read.

use super::steps::Step;
use super::values::tree;
use crate::fix::Tree;
use crate::source::{KeyPath, Segment};

/// Makes a step. None when it cannot be made.
pub(super) fn make(root: &mut Tree, step: &Step) -> Option<()> {
    match step {
        Step::Scalar(path, value) | Step::Replace(path, value) => *below(root, path)? = tree(value),
        Step::Put(path, value) => {
            let Tree::Map(map) = below(root, &path.parent()?)? else { return None };
            let Segment::Key(key) = path.segments().last()? else { return None };
            map.insert(key.to_string(), tree(value));
        }
        Step::Insert(path, at, value) => {
            let Tree::List(list) = below(root, path)? else { return None };
            if *at > list.len() {
                return None;
            }
            list.insert(*at, tree(value));
        }
        Step::Remove(path) => match (below(root, &path.parent()?)?, path.segments().last()?) {
            (Tree::Map(map), Segment::Key(key)) => drop(map.remove(&**key)?),
            (Tree::List(list), Segment::Index(at)) if *at < list.len() => drop(list.remove(*at)),
            _ => return None,
        },
    }
    Some(())
}

fn below<'t>(root: &'t mut Tree, path: &KeyPath) -> Option<&'t mut Tree> {
    path.segments().iter().try_fold(root, |tree, segment| match (tree, segment) {
        (Tree::Map(map), Segment::Key(key)) => map.get_mut(&**key),
        (Tree::List(list), Segment::Index(at)) => list.get_mut(*at),
        _ => None,
    })
}
