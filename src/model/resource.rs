//! Resources: the files, links and documents of a dataset.

use crate::date::Moment;
use crate::source::KeyPath;
use crate::text::Text;
use crate::text::address::split;
use crate::vocab;

use super::{Coded, Extras, Harvest, HostedFile, Identity, Schema};

/// A file, a link or a document of a dataset.
#[derive(Clone, Debug, PartialEq)]
pub struct Resource {
    /// Its UUID.
    pub identity: Identity,
    /// Title; the name of the file when not said.
    pub title: Text,
    /// Description, Markdown.
    pub description: Text,
    /// What it is for; `main` when not said.
    pub kind: Option<Coded<vocab::Term>>,
    /// Where it is.
    pub location: Location,
    /// Its format as written.
    pub format: Option<Coded<vocab::Format>>,
    /// Its media type as written.
    pub mime: Option<String>,
    /// Its size in bytes as written.
    pub size: Option<u64>,
    /// Its checksum as written.
    pub checksum: Option<Checksum>,
    /// When the data came.
    pub created: Option<Moment>,
    /// When the data last changed.
    pub modified: Option<Moment>,
    /// Its licence where it is not the dataset's.
    pub license: Option<Coded<vocab::License>>,
    /// The structure it promises.
    pub schema: Option<Schema>,
    /// Its languages, as two-letter codes where known.
    pub languages: Vec<Coded<vocab::Language>>,
    /// Where it was harvested.
    pub harvest: Option<Box<Harvest>>,
    /// Free values.
    pub extras: Extras,
    /// Its place in the descriptor's list, from 0: items that are no resource count too.
    pub index: usize,
}

/// Where a resource is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Location {
    /// A file of the dataset's folder, by its path below it, as written.
    Hosted(String),
    /// An address elsewhere, as written.
    Remote(String),
    /// Nowhere: neither `path` nor `url`.
    Absent,
}

/// A checksum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checksum {
    /// Its algorithm: `sha256`, `md5`, …
    pub kind: String,
    /// Hexadecimal digits as written.
    pub value: String,
}

impl Resource {
    /// Where it stands in the descriptor.
    pub fn key_path(&self) -> KeyPath {
        KeyPath::of("resources").index(self.index)
    }

    /// Its path below the dataset's folder when it is hosted.
    pub fn path(&self) -> Option<&str> {
        match &self.location {
            Location::Hosted(path) => Some(path),
            Location::Remote(_) | Location::Absent => None,
        }
    }

    /// Its address when it is elsewhere.
    pub fn url(&self) -> Option<&str> {
        match &self.location {
            Location::Remote(url) => Some(url),
            Location::Hosted(_) | Location::Absent => None,
        }
    }

    /// Its type's id; `main` when not said or not known.
    pub fn type_id(&self) -> &'static str {
        self.kind.as_ref().and_then(|kind| kind.known).map_or("main", |kind| kind.id)
    }

    /// Its format: as declared, else the media type's, else by the name of its file.
    pub fn known_format(&self) -> Option<&'static vocab::Format> {
        let declared = self.format.as_ref().and_then(|format| format.known);
        let by_mime = || self.mime.as_deref().and_then(vocab::Format::find);
        let by_path = || vocab::Format::of_path(self.path()?);
        // The end of an address is no evidence when a format is declared that nobody knows.
        let by_url = || {
            // A host is no file: `https://example.md` is no Markdown.
            let address = split(self.url().filter(|_| self.format.is_none())?)?;
            vocab::Format::of_path(address.rest.split(['?', '#']).next()?)
        };
        declared.or_else(by_mime).or_else(by_path).or_else(by_url)
    }

    /// Whether its address answered when it was last checked; none when nobody checked. Checkers of
    /// data.gouv.fr write `check:available` into `extras`, and so may others.
    pub fn was_available(&self) -> Option<bool> {
        self.extras.get("check:available")?.as_bool()
    }

    /// When its address was last checked, as written.
    pub fn checked_on(&self) -> Option<&str> {
        self.extras.get("check:date")?.as_str()
    }

    /// The hosted file that it names, among those of its dataset.
    pub fn hosted<'a>(&self, files: &'a [HostedFile]) -> Option<&'a HostedFile> {
        let path = self.path()?;
        let path = path.strip_prefix("./").unwrap_or(path);
        files.iter().find(|file| file.path == path)
    }
}
