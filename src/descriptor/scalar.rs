//! How one text is written in YAML: plain, quoted, folded or as a block.

/// How a text is best written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// As it is.
    Plain,
    /// Between `'`.
    Single,
    /// Between `"`, with escapes.
    Double,
    /// A block that keeps its lines (`|`).
    Literal,
    /// A block of one long line, broken at blanks (`>`).
    Folded,
}

/// Columns of a line before a long text is folded.
pub(super) const WIDTH: usize = 100;

/// The style of a text that begins in column `column`.
pub(super) fn style(text: &str, column: usize) -> Style {
    let several_lines = text.contains('\n');
    let ends_blank = text.starts_with([' ', '\t', '\n']) || text.ends_with([' ', '\t']);
    if !text.chars().all(|c| is_printable(c) || c == '\n') {
        Style::Double
    } else if several_lines {
        let only_breaks = text.trim_matches('\n').is_empty();
        if ends_blank || only_breaks { Style::Double } else { Style::Literal }
    } else if column + text.chars().count() > WIDTH && text.contains(' ') && !ends_blank && !is_address(text) {
        Style::Folded
    } else if is_plain(text) {
        Style::Plain
    } else {
        Style::Single
    }
}

/// Whether a text begins like an address: one with blanks in it is mended more easily on one line.
fn is_address(text: &str) -> bool {
    text.split(' ').next().is_some_and(|word| word.contains("://"))
}

/// A key, quoted when it must be.
pub(super) fn key(text: &str) -> String {
    match style(text, 0) {
        Style::Plain => text.to_owned(),
        Style::Single => single(text),
        _ if text.chars().all(is_printable) => single(text),
        _ => double(text),
    }
}

/// What every reader of YAML takes as a printable character of one line.
fn is_printable(c: char) -> bool {
    match c {
        '\t' | ' '..='~' => true,
        '\u{a0}'..='\u{d7ff}' => !matches!(c, '\u{2028}' | '\u{2029}'),
        '\u{e000}'..='\u{fffd}' => c != '\u{feff}',
        _ => c >= '\u{10000}',
    }
}

/// Whether a one-line text needs no quotes, for us and for readers of YAML 1.1.
pub(crate) fn is_plain(text: &str) -> bool {
    let Some(first) = text.chars().next() else {
        return false;
    };
    let indicators = "-?:,[]{}#&*!|>'\"%@`=<";
    let blank_ends = text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace);
    let meaningful = text.contains(": ") || text.contains(" #") || text.contains('\t') || text.ends_with(':');
    !indicators.contains(first) && !blank_ends && !meaningful && !is_typed(text)
}

/// Whether a reader could take the text for a number, a truth value or nothing.
fn is_typed(text: &str) -> bool {
    let words = ["null", "~", "true", "false", "yes", "no", "on", "off", "y", "n", ".inf", ".nan"];
    words.contains(&text.to_ascii_lowercase().as_str()) || is_numeric(text)
}

/// Digits with points, underscores, colons, an exponent or a radix. Dates and UUIDs, whose hyphens
/// no number has, are texts for everybody.
fn is_numeric(text: &str) -> bool {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let digits = unsigned.strip_prefix('.').unwrap_or(unsigned);
    let starts = digits.starts_with(|c: char| c.is_ascii_digit()) || unsigned.eq_ignore_ascii_case(".inf");
    let shape = unsigned.bytes().all(|byte| byte.is_ascii_hexdigit() || b"_.:,+-xXoOinfINF".contains(&byte));
    let hyphens: Vec<usize> = unsigned.match_indices('-').map(|(at, _)| at).collect();
    let exponent = match hyphens.as_slice() {
        [] => true,
        [at] => *at > 0 && matches!(unsigned.as_bytes()[at - 1], b'e' | b'E'),
        _ => false,
    };
    starts && shape && exponent
}

/// A text between single quotes. It has no line break.
pub(super) fn single(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// A text between single quotes; none when it has characters that only escapes can write.
pub(crate) fn single_quoted(text: &str) -> Option<String> {
    text.chars().all(is_printable).then(|| single(text))
}

/// A text between double quotes, with escapes for what is not printable.
pub(crate) fn double(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if is_printable(c) => out.push(c),
            c if u32::from(c) < 0x100 => out.push_str(&format!("\\x{:02X}", u32::from(c))),
            c if u32::from(c) < 0x1_0000 => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push_str(&format!("\\U{:08X}", u32::from(c))),
        }
    }
    out.push('"');
    out
}

/// The lines of one long line, broken at single blanks so that folding puts it together again.
pub(super) fn folded(text: &str, width: usize) -> Vec<&str> {
    let mut lines = Vec::new();
    let (mut start, mut last_break) = (0, None);
    let mut columns = 0;
    let bytes = text.as_bytes();
    for (at, c) in text.char_indices() {
        if columns > width
            && let Some(blank) = last_break.take()
        {
            lines.push(&text[start..blank]);
            start = blank + 1;
            columns = text[start..at].chars().count();
        }
        let single = c == ' ' && at > start && !bytes[at - 1].is_ascii_whitespace();
        if single && bytes.get(at + 1).is_some_and(|next| !next.is_ascii_whitespace()) {
            last_break = Some(at);
        }
        columns += 1;
    }
    lines.push(&text[start..]);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, expected: Style) {
        assert_eq!(style(text, 10), expected, "{text:?}");
    }

    #[test]
    fn a_text_gets_the_lightest_style_that_keeps_it() {
        case("Marchés de plein air", Style::Plain);
        case("2024-05-31", Style::Plain);
        case("5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001", Style::Plain);
        case("https://a.example/?q=1#top", Style::Plain);
        case("a: b", Style::Single);
        case("12:30", Style::Single);
        case("No", Style::Single);
        case("1e-5", Style::Single);
        case("", Style::Single);
        case("one\ntwo", Style::Literal);
        case("bell \u{7}", Style::Double);
        case("  \nindented", Style::Double);
        case("word ".repeat(30).trim_end(), Style::Folded);
        case(&"x".repeat(300), Style::Plain);
        case(&format!("https://a.example/?q={}", "a b".repeat(50)), Style::Plain);
    }

    #[test]
    fn folding_never_breaks_at_two_blanks() {
        let text = "aaaa bbbb  cccc dddd";
        assert_eq!(folded(text, 6), ["aaaa", "bbbb  cccc", "dddd"]);
        assert_eq!(folded(text, 6).join(" "), text);
    }
}
