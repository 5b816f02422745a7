//! Findings as annotations of GitHub: commands that a step of a workflow prints.
//!
//! GitHub keeps ten annotations of each severity from a step and drops others without a word. The
//! first ten are printed, and a line that counts the rest.

use std::fmt::Write as _;

use super::{Marked, Report, Severity};

/// Annotations of one severity that GitHub keeps from a step.
const MOST: usize = 10;

/// The severities from the worst on, with the words of GitHub for them.
const LEVELS: [(Severity, &str); 3] =
    [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Info, "notice")];

/// One line for each annotation, the most severe first, in the order of files and places.
pub fn github(report: &Report<'_>) -> String {
    let mut out = String::new();
    let (shown, left) = shown_and_left(report);
    for (command, marked) in shown {
        annotate(report, command, marked, &mut out);
    }
    let mut closing = String::new();
    if !left.is_empty() {
        let first = report.say("Not annotated: ", "Sans annotation\u{a0}: ");
        let why = report.say(
            "GitHub keeps ten annotations of each severity from a step",
            "GitHub garde dix annotations de chaque gravité par étape",
        );
        let all = report.say("`etal check` prints all.", "`etal check` affiche tout.");
        closing = format!("{first}{}. {why}{} {all}", report.count(left), report.say(";", "\u{202f};"));
    }
    if let Some(baseline) = report.about_baseline() {
        closing.push_str(if closing.is_empty() { "" } else { " " });
        closing.push_str(&baseline);
    }
    if !closing.is_empty() {
        let _ = writeln!(out, "::notice title=etal::{}", escaped(&closing));
    }
    out
}

type Shown<'a> = Vec<(&'static str, &'a Marked<'a>)>;

/// The findings that are annotated, and those for which there is no room.
fn shown_and_left<'a>(report: &Report<'a>) -> (Shown<'a>, Vec<&'a Marked<'a>>) {
    let of = |severity| report.findings.iter().filter(move |marked| marked.finding.severity == severity);
    let is_full = |(severity, _): &(Severity, &str)| of(*severity).count() > MOST;
    // The closing line is a notice too.
    let closes = report.hidden.is_some() || LEVELS.iter().any(is_full);
    let (mut shown, mut left) = (Vec::new(), Vec::new());
    for (severity, command) in LEVELS {
        let room = if closes && severity == Severity::Info { MOST - 1 } else { MOST };
        shown.extend(of(severity).take(room).map(|marked| (command, marked)));
        left.extend(of(severity).skip(room));
    }
    (shown, left)
}

fn annotate(report: &Report<'_>, command: &str, marked: &Marked<'_>, out: &mut String) {
    let finding = marked.finding;
    let (start, end) = (finding.site.start, finding.site.end);
    let _ = write!(out, "::{command} file={}", escaped_property(&report.path(finding.site.source)));
    if report.source(finding.site.source).is_some_and(|file| !file.text().is_empty()) {
        let _ = write!(out, ",line={}", start.line);
        // Columns are refused where the place has several lines; the end is a column of the place.
        let _ = match end.line == start.line {
            true => write!(out, ",col={},endColumn={}", start.column, (end.column - 1).max(start.column)),
            false => write!(out, ",endLine={}", end.line),
        };
    }
    let title = format!("{} {}", finding.rule.code, finding.rule.name);
    let _ = writeln!(out, ",title={}::{}", escaped_property(&title), escaped(&report.sentences(finding)));
}

/// The text of a command: a line break would end it, and begin another.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '%' => out.push_str("%25"),
            '\r' => out.push_str("%0D"),
            '\n' => out.push_str("%0A"),
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

/// A value of a command: a comma or a colon would end it.
fn escaped_property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}
