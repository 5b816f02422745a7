//! What stands in an output: one walk, folders in parallel, links never followed.

use std::fs::{self, DirEntry, Metadata};
use std::io;
use std::path::Path;
use std::time::UNIX_EPOCH;

use rayon::prelude::*;

use super::error::Error;

/// Something in an output that is no folder.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Path below the output, `/` between names. A name that is not Unicode is shown as well as it
    /// can be.
    pub(super) path: String,
    /// What it is.
    pub(super) kind: Kind,
    /// Size in bytes.
    pub(super) size: u64,
    /// Last change, in nanoseconds since 1970.
    pub(super) modified: i64,
}

/// What something in an output is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A regular file.
    File,
    /// A link, whatever it leads to.
    Link,
    /// A device, a socket or a pipe.
    Other,
}

/// Everything below a folder, sorted by path; nothing when there is no such folder. `skip` says of
/// names at the top beginning with a dot which are left alone.
pub(super) fn walk(folder: &Path, skip: &(dyn Fn(&str) -> bool + Sync)) -> Result<Option<Vec<Found>>, Error> {
    match fs::symlink_metadata(folder) {
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Error::Disk(folder.to_owned(), error)),
    }
    let mut found = visit(folder, "", skip)?;
    found.par_sort_unstable_by(|one, other| one.path.cmp(&other.path));
    Ok(Some(found))
}

/// The place in a sorted walk of a path.
pub(super) fn find<'a>(found: &'a [Found], path: &str) -> Option<&'a Found> {
    found.binary_search_by(|found| found.path.as_str().cmp(path)).ok().map(|index| &found[index])
}

fn visit(folder: &Path, prefix: &str, skip: &(dyn Fn(&str) -> bool + Sync)) -> Result<Vec<Found>, Error> {
    let mut found = Vec::new();
    let mut folders = Vec::new();
    for entry in fs::read_dir(folder).map_err(Error::disk(folder))? {
        let entry = entry.map_err(Error::disk(folder))?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if prefix.is_empty() && name.starts_with('.') && skip(&name) {
            continue;
        }
        let path = format!("{prefix}{name}");
        if entry.file_type().map_err(Error::disk(folder))?.is_dir() {
            folders.push((entry.path(), path + "/"));
        } else {
            found.push(file(path, &entry).map_err(Error::disk(&entry.path()))?);
        }
    }
    if folders.is_empty() {
        return Ok(found);
    }
    let below: Result<Vec<_>, Error> =
        folders.par_iter().map(|(folder, prefix)| visit(folder, prefix, &|_| false)).collect();
    found.extend(below?.into_iter().flatten());
    Ok(found)
}

fn file(path: String, entry: &DirEntry) -> io::Result<Found> {
    let metadata = entry.metadata()?;
    let kind = match metadata.file_type() {
        kind if kind.is_file() => Kind::File,
        kind if kind.is_symlink() => Kind::Link,
        _ => Kind::Other,
    };
    Ok(Found { path, kind, size: metadata.len(), modified: modified(&metadata)? })
}

/// Last change, in nanoseconds since 1970.
pub(super) fn modified(metadata: &Metadata) -> io::Result<i64> {
    let time = metadata.modified()?;
    let nanoseconds = match time.duration_since(UNIX_EPOCH) {
        Ok(after) => i64::try_from(after.as_nanos()),
        Err(before) => i64::try_from(before.duration().as_nanos()).map(|nanoseconds| -nanoseconds),
    };
    Ok(nanoseconds.unwrap_or(i64::MAX))
}
