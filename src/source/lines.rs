//! Lines and columns of a text, found without reading it again for every place.

use super::Position;

/// Bytes between two notes; looking a place up reads at most so many.
const STEP: usize = 1024;

/// The lines of one text. A line ends with `\n`, `\r\n` or a lone `\r`.
#[derive(Clone, Debug)]
pub struct Lines<'a> {
    text: &'a str,
    notes: Vec<Note>,
}

/// What stands before a byte.
#[derive(Clone, Copy, Debug, Default)]
struct Note {
    lines: u32,
    line_start: usize,
    chars: u32,
    /// Characters before `line_start`.
    chars_of_lines: u32,
}

impl<'a> Lines<'a> {
    /// Reads a text once.
    pub fn of(text: &'a str) -> Self {
        let mut notes = Vec::with_capacity(text.len() / STEP + 1);
        let mut note = Note::default();
        for start in (0..text.len().max(1)).step_by(STEP) {
            notes.push(note);
            note = advanced(note, text.as_bytes(), start..(start + STEP).min(text.len()));
        }
        Self { text, notes }
    }

    /// The line and column of byte `at`; a place past the end is the end.
    pub fn position(&self, at: u32) -> Position {
        let mut at = (at as usize).min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        let step = (at / STEP).min(self.notes.len() - 1);
        let note = advanced(self.notes[step], self.text.as_bytes(), step * STEP..at);
        // A byte order mark has no width.
        let mark = u32::from(note.line_start == 0 && at > 0 && self.text.starts_with('\u{feff}'));
        Position { line: note.lines + 1, column: note.chars - note.chars_of_lines - mark + 1 }
    }
}

/// The note after some more bytes.
fn advanced(mut note: Note, bytes: &[u8], range: std::ops::Range<usize>) -> Note {
    for at in range {
        let byte = bytes[at];
        // Only the first byte of a character is none of the form 10xxxxxx.
        note.chars += u32::from(byte & 0b1100_0000 != 0b1000_0000);
        if byte == b'\n' || byte == b'\r' && bytes.get(at + 1) != Some(&b'\n') {
            note.lines += 1;
            note.line_start = at + 1;
            note.chars_of_lines = note.chars;
        }
    }
    note
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, needle: &str, line: u32, column: u32) {
        let at = text.find(needle).expect("needle") as u32;
        assert_eq!(Lines::of(text).position(at), Position { line, column });
    }

    #[test]
    fn columns_count_characters_and_not_the_byte_order_mark() {
        case("\u{feff}é: à\r\nb: ç d", "à", 1, 4);
        case("\u{feff}é: à\r\nb: ç d", "d", 2, 6);
        case("a\rb\r\nc\n\nd", "d", 5, 1);
        assert_eq!(Lines::of("").position(9), Position { line: 1, column: 1 });
        assert_eq!(Lines::of("\u{feff}").position(0), Position { line: 1, column: 1 });
        assert_eq!(Lines::of("\u{feff}").position(3), Position { line: 1, column: 1 });
    }

    #[test]
    fn places_far_from_the_start_are_right() {
        let text = format!("{}x", "é 1\n".repeat(5_000));
        case(&text, "x", 5_001, 1);
        let text = format!("{}x", "é".repeat(5_000));
        case(&text, "x", 1, 5_001);
    }
}
