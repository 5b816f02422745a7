//! What is done with each entry of an archive, and what was found so far.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::bounds::Bounds;
use super::entry::{Entry, Kind};
use super::error::UnpackError;
use super::guard::Guard;
use super::pour::{Aim, Keeps, Poured};
use crate::snapshot::{Contents, Fault, Found, State, is_left_behind, is_list};

/// The longest lists of files that are read, all together, in bytes: files by the million.
pub(super) const LONGEST_KEPT: u64 = 1 << 29;
/// By how much they may grow: digests cannot be packed well.
const KEPT_GROWTH: u64 = 100;

/// Where files go.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unfolding<'a> {
    /// The folder that is filled.
    pub(super) stage: &'a Path,
    /// The folder in which the snapshot will be.
    pub(super) into: &'a Path,
    /// What is wanted, by the beginning of its path below the top; all when there is none.
    pub(super) below: &'a [&'a str],
}

/// What is to be done with an entry.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Nothing more.
    Skip,
    /// Its bytes are to be read.
    Pour(Aim),
}

/// Why no further entry is looked at.
#[derive(Debug)]
pub(super) enum Stop {
    Fault(Fault),
    Error(UnpackError),
}

/// What was found so far.
pub(super) struct Gatherer<'a> {
    pub(super) archive: &'a Path,
    pub(super) unfolding: Option<Unfolding<'a>>,
    bounds: Bounds,
    guard: Guard,
    files: Vec<Found>,
    kept: BTreeMap<String, Vec<u8>>,
    may_keep: u64,
}

impl<'a> Gatherer<'a> {
    /// For an archive of `size` bytes; `most` is what it may unpack to.
    pub(super) fn new(archive: &'a Path, size: u64, most: Option<u64>, unfolding: Option<Unfolding<'a>>) -> Self {
        let may_keep = size.saturating_mul(KEPT_GROWTH).saturating_add(1 << 20).min(LONGEST_KEPT);
        let bounds = Bounds::new(size, most);
        let (guard, files, kept) = (Guard::default(), Vec::new(), BTreeMap::new());
        Self { archive, unfolding, bounds, guard, files, kept, may_keep }
    }

    /// What is to be done with the next entry. Nothing may be written before it was let in.
    pub(super) fn plan(&mut self, entry: &Entry) -> Result<Step, Stop> {
        self.bounds.admit(entry).map_err(Stop::Fault)?;
        let mut aim = Aim { out: None, keeps: self.keeps(entry) };
        if !is_left_behind(&entry.path)
            && let Some(unfolding) = self.unfolding
        {
            self.admit(entry, unfolding.into).map_err(Stop::Error)?;
            let below = entry.path.split_once('/').map_or("", |(_, below)| below);
            if !unfolding.below.is_empty() && !unfolding.below.iter().any(|wanted| below.starts_with(wanted)) {
                return Ok(Step::Skip);
            }
            aim.out = Some(unfolding.stage.join(&entry.path));
        }
        match &entry.kind {
            Kind::File => Ok(Step::Pour(aim)),
            Kind::Folder => Ok(Step::Skip),
            Kind::Link => Ok(self.note(&entry.path, State::Link)),
            Kind::Unusable(damage) => Ok(self.note(&entry.path, State::Damaged(damage.clone()))),
        }
    }

    fn admit(&mut self, entry: &Entry, into: &Path) -> Result<(), UnpackError> {
        let is_first = self.guard.top().is_none();
        let refused = |why| UnpackError::Refused(self.archive.to_owned(), entry.path.clone(), why);
        self.guard.admit(entry).map_err(refused)?;
        match self.guard.top() {
            Some(top) if is_first => super::place::check(&into.join(top)),
            _ => Ok(()),
        }
    }

    /// Counts bytes that belong to no entry.
    pub(super) fn grow(&mut self, bytes: u64) -> Result<(), Stop> {
        self.bounds.grow(bytes).map_err(Stop::Fault)
    }

    fn keeps(&mut self, entry: &Entry) -> Keeps {
        let name = match entry.path.split_once('/') {
            Some((_, name)) => name,
            None => &entry.path,
        };
        if entry.kind != Kind::File || !is_list(name) {
            return Keeps::Nothing;
        }
        let Some(left) = self.may_keep.checked_sub(entry.size) else { return Keeps::Nothing };
        self.may_keep = left;
        Keeps::All
    }

    fn note(&mut self, path: &str, state: State) -> Step {
        self.files.push(Found { path: path.to_owned(), state });
        Step::Skip
    }

    /// Notes what became of the bytes of a file.
    pub(super) fn poured(&mut self, path: String, poured: Poured) {
        if let Some(kept) = poured.kept {
            self.kept.insert(path.clone(), kept);
        }
        self.files.push(Found { path, state: poured.state });
    }

    /// The last file whose bytes could be read.
    pub(super) fn last(&self) -> Option<String> {
        let read = |file: &&Found| matches!(file.state, State::Read { .. });
        self.files.iter().rev().find(read).map(|file| file.path.clone())
    }

    /// The folder at the top, of what was let in.
    pub(super) fn top(&self) -> Option<PathBuf> {
        self.guard.top().map(PathBuf::from)
    }

    /// All that was found.
    pub(super) fn contents(self, fault: Option<Fault>) -> Contents {
        Contents::gathered(self.files, self.kept, fault)
    }
}
