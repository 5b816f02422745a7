//! What would break for somebody who uses the catalogue: pages, addresses, files, identities, rights.

use std::collections::BTreeSet;

use serde::Serialize;

use super::dataset::{new, old};
use super::pair::Paired;
use super::{Sides, resource};
use crate::model::{Dataset, Kind, Resource};
use crate::site::{Site, hosted_path};
use crate::text::Text;

/// What breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Breakage {
    /// A page vanishes, and no other one says that it takes its place.
    Page,
    /// A former address leads nowhere any more.
    Redirect,
    /// A resource goes.
    Resource,
    /// A hosted file has another address.
    File,
    /// A table lacks columns that it had.
    Columns,
    /// A thing has another identity, so portals take it for another thing.
    Identity,
    /// The licence is open no longer.
    License,
    /// Fewer may have access.
    Access,
}

impl Breakage {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Page,
        Self::Redirect,
        Self::Resource,
        Self::File,
        Self::Columns,
        Self::Identity,
        Self::License,
        Self::Access,
    ];

    /// Its name in keys of words and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Redirect => "redirect",
            Self::Resource => "resource",
            Self::File => "file",
            Self::Columns => "columns",
            Self::Identity => "identity",
            Self::License => "license",
            Self::Access => "access",
        }
    }
}

/// Something that would break.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Break {
    /// What sort of thing.
    pub what: Breakage,
    /// The title of the thing.
    pub title: String,
    /// Its kind.
    pub kind: &'static str,
    /// Its slug as it was.
    pub slug: String,
    /// The address below the site's root, the title of the resource, or the names of columns.
    pub value: String,
}

/// All that would break, sorted.
pub(super) fn compare(sides: &Sides<'_>) -> Vec<Break> {
    let mut breaks = Vec::new();
    for kind in Kind::ALL {
        for pair in sides.pairs_of(kind) {
            pages(sides, kind, *pair, &mut breaks);
            identities(sides, kind, *pair, &mut breaks);
        }
    }
    for pair in sides.pairs_of(Kind::Dataset) {
        let (before, after) = (old(sides, *pair), new(sides, *pair));
        if let Some(before) = before.filter(|before| !before.private) {
            let after = after.filter(|after| !after.private);
            files(sides, before, after, &mut breaks);
            rights(sides, before, after, &mut breaks);
        }
    }
    breaks.sort();
    breaks.dedup();
    breaks
}

/// Title and whether it is a draft of a thing.
pub(super) fn facts(site: &Site, kind: Kind, at: usize) -> (&Text, bool) {
    let catalog = &site.catalog;
    match kind {
        Kind::Dataset => (&catalog.datasets[at].title, catalog.datasets[at].private),
        Kind::Organization => (&catalog.organizations[at].name, false),
        Kind::Page => (&catalog.pages[at].title, catalog.pages[at].private),
        Kind::Person => (&catalog.people[at].name, false),
        Kind::Reuse => (&catalog.reuses[at].title, catalog.reuses[at].private),
        Kind::Service => (&catalog.services[at].title, catalog.services[at].private),
        Kind::Site => unreachable!("internal error: the settings are in no list"),
        Kind::Topic => (&catalog.topics[at].title, catalog.topics[at].private),
    }
}

/// Whether the address of a slug answers: its page, or a thing that says it had that slug.
fn answers(sides: &Sides<'_>, kind: Kind, slug: &str) -> bool {
    let (site, list) = (sides.after, &sides.of(kind).after);
    let has_page =
        list.binary_search_by(|header| header.slug.as_str().cmp(slug)).is_ok_and(|at| !facts(site, kind, at).1);
    let says = |redirects: &[String]| redirects.iter().any(|former| former == slug);
    let catalog = &site.catalog;
    has_page
        || match kind {
            Kind::Dataset => catalog.datasets.iter().any(|one| !one.private && says(&one.redirects)),
            Kind::Organization => catalog.organizations.iter().any(|one| says(&one.redirects)),
            _ => false,
        }
}

