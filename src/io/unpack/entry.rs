//! One entry of an archive, as its list or its header tells it.

use crate::snapshot::Damage;

/// The longest path, in bytes.
pub(super) const LONGEST_PATH: usize = 4096;

/// What an archive says of one of its entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// Its path, in Unicode NFC, without the slash at the end of a folder.
    pub(super) path: String,
    /// What it is.
    pub(super) kind: Kind,
    /// Size of its bytes when they are unpacked, as declared.
    pub(super) size: u64,
}

/// What an entry is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    File,
    Folder,
    /// A symbolic or hard link.
    Link,
    /// A file whose bytes cannot be had.
    Unusable(Damage),
}

impl Entry {
    /// An entry with the name that an archive gives it.
    pub(super) fn new(name: &str, kind: Kind, size: u64) -> Self {
        let name = if kind == Kind::Folder { name.strip_suffix('/').unwrap_or(name) } else { name };
        Self { path: crate::io::walk::composed(name.to_owned()), kind, size }
    }
}
