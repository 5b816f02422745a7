//! The keys of mappings inside of descriptors: what they mean, in both languages.

use super::slots::Map;
use crate::vocab::Label;

/// A key of such a mapping.
#[derive(Debug)]
pub(super) struct Part {
    /// The key.
    pub(super) key: &'static str,
    /// Whether the mapping says nothing without it.
    pub(super) is_required: bool,
    /// What it means.
    pub(super) note: Label,
}

const fn part(key: &'static str, en: &'static str, fr: &'static str) -> Part {
    Part { key, is_required: false, note: Label::new(en, fr) }
}

const fn required(key: &'static str, en: &'static str, fr: &'static str) -> Part {
    Part { key, is_required: true, note: Label::new(en, fr) }
}

/// The keys of a mapping, in the order of the documentation; none for descriptors and resources, whose
/// fields are described elsewhere.
pub(super) fn parts(map: Map) -> &'static [Part] {
    match map {
        Map::Access => ACCESS,
        Map::Audience => AUDIENCE,
        Map::Checksum => CHECKSUM,
        Map::Contact => CONTACT,
        Map::Creator => CREATOR,
        Map::Harvest => HARVEST,
        Map::Identifier => IDENTIFIER,
        Map::Link => LINK,
        Map::Member => MEMBER,
        Map::Period => PERIOD,
        Map::Schema => SCHEMA,
        Map::Spatial => SPATIAL,
        Map::State => STATE,
        Map::Transfer => TRANSFER,
        Map::Zone => ZONE,
        Map::Resource | Map::Top(_) => &[],
    }
}

#[rustfmt::skip]
static ACCESS: &[Part] = &[
    part("type", "Who may use the data: open, open_with_account or restricted.", "Qui peut utiliser les données\u{a0}: open (tous), open_with_account (avec un compte) ou restricted (accès restreint)."),
    part("reason", "Why access is restricted, in words.", "Pourquoi l’accès est restreint, en quelques mots."),
    part("reason_category", "Why access is restricted, as one of the INSPIRE reasons.", "Pourquoi l’accès est restreint, parmi les motifs d’INSPIRE."),
    part("audiences", "Who may have access, one entry for each role.", "Qui peut avoir accès, une entrée par rôle."),
    part("url", "Where to ask for access.", "Où demander l’accès."),
];

#[rustfmt::skip]
static AUDIENCE: &[Part] = &[
    required("role", "Who: administrations, companies and associations, or private individuals.", "Qui\u{a0}: administrations, entreprises et associations, ou particuliers."),
    part("condition", "Whether they may have access.", "S’ils peuvent avoir accès."),
];

#[rustfmt::skip]
static CHECKSUM: &[Part] = &[
    part("type", "How it was computed: sha256, sha1, md5…", "Comment elle est calculée\u{a0}: sha256, sha1, md5…"),
    required("value", "The value, in hexadecimal digits.", "La valeur, en chiffres hexadécimaux."),
];

#[rustfmt::skip]
static CONTACT: &[Part] = &[
    part("name", "Name of a service or of a person.", "Nom d’un service ou d’une personne."),
    part("email", "Address to write to, of a service rather than of a person.", "Adresse électronique, plutôt d’un service que d’une personne."),
    part("url", "Address of a contact form.", "Adresse d’un formulaire de contact."),
    part("role", "What they are to the data: contact, publisher, custodian…", "Leur rôle\u{a0}: contact, publisher (éditeur), custodian (gestionnaire)…"),
];

#[rustfmt::skip]
static CREATOR: &[Part] = &[
    part("person", "Slug of a person of the catalogue.", "Personne du catalogue, par le nom de son fichier."),
    part("organization", "Slug of an organization of the catalogue.", "Organisation du catalogue, par le nom de son fichier."),
    part("name", "Name of somebody whom the catalogue does not describe.", "Nom de quelqu’un que le catalogue ne décrit pas."),
    part("role", "What they are to the data: creator, originator, processor…", "Leur rôle\u{a0}: creator (créateur), originator (commanditaire), processor (exécutant)…"),
    part("orcid", "ORCID identifier, 16 digits.", "Identifiant ORCID, 16 chiffres."),
];

