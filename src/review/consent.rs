//! Who has to agree: the producers of what is touched, and those who keep the catalogue for all the rest. Members are
//! read as they were before: a change cannot give itself a right.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::Sides;
use super::dataset::{new, old};
use super::other::is_touched;
use crate::model::{Dataset, Kind, Organization};

/// Somebody who has to agree, and to what.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Consent {
    /// The producer; none for those who keep the catalogue.
    pub organization: Option<String>,
    /// Its name.
    pub name: String,
    /// Names of its members on the forge.
    pub members: Vec<String>,
    /// Datasets by slug, or files and folders, below the root.
    pub subjects: Vec<String>,
}

/// A producer whose things somebody touches without belonging to it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Outsider {
    /// The slug of the producer; empty for those who keep the catalogue.
    pub organization: String,
    /// Its name.
    pub name: String,
    /// What is touched.
    pub subjects: Vec<String>,
}

/// Folders of the catalogue that are no producer's.
const SHARED: [&str; 2] = ["content/static/", "content/pages/"];

/// Who has to agree, and where the actor is a stranger.
pub(super) fn compare(sides: &Sides<'_>) -> (Vec<Consent>, Vec<Outsider>) {
    let mut asked: BTreeMap<Option<String>, BTreeSet<String>> = BTreeMap::new();
    for pair in sides.pairs_of(Kind::Dataset) {
        let (before, after) = (old(sides, *pair), new(sides, *pair));
        if !is_touched(sides, Kind::Dataset, *pair) {
            continue;
        }
        // One that goes from a producer to another concerns both.
        for dataset in [before, after].into_iter().flatten() {
            asked.entry(producer(sides, dataset)).or_default().insert(dataset.slug().to_owned());
        }
    }
    for path in shared(sides) {
        asked.entry(None).or_default().insert(path);
    }
    let consent: Vec<Consent> = asked.into_iter().map(|(slug, subjects)| consent(sides, slug, subjects)).collect();
    let outsiders = outsiders(sides, &consent);
    (consent, outsiders)
}

/// The producer of a dataset, when the catalogue knew it before; else those who keep the catalogue decide.
fn producer(sides: &Sides<'_>, dataset: &Dataset) -> Option<String> {
    let slug = dataset.organization.as_deref()?;
    sides.before.catalog.organization(slug).map(|organization| organization.header.slug.as_str().to_owned())
}

/// What is touched and is no producer's.
fn shared(sides: &Sides<'_>) -> BTreeSet<String> {
    let mut paths: BTreeSet<String> = sides.facts.elsewhere.iter().filter(|path| is_kept(path)).cloned().collect();
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Dataset) {
        for pair in sides.pairs_of(kind).iter().filter(|pair| is_touched(sides, kind, **pair)) {
            let before = pair.before.map(|at| (sides.before, sides.of(kind).before[at]));
            let after = pair.after.map(|at| (sides.after, sides.of(kind).after[at]));
            let named = before.into_iter().chain(after);
            paths.extend(named.map(|(site, header)| site.sources[header.source.0 as usize].path.clone()));
        }
    }
    let config = |site: &crate::site::Site| site.sources[site.config.header.source.0 as usize].content.clone();
    if !sides.facts.is_first && config(sides.before) != config(sides.after) {
        paths.insert(String::from("site.toml"));
    }
    if sides.before.statics != sides.after.statics {
        paths.insert(SHARED[0].to_owned());
    }
    paths
}

/// Whether a file outside `content/` decides what is published or who may publish: the theme and what a forge reads.
/// Other files of a repository are not the catalogue's.
fn is_kept(path: &str) -> bool {
    let known = ["themes/", ".github/", ".gitlab/", ".forgejo/", ".gitea/"];
    known.iter().any(|folder| path.starts_with(folder))
        || matches!(path, ".gitlab-ci.yml" | "CODEOWNERS" | "docs/CODEOWNERS")
}

/// The organisation that publishes the catalogue, whose members keep it.
fn keeper<'a>(sides: &Sides<'a>) -> Option<&'a Organization> {
    sides.before.catalog.organization(sides.before.config.publisher.as_deref()?)
}

fn consent(sides: &Sides<'_>, slug: Option<String>, subjects: BTreeSet<String>) -> Consent {
    let found = match &slug {
        Some(slug) => sides.before.catalog.organization(slug),
        None => keeper(sides),
    };
    let members = found.map(members).unwrap_or_default();
    let keepers = || sides.words.messages.text("review.keepers").to_owned();
    let name = match (&slug, found) {
        (Some(_), Some(found)) => sides.words.title(&found.name),
        (None, Some(found)) => format!("{} ({})", keepers(), sides.words.title(&found.name)),
        _ => keepers(),
    };
    Consent { organization: slug, name, members, subjects: subjects.into_iter().collect() }
}

fn members(organization: &Organization) -> Vec<String> {
    let names = organization.members.iter().filter_map(|member| member.forge.as_deref());
    names.map(|name| name.trim().trim_start_matches('@').to_owned()).filter(|name| !name.is_empty()).collect()
}

/// Producers that have members, of whom the actor is none.
fn outsiders(sides: &Sides<'_>, consent: &[Consent]) -> Vec<Outsider> {
    let Some(actor) = sides.facts.actor.as_deref().map(|actor| actor.trim_start_matches('@')) else {
        return Vec::new();
    };
    // Names on a forge have no case.
    let is_member = |one: &Consent| one.members.iter().any(|member| member.to_lowercase() == actor.to_lowercase());
    let strangers = consent.iter().filter(|one| !is_member(one));
    let outsider = |one: &Consent| Outsider {
        organization: one.organization.clone().unwrap_or_default(),
        name: one.name.clone(),
        subjects: one.subjects.clone(),
    };
    strangers.map(outsider).collect()
}
