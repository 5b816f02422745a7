//! The names of one collection: a slug for each thing, and things found by name.

use std::collections::{BTreeMap, BTreeSet};

use crate::slug::Slug;

/// Names of one collection with their slugs, by folded name.
#[derive(Debug, Default)]
pub(super) struct Names {
    by_key: BTreeMap<String, Slug>,
    slugs: BTreeSet<Slug>,
}

impl Names {
    /// A slug for a stem that nothing of the collection has yet.
    pub(super) fn slug(&mut self, stem: &str) -> Slug {
        let slug = Slug::from_text(stem);
        let slug = if self.slugs.contains(&slug) { slug.told_apart(stem) } else { slug };
        self.slugs.insert(slug.clone());
        slug
    }

    /// Lets a name mean a slug, unless it means another already.
    pub(super) fn name(&mut self, key: String, slug: &Slug) {
        if !key.is_empty() {
            self.by_key.entry(key).or_insert_with(|| slug.clone());
        }
    }

    pub(super) fn find(&self, key: &str) -> Option<&Slug> {
        self.by_key.get(key)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.slugs.is_empty()
    }
}
