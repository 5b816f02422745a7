//! What a thread makes of some files before they are written.

use std::fs::File;
use std::io::{self, Read, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use sha2::{Digest, Sha256};

use super::{Format, Options, Packed, tar, zip};
use crate::io::write::{Content, Error};
use crate::probe;

/// Files of more bytes are copied when it is their turn instead of being held.
const LARGE: u64 = 8 << 20;
/// Buffers that are kept for another time, and bytes of one at most.
const KEPT: usize = 32;
const KEPT_BYTES: usize = 1 << 18;

/// Some files, compressed, in their order.
pub(super) struct Batch {
    pub(super) pieces: Vec<Piece>,
    pub(super) facts: Vec<Packed>,
}

/// A part of an archive.
pub(super) enum Piece {
    /// A stretch of a zip.
    Zip(zip::Stretch),
    /// A stretch of a tar.
    Tar(super::gzip::Stretch),
    /// A file to be copied in its turn.
    Large { place: usize, from: PathBuf, size: u64, sha256: String },
}

impl Batch {
    /// Makes the files at some places.
    pub(super) fn made<'a>(
        prefix: &str,
        paths: &[&str],
        places: Range<usize>,
        options: &Options,
        spare: &Spare,
        make: &(dyn Fn(usize) -> Result<Content<'a>, Error> + Sync),
    ) -> Result<Self, Error> {
        let mut batch = Self { pieces: Vec::new(), facts: Vec::with_capacity(places.len()) };
        let mut stretch = Stretch::new(options, spare);
        for place in places {
            let path = &format!("{prefix}{}", paths[place]);
            let refused = || Error::disk(path.as_ref());
            let content = match make(place)? {
                Content::CopyOf { from, size, sha256 } if size > LARGE => {
                    batch.pieces.extend(stretch.take().map_err(refused())?);
                    batch.facts.push(Packed { size, sha256: sha256.clone() });
                    batch.pieces.push(Piece::Large { place, from, size, sha256 });
                    continue;
                }
                Content::CopyOf { from, size, sha256 } => {
                    let mut bytes = Vec::with_capacity(size as usize);
                    let mut file = Checked::open(&from, size, &sha256)?;
                    file.read_to_end(&mut bytes).map_err(Error::disk(&from))?;
                    file.end()?;
                    Content::Bytes(bytes)
                }
                other => other,
            };
            batch.facts.push(stretch.add(path, content).map_err(refused())?);
            if stretch.is_full() {
                batch.pieces.extend(stretch.take().map_err(refused())?);
            }
        }
        batch.pieces.extend(stretch.take().map_err(Error::disk(Path::new("archive")))?);
        Ok(batch)
    }
}

/// Buffers that were written and can be used again: new ones would have to be cleared by the system.
#[derive(Default)]
pub(super) struct Spare(Mutex<Vec<Vec<u8>>>);

impl Spare {
    fn take(&self) -> Vec<u8> {
        self.0.lock().ok().and_then(|mut buffers| buffers.pop()).unwrap_or_default()
    }

    /// Keeps a buffer.
    pub(super) fn give(&self, buffer: Vec<u8>) {
        let is_small = buffer.capacity() <= KEPT_BYTES;
        if let Ok(mut buffers) = self.0.lock()
            && is_small
            && buffers.len() < KEPT
        {
            buffers.push(buffer);
        }
    }
}

/// Files of either form that are compressed one after the other.
enum Stretch<'a> {
    Zip(&'a Options, &'a Spare, zip::Stretch),
    Tar(tar::Stretch<'a>),
}

impl<'a> Stretch<'a> {
    fn new(options: &'a Options, spare: &'a Spare) -> Self {
        match options.format {
            Format::Zip => Self::Zip(options, spare, zip::Stretch::new(spare.take())),
            Format::TarGz => Self::Tar(tar::Stretch::new(options)),
        }
    }

    fn add(&mut self, path: &str, content: Content<'_>) -> io::Result<Packed> {
        match self {
            Self::Zip(options, _, stretch) => stretch.add(path, content, options),
            Self::Tar(stretch) => stretch.add(path, content),
        }
    }

    fn is_full(&self) -> bool {
        matches!(self, Self::Zip(_, _, stretch) if stretch.is_full())
    }

    /// What is made; none when that is nothing.
    fn take(&mut self) -> io::Result<Option<Piece>> {
        Ok(match self {
            Self::Zip(_, _, stretch) if stretch.is_empty() => None,
            Self::Zip(_, spare, stretch) => {
                Some(Piece::Zip(std::mem::replace(stretch, zip::Stretch::new(spare.take()))))
            }
            Self::Tar(stretch) => stretch.take()?.map(Piece::Tar),
        })
    }
}

/// Counts and digests what goes through.
pub(super) struct Tee<W> {
    pub(super) out: W,
    hash: Sha256,
    size: u64,
}

impl<W: Write> Tee<W> {
    pub(super) fn new(out: W) -> Self {
        Self { out, hash: Sha256::new(), size: 0 }
    }

    /// Writes a content.
    pub(super) fn pour(&mut self, content: Content<'_>) -> io::Result<()> {
        match content {
            Content::Bytes(bytes) => self.write_all(&bytes),
            Content::Stream(write) => write(self),
            Content::CopyOf { .. } => unreachable!("internal error: copies are read before"),
        }
    }

    /// What went through, and where.
    pub(super) fn end(self) -> (W, Packed) {
        (self.out, Packed { size: self.size, sha256: probe::hexadecimal(&self.hash.finalize()) })
    }
}

impl<W: Write> Write for Tee<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.out.write(bytes)?;
        self.hash.update(&bytes[..count]);
        self.size += count as u64;
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// A file of the disk that must still be what it was when it was read.
pub(super) struct Checked<'a> {
    path: &'a Path,
    file: io::Take<File>,
    size: u64,
    sha256: &'a str,
    read: u64,
    hash: Sha256,
}

impl<'a> Checked<'a> {
    pub(super) fn open(path: &'a Path, size: u64, sha256: &'a str) -> Result<Self, Error> {
        let file = File::open(path).map_err(Error::disk(path))?;
        // One byte more than expected tells a file that grew, and an endless one is not followed.
        Ok(Self { path, file: file.take(size + 1), size, sha256, read: 0, hash: Sha256::new() })
    }

    /// Whether it was.
    pub(super) fn end(self) -> Result<(), Error> {
        let same = self.read == self.size && probe::hexadecimal(&self.hash.finalize()) == self.sha256;
        if same { Ok(()) } else { Err(Error::Changed(self.path.to_owned())) }
    }
}

impl Read for Checked<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.file.read(buffer)?;
        self.hash.update(&buffer[..count]);
        self.read += count as u64;
        Ok(count)
    }
}
