//! Who has to agree: the producers of what is touched, and those who keep the catalogue for all the rest. Members are
//! read as they were before: a change cannot give itself a right.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::Sides;
use super::other::is_touched;
use crate::model::{ForgeKind, Kind};
use crate::owners::{People, is_same};
use crate::site::Site;
use crate::source::Content;

/// Somebody who has to agree, and to what.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Consent {
    /// The slug of the producer, an organisation or a person; none for those who keep the catalogue.
    pub organization: Option<String>,
    /// Its name.
    pub name: String,
    /// Names on the forge of those who may agree.
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

/// Who has to agree, and where the actor is a stranger.
pub(super) fn compare(sides: &Sides<'_>) -> (Vec<Consent>, Vec<Outsider>) {
    let forge = sides.before.config.forge.as_ref().map_or(ForgeKind::GitHub, |forge| forge.kind);
    let mut people = People::of(sides.before, forge);
    let mut asked: BTreeMap<Producer, BTreeSet<String>> = BTreeMap::new();
    for kind in Kind::ALL {
        for pair in sides.pairs_of(kind).iter().filter(|pair| is_touched(sides, kind, **pair)) {
            // One that goes from a producer to another concerns both.
            let before = pair.before.map(|at| (sides.before, at, sides.of(kind).before[at]));
            let after = pair.after.map(|at| (sides.after, at, sides.of(kind).after[at]));
            for (site, at, header) in before.into_iter().chain(after) {
                let producer = producer(sides, site, kind, at);
                let subjects = asked.entry(producer).or_default();
                subjects.insert(match kind {
                    Kind::Dataset => header.slug.as_str().to_owned(),
                    _ => site.sources[header.source.0 as usize].path.clone(),
                });
            }
        }
    }
    // What cannot be read says of nobody that it is theirs.
    for path in unreadable(sides) {
        asked.entry(Producer::default()).or_default().insert(path);
    }
    for path in shared(sides) {
        asked.entry(Producer::default()).or_default().insert(path);
    }
    let consent: Vec<Consent> = asked
        .into_iter()
        .map(|(producer, subjects)| consent(sides, &mut people, &producer, subjects.into_iter().collect()))
        .collect();
    let outsiders = outsiders(sides, &people, &consent);
    (consent, outsiders)
}

/// An organisation or a person that the catalogue knew before; neither for those who keep the catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Producer {
    organization: Option<String>,
    owner: Option<String>,
}

/// Who answers for a thing. What decides about others, and what nobody knows yet, is for those who keep the catalogue.
fn producer(sides: &Sides<'_>, site: &Site, kind: Kind, at: usize) -> Producer {
    let catalog = &site.catalog;
    let (organization, owner) = match kind {
        Kind::Dataset => (&catalog.datasets[at].organization, &catalog.datasets[at].owner),
        Kind::Reuse => (&catalog.reuses[at].organization, &catalog.reuses[at].owner),
        Kind::Service => (&catalog.services[at].organization, &catalog.services[at].owner),
        Kind::Organization | Kind::Page | Kind::Person | Kind::Site | Kind::Topic => return Producer::default(),
    };
    let known = &sides.before.catalog;
    Producer {
        organization: organization.clone().filter(|slug| known.organization(slug).is_some()),
        owner: owner.clone().filter(|slug| organization.is_none() && known.person(slug).is_some()),
    }
}

/// Descriptors that cannot be read, or whose slug another one has, and that are not what they were.
fn unreadable(sides: &Sides<'_>) -> BTreeSet<String> {
    let texts = |site: &Site| -> BTreeMap<String, Content> {
        let shadowed = site.catalog.shadowed.iter().map(|(header, _)| header);
        let headers = site.catalog.unreadable.iter().chain(shadowed);
        let files = headers.map(|header| &site.sources[header.source.0 as usize]);
        files.map(|file| (file.path.clone(), file.content.clone())).collect()
    };
    let (before, after) = (texts(sides.before), texts(sides.after));
    let changed = after.iter().filter(|(path, content)| before.get(*path) != Some(*content));
    let gone = before.keys().filter(|path| !after.contains_key(*path));
    changed.map(|(path, _)| path).chain(gone).cloned().collect()
}

/// What is touched and is neither described nor a producer's.
fn shared(sides: &Sides<'_>) -> BTreeSet<String> {
    let mut paths: BTreeSet<String> = sides.facts.elsewhere.iter().filter(|path| is_kept(path)).cloned().collect();
    let config = |site: &Site| site.sources[site.config.header.source.0 as usize].content.clone();
    if !sides.facts.is_first && config(sides.before) != config(sides.after) {
        paths.insert(String::from("site.toml"));
    }
    if sides.before.statics != sides.after.statics {
        paths.insert(String::from("content/static/"));
    }
    paths
}

/// Whether a file outside `content/` decides what is published or who may publish: the theme and what a forge reads.
/// Other files of a repository are not the catalogue's.
fn is_kept(path: &str) -> bool {
    let folders = ["themes/", ".github/", ".gitlab/", ".forgejo/", ".gitea/"];
    let files = ["site.toml", ".gitlab-ci.yml", ".gitattributes", "CODEOWNERS", "docs/CODEOWNERS"];
    folders.iter().any(|folder| path.starts_with(folder)) || files.contains(&path)
}

fn consent(sides: &Sides<'_>, people: &mut People<'_>, producer: &Producer, subjects: Vec<String>) -> Consent {
    let known = &sides.before.catalog;
    let organization = producer.organization.as_deref().and_then(|slug| known.organization(slug));
    let owner = producer.owner.as_deref().and_then(|slug| known.person(slug));
    let (name, members) = match (organization, owner) {
        (None, None) => (sides.words.messages.text("review.keepers").to_owned(), people.maintainers()),
        (found, owner) => {
            let name = found.map(|one| &one.name).or(owner.map(|one| &one.name));
            let name = name.map(|name| sides.words.title(name)).unwrap_or_default();
            (name, people.producers(producer.organization.as_deref(), producer.owner.as_deref()))
        }
    };
    let organization = producer.organization.clone().or_else(|| producer.owner.clone());
    Consent { organization, name, members, subjects }
}

/// Producers of whom the actor is none.
fn outsiders(sides: &Sides<'_>, people: &People<'_>, consent: &[Consent]) -> Vec<Outsider> {
    let Some(actor) = sides.facts.actor.as_deref().map(|actor| actor.trim_start_matches('@')) else {
        return Vec::new();
    };
    let is_member = |one: &Consent| {
        let organization = one.organization.as_deref().and_then(|slug| sides.before.catalog.organization(slug));
        let everybody = organization.map(|organization| people.everybody(organization)).unwrap_or_default();
        one.members.iter().chain(&everybody).any(|member| is_same(member, actor))
    };
    let strangers = consent.iter().filter(|one| !is_member(one));
    let outsider = |one: &Consent| Outsider {
        organization: one.organization.clone().unwrap_or_default(),
        name: one.name.clone(),
        subjects: one.subjects.clone(),
    };
    strangers.map(outsider).collect()
}
