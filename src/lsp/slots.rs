//! What each place of a descriptor takes: keys of a mapping, codes of a vocabulary, names of others.

use super::parts::{Part, parts};
use crate::descriptor::{Field, fields, resource_fields};
use crate::model::Kind;
use crate::source::{KeyPath, Segment};
use crate::vocab::{Label, Vocabulary, access, badge, granularity, hvd, resource_type, reuse, role};

/// A list of codes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Codes {
    /// Types of checksums.
    Checksum,
    /// File formats.
    Format,
    /// Update frequencies.
    Frequency,
    /// Languages.
    Language,
    /// Licences.
    License,
    /// One of the small lists.
    Terms(&'static Vocabulary),
    /// European themes.
    Theme,
    /// States of a transfer.
    Transfer,
    /// Places.
    Zone,
}

/// A scalar.
#[derive(Clone, Copy, Debug)]
pub(super) enum Scalar {
    /// Anything.
    Free,
    /// Words, perhaps one for each language.
    Text,
    /// Yes or no.
    Switch,
    /// One of some codes.
    Code(Codes),
    /// The slug of something of these kinds.
    Slug(&'static [Kind]),
    /// A file of the dataset's folder.
    Hosted,
    /// A file of `content/static/`.
    Static,
}

/// A mapping with known keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Map {
    Access,
    Audience,
    Checksum,
    Contact,
    Creator,
    Harvest,
    Identifier,
    Link,
    Member,
    Period,
    Resource,
    Schema,
    Spatial,
    State,
    Top(Kind),
    Transfer,
    Zone,
}

/// What a place takes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    /// Whether it is a list of it.
    pub(super) is_list: bool,
    /// What a scalar is.
    pub(super) scalar: Scalar,
    /// What a mapping is.
    pub(super) map: Option<Map>,
}

/// What is known of a key.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    /// The key.
    pub(super) key: &'static str,
    /// Whether the descriptor is incomplete without it.
    pub(super) is_required: bool,
    /// What it means.
    pub(super) note: Label,
    /// The key with a value, as YAML.
    pub(super) example: Option<Label>,
}

impl Slot {
    const fn scalar(scalar: Scalar) -> Self {
        Self { is_list: false, scalar, map: None }
    }

    const fn map(map: Map) -> Self {
        Self { is_list: false, scalar: Scalar::Free, map: Some(map) }
    }

    const fn list(self) -> Self {
        Self { is_list: true, ..self }
    }

    const fn or(self, scalar: Scalar) -> Self {
        Self { scalar, ..self }
    }
}

/// What the place `path` of a descriptor takes; none where everything is free.
pub(super) fn slot(kind: Kind, path: &KeyPath) -> Option<Slot> {
    let mut slot = Slot::map(Map::Top(kind));
    for segment in path.segments() {
        slot = match segment {
            Segment::Key(key) if !slot.is_list => below(slot.map?, key)?,
            Segment::Index(_) if slot.is_list => Slot { is_list: false, ..slot },
            _ => return None,
        };
    }
    Some(slot)
}

/// The keys of a mapping, in the order in which they are written.
pub(super) fn keys(map: Map) -> Vec<Known> {
    let of_field = |field: &Field| Known {
        key: field.key,
        is_required: field.is_required,
        note: field.note,
        example: Some(field.example),
    };
    let of_part = |part: &Part| Known { key: part.key, is_required: part.is_required, note: part.note, example: None };
    match map {
        Map::Top(kind) => fields(kind).iter().map(of_field).collect(),
        Map::Resource => resource_fields().iter().map(of_field).collect(),
        map => parts(map).iter().map(of_part).collect(),
    }
}

/// What is known of the key at a path.
pub(super) fn known(kind: Kind, path: &KeyPath) -> Option<Known> {
    let Some(Segment::Key(key)) = path.segments().last() else { return None };
    let above = slot(kind, &path.parent()?)?;
    let map = above.map.filter(|_| !above.is_list)?;
    keys(map).into_iter().find(|known| *known.key == **key)
}

const ORGANIZATION: Slot = Slot::scalar(Scalar::Slug(&[Kind::Organization]));
const PERSON: Slot = Slot::scalar(Scalar::Slug(&[Kind::Person]));
const PRODUCER: Slot = Slot::scalar(Scalar::Slug(&[Kind::Organization, Kind::Person]));
const TEXT: Slot = Slot::scalar(Scalar::Text);
const FREE: Slot = Slot::scalar(Scalar::Free);

const fn terms(vocabulary: &'static Vocabulary) -> Slot {
    Slot::scalar(Scalar::Code(Codes::Terms(vocabulary)))
}

const fn code(codes: Codes) -> Slot {
    Slot::scalar(Scalar::Code(codes))
}

