//! Reads snapshots: a zip, a tar.gz or a folder, told apart by their first bytes and never by their names.
//!
//! Whatever an archive says is taken for what a stranger says: names, sizes and kinds are checked before a file comes
//! into being, and nothing large is held in memory.

mod blocks;
mod bounds;
mod central;
mod directory;
mod entry;
mod error;
mod folder;
mod gather;
mod guard;
mod gzip;
mod inflate;
mod opened;
mod place;
mod pour;
mod restore;

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

use self::gather::{Gatherer, Unfolding};
use self::gzip::Gunzip;
use self::place::Stage;
use super::Error;
use crate::snapshot::{Contents, Fault, State};

pub use self::error::{Refusal, UnpackError};
pub use self::opened::Opened;
pub use self::restore::{Restored, restore};

/// What a snapshot is kept in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Folder,
    Zip,
    TarGz,
}

/// What a snapshot holds, for [`crate::snapshot::judge`]. `most` is how many bytes an archive may unpack to; by default
/// a hundred times its own and 100 MB.
///
/// # Errors
/// When nothing is there, or the disk refuses to read it. Whatever is wrong with the archive is in the answer.
pub fn contents(path: &Path, most: Option<u64>) -> Result<Contents, UnpackError> {
    let fault = |fault| Contents { fault: Some(fault), ..Contents::default() };
    let (form, size) = match form(path)? {
        Ok(known) => known,
        Err(why) => return Ok(fault(why)),
    };
    if form == Form::Folder {
        return Ok(folder::top(path)?.map_or_else(fault, |top| folder::contents(&top)));
    }
    let mut gatherer = Gatherer::new(path, size, most, None);
    let fault = go_through(form, &mut gatherer)?;
    Ok(gatherer.contents(fault))
}

/// Unpacks an archive into the folder `into`, which need not exist: all of it in one folder, which is given back with
/// what was found. A file whose bytes cannot be had is left out, and the answer says so.
///
/// # Errors
/// When the archive is not to be trusted or cannot be read to its end, when something is where its folder would be, or
/// when the disk refuses. Then nothing was written under the final name.
pub fn extract(path: &Path, into: &Path, most: Option<u64>) -> Result<(PathBuf, Contents), UnpackError> {
    let (form, size) = form(path)?.map_err(|fault| UnpackError::Fault(path.to_owned(), fault))?;
    if form == Form::Folder {
        return Err(Error::NoFile(path.to_owned()).into());
    }
    let stage = Stage::open(into)?;
    let (top, contents) = fill(path, (form, size), &stage, into, most, &[])?;
    Ok((stage.settle(&top)?, contents))
}

/// The folder of a snapshot: itself when it is one, else what is unpacked into the folder `into`. `below` says what is
/// wanted, by the beginning of paths below the folder at the top (`source/`, `manifest.json`); all of it when empty.
///
/// # Errors
/// As [`extract`], and when the bytes of a wanted file cannot be had. Whether they are the right ones is not judged
/// here.
pub fn unfold(path: &Path, into: &Path, below: &[&str]) -> Result<PathBuf, UnpackError> {
    let fault = |fault| UnpackError::Fault(path.to_owned(), fault);
    let (form, size) = form(path)?.map_err(fault)?;
    if form == Form::Folder {
        return folder::top(path)?.map_err(fault);
    }
    let stage = Stage::open(into)?;
    let (top, contents) = fill(path, (form, size), &stage, into, None, below)?;
    let damaged = contents.files.into_iter().find_map(|file| match file.state {
        State::Damaged(damage) => Some((file.path, damage)),
        _ => None,
    });
    match damaged {
        Some((file, damage)) => Err(UnpackError::Damaged(path.to_owned(), file, damage)),
        None => stage.settle(&top),
    }
}

/// Fills a stage. Gives the folder at the top and what was found.
fn fill(
    path: &Path,
    (form, size): (Form, u64),
    stage: &Stage,
    into: &Path,
    most: Option<u64>,
    below: &[&str],
) -> Result<(PathBuf, Contents), UnpackError> {
    let unfolding = Unfolding { stage: stage.path(), into, below };
    let mut gatherer = Gatherer::new(path, size, most, Some(unfolding));
    let fault = go_through(form, &mut gatherer)?;
    match (fault, gatherer.top()) {
        (Some(fault), _) => Err(UnpackError::Fault(path.to_owned(), fault)),
        (None, None) => Err(UnpackError::Fault(path.to_owned(), Fault::NoManifest)),
        (None, Some(top)) => Ok((top, gatherer.contents(None))),
    }
}

fn go_through(form: Form, gatherer: &mut Gatherer<'_>) -> Result<Option<Fault>, UnpackError> {
    if form == Form::Zip {
        return central::gather(gatherer);
    }
    let file = File::open(gatherer.archive).map_err(Error::read(gatherer.archive))?;
    blocks::gather(&mut Gunzip::new(BufReader::with_capacity(1 << 16, file)), gatherer)
}

/// What a path is, and its size in bytes.
fn form(path: &Path) -> Result<Result<(Form, u64), Fault>, Error> {
    let known = path.metadata().map_err(|cause| match cause.kind() {
        std::io::ErrorKind::NotFound => Error::Absent(path.to_owned()),
        _ => Error::Read(path.to_owned(), cause),
    })?;
    if known.is_dir() {
        return Ok(Ok((Form::Folder, 0)));
    }
    if !known.is_file() {
        return Err(Error::NoFile(path.to_owned()));
    }
    let mut first = Vec::new();
    let read = File::open(path).and_then(|file| file.take(4).read_to_end(&mut first));
    read.map_err(Error::read(path))?;
    Ok(match &first[..] {
        [] => Err(Fault::Empty),
        b"PK\x03\x04" | b"PK\x05\x06" => Ok((Form::Zip, known.len())),
        [0x1f, 0x8b, ..] => Ok((Form::TarGz, known.len())),
        _ => Err(Fault::NoArchive),
    })
}
