//! Follows things through renames of their descriptors, from the newest commit to the oldest.
//!
//! Branches may rename on their own, so every commit has its own idea of which name meant what; it
//! hands that idea to its parents.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::Dates;
use super::log::{Change, Commit};
use crate::layout::RESERVED;
use crate::model::Kind;

/// A thing with a descriptor: its folder and its name, `datasets/arbres`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(in crate::io) struct Thing(String);

impl Thing {
    pub(in crate::io) fn new(kind: Kind, name: &str) -> Self {
        Self(format!("{}/{name}", kind.folder()))
    }
}

/// What names meant at some commit where they do not mean the thing of today: another thing's name
/// of now, or nothing that is there now.
type Meanings = BTreeMap<Thing, Option<Thing>>;

/// Collects dates while the commits go by.
pub(super) struct Follower {
    prefix: String,
    /// For commits that are still to come: what their children know.
    coming: BTreeMap<String, Rc<Meanings>>,
    dates: Dates,
}

impl Follower {
    /// `folder` is the catalogue's below the top of the repository.
    pub(super) fn new(folder: &str) -> Self {
        Self { prefix: format!("{folder}content/"), coming: BTreeMap::new(), dates: Dates::new() }
    }

    /// Takes the next commit; its children were taken before.
    pub(super) fn add(&mut self, commit: &Commit) {
        let after = self.coming.remove(&commit.name).unwrap_or_default();
        let mut renames = Vec::new();
        for change in &commit.changes {
            match change {
                Change::Touched(path) => self.touch(&after, path, commit.time),
                Change::Renamed(old, new) => {
                    self.touch(&after, new, commit.time);
                    match (self.descriptor(old), self.descriptor(new)) {
                        (Some(old), Some(new)) if old != new => renames.push((old, new)),
                        _ => self.touch(&after, old, commit.time),
                    }
                }
            }
        }
        let before = if renames.is_empty() { after } else { Rc::new(renamed(&after, renames)) };
        for parent in &commit.parents {
            let known = self.coming.get(parent).map(|other| united(other, &before));
            self.coming.insert(parent.clone(), known.unwrap_or_else(|| Rc::clone(&before)));
        }
    }

    /// First and last commit of every thing.
    pub(super) fn dates(self) -> Dates {
        self.dates
    }

    fn touch(&mut self, meanings: &Meanings, path: &str, time: i64) {
        let thing = path.strip_prefix(&self.prefix).and_then(thing_of);
        let Some(thing) = thing.and_then(|(thing, _)| meaning(meanings, thing)) else {
            return;
        };
        let (first, last) = self.dates.entry(thing).or_insert((time, time));
        *first = time.min(*first);
        *last = time.max(*last);
    }

    fn descriptor(&self, path: &str) -> Option<Thing> {
        let (thing, is_descriptor) = path.strip_prefix(&self.prefix).and_then(thing_of)?;
        is_descriptor.then_some(thing)
    }
}

fn meaning(meanings: &Meanings, thing: Thing) -> Option<Thing> {
    meanings.get(&thing).cloned().unwrap_or(Some(thing))
}

/// What names meant before some renames.
fn renamed(after: &Meanings, renames: Vec<(Thing, Thing)>) -> Meanings {
    let mut before = after.clone();
    for (_, new) in &renames {
        before.insert(new.clone(), None);
    }
    for (old, new) in renames {
        before.insert(old, meaning(after, new));
    }
    before
}

/// What two children know together: one that knows of a rename knows more.
fn united(one: &Rc<Meanings>, other: &Rc<Meanings>) -> Rc<Meanings> {
    if Rc::ptr_eq(one, other) || one == other || other.is_empty() {
        return Rc::clone(one);
    }
    let mut both = (**one).clone();
    for (thing, meaning) in other.iter() {
        let known = both.entry(thing.clone()).or_insert_with(|| meaning.clone());
        if known.is_none() {
            known.clone_from(meaning);
        }
    }
    Rc::new(both)
}