#[rustfmt::skip]
static HARVEST: &[Part] = &[
    part("source", "Name of the source.", "Nom de la source."),
    part("remote_id", "Identifier at the source.", "Identifiant à la source."),
    part("remote_url", "Page at the source.", "Page à la source."),
    part("uri", "URI at the source.", "URI à la source."),
    part("created", "When the source first had it.", "Création à la source."),
    part("issued", "When the source published it.", "Publication par la source."),
    part("modified", "When the source last changed it.", "Dernier changement à la source."),
    part("last_update", "When it was last harvested.", "Dernier moissonnage."),
    part("local_fields", "Keys that are kept as they are here when it is harvested again.", "Clés gardées telles quelles lors du prochain moissonnage."),
];

#[rustfmt::skip]
static IDENTIFIER: &[Part] = &[
    part("type", "Sort of identifier: doi, ark…", "Sorte d’identifiant\u{a0}: doi, ark…"),
    required("value", "The identifier.", "L’identifiant."),
];

#[rustfmt::skip]
static LINK: &[Part] = &[
    part("title", "What the page is.", "Ce qu’est la page."),
    required("url", "Address of the page.", "Adresse de la page."),
];

#[rustfmt::skip]
static MEMBER: &[Part] = &[
    part("person", "Slug of a person of the catalogue.", "Personne du catalogue, par le nom de son fichier."),
    part("forge", "Account on the forge.", "Compte sur la forge."),
    part("role", "admin, editor or partial_editor.", "admin (administrateur), editor (éditeur) ou partial_editor (éditeur partiel)."),
];

#[rustfmt::skip]
static PERIOD: &[Part] = &[
    part("start", "First day, month or year that the data covers.", "Premier jour, mois ou année que couvrent les données."),
    part("end", "Last day, month or year; leave it out when the period goes on.", "Dernier jour, mois ou année\u{202f}; sans cette clé, la période se poursuit."),
];

#[rustfmt::skip]
static SCHEMA: &[Part] = &[
    part("name", "Name of the schema in a catalogue of schemas.", "Nom du schéma dans un catalogue de schémas."),
    part("url", "Address of the schema.", "Adresse du schéma."),
    part("version", "Version of the schema.", "Version du schéma."),
];

#[rustfmt::skip]
static SPATIAL: &[Part] = &[
    part("zones", "Zones that the data covers, each by its id or by its name.", "Zones couvertes, chacune par son identifiant ou par son nom."),
    part("granularity", "The finest area told apart.", "La plus petite maille distinguée."),
    part("bbox", "West, south, east and north, in degrees.", "Ouest, sud, est et nord, en degrés."),
    part("geometry", "The area as a GeoJSON geometry.", "Le territoire, comme géométrie de GeoJSON."),
];

#[rustfmt::skip]
static STATE: &[Part] = &[
    part("date", "Since when.", "Depuis quand."),
    part("reason", "Why.", "Pourquoi."),
];

#[rustfmt::skip]
static TRANSFER: &[Part] = &[
    part("from", "Slug of the producer who gives it away.", "Producteur qui le cède, par le nom de son fichier."),
    part("to", "Slug of the producer who gets it.", "Producteur qui le reçoit, par le nom de son fichier."),
    part("date", "When it was asked for.", "Date de la demande."),
    part("status", "pending, accepted or refused.", "pending (en attente), accepted (accepté) ou refused (refusé)."),
    part("comment", "What is to be said about it.", "Ce qu’il y a à en dire."),
];

#[rustfmt::skip]
static ZONE: &[Part] = &[
    part("id", "Id of the zone: country:fr, fr:departement:35, fr:commune:35238.", "Identifiant de la zone\u{a0}: country:fr, fr:departement:35, fr:commune:35238."),
    part("name", "Name of the zone, where it has no id or the catalogue does not know it.", "Nom de la zone, quand elle n’a pas d’identifiant ou que le catalogue ne la connaît pas."),
];
