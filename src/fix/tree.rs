//! Values without their places, to compare a text before and after.

use std::collections::BTreeMap;

use super::edit::Change;
use crate::source::{KeyPath, Node, Segment, Value};

/// A value. The order of keys does not count: no edit can change that of others.
#[derive(Clone, Debug)]
pub(crate) enum Tree {
    Null,
    /// A scalar; whether it has quotes, where that must stay.
    Text(String, Option<bool>),
    List(Vec<Tree>),
    Map(BTreeMap<String, Tree>),
}

impl PartialEq for Tree {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Null, Self::Null) => true,
            (Self::Text(one, quotes), Self::Text(other, others)) => {
                one == other && quotes.zip(*others).is_none_or(|(one, other)| one == other)
            }
            (Self::List(one), Self::List(other)) => one == other,
            (Self::Map(one), Self::Map(other)) => one == other,
            _ => false,
        }
    }
}

impl Tree {
    pub(crate) fn of(node: &Node) -> Self {
        match &node.value {
            Value::Null => Self::Null,
            Value::Plain(text) => Self::Text(text.clone(), Some(false)),
            Value::Quoted(text) => Self::Text(text.clone(), Some(true)),
            Value::Sequence(items) => Self::List(items.iter().map(Self::of).collect()),
            Value::Mapping(entries) => {
                Self::Map(entries.iter().map(|entry| (entry.key.clone(), Self::of(&entry.value))).collect())
            }
        }
    }

    /// Makes changes whose paths are those of the tree before any of them. False when one cannot be made.
    pub(super) fn change<'a>(&mut self, changes: impl IntoIterator<Item = &'a Change>) -> bool {
        let (mut moving, still): (Vec<&Change>, Vec<&Change>) =
            changes.into_iter().partition(|change| matches!(change, Change::Remove(_) | Change::Split(..)));
        // From the end of a list, so that places before it stay what they were.
        moving.sort_by(|one, other| path_of(other).cmp(path_of(one)));
        still.into_iter().chain(moving).all(|change| self.make(change).is_some())
    }

    fn make(&mut self, change: &Change) -> Option<()> {
        let (last, above) = path_of(change).segments().split_last()?;
        let above = above.iter().try_fold(self, |tree, segment| tree.below(segment))?;
        match (change, above, last) {
            (Change::Set(_, text), Self::Map(map), Segment::Key(key)) => {
                map.insert(key.to_string(), Self::Text(text.clone(), None));
            }
            (Change::Set(_, text), Self::List(list), Segment::Index(at)) => {
                *list.get_mut(*at)? = Self::Text(text.clone(), None);
            }
            (Change::Part(_, from, to), above, last) => {
                let Self::Text(text, _) = above.below(last)? else { return None };
                *text = text.contains(from.as_str()).then(|| text.replacen(from.as_str(), to, 1))?;
            }
            (Change::Remove(_), Self::Map(map), Segment::Key(key)) => drop(map.remove(&**key)?),
            (Change::Remove(_), Self::List(list), Segment::Index(at)) if *at < list.len() => drop(list.remove(*at)),
            (Change::Split(_, texts), Self::List(list), Segment::Index(at)) if *at < list.len() => {
                list.splice(*at..=*at, texts.iter().map(|text| Self::Text(text.clone(), None)));
            }
            _ => return None,
        }
        Some(())
    }

    fn below(&mut self, segment: &Segment) -> Option<&mut Self> {
        match (self, segment) {
            (Self::Map(map), Segment::Key(key)) => map.get_mut(&**key),
            (Self::List(list), Segment::Index(at)) => list.get_mut(*at),
            _ => None,
        }
    }
}

fn path_of(change: &Change) -> &KeyPath {
    match change {
        Change::Set(path, _) | Change::Part(path, ..) | Change::Remove(path) | Change::Split(path, _) => path,
    }
}
