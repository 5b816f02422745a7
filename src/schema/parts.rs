//! The mappings inside descriptors: contacts, access, coverage, …

use super::list::List;
use super::shape::{ADDRESS, EMAIL, Group, Key, LINE, Shape, WORDS, group, said};
use crate::model::Kind;
use crate::vocab::{Label, access, granularity::GRANULARITIES, role};

const TYPES: Shape = Shape::Code(List::Terms(&access::TYPES));
const ROLE: Shape = Shape::Code(List::Terms(&role::CONTACT));
const NAME: Label = Label::new("Name", "Nom");
const ADDRESS_LABEL: Label = Label::new("Address", "Adresse");
const DATE: Label = Label::new("Date", "Date");
const KIND: Label = Label::new("Type", "Type");
const VALUE: Label = Label::new("Value", "Valeur");
const REASON: Label = Label::new("Reason", "Motif");
const TITLE: Label = Label::new("Title", "Titre");
const VERSION: Label = Label::new("Version", "Version");
const ROLE_LABEL: Label = Label::new("Role", "Rôle");

pub(super) static PERIOD: Group = Group { or: Some(&Shape::Period), ..group("period", PERIOD_KEYS) };
#[rustfmt::skip]
static PERIOD_KEYS: &[Key] = &[
    said("start", Label::new("Start", "Début"), "First day, month or year.", "Premier jour, premier mois ou première année.", Shape::Period),
    said("end", Label::new("End", "Fin"), "Last day, month or year; nothing when it goes on.", "Dernier jour, dernier mois ou dernière année ; rien si elle se poursuit.", Shape::Period),
];

pub(super) static SPATIAL: Group = group("spatial", SPATIAL_KEYS);
#[rustfmt::skip]
static SPATIAL_KEYS: &[Key] = &[
    said("zones", Label::new("Zones", "Zones"), "Ids such as fr:commune:35238, or names.", "Identifiants comme fr:commune:35238, ou noms.", Shape::List(&Shape::Group(&ZONE))),
    said("bbox", Label::new("Bounding box", "Emprise"), "West, south, east, north in degrees.", "Ouest, sud, est, nord en degrés.", Shape::BoundingBox),
    said("geometry", Label::new("Geometry", "Géométrie"), "A geometry of GeoJSON.", "Une géométrie GeoJSON.", Shape::Geometry),
    said("granularity", Label::new("Granularity", "Granularité"), "The finest area told apart.", "La plus petite maille distinguée.", Shape::Code(List::Terms(&GRANULARITIES))),
];

static ZONE: Group = Group { one_of: &["id", "name"], or: Some(&LINE), ..group("zone", ZONE_KEYS) };
#[rustfmt::skip]
static ZONE_KEYS: &[Key] = &[
    said("id", Label::new("Id", "Identifiant"), "Id of the zone: country:fr, fr:departement:35, fr:commune:35238.", "Identifiant de la zone : country:fr, fr:departement:35, fr:commune:35238.", LINE),
    said("name", NAME, "Name of a zone that has no known id.", "Nom d’une zone sans identifiant connu.", Shape::Text(None)),
];

pub(super) static CONTACT: Group =
    Group { one_of: &["name", "email", "url"], or: Some(&LINE), ..group("contact", CONTACT_KEYS) };
#[rustfmt::skip]
static CONTACT_KEYS: &[Key] = &[
    said("name", NAME, "Name of a service or of a person.", "Nom d’un service ou d’une personne.", Shape::Text(None)),
    said("email", Label::new("E-mail address", "Adresse électronique"), "Where to write.", "Où écrire.", EMAIL),
    said("url", ADDRESS_LABEL, "Address of a form.", "Adresse d’un formulaire.", ADDRESS),
    said("role", ROLE_LABEL, "What they do for the data.", "Ce qu’ils font pour les données.", ROLE),
];

pub(super) static CREATOR: Group =
    Group { one_of: &["person", "organization", "name"], or: Some(&LINE), ..group("creator", CREATOR_KEYS) };
#[rustfmt::skip]
static CREATOR_KEYS: &[Key] = &[
    said("name", NAME, "Name of somebody the catalogue does not describe.", "Nom de quelqu’un que le catalogue ne décrit pas.", LINE),
    said("person", Label::new("Person", "Personne"), "Slug of a person of the catalogue.", "Personne du catalogue, par le nom de son fichier.", Shape::Slug(Kind::Person)),
    said("organization", Label::new("Organization", "Organisation"), "Slug of an organization of the catalogue.", "Organisation du catalogue, par le nom de son fichier.", Shape::Slug(Kind::Organization)),
    said("role", ROLE_LABEL, "What they did.", "Ce qu’ils ont fait.", ROLE),
    said("orcid", Label::same("ORCID"), "ORCID identifier, such as 0000-0002-1825-0097.", "Identifiant ORCID, comme 0000-0002-1825-0097.", LINE),
];

pub(super) static ACCESS: Group = Group { or: Some(&TYPES), ..group("access", ACCESS_KEYS) };
#[rustfmt::skip]
static ACCESS_KEYS: &[Key] = &[
    said("type", KIND, "Open, open with an account, or restricted.", "Ouvert, ouvert avec un compte, ou restreint.", TYPES),
    said("audiences", Label::new("Audiences", "Publics"), "Who may use the data, and on what condition.", "Qui peut utiliser les données, et à quelle condition.", Shape::List(&Shape::Group(&AUDIENCE))),
    said("reason", REASON, "Why access is restricted.", "Pourquoi l’accès est restreint.", Shape::Text(None)),
    said("reason_category", Label::new("Legal reason", "Motif légal"), "One of the reasons of the INSPIRE directive.", "Un des motifs de la directive INSPIRE.", Shape::Code(List::Terms(&access::REASONS))),
    said("url", ADDRESS_LABEL, "Where to ask for access.", "Où demander l’accès.", ADDRESS),
];

