//! The bytes of one file: counted, hashed, written where they are wanted, kept where they are few.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::io::Error;
use crate::probe::hexadecimal;
use crate::snapshot::{Damage, State};

/// What becomes of the bytes of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Aim {
    /// Where they are written; nowhere, they are only looked at.
    pub(super) out: Option<PathBuf>,
    /// Whether they are also given back.
    pub(super) keeps: Keeps,
}

/// Whether bytes are given back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Keeps {
    #[default]
    Nothing,
    All,
}

/// What became of them.
#[derive(Debug)]
pub(super) struct Poured {
    pub(super) state: State,
    pub(super) kept: Option<Vec<u8>>,
}

/// Why they went no further.
enum Stop {
    Damage(Damage),
    /// The disk refuses to read.
    Read(io::Error),
    /// The disk refuses to write.
    Write(io::Error),
}

/// Reads a file to its end, but never more than `size` bytes. A damaged one leaves nothing behind.
///
/// # Errors
/// When the disk refuses to read `archive` or to write.
pub(super) fn pour(from: &mut dyn Read, size: u64, aim: &Aim, archive: &Path) -> Result<Poured, Error> {
    match try_pour(from, size, aim) {
        Ok(poured) => Ok(poured),
        Err(stop) => {
            if let Some(out) = &aim.out {
                // It may not have come into being.
                let _ = fs::remove_file(out);
            }
            match stop {
                Stop::Damage(damage) => Ok(Poured { state: State::Damaged(damage), kept: None }),
                Stop::Read(cause) => Err(Error::Read(archive.to_owned(), cause)),
                Stop::Write(cause) => Err(Error::Write(aim.out.clone().unwrap_or_default(), cause)),
            }
        }
    }
}

fn try_pour(from: &mut dyn Read, size: u64, aim: &Aim) -> Result<Poured, Stop> {
    let mut out = aim.out.as_deref().map(create).transpose().map_err(Stop::Write)?;
    let mut kept = (aim.keeps == Keeps::All).then(Vec::new);
    let mut hash = Sha256::new();
    let mut total = 0;
    let mut buffer = vec![0; 1 << 16];
    loop {
        let count = match from.read(&mut buffer) {
            Ok(0) => break,
            Ok(count) => count,
            Err(cause) if cause.kind() == ErrorKind::Interrupted => continue,
            Err(cause) => return Err(stop(cause)),
        };
        total += count as u64;
        if total > size {
            return Err(Stop::Damage(Damage::Longer));
        }
        let bytes = &buffer[..count];
        hash.update(bytes);
        if let Some(out) = &mut out {
            out.write_all(bytes).map_err(Stop::Write)?;
        }
        if let Some(kept) = &mut kept {
            kept.extend_from_slice(bytes);
        }
    }
    Ok(Poured { state: State::Read { size: total, sha256: hexadecimal(&hash.finalize()) }, kept })
}

fn stop(cause: io::Error) -> Stop {
    match damage(&cause) {
        Some(damage) => Stop::Damage(damage),
        None => Stop::Read(cause),
    }
}

/// What the readers of this module say of packed bytes; none when it is the disk that speaks.
pub(super) fn damage(cause: &io::Error) -> Option<Damage> {
    match cause.kind() {
        ErrorKind::UnexpectedEof => Some(Damage::Cut),
        ErrorKind::InvalidData => Some(Damage::Corrupt),
        _ => None,
    }
}

/// Creates a file that was not there, and its folder when it is the first one there.
fn create(path: &Path) -> io::Result<File> {
    match (File::create_new(path), path.parent()) {
        (Err(error), Some(folder)) if error.kind() == ErrorKind::NotFound => {
            fs::create_dir_all(folder)?;
            File::create_new(path)
        }
        (made, _) => made,
    }
}

/// So many bytes of a reader: fewer are an early end.
pub(super) struct Exactly<'a, R> {
    from: &'a mut R,
    left: u64,
}

impl<'a, R: Read> Exactly<'a, R> {
    pub(super) fn new(from: &'a mut R, count: u64) -> Self {
        Self { from, left: count }
    }
}

impl<R: Read> Read for Exactly<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let most = usize::try_from(self.left).unwrap_or(usize::MAX).min(into.len());
        if most == 0 {
            return Ok(0);
        }
        let count = self.from.read(&mut into[..most])?;
        if count == 0 {
            return Err(ErrorKind::UnexpectedEof.into());
        }
        self.left -= count as u64;
        Ok(count)
    }
}
