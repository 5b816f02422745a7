//! Carries out what operations on a catalogue came to: files moved, copied, removed, texts written.
//!
//! Everything is looked at first, and what is removed is only put aside until all is done; when the
//! disk refuses half-way, what was done is taken back. A process that is killed leaves whole files and
//! a catalogue that can be read.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Component, Path, PathBuf};

use sha2::{Digest, Sha256};
use tempfile::TempDir;

use super::output::readable;
use super::{Error, Places, Progress, files, rewrite};
use crate::edit::{Action, Outcome, Written};
use crate::model::HostedFile;
use crate::probe;

/// Nobody wants to know how far it is.
struct Silent;

impl Progress for Silent {
    fn read(&self, _: u64) {}
}

/// Looks into a file that is to become one of a dataset.
///
/// # Errors
/// When it is no file, or a link, or cannot be read.
pub fn look_into(path: &Path) -> Result<HostedFile, Error> {
    let known = path.symlink_metadata().map_err(|cause| match cause.kind() {
        io::ErrorKind::NotFound => Error::Absent(path.to_owned()),
        _ => Error::Read(path.to_owned(), cause),
    })?;
    if known.is_symlink() {
        return Err(Error::Link(path.to_owned()));
    }
    if !known.is_file() {
        return Err(Error::NoFile(path.to_owned()));
    }
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    files::read(path, &name, known.len(), &Silent).map_err(Error::read(path))
}

/// The path below the catalogue's root of a file that lies in it.
pub fn path_within(root: &Path, path: &Path) -> Option<String> {
    let (root, path) = (root.canonicalize().ok()?, path.canonicalize().ok()?);
    let names: Option<Vec<&str>> = path.strip_prefix(&root).ok()?.iter().map(|name| name.to_str()).collect();
    Some(names?.join("/"))
}

/// Reads a text that is given to a command, from a file or, for `-`, from the standard input.
///
/// # Errors
/// When it cannot be read, is too large or not UTF-8.
pub fn read_given(path: &Path) -> Result<String, Error> {
    const MOST_BYTES: u64 = 256 << 20;
    let mut bytes = Vec::new();
    let read = if path == Path::new("-") {
        io::stdin().lock().take(MOST_BYTES + 1).read_to_end(&mut bytes)
    } else {
        File::open(path).and_then(|file| file.take(MOST_BYTES + 1).read_to_end(&mut bytes))
    };
    read.map_err(Error::read(path))?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Error::Read(path.to_owned(), io::Error::other("more than 256 MB")));
    }
    String::from_utf8(bytes).map_err(|error| Error::Read(path.to_owned(), io::Error::other(error.utf8_error())))
}

/// Carries out what operations came to.
///
/// # Errors
/// When a file is no longer what it was, something is in the way, or the disk refuses. What was done
/// is taken back then.
pub fn carry_out(root: &Path, places: &Places, outcome: &Outcome) -> Result<(), Error> {
    for (path, before) in outcome.written.iter().filter_map(|written| written.before.as_ref()) {
        let disk = places.of(path);
        if fs::read(&disk).map_err(Error::read(&disk))? != before.as_bytes() {
            return Err(Error::Changed(disk));
        }
    }
    let mut work = Work { root, places, aside: None, undo: Vec::new() };
    let done = work.all(outcome);
    if done.is_err() {
        work.take_back();
    }
    done
}

/// How a thing that was done is taken back.
enum Undo {
    /// Moved: where it is, and where it was.
    Move(PathBuf, PathBuf),
    /// Written anew.
    File(PathBuf),
    /// Made.
    Folder(PathBuf),
    /// Rewritten: what it says, and what it said.
    Text(PathBuf, String, String),
}

struct Work<'a> {
    root: &'a Path,
    places: &'a Places,
    /// Where removed things wait until all is done. Hidden, so no part of the catalogue.
    aside: Option<TempDir>,
    undo: Vec<Undo>,
}

