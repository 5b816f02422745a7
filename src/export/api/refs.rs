//! Short forms of things in others: who publishes a dataset, what uses it.

use std::borrow::Cow;

use super::codes::Class;
use super::shape::object;
use super::values::{Address, Id};
use super::view::{View, line};
use crate::export::Agent;
use crate::model::Header;
use crate::site::{FacetKind, PageKey};
use crate::text::Text;

object! {
    /// Something that is referred to.
    Reference<'a> {
        /// What it is.
        class: Class,
        /// Its UUID.
        id: Id,
        /// Its slug.
        slug: &'a str,
        /// Its title.
        title: Cow<'a, str>,
        /// Its file in this API; null when it has none of its own.
        uri: Option<Address>,
        /// Its page.
        page: Address,
    }
}

object! {
    /// An organisation that is referred to.
    OrganizationReference<'a> {
        /// What it is.
        class: Class,
        /// Its UUID.
        id: Id,
        /// Its slug.
        slug: Cow<'a, str>,
        /// Its name; its slug when nobody describes it.
        name: Cow<'a, str>,
        /// Its acronym.
        acronym: Option<Cow<'a, str>>,
        /// Its logo.
        logo: Option<Address>,
        /// Its file in this API; null when no listed dataset names it and nobody describes it.
        uri: Option<Address>,
        /// Its page; null in the same case.
        page: Option<Address>,
    }
}

object! {
    /// A person that is referred to.
    UserReference<'a> {
        /// What it is.
        class: Class,
        /// Their UUID.
        id: Id,
        /// Their slug.
        slug: &'a str,
        /// Their name.
        name: Cow<'a, str>,
        /// Their e-mail address.
        email: Option<Cow<'a, str>>,
        /// Their own site.
        website: Option<Address>,
        /// Their ORCID identifier.
        orcid: Option<Cow<'a, str>>,
        /// What they say of themselves, Markdown.
        about: Option<Cow<'a, str>>,
        /// Whom they work for.
        organization: Option<Box<OrganizationReference<'a>>>,
        /// Their page.
        page: Address,
    }
}

impl<'a> View<'_, 'a> {
    /// A dataset that is published, by its slug.
    pub(super) fn dataset_reference(&self, slug: &str) -> Option<Reference<'a>> {
        let catalog = &self.context.site.catalog;
        let index = catalog.dataset_index(slug)?;
        let dataset = &catalog.datasets[index];
        (!dataset.private).then(|| {
            let uri = self.own("datasets", dataset.header.identity.uuid);
            self.reference("Dataset", &dataset.header, &dataset.title, Some(uri), &PageKey::Dataset(index))
        })
    }

    /// A reuse that is published, by its place.
    pub(super) fn reuse_reference(&self, place: usize) -> Option<Reference<'a>> {
        let reuse = &self.context.site.catalog.reuses[place];
        (!reuse.private).then(|| {
            let uri = self.own("reuses", reuse.header.identity.uuid);
            self.reference("Reuse", &reuse.header, &reuse.title, Some(uri), &PageKey::Reuse(place))
        })
    }

    /// A topic that is published, by its place.
    pub(super) fn topic_reference(&self, place: usize) -> Option<Reference<'a>> {
        let topic = &self.context.site.catalog.topics[place];
        (!topic.private).then(|| {
            let uri = self.own("topics", topic.header.identity.uuid);
            self.reference("Topic", &topic.header, &topic.title, Some(uri), &PageKey::Topic(place))
        })
    }

    /// An API that is published, by its place.
    pub(super) fn service_reference(&self, place: usize) -> Option<Reference<'a>> {
        let service = &self.context.site.catalog.services[place];
        let refer = || self.reference("Dataservice", &service.header, &service.title, None, &PageKey::Service(place));
        (!service.private).then(refer)
    }

    fn reference(
        &self,
        class: &'static str,
        header: &'a Header,
        title: &'a Text,
        uri: Option<Address>,
        page: &PageKey,
    ) -> Reference<'a> {
        let (id, slug) = (Id(header.identity.uuid), header.slug.as_str());
        Reference { class: Class(class), id, slug, title: self.title(title), uri, page: self.page(page) }
    }

    /// An organisation, described or only named.
    pub(super) fn organization_reference(&self, slug: &'a str) -> OrganizationReference<'a> {
        let agent = self.context.organization(slug);
        let described = match agent {
            Agent::Organization(one) => Some(one),
            Agent::Named(_) | Agent::Person(_) => None,
        };
        let uuid = self.context.agent_uuid(agent);
        let value = self.context.site.facet(FacetKind::Organization).value(slug);
        OrganizationReference {
            class: Class("Organization"),
            id: Id(uuid),
            slug: line(Some(slug)).unwrap_or_default(),
            name: line(Some(agent.name(self.context.language()))).unwrap_or_default(),
            acronym: described.and_then(|one| line(one.acronym.as_deref())),
            logo: described.and_then(|one| self.asset(one.logo.as_deref())),
            uri: value.map(|_| self.own("organizations", uuid)),
            page: value.map(|(place, _)| self.page(&PageKey::Facet(FacetKind::Organization, place, 1))),
        }
    }

    /// A person of the catalogue, by slug.
    pub(super) fn user_reference(&self, slug: &str) -> Option<UserReference<'a>> {
        let people = &self.context.site.catalog.people;
        let place = people.binary_search_by(|person| person.header.slug.as_str().cmp(slug)).ok()?;
        let person = &people[place];
        Some(UserReference {
            class: Class("User"),
            id: Id(person.header.identity.uuid),
            slug: person.header.slug.as_str(),
            name: self.title(&person.name),
            email: line(person.email.as_deref()),
            website: self.external(person.url.as_deref()),
            orcid: line(person.orcid.as_deref()),
            about: self.markdown(&person.description),
            organization: person.organization.as_deref().map(|slug| Box::new(self.organization_reference(slug))),
            page: self.page(&PageKey::Person(place)),
        })
    }
}
