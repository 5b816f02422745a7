//! The forms of the keys of a dataset and of its resources, in the order of the documentation.

use super::list::List;
use super::parts::{
    ACCESS, CHECKSUM, CONTACT, CREATOR, HARVEST, IDENTIFIER, LINK, PERIOD, SCHEMA, SPATIAL, STATE, TRANSFER,
};
use super::shape::{ADDRESS, Group, Key, LINE, PATH, Shape, WORDS, group, key};
use crate::model::Kind;
use crate::vocab::{badge, hvd, resource_type::RESOURCE_TYPES};

pub(super) static DATASET: Group =
    Group { required: &["title"], exclusive: Some(("organization", "owner")), ..group("dataset", DATASET_KEYS) };

const LANGUAGES: Shape = Shape::List(&Shape::Code(List::Language));

#[rustfmt::skip]
static DATASET_KEYS: &[Key] = &[
    key("id", "Identifier", "Identifiant", Shape::Uuid),
    key("title", "Title", "Titre", Shape::Text(Some(350))),
    key("acronym", "Acronym", "Sigle", Shape::Line(Some(128))),
    key("description", "Description", "Description", Shape::Markdown),
    key("summary", "Summary", "Résumé", Shape::Text(Some(200))),
    key("license", "Licence", "Licence", Shape::Code(List::License)),
    key("frequency", "Update frequency", "Fréquence de mise à jour", Shape::Code(List::Frequency)),
    key("tags", "Keywords", "Mots-clés", WORDS),
    key("temporal_coverage", "Period covered", "Période couverte", Shape::Group(&PERIOD)),
    key("spatial", "Area covered", "Territoire couvert", Shape::Group(&SPATIAL)),
    key("private", "Draft", "Brouillon", Shape::Boolean),
    key("featured", "Featured", "Mis en avant", Shape::Boolean),
    key("organization", "Publisher", "Producteur", Shape::Slug(Kind::Organization)),
    key("owner", "Person who publishes it", "Personne qui le publie", Shape::Slug(Kind::Person)),
    key("contact_points", "Contacts", "Contacts", Shape::List(&Shape::Group(&CONTACT))),
    key("creators", "Creators", "Auteurs", Shape::List(&Shape::Group(&CREATOR))),
    key("access", "Access", "Accès", Shape::Group(&ACCESS)),
    key("themes", "Themes", "Thèmes", Shape::List(&Shape::Code(List::Theme))),
    key("language", "Languages of the data", "Langues des données", LANGUAGES),
    key("badges", "Badges", "Labels", Shape::List(&Shape::Code(List::Terms(&badge::DATASET)))),
    key("hvd_category", "High-value category", "Catégorie de forte valeur", Shape::Code(List::Terms(&hvd::CATEGORIES))),
    key("schema", "Schema", "Schéma", Shape::Group(&SCHEMA)),
    key("version", "Version", "Version", LINE),
    key("series", "Series", "Série", LINE),
    key("provenance", "Provenance", "Provenance", Shape::Text(None)),
    key("identifiers", "Other identifiers", "Autres identifiants", Shape::List(&Shape::Group(&IDENTIFIER))),
    key("links", "Pages about it", "Pages à son sujet", Shape::List(&Shape::Group(&LINK))),
    key("created", "First appearance of the data", "Première parution des données", Shape::Date),
    key("modified", "Last change of the data", "Dernier changement des données", Shape::Date),
    key("metadata_created", "First publication of the descriptor", "Première publication de la fiche", Shape::Date),
    key("metadata_modified", "Last change of the descriptor", "Dernier changement de la fiche", Shape::Date),
    key("archived", "Archived", "Archivé", Shape::Group(&STATE)),
    key("retired", "Withdrawn", "Retiré", Shape::Group(&STATE)),
    key("replaced_by", "Replaced by", "Remplacé par", Shape::Slug(Kind::Dataset)),
    key("redirects", "Former names", "Anciens noms", WORDS),
    key("harvest", "Harvest", "Moissonnage", Shape::Group(&HARVEST)),
    key("transfer", "Transfer", "Transfert", Shape::Group(&TRANSFER)),
    key("extras", "Free values", "Valeurs libres", Shape::Free),
    key("resources", "Files and links", "Fichiers et liens", Shape::List(&Shape::Group(&RESOURCE))),
];

pub(super) static RESOURCE: Group =
    Group { one_of: &["path", "url"], exclusive: Some(("path", "url")), ..group("resource", RESOURCE_KEYS) };

#[rustfmt::skip]
static RESOURCE_KEYS: &[Key] = &[
    key("id", "Identifier", "Identifiant", Shape::Uuid),
    key("title", "Title", "Titre", Shape::Text(Some(350))),
    key("description", "Description", "Description", Shape::Markdown),
    key("type", "Type", "Type", Shape::Code(List::Terms(&RESOURCE_TYPES))),
    key("path", "Hosted file", "Fichier hébergé", PATH),
    key("url", "Address", "Adresse", ADDRESS),
    key("format", "Format", "Format", Shape::Code(List::Format)),
    key("mime", "Media type", "Type de média", LINE),
    key("size", "Size in bytes", "Taille en octets", Shape::Count),
    key("checksum", "Checksum", "Somme de contrôle", Shape::Group(&CHECKSUM)),
    key("created", "First appearance", "Première parution", Shape::Date),
    key("modified", "Last change", "Dernier changement", Shape::Date),
    key("license", "Licence", "Licence", Shape::Code(List::License)),
    key("schema", "Schema", "Schéma", Shape::Group(&SCHEMA)),
    key("language", "Languages", "Langues", LANGUAGES),
    key("harvest", "Harvest", "Moissonnage", Shape::Group(&HARVEST)),
    key("extras", "Free values", "Valeurs libres", Shape::Free),
];
