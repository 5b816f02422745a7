//! Carries out a journal: obstacles go, staged files are renamed into place, leftovers go, then the
//! manifest says so. Each step may be done twice: after a kill all of them are done again.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use rayon::prelude::*;

use super::error::Error;
use super::journal::Journal;
use super::location::Location;
use super::manifest::{Entry, Manifest};
use super::paths;
use super::record::Digest16;
use super::stage::{Layout, Stage};
use super::{Before, Step};

/// Carries out a journal that is on disk, and removes it; gives the seal of the manifest.
pub(super) fn settle(location: &Location, journal: Journal, before: Before<'_>) -> Result<Digest16, Error> {
    let stage = journal.stage(location);
    if !is_moved(location, &stage, before)? {
        remove(location, &journal.obstacles, before)?;
        place(location, &journal, &stage, before)?;
        remove(location, &journal.leftovers, before)?;
    }
    let manifest = Manifest { entries: journal.files.into_iter().map(|made| made.entry).collect() };
    before(Step::Manifest)?;
    let receipt = save_manifest(location, &manifest)?;
    before(Step::End)?;
    end(location, &stage)?;
    Ok(receipt)
}

/// Replaces the manifest.
pub(super) fn save_manifest(location: &Location, manifest: &Manifest) -> Result<Digest16, Error> {
    let path = location.state("manifest");
    manifest.save(&path).map_err(Error::settling(&path))
}

/// Forgets the journal, then the stage.
pub(super) fn end(location: &Location, stage: &Stage) -> Result<(), Error> {
    for name in ["journal", "strangers"] {
        let path = location.state(name);
        gone(fs::remove_file(&path)).map_err(Error::settling(&path))?;
    }
    stage.discard()
}

/// Makes a staged tree the output, where there is no output yet; true when it is.
fn is_moved(location: &Location, stage: &Stage, before: Before<'_>) -> Result<bool, Error> {
    if stage.layout != Layout::Tree || location.out.exists() {
        return Ok(!stage.folder.exists());
    }
    before(Step::Place(""))?;
    let parent = location.out.parent().expect("internal error: the output is below another folder");
    fs::create_dir_all(parent).map_err(Error::settling(parent))?;
    match fs::rename(&stage.folder, &location.out) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::CrossesDevices => {
            fs::create_dir(&location.out).map_err(Error::settling(&location.out))?;
            Ok(false)
        }
        Err(error) => Err(Error::Settling(location.out.clone(), error)),
    }
}

fn place(location: &Location, journal: &Journal, stage: &Stage, before: Before<'_>) -> Result<(), Error> {
    for folder in paths::folders(journal.staged().map(|(_, entry)| &*entry.path)) {
        before(Step::Folder(folder))?;
        let folder = location.path(folder);
        make_folder(&folder).map_err(Error::settling(&folder))?;
    }
    let staged: Vec<(usize, &Entry)> = journal.staged().collect();
    staged.par_iter().try_for_each(|(index, entry)| {
        before(Step::Place(&entry.path))?;
        let to = location.path(&entry.path);
        put(&stage.path(*index, &entry.path), &to).map_err(Error::settling(&to))
    })
}

/// Makes a folder where there is none. A link or file that stands there goes: nothing is ever
/// written through a link.
fn make_folder(folder: &Path) -> io::Result<()> {
    match fs::symlink_metadata(folder) {
        Ok(metadata) if metadata.is_dir() => return Ok(()),
        Ok(_) => fs::remove_file(folder)?,
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    fs::create_dir(folder)
}

/// Renames a staged file into place. One that has left the stage is in place already, or was lost
/// since: then the next build sees that it is not what the manifest says.
fn put(from: &Path, to: &Path) -> io::Result<()> {
    match fs::rename(from, to) {
        Err(error) if error.kind() == ErrorKind::NotFound && fs::symlink_metadata(from).is_err() => Ok(()),
        Err(error) if error.kind() == ErrorKind::CrossesDevices => copy(from, to),
        Err(_) if fs::symlink_metadata(to).is_ok_and(|metadata| metadata.is_dir()) => {
            remove_empty(to)?;
            fs::rename(from, to)
        }
        result => result,
    }
}

/// What a rename does, where a mount stands between.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let name = to.file_name().unwrap_or_default().to_string_lossy();
    let beside = to.with_file_name(format!(".{name}.etal-new"));
    fs::copy(from, &beside)?;
    // The manifest has the time of the staged file.
    let modified = fs::metadata(from)?.modified()?;
    fs::File::options().write(true).open(&beside)?.set_modified(modified)?;
    fs::rename(&beside, to)?;
    fs::remove_file(from)
}

/// Removes a folder that holds nothing but folders.
fn remove_empty(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            remove_empty(&entry.path())?;
        }
    }
    fs::remove_dir(folder)
}

/// Removes files, then the folders that they leave empty. What is below a link is not in the output.
fn remove(location: &Location, paths: &[String], before: Before<'_>) -> Result<(), Error> {
    let folders = paths::folders(paths.iter().map(String::as_str));
    let is_real = |folder: &&str| fs::symlink_metadata(location.path(folder)).is_ok_and(|metadata| metadata.is_dir());
    let links: Vec<&str> = folders.iter().copied().filter(|folder| !is_real(folder)).collect();
    let is_ours = |path: &&String| !links.iter().any(|link| Path::new(path).starts_with(link));
    paths.par_iter().filter(is_ours).try_for_each(|path| {
        before(Step::Remove(path))?;
        let path = location.path(path);
        let is_folder = fs::symlink_metadata(&path).is_ok_and(|metadata| metadata.is_dir());
        if is_folder { Ok(()) } else { gone(fs::remove_file(&path)).map_err(Error::settling(&path)) }
    })?;
    for folder in folders.into_iter().rev().filter(|folder| !links.contains(folder)) {
        // A folder that holds other files stays, and so does one that cannot be removed.
        let _ = fs::remove_dir(location.path(folder));
    }
    Ok(())
}

/// Removing what is not there is no failure.
fn gone(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(()),
        result => result,
    }
}
