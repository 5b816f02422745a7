//! Findings: what is wrong in the user's data, with a code, a place, a value and a next action.

mod baseline;
mod explain;
mod fingerprint;
mod github;
mod gitlab;
mod human;
mod json;
mod junit;
mod report;
mod rule;
mod sarif;
mod silence;
mod tally;

pub use baseline::{Baseline, BaselineFault, Entry, Hidden};
pub use explain::explain;
pub use fingerprint::{Fingerprint, Marked, marked};
pub use github::github;
pub use gitlab::gitlab;
pub use human::human;
pub use json::{JSON_FORMAT, json};
pub use junit::junit;
pub use report::{Fix, Report};
pub use rule::{Example, Rule, Words};
pub use sarif::sarif;
pub use silence::{Silence, silences};
pub use tally::Tally;

use crate::model::Kind;
use crate::slug::Slug;
use crate::source::{KeyPath, Position, SourceId, Span};

/// How much a finding matters, from least to most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Switched off: never shown as a finding, but still the evidence of a lost point.
    Off,
    /// Worth knowing.
    Info,
    /// Worth mending: readers or machines are served less well.
    Warning,
    /// To be mended: the descriptor does not say what it means to say.
    Error,
}

impl Severity {
    /// Its name in settings, JSON and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule that is broken.
    pub rule: &'static Rule,
    /// Its severity in this catalogue.
    pub severity: Severity,
    /// What is described there.
    pub subject: Subject,
    /// Where it stands.
    pub site: Site,
    /// The key path of the value.
    pub path: KeyPath,
    /// Values for the words: `found`, `nearest`, and the rule's own.
    pub args: Args,
    /// Other places that have to do with it.
    pub others: Vec<Site>,
    /// The reason, when a comment in the descriptor silences it.
    pub silenced: Option<String>,
}

/// What a finding is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subject {
    /// Its kind.
    pub kind: Kind,
    /// Its slug.
    pub slug: Slug,
}

/// A place in a source text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Site {
    /// The text.
    pub source: SourceId,
    /// The bytes.
    pub span: Span,
    /// Where they begin.
    pub start: Position,
    /// Where they end.
    pub end: Position,
}

/// Values for the words of a finding, by name, in the order they were given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Args(Vec<(&'static str, String)>);

impl Args {
    /// Adds a value; a later one of the same name wins.
    pub fn set(&mut self, name: &'static str, value: impl Into<String>) {
        let value = value.into();
        match self.0.iter_mut().find(|(known, _)| *known == name) {
            Some(slot) => slot.1 = value,
            None => self.0.push((name, value)),
        }
    }

    /// The value of a name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    /// All names and values.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.iter().map(|(name, value)| (*name, value.as_str()))
    }

    /// `template` with each `{name}` replaced by its value. A part in square brackets
    /// (`[; did you mean {nearest}?]`) is left out when one of its names has no value.
    pub fn fill(&self, template: &str) -> String {
        let mut out = String::with_capacity(template.len() + 32);
        let mut rest = template;
        while let Some(open) = rest.find('[') {
            out.push_str(&self.names(&rest[..open]).unwrap_or_default());
            let close = rest[open..].find(']').map_or(rest.len(), |at| open + at);
            if let Some(part) = self.known_names(&rest[open + 1..close]) {
                out.push_str(&part);
            }
            rest = rest.get(close + 1..).unwrap_or("");
        }
        out.push_str(&self.names(rest).unwrap_or_default());
        out
    }

    fn names(&self, template: &str) -> Option<String> {
        self.replaced(template, false)
    }

    fn known_names(&self, template: &str) -> Option<String> {
        self.replaced(template, true)
    }

    fn replaced(&self, template: &str, strict: bool) -> Option<String> {
        let mut out = String::new();
        let mut rest = template;
        while let Some(open) = rest.find('{') {
            out.push_str(&rest[..open]);
            let close = rest[open..].find('}').map(|at| open + at)?;
            match self.get(&rest[open + 1..close]) {
                Some(value) => out.push_str(&shortened(value)),
                None if strict => return None,
                None => {}
            }
            rest = &rest[close + 1..];
        }
        out.push_str(rest);
        Some(out)
    }
}

/// A value in a message: one line, at most 80 characters, no control or bidi characters.
fn shortened(value: &str) -> String {
    const LONGEST: usize = 80;
    let clean = |c: char| match c {
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' => '\u{fffd}',
        c if c.is_control() => ' ',
        c => c,
    };
    let mut out: String = value.chars().take(LONGEST).map(clean).collect();
    if value.chars().nth(LONGEST).is_some() {
        out.push('…');
    }
    out
}

impl Finding {
    /// What is wrong, in one line without a full stop.
    pub fn message(&self, language: &str) -> String {
        self.args.fill(self.rule.words(language).message)
    }

    /// What was expected there.
    pub fn expected(&self, language: &str) -> String {
        self.args.fill(self.rule.words(language).expected)
    }

    /// What to do next.
    pub fn action(&self, language: &str) -> String {
        self.args.fill(self.rule.words(language).action)
    }

    /// Whether it is shown and counts for the exit code.
    pub fn is_shown(&self) -> bool {
        self.silenced.is_none() && self.severity > Severity::Off
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_filled_and_empty_parts_left_out() {
        let mut args = Args::default();
        args.set("found", "CC-BI");
        let template = "unknown licence `{found}`[, did you mean `{nearest}`?]";
        assert_eq!(args.fill(template), "unknown licence `CC-BI`");
        args.set("nearest", "CC-BY-4.0");
        assert_eq!(args.fill(template), "unknown licence `CC-BI`, did you mean `CC-BY-4.0`?");
    }

    #[test]
    fn a_long_or_hostile_value_stays_one_short_line() {
        let mut args = Args::default();
        args.set("found", format!("a\n\u{202e}{}", "x".repeat(200)));
        let filled = args.fill("{found}");
        assert_eq!(filled.chars().count(), 81);
        assert!(!filled.contains(['\n', '\u{202e}']));
    }
}
