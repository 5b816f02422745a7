//! From a change of a value to the fewest steps that make it: one key, one item, one text at a time.

use serde_json::Value as Json;

use super::Change;
use super::values::{json, tree};
use crate::fix::Tree;
use crate::source::{KeyPath, Node, Segment, Value};

/// One step. Its path is that of the values as they are when its turn comes.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Step {
    /// The scalar there becomes another one.
    Scalar(KeyPath, Json),
    /// The value there becomes another one as a whole.
    Replace(KeyPath, Json),
    /// The mapping above gets a key it has not.
    Put(KeyPath, Json),
    /// The list there gets an item at this place.
    Insert(KeyPath, usize, Json),
    /// The key or the item there goes.
    Remove(KeyPath),
}

/// Why a change cannot be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The value at this path is no mapping or list, so nothing can be put below it.
    NoRoom(KeyPath),
    /// The descriptor cannot be read.
    Unreadable,
    /// Every way of writing it would change something else as well.
    Entangled(KeyPath),
}

/// The steps of a change of the values below `root`; none when they are so already.
pub(super) fn steps(root: &Node, change: &Change) -> Result<Vec<Step>, Fault> {
    match change {
        Change::Set(path, Json::Null) | Change::Unset(path) => Ok(removed(root, path)),
        Change::Set(path, value) => set(root, path, value),
        Change::Add(path, value) => added(root, path, value),
        Change::Take(path, value) => Ok(taken(root, path, value)),
    }
}

/// The value at a path.
pub(super) fn find<'n>(root: &'n Node, path: &KeyPath) -> Option<&'n Node> {
    path.segments().iter().try_fold(root, |node, segment| match segment {
        Segment::Key(key) => node.get(key),
        Segment::Index(index) => node.items().get(*index),
    })
}

fn set(root: &Node, path: &KeyPath, value: &Json) -> Result<Vec<Step>, Fault> {
    let mut node = root;
    let mut above = KeyPath::root();
    for (at, segment) in path.segments().iter().enumerate() {
        let rest = &path.segments()[at..];
        let next = match (&node.value, segment) {
            (Value::Mapping(_), Segment::Key(key)) => node.get(key),
            (Value::Sequence(items), Segment::Index(index)) => {
                if *index == items.len() {
                    let inner = wrapped(&rest[1..], value).ok_or_else(|| Fault::NoRoom(path.clone()))?;
                    return Ok(vec![Step::Insert(above, *index, inner)]);
                }
                Some(items.get(*index).ok_or_else(|| Fault::NoRoom(above.clone()))?)
            }
            (Value::Null, _) => {
                let inner = wrapped(rest, value).ok_or_else(|| Fault::NoRoom(above.clone()))?;
                return Ok(vec![Step::Replace(above, inner)]);
            }
            _ => return Err(Fault::NoRoom(above)),
        };
        let Some(next) = next else {
            let inner = wrapped(&rest[1..], value).ok_or_else(|| Fault::NoRoom(path.clone()))?;
            above.push(segment.clone());
            return Ok(vec![Step::Put(above, inner)]);
        };
        above.push(segment.clone());
        node = next;
    }
    let mut out = Vec::new();
    replaced(node, path, value, &mut out);
    Ok(out)
}

/// `value` below the mappings and lists that `segments` need.
fn wrapped(segments: &[Segment], value: &Json) -> Option<Json> {
    segments.iter().rev().try_fold(value.clone(), |inner, segment| match segment {
        Segment::Key(key) => Some(Json::Object([(key.to_string(), inner)].into_iter().collect())),
        Segment::Index(0) => Some(Json::Array(vec![inner])),
        Segment::Index(_) => None,
    })
}

fn is_same(node: &Node, value: &Json) -> bool {
    Tree::of(node) == tree(value)
}