impl Work<'_> {
    fn all(&mut self, outcome: &Outcome) -> Result<(), Error> {
        for action in &outcome.actions {
            match action {
                Action::Move { from, to } => self.rename(from, to)?,
                Action::Copy { origin, sha256, to, over } => self.copy(origin, sha256, to, *over)?,
                Action::Remove { path } => self.put_aside(path)?,
            }
        }
        outcome.written.iter().try_for_each(|written| self.write(written))
    }

    /// Where a path of the catalogue is on the disk, provided that no link leads away on the way there.
    fn place(&self, path: &str) -> Result<PathBuf, Error> {
        let below = Path::new(path);
        let is_inside = below.components().all(|part| matches!(part, Component::Normal(_)));
        let mut disk = self.root.to_owned();
        for part in below.components() {
            disk.push(part);
            let is_link = disk.symlink_metadata().is_ok_and(|known| known.is_symlink());
            if is_link || !is_inside {
                return Err(Error::Link(disk));
            }
        }
        Ok(self.places.of(path))
    }

    fn folder_of(&mut self, path: &Path) -> Result<PathBuf, Error> {
        let folder = path.parent().unwrap_or(self.root).to_owned();
        let missing: Vec<&Path> = folder.ancestors().take_while(|folder| folder.symlink_metadata().is_err()).collect();
        for folder in missing.into_iter().rev() {
            match fs::create_dir(folder) {
                Ok(()) => self.undo.push(Undo::Folder(folder.to_owned())),
                Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists => {}
                Err(cause) => return Err(Error::Write(folder.to_owned(), cause)),
            }
        }
        Ok(folder)
    }

    fn rename(&mut self, from: &str, to: &str) -> Result<(), Error> {
        let (from, to) = (self.place(from)?, self.place(to)?);
        if from.symlink_metadata().is_err() {
            return Ok(());
        }
        if to.symlink_metadata().is_ok() {
            return Err(Error::Exists(to));
        }
        fs::rename(&from, &to).map_err(Error::write(&to))?;
        self.undo.push(Undo::Move(to, from));
        Ok(())
    }

    fn put_aside(&mut self, path: &str) -> Result<(), Error> {
        let disk = self.place(path)?;
        if disk.symlink_metadata().is_err() {
            return Ok(());
        }
        if self.aside.is_none() {
            let content = self.root.join("content");
            let made = tempfile::Builder::new().prefix(".etal-removed-").tempdir_in(&content);
            self.aside = Some(made.map_err(Error::write(content))?);
        }
        let Some(aside) = &self.aside else { return Ok(()) };
        let there = aside.path().join(self.undo.len().to_string());
        fs::rename(&disk, &there).map_err(Error::write(&disk))?;
        self.undo.push(Undo::Move(there, disk));
        Ok(())
    }

    /// Copies a file; refused when it is no longer the one that was looked into.
    fn copy(&mut self, origin: &Path, sha256: &str, to: &str, over: bool) -> Result<(), Error> {
        let disk = self.place(to)?;
        let folder = self.folder_of(&disk)?;
        let mut from = File::open(origin).map_err(Error::read(origin))?;
        let mut builder = tempfile::Builder::new();
        let made = readable(builder.prefix(".etal-")).tempfile_in(&folder);
        let mut file = made.map_err(Error::write(&disk))?;
        let mut digest = Sha256::new();
        let mut buffer = vec![0; 256 * 1024];
        loop {
            let count = from.read(&mut buffer).map_err(Error::read(origin))?;
            if count == 0 {
                break;
            }
            digest.update(&buffer[..count]);
            file.write_all(&buffer[..count]).map_err(Error::write(&disk))?;
        }
        if probe::hexadecimal(&digest.finalize()) != sha256 {
            return Err(Error::Changed(origin.to_owned()));
        }
        if over {
            self.put_aside(to)?;
        }
        file.as_file().sync_all().map_err(Error::write(&disk))?;
        file.persist_noclobber(&disk).map_err(|error| in_the_way(&disk, error.error))?;
        self.undo.push(Undo::File(disk));
        Ok(())
    }

    fn write(&mut self, written: &Written) -> Result<(), Error> {
        let disk = self.place(&written.path)?;
        if let Some((_, before)) = &written.before {
            rewrite(&disk, before, &written.after)?;
            self.undo.push(Undo::Text(disk, written.after.clone(), before.clone()));
            return Ok(());
        }
        let folder = self.folder_of(&disk)?;
        let made = readable(tempfile::Builder::new().prefix(".etal-")).tempfile_in(&folder);
        let mut file = made.map_err(Error::write(&disk))?;
        let whole = file.write_all(written.after.as_bytes()).and_then(|()| file.as_file().sync_all());
        whole.map_err(Error::write(&disk))?;
        file.persist_noclobber(&disk).map_err(|error| in_the_way(&disk, error.error))?;
        self.undo.push(Undo::File(disk));
        Ok(())
    }

    /// Takes back what was done, the last first. What the disk refuses even then stays.
    fn take_back(&mut self) {
        for undo in std::mem::take(&mut self.undo).into_iter().rev() {
            let _ = match undo {
                Undo::Move(now, before) => fs::rename(now, before),
                Undo::File(path) => fs::remove_file(path),
                Undo::Folder(path) => fs::remove_dir(path),
                Undo::Text(path, now, before) => rewrite(&path, &now, &before).map_err(io::Error::other),
            };
        }
    }
}

fn in_the_way(path: &Path, cause: io::Error) -> Error {
    match cause.kind() {
        io::ErrorKind::AlreadyExists => Error::Exists(path.to_owned()),
        _ => Error::Write(path.to_owned(), cause),
    }
}
