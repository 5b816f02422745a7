//! Open documents, and places in texts as editors count them.

use std::cell::Cell;

use serde_json::{Value, json};

use crate::source::{Content, MAX_DESCRIPTOR_BYTES, Span};

/// In what editors count the columns of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    /// Bytes.
    Utf8,
    /// UTF-16 code units, as all editors can.
    Utf16,
}

impl Encoding {
    /// Its name in the protocol.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16 => "utf-16",
        }
    }

    fn width(self, text: &str) -> usize {
        match self {
            Self::Utf8 => text.len(),
            Self::Utf16 => text.chars().map(char::len_utf16).sum(),
        }
    }
}

/// The lines of a text. A line ends with `\n`, `\r\n` or a lone `\r`.
#[derive(Clone, Debug)]
pub(super) struct Places<'a> {
    text: &'a str,
    starts: Vec<usize>,
    encoding: Encoding,
    /// Columns of the first line that an editor does not show.
    hidden: usize,
    /// A place that was looked up, with its column: the next one is mostly not far after it.
    last: Cell<(usize, usize)>,
}

impl<'a> Places<'a> {
    /// Of a file that no editor has open: it will not show the byte order mark.
    pub(super) fn on_disk(text: &'a str, encoding: Encoding) -> Self {
        let mark = text.get(..'\u{feff}'.len_utf8()).filter(|mark| *mark == "\u{feff}");
        Self { hidden: mark.map_or(0, |mark| encoding.width(mark)), ..Self::of(text, encoding) }
    }

    /// Of a text as an editor has it.
    pub(super) fn of(text: &'a str, encoding: Encoding) -> Self {
        let bytes = text.as_bytes();
        let ends = bytes.iter().enumerate().filter(|(at, byte)| match byte {
            b'\n' => true,
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        });
        let starts = std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect();
        Self { text, starts, encoding, hidden: 0, last: Cell::default() }
    }

    /// Line and column of byte `at`, both from 0; a place past the end is the end.
    pub(super) fn position(&self, at: usize) -> (usize, usize) {
        let mut at = at.min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        let line = self.starts.partition_point(|start| *start <= at) - 1;
        let hidden = if line == 0 { self.hidden } else { 0 };
        let (known, column) = match self.last.get() {
            (known, column) if (self.starts[line]..=at).contains(&known) => (known, column),
            _ => (self.starts[line], 0),
        };
        let column = column + self.encoding.width(&self.text[known..at]);
        self.last.set((at, column));
        (line, column.saturating_sub(hidden))
    }

    /// The byte at a line and a column, both from 0. A column past the end is the end of the line, a
    /// line past the end the end of the text, a column inside of a character its start.
    pub(super) fn offset(&self, line: usize, column: usize) -> usize {
        let Some(start) = self.starts.get(line).copied() else { return self.text.len() };
        let end = self.starts.get(line + 1).copied().unwrap_or(self.text.len());
        let content = self.text[start..end].trim_end_matches(['\n', '\r']);
        let mut width = 0;
        for (at, c) in content.char_indices() {
            let mut buffer = [0; 4];
            width += self.encoding.width(c.encode_utf8(&mut buffer));
            if width > column {
                return start + at;
            }
        }
        start + content.len()
    }

    /// A span as a range of the protocol.
    pub(super) fn range(&self, span: Span) -> Value {
        let place = |at: u32| {
            let (line, character) = self.position(at as usize);
            json!({ "line": line, "character": character })
        };
        json!({ "start": place(span.start), "end": place(span.end) })
    }

    /// The byte that a position of the protocol names.
    pub(super) fn byte(&self, position: &Value) -> Option<usize> {
        let number = |name: &str| usize::try_from(position.get(name)?.as_u64()?).ok();
        Some(self.offset(number("line")?, number("character")?))
    }

    /// The span that a range of the protocol names.
    pub(super) fn span(&self, range: &Value) -> Option<Span> {
        let (start, end) = (self.byte(range.get("start")?)?, self.byte(range.get("end")?)?);
        Some(Span::new(start.min(end), end.max(start)))
    }
}

