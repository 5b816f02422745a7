//! A choice of datasets around a subject.

use std::borrow::Cow;

use super::parts::keywords;
use super::refs::Reference;
use super::related::{TextTranslation, datasets, services, translations};
use super::shape::object;
use super::values::{Address, Day, Free, Id};
use super::view::View;
use crate::model::Kind;
use crate::site::PageKey;

object! {
    /// A choice of datasets around a subject.
    Topic<'a> {
        /// Its UUID.
        id: Id,
        /// Its title.
        name: Cow<'a, str>,
        /// Its slug.
        slug: &'a str,
        /// What it is about, Markdown.
        description: Option<Cow<'a, str>>,
        /// Keywords.
        tags: Vec<Cow<'a, str>>,
        /// Its datasets, in the order to show.
        datasets: Vec<Reference<'a>>,
        /// Its reuses.
        reuses: Vec<Reference<'a>>,
        /// Its APIs.
        dataservices: Vec<Reference<'a>>,
        /// Whether the home page shows it.
        featured: bool,
        /// Always false: drafts are not published.
        private: bool,
        /// When its descriptor came.
        created_at: Option<Day>,
        /// When its descriptor last changed.
        last_modified: Option<Day>,
        /// Free values, and keys that etal does not know.
        extras: Free<'a>,
        /// Title and description in other languages than the first of the site.
        translations: Vec<TextTranslation<'a>>,
        /// Its lasting IRI, the same in every form.
        iri: Address,
        /// Its own file.
        uri: Address,
        /// Its page.
        page: Address,
    }
}

impl<'a> Topic<'a> {
    /// The topic at a place of the catalogue.
    pub(super) fn new(view: &View<'_, 'a>, place: usize) -> Self {
        let catalog = &view.context.site.catalog;
        let topic = &catalog.topics[place];
        let header = &topic.header;
        let reuse = |slug: &String| {
            let found = catalog.reuses.binary_search_by(|reuse| reuse.header.slug.as_str().cmp(slug));
            view.reuse_reference(found.ok()?)
        };
        Self {
            id: Id(header.identity.uuid),
            name: view.title(&topic.title),
            slug: header.slug.as_str(),
            description: view.markdown(&topic.description),
            tags: keywords(&topic.tags),
            datasets: datasets(view, &topic.datasets),
            reuses: topic.reuses.iter().filter_map(reuse).collect(),
            dataservices: services(view, &topic.services),
            featured: topic.featured,
            private: false,
            created_at: header.dates.created.map(Day),
            last_modified: header.dates.modified.map(Day),
            extras: Free::all(&topic.extras, header),
            translations: translations(view, &topic.title, &topic.description),
            iri: Address(view.context.iri(Kind::Topic, header.identity.uuid)),
            uri: view.own("topics", header.identity.uuid),
            page: view.page(&PageKey::Topic(place)),
        }
    }
}
