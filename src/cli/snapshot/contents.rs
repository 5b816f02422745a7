//! The files of a snapshot before they are made: what each path stands for.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::cli::making::Making;
use crate::io::Places;
use crate::io::pack::digest_of;
use crate::io::write::{Content, Error};
use crate::site::Site;
use crate::snapshot::{Origin, SITE, SOURCE, SourceEntry};

/// What a path of a snapshot stands for.
#[derive(Clone, Debug)]
pub(super) enum Part {
    /// Bytes that are there already.
    Bytes(Vec<u8>),
    /// A file of the site, by its place.
    Site(usize),
    /// A file of the catalogue, by its place.
    Source(usize),
    /// A file that was read to its end. Boxed: of very many parts, few are one.
    File(Box<Known>),
}

/// A file that was read to its end.
#[derive(Clone, Debug)]
pub(super) struct Known {
    /// Where it is.
    pub(super) from: PathBuf,
    /// Its size in bytes.
    pub(super) size: u64,
    /// Its SHA-256.
    pub(super) sha256: String,
}

/// Where the bytes of parts come from.
pub(super) struct Contents<'a> {
    pub(super) making: &'a Making<'a>,
    pub(super) site: &'a Site,
    pub(super) sources: &'a [SourceEntry],
    /// Files of the theme, by path there.
    pub(super) theme: &'a BTreeMap<String, Vec<u8>>,
    pub(super) places: &'a Places,
}

impl<'a> Contents<'a> {
    /// All files of the site and of what it was made from, below a folder, which ends in a slash.
    pub(super) fn parts(&self, folder: &str) -> Vec<(String, Part)> {
        let paths = self.making.paths();
        let site = paths.iter().enumerate().map(|(at, path)| (format!("{folder}{SITE}/{path}"), Part::Site(at)));
        let sources = self.sources.iter().enumerate();
        let sources = sources.map(|(at, one)| (format!("{folder}{SOURCE}/{}", one.path), Part::Source(at)));
        site.chain(sources).collect()
    }

    /// The content of a part.
    ///
    /// # Errors
    /// When a template fails, or a file cannot be read.
    pub(super) fn content(&self, part: &Part) -> Result<Content<'a>, Error> {
        match part {
            Part::Bytes(bytes) => Ok(Content::Bytes(bytes.clone())),
            Part::Site(at) => self.making.content(*at),
            Part::Source(at) => self.source(&self.sources[*at]),
            Part::File(known) => {
                let Known { from, size, sha256 } = known.as_ref().clone();
                Ok(Content::CopyOf { from, size, sha256 })
            }
        }
    }

    fn source(&self, entry: &SourceEntry) -> Result<Content<'a>, Error> {
        let from = || self.places.of(&entry.path);
        Ok(match &entry.origin {
            Origin::Text(at) => Content::Bytes(self.site.sources[*at].text().as_bytes().to_vec()),
            Origin::Theme(below) => Content::Bytes(self.theme.get(below).cloned().unwrap_or_default()),
            Origin::Seen(size, sha256) => Content::CopyOf { from: from(), size: *size, sha256: sha256.clone() },
            Origin::Disk => {
                let from = from();
                let seen = digest_of(&from)?;
                Content::CopyOf { from, size: seen.size, sha256: seen.sha256 }
            }
        })
    }
}
