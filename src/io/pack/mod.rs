//! Packs files into one archive: made on all threads, written in order, put in place whole or not at all.
//!
//! The bytes of an archive follow from the paths, the contents, the day and the strength alone. What is large is never
//! held: it is compressed as it is made, or copied piece by piece.

mod gzip;
mod ordered;
mod tar;
mod work;
mod zip;

use std::fs::{self, File};
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use tempfile::NamedTempFile;

use self::work::{Batch, Piece};
use super::output::readable;
use super::write::{Content, Error};

/// Files that a thread makes before it hands them over: they are compressed as one stretch.
const BATCH: usize = 64;
/// Batches that may wait for an earlier one.
const AHEAD: usize = 8;

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
    options: Options,
    archive: Archive,
}

/// An archive that is being written.
enum Archive {
    Zip(zip::Writer<NamedTempFile>),
    TarGz(gzip::Writer<NamedTempFile>),
}

impl Format {
    /// What its files are called.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Zip => "zip",
            Self::TarGz => "tar.gz",
        }
    }
}

impl Pack {
    /// Begins an archive that will be at `out`; until [`Pack::finish`] nothing is there.
    ///
    /// # Errors
    /// When something is there that may not be replaced, or the disk refuses.
    pub fn begin(out: &Path, options: Options) -> Result<Self, Error> {
        let refused = Error::disk(out);
        if !options.replace && out.symlink_metadata().is_ok() {
            return Err(refused(io::Error::from(io::ErrorKind::AlreadyExists)));
        }
        let folder = out.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let begun = fs::create_dir_all(folder)
            .and_then(|()| readable(tempfile::Builder::new().prefix(".etal-")).tempfile_in(folder))
            .map(|file| BufWriter::with_capacity(1 << 18, file));
        let archive = begun.and_then(|file| {
            Ok(match options.format {
                Format::Zip => Archive::Zip(zip::Writer::new(file, &options)),
                Format::TarGz => Archive::TarGz(gzip::Writer::new(file)?),
            })
        });
        Ok(Self { out: out.to_owned(), options, archive: archive.map_err(refused)? })
    }

    /// Adds files in the order of `paths`; `make` makes the content of each, in any order and on several threads. Gives
    /// what became of each, in their order.
    ///
    /// # Errors
    /// When `make` fails, a file is no longer what it was, or the disk refuses.
    pub fn add<'a, M>(&mut self, paths: &[String], make: M) -> Result<Vec<Packed>, Error>
    where
        M: Fn(usize) -> Result<Content<'a>, Error> + Sync,
    {
        let options = self.options;
        let batch = |at: usize| {
            let end = paths.len().min((at + 1) * BATCH);
            Batch::made(paths, at * BATCH..end, &options, &make)
        };
        let mut packed = Vec::with_capacity(paths.len());
        ordered::ordered(paths.len().div_ceil(BATCH), AHEAD, batch, |batch: Batch| {
            let facts = batch.facts;
            batch.pieces.into_iter().try_for_each(|piece| self.write(piece, paths))?;
            packed.extend(facts);
            Ok(())
        })?;
        Ok(packed)
    }

    /// Writes a piece in its place.
    fn write(&mut self, piece: Piece, paths: &[String]) -> Result<(), Error> {
        let refused = Error::disk(&self.out);
        match (piece, &mut self.archive) {
            (Piece::Zip(file), Archive::Zip(writer)) => writer.add(file).map_err(refused),
            (Piece::Tar(stretch), Archive::TarGz(writer)) => writer.add(&stretch).map_err(refused),
            (Piece::Large { place, from, size, sha256 }, archive) => {
                let mut file = work::Checked::open(&from, size, &sha256)?;
                let written = match archive {
                    Archive::Zip(writer) => writer.copy(&paths[place], size, &mut file),
                    Archive::TarGz(writer) => tar::copy(writer, &paths[place], size, &mut file, &self.options),
                };
                // A file that was changed has another size or digest; that explains more than what a writer says.
                file.end()?;
                written.map_err(refused)
            }
            _ => unreachable!("internal error: pieces are made for the archive they go into"),
        }
    }

    /// Ends the archive and puts it in its place. Gives its size and digest.
    ///
    /// # Errors
    /// When the disk refuses; nothing is there then.
    pub fn finish(self) -> Result<Packed, Error> {
        let Self { out, options, archive } = self;
        let ended = match archive {
            Archive::Zip(writer) => writer.finish(),
            Archive::TarGz(writer) => writer.finish(),
        };
        let file = ended
            .and_then(|file| file.into_inner().map_err(io::IntoInnerError::into_error))
            .and_then(|file| file.as_file().sync_all().map(|()| file))
            .map_err(Error::disk(&out))?;
        let packed = digest_of(file.path())?;
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
