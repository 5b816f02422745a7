//! The forms of the keys of everything but datasets, in the order of the documentation.

use super::list::List;
use super::parts::{ACCESS, CONTACT, MEMBER, STATE};
use super::shape::{ADDRESS, EMAIL, Group, Key, LINE, PATH, Shape, WORDS, group, key};
use crate::model::Kind;
use crate::vocab::{badge, reuse};

const DATASETS: Shape = Shape::List(&Shape::Slug(Kind::Dataset));
const SERVICES: Shape = Shape::List(&Shape::Slug(Kind::Service));
const TITLE: Shape = Shape::Text(Some(350));
const ACRONYM: Shape = Shape::Line(Some(128));
const ORGANIZATION_OR_OWNER: Option<(&str, &str)> = Some(("organization", "owner"));
const ID: Key = key("id", "Identifier", "Identifiant", Shape::Uuid);
const CREATED: Key =
    key("metadata_created", "First publication of the descriptor", "Première publication de la fiche", Shape::Date);
const MODIFIED: Key =
    key("metadata_modified", "Last change of the descriptor", "Dernier changement de la fiche", Shape::Date);
const EXTRAS: Key = key("extras", "Free values", "Valeurs libres", Shape::Free);
const TAGS: Key = key("tags", "Keywords", "Mots-clés", WORDS);
const PRIVATE: Key = key("private", "Draft", "Brouillon", Shape::Boolean);

pub(super) static ORGANIZATION: Group = Group { required: &["name"], ..group("organization", ORGANIZATION_KEYS) };
#[rustfmt::skip]
static ORGANIZATION_KEYS: &[Key] = &[
    ID,
    key("name", "Name", "Nom", TITLE),
    key("acronym", "Acronym", "Sigle", ACRONYM),
    key("description", "Description", "Description", Shape::Markdown),
    key("url", "Site", "Site", ADDRESS),
    key("logo", "Logo", "Logo", PATH),
    key("type", "Type", "Type", Shape::Code(List::Terms(&badge::ORGANIZATION))),
    key("siret", "SIRET number", "Numéro SIRET", LINE),
    key("email", "E-mail address", "Adresse électronique", EMAIL),
    key("members", "Members", "Membres", Shape::List(&Shape::Group(&MEMBER))),
    key("zone", "Zone", "Territoire", LINE),
    key("badges", "Badges", "Labels", WORDS),
    CREATED,
    MODIFIED,
    key("redirects", "Former names", "Anciens noms", WORDS),
    EXTRAS,
];

pub(super) static PERSON: Group = Group { required: &["name"], ..group("person", PERSON_KEYS) };
#[rustfmt::skip]
static PERSON_KEYS: &[Key] = &[
    ID,
    key("name", "Name", "Nom", TITLE),
    key("email", "E-mail address", "Adresse électronique", EMAIL),
    key("url", "Site", "Site", ADDRESS),
    key("orcid", "ORCID", "ORCID", LINE),
    key("organization", "Organization", "Organisation", Shape::Slug(Kind::Organization)),
    key("description", "Description", "Description", Shape::Markdown),
    CREATED,
    MODIFIED,
    EXTRAS,
];

pub(super) static REUSE: Group =
    Group { required: &["title", "type", "url"], exclusive: ORGANIZATION_OR_OWNER, ..group("reuse", REUSE_KEYS) };
#[rustfmt::skip]
static REUSE_KEYS: &[Key] = &[
    ID,
    key("title", "Title", "Titre", TITLE),
    key("description", "Description", "Description", Shape::Markdown),
    key("type", "Type", "Type", Shape::Code(List::Terms(&reuse::TYPES))),
    key("url", "Address", "Adresse", ADDRESS),
    key("image", "Image", "Image", PATH),
    key("datasets", "Datasets", "Jeux de données", DATASETS),
    key("services", "APIs", "API", SERVICES),
    TAGS,
    key("topic", "Subject", "Sujet", Shape::Code(List::Terms(&reuse::TOPICS))),
    key("language", "Languages", "Langues", Shape::List(&Shape::Code(List::Language))),
    key("organization", "Organization that made it", "Organisation qui l’a faite", Shape::Slug(Kind::Organization)),
    key("owner", "Person who made it", "Personne qui l’a faite", Shape::Slug(Kind::Person)),
    PRIVATE,
    key("archived", "Archived", "Archivée", Shape::Group(&STATE)),
    key("created", "First appearance", "Première parution", Shape::Date),
    CREATED,
    MODIFIED,
    EXTRAS,
];

pub(super) static SERVICE: Group =
    Group { required: &["title"], exclusive: ORGANIZATION_OR_OWNER, ..group("service", SERVICE_KEYS) };
#[rustfmt::skip]
static SERVICE_KEYS: &[Key] = &[
    ID,
    key("title", "Title", "Titre", TITLE),
    key("acronym", "Acronym", "Sigle", ACRONYM),
    key("description", "Description", "Description", Shape::Markdown),
    key("url", "Address", "Adresse", ADDRESS),
    key("documentation", "Documentation", "Documentation", ADDRESS),
    key("machine_documentation", "Documentation for machines", "Documentation pour les machines", ADDRESS),
    key("rate_limiting", "Limits", "Limites", Shape::Text(None)),
    key("availability", "Availability", "Disponibilité", LINE),
    key("format", "Protocol", "Protocole", LINE),
    key("license", "Licence", "Licence", Shape::Code(List::License)),
    TAGS,
    key("access", "Access", "Accès", Shape::Group(&ACCESS)),
    key("contact_points", "Contacts", "Contacts", Shape::List(&Shape::Group(&CONTACT))),
    key("datasets", "Datasets", "Jeux de données", DATASETS),
    key("organization", "Organization that runs it", "Organisation qui la tient", Shape::Slug(Kind::Organization)),
    key("owner", "Person who runs it", "Personne qui la tient", Shape::Slug(Kind::Person)),
    PRIVATE,
    CREATED,
    MODIFIED,
    EXTRAS,
];

pub(super) static TOPIC: Group = Group { required: &["title"], ..group("topic", TOPIC_KEYS) };
#[rustfmt::skip]
static TOPIC_KEYS: &[Key] = &[
    ID,
    key("title", "Title", "Titre", TITLE),
    key("description", "Description", "Description", Shape::Markdown),
    TAGS,
    key("datasets", "Datasets", "Jeux de données", DATASETS),
    key("reuses", "Reuses", "Réutilisations", Shape::List(&Shape::Slug(Kind::Reuse))),
    key("services", "APIs", "API", SERVICES),
    key("featured", "Featured", "Mis en avant", Shape::Boolean),
    PRIVATE,
    CREATED,
    MODIFIED,
    EXTRAS,
];

pub(super) static PAGE: Group = Group { required: &["title"], ..group("page", PAGE_KEYS) };
#[rustfmt::skip]
static PAGE_KEYS: &[Key] = &[
    ID,
    key("title", "Title", "Titre", TITLE),
    key("order", "Order", "Rang", Shape::Count),
    key("menu", "In the menu", "Dans le menu", Shape::Boolean),
    PRIVATE,
    CREATED,
    MODIFIED,
    key("body", "Text", "Texte", Shape::Markdown),
];
