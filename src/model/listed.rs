//! A snapshot of the catalogue as `site.toml` lists it.

use crate::date::Moment;
use crate::text::path::file_name;

/// A snapshot of the whole catalogue that was published: what a reader needs to fetch and to verify it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedSnapshot {
    /// Its place among the snapshots of `site.toml`, from 0.
    pub place: usize,
    /// Where its archive is.
    pub file: SnapshotFile,
    /// The day that it shows.
    pub date: Moment,
    /// Size of the archive in bytes.
    pub size_bytes: u64,
    /// SHA-256 of the archive in lower-case hexadecimal digits.
    pub sha256: String,
}

/// Where the archive of a snapshot is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SnapshotFile {
    /// An `http` or `https` address, ready for a link.
    Address(String),
    /// A path of the site: that of a file below `content/static/`, `/` between names.
    Path(String),
}

impl SnapshotFile {
    /// The address or the path.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Address(text) | Self::Path(text) => text,
        }
    }

    /// The name of the archive: the last of the path, without what an address has after it.
    pub fn name(&self) -> &str {
        match self {
            Self::Address(address) => file_name(address.split(['?', '#']).next().unwrap_or(address)),
            Self::Path(path) => file_name(path),
        }
    }
}
