//! Source texts and places in them: what a descriptor is before anybody knows what it means.
//!
//! Rules name a place by its key path (`resources[2].url`); only [`locate`](spans::Spans::locate)
//! turns it into bytes, and only [`SourceFile::position`] turns bytes into a line and a column.

mod front_matter;
mod key_path;
mod lines;
mod spans;
mod toml;
mod utf16;
mod yaml;

pub use front_matter::{FrontMatter, split};
pub use key_path::{KeyPath, Segment};
pub use lines::Lines;
pub use spans::{Part, Place, Spans};
pub use toml::parse_toml;
pub use utf16::Utf16;
pub use yaml::{Entry, Node, ParsedYaml, Value, YamlFault, YamlFaultKind, parse};

/// A half-open range of bytes in one source text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span from `start` to `end`, both in bytes. Texts over 4 GB are refused before this.
    pub fn new(start: usize, end: usize) -> Self {
        let clamp = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { start: clamp(start), end: clamp(end.max(start)) }
    }

    /// The same span, no longer than `text` and with whole characters only.
    #[must_use]
    pub fn within(self, text: &str) -> Self {
        let boundary = |at: u32| (0..=(at as usize).min(text.len())).rev().find(|at| text.is_char_boundary(*at));
        let start = boundary(self.start).unwrap_or(0);
        let end = (self.end as usize..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
        Self::new(start, end)
    }

    /// As a range that slices a text.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The same span moved `by` bytes to the right.
    #[must_use]
    pub fn shifted(self, by: usize) -> Self {
        Self::new(self.start as usize + by, self.end as usize + by)
    }
}

/// A line and a column, both counted from 1. Columns count characters, as editors show them; a
/// byte order mark has no width.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

/// The number of a source file in the catalogue's list of sources.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub u32);

/// A text of the catalogue, with its path below the catalogue's root (`/` between names).
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Path below the root, for people and machines.
    pub path: String,
    /// What was read.
    pub content: Content,
}

/// What a file turned out to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// UTF-8 text.
    Text(String),
    /// Not UTF-8: the number of the first byte that is not, from 0.
    NotText(usize),
    /// Larger than [`MAX_DESCRIPTOR_BYTES`]; its size in bytes. Nothing of it was read.
    TooLarge(u64),
}

impl Content {
    /// What some bytes hold.
    pub fn of(bytes: &[u8]) -> Self {
        if bytes.len() as u64 > MAX_DESCRIPTOR_BYTES {
            return Self::TooLarge(bytes.len() as u64);
        }
        match std::str::from_utf8(bytes) {
            Ok(text) => Self::Text(text.to_owned()),
            Err(error) => Self::NotText(error.valid_up_to()),
        }
    }
}

/// No descriptor is read beyond this size: what is larger is data put in the wrong place.
pub const MAX_DESCRIPTOR_BYTES: u64 = 1 << 20;

impl SourceFile {
    /// A text source, mostly for tests.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), content: Content::Text(text.into()) }
    }

    /// The text, empty when the file is not one.
    pub fn text(&self) -> &str {
        match &self.content {
            Content::Text(text) => text,
            Content::NotText(_) | Content::TooLarge(_) => "",
        }
    }

    /// The line and column of byte `at`; a place past the end is the end. Reads the whole text:
    /// for many places, keep its [`Lines`].
    pub fn position(&self, at: u32) -> Position {
        Lines::of(self.text()).position(at)
    }

    /// The text of `span`, empty when it does not lie in this text.
    pub fn slice(&self, span: Span) -> &str {
        self.text().get(span.range()).unwrap_or("")
    }
}
