//! What git knows: the commit, and when each descriptor came and last changed.
//!
//! git itself is asked, once for what there is and once for the whole history; that answer is kept
//! until the branch moves.

mod clean;
mod command;
mod follow;
mod log;
mod objects;
mod revision;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::state;
use crate::date::Moment;
use crate::model::MetadataDates;
use crate::rules::History;
pub(super) use follow::Thing;
pub(super) use objects::{Blob, contents, files, files_of_forges, renames};
pub(super) use revision::range;
pub use revision::{Range, RevisionFault};

/// Digits of a commit that are shown: how many git would show depends on the clone.
const COMMIT_DIGITS: usize = 10;

const NAME: &str = "git.json";

/// What git knows of a catalogue.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    pub(super) history: History,
    /// The commit, abbreviated.
    pub(super) commit: Option<String>,
    /// Why git would not answer.
    pub(super) refused: Option<String>,
    dates: Dates,
}

/// First and last commit time of things, in seconds since 1970.
pub(super) type Dates = BTreeMap<Thing, (i64, i64)>;

#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    version: String,
    head: String,
    folder: String,
    dates: Dates,
}

impl Known {
    /// When a thing came and when it last changed, both in UTC.
    pub(super) fn dates(&self, thing: &Thing) -> Option<MetadataDates> {
        let (first, last) = self.dates.get(thing)?;
        Some(MetadataDates { created: Moment::from_unix(*first), modified: Moment::from_unix(*last) })
    }
}

/// Asks git about the catalogue at `root`. Where there is no git or no repository, or the catalogue
/// is no part of it, nothing is known.
pub(super) fn read(root: &Path) -> Known {
    let facts = match command::facts(root) {
        Ok(Some(facts)) => facts,
        Ok(None) => return Known::default(),
        Err(refused) => return Known { refused: Some(refused), ..Known::default() },
    };
    let commit = Some(facts.head[..COMMIT_DIGITS.min(facts.head.len())].to_owned());
    if facts.is_shallow {
        return Known { history: History::Shallow, commit, ..Known::default() };
    }
    let dates = match kept(root, &facts) {
        Some(dates) => Ok(dates),
        None => walk(root, &facts),
    };
    match dates {
        Ok(dates) => Known { history: History::Full, commit, refused: None, dates },
        Err(refused) => Known { commit, refused: Some(refused), ..Known::default() },
    }
}

fn kept(root: &Path, facts: &command::Facts) -> Option<Dates> {
    let kept: Kept = state::load(root, NAME)?;
    let same = kept.version == version() && kept.head == facts.head && kept.folder == facts.folder;
    same.then_some(kept.dates)
}

fn walk(root: &Path, facts: &command::Facts) -> Result<Dates, String> {
    let mut follower = follow::Follower::new(&facts.folder);
    command::log(root, |stream| log::read(stream, |commit| follower.add(&commit)))?;
    let dates = follower.dates();
    let (head, folder) = (facts.head.clone(), facts.folder.clone());
    let kept = Kept { version: version(), head, folder, dates };
    state::save(root, NAME, &kept);
    Ok(kept.dates)
}

/// A catalogue in its repository.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Committed {
    /// The full name of the commit.
    pub commit: String,
    /// Whether all that the catalogue is made from is as it has it.
    pub clean: bool,
}

/// The commit that the catalogue at `root` is of. `files` are all that it is made from, by path with their places on the
/// disk; `folders` hold nothing else. None without git or a repository, before the first commit, and when git does not
/// answer.
pub fn committed(root: &Path, files: &BTreeMap<String, PathBuf>, folders: &[&str]) -> Option<Committed> {
    let facts = command::facts(root).ok()??;
    let clean = clean::is_clean(root, &facts.head, files, folders).ok()?;
    Some(Committed { commit: facts.head, clean })
}

fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
