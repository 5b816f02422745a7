//! The page for developers (`developers` in `developers.html`).

use super::{LinkView, NoteView, PropertyView};
use serde::Serialize;

/// What machines find, and where.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DevelopersView {
    /// What the page is for.
    pub lead: String,
    /// What is missing: the public address.
    pub notes: Vec<NoteView>,
    /// What to enter at portals; empty without a public address, and without DCAT-AP.
    pub harvests: Vec<HarvestView>,
    /// The forms that the site has.
    pub forms: Vec<FormView>,
    /// Commands that fetch some of them; empty without a public address.
    pub commands: String,
    /// The page of snapshots, where there are any.
    pub snapshots: Option<LinkView>,
    /// How identifiers are made.
    pub identifiers: String,
}

/// What to enter at a portal.
#[derive(Debug, Clone, Default, Serialize)]
pub struct HarvestView {
    /// Name of the portal or of its software.
    pub title: String,
    /// Where to enter it.
    pub text: String,
    /// Names and values as the portal asks for them.
    pub settings: Vec<PropertyView>,
}

/// A machine form.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FormView {
    /// Its name in `site.toml`.
    pub id: &'static str,
    /// Its name for people.
    pub title: String,
    /// Who reads it and what it holds.
    pub about: String,
    /// The files of the whole catalogue, and one example of each other kind.
    pub files: Vec<FormFilesView>,
    /// Media types of all of them.
    pub media_types: String,
}

/// Files of a machine form.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FormFilesView {
    /// What they are about.
    pub label: String,
    /// Their addresses, whole where the site has a public address.
    pub links: Vec<LinkView>,
}
