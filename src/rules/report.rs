//! What a rule writes down while it looks.

use crate::finding::{Args, Subject};
use crate::model::{Header, Kind};
use crate::slug::Slug;
use crate::source::{KeyPath, Place, SourceId, Span};

use super::RuleIndex;

/// What a rule found of one dataset, beside passing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// The rule is kept.
    #[default]
    Pass,
    /// The rule has nothing to judge here: no discussion yet, no file.
    NotApplicable,
    /// It cannot be known: never measured.
    Unknown,
    /// The rule is broken; there is a finding.
    Fail,
}

/// The outcomes of all rules for one dataset. Rules that passed take no room.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcomes(Vec<(u16, Outcome)>);

impl Outcomes {
    /// The outcome of the rule with this name.
    ///
    /// # Panics
    /// When there is no such rule: names are written in code only.
    pub fn of(&self, rule: &str) -> Outcome {
        let index = super::RULES.iter().position(|registered| registered.rule.name == rule);
        let index = index.unwrap_or_else(|| panic!("internal error: no rule is called {rule}"));
        self.at(index)
    }

    /// The outcome of the rule at this place of [`super::RULES`].
    pub fn at(&self, rule: usize) -> Outcome {
        let found = self.0.iter().find(|(index, _)| usize::from(*index) == rule);
        found.map_or(Outcome::Pass, |(_, outcome)| *outcome)
    }

    pub(super) fn add(&mut self, rule: RuleIndex, outcome: Outcome) {
        let rule = u16::try_from(rule).expect("internal error: fewer than 65,536 rules");
        match self.0.iter_mut().find(|(index, _)| *index == rule) {
            Some((_, known)) => *known = (*known).max(outcome),
            None => self.0.push((rule, outcome)),
        }
    }
}

/// A finding before its place is looked up.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) rule: RuleIndex,
    pub(super) subject: Subject,
    pub(super) source: SourceId,
    pub(super) place: Place,
    pub(super) args: Args,
    pub(super) others: Vec<(SourceId, Place)>,
}

/// Where a rule writes what it finds about one thing.
pub struct Report {
    rule: RuleIndex,
    subject: Subject,
    source: SourceId,
    pub(super) drafts: Vec<Draft>,
    pub(super) outcomes: Outcomes,
}

/// A finding being written; each call adds a value for its words.
pub struct Broken<'a>(&'a mut Draft);

impl Report {
    pub(super) fn new() -> Self {
        let subject = Subject { kind: Kind::Site, slug: Slug::from_text("site") };
        Self { rule: 0, subject, source: SourceId(0), drafts: Vec::new(), outcomes: Outcomes::default() }
    }

    pub(super) fn begin(&mut self, rule: RuleIndex) {
        self.rule = rule;
    }

    /// From here on, findings are about the thing with this header.
    pub fn about(&mut self, header: &Header) -> &mut Self {
        self.source = header.source;
        if self.subject.slug != header.slug || self.subject.kind != header.kind {
            self.subject = Subject { kind: header.kind, slug: header.slug.clone() };
        }
        self
    }

    /// The rule is broken at `place` of the descriptor.
    pub fn fail(&mut self, place: Place) -> Broken<'_> {
        self.outcomes.add(self.rule, Outcome::Fail);
        self.remark(place)
    }

    /// Something is wrong at `place`, yet the dataset as a whole keeps the rule: one of its files
    /// lacks what another one has.
    pub fn remark(&mut self, place: Place) -> Broken<'_> {
        self.drafts.push(Draft {
            rule: self.rule,
            subject: self.subject.clone(),
            source: self.source,
            place,
            args: Args::default(),
            others: Vec::new(),
        });
        Broken(self.drafts.last_mut().expect("internal error: just pushed"))
    }

    /// Whether the rule is kept cannot be known.
    pub fn unknown(&mut self) {
        self.outcomes.add(self.rule, Outcome::Unknown);
    }

    /// The rule has nothing to judge here.
    pub fn not_applicable(&mut self) {
        self.outcomes.add(self.rule, Outcome::NotApplicable);
    }
}

impl Broken<'_> {
    /// The value as written.
    pub fn found(self, value: impl Into<String>) -> Self {
        self.arg("found", value)
    }

    /// The nearest value that would be right.
    pub fn nearest(self, value: Option<impl Into<String>>) -> Self {
        match value {
            Some(value) => self.arg("nearest", value),
            None => self,
        }
    }

    /// A value for the rule's own words.
    pub fn arg(self, name: &'static str, value: impl Into<String>) -> Self {
        self.0.args.set(name, value);
        self
    }

    /// The other place of a fault, in the text `source`.
    pub fn other_bytes(self, source: SourceId, span: Option<Span>) -> Self {
        match span {
            Some(span) => self.other(source, Place::bytes(KeyPath::root(), span)),
            None => self,
        }
    }

    /// Another place that has to do with it.
    pub fn other(self, source: SourceId, place: Place) -> Self {
        self.0.others.push((source, place));
        self
    }
}
