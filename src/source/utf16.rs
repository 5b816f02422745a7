//! Columns in UTF-16 code units, as editors and forges count them.

use super::Position;

/// Finds columns of one text in UTF-16 code units. Characters up to U+FFFF are one unit and others
/// two; a byte order mark has no width.
#[derive(Clone, Debug)]
pub struct Utf16<'a> {
    text: &'a str,
    /// Where the characters of two units begin, in bytes.
    wide: Vec<usize>,
}

impl<'a> Utf16<'a> {
    /// Reads a text once.
    pub fn of(text: &'a str) -> Self {
        // Of UTF-8, only characters of four bytes begin with such a byte.
        let bytes = text.bytes().enumerate();
        Self { text, wide: bytes.filter(|(_, byte)| *byte >= 0xf0).map(|(at, _)| at).collect() }
    }

    /// The column, from 1, of byte `at`, whose column in characters is that of `position`.
    pub fn column(&self, at: u32, position: Position) -> u32 {
        let at = (at as usize).min(self.text.len());
        let before = &self.wide[..self.wide.partition_point(|wide| *wide < at)];
        if before.is_empty() {
            return position.column;
        }
        let line = memchr::memrchr2(b'\n', b'\r', &self.text.as_bytes()[..at]).map_or(0, |end| end + 1);
        position.column + (before.len() - before.partition_point(|wide| *wide < line)) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceFile;

    #[track_caller]
    fn case(text: &str, needle: &str, column: u32) {
        let at = text.find(needle).expect("needle") as u32;
        let position = SourceFile::new("a", text).position(at);
        assert_eq!(Utf16::of(text).column(at, position), column, "{text:?}");
    }

    #[test]
    fn characters_beyond_the_first_plane_are_two_units() {
        case("title: Trees", "Trees", 8);
        case("\u{feff}é日: x", "x", 5);
        case("a: 🌳🌳 x", "x", 9);
        case("🌳: a\r\n🌳: b\r🌳 c", "c", 4);
        assert_eq!(Utf16::of("🌳").column(99, Position { line: 1, column: 2 }), 3);
    }
}
