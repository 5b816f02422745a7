//! Packs files into one archive: made on all threads, written in order, put in place whole or not at all.
//!
//! The bytes of an archive follow from the paths, the contents, the day and the strength alone. What is large is never
//! held: it is compressed as it is made, or copied piece by piece.

mod deflate;
mod gzip;
mod hashed;
mod ordered;
mod tar;
mod work;
mod zip;

use std::fs::{self, File};
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use tempfile::NamedTempFile;

use self::hashed::Hashed;
use self::work::{Batch, Piece, Spare};
use super::output::readable;
use super::write::{Content, Error, paths};

/// Files that may be made before an earlier one is written.
const AHEAD: usize = 256;

/// How an archive is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// What every desktop opens.
    Zip,
    /// Smaller, for those who have `tar`.
    TarGz,
}

/// How to pack.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The form of the archive.
    pub format: Format,
    /// The date of every file in it.
    pub day: Date,
    /// From 1, quick, to 9, small.
    pub strength: u32,
    /// Whether a file that is there may be replaced.
    pub replace: bool,
}

/// What became of a file that was packed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    /// Size in bytes.
    pub size: u64,
    /// SHA-256 in lower-case hexadecimal digits.
    pub sha256: String,
}

/// An archive on its way.
pub struct Pack {
    out: PathBuf,
    /// What is before each path, with a slash.
    prefix: String,
    options: Options,
    archive: Archive,
    spare: Spare,
}

/// An archive that is being written.
enum Archive {
    Zip(Box<zip::Writer<Hashed<NamedTempFile>>>),
    TarGz(Box<gzip::Writer<Hashed<NamedTempFile>>>),
}

impl Format {
    /// Files that a thread makes before it hands them over. A tar is smaller when many are compressed as one stretch; a
    /// zip compresses each by itself, and few a batch keep large ones from waiting for each other.
    fn batch(self) -> usize {
        match self {
            Self::Zip => 4,
            Self::TarGz => 64,
        }
    }

    /// What its files are called.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Zip => "zip",
            Self::TarGz => "tar.gz",
        }
    }
}

impl Archive {
    /// Writes what is compressed.
    fn add(&mut self, piece: Piece, spare: &Spare) -> io::Result<()> {
        match (piece, self) {
            (Piece::Zip(mut stretch), Self::Zip(writer)) => {
                writer.add(&mut stretch)?;
                spare.give(stretch.into_buffer());
                Ok(())
            }
            (Piece::Tar(mut stretch), Self::TarGz(writer)) => writer.add(&mut stretch),
            _ => unreachable!("internal error: pieces are made for the archive they go into"),
        }
    }

    /// Writes a large file.
    fn copy(&mut self, path: &str, piece: &Piece, options: &Options, out: &Path) -> Result<(), Error> {
        let Piece::Large { from, size, sha256, .. } = piece else { return Ok(()) };
        let mut file = work::Checked::open(from, *size, sha256)?;
        let written = match self {
            Self::Zip(writer) => writer.copy(path, *size, &mut file),
            Self::TarGz(writer) => tar::copy(writer, path, *size, &mut file, options),
        };
        // A file that was changed has another size or digest; that explains more than what a writer says.
        file.end()?;
        written.map_err(Error::disk(out))
    }
}

impl Pack {
    /// Begins an archive with one folder at its top that will be at `out`; until [`Pack::finish`] nothing is there.
    ///
    /// # Errors
    /// When something is there that may not be replaced, or the disk refuses.
    pub fn begin(out: &Path, folder: &str, options: Options) -> Result<Self, Error> {
        let refused = Error::disk(out);
        if !options.replace && out.symlink_metadata().is_ok() {
            return Err(refused(io::Error::from(io::ErrorKind::AlreadyExists)));
        }
        let beside = out.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let begun = fs::create_dir_all(beside)
            .and_then(|()| readable(tempfile::Builder::new().prefix(".etal-")).tempfile_in(beside))
            .map(|file| BufWriter::with_capacity(1 << 18, Hashed::new(file)));
        let archive = begun.and_then(|file| {
            Ok(match options.format {
                Format::Zip => Archive::Zip(Box::new(zip::Writer::new(file, &options))),
                Format::TarGz => Archive::TarGz(Box::new(gzip::Writer::new(file)?)),
            })
        });
        let prefix = format!("{folder}/");
        Ok(Self { out: out.to_owned(), prefix, options, archive: archive.map_err(refused)?, spare: Spare::default() })
    }

    /// Refuses files that some system could not have side by side. `paths` are sorted.
    ///
    /// # Errors
    /// Names two that differ in capitals only, or one that is no path.
    pub fn check(paths: &[&str]) -> Result<(), Error> {
        paths::check(paths)
    }

    /// Adds files in the order of `paths`; `make` makes the content of each, in any order and on several threads. Gives
    /// what became of each, in their order.
    ///
    /// # Errors
    /// When `make` fails, a file is no longer what it was, or the disk refuses.
    pub fn add<'a, M>(&mut self, paths: &[&str], make: M) -> Result<Vec<Packed>, Error>
    where
        M: Fn(usize) -> Result<Content<'a>, Error> + Sync,
    {
        let Self { out, prefix, options, archive, spare } = self;
        let size = options.format.batch();
        let batch = |at: usize| {
            let end = paths.len().min((at + 1) * size);
            Batch::made(prefix, paths, at * size..end, options, spare, &make)
        };
        let mut packed = Vec::with_capacity(paths.len());
        ordered::ordered(paths.len().div_ceil(size), AHEAD / size, batch, |batch: Batch| {
            for piece in batch.pieces {
                match piece {
                    Piece::Large { place, .. } => {
                        archive.copy(&format!("{prefix}{}", paths[place]), &piece, options, out)?;
                    }
                    piece => archive.add(piece, spare).map_err(Error::disk(out))?,
                }
            }
            packed.extend(batch.facts);
            Ok(())
        })?;
        Ok(packed)
    }

    /// Ends the archive and puts it in its place. Gives its size and digest.
    ///
    /// # Errors
    /// When the disk refuses; nothing is there then.
    pub fn finish(self) -> Result<Packed, Error> {
        let Self { out, options, archive, .. } = self;
        let ended = match archive {
            Archive::Zip(writer) => writer.finish(),
            Archive::TarGz(writer) => writer.finish(),
        };
        let hashed = ended.and_then(|file| file.into_inner().map_err(io::IntoInnerError::into_error));
        let (file, packed) = hashed.map_err(Error::disk(&out))?.end();
        file.as_file().sync_all().map_err(Error::disk(&out))?;
        let packed = packed.map_or_else(|| digest_of(file.path()), Ok)?;
        let placed = if options.replace { file.persist(&out) } else { file.persist_noclobber(&out) };
        placed.map_err(|error| Error::Disk(out.clone(), error.error))?;
        Ok(packed)
    }
}

/// Size and digest of a file.
///
/// # Errors
/// When it cannot be read.
pub fn digest_of(path: &Path) -> Result<Packed, Error> {
    let mut tee = work::Tee::new(io::sink());
    File::open(path).and_then(|mut file| io::copy(&mut file, &mut tee)).map_err(Error::disk(path))?;
    Ok(tee.end().1)
}