/// What a key of a mapping takes.
fn below(map: Map, key: &str) -> Option<Slot> {
    keys(map).iter().any(|known| known.key == key).then(|| match map {
        Map::Top(kind) => top(kind, key),
        Map::Resource => resource(key),
        Map::Access => match key {
            "type" => terms(&access::TYPES),
            "audiences" => Slot::map(Map::Audience).list(),
            "reason" => TEXT,
            "reason_category" => terms(&access::REASONS),
            _ => FREE,
        },
        Map::Audience if key == "role" => terms(&access::AUDIENCES),
        Map::Audience => terms(&access::CONDITIONS),
        Map::Checksum if key == "type" => code(Codes::Checksum),
        Map::Contact if key == "role" => terms(&role::CONTACT),
        Map::Contact if key == "name" => TEXT,
        Map::Creator => match key {
            "person" => PERSON,
            "organization" => ORGANIZATION,
            "role" => terms(&role::CONTACT),
            _ => FREE,
        },
        Map::Link if key == "title" => TEXT,
        Map::Member if key == "person" => PERSON,
        Map::Member if key == "role" => terms(&role::MEMBER),
        Map::Spatial if key == "zones" => Slot::map(Map::Zone).or(Scalar::Code(Codes::Zone)).list(),
        Map::Spatial if key == "granularity" => terms(&granularity::GRANULARITIES),
        Map::State if key == "reason" => TEXT,
        Map::Transfer => match key {
            "from" | "to" => PRODUCER,
            "status" => code(Codes::Transfer),
            "comment" => TEXT,
            _ => FREE,
        },
        Map::Zone if key == "id" => code(Codes::Zone),
        Map::Zone => TEXT,
        _ => FREE,
    })
}

fn top(kind: Kind, key: &str) -> Slot {
    match key {
        "title" | "name" | "description" | "summary" | "body" | "provenance" | "series" | "rate_limiting" => TEXT,
        "private" | "featured" | "menu" => Slot::scalar(Scalar::Switch),
        "license" => code(Codes::License),
        "frequency" => code(Codes::Frequency),
        "themes" => code(Codes::Theme).list(),
        "language" => code(Codes::Language).list(),
        "format" => code(Codes::Format),
        "zone" => code(Codes::Zone),
        "badges" if kind == Kind::Dataset => terms(&badge::DATASET).list(),
        "badges" => terms(&badge::ORGANIZATION).list(),
        "type" if kind == Kind::Organization => terms(&badge::ORGANIZATION),
        "type" => terms(&reuse::TYPES),
        "topic" => terms(&reuse::TOPICS),
        "hvd_category" => terms(&hvd::CATEGORIES),
        "organization" => ORGANIZATION,
        "owner" => PERSON,
        "replaced_by" => Slot::scalar(Scalar::Slug(&[Kind::Dataset])),
        "datasets" => Slot::scalar(Scalar::Slug(&[Kind::Dataset])).list(),
        "reuses" => Slot::scalar(Scalar::Slug(&[Kind::Reuse])).list(),
        "services" => Slot::scalar(Scalar::Slug(&[Kind::Service])).list(),
        "logo" | "image" => Slot::scalar(Scalar::Static),
        "tags" | "redirects" => FREE.list(),
        "contact_points" => Slot::map(Map::Contact).list(),
        "creators" => Slot::map(Map::Creator).list(),
        "identifiers" => Slot::map(Map::Identifier).list(),
        "links" => Slot::map(Map::Link).list(),
        "members" => Slot::map(Map::Member).or(Scalar::Slug(&[Kind::Person])).list(),
        "resources" => Slot::map(Map::Resource).list(),
        "access" => Slot::map(Map::Access).or(Scalar::Code(Codes::Terms(&access::TYPES))),
        "spatial" => Slot::map(Map::Spatial),
        "temporal_coverage" => Slot::map(Map::Period),
        "schema" => Slot::map(Map::Schema),
        "archived" => Slot::map(Map::State).or(Scalar::Switch),
        "retired" => Slot::map(Map::State),
        "harvest" => Slot::map(Map::Harvest),
        "transfer" => Slot::map(Map::Transfer),
        _ => FREE,
    }
}

fn resource(key: &str) -> Slot {
    match key {
        "title" | "description" => TEXT,
        "type" => terms(&resource_type::RESOURCE_TYPES),
        "path" => Slot::scalar(Scalar::Hosted),
        "format" => code(Codes::Format),
        "language" => code(Codes::Language).list(),
        "license" => code(Codes::License),
        "checksum" => Slot::map(Map::Checksum),
        "schema" => Slot::map(Map::Schema),
        "harvest" => Slot::map(Map::Harvest),
        _ => FREE,
    }
}