/// The thing that a file below `content/` belongs to, and whether it is its descriptor.
fn thing_of(path: &str) -> Option<(Thing, bool)> {
    let (folder, rest) = path.split_once('/')?;
    let kind = Kind::of_folder(folder)?;
    let Some((name, file)) = rest.split_once('/') else {
        return Some((Thing::new(kind, without_extension(rest)?), true));
    };
    let is_descriptor = without_extension(file) == Some(kind.name());
    let reserved =
        RESERVED.iter().any(|reserved| file.strip_prefix(reserved).is_some_and(|rest| rest.starts_with('/')));
    let counts = is_descriptor || (kind == Kind::Dataset && !reserved);
    counts.then(|| (Thing::new(kind, name), is_descriptor))
}

/// The name of a descriptor's file.
fn without_extension(file: &str) -> Option<&str> {
    [".yaml", ".yml", ".md"].iter().find_map(|extension| file.strip_suffix(extension))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn commit(name: &str, time: i64, parents: &[&str], changes: &[(&str, &str)]) -> Commit {
        let below = |path: &str| format!("x/content/datasets/{path}");
        let change = |(old, new): &(&str, &str)| match *new {
            "" => Change::Touched(below(old)),
            new => Change::Renamed(below(old), below(new)),
        };
        let parents = parents.iter().map(|name| (*name).to_owned()).collect();
        Commit { name: name.to_owned(), time, parents, changes: changes.iter().map(change).collect() }
    }

    #[track_caller]
    fn case(commits: &[Commit], expected: &[(&str, (i64, i64))]) {
        let mut follower = Follower::new("x/");
        commits.iter().for_each(|commit| follower.add(commit));
        let dates = follower.dates();
        let dates: Vec<_> =
            dates.iter().map(|(thing, dates)| (thing.0.trim_start_matches("datasets/"), *dates)).collect();
        assert_eq!(dates, expected);
    }

    #[test]
    fn a_thing_is_followed_through_slug_and_form() {
        case(
            &[
                commit("d", 40, &["c"], &[("b/data.csv", "")]),
                commit("c", 30, &["b"], &[("a.yaml", "b/dataset.md")]),
                commit("b", 20, &["a"], &[("a/dataset.yaml", "a.yaml")]),
                commit("a", 10, &[], &[("a/dataset.yaml", "")]),
            ],
            &[("b", (10, 40))],
        );
    }

    #[test]
    fn a_name_that_was_given_away_begins_anew() {
        case(
            &[
                commit("c", 30, &["b"], &[("a.yaml", "")]),
                commit("b", 20, &["a"], &[("a.yaml", "b.yaml")]),
                commit("a", 10, &[], &[("a.yaml", "")]),
            ],
            &[("a", (30, 30)), ("b", (10, 20))],
        );
    }

    #[test]
    fn two_names_may_be_exchanged() {
        case(
            &[
                commit("b", 20, &["a"], &[("a.yaml", "b.yaml"), ("b.yaml", "a.yaml")]),
                commit("a", 10, &["z"], &[("a.yaml", "")]),
                commit("z", 5, &[], &[("b.yaml", "")]),
            ],
            &[("a", (5, 20)), ("b", (10, 20))],
        );
    }

    #[test]
    fn a_branch_that_renames_does_not_confuse_the_other() {
        case(
            &[
                commit("m", 50, &["main", "side"], &[]),
                commit("side", 40, &["rename"], &[("b.yaml", "")]),
                commit("rename", 30, &["root"], &[("a.yaml", "b.yaml")]),
                commit("main", 35, &["root"], &[("c.yaml", "")]),
                commit("root", 10, &[], &[("a.yaml", "")]),
            ],
            &[("b", (10, 40)), ("c", (35, 35))],
        );
    }

    #[test]
    fn conversations_are_no_change() {
        case(
            &[commit("a", 10, &[], &[("a/discussions/1.md", ""), ("a/community/x/y.md", ""), ("b/x/y.csv", "")])],
            &[("b", (10, 10))],
        );
    }
}
