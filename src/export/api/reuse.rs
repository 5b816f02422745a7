//! A use made of datasets.

use std::borrow::Cow;

use super::codes::{LanguageCode, ReuseTopic, ReuseType};
use super::parts::{Unrecognized, keywords, known, note};
use super::refs::{OrganizationReference, Reference, UserReference};
use super::related::{TextTranslation, datasets, services, translations};
use super::resource::languages;
use super::shape::object;
use super::values::{Address, Day, Free, Id, Since};
use super::view::View;
use crate::model::Kind;
use crate::site::PageKey;

object! {
    /// A use made of datasets.
    Reuse<'a> {
        /// Its UUID.
        id: Id,
        /// Its title.
        title: Cow<'a, str>,
        /// Its slug.
        slug: &'a str,
        /// What it is, Markdown.
        description: Option<Cow<'a, str>>,
        /// What sort of reuse.
        r#type: Option<ReuseType>,
        /// Where it is.
        url: Option<Address>,
        /// An image of it.
        image: Option<Address>,
        /// The datasets that it uses.
        datasets: Vec<Reference<'a>>,
        /// The APIs that it uses.
        dataservices: Vec<Reference<'a>>,
        /// Keywords.
        tags: Vec<Cow<'a, str>>,
        /// Its subject.
        topic: Option<ReuseTopic>,
        /// Languages that it speaks.
        languages: Vec<LanguageCode>,
        /// Always false: drafts are not published.
        private: bool,
        /// True when it is no longer kept up.
        archived: Option<Since>,
        /// First publication: as declared, else of the descriptor.
        created_at: Option<Day>,
        /// When its descriptor last changed.
        last_modified: Option<Day>,
        /// Free values, and keys that etal does not know.
        extras: Free<'a>,
        /// The organisation that made it.
        organization: Option<OrganizationReference<'a>>,
        /// The person who made it.
        owner: Option<UserReference<'a>>,
        /// Title and description in other languages than the first of the site.
        translations: Vec<TextTranslation<'a>>,
        /// Codes that their vocabulary does not have.
        unrecognized: Vec<Unrecognized<'a>>,
        /// Its lasting IRI, the same in every form.
        iri: Address,
        /// Its own file.
        uri: Address,
        /// Its page.
        page: Address,
    }
}

impl<'a> Reuse<'a> {
    /// The reuse at a place of the catalogue.
    pub(super) fn new(view: &View<'_, 'a>, place: usize) -> Self {
        let reuse = &view.context.site.catalog.reuses[place];
        let header = &reuse.header;
        let mut unrecognized = Vec::new();
        note(&mut unrecognized, "type", &reuse.kind);
        note(&mut unrecognized, "topic", &reuse.topic);
        note(&mut unrecognized, "language", &reuse.languages);
        Self {
            id: Id(header.identity.uuid),
            title: view.title(&reuse.title),
            slug: header.slug.as_str(),
            description: view.markdown(&reuse.description),
            r#type: known(reuse.kind.as_ref()).map(|term| ReuseType(term.id)),
            url: view.external(reuse.url.as_deref()),
            image: view.asset(reuse.image.as_deref()),
            datasets: datasets(view, &reuse.datasets),
            dataservices: services(view, &reuse.services),
            tags: keywords(&reuse.tags),
            topic: known(reuse.topic.as_ref()).map(|term| ReuseTopic(term.id)),
            languages: languages(&reuse.languages),
            private: false,
            archived: reuse.archived.then_some(Since(None)),
            created_at: reuse.created.or(header.dates.created).map(Day),
            last_modified: header.dates.modified.map(Day),
            extras: Free::all(&reuse.extras, header),
            organization: reuse.organization.as_deref().map(|slug| view.organization_reference(slug)),
            owner: reuse.owner.as_deref().and_then(|slug| view.user_reference(slug)),
            translations: translations(view, &reuse.title, &reuse.description),
            unrecognized,
            iri: Address(view.context.iri(Kind::Reuse, header.identity.uuid)),
            uri: view.own("reuses", header.identity.uuid),
            page: view.page(&PageKey::Reuse(place)),
        }
    }
}
