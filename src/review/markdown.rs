//! A report as Markdown for the comment of a forge. Nothing of a change can become markup: no mention, no reference,
//! no image, no HTML, no command to the forge.

use super::document::{Block, Document, Item, Part, Span};
use crate::markdown::sanitize_inline;

/// What a comment begins with, so that it can be found and updated in place.
pub const MARKER: &str = "<!-- etal review -->";

/// Characters of the longest comment; GitHub takes 65,536.
pub const LONGEST: usize = 60_000;

/// A character that joins what stands beside it and cannot be seen: forges find no name, number or address across it.
const JOINER: char = '\u{2060}';

/// Writes a report, shortened where it would be too long.
pub fn markdown(document: &Document) -> String {
    let mut out = format!("{MARKER}\n{}", blocks(&document.head, ""));
    let whole: Vec<String> = document.parts.iter().map(|Part { whole, .. }| blocks(whole, "")).collect();
    let brief: Vec<String> = document.parts.iter().map(|Part { brief, .. }| blocks(brief, "")).collect();
    let length = |text: &String| text.chars().count();
    let room = LONGEST - 200 - length(&out).min(LONGEST - 200);
    // Every part is to be named, so the room for names is kept free while parts are told whole.
    let mut reserved: Vec<usize> = brief.iter().map(length).collect();
    let mut named: usize = reserved.iter().sum();
    let (mut used, mut left_out) = (0, 0);
    for (at, (whole, brief)) in whole.iter().zip(&brief).enumerate() {
        named -= std::mem::take(&mut reserved[at]);
        let text = if used + length(whole) + named <= room { whole } else { brief };
        if used + length(text) > room {
            left_out += 1;
            continue;
        }
        used += length(text);
        out.push_str(text);
    }
    if left_out > 0 {
        let more = super::document::prose(&document.more.replace("{n}", &left_out.to_string()));
        out.push_str(&format!("\n{}\n", line(&more)));
    }
    out
}

fn blocks(blocks: &[Block], indent: &str) -> String {
    let mut out = String::new();
    for block in blocks {
        match block {
            Block::Heading(level, words) => {
                out.push_str(&format!("\n{indent}{} {}\n", "#".repeat(usize::from(*level)), line(words)));
            }
            Block::Paragraph(words) => out.push_str(&format!("\n{indent}{}\n", first(&line(words)))),
            Block::List(items) => {
                // Below an item a list follows its line; elsewhere it begins a block of its own.
                if indent.is_empty() {
                    out.push('\n');
                }
                items.iter().for_each(|one| item(one, indent, &mut out));
            }
            Block::Lines(text) => fenced(text, indent, &mut out),
            Block::Fold(summary, below) => {
                out.push_str(&format!("\n{indent}<details><summary>{}</summary>\n", self::summary(summary)));
                out.push_str(&self::blocks(below, indent));
                out.push_str(&format!("\n{indent}</details>\n"));
            }
        }
    }
    out
}

fn item(item: &Item, indent: &str, out: &mut String) {
    out.push_str(&format!("{indent}- {}\n", first(&line(&item.line))));
    out.push_str(&blocks(&item.below, &format!("{indent}  ")));
}

/// Lines between fences that none of them can close.
fn fenced(text: &str, indent: &str, out: &mut String) {
    let fence = "`".repeat(longest_run(text).max(2) + 1);
    out.push_str(&format!("\n{indent}{fence}diff\n"));
    for line in text.lines() {
        out.push_str(&format!("{indent}{}\n", plain(line)));
    }
    out.push_str(&format!("{indent}{fence}\n"));
}

fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

fn line(spans: &[Span]) -> String {
    let mut out = String::new();
    for span in spans {
        match span {
            Span::Words(words) => out.push_str(&escaped(words)),
            // Blanks inside the marks would leave them as they are.
            Span::Strong(words) if words.trim().is_empty() => {}
            Span::Strong(words) => out.push_str(&format!("**{}**", escaped(words.trim()))),
            Span::Code(text) => out.push_str(&as_code(text)),
        }
    }
    out
}

fn as_code(text: &str) -> String {
    let text = plain(text).replace('\n', " ");
    if text.trim().is_empty() {
        return String::from("–");
    }
    let marks = "`".repeat(longest_run(&text) + 1);
    let blank = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{marks}{blank}{text}{blank}{marks}")
}

fn plain(text: &str) -> String {
    sanitize_inline(text).replace('\r', "")
}

/// Words as HTML, for the one place where Markdown is not read.
fn summary(spans: &[Span]) -> String {
    let apart = |span: &Span| match span {
        Span::Words(words) => Span::Words(apart(words)),
        Span::Strong(words) => Span::Strong(apart(words)),
        Span::Code(text) => Span::Code(text.clone()),
    };
    super::html::line(&spans.iter().map(apart).collect::<Vec<_>>())
}