fn pages(sides: &Sides<'_>, kind: Kind, pair: Paired, breaks: &mut Vec<Break>) {
    let Some(at) = pair.before else { return };
    let (title, is_draft) = facts(sides.before, kind, at);
    if is_draft {
        return;
    }
    let slug = sides.of(kind).before[at].slug.as_str();
    let mut lost = |what, gone: &str| {
        if !answers(sides, kind, gone) {
            let value = format!("{}/{gone}/", kind.folder());
            breaks.push(Break {
                what,
                title: sides.words.title(title),
                kind: kind.name(),
                slug: slug.to_owned(),
                value,
            });
        }
    };
    lost(Breakage::Page, slug);
    let former: &[String] = match kind {
        Kind::Dataset => &sides.before.catalog.datasets[at].redirects,
        Kind::Organization => &sides.before.catalog.organizations[at].redirects,
        _ => &[],
    };
    for gone in former {
        lost(Breakage::Redirect, gone);
    }
}

fn identities(sides: &Sides<'_>, kind: Kind, pair: Paired, breaks: &mut Vec<Break>) {
    let (Some(before), Some(after)) = (pair.before, pair.after) else { return };
    let (title, is_draft) = facts(sides.before, kind, before);
    let (was, is) = (sides.of(kind).before[before], sides.of(kind).after[after]);
    if !is_draft && was.identity.uuid != is.identity.uuid {
        breaks.push(Break {
            what: Breakage::Identity,
            title: sides.words.title(title),
            kind: kind.name(),
            slug: was.slug.as_str().to_owned(),
            value: was.identity.uuid.to_string(),
        });
    }
}

fn of_dataset(sides: &Sides<'_>, what: Breakage, dataset: &Dataset, value: String) -> Break {
    let (kind, slug) = (Kind::Dataset.name(), dataset.slug().to_owned());
    Break { what, title: sides.words.title(&dataset.title), kind, slug, value }
}

/// Resources that go, files that move, columns that are missing. Of a dataset that goes the page alone is told.
fn files(sides: &Sides<'_>, before: &Dataset, after: Option<&Dataset>, breaks: &mut Vec<Break>) {
    let Some(after) = after.filter(|after| after.retired.is_none() || before.retired.is_some()) else { return };
    for (old, new) in resource::pairs(before, after) {
        let Some(was) = old.map(|at| &before.resources[at]) else { continue };
        match new.map(|at| &after.resources[at]) {
            None => breaks.push(of_dataset(sides, Breakage::Resource, before, sides.words.resource(was))),
            Some(is) => {
                moved(sides, (before, was), (after, is), breaks);
                columns(sides, (before, was), (after, is), breaks);
            }
        }
    }
}

type Owned<'a> = (&'a Dataset, &'a Resource);

fn moved(sides: &Sides<'_>, (before, was): Owned<'_>, (after, is): Owned<'_>, breaks: &mut Vec<Break>) {
    let address = |dataset: &Dataset, resource: &Resource| {
        resource.hosted(&dataset.files).map(|file| hosted_path(dataset.slug(), &file.path))
    };
    if let Some(old) = address(before, was).filter(|old| address(after, is).as_ref() != Some(old)) {
        breaks.push(of_dataset(sides, Breakage::File, before, old));
    }
}

fn columns(sides: &Sides<'_>, (before, was): Owned<'_>, (after, is): Owned<'_>, breaks: &mut Vec<Break>) {
    let table = |dataset: &Dataset, resource: &Resource| -> Option<BTreeSet<String>> {
        let table = resource.hosted(&dataset.files)?.table.as_ref()?;
        Some(table.columns.iter().map(|column| column.name.clone()).collect())
    };
    let (Some(old), Some(new)) = (table(before, was), table(after, is)) else { return };
    let gone: Vec<String> = old.difference(&new).map(|name| sides.words.one_line(name)).collect();
    if !gone.is_empty() {
        let value = format!("{}: {}", sides.words.resource(was), gone.join(", "));
        breaks.push(of_dataset(sides, Breakage::Columns, before, sides.words.short(&value)));
    }
}

fn rights(sides: &Sides<'_>, before: &Dataset, after: Option<&Dataset>, breaks: &mut Vec<Break>) {
    let Some(after) = after else { return };
    let is_open = |one: &Dataset| one.license.as_ref().and_then(|code| code.known).is_some_and(|known| known.open);
    let license = |one: &Dataset| {
        one.license.as_ref().map(|code| sides.words.coded(code, |known| known.title)).unwrap_or_default()
    };
    if is_open(before) && !is_open(after) {
        breaks.push(of_dataset(sides, Breakage::License, before, license(before)));
    }
    if before.access.is_open() && !after.access.is_open() {
        let kind = after.access.kind.as_ref().map(|code| sides.words.term(code)).unwrap_or_default();
        breaks.push(of_dataset(sides, Breakage::Access, before, kind));
    }
}
