//! Datasets: what becomes of each, field by field.

use serde::Serialize;

use super::fields::FIELDS;
use super::findings::{Compared, FindingsReview, Subject};
use super::other::{differs, unreadable};
use super::pair::Paired;
use super::resource::{self, ResourceFate, ResourceReview};
use super::score::{self, ScoreReview};
use super::shown::{FieldReview, compare as field};
use super::{Draft, Sides};
use crate::model::{Dataset, Kind};

/// What becomes of a dataset, in the order of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    /// It is gone.
    Deleted,
    /// Its descriptor cannot be read any more, so it has no page.
    Unreadable,
    /// It became a draft.
    Hidden,
    /// It is withdrawn: a page stays that says so.
    Retired,
    /// It is no longer kept up.
    Archived,
    /// It has another slug.
    Renamed,
    /// Something else changes.
    Changed,
    /// It was archived or withdrawn and is back.
    Restored,
    /// It is new, or was a draft.
    Added,
}

impl Fate {
    /// All of them, in the order of a report.
    pub const ALL: [Self; 9] = [
        Self::Deleted,
        Self::Unreadable,
        Self::Hidden,
        Self::Retired,
        Self::Archived,
        Self::Renamed,
        Self::Changed,
        Self::Restored,
        Self::Added,
    ];

    /// Its name in keys of words and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Deleted => "deleted",
            Self::Unreadable => "unreadable",
            Self::Hidden => "hidden",
            Self::Retired => "retired",
            Self::Archived => "archived",
            Self::Renamed => "renamed",
            Self::Changed => "changed",
            Self::Restored => "restored",
            Self::Added => "added",
        }
    }
}

/// A dataset that changes for readers.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DatasetReview {
    /// What becomes of it.
    pub fate: Fate,
    /// Its slug, now or as it was.
    pub slug: String,
    /// The slug it had, when that was another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub former_slug: Option<String>,
    /// Its title, now or as it was.
    pub title: String,
    /// The name of its producer, now or as it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub producer: Option<String>,
    /// Its descriptor, below the root.
    pub path: String,
    /// What changes of it; of a new one what it says.
    pub fields: Vec<FieldReview>,
    /// Its resources that change.
    pub resources: Vec<ResourceReview>,
    /// Its score.
    pub score: ScoreReview,
    /// What becomes of its findings.
    pub findings: FindingsReview,
}

/// Datasets that change, and drafts that were touched.
pub(super) fn compare(sides: &Sides<'_>, findings: &mut Compared) -> (Vec<DatasetReview>, Vec<Draft>) {
    let (mut reviews, mut drafts) = (Vec::new(), Vec::new());
    for pair in sides.pairs_of(Kind::Dataset) {
        let (before, after) = (old(sides, *pair), new(sides, *pair));
        match (before.filter(|one| !one.private), after.filter(|one| !one.private)) {
            (None, None) => {
                let slug = after.or(before).map_or("", Dataset::slug);
                if differs(sides, Kind::Dataset, *pair) {
                    drafts.push(Draft { kind: Kind::Dataset.name(), slug: slug.to_owned() });
                }
            }
            (before, after) => reviews.extend(review(sides, *pair, before, after, findings)),
        }
    }
    reviews.sort_by(|one, other| (one.fate, &one.slug).cmp(&(other.fate, &other.slug)));
    (reviews, drafts)
}

pub(super) fn old<'a>(sides: &Sides<'a>, pair: Paired) -> Option<&'a Dataset> {
    pair.before.map(|at| &sides.before.catalog.datasets[at])
}

pub(super) fn new<'a>(sides: &Sides<'a>, pair: Paired) -> Option<&'a Dataset> {
    pair.after.map(|at| &sides.after.catalog.datasets[at])
}

fn subject(dataset: &Dataset, is_there: bool) -> Subject {
    let source = dataset.header.source;
    if is_there { Subject::Now(source) } else { Subject::Gone(source) }
}

fn review(
    sides: &Sides<'_>,
    pair: Paired,
    before: Option<&Dataset>,
    after: Option<&Dataset>,
    findings: &mut Compared,
) -> Option<DatasetReview> {
    let one = after.or(before)?;
    let is_same = before.is_some() && after.is_some() && !differs(sides, Kind::Dataset, pair);
    let fields = if is_same { Vec::new() } else { fields(sides, before, after) };
    let fate = fate(sides, pair, before, after);
    // What is only hidden or broken for now has not lost its resources.
    let is_out = is_same || matches!(fate, Fate::Hidden | Fate::Unreadable);
    let resources = if is_out { Vec::new() } else { resources(sides, before, after) };
    let score = score::compare(sides, before.and(pair.before), after.and(pair.after));
    let is_changed = fate != Fate::Changed || !fields.is_empty() || !resources.is_empty();
    // A dataset may lose points though its text stays: its producer went, or a day passed.
    if !is_changed && score.before == score.after {
        return None;
    }
    let site = if after.is_some() { sides.after } else { sides.before };
    let broken = before.filter(|_| after.is_none()).and_then(|old| unreadable(sides, &old.header));
    Some(DatasetReview {
        fate,
        slug: one.slug().to_owned(),
        former_slug: before.map(|old| old.slug().to_owned()).filter(|slug| after.is_some() && slug != one.slug()),
        title: sides.words.title(&one.title),
        producer: sides.words.producer(site, one),
        path: site.sources[one.header.source.0 as usize].path.clone(),
        fields,
        resources,
        score,
        findings: findings.take(broken.map_or_else(|| subject(one, after.is_some()), Subject::Now)),
    })
}

fn fate(sides: &Sides<'_>, pair: Paired, before: Option<&Dataset>, after: Option<&Dataset>) -> Fate {
    match (before, after) {
        (None, _) => Fate::Added,
        (Some(_), None) if pair.after.is_some() => Fate::Hidden,
        (Some(old), None) if unreadable(sides, &old.header).is_some() => Fate::Unreadable,
        (Some(_), None) => Fate::Deleted,
        (Some(old), Some(new)) => match (old.is_listed(), new.is_listed()) {
            (_, false) if new.retired.is_some() && old.retired.is_none() => Fate::Retired,
            (true, false) => Fate::Archived,
            (false, true) => Fate::Restored,
            _ if old.slug() != new.slug() => Fate::Renamed,
            _ => Fate::Changed,
        },
    }
}

/// What changes of a dataset; of a new one nothing is left out, of one that goes nothing is told.
fn fields(sides: &Sides<'_>, before: Option<&Dataset>, after: Option<&Dataset>) -> Vec<FieldReview> {
    let Some(after) = after else { return Vec::new() };
    let words = &sides.words;
    let compared = FIELDS.iter().filter_map(|one| {
        let label = words.messages.text(&format!("review.field.{}", one.key)).to_owned();
        let old = before.map_or(super::shown::Shown::Nothing, |before| (one.shown)(before, words));
        field(one.key, label, old, (one.shown)(after, words))
    });
    compared.collect()
}

fn resources(sides: &Sides<'_>, before: Option<&Dataset>, after: Option<&Dataset>) -> Vec<ResourceReview> {
    let words = &sides.words;
    let all = |fate, dataset: &Dataset| {
        dataset.resources.iter().map(|one| resource::whole(fate, dataset, one, words)).collect()
    };
    match (before, after) {
        (Some(before), Some(after)) => resource::compare(before, after, words),
        (None, Some(after)) => all(ResourceFate::Added, after),
        (Some(before), None) => all(ResourceFate::Removed, before),
        (None, None) => Vec::new(),
    }
}