/// Words with joiners where a forge would find a name, a number, an address or a picture.
fn apart(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let (mut before, mut run) = (' ', 0);
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let after = rest.peek().copied().unwrap_or(' ');
        let is_word = after.is_alphanumeric();
        // `www.a.example`: before the dot, for a joiner may be part of a host but not of `www.`.
        if c == '.' && matches!(before, 'w' | 'W') && !after.is_whitespace() {
            out.push(JOINER);
        }
        out.push(c);
        let joins = match c {
            // `@name`, and `a@b.example` whatever comes first.
            '@' => !after.is_whitespace(),
            // `#12`, `!12`, `%12`, `&12`, `:emoji:`, `https://`.
            '#' | '!' | '%' | '&' | ':' => is_word || matches!(after, '/' | '"' | '+' | '-'),
            // `GH-12`
            '-' => matches!(before, 'h' | 'H') && after.is_ascii_digit(),
            // The name of a commit has seven digits and more: none stand together.
            c if c.is_ascii_hexdigit() => {
                run += 1;
                run >= 6 && after.is_ascii_hexdigit()
            }
            _ => false,
        };
        if joins || !c.is_ascii_hexdigit() {
            run = 0;
        }
        if joins {
            out.push(JOINER);
        }
        before = c;
    }
    out
}

/// Words as Markdown that shows exactly them.
fn escaped(text: &str) -> String {
    let text = apart(&plain(text).replace('\n', " "));
    let mut out = String::with_capacity(text.len() + 16);
    let mut before = ' ';
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let after = rest.peek().copied().unwrap_or(' ');
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '[' | ']' | '|' | '~' | '$' | '#' => out.extend(['\\', c]),
            // Between letters it is no markup, and names of columns have it.
            '_' if !(before.is_alphanumeric() && after.is_alphanumeric()) => out.extend(['\\', c]),
            c => out.push(c),
        }
        before = c;
    }
    out
}

/// A line whose beginning cannot be taken for a list, a quotation, a heading or a command.
fn first(line: &str) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let is_number = digits > 0 && line[digits..].starts_with(['.', ')']);
    match line.chars().next() {
        _ if is_number => format!("{}\\{}", &line[..digits], &line[digits..]),
        Some('-' | '+' | '=' | '/' | '#') => format!("\\{line}"),
        _ => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::document::{code, words};
    use super::*;

    #[track_caller]
    fn case(text: &str, expected: &str) {
        assert_eq!(escaped(text), expected.replace('|', "\u{2060}"));
    }

    #[test]
    fn words_stay_words() {
        case("Licence Ouverte 2.0 → ODbL 1.0", "Licence Ouverte 2.0 → ODbL 1.0");
        case("<b>@ville #12 !3", "&lt;b&gt;@|ville \\#|12 !|3");
        case("a@-b.cc @_root &12 %\"v\" C ##", "a@|-b.cc @|\\_root &amp;|12 %|\"v\" C \\#\\#");
        case("751340c6f1 facade", "751340|c6f1 facade");
        case("![x](https://a.example)", "!\\[x\\](https:|//a.example)");
        case("a_b _c_ *d* `e`", "a_b \\_c\\_ \\*d\\* \\`e\\`");
        case("www.a.example www.-b GH-12 now.", "www|.a.example www|.-b GH-|12 now.");
        case("a\n/close", "a /close");
    }

    #[test]
    fn the_beginning_of_a_line_is_no_markup() {
        for (text, expected) in [("- a", "\\- a"), ("1. a", "1\\. a"), ("/close", "\\/close"), ("12 a", "12 a")] {
            assert_eq!(first(text), expected);
        }
    }

    #[test]
    fn code_cannot_be_left() {
        assert_eq!(as_code("a`b``"), "``` a`b`` ```");
        assert_eq!(as_code(" "), "–");
    }

    #[test]
    fn a_long_report_names_every_part_and_counts_what_it_leaves_out() {
        let part = |text: &str, count: usize| Part {
            whole: vec![Block::Paragraph(vec![words(text.repeat(count))])],
            brief: vec![Block::List(vec![Item::of(vec![code(text)])])],
        };
        let document = Document {
            head: Vec::new(),
            parts: vec![part("a ", 10), part("b ", LONGEST), part("c ", 10)],
            more: String::from("{n} more"),
        };
        let text = markdown(&document);
        assert!(text.contains("a a a") && text.contains("- `b `") && text.contains("c c c"), "{text}");
        let many = Document { parts: vec![part("a ", 40); 9_000], ..document };
        let text = markdown(&many);
        assert!(text.chars().count() <= LONGEST && text.contains(" more"));
    }
}
