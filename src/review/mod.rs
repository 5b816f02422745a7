//! What changes for the people who use a catalogue, from one point of its history to another.
//!
//! Two sites come in, a [`Review`] comes out: things paired, fields compared in words, findings told apart, what would
//! break, who has to agree. A report of it is a [`Document`], which is written as Markdown or HTML.

mod breaks;
mod consent;
mod dataset;
mod document;
mod fields;
mod findings;
mod html;
mod json;
mod markdown;
mod other;
mod outline;
mod pair;
mod report;
mod resource;
mod score;
mod shown;
mod verdict;
mod words;

pub use breaks::{Break, Breakage};
pub use consent::{Consent, Outsider};
pub use dataset::{DatasetReview, Fate};
pub use document::{Block, Document, Item, Line, Span};
pub use fields::keys as field_keys;
pub use findings::{FindingsReview, Note};
pub use html::html;
pub use json::{JSON_FORMAT, json};
pub use markdown::{LONGEST, MARKER, markdown};
pub use other::ThingReview;
pub use report::report;
pub use resource::{ResourceFate, ResourceReview};
pub use score::{CriterionReview, ScoreReview};
pub use shown::FieldReview;
pub use verdict::Limit;

use serde::Serialize;

use crate::i18n::Messages;
use crate::model::{Header, Kind};
use crate::site::Site;
use pair::Paired;
use words::Words;

/// What is known beside the two sites.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Descriptors and files that git takes for renamed: paths before and after, below the root.
    pub renames: Vec<(String, String)>,
    /// Files outside `content/` that were added, changed or removed, below the root.
    pub elsewhere: Vec<String>,
    /// The name on the forge of whoever proposes the change.
    pub actor: Option<String>,
    /// What the point before is called.
    pub base: String,
    /// What the point after is called; none for the files on the disk.
    pub head: Option<String>,
    /// Whether there was no catalogue before.
    pub is_first: bool,
}

/// What changes.
#[derive(Clone, Debug, Serialize)]
pub struct Review {
    /// The title of the catalogue.
    pub title: String,
    /// The language of all words.
    pub language: String,
    /// What the point before is called.
    pub base: String,
    /// What the point after is called; none for the files on the disk.
    pub head: Option<String>,
    /// Whether there was no catalogue before.
    pub is_first: bool,
    /// Datasets that change for readers, by what becomes of them, then by slug.
    pub datasets: Vec<DatasetReview>,
    /// Drafts that were added, changed or removed. Nothing else is told of them.
    pub drafts: Vec<Draft>,
    /// Organisations, reuses and all else, settings last.
    pub others: Vec<ThingReview>,
    /// What would break for somebody.
    pub breaks: Vec<Break>,
    /// Who has to agree.
    pub consent: Vec<Consent>,
    /// Datasets whose producer the actor does not belong to.
    pub outsiders: Vec<Outsider>,
    /// The actor, when one was given.
    pub actor: Option<String>,
    /// Findings of the whole catalogue.
    pub findings: FindingsReview,
}

/// A draft that was added, changed or removed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Draft {
    /// What it describes.
    pub kind: &'static str,
    /// Its slug.
    pub slug: String,
}

/// Both sites with all that the parts of a review ask for.
struct Sides<'a> {
    before: &'a Site,
    after: &'a Site,
    facts: &'a Facts,
    words: Words<'a>,
    /// Things of each kind.
    kinds: Vec<OfKind<'a>>,
}

/// The things of a kind, and how those of before and of now belong together.
struct OfKind<'a> {
    kind: Kind,
    before: Vec<&'a Header>,
    after: Vec<&'a Header>,
    pairs: Vec<Paired>,
}

impl<'a> Sides<'a> {
    fn of(&self, kind: Kind) -> &OfKind<'a> {
        let found = self.kinds.iter().find(|known| known.kind == kind);
        found.expect("internal error: the settings are in no list")
    }

    fn pairs_of(&self, kind: Kind) -> &[Paired] {
        &self.of(kind).pairs
    }
}

/// Compares a catalogue with what it was. Both sites keep their drafts.
pub fn review(before: &Site, after: &Site, facts: &Facts, messages: &Messages) -> Review {
    let words = Words { messages, profile: after.profile() };
    let of_kind = |kind| OfKind {
        kind,
        before: pair::headers(before, kind),
        after: pair::headers(after, kind),
        pairs: pair::pair(kind, before, after, &facts.renames),
    };
    let sides = Sides { before, after, facts, words, kinds: Kind::ALL.map(of_kind).into() };
    let mut findings = findings::compare(&sides);
    let (datasets, mut drafts) = dataset::compare(&sides, &mut findings);
    let others = other::compare(&sides, &mut findings, &mut drafts);
    drafts.sort_by(|one, other| (one.kind, &one.slug).cmp(&(other.kind, &other.slug)));
    let (consent, outsiders) = consent::compare(&sides);
    Review {
        title: words.short(after.config.title_in(messages.language())),
        language: messages.language().to_owned(),
        base: facts.base.clone(),
        head: facts.head.clone(),
        is_first: facts.is_first,
        breaks: breaks::compare(&sides),
        datasets,
        drafts,
        others,
        consent,
        outsiders,
        actor: facts.actor.clone(),
        findings: findings.rest(),
    }
}
