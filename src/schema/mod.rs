//! The forms of descriptors and settings as tables, and JSON Schema made of them.
//!
//! What a key means stands in [`crate::descriptor::fields`], what a code is in [`crate::vocab`]; the form of each value,
//! and its name for people, is said here once. `etal schema`, the form of the site and `etal cms` are made from it.

mod dataset;
mod json;
mod list;
mod others;
mod parts;
mod settings;
mod shape;
mod values;

pub use json::schema;
pub use list::List;
pub use shape::{Fixed, Group, Key, Shape};

use crate::descriptor::{Field, fields, resource_fields};
use crate::model::{Extras, Kind};
use crate::source::{Span, parse};
use crate::vocab::Label;
use serde_json::Value as Json;

/// Something that has a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// A descriptor; of [`Kind::Site`], the settings.
    Of(Kind),
    /// A resource of a dataset.
    Resource,
}

impl Document {
    /// All documents, in the order to show.
    pub const ALL: [Self; 9] = [
        Self::Of(Kind::Dataset),
        Self::Resource,
        Self::Of(Kind::Organization),
        Self::Of(Kind::Person),
        Self::Of(Kind::Reuse),
        Self::Of(Kind::Topic),
        Self::Of(Kind::Service),
        Self::Of(Kind::Page),
        Self::Of(Kind::Site),
    ];

    /// Its name on the command line and in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Of(kind) => kind.name(),
            Self::Resource => "resource",
        }
    }

    /// The name of the file of its schema: `dataset.json`.
    pub fn file(self) -> String {
        format!("{}.json", self.name())
    }

    /// Its keys and what it asks of them.
    pub fn group(self) -> &'static Group {
        match self {
            Self::Of(Kind::Dataset) => &dataset::DATASET,
            Self::Of(Kind::Organization) => &others::ORGANIZATION,
            Self::Of(Kind::Page) => &others::PAGE,
            Self::Of(Kind::Person) => &others::PERSON,
            Self::Of(Kind::Reuse) => &others::REUSE,
            Self::Of(Kind::Service) => &others::SERVICE,
            Self::Of(Kind::Site) => &settings::SITE,
            Self::Of(Kind::Topic) => &others::TOPIC,
            Self::Resource => &dataset::RESOURCE,
        }
    }

    /// What its keys mean; empty for the settings, whose keys say it themselves.
    fn fields(self) -> &'static [Field] {
        match self {
            Self::Of(kind) => fields(kind),
            Self::Resource => resource_fields(),
        }
    }

    /// What it is, for people.
    fn title(self) -> Label {
        match self {
            Self::Of(Kind::Dataset) => Label::new("Dataset of etal", "Jeu de données d’etal"),
            Self::Of(Kind::Organization) => Label::new("Organization of etal", "Organisation d’etal"),
            Self::Of(Kind::Page) => Label::new("Page of etal", "Page d’etal"),
            Self::Of(Kind::Person) => Label::new("Person of etal", "Personne d’etal"),
            Self::Of(Kind::Reuse) => Label::new("Reuse of etal", "Réutilisation d’etal"),
            Self::Of(Kind::Service) => Label::new("Service of etal", "Service d’etal"),
            Self::Of(Kind::Site) => Label::new("Settings of etal (site.toml)", "Réglages d’etal (site.toml)"),
            Self::Of(Kind::Topic) => Label::new("Topic of etal", "Thème d’etal"),
            Self::Resource => Label::new("Resource of etal", "Ressource d’etal"),
        }
    }
}

/// Where the schemas are in a site, and in a catalogue that keeps them: a folder of its root.
pub const FOLDER: &str = "schema";

/// The path of a schema below the root of a site or of a catalogue.
pub fn path(document: Document) -> String {
    format!("{FOLDER}/{}", document.file())
}

/// The text of the file of a schema.
pub fn text(document: Document, language: &str) -> String {
    format!("{}\n", schema(document, language))
}

/// The way from a descriptor, by its path below the catalogue's root, to the schema that the catalogue keeps.
pub fn way(descriptor: &str, document: Document) -> String {
    format!("{}{}", "../".repeat(descriptor.matches('/').count()), path(document))
}

/// The line that tells yaml-language-server where the schema of a descriptor is.
pub fn modeline(address: &str) -> String {
    format!("# yaml-language-server: $schema={address}\n")
}

/// What a key of a document means, in both languages.
pub fn note(document: Document, key: &Key) -> Label {
    let is_said = !key.note.en.is_empty();
    let field = document.fields().iter().find(|field| field.key == key.key && !is_said);
    field.map_or(key.note, |field| field.note)
}

/// The example of a key of a document, as a value, in a language.
fn example(document: Document, key: &Key, language: &str) -> Option<Json> {
    let field = document.fields().iter().find(|field| field.key == key.key)?;
    let text = field.example.get(language);
    let root = parse(text, Span::new(0, text.len())).root?;
    let values: Extras = crate::parse::json_object(&root);
    values.get(key.key).cloned()
}
