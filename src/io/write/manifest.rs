//! The manifest: every file that the last build left in an output, as it was then.

use std::io;
use std::path::Path;

use super::paths;
use super::record::{self, Decoder, Digest16, Encoder, Loaded};

const MAGIC: &[u8; 16] = b"etal manifest 1\n";

/// A file that a build wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// Path below the output, `/` between names.
    pub(super) path: Box<str>,
    /// Size in bytes.
    pub(super) size: u64,
    /// Last change on disk, in nanoseconds since 1970.
    pub(super) modified: i64,
    /// Digest of the content.
    pub(super) digest: Digest16,
}

/// The files of an output, sorted by path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    pub(super) entries: Vec<Entry>,
}

/// What is known of an output from the last build.
pub(super) enum Known {
    /// There was none, or its list is lost.
    Nothing,
    /// There is a list, but it cannot be read.
    Damaged,
    /// Its files, and the seal of the list.
    Files(Manifest, Digest16),
}

impl Entry {
    /// A file that is ours, whatever it holds: after a crash nobody knows.
    pub(super) fn in_doubt(path: &str) -> Self {
        Self { path: path.into(), size: u64::MAX, modified: i64::MIN, digest: Digest16::default() }
    }

    pub(super) fn encode(&self, encoder: &mut Encoder) {
        encoder.text(&self.path);
        encoder.number(self.size);
        encoder.number(self.modified.cast_unsigned());
        encoder.bytes(&self.digest);
    }

    pub(super) fn decode(decoder: &mut Decoder<'_>) -> Option<Self> {
        Some(Self {
            path: decoder.text()?.into(),
            size: decoder.number()?,
            modified: decoder.number()?.cast_signed(),
            digest: decoder.bytes()?,
        })
    }
}

impl Manifest {
    /// The entry of a path.
    pub(super) fn get(&self, path: &str) -> Option<&Entry> {
        self.entries.binary_search_by(|entry| (*entry.path).cmp(path)).ok().map(|index| &self.entries[index])
    }

    /// Whether it has files below a folder.
    pub(super) fn has_folder(&self, folder: &str) -> bool {
        let from = self.entries.partition_point(|entry| below(&entry.path, folder).is_lt());
        self.entries.get(from).is_some_and(|entry| below(&entry.path, folder).is_eq())
    }

    /// Replaces the manifest on disk; gives its seal.
    pub(super) fn save(&self, path: &Path) -> io::Result<Digest16> {
        let mut encoder = Encoder::default();
        self.entries.iter().for_each(|entry| entry.encode(&mut encoder));
        record::save(path, MAGIC, &encoder.0)
    }

    /// Reads the manifest.
    pub(super) fn load(path: &Path) -> io::Result<Known> {
        Ok(match record::load(path, MAGIC)? {
            Loaded::Absent => Known::Nothing,
            Loaded::Damaged => Known::Damaged,
            Loaded::Sound(body, seal) => {
                Self::decode(&body).map_or(Known::Damaged, |manifest| Known::Files(manifest, seal))
            }
        })
    }

    fn decode(body: &[u8]) -> Option<Self> {
        let mut decoder = Decoder(body);
        let mut entries = Vec::new();
        while !decoder.0.is_empty() {
            entries.push(Entry::decode(&mut decoder)?);
        }
        let is_sorted = entries.is_sorted_by(|one, next| one.path < next.path);
        (is_sorted && entries.iter().all(|entry| paths::is_below(&entry.path))).then_some(Self { entries })
    }
}

/// Where a path stands to all paths below a folder, in the order of bytes.
pub(super) fn below(path: &str, folder: &str) -> std::cmp::Ordering {
    let head = &path.as_bytes()[..path.len().min(folder.len())];
    head.cmp(folder.as_bytes()).then_with(|| path.as_bytes().get(folder.len()).copied().unwrap_or(0).cmp(&b'/'))
}
