//! What a killed build left: a commit that had begun is completed, a stage that had not is discarded.

use std::collections::BTreeMap;
use std::path::Path;

use rayon::prelude::*;

use super::Before;
use super::error::Error;
use super::journal::{Journal, Pending};
use super::location::{Location, StageFolder};
use super::lock::Lock;
use super::manifest::{Entry, Known, Manifest};
use super::notice::Notice;
use super::settle;
use super::stage::{self, Layout, Stage};

/// Completes what killed builds of a catalogue left, for all its outputs but those that are being
/// written now. Every command calls it first.
pub fn recover(root: &Path) -> Result<Vec<Notice>, Error> {
    let mut notices = Vec::new();
    for location in Location::all(root)?.into_iter().filter(is_pending) {
        match Lock::take(&location) {
            Ok(_lock) => notices.extend(resume(&location, &|_| Ok(()))?),
            Err(Error::Busy(..)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(notices)
}

/// Whether a build may have been killed. Nothing is written, nor even locked, when none was.
fn is_pending(location: &Location) -> bool {
    let stages = [StageFolder::State, StageFolder::Beside].map(|folder| location.stage(folder));
    location.state("journal").exists() || stages.iter().any(|stage| stage.exists())
}

/// The same for one output, whose lock is held.
pub(super) fn resume(location: &Location, before: Before<'_>) -> Result<Option<Notice>, Error> {
    let path = location.state("journal");
    match Journal::load(&path).map_err(Error::disk(&path))? {
        Pending::Nothing => {
            discard(location)?;
            Ok(None)
        }
        Pending::Damaged => {
            discard(location)?;
            std::fs::remove_file(&path).map_err(Error::disk(&path))?;
            Ok(Some(Notice::JournalDamaged(location.out.clone())))
        }
        Pending::Commit(journal) if is_whole(location, &journal)? => {
            settle::settle(location, journal, before)?;
            Ok(Some(Notice::Completed(location.out.clone())))
        }
        Pending::Commit(journal) => {
            abandon(location, &journal)?;
            Ok(Some(Notice::Abandoned(location.out.clone())))
        }
    }
}

fn discard(location: &Location) -> Result<(), Error> {
    [StageFolder::State, StageFolder::Beside]
        .into_iter()
        .try_for_each(|folder| Stage { folder: location.stage(folder), layout: Layout::Numbers }.discard())
}

/// Whether each staged file is in the stage or in place with the content it should have. After a
/// kill it always is; after a crash of the machine it may not be.
fn is_whole(location: &Location, journal: &Journal) -> Result<bool, Error> {
    let stage = journal.stage(location);
    let staged: Vec<(usize, &Entry)> = journal.staged().collect();
    let whole: Result<Vec<bool>, Error> = staged
        .par_iter()
        .map(|(index, entry)| {
            Ok(is_file(&stage.path(*index, &entry.path), entry)? || is_file(&location.path(&entry.path), entry)?)
        })
        .collect();
    Ok(whole?.into_iter().all(|whole| whole))
}

fn is_file(path: &Path, entry: &Entry) -> Result<bool, Error> {
    let found = std::fs::symlink_metadata(path).is_ok_and(|found| found.is_file() && found.len() == entry.size);
    Ok(found && stage::digest_of(path)? == entry.digest)
}

/// Gives a commit up that cannot be completed. All its files are ours from now on, whatever they
/// hold, and the next build writes them again.
fn abandon(location: &Location, journal: &Journal) -> Result<(), Error> {
    let path = location.state("manifest");
    let mut entries = BTreeMap::new();
    if let Known::Files(manifest, _) = Manifest::load(&path).map_err(Error::disk(&path))? {
        entries.extend(manifest.entries.into_iter().map(|entry| (entry.path.clone(), entry)));
    }
    entries.extend(journal.staged().map(|(_, entry)| (entry.path.clone(), Entry::in_doubt(&entry.path))));
    settle::save_manifest(location, &Manifest { entries: entries.into_values().collect() })?;
    settle::end(location, &journal.stage(location))
}
