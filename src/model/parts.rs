//! Small parts of descriptors, and the described things that are small.

use crate::date::Moment;
use crate::text::Text;
use crate::text::url::external;
use crate::vocab;

use super::{Extras, Header};

/// A code of a vocabulary as it was written, and the row it means when it means one.
#[derive(Debug, PartialEq, Eq)]
pub struct Coded<T: 'static> {
    /// As written.
    pub raw: String,
    /// The row of the vocabulary.
    pub known: Option<&'static T>,
}

impl<T> Clone for Coded<T> {
    fn clone(&self) -> Self {
        Self { raw: self.raw.clone(), known: self.known }
    }
}

/// Whom to ask.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// Name of a person or a service.
    pub name: Text,
    /// E-mail address.
    pub email: Option<String>,
    /// Address of a contact form.
    pub url: Option<String>,
    /// ISO 19115 role; `contact` when not said.
    pub role: Option<Coded<vocab::Term>>,
}

/// Who made the data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Creator {
    /// Slug of a person of the catalogue.
    pub person: Option<String>,
    /// Slug of an organisation of the catalogue.
    pub organization: Option<String>,
    /// Name, for somebody the catalogue does not describe.
    pub name: Option<String>,
    /// ISO 19115 role.
    pub role: Option<Coded<vocab::Term>>,
    /// ORCID identifier.
    pub orcid: Option<String>,
}

/// Who may use the data, and why not everybody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Access {
    /// Open when not said.
    pub kind: Option<Coded<vocab::Term>>,
    /// Who may have access, one entry a role.
    pub audiences: Vec<Audience>,
    /// Why access is restricted, in words.
    pub reason: Text,
    /// Why access is restricted, as one of the INSPIRE reasons.
    pub reason_category: Option<Coded<vocab::Term>>,
    /// Where to ask for access.
    pub url: Option<String>,
}

/// One audience of restricted data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audience {
    /// Who.
    pub role: Coded<vocab::Term>,
    /// Whether they may.
    pub condition: Option<Coded<vocab::Term>>,
}

/// The structure that data promises to follow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schema {
    /// Name in a catalogue of schemas.
    pub name: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// Version.
    pub version: Option<String>,
}

/// An identifier given by somebody else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identifier {
    /// `doi`, `ark`, `handle`, … in lower case; found from the value when not said.
    pub kind: Option<String>,
    /// The identifier, without a resolver's address.
    pub value: String,
}

/// A link with words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Words; the address when empty.
    pub title: Text,
    /// Address.
    pub url: String,
}

/// A use made of datasets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reuse {
    /// What every descriptor has.
    pub header: Header,
    /// Title.
    pub title: Text,
    /// Description, Markdown.
    pub description: Text,
    /// What it is.
    pub kind: Option<Coded<vocab::Term>>,
    /// Where it is.
    pub url: Option<String>,
    /// Path of an image below `content/static/`.
    pub image: Option<String>,
    /// Slugs of the datasets it uses.
    pub datasets: Vec<String>,
    /// Slugs of the APIs it uses.
    pub services: Vec<String>,
    /// Keywords.
    pub tags: Vec<String>,
    /// Its subject.
    pub topic: Option<Coded<vocab::Term>>,
    /// Languages it speaks.
    pub languages: Vec<Coded<vocab::Language>>,
    /// Slug of the organisation that made it.
    pub organization: Option<String>,
    /// Slug of the person that made it.
    pub owner: Option<String>,
    /// A draft.
    pub private: bool,
    /// No longer kept up.
    pub archived: bool,
    /// First publication.
    pub created: Option<Moment>,
    /// Free values.
    pub extras: Extras,
}

/// A choice of datasets around a subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// What every descriptor has.
    pub header: Header,
    /// Title.
    pub title: Text,
    /// Description, Markdown.
    pub description: Text,
    /// Keywords.
    pub tags: Vec<String>,
    /// Slugs of its datasets, in the order to show.
    pub datasets: Vec<String>,
    /// Slugs of its reuses.
    pub reuses: Vec<String>,
    /// Slugs of its APIs.
    pub services: Vec<String>,
    /// Shown on the home page.
    pub featured: bool,
    /// A draft.
    pub private: bool,
    /// Free values.
    pub extras: Extras,
}

/// An API.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// What every descriptor has.
    pub header: Header,
    /// Title.
    pub title: Text,
    /// Acronym.
    pub acronym: Option<String>,
    /// Description, Markdown.
    pub description: Text,
    /// Address of the API.
    pub url: Option<String>,
    /// Documentation for people.
    pub documentation: Option<String>,
    /// Documentation for machines (OpenAPI).
    pub machine_documentation: Option<String>,
    /// How many calls are allowed, in words.
    pub rate_limiting: Text,
    /// Promised availability in percent.
    pub availability: Option<String>,
    /// `REST`, `WMS`, …
    pub format: Option<String>,
    /// Licence of what it gives.
    pub license: Option<Coded<vocab::License>>,
    /// Keywords.
    pub tags: Vec<String>,
    /// Who may use it.
    pub access: Access,
    /// Whom to ask.
    pub contact_points: Vec<Contact>,
    /// Slugs of the datasets it serves.
    pub datasets: Vec<String>,
    /// Slug of the organisation that runs it.
    pub organization: Option<String>,
    /// Slug of the person that runs it.
    pub owner: Option<String>,
    /// A draft.
    pub private: bool,
    /// Free values.
    pub extras: Extras,
}

/// A free page: legal notice, about, accessibility.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// What every descriptor has.
    pub header: Header,
    /// Title.
    pub title: Text,
    /// Body, Markdown.
    pub body: Text,
    /// Place among the pages of the footer, from small to large.
    pub order: Option<u64>,
    /// Whether the menu shows it.
    pub menu: bool,
    /// A draft.
    pub private: bool,
}

/// The address at which a DOI is resolved.
pub fn doi_address(doi: &str) -> Option<String> {
    // These two would end the path.
    external(&format!("https://doi.org/{}", doi.replace('#', "%23").replace('?', "%3F")))
}

impl Identifier {
    /// The address at which a resolver of its kind finds it, or the address that it is itself.
    pub fn address(&self) -> Option<String> {
        let value = self.value.trim();
        match self.kind.as_deref() {
            _ if value.contains("://") => external(value),
            Some("doi") => doi_address(value),
            Some("ark") => external(&format!("https://n2t.net/{value}")),
            Some("handle" | "hdl") => external(&format!("https://hdl.handle.net/{value}")),
            _ => external(value),
        }
    }
}

impl Contact {
    /// Its role's id; `contact` when not said or not known.
    pub fn role_id(&self) -> &'static str {
        self.role.as_ref().and_then(|role| role.known).map_or("contact", |role| role.id)
    }
}

impl Access {
    /// Whether anybody may use the data; so unless said otherwise.
    pub fn is_open(&self) -> bool {
        self.kind.as_ref().and_then(|kind| kind.known).is_none_or(|kind| kind.id == "open")
    }

    /// Whether some may not use the data at all; an account that everybody can have is no restriction.
    pub fn is_restricted(&self) -> bool {
        self.kind.as_ref().and_then(|kind| kind.known).is_some_and(|kind| kind.id == "restricted")
    }
}
