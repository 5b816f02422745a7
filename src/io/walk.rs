//! The files of a folder. Links are never followed, and nothing outside the folder is looked at.

use std::fs::FileType;
use std::path::{Path, PathBuf};

use icu_normalizer::ComposingNormalizer;
use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::Error;
use crate::rules::{Stray, StrayKind};

/// A file that was found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Found {
    /// Its path below the root, in Unicode NFC, `/` between names.
    pub(super) path: String,
    /// Where the disk has it: names may be composed otherwise there.
    pub(super) disk: PathBuf,
}

/// The files of a folder, sorted by path, and what in it is no usable file, sorted.
#[derive(Debug, Default)]
pub(super) struct Walked {
    pub(super) files: Vec<Found>,
    pub(super) strays: Vec<Stray>,
}

/// All files below `root/folder` but hidden ones. None when the folder does not exist.
pub(super) fn walk(root: &Path, folder: &str) -> Result<Walked, Error> {
    let mut walked = Walked::default();
    let top = if folder.is_empty() { root.to_owned() } else { root.join(folder) };
    match top.symlink_metadata() {
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => return Ok(walked),
        Err(cause) => return Err(Error::Read(top, cause)),
        Ok(kind) if kind.is_symlink() && !folder.is_empty() => {
            walked.strays.push(Stray { path: folder.to_owned(), kind: StrayKind::Link });
            return Ok(walked);
        }
        Ok(_) => {}
    }
    let mut deep = Vec::new();
    // A catalogue is wide, not deep: the folders of datasets are walked in parallel.
    collect(root, &top, 2, &mut walked, &mut deep)?;
    let parts: Result<Vec<Walked>, Error> = deep.par_iter().map(|folder| below(root, folder)).collect();
    for part in parts? {
        walked.files.extend(part.files);
        walked.strays.extend(part.strays);
    }
    walked.files.sort_unstable();
    tell_apart(&mut walked);
    walked.strays.sort_unstable();
    Ok(walked)
}

fn below(root: &Path, folder: &Path) -> Result<Walked, Error> {
    let mut walked = Walked::default();
    collect(root, folder, usize::MAX, &mut walked, &mut Vec::new())?;
    Ok(walked)
}

/// Adds what is in `folder`; folders at `depth` go to `deep`.
fn collect(
    root: &Path,
    folder: &Path,
    depth: usize,
    walked: &mut Walked,
    deep: &mut Vec<PathBuf>,
) -> Result<(), Error> {
    let mut entries = WalkDir::new(folder).min_depth(1).max_depth(depth).into_iter();
    while let Some(entry) = entries.next() {
        let entry = entry.map_err(|error| failed(folder, error))?;
        let kind = entry.file_type();
        let is_named = entry.file_name().to_str().is_some();
        if kind.is_dir() && (is_hidden(&entry) || !is_named) && entry.depth() < depth {
            entries.skip_current_dir();
        }
        if is_hidden(&entry) {
            continue;
        }
        let path = name(root, entry.path());
        match stray_kind(kind, is_named) {
            Some(kind) => walked.strays.push(Stray { path, kind }),
            None if kind.is_file() => walked.files.push(Found { path, disk: entry.into_path() }),
            None if entry.depth() == depth => deep.push(entry.into_path()),
            None => {}
        }
    }
    Ok(())
}

fn stray_kind(kind: FileType, is_named: bool) -> Option<StrayKind> {
    match kind {
        _ if !is_named => Some(StrayKind::BadName),
        kind if kind.is_symlink() => Some(StrayKind::Link),
        kind if kind.is_file() || kind.is_dir() => None,
        // A pipe would never end, a device is no data.
        _ => Some(StrayKind::Unclaimed),
    }
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

/// The path below the root, composed as everybody but old file systems of Apple writes it.
fn name(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    let names: Vec<_> = below.iter().map(|name| name.to_string_lossy()).collect();
    composed(names.join("/"))
}

/// A path in Unicode NFC.
pub(super) fn composed(path: String) -> String {
    if path.is_ascii() {
        return path;
    }
    ComposingNormalizer::new_nfc().normalize(&path).into_owned()
}

/// Of two files whose names differ only in how accents are composed, keeps the first; the others
/// could have no address.
fn tell_apart(walked: &mut Walked) {
    let strays = &mut walked.strays;
    walked.files.dedup_by(|other, kept| {
        let same = other.path == kept.path;
        if same {
            strays.push(Stray { path: other.path.clone(), kind: StrayKind::BadName });
        }
        same
    });
}

fn failed(folder: &Path, error: walkdir::Error) -> Error {
    let path = error.path().unwrap_or(folder).to_owned();
    Error::Read(path, error.into())
}
