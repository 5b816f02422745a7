//! Front matter: the YAML between two `---` lines at the top of a Markdown file.

use super::Span;

/// The two parts of a Markdown descriptor, as spans of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FrontMatter {
    /// The YAML between the fences; empty when there is no front matter.
    pub yaml: Span,
    /// The Markdown after it, without the blank lines around it.
    pub body: Span,
    /// Whether the opening fence has no closing one. The whole text is then taken as YAML.
    pub unclosed: bool,
}

/// Splits a Markdown descriptor. A text without an opening `---` line is all body.
pub fn split(text: &str) -> FrontMatter {
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let Some(yaml_start) = fence_end(text, start) else {
        return FrontMatter { yaml: Span::new(start, start), body: trimmed(text, start), unclosed: false };
    };
    let mut line_start = yaml_start;
    while line_start < text.len() {
        if let Some(body_start) = fence_end(text, line_start) {
            let yaml = Span::new(yaml_start, line_start);
            return FrontMatter { yaml, body: trimmed(text, body_start), unclosed: false };
        }
        line_start = line_end(text, line_start).1;
    }
    let end = text.len();
    FrontMatter { yaml: Span::new(yaml_start, end), body: Span::new(end, end), unclosed: true }
}

/// Where the line after the fence that starts at `at` begins, if that line is a fence.
fn fence_end(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?.strip_prefix("---")?;
    let start = text.len() - rest.len();
    let (end, next) = line_end(text, start);
    let blank = text[start..end].bytes().all(|byte| matches!(byte, b' ' | b'\t'));
    blank.then_some(next)
}

/// Where the line that byte `start` is on ends, and where the next one begins. A line ends with
/// `\n`, `\r\n` or a lone `\r`, as in YAML.
fn line_end(text: &str, start: usize) -> (usize, usize) {
    let Some(length) = text[start..].find(['\n', '\r']) else {
        return (text.len(), text.len());
    };
    let end = start + length;
    let next = if text[end..].starts_with("\r\n") { end + 2 } else { end + 1 };
    (end, next)
}

fn trimmed(text: &str, start: usize) -> Span {
    let rest = &text[start..];
    let begin = start + (rest.len() - rest.trim_start().len());
    Span::new(begin, begin + rest.trim().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, yaml: &str, body: &str, unclosed: bool) {
        let parts = split(text);
        assert_eq!(&text[parts.yaml.range()], yaml);
        assert_eq!(&text[parts.body.range()], body);
        assert_eq!(parts.unclosed, unclosed);
    }

    #[test]
    fn front_matter_and_body_are_told_apart() {
        case("---\ntitle: a\n---\n\nBody\n", "title: a\n", "Body", false);
        case("\u{feff}---\r\ntitle: a\r\n---\r\nBody", "title: a\r\n", "Body", false);
        case("---  \ntitle: a\n---", "title: a\n", "", false);
        case("---\rtitle: a\r---\rBody", "title: a\r", "Body", false);
        case("Only text", "", "Only text", false);
        case("---\ntitle: a\n", "title: a\n", "", true);
        case("---\n---\nx", "", "x", false);
        case("", "", "", false);
    }
}