fn replaced(node: &Node, path: &KeyPath, value: &Json, out: &mut Vec<Step>) {
    if is_same(node, value) {
        return;
    }
    match (&node.value, value) {
        (Value::Mapping(entries), Json::Object(values))
            if entries.iter().any(|entry| values.contains_key(&entry.key)) =>
        {
            for entry in entries.iter().filter(|entry| !values.contains_key(&entry.key)) {
                out.push(Step::Remove(path.key(&entry.key)));
            }
            for (key, value) in values {
                match node.get(key) {
                    Some(node) => replaced(node, &path.key(key), value, out),
                    None => out.push(Step::Put(path.key(key), value.clone())),
                }
            }
        }
        (Value::Sequence(items), Json::Array(values)) if !items.is_empty() && !values.is_empty() => {
            list(items, path, values, out);
        }
        (Value::Plain(_) | Value::Quoted(_), Json::String(_) | Json::Bool(_) | Json::Number(_)) => {
            out.push(Step::Scalar(path.clone(), value.clone()));
        }
        _ => out.push(Step::Replace(path.clone(), value.clone())),
    }
}

/// Items that are the same at both ends stay; of those between, the first become others.
fn list(items: &[Node], path: &KeyPath, values: &[Json], out: &mut Vec<Step>) {
    let first = items.iter().zip(values).take_while(|(item, value)| is_same(item, value)).count();
    let room = items.len().min(values.len()) - first;
    let pairs = items.iter().rev().zip(values.iter().rev()).take(room);
    let last = pairs.take_while(|(item, value)| is_same(item, value)).count();
    let (old, new) = (&items[first..items.len() - last], &values[first..values.len() - last]);
    for (at, (item, value)) in old.iter().zip(new).enumerate() {
        replaced(item, &path.index(first + at), value, out);
    }
    for at in (new.len()..old.len()).rev() {
        out.push(Step::Remove(path.index(first + at)));
    }
    for (at, value) in new.iter().enumerate().skip(old.len()) {
        out.push(Step::Insert(path.clone(), first + at, value.clone()));
    }
}

/// Takes a value out, with what holds nothing else: a list of one item, a mapping of one key.
fn removed(root: &Node, path: &KeyPath) -> Vec<Step> {
    if find(root, path).is_none() {
        return Vec::new();
    }
    let mut path = path.clone();
    while let Some(above) = path.parent().filter(|above| !above.is_root()) {
        let is_alone = find(root, &above).is_some_and(|node| node.entries().len() + node.items().len() == 1);
        if !is_alone {
            break;
        }
        path = above;
    }
    vec![Step::Remove(path)]
}

fn added(root: &Node, path: &KeyPath, value: &Json) -> Result<Vec<Step>, Fault> {
    let Some(node) = find(root, path) else {
        return set(root, path, &Json::Array(vec![value.clone()]));
    };
    Ok(match &node.value {
        Value::Sequence(items) if items.iter().any(|item| is_same(item, value)) => Vec::new(),
        Value::Sequence(items) if items.is_empty() => {
            vec![Step::Replace(path.clone(), Json::Array(vec![value.clone()]))]
        }
        Value::Sequence(items) => vec![Step::Insert(path.clone(), items.len(), value.clone())],
        Value::Null => vec![Step::Replace(path.clone(), Json::Array(vec![value.clone()]))],
        Value::Plain(_) | Value::Quoted(_) if is_same(node, value) => Vec::new(),
        // A list of one may be written as its item alone.
        Value::Plain(_) | Value::Quoted(_) => {
            vec![Step::Replace(path.clone(), Json::Array(vec![json(node), value.clone()]))]
        }
        Value::Mapping(_) => return Err(Fault::NoRoom(path.clone())),
    })
}

/// Takes the items that are `value` out of a list.
fn taken(root: &Node, path: &KeyPath, value: &Json) -> Vec<Step> {
    let Some(node) = find(root, path) else { return Vec::new() };
    let found: Vec<usize> =
        node.items().iter().enumerate().filter(|(_, item)| is_same(item, value)).map(|(at, _)| at).collect();
    if is_same(node, value) || !found.is_empty() && found.len() == node.items().len() {
        return removed(root, path);
    }
    found.into_iter().rev().map(|at| Step::Remove(path.index(at))).collect()
}
