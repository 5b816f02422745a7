//! Who publishes: organisations, described or only named, and people.

use uuid::Uuid;

use super::Context;
use crate::model::{Contact, Dataset, Kind, Organization, Person};
use crate::text::Text;

/// Somebody who publishes, makes or answers for data.
#[derive(Clone, Copy, Debug)]
pub enum Agent<'a> {
    /// An organisation that the catalogue describes.
    Organization(&'a Organization),
    /// An organisation that datasets name and nobody describes, by its slug.
    Named(&'a str),
    /// A person that the catalogue describes.
    Person(&'a Person),
}

impl<'a> Agent<'a> {
    /// Organisation or person.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Organization(_) | Self::Named(_) => Kind::Organization,
            Self::Person(_) => Kind::Person,
        }
    }

    /// The slug.
    pub fn slug(&self) -> &'a str {
        match self {
            Self::Organization(one) => one.header.slug.as_str(),
            Self::Named(slug) => slug,
            Self::Person(one) => one.header.slug.as_str(),
        }
    }

    /// The name in a language; the slug when nobody says one.
    pub fn name(&self, language: &str) -> &'a str {
        let said = |text: &'a Text| text.get(language).map(|(name, _)| name);
        let name = match self {
            Self::Organization(one) => said(&one.name),
            Self::Named(_) => None,
            Self::Person(one) => said(&one.name),
        };
        name.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| self.slug())
    }

    /// Address of their own site, as written.
    pub fn url(&self) -> Option<&'a str> {
        match self {
            Self::Organization(one) => one.url.as_deref(),
            Self::Named(_) => None,
            Self::Person(one) => one.url.as_deref(),
        }
    }

    /// E-mail address, as written.
    pub fn email(&self) -> Option<&'a str> {
        match self {
            Self::Organization(one) => one.email.as_deref(),
            Self::Named(_) => None,
            Self::Person(one) => one.email.as_deref(),
        }
    }
}

impl<'a> Context<'a> {
    /// The organisation of a slug.
    pub fn organization(&self, slug: &'a str) -> Agent<'a> {
        self.site.catalog.organization(slug).map_or(Agent::Named(slug), Agent::Organization)
    }

    /// Who publishes a dataset: its organisation, else its owner; none when it says neither.
    pub fn publisher(&self, dataset: &'a Dataset) -> Option<Agent<'a>> {
        self.publisher_of(dataset.organization.as_deref(), dataset.owner.as_deref())
    }

    /// The publisher of anything that names an organisation or a person.
    pub fn publisher_of(&self, organization: Option<&'a str>, owner: Option<&'a str>) -> Option<Agent<'a>> {
        let organization = organization.map(|slug| self.organization(slug));
        organization.or_else(|| Some(Agent::Person(self.site.catalog.person(owner?)?)))
    }

    /// Who answers for the catalogue, when `site.toml` says so.
    pub fn site_publisher(&self) -> Option<Agent<'a>> {
        self.site.config.publisher.as_deref().map(|slug| self.organization(slug))
    }

    /// The UUID of somebody.
    pub fn agent_uuid(&self, agent: Agent<'_>) -> Uuid {
        match agent {
            Agent::Organization(one) => one.header.identity.uuid,
            Agent::Named(slug) => self.organization_uuid(slug),
            Agent::Person(one) => one.header.identity.uuid,
        }
    }

    /// The contact of a dataset that can be reached, first those whose role is to be asked.
    pub fn contact(&self, dataset: &'a Dataset) -> Option<&'a Contact> {
        let reached = || dataset.contact_points.iter().filter(|one| one.email.is_some() || one.url.is_some());
        reached().find(|one| one.role_id() == "contact").or_else(|| reached().next())
    }
}
