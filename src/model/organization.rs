//! Producers: organisations and the people in them.

use super::{Coded, Extras, Header};
use crate::text::Text;
use crate::vocab;

/// A producer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organization {
    /// What every descriptor has.
    pub header: Header,
    /// Name.
    pub name: Text,
    /// Acronym.
    pub acronym: Option<String>,
    /// Description, Markdown.
    pub description: Text,
    /// Its own site.
    pub url: Option<String>,
    /// Path of a logo below `content/static/`.
    pub logo: Option<String>,
    /// What sort of organisation.
    pub kind: Option<Coded<vocab::Term>>,
    /// SIRET number, 14 digits.
    pub siret: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Who belongs to it.
    pub members: Vec<Member>,
    /// Id of the zone it is responsible for.
    pub zone: Option<String>,
    /// Labels.
    pub badges: Vec<String>,
    /// Former slugs.
    pub redirects: Vec<String>,
    /// Free values.
    pub extras: Extras,
}

/// Somebody who may answer for an organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Member {
    /// Slug of a person.
    pub person: Option<String>,
    /// Name on the forge, without `@`.
    pub forge: Option<String>,
    /// `admin`, `editor` or `partial_editor`.
    pub role: Option<String>,
}

/// A person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// What every descriptor has.
    pub header: Header,
    /// Name.
    pub name: Text,
    /// E-mail address.
    pub email: Option<String>,
    /// Own site.
    pub url: Option<String>,
    /// ORCID identifier.
    pub orcid: Option<String>,
    /// Slug of the organisation they work for.
    pub organization: Option<String>,
    /// A few words, Markdown.
    pub description: Text,
    /// Free values.
    pub extras: Extras,
}
