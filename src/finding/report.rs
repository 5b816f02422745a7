//! What the forms for forges and pipelines are made of.

use super::{Finding, Hidden, Marked, Tally};
use crate::source::{SourceFile, SourceId, Span};

/// Findings to be told to another program.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// Those that are shown, in the order of files and places.
    pub findings: &'a [Marked<'a>],
    /// The texts of the catalogue.
    pub sources: &'a [SourceFile],
    /// The catalogue's folder below the top of its repository, ending in `/`; empty when it is the
    /// top. Forges name files from there.
    pub folder: &'a str,
    /// Language of the words.
    pub language: &'a str,
    /// What a baseline did, when there is one.
    pub hidden: Option<&'a Hidden<'a>>,
}

/// How a finding may be mended: edits that belong together.
#[derive(Clone, Debug)]
pub struct Fix<'a> {
    /// The place of the finding in the report.
    pub finding: usize,
    /// The text.
    pub source: SourceId,
    /// Bytes and what comes in their place, by place; none overlaps another.
    pub edits: Vec<(Span, &'a str)>,
    /// Whether there may be another right answer.
    pub is_suggestion: bool,
}

impl<'a> Report<'a> {
    /// A text of the catalogue.
    pub(super) fn source(&self, source: SourceId) -> Option<&'a SourceFile> {
        self.sources.get(source.0 as usize)
    }

    /// Its path from the top of the repository.
    pub(super) fn path(&self, source: SourceId) -> String {
        self.below(self.source(source).map_or("", |file| &file.path))
    }

    /// The path from the top of the repository of a path of the catalogue.
    pub(super) fn below(&self, path: &str) -> String {
        format!("{}{path}", self.folder)
    }

    /// The words for the reader.
    pub(super) fn say<'b>(&self, en: &'b str, fr: &'b str) -> &'b str {
        if self.language.starts_with("fr") { fr } else { en }
    }

    /// What is wrong, what was expected and what to do, in sentences on one line.
    pub(super) fn sentences(&self, finding: &Finding) -> String {
        let mut out = sentence(&finding.message(self.language));
        out.push(' ');
        out.push_str(self.say("Expected: ", "Attendu\u{a0}: "));
        out.push_str(&stopped(finding.expected(self.language)));
        out.push(' ');
        out.push_str(&sentence(&finding.action(self.language)));
        out
    }

    /// What a baseline did, as a sentence.
    pub(super) fn about_baseline(&self) -> Option<String> {
        self.hidden.map(|hidden| stopped(hidden.sentence(self.language)))
    }

    /// How many findings there are of each severity in some of them.
    pub(super) fn count<'b>(&self, findings: impl IntoIterator<Item = &'b Marked<'b>>) -> String {
        let findings: Vec<&Finding> = findings.into_iter().map(|marked| marked.finding).collect();
        Tally::of(&findings).sentence(self.language)
    }
}

/// The key path of a finding's value for people: on one line, and cut when it is long.
pub(super) fn key(finding: &Finding) -> String {
    const LONGEST: usize = 200;
    let path = finding.path.to_string();
    let clean = |c: char| if c.is_control() { '\u{fffd}' } else { c };
    let mut out: String = path.chars().take(LONGEST).map(clean).collect();
    if path.chars().nth(LONGEST).is_some() {
        out.push('…');
    }
    out
}

fn sentence(text: &str) -> String {
    let mut rest = text.chars();
    let first = rest.next().map(|first| first.to_uppercase());
    stopped(first.into_iter().flatten().chain(rest).collect())
}

fn stopped(mut text: String) -> String {
    if !text.ends_with(['.', '?', '!', '…']) {
        text.push('.');
    }
    text
}
