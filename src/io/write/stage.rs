//! The stage: every file that is new or changed, made and written beside the output before anything
//! in the output is touched. One file a thread is in memory.

use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::error::Error;
use super::manifest::{Entry, Manifest};
use super::record::{self, Digest16};
use super::walk::{self, Found, Kind};
use super::{Before, Content, Step, Stream};

/// How staged files are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// By their place in the plan: they are renamed one by one.
    Numbers,
    /// By their path: the whole tree becomes the output in one rename.
    Tree,
}

/// A stage on disk.
#[derive(Clone, Debug)]
pub(super) struct Stage {
    pub(super) folder: PathBuf,
    pub(super) layout: Layout,
}

/// What the output holds now.
pub(super) struct Present<'a> {
    /// By the last build.
    pub(super) manifest: Option<&'a Manifest>,
    /// By the disk.
    pub(super) found: &'a [Found],
    /// Where it is.
    pub(super) out: &'a Path,
}

/// What became of a planned file.
#[derive(Debug)]
pub(super) struct Made {
    /// As it will be in the output.
    pub(super) entry: Entry,
    /// Whether it was staged; else the output has it already.
    pub(super) staged: bool,
}

impl Stage {
    /// Where a staged file is.
    pub(super) fn path(&self, index: usize, path: &str) -> PathBuf {
        match self.layout {
            Layout::Numbers => self.folder.join(index.to_string()),
            Layout::Tree => self.folder.join(path),
        }
    }

    /// Makes the empty stage.
    pub(super) fn open(&self) -> Result<(), Error> {
        self.discard()?;
        fs::create_dir_all(&self.folder).map_err(Error::disk(&self.folder))
    }

    /// Removes the stage and what is in it.
    pub(super) fn discard(&self) -> Result<(), Error> {
        match fs::remove_dir_all(&self.folder) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Error::Disk(self.folder.clone(), error)),
            _ => Ok(()),
        }
    }

    /// Makes every file of the plan and stages those that the output does not have. In the order of
    /// the plan.
    pub(super) fn fill<'a, R>(
        &self,
        plan: &[&str],
        present: &Present<'_>,
        before: Before<'_>,
        render: R,
    ) -> Result<Vec<Made>, Error>
    where
        R: Fn(usize) -> Result<Content<'a>, Error> + Sync,
    {
        let make = |(index, path): (usize, &&str)| {
            let to = self.path(index, path);
            let (size, digest) = match render(index)? {
                Content::Bytes(bytes) => {
                    let facts = (bytes.len() as u64, record::digest(&bytes));
                    if let Some(entry) = present.same(path, facts.0, facts.1)? {
                        return Ok(Made { entry, staged: false });
                    }
                    before(Step::Stage(path))?;
                    create(&to).and_then(|mut file| file.write_all(&bytes)).map_err(Error::disk(&to))?;
                    facts
                }
                Content::CopyOf { from, size, sha256 } => {
                    let digest = first_half(&sha256);
                    if let Some(entry) = present.same(path, size, digest)? {
                        return Ok(Made { entry, staged: false });
                    }
                    before(Step::Stage(path))?;
                    copy(&from, &to, digest)?;
                    (size, digest)
                }
                Content::Stream(write) => {
                    // What it is can only be known when it is there.
                    before(Step::Stage(path))?;
                    let facts = stream(write, &to).map_err(Error::disk(&to))?;
                    if let Some(entry) = present.same(path, facts.0, facts.1)? {
                        fs::remove_file(&to).map_err(Error::disk(&to))?;
                        return Ok(Made { entry, staged: false });
                    }
                    facts
                }
            };
            let modified =
                fs::metadata(&to).and_then(|metadata| walk::modified(&metadata)).map_err(Error::disk(&to))?;
            Ok(Made { entry: Entry { path: (*path).into(), size, modified, digest }, staged: true })
        };
        plan.par_iter().enumerate().map(make).collect()
    }
}

impl Present<'_> {
    /// The file as it is in the output, when it holds just that. A file whose size or time is not as
    /// the last build left it is read: a copy may have new times, a hand may have changed it.
    fn same(&self, path: &str, size: u64, digest: Digest16) -> Result<Option<Entry>, Error> {
        let Some(found) = walk::find(self.found, path) else { return Ok(None) };
        if found.kind != Kind::File || found.size != size {
            return Ok(None);
        }
        let entry = Entry { path: path.into(), size, modified: found.modified, digest };
        let listed = self.manifest.and_then(|manifest| manifest.get(path));
        let same = match listed {
            Some(old) if (old.size, old.modified) == (found.size, found.modified) => old.digest == digest,
            _ => digest_of(&self.out.join(path))? == digest,
        };
        Ok(same.then_some(entry))
    }
}

/// Digest of a file on disk.
pub(super) fn digest_of(path: &Path) -> Result<Digest16, Error> {
    let mut hash = Sha256::new();
    let mut file = File::open(path).map_err(Error::disk(path))?;
    pour(&mut file, &mut io::sink(), &mut hash).map_err(Error::disk(path))?;
    Ok(record::shorten(hash))
}

/// Stages what another file holds.
///
/// Staged files are not synced: a process that is killed loses nothing that was written, and after a crash of
/// the machine sizes and digests tell which files must be written again. Syncing 14,000 files would
/// take longer than making them.
fn copy(from: &Path, to: &Path, digest: Digest16) -> Result<(), Error> {
    let mut file = create(to).map_err(Error::disk(to))?;
    let mut source = File::open(from).map_err(Error::disk(from))?;
    let mut hash = Sha256::new();
    pour(&mut source, &mut file, &mut hash).map_err(Error::disk(to))?;
    if record::shorten(hash) == digest { Ok(()) } else { Err(Error::Changed(from.to_owned())) }
}

/// Stages what `write` writes; gives its size and digest.
fn stream(write: Stream<'_>, to: &Path) -> io::Result<(u64, Digest16)> {
    let mut out = BufWriter::with_capacity(1 << 16, Hashing { file: create(to)?, hash: Sha256::new(), size: 0 });
    write(&mut out)?;
    let done = out.into_inner().map_err(io::IntoInnerError::into_error)?;
    Ok((done.size, record::shorten(done.hash)))
}

/// A file that is hashed as it is written.
struct Hashing {
    file: File,
    hash: Sha256,
    size: u64,
}

impl Write for Hashing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.file.write(bytes)?;
        self.hash.update(&bytes[..count]);
        self.size += count as u64;
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// Creates a file, and its folder when it is the first one there.
fn create(path: &Path) -> io::Result<File> {
    match (File::create_new(path), path.parent()) {
        (Err(error), Some(folder)) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(folder)?;
            File::create_new(path)
        }
        (file, _) => file,
    }
}

fn pour(from: &mut File, to: &mut impl Write, hash: &mut Sha256) -> io::Result<()> {
    let mut buffer = vec![0; 1 << 16];
    loop {
        let count = match from.read(&mut buffer) {
            Ok(0) => return Ok(()),
            Ok(count) => count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        hash.update(&buffer[..count]);
        to.write_all(&buffer[..count])?;
    }
}

/// The first 16 bytes that hexadecimal digits stand for.
fn first_half(digits: &str) -> Digest16 {
    let mut digest = Digest16::default();
    for (byte, pair) in digest.iter_mut().zip(digits.as_bytes().chunks(2)) {
        let pair = std::str::from_utf8(pair).unwrap_or_default();
        *byte = u8::from_str_radix(pair, 16).unwrap_or_default();
    }
    digest
}
