//! One file of the catalogue whose text was mended.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use tempfile::NamedTempFile;

use super::Error;

/// Puts `after` in the place of `before`, whole or not at all; the file keeps its permissions.
///
/// # Errors
/// When the file is a link, when it no longer says `before`, or when the disk refuses: nothing was
/// changed then.
pub fn rewrite(path: &Path, before: &str, after: &str) -> Result<(), Error> {
    let known = path.symlink_metadata().map_err(Error::read(path))?;
    if !known.is_file() {
        return Err(Error::Link(path.to_owned()));
    }
    unchanged(path, before)?;
    let file = prepare(path, after, known.permissions()).map_err(Error::write(path))?;
    // Once more, as late as can be: whoever edits by hand asks for no lock.
    unchanged(path, before)?;
    file.persist(path).map_err(|error| Error::Write(path.to_owned(), error.error))?;
    Ok(())
}

fn unchanged(path: &Path, before: &str) -> Result<(), Error> {
    let is_same = fs::read(path).map_err(Error::read(path))? == before.as_bytes();
    if is_same { Ok(()) } else { Err(Error::Changed(path.to_owned())) }
}

/// The new text, complete on the disk, beside the file whose place it takes.
fn prepare(path: &Path, text: &str, permissions: fs::Permissions) -> io::Result<NamedTempFile> {
    // A file that nobody may write is not written by way of its folder.
    if permissions.readonly() {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".etal-").tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().set_permissions(permissions)?;
    file.as_file().sync_all()?;
    Ok(file)
}
