//! Texts without markup: summaries, descriptions for search engines, and the cleaning of what people paste.

use std::borrow::Cow;

use pulldown_cmark::{Event, TagEnd};

/// Bytes of a text that are looked at together.
const BLOCK: usize = 64;

/// Removes what must not reach any output: control characters but tab and line breaks, marks that turn the direction of
/// the text that follows, byte order marks, and code points that are no characters.
pub fn sanitize_inline(text: &str) -> Cow<'_, str> {
    // A block is looked at whole, without a branch for each byte, so that the processor takes many at once.
    let suspect = |block: &[u8]| block.iter().fold(false, |found, byte| found | may_be_refused(*byte));
    if !text.as_bytes().chunks(BLOCK).any(suspect) || !text.contains(is_refused) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|c| !is_refused(*c)).collect())
}

/// Whether a refused character may begin or end with this byte: most texts have none of these, and
/// looking at bytes is much quicker than at characters. The bytes of Latin, Greek and Cyrillic letters
/// are not among them; no-break spaces and typographic marks are looked at twice.
fn may_be_refused(byte: u8) -> bool {
    matches!(byte, 0..=8 | 11..=31 | 0x7f | 0xc2 | 0xe2 | 0xee..)
}

fn is_refused(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' => false,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' | '\u{feff}' => true,
        // Private use: `raw` marks places with them. The others are refused by HTML.
        '\u{e000}'..='\u{f8ff}' | '\u{fdd0}'..='\u{fdef}' => true,
        c => c.is_control() || (u32::from(c) & 0xfffe) == 0xfffe,
    }
}

/// The words of a Markdown text on one line, cut at a word with `…` when there are more than `max_chars` characters.
pub fn plain_text(markdown: &str, max_chars: usize) -> String {
    // The parser looks for blocks in the whole text first: a summary needs only its beginning.
    let enough = markdown.char_indices().nth(max_chars * 8).map_or(markdown, |(end, _)| &markdown[..end]);
    let clean = sanitize_inline(enough);
    let mut text = String::new();
    let mut length = 0;
    for event in super::events(&clean) {
        match event {
            Event::Text(words) | Event::Code(words) => {
                length += words.chars().count();
                text.push_str(&words);
            }
            Event::SoftBreak | Event::HardBreak | Event::Rule => text.push(' '),
            Event::End(end) if is_block(end) => text.push(' '),
            _ => {}
        }
        if length > max_chars * 2 {
            break;
        }
    }
    // A blank that keeps words together stays: French has one before `:`.
    let parts = |c: char| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}');
    let words: Vec<&str> = text.split(parts).filter(|word| !word.is_empty()).collect();
    cut(&words.join(" "), max_chars)
}

fn is_block(end: TagEnd) -> bool {
    !matches!(
        end,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Link
            | TagEnd::Image
            | TagEnd::Superscript
            | TagEnd::Subscript
    )
}

fn cut(text: &str, max_chars: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(max_chars) else {
        return text.to_owned();
    };
    let head = &text[..end];
    let whole = head.rfind(' ').map_or(head, |space| &head[..space]);
    format!("{}…", whole.trim_end_matches(|c: char| c.is_whitespace() || ",;:.–-(".contains(c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_left_out_of_plain_text() {
        assert_eq!(plain_text("# A\n\n*b* [c](d) `e`\n- f\n- g\n\n<b>h</b>", 100), "A b c e f g h");
    }

    #[test]
    fn blanks_that_keep_words_together_stay() {
        assert_eq!(plain_text("a\u{a0}:  b\nc\u{202f}!", 100), "a\u{a0}: b c\u{202f}!");
    }

    #[test]
    fn a_long_text_is_cut_at_a_word() {
        assert_eq!(plain_text("Un deux, trois quatre", 9), "Un deux…");
        assert_eq!(plain_text("Un deux", 7), "Un deux");
        assert_eq!(plain_text("éééééééééé", 4), "éééé…");
    }

    #[test]
    fn marks_that_turn_the_text_are_removed() {
        assert_eq!(sanitize_inline("a\u{202e}b\u{2066}c\u{0}d\u{feff}e\u{7f}"), "abcde");
        assert!(matches!(sanitize_inline("é « à »\n"), Cow::Borrowed(_)));
    }
}
