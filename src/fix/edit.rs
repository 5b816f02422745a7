//! What a mend is: edits of a text, and what they are meant to change in its values.

use crate::finding::Rule;
use crate::source::{KeyPath, SourceId, Span};

/// Bytes of a source text that become others.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// The bytes that go; empty where something is only put in.
    pub span: Span,
    /// What comes in their place; empty where something is only taken out.
    pub replacement: String,
}

/// What an edit is meant to change once the text is read again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The value at this path becomes this text. A mapping's key that is not there yet is added.
    Set(KeyPath, String),
    /// The first such characters of the text at this path become others.
    Part(KeyPath, String, String),
    /// The item or the entry at this path goes; what follows it moves up.
    Remove(KeyPath),
    /// The item at this path becomes several.
    Split(KeyPath, Vec<String>),
}

/// How a finding is mended. Its edits belong together: all of them are made, or none.
#[derive(Clone, Debug, PartialEq)]
pub struct Mend {
    /// The rule that is kept afterwards.
    pub rule: &'static Rule,
    /// The place of the finding in the list that was given.
    pub finding: usize,
    /// The text.
    pub source: SourceId,
    /// The edits, by place; none overlaps another.
    pub edits: Vec<Edit>,
    /// What they change.
    pub changes: Vec<Change>,
    /// Whether there may be another right answer: such a mend is shown and never made.
    pub is_suggestion: bool,
}

impl Edit {
    /// New text for some bytes.
    pub fn new(span: Span, replacement: impl Into<String>) -> Self {
        Self { span, replacement: replacement.into() }
    }

    /// Text put in before byte `at`.
    pub fn insert(at: usize, text: impl Into<String>) -> Self {
        Self::new(Span::new(at, at), text)
    }

    /// Whether two edits touch the same bytes, or put something in at the same place.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.span == other.span || self.span.start < other.span.end && other.span.start < self.span.end
    }
}

/// `text` with edits that overlap nowhere, in any order.
pub fn edited<'a>(text: &str, edits: impl IntoIterator<Item = &'a Edit>) -> String {
    let mut edits: Vec<&Edit> = edits.into_iter().collect();
    edits.sort();
    let mut out = String::with_capacity(text.len() + 64);
    let mut done = 0;
    for edit in edits {
        out.push_str(text.get(done..edit.span.start as usize).unwrap_or(""));
        out.push_str(&edit.replacement);
        done = edit.span.end as usize;
    }
    out.push_str(text.get(done..).unwrap_or(""));
    out
}