static AUDIENCE: Group = Group { required: &["role"], ..group("audience", AUDIENCE_KEYS) };
#[rustfmt::skip]
static AUDIENCE_KEYS: &[Key] = &[
    said("role", Label::new("Audience", "Public"), "Who.", "Qui.", Shape::Code(List::Terms(&access::AUDIENCES))),
    said("condition", Label::new("Condition", "Condition"), "Whether they may.", "S’ils le peuvent.", Shape::Code(List::Terms(&access::CONDITIONS))),
];

pub(super) static SCHEMA: Group = Group { one_of: &["name", "url"], or: Some(&LINE), ..group("schema", SCHEMA_KEYS) };
#[rustfmt::skip]
static SCHEMA_KEYS: &[Key] = &[
    said("name", NAME, "Name of the schema, such as etalab/schema-irve-statique.", "Nom du schéma, comme etalab/schema-irve-statique.", LINE),
    said("url", ADDRESS_LABEL, "Address of the schema.", "Adresse du schéma.", ADDRESS),
    said("version", VERSION, "Its version.", "Sa version.", LINE),
];

pub(super) static IDENTIFIER: Group =
    Group { one_of: &["value"], or: Some(&LINE), ..group("identifier", IDENTIFIER_KEYS) };
#[rustfmt::skip]
static IDENTIFIER_KEYS: &[Key] = &[
    said("type", KIND, "What it is: doi, ark, isbn…", "Ce que c’est : doi, ark, isbn…", LINE),
    said("value", VALUE, "The identifier.", "L’identifiant.", LINE),
];

pub(super) static LINK: Group = Group { one_of: &["url"], or: Some(&LINE), ..group("link", LINK_KEYS) };
#[rustfmt::skip]
static LINK_KEYS: &[Key] = &[
    said("title", TITLE, "Words of the link.", "Mots du lien.", Shape::Text(None)),
    said("url", ADDRESS_LABEL, "Where it leads.", "Où il mène.", ADDRESS),
];

pub(super) static CHECKSUM: Group = Group { one_of: &["value"], or: Some(&LINE), ..group("checksum", CHECKSUM_KEYS) };
#[rustfmt::skip]
static CHECKSUM_KEYS: &[Key] = &[
    said("type", KIND, "How it is computed.", "Comment elle est calculée.", Shape::Code(List::Checksum)),
    said("value", VALUE, "Its digits.", "Ses chiffres.", LINE),
];

pub(super) static STATE: Group = Group { or: Some(&Shape::State), ..group("state", STATE_KEYS) };
#[rustfmt::skip]
static STATE_KEYS: &[Key] = &[
    said("date", DATE, "Since when.", "Depuis quand.", Shape::Date),
    said("reason", REASON, "Why.", "Pourquoi.", Shape::Text(None)),
];

pub(super) static HARVEST: Group = group("harvest", HARVEST_KEYS);
#[rustfmt::skip]
static HARVEST_KEYS: &[Key] = &[
    said("source", Label::new("Source", "Source"), "Name of the source.", "Nom de la source.", LINE),
    said("remote_id", Label::new("Identifier there", "Identifiant là-bas"), "Identifier at the source.", "Identifiant à la source.", LINE),
    said("remote_url", Label::new("Page there", "Page là-bas"), "Page at the source.", "Page à la source.", ADDRESS),
    said("uri", Label::same("IRI"), "IRI at the source.", "IRI à la source.", LINE),
    said("created", Label::new("Created", "Créé"), "When it was made at the source.", "Date de création à la source.", Shape::Date),
    said("issued", Label::new("Issued", "Publié"), "When it was published at the source.", "Date de publication à la source.", Shape::Date),
    said("modified", Label::new("Modified", "Modifié"), "When it last changed at the source.", "Date du dernier changement à la source.", Shape::Date),
    said("last_update", Label::new("Harvested", "Moissonné"), "Last harvest.", "Dernier moissonnage.", Shape::Date),
    said("local_fields", Label::new("Kept keys", "Clés gardées"), "Keys kept by hand that a harvest must not touch.", "Clés tenues à la main, que le moissonnage laisse.", WORDS),
];

pub(super) static TRANSFER: Group = group("transfer", TRANSFER_KEYS);
#[rustfmt::skip]
static TRANSFER_KEYS: &[Key] = &[
    said("from", Label::new("From", "De"), "Former producer.", "Ancien producteur.", Shape::Slug(Kind::Organization)),
    said("to", Label::new("To", "À"), "Producer to be.", "Futur producteur.", Shape::Slug(Kind::Organization)),
    said("date", DATE, "When it was asked.", "Date de la demande.", Shape::Date),
    said("status", Label::new("Status", "État"), "pending, accepted or refused.", "pending (en attente), accepted (accepté) ou refused (refusé).", LINE),
    said("comment", Label::new("Comment", "Commentaire"), "Why.", "Pourquoi.", Shape::Text(None)),
];

pub(super) static MEMBER: Group =
    Group { one_of: &["person", "forge"], or: Some(&LINE), ..group("member", MEMBER_KEYS) };
#[rustfmt::skip]
static MEMBER_KEYS: &[Key] = &[
    said("person", Label::new("Person", "Personne"), "Slug of a person of the catalogue.", "Personne du catalogue, par le nom de son fichier.", Shape::Slug(Kind::Person)),
    said("forge", Label::new("Name on the forge", "Nom sur la forge"), "Their name on the forge.", "Son nom sur la forge.", LINE),
    said("role", ROLE_LABEL, "What they may do.", "Ce qu’il peut faire.", Shape::Code(List::Open(&role::MEMBER))),
];
