//! Findings for people at a terminal: the place with its line, what is wrong, what to do.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Finding, Severity, Site, Tally};
use crate::source::{SourceFile, Span};

/// Columns of a snippet; what does not fit is cut around the fault.
const WIDTH: usize = 100;
/// Columns of a line that are underlined at most.
const LONGEST_MARK: usize = 80;
/// Bytes of a line that is shown at most: what is longer is data, and only its place is named.
const LONGEST_LINE: usize = 16_384;
/// Other places shown with their line; further ones are counted.
const MOST_OTHERS: usize = 3;

/// The findings one after the other, then a line that counts them. `color` adds ANSI styles.
pub fn human(findings: &[&Finding], sources: &[SourceFile], language: &str, color: bool) -> String {
    let renderer = if color { Renderer::styled().hyperlink(false) } else { Renderer::plain() };
    let renderer = renderer.term_width(WIDTH);
    let words = Wording::of(language);
    let mut out = String::new();
    for finding in findings {
        out.push_str(&renderer.render(&[group(finding, sources, language, words)]));
        out.push_str("\n\n");
    }
    out.push_str(&Tally::of(findings).sentence(language));
    out.push('\n');
    out
}

struct Wording {
    error: &'static str,
    warning: &'static str,
    help: &'static str,
    silenced: &'static str,
    expected: &'static str,
    other: &'static str,
    more: &'static str,
}

const ENGLISH: Wording = Wording {
    error: "error",
    warning: "warning",
    help: "help",
    silenced: "silenced",
    expected: "expected ",
    other: "see here too",
    more: "more places like this one:",
};

const FRENCH: Wording = Wording {
    error: "erreur",
    warning: "avertissement",
    help: "aide",
    silenced: "admis",
    expected: "attendu\u{a0}: ",
    other: "voir aussi ici",
    more: "autres endroits semblables\u{a0}:",
};

impl Wording {
    fn of(language: &str) -> &'static Self {
        if language.starts_with("fr") { &FRENCH } else { &ENGLISH }
    }
}

fn group<'a>(finding: &'a Finding, sources: &'a [SourceFile], language: &str, words: &'static Wording) -> Group<'a> {
    let title = level(finding.severity, words).primary_title(finding.message(language));
    let title = title.id(format!("{} {}", finding.rule.code, finding.rule.name));
    let expected = format!("{}{}", words.expected, finding.expected(language));
    let mut group = placed(Group::with_title(title), &finding.site, sources, AnnotationKind::Primary, expected);
    for site in finding.others.iter().take(MOST_OTHERS) {
        group = placed(group, site, sources, AnnotationKind::Context, words.other.to_owned());
    }
    if finding.others.len() > MOST_OTHERS {
        let more = format!("{} {}", words.more, finding.others.len() - MOST_OTHERS);
        group = group.element(Level::NOTE.message(more));
    }
    if let Some(reason) = &finding.silenced {
        let reason = annotate_snippets::normalize_untrusted_str(reason);
        group = group.element(Level::NOTE.with_name(words.silenced).message(reason));
    }
    group.element(Level::HELP.with_name(words.help).message(finding.action(language)))
}

fn level(severity: Severity, words: &'static Wording) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR.with_name(words.error),
        Severity::Warning => Level::WARNING.with_name(words.warning),
        Severity::Info | Severity::Off => Level::INFO,
    }
}

/// Adds a place: its address, and its line when it is a line of text that can be shown.
fn placed<'a>(
    group: Group<'a>,
    site: &Site,
    sources: &'a [SourceFile],
    kind: AnnotationKind,
    label: String,
) -> Group<'a> {
    let Some(file) = sources.get(site.source.0 as usize) else {
        return group;
    };
    let (line, column) = (site.start.line as usize, site.start.column as usize);
    match excerpt(file, site.span) {
        Some((text, span)) => {
            let annotation = kind.span(span).label(label);
            group.element(Snippet::source(text).path(&file.path).line_start(line).annotation(annotation))
        }
        None => {
            let origin = Origin::path(&file.path);
            let is_text = !file.text().is_empty();
            let origin = if is_text { origin.line(line).char_column(column) } else { origin };
            group.element(origin).element(Level::NOTE.no_name().message(label))
        }
    }
}

/// The line where `span` begins, and the first columns of the span in it; none for a file without
/// text and for a line that no terminal shows.
fn excerpt(file: &SourceFile, span: Span) -> Option<(String, std::ops::Range<usize>)> {
    let text = file.text();
    let start = floor(text, span.start as usize);
    let line_start = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let line_end = text[start..].find('\n').map_or(text.len(), |newline| start + newline);
    if text.is_empty() || line_end - line_start > LONGEST_LINE {
        return None;
    }
    let line_end = line_start + text[line_start..line_end].trim_end_matches('\r').len();
    let start = start.min(line_end);
    let end = floor(text, (span.end as usize).clamp(start, line_end));
    let before = visible(&text[line_start..start]);
    let marked = visible(&text[start..end]);
    let shown = marked.chars().take(LONGEST_MARK).map(char::len_utf8).sum::<usize>();
    let range = before.len()..before.len() + shown;
    let after = visible(&text[end..line_end]);
    Some((format!("{before}{marked}{after}"), range))
}

/// The nearest place at or before `at` where a character begins.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Without a byte order mark; what would reorder or hide text is shown as a sign.
fn visible(text: &str) -> String {
    let sign = |c: char| match c {
        '\t' => '\t',
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => '\u{fffd}',
        c if c.is_control() => '\u{fffd}',
        c => c,
    };
    text.strip_prefix('\u{feff}').unwrap_or(text).chars().map(sign).collect()
}
