//! Findings that are new, mended and left.
//!
//! A finding is the same when it is of the same rule, of a thing that belongs to the one of before, at the same keys and
//! with the same value: neither lines nor places in lists count.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::Serialize;

use super::Sides;
use crate::finding::{Finding, Severity};
use crate::model::Kind;
use crate::site::Site;
use crate::source::{Segment, SourceId};

/// A finding in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// Its severity, in JSON by name.
    #[serde(serialize_with = "by_name")]
    pub severity: Severity,
    /// The code of its rule.
    pub code: &'static str,
    /// The name of its rule.
    pub rule: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub action: String,
    /// The file, below the root.
    pub path: String,
    /// The line in it, from 1.
    pub line: u32,
}

fn by_name<S: serde::Serializer>(severity: &Severity, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(severity.name())
}

/// What becomes of the findings of a thing, or of those of all things that have no report of their own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FindingsReview {
    /// Found now and not before, the worst first.
    pub new: Vec<Note>,
    /// Found before and no longer, the worst first.
    pub mended: Vec<Note>,
    /// How many are found as before.
    pub left: usize,
}

impl FindingsReview {
    /// Whether one of the new ones has this severity or a worse one.
    pub fn has_new(&self, least: Severity) -> bool {
        self.new.iter().any(|note| note.severity >= least)
    }
}

/// The findings of both sides by the thing that they are about: the source of now, else that of before.
pub(super) struct Compared {
    of: BTreeMap<Subject, FindingsReview>,
}

/// A thing by its text: of now, or of before when it is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Subject {
    Now(SourceId),
    Gone(SourceId),
}

impl Compared {
    /// Takes out what becomes of the findings of a thing.
    pub(super) fn take(&mut self, subject: Subject) -> FindingsReview {
        self.of.remove(&subject).unwrap_or_default()
    }

    /// What was not taken: things that did not change, unless something about them did. What is gone is told where its
    /// thing is.
    pub(super) fn rest(self) -> FindingsReview {
        let mut all = FindingsReview::default();
        for (subject, review) in self.of {
            all.left += review.left;
            if matches!(subject, Subject::Now(_)) {
                all.new.extend(review.new);
                all.mended.extend(review.mended);
            }
        }
        sort(&mut all.new);
        sort(&mut all.mended);
        all
    }
}

/// What tells findings of one thing from each other.
type Key<'a> = (Subject, &'static str, String, &'a str);

/// Compares all findings that are shown.
pub(super) fn compare(sides: &Sides<'_>) -> Compared {
    let now = subjects_of_before(sides);
    let hidden = drafts(sides.after);
    let old = by_key(sides.before, &drafts(sides.before), |source| {
        now.get(&source).copied().unwrap_or(Subject::Gone(source))
    });
    let new = by_key(sides.after, &hidden, Subject::Now);
    let mut of: BTreeMap<Subject, FindingsReview> = BTreeMap::new();
    for (key, found) in &new {
        let before = old.get(key).map_or(0, Vec::len);
        let review = of.entry(key.0).or_default();
        review.left += found.len().min(before);
        review.new.extend(found.iter().skip(before).map(|finding| note(sides, sides.after, finding)));
    }
    // What becomes a draft is not mended by that.
    let is_hidden = |subject: Subject| matches!(subject, Subject::Now(source) if hidden.contains(&source));
    for (key, found) in old.iter().filter(|(key, _)| !is_hidden(key.0)) {
        let after = new.get(key).map_or(0, Vec::len);
        if found.len() > after {
            let review = of.entry(key.0).or_default();
            review.mended.extend(found.iter().skip(after).map(|finding| note(sides, sides.before, finding)));
        }
    }
    for review in of.values_mut() {
        sort(&mut review.new);
        sort(&mut review.mended);
    }
    Compared { of }
}

/// The thing of now for each text of before.
fn subjects_of_before(sides: &Sides<'_>) -> HashMap<SourceId, Subject> {
    let mut now = HashMap::new();
    for kind in Kind::ALL {
        let (old, new) = (&sides.of(kind).before, &sides.of(kind).after);
        for pair in sides.pairs_of(kind) {
            if let (Some(before), Some(after)) = (pair.before, pair.after) {
                now.insert(old[before].source, Subject::Now(new[after].source));
            }
        }
    }
    // What has no header on both sides, such as the settings and what cannot be read, is the file of its path.
    let paths: HashMap<&str, SourceId> =
        (0..).map(SourceId).zip(&sides.after.sources).map(|(source, file)| (file.path.as_str(), source)).collect();
    for (source, file) in (0..).map(SourceId).zip(&sides.before.sources) {
        if let Some(after) = paths.get(file.path.as_str()) {
            now.entry(source).or_insert(Subject::Now(*after));
        }
    }
    now
}

/// Texts of drafts, those that cannot be read and say so in a line of their own included.
fn drafts(site: &Site) -> HashSet<SourceId> {
    let catalog = &site.catalog;
    let datasets = catalog.datasets.iter().filter(|one| one.private).map(|one| one.header.source);
    let reuses = catalog.reuses.iter().filter(|one| one.private).map(|one| one.header.source);
    let topics = catalog.topics.iter().filter(|one| one.private).map(|one| one.header.source);
    let services = catalog.services.iter().filter(|one| one.private).map(|one| one.header.source);
    let pages = catalog.pages.iter().filter(|one| one.private).map(|one| one.header.source);
    let says = |source: &SourceId| {
        let text = site.sources[source.0 as usize].text();
        text.lines().any(|line| line.trim_start_matches('\u{feff}').replace(' ', "").starts_with("private:true"))
    };
    let shadowed = catalog.shadowed.iter().map(|(header, _)| header.source).filter(says);
    let unreadable = catalog.unreadable.iter().map(|header| header.source).filter(says);
    datasets.chain(reuses).chain(topics).chain(services).chain(pages).chain(shadowed).chain(unreadable).collect()
}

fn by_key<'s>(
    site: &'s Site,
    drafts: &HashSet<SourceId>,
    subject: impl Fn(SourceId) -> Subject,
) -> HashMap<Key<'s>, Vec<&'s Finding>> {
    let mut found: HashMap<Key<'_>, Vec<&Finding>> = HashMap::new();
    // What is wrong with a draft would tell what is in it.
    for finding in site.findings.shown().filter(|finding| !drafts.contains(&finding.site.source)) {
        let key = (
            subject(finding.site.source),
            finding.rule.code,
            keys(finding),
            finding.args.get("found").unwrap_or_default(),
        );
        found.entry(key).or_default().push(finding);
    }
    found
}

/// The keys of a finding's value, without the places of items.
fn keys(finding: &Finding) -> String {
    let names = finding.path.segments().iter().map(|segment| match segment {
        Segment::Key(key) => &**key,
        Segment::Index(_) => "[]",
    });
    names.collect::<Vec<_>>().join("\n")
}

fn note(sides: &Sides<'_>, site: &Site, finding: &Finding) -> Note {
    let language = sides.words.messages.language();
    Note {
        severity: finding.severity,
        code: finding.rule.code,
        rule: finding.rule.name,
        message: finding.message(language),
        action: finding.action(language),
        path: site.sources[finding.site.source.0 as usize].path.clone(),
        line: finding.site.start.line,
    }
}

fn sort(notes: &mut [Note]) {
    notes.sort_by(|one, other| {
        let place = (&one.path, one.line, one.code).cmp(&(&other.path, other.line, other.code));
        other.severity.cmp(&one.severity).then(place)
    });
}
