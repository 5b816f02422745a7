//! The files of a snapshot that is a folder. Links are not followed.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::gather::LONGEST_KEPT;
use super::pour::{Aim, Keeps, Poured, pour};
use crate::io::Error;
use crate::io::walk::composed;
use crate::snapshot::{Contents, Damage, Fault, Found, MANIFEST, State, is_list};

/// The folder of the snapshot: the one that is named, or the only one in it that has a manifest.
///
/// # Errors
/// When the disk refuses to list it.
pub(super) fn top(folder: &Path) -> Result<Result<PathBuf, Fault>, Error> {
    let has_manifest = |folder: &Path| folder.join(MANIFEST).symlink_metadata().is_ok();
    if has_manifest(folder) {
        return Ok(Ok(folder.to_owned()));
    }
    let mut tops = Vec::new();
    for entry in fs::read_dir(folder).map_err(Error::read(folder))? {
        let entry = entry.map_err(Error::read(folder))?;
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) && has_manifest(&entry.path()) {
            tops.push(entry.path());
        }
    }
    Ok(match tops.len() {
        0 => Err(Fault::NoManifest),
        1 => Ok(tops.remove(0)),
        _ => Err(Fault::SeveralFolders),
    })
}

/// What is in the folder of a snapshot.
pub(super) fn contents(top: &Path) -> Contents {
    let listed: Vec<(PathBuf, Option<State>)> = WalkDir::new(top).min_depth(1).into_iter().filter_map(listed).collect();
    let read = |(disk, state): (PathBuf, Option<State>)| {
        let path = path_below(top, &disk);
        let keeps = if is_list(&path) { Keeps::All } else { Keeps::Nothing };
        let poured = match state {
            Some(state) => Poured { state, kept: None },
            None => file(&disk, keeps),
        };
        (path, poured)
    };
    let read: Vec<(String, Poured)> = listed.into_par_iter().map(read).collect();
    let (mut files, mut kept) = (Vec::with_capacity(read.len()), BTreeMap::new());
    for (path, poured) in read {
        kept.extend(poured.kept.map(|bytes| (path.clone(), bytes)));
        files.push(Found { path, state: poured.state });
    }
    Contents::gathered(files, kept, None)
}

/// A path, and what can be said of it without reading it. Nothing for a folder.
fn listed(entry: walkdir::Result<walkdir::DirEntry>) -> Option<(PathBuf, Option<State>)> {
    let entry = match entry {
        Ok(entry) => entry,
        Err(error) => {
            let path = error.path()?.to_owned();
            let cause = error.io_error().map(ToString::to_string).unwrap_or_default();
            return Some((path, Some(State::Damaged(Damage::Unreadable(cause)))));
        }
    };
    let kind = entry.file_type();
    let state = match () {
        () if kind.is_dir() => return None,
        () if kind.is_symlink() => Some(State::Link),
        () if kind.is_file() => None,
        () => Some(State::Damaged(Damage::Device)),
    };
    Some((entry.into_path(), state))
}

fn path_below(top: &Path, path: &Path) -> String {
    let below = path.strip_prefix(top).unwrap_or(path);
    let names: Vec<_> = below.iter().map(|name| name.to_string_lossy()).collect();
    composed(names.join("/"))
}

/// One file that cannot be read is told with the others: it does not keep them from being judged.
fn file(path: &Path, keeps: Keeps) -> Poured {
    let size = if keeps == Keeps::All { LONGEST_KEPT } else { u64::MAX };
    let poured = File::open(path)
        .map_err(Error::read(path))
        .and_then(|mut file| pour(&mut file, size, &Aim { out: None, keeps }, path));
    poured.unwrap_or_else(|error| {
        let cause = std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default();
        Poured { state: State::Damaged(Damage::Unreadable(cause)), kept: None }
    })
}
