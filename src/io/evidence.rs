//! The `evidence.json` at the root of a catalogue or of a snapshot.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

use super::Error;
use crate::evidence::{Evidence, EvidenceError, MAX_BYTES, NAME};

/// The evidence that stands in `folder`, or what is wrong with the file; none when there is none. A link is not followed.
///
/// # Errors
/// When the disk refuses to read it; never for what is in it.
pub fn evidence(folder: &Path) -> Result<Option<Result<Evidence, EvidenceError>>, Error> {
    let path = folder.join(NAME);
    let found = match path.symlink_metadata() {
        Ok(found) => found,
        Err(cause) if cause.kind() == ErrorKind::NotFound => return Ok(None),
        Err(cause) => return Err(Error::Read(path, cause)),
    };
    if !found.is_file() {
        return Ok(Some(Err(EvidenceError::NoFile)));
    }
    if found.len() > MAX_BYTES {
        return Ok(Some(Err(EvidenceError::TooLarge(found.len()))));
    }
    let mut bytes = Vec::with_capacity(found.len() as usize);
    let read = File::open(&path).and_then(|file| file.take(MAX_BYTES + 1).read_to_end(&mut bytes));
    read.map_err(Error::read(&path))?;
    Ok(Some(Evidence::read(&bytes)))
}
