//! Reads a folder to import and puts the catalogue made of it in place.
//!
//! A new folder appears whole or not at all. In a folder that the same import made before, each
//! file is replaced whole; files that were edited since stop the import before anything changes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::state;
use super::{Error, walk};
use crate::import::{Imported, Importer, Source};
use crate::probe;

/// Name of what is remembered of an import, in `.etal/` of the catalogue.
const RECORD: &str = "import.json";
/// Version of its form.
const FORMAT: u32 = 1;

/// What an import wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Record {
    format: u32,
    importer: String,
    /// UUID of the catalogue.
    catalog: String,
    /// SHA-256 of each file; two while one is being replaced.
    files: BTreeMap<String, BTreeSet<String>>,
}

/// How a catalogue came into place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Placed {
    /// Files that are new or other than before.
    pub written: usize,
    /// Files that are as they were.
    pub unchanged: usize,
    /// Files that the source no longer has.
    pub removed: usize,
}

/// Reads what an importer wants of the folder `root`, or the one file `root` where it can do with one.
///
/// # Errors
/// When there is no such folder or file, or a file cannot be read.
pub fn read_source(root: &Path, importer: &Importer) -> Result<Source, Error> {
    if importer.of_file && root.is_file() {
        return read_file(root, importer);
    }
    if !root.is_dir() {
        return Err(Error::Absent(root.to_owned()));
    }
    let whole = root.canonicalize().map_err(Error::read(root))?;
    let name = whole.file_name().map_or_else(|| String::from("catalogue"), |name| name.to_string_lossy().into_owned());
    let mut source = Source { name, ..Source::default() };
    for found in walk::walk(root, "")?.files {
        if (importer.wants)(&found.path) {
            let bytes = read_bounded(&found.disk, importer)?;
            source.files.insert(found.path, bytes);
        } else {
            source.others.insert(found.path);
        }
    }
    Ok(source)
}

fn read_file(path: &Path, importer: &Importer) -> Result<Source, Error> {
    let text =
        |name: Option<&std::ffi::OsStr>| name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut source = Source { name: text(path.file_stem()), ..Source::default() };
    let name = text(path.file_name());
    if (importer.wants)(&name) {
        source.files.insert(name, read_bounded(path, importer)?);
    }
    Ok(source)
}

/// A file; of one that is larger than the importer takes, a byte too much, which it sees.
fn read_bounded(path: &Path, importer: &Importer) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(Error::read(path))?;
    file.take(importer.max_size.saturating_add(1)).read_to_end(&mut bytes).map_err(Error::read(path))?;
    Ok(bytes)
}

/// Puts the catalogue that `importer` made of the folder `from` at `into`.
///
/// # Errors
/// When `into` holds files of others, or files of an earlier import that were edited since; or when
/// the disk refuses.
pub fn place(into: &Path, from: &Path, importer: &Importer, imported: &Imported) -> Result<Placed, Error> {
    if into.symlink_metadata().is_err() {
        return place_new(into, from, importer, imported);
    }
    let before = standing(into, importer, imported)?;
    let stage = staging(&into.join(state::FOLDER), into)?;
    let hashes = write_all(stage.path(), from, imported)?;
    let placing = Placing { into, stage: stage.path(), before: &before, after: &hashes };
    placing.refuse_edited()?;
    let mut both = record(importer, imported, &hashes);
    for (path, known) in &before.files {
        both.files.entry(path.clone()).or_default().extend(known.iter().cloned());
    }
    // Killed from here on, the next import finds every file in one of its two states.
    keep(into, &both)?;
    let placed = placing.replace()?;
    keep(into, &record(importer, imported, &hashes))?;
    Ok(placed)
}

/// Staged beside the place, then renamed as a whole.
fn place_new(into: &Path, from: &Path, importer: &Importer, imported: &Imported) -> Result<Placed, Error> {
    let beside = into.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(beside).map_err(Error::write(beside))?;
    let stage = staging(beside, into)?;
    let hashes = write_all(stage.path(), from, imported)?;
    keep(stage.path(), &record(importer, imported, &hashes))?;
    open_to_all(stage.path());
    fs::rename(stage.path(), into).map_err(Error::write(into))?;
    // It is no longer there to be removed.
    let _ = stage.keep();
    Ok(Placed { written: hashes.len(), ..Placed::default() })
}

fn staging(folder: &Path, into: &Path) -> Result<tempfile::TempDir, Error> {
    if folder.ends_with(state::FOLDER) {
        state::prepare(into).map_err(Error::write(folder))?;
    }
    tempfile::Builder::new().prefix(".import-").tempdir_in(folder).map_err(Error::write(folder))
}

/// Temporary folders are private; a catalogue is as open as any folder.
#[cfg(unix)]
fn open_to_all(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let probe = folder.join("content");
    if let Ok(usual) = probe.metadata() {
        let _ = fs::set_permissions(folder, fs::Permissions::from_mode(usual.permissions().mode()));
    }
}

