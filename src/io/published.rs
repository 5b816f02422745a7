//! The search files of a site that was built.

use std::fs::File;
use std::io::{Error as Cause, ErrorKind, Read};
use std::path::{Path, PathBuf};

use super::Error;
use crate::search::read::is_name;

/// Larger files are not taken for files of a search: of a million datasets none has a tenth of it.
const MOST_BYTES: u64 = 1 << 25;

/// The published search of a site. Nothing outside the site's folder is read.
#[derive(Clone, Debug)]
pub struct PublishedSearch {
    /// The folder, links resolved.
    folder: PathBuf,
    /// The file to begin with.
    entry: String,
}

impl PublishedSearch {
    /// Finds the only search of the site in `folder`.
    ///
    /// # Errors
    /// When there is no such folder, no search in it, or more than one.
    pub fn find(folder: &Path) -> Result<Self, Error> {
        if !folder.exists() {
            return Err(Error::Absent(folder.to_owned()));
        }
        let whole = folder.canonicalize().map_err(Error::read(folder))?;
        let mut names = names(&whole, "boot")?;
        names.extend(self::names(&whole, "whole")?);
        match names.len() {
            0 => Err(Error::NoSearch(folder.to_owned())),
            1 => Ok(Self { folder: whole, entry: names.remove(0) }),
            _ => Err(Error::SeveralSearches(folder.to_owned())),
        }
    }

    /// The name of the file to begin with: `boot/…` or `whole/…`.
    pub fn entry(&self) -> &str {
        &self.entry
    }

    /// The text of a file of the search, by its path below the site's folder.
    ///
    /// # Errors
    /// When the path is none of a search, leads out of the folder through a link, or is no file that can be read.
    pub fn read(&self, path: &str) -> Result<String, Error> {
        let name = path.strip_prefix("search/").and_then(|path| path.strip_suffix(".js"));
        let whole = self.folder.join(path);
        if !name.is_some_and(is_name) {
            return Err(Error::Absent(whole));
        }
        let resolved = whole.canonicalize().map_err(Error::read(&whole))?;
        if !resolved.starts_with(&self.folder) {
            return Err(Error::Link(whole));
        }
        // A pipe would be waited for.
        if !resolved.metadata().map_err(Error::read(&whole))?.is_file() {
            return Err(Error::Read(whole, Cause::other("not a file")));
        }
        let mut text = String::new();
        let file = File::open(&resolved).map_err(Error::read(&whole))?;
        file.take(MOST_BYTES).read_to_string(&mut text).map_err(Error::read(&whole))?;
        if text.len() as u64 == MOST_BYTES {
            return Err(Error::Read(whole, Cause::from(ErrorKind::FileTooLarge)));
        }
        Ok(text)
    }
}

/// The names of the files of a kind.
fn names(folder: &Path, kind: &str) -> Result<Vec<String>, Error> {
    let folder = folder.join("search").join(kind);
    let entries = match folder.read_dir() {
        Ok(entries) => entries,
        Err(cause) if cause.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(cause) => return Err(Error::Read(folder, cause)),
    };
    let mut names = Vec::new();
    for entry in entries {
        let file = entry.map_err(Error::read(&folder))?.file_name();
        let name = file.to_str().and_then(|file| file.strip_suffix(".js")).map(|stem| format!("{kind}/{stem}"));
        names.extend(name.filter(|name| is_name(name)));
    }
    Ok(names)
}
