//! Makes a catalogue again of what a snapshot holds of it, all of it or nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::place::{Stage, check};
use super::pour::{Aim, Keeps, pour};
use super::{Opened, UnpackError};
use crate::evidence;
use crate::io::{CONFIG, Error, walk};
use crate::snapshot::{FileEntry, Heading, Misfit, SOURCE, State, is_left_behind};

/// What came of it.
#[derive(Clone, Debug)]
pub enum Restored {
    /// The catalogue is there: so many files, and what the snapshot says of itself.
    Whole(usize, Box<Heading>),
    /// Nothing was written: these files are not what the manifest says. Paths in the snapshot, sorted.
    Refused(Vec<(String, Misfit)>),
}

/// A file on its way from the snapshot into the catalogue.
struct Task<'a> {
    entry: &'a FileEntry,
    from: PathBuf,
    to: PathBuf,
}

/// Puts into `target`, which does not exist or is empty, the catalogue that the snapshot at `path` was made from, and its
/// evidence. Each file is compared with the manifest while it is copied.
///
/// # Errors
/// When something is in the way, the snapshot cannot be opened, or the disk refuses. Then nothing is left behind.
pub fn restore(path: &Path, target: &Path) -> Result<Restored, UnpackError> {
    let target = if target.is_dir() { target.canonicalize().map_err(Error::read(target))? } else { target.to_owned() };
    let taken = || UnpackError::Taken(target.clone());
    check(&target)?;
    let (name, around) = (target.file_name().ok_or_else(taken)?, target.parent().ok_or_else(taken)?);
    let stage = Stage::open(around)?;
    let unpacked = tempfile::Builder::new().prefix(".etal-").tempdir_in(stage.path());
    let unpacked = unpacked.map_err(Error::write(stage.path()))?;
    let opened = Opened::open(path, unpacked.path())?;
    let catalogue = stage.path().join(name);
    let (tasks, mut misfits) = tasks(&opened, &catalogue)?;
    let copied: Result<Vec<Option<Misfit>>, Error> = tasks.par_iter().map(copy).collect();
    let wrong = tasks.iter().zip(copied?).filter_map(|(task, wrong)| Some((task.entry.path.clone(), wrong?)));
    misfits.extend(wrong);
    if !misfits.is_empty() {
        return Ok(Restored::Refused(misfits.into_iter().collect()));
    }
    let count = tasks.len();
    stage.settle(name.as_ref())?;
    Ok(Restored::Whole(count, Box::new(opened.manifest.heading)))
}

/// What is to be copied into the folder `catalogue`, and what cannot be.
fn tasks<'a>(opened: &'a Opened, catalogue: &Path) -> Result<(Vec<Task<'a>>, BTreeMap<String, Misfit>), Error> {
    let source = format!("{}{SOURCE}", opened.payload());
    let evidence = format!("{}{}", opened.payload(), evidence::NAME);
    let walked = if opened.source().is_some() { walk::walk(&opened.folder, &source)? } else { walk::Walked::default() };
    let mut found: BTreeMap<String, PathBuf> = walked.files.into_iter().map(|file| (file.path, file.disk)).collect();
    let place = opened.folder.join(&evidence);
    if place.symlink_metadata().is_ok_and(|found| found.is_file()) {
        found.insert(evidence.clone(), place);
    }
    let mut misfits: BTreeMap<String, Misfit> =
        walked.strays.into_iter().map(|stray| (stray.path, Misfit::Stranger)).collect();
    let (mut tasks, mut listed) = (Vec::new(), BTreeSet::new());
    for entry in &opened.manifest.files {
        let below = entry.path.strip_prefix(&source).and_then(|rest| rest.strip_prefix('/'));
        let below = if entry.path == evidence { Some(evidence::NAME) } else { below };
        let Some(below) = below else { continue };
        listed.insert(below);
        match found.remove(&entry.path) {
            // Its place is that of the evidence beside the sources.
            Some(_) if below == evidence::NAME && entry.path != evidence => {
                misfits.insert(entry.path.clone(), Misfit::Stranger);
            }
            Some(from) => tasks.push(Task { entry, from, to: catalogue.join(below) }),
            None => {
                misfits.entry(entry.path.clone()).or_insert(Misfit::Missing);
            }
        }
    }
    let added = found.into_keys().filter(|path| !is_left_behind(path));
    misfits.extend(added.map(|path| (path, Misfit::Stranger)));
    for (needed, path) in [(CONFIG, format!("{source}/{CONFIG}")), (evidence::NAME, evidence)] {
        if !listed.contains(needed) {
            misfits.insert(path, Misfit::Missing);
        }
    }
    Ok((tasks, misfits))
}

fn copy(task: &Task<'_>) -> Result<Option<Misfit>, Error> {
    let folder = task.to.parent().unwrap_or(&task.to);
    fs::create_dir_all(folder).map_err(Error::write(folder))?;
    let mut file = File::open(&task.from).map_err(Error::read(&task.from))?;
    let aim = Aim { out: Some(task.to.clone()), keeps: Keeps::Nothing };
    let poured = pour(&mut file, u64::MAX, &aim, &task.from)?;
    let expected = State::Read { size: task.entry.size, sha256: task.entry.sha256.clone() };
    Ok((poured.state != expected).then_some(Misfit::Changed))
}