#[cfg(not(unix))]
fn open_to_all(_: &Path) {}

/// What an earlier run of the same import wrote at `into`; nothing in an empty folder.
fn standing(into: &Path, importer: &Importer, imported: &Imported) -> Result<Record, Error> {
    let refuse = || Error::NotEmpty(into.to_owned());
    if !into.is_dir() {
        return Err(refuse());
    }
    if let Some(record) = state::load::<Record>(into, RECORD) {
        let same = record.format == FORMAT && record.importer == importer.name;
        return if same && record.catalog == imported.id.to_string() { Ok(record) } else { Err(refuse()) };
    }
    for entry in fs::read_dir(into).map_err(Error::read(into))? {
        let name = entry.map_err(Error::read(into))?.file_name();
        if name != ".git" && name != state::FOLDER {
            return Err(refuse());
        }
    }
    Ok(Record::default())
}

fn record(importer: &Importer, imported: &Imported, hashes: &BTreeMap<String, String>) -> Record {
    let files = hashes.iter().map(|(path, hash)| (path.clone(), BTreeSet::from([hash.clone()])));
    Record {
        format: FORMAT,
        importer: importer.name.to_owned(),
        catalog: imported.id.to_string(),
        files: files.collect(),
    }
}

fn keep(root: &Path, record: &Record) -> Result<(), Error> {
    state::try_save(root, RECORD, record).map_err(Error::write(state::path(root, RECORD)))
}

/// Writes all files of a catalogue below `stage`; gives their hashes.
fn write_all(stage: &Path, from: &Path, imported: &Imported) -> Result<BTreeMap<String, String>, Error> {
    let mut hashes = BTreeMap::new();
    for (path, bytes) in &imported.files {
        fs::write(room(stage, path)?, bytes).map_err(Error::write(stage.join(path)))?;
        hashes.insert(path.clone(), probe::sha256(bytes));
    }
    for (path, origin) in &imported.copies {
        let (from, to) = (from.join(origin), room(stage, path)?);
        let source = File::open(&from).map_err(Error::read(&from))?;
        let mut target = File::create(&to).map_err(Error::write(&to))?;
        hashes.insert(path.clone(), pour(source, &mut target).map_err(Error::write(&to))?);
    }
    Ok(hashes)
}

/// Where a file goes, its folder made.
fn room(root: &Path, path: &str) -> Result<PathBuf, Error> {
    let path = root.join(path);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Error::write(folder))?;
    }
    Ok(path)
}

/// Copies to the end with little memory; gives the hash of what went through.
fn pour(mut from: impl Read, to: &mut impl Write) -> io::Result<String> {
    let mut digest = Sha256::new();
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let count = from.read(&mut buffer)?;
        if count == 0 {
            return Ok(probe::hexadecimal(&digest.finalize()));
        }
        digest.update(&buffer[..count]);
        to.write_all(&buffer[..count])?;
    }
}

/// A catalogue that is replaced by its successor, file by file.
struct Placing<'a> {
    into: &'a Path,
    stage: &'a Path,
    before: &'a Record,
    after: &'a BTreeMap<String, String>,
}

impl Placing<'_> {
    /// The hash of a file that stands there.
    fn standing(&self, path: &str) -> Result<Option<String>, Error> {
        let path = self.into.join(path);
        match File::open(&path) {
            Ok(file) => pour(file, &mut io::sink()).map(Some).map_err(Error::read(&path)),
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(cause) => Err(Error::Read(path, cause)),
        }
    }

    /// Stops at files that are neither as an import left them nor as this one would write them.
    fn refuse_edited(&self) -> Result<(), Error> {
        let mut edited = Vec::new();
        for path in self.before.files.keys().chain(self.after.keys()) {
            let Some(hash) = self.standing(path)? else { continue };
            let known = self.before.files.get(path).is_some_and(|hashes| hashes.contains(&hash));
            if !known && self.after.get(path) != Some(&hash) && !edited.contains(path) {
                edited.push(path.clone());
            }
        }
        if edited.is_empty() { Ok(()) } else { Err(Error::Edited(self.into.to_owned(), edited)) }
    }

    fn replace(&self) -> Result<Placed, Error> {
        let mut placed = Placed::default();
        for (path, hash) in self.after {
            if self.standing(path)?.as_ref() == Some(hash) {
                placed.unchanged += 1;
                continue;
            }
            let to = room(self.into, path)?;
            fs::rename(self.stage.join(path), &to).map_err(Error::write(&to))?;
            placed.written += 1;
        }
        for path in self.before.files.keys().filter(|path| !self.after.contains_key(*path)) {
            if self.standing(path)?.is_some() {
                let path = self.into.join(path);
                fs::remove_file(&path).map_err(Error::write(&path))?;
                placed.removed += 1;
            }
        }
        Ok(placed)
    }
}
