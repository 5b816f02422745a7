//! Comments that silence one finding, with a reason:
//! `# etal: allow short-description: the producer gives no more`.
//!
//! A comment silences findings of its own line and of the next line that is no comment. In the
//! Markdown body it is an HTML comment.

use crate::source::{SourceFile, Span};

/// A silencing comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Silence {
    /// Name or code of the rule.
    pub rule: String,
    /// The reason, empty when none is given; it then silences nothing.
    pub reason: String,
    /// The comment's bytes.
    pub span: Span,
    /// The lines it speaks for, from 1: its own and the next that is no comment.
    pub lines: (u32, u32),
}

const MARK: &str = "etal: allow ";

/// The silencing comments of a file, in its order.
pub fn silences(file: &SourceFile) -> Vec<Silence> {
    let text = file.text();
    if !text.contains(MARK) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut start = 0;
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    for (at, line) in lines.iter().enumerate() {
        if let Some((from, rest)) = comment(line) {
            let (rule, reason) = rule_and_reason(rest);
            let next = next_content(&lines, at);
            found.push(Silence {
                rule,
                reason,
                span: Span::new(start + from, start + line.trim_end().len()),
                lines: (at as u32 + 1, next as u32 + 1),
            });
        }
        start += line.len();
    }
    found
}

/// Where the comment starts in the line, and what follows the mark.
fn comment(line: &str) -> Option<(usize, &str)> {
    let mark = line.find(MARK)?;
    let before = line[..mark].trim_end();
    let from = ["#", "<!--"].into_iter().find_map(|opening| before.strip_suffix(opening).map(str::len))?;
    let outside_a_value =
        before.starts_with('#') || before.starts_with("<!--") || before[..from].ends_with([' ', '\t']);
    let rest = line[mark + MARK.len()..].trim_end().trim_end_matches("-->");
    outside_a_value.then_some((from, rest))
}

fn rule_and_reason(rest: &str) -> (String, String) {
    let rest = rest.trim();
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(rest.len());
    let reason = rest[end..].trim_start_matches([':', ',', ' ', '\t', '–', '—', '-', '(']).trim_end_matches(')');
    (rest[..end].to_owned(), reason.trim().to_owned())
}

fn next_content(lines: &[&str], at: usize) -> usize {
    let content = |line: &str| {
        !line.trim().is_empty() && !line.trim_start().starts_with('#') && !line.trim_start().starts_with("<!--")
    };
    let rest = lines.iter().enumerate().skip(at + 1);
    rest.filter(|(_, line)| content(line)).map(|(at, _)| at).next().unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_silences_its_line_and_the_next() {
        let text = "# etal: allow few-tags: two are enough\n# other\ntags: [a]\nlicense: x # etal: allow L001 (our own)\nurl: http://x/#etal: allow not\n";
        let found = silences(&SourceFile::new("a", text));
        let short: Vec<_> = found.iter().map(|one| (one.rule.as_str(), one.reason.as_str(), one.lines)).collect();
        assert_eq!(short, [("few-tags", "two are enough", (1, 3)), ("L001", "our own", (4, 5))]);
    }

    #[test]
    fn a_markdown_comment_works_and_a_missing_reason_shows() {
        let found = silences(&SourceFile::new("a", "<!-- etal: allow raw-html -->\n<b>x</b>\n"));
        assert_eq!((found[0].rule.as_str(), found[0].reason.as_str()), ("raw-html", ""));
    }
}