/// A text that an editor has open.
#[derive(Clone, Debug)]
pub(super) struct Document {
    /// Its address, as the editor writes it.
    pub(super) uri: String,
    /// The catalogue it belongs to, by its root.
    pub(super) root: String,
    /// Its path below the root.
    pub(super) path: String,
    /// The editor's number of its state.
    pub(super) version: Option<i64>,
    /// What it holds.
    pub(super) text: String,
}

impl Document {
    /// Makes the changes of a notification, in their order. False when one of them cannot be read:
    /// what follows would be wrong.
    pub(super) fn change(&mut self, changes: &[Value], encoding: Encoding) -> bool {
        changes.iter().all(|change| self.change_one(change, encoding).is_some())
    }

    fn change_one(&mut self, change: &Value, encoding: Encoding) -> Option<()> {
        let new = change.get("text")?.as_str()?;
        match change.get("range").filter(|range| !range.is_null()) {
            None => new.clone_into(&mut self.text),
            Some(range) => {
                let span = Places::of(&self.text, encoding).span(range)?;
                self.text.replace_range(span.range(), new);
            }
        }
        Some(())
    }

    /// What the file would hold.
    pub(super) fn content(&self) -> Content {
        Content::of(self.text.as_bytes())
    }

    /// Whether it is too large to be looked at.
    pub(super) fn is_too_large(&self) -> bool {
        self.text.len() as u64 > MAX_DESCRIPTOR_BYTES
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_as_agreed() {
        let text = "a: 🌳é\r\nb: x\rc";
        let case = |encoding, at, expected: (usize, usize)| {
            let places = Places::of(text, encoding);
            assert_eq!(places.position(at), expected);
            assert_eq!(places.offset(expected.0, expected.1), at);
        };
        let after_tree = text.find('é').expect("é");
        case(Encoding::Utf16, after_tree, (0, 5));
        case(Encoding::Utf8, after_tree, (0, 7));
        case(Encoding::Utf16, text.find('x').expect("x"), (1, 3));
        case(Encoding::Utf16, text.len(), (2, 1));
    }

    #[test]
    fn a_place_is_the_same_whichever_was_asked_for_before() {
        let text = "a: 🌳é\r\nb: 🌳🌳 x\r\rc";
        let places = Places::of(text, Encoding::Utf16);
        for first in 0..text.len() {
            for second in 0..text.len() {
                places.position(first);
                assert_eq!(places.position(second), Places::of(text, Encoding::Utf16).position(second));
            }
        }
    }

    #[test]
    fn places_that_do_not_exist_are_the_nearest_before() {
        let places = Places::of("a🌳\r\nb", Encoding::Utf16);
        assert_eq!(places.offset(0, 2), 1, "inside of a character");
        assert_eq!(places.offset(0, 99), 5, "past the end of a line");
        assert_eq!(places.offset(9, 0), 8, "past the end of the text");
        assert_eq!(places.position(3), (0, 1));
        assert_eq!(places.position(99), (1, 1));
        assert_eq!(Places::on_disk("\u{feff}ab", Encoding::Utf8).position(4), (0, 1));
    }

    #[test]
    fn changes_are_made_in_their_order() {
        let mut document = Document {
            uri: String::new(),
            root: String::new(),
            path: String::new(),
            version: None,
            text: String::from("title: 🌳\n"),
        };
        let range =
            |from: u32, to: u32| json!({"start": {"line": 0, "character": from}, "end": {"line": 0, "character": to}});
        let changes = [json!({ "range": range(7, 9), "text": "Tree" }), json!({ "range": range(11, 11), "text": "s" })];
        assert!(document.change(&changes, Encoding::Utf16));
        assert_eq!(document.text, "title: Trees\n");
        assert!(document.change(&[json!({ "text": "new" })], Encoding::Utf16));
        assert_eq!(document.text, "new");
        assert!(!document.change(&[json!({ "range": {}, "text": "x" })], Encoding::Utf16));
    }
}
