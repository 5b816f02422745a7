//! Former names: addresses that something had once, and still lead to it.

use std::collections::BTreeSet;

use super::{FacetKind, PageKey, Site};
use crate::model::{Catalog, Kind, Lookup};
use crate::slug::Slug;

/// A name that a dataset or an organization had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Former {
    /// What it is.
    pub kind: Kind,
    /// The name it had.
    pub slug: Slug,
    /// The name it has.
    pub to: Slug,
}

/// All former names that nothing else has, datasets first, each once: the first that claims one gets it.
pub(super) fn former(catalog: &Catalog) -> Vec<Former> {
    let mut found = Vec::new();
    let datasets = catalog.datasets.iter().map(|one| (one.header(), one.redirects.as_slice()));
    let organizations = catalog.organizations.iter().map(|one| (one.header(), one.redirects.as_slice()));
    let mut taken: BTreeSet<(Kind, Slug)> = BTreeSet::new();
    for (header, redirects) in datasets.chain(organizations) {
        for slug in redirects.iter().filter_map(|old| Slug::new(old)) {
            let is_free = !catalog.has(header.kind, slug.as_str());
            if is_free && taken.insert((header.kind, slug.clone())) {
                found.push(Former { kind: header.kind, slug, to: header.slug.clone() });
            }
        }
    }
    found
}

impl Former {
    /// The path of its page below the root of a language.
    pub fn path(&self) -> String {
        format!("{}/{}/index.html", self.kind.folder(), self.slug)
    }

    /// The page that it leads to.
    pub fn target(&self, site: &Site) -> Option<PageKey> {
        if self.kind == Kind::Dataset {
            return site.catalog.dataset_index(self.to.as_str()).map(PageKey::Dataset);
        }
        let (value, _) = site.facet(FacetKind::Organization).value(self.to.as_str())?;
        Some(PageKey::Facet(FacetKind::Organization, value, 1))
    }

    /// Whether its address is free: an organization may be named without being described, and a file may
    /// be put there by hand.
    pub(super) fn has_page(&self, site: &Site) -> bool {
        let is_named =
            self.kind == Kind::Organization && site.facet(FacetKind::Organization).value(self.slug.as_str()).is_some();
        let path = self.path();
        let is_static = site.statics.iter().any(|file| file.path == path);
        !is_named && !is_static && self.target(site).is_some()
    }
}
