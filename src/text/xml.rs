//! Text in XML.

use std::borrow::Cow;

/// A text as character data or as the value of an attribute between double quotes. Characters that XML 1.0 cannot have
/// at all are left out.
pub fn escaped(text: &str) -> Cow<'_, str> {
    let special = |c: char| matches!(c, '&' | '<' | '>' | '"' | '\t' | '\n' | '\r') || is_refused(c);
    if !text.contains(special) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // Parsers make a line feed of it otherwise.
            '\r' => out.push_str("&#13;"),
            c if is_refused(c) => {}
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Whether no XML 1.0 document may hold a character, written as it is or as a reference (section 2.2, `Char`).
fn is_refused(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_escaped_and_what_xml_cannot_hold_is_left_out() {
        assert_eq!(escaped("eau"), "eau");
        assert_eq!(escaped("<a b=\"c\">&\r\n\u{1}"), "&lt;a b=&quot;c&quot;&gt;&amp;&#13;\n");
    }
}
