//! Reads resources.

use std::collections::BTreeSet;

use uuid::Uuid;

use crate::model::{Checksum, Extras, FaultKind, Location, Resource, Wanted};
use crate::source::{Place, Segment, Value};
use crate::vocab::{self, Format, resource_type::RESOURCE_TYPES};

use super::fields::{MAX_DESCRIPTION, MAX_TITLE};
use super::reader::Reader;

/// Reads the list `resources`. `dataset` is the UUID of the dataset.
pub(super) fn read_all(reader: &mut Reader<'_>, dataset: Uuid) -> Vec<Resource> {
    let mut seen = BTreeSet::new();
    let mut resources = Vec::new();
    for (node, path) in reader.list("resources") {
        if !matches!(node.value, Value::Mapping(_)) {
            let found = super::reader::kind_of(node);
            reader.fault(FaultKind::WrongType(Wanted::Mapping), Place::value(path), found, None);
            continue;
        }
        let index = match path.segments().last() {
            Some(Segment::Index(index)) => *index,
            _ => 0,
        };
        let mut inner = reader.nested(node, path);
        let mut resource = read(&mut inner, dataset);
        resource.index = index;
        keep_unknown(&mut resource.extras, inner.finish_own());
        // Two resources of one address are told apart by their titles, never by their places.
        while !resource.identity.declared && !seen.insert(resource.identity.uuid) {
            resource.identity.uuid = Uuid::new_v5(&resource.identity.uuid, resource.title.first().as_bytes());
        }
        resources.push(resource);
    }
    resources.shrink_to_fit();
    resources
}

fn read(reader: &mut Reader<'_>, dataset: Uuid) -> Resource {
    let location = location(reader);
    let address = match &location {
        Location::Hosted(text) | Location::Remote(text) => text.as_str(),
        Location::Absent => "",
    };
    Resource {
        identity: reader.identity(Uuid::new_v5(&dataset, address.as_bytes())),
        title: reader.bounded_text("title", MAX_TITLE),
        description: reader.bounded_text("description", MAX_DESCRIPTION),
        kind: reader.term("type", &RESOURCE_TYPES),
        location,
        format: format(reader),
        mime: reader.string("mime"),
        size: reader.count("size"),
        checksum: checksum(reader),
        created: reader.moment("created"),
        modified: reader.moment("modified"),
        license: reader.license(),
        schema: reader.schema(),
        languages: reader.languages(),
        harvest: reader.harvest(),
        extras: reader.extras("extras"),
        index: 0,
    }
}

/// `path` xor `url`; of both, the path is kept.
fn location(reader: &mut Reader<'_>) -> Location {
    match (reader.string("path"), reader.string("url")) {
        (Some(path), None) => Location::Hosted(path),
        (None, Some(url)) => Location::Remote(url),
        (Some(path), Some(_)) => {
            let place = Place::key(reader.path("url"));
            reader.fault(FaultKind::Exclusive, place, String::from("url"), Some(String::from("path")));
            Location::Hosted(path)
        }
        (None, None) => {
            reader.missing("url");
            Location::Absent
        }
    }
}

/// A format is free text: what nobody knows is a matter for a rule, not a fault.
fn format(reader: &mut Reader<'_>) -> Option<crate::model::Coded<Format>> {
    let raw = reader.string("format")?;
    let known = Format::find(&raw);
    Some(crate::model::Coded { raw, known })
}

/// `{type, value}`, or `type:digits`, or digits whose length tells the type.
fn checksum(reader: &mut Reader<'_>) -> Option<Checksum> {
    let node = reader.get("checksum")?;
    if let Some(text) = node.scalar() {
        let text = text.trim();
        let (kind, value) = text.split_once(':').unwrap_or_else(|| (kind_by_length(text), text));
        return Some(Checksum { kind: kind.trim().to_owned(), value: value.trim().to_owned() });
    }
    let (node, path) = reader.mapping("checksum")?;
    let mut inner = reader.nested(node, path);
    let (kind, value) = (inner.string("type"), inner.string("value"));
    if value.is_none() {
        inner.missing("value");
    }
    inner.finish();
    let value = value?;
    let kind = kind.unwrap_or_else(|| kind_by_length(&value).to_owned());
    Some(Checksum { kind, value })
}

/// The type whose values have this many digits; SHA-1, data.gouv.fr's default, when none has.
fn kind_by_length(digits: &str) -> &'static str {
    let found = vocab::checksum::ALL.iter().find(|checksum| checksum.hex_digits == digits.len());
    found.map_or("sha1", |checksum| checksum.id)
}

/// Unknown keys of a resource are kept with its extras: nothing of a descriptor is dropped.
fn keep_unknown(extras: &mut Extras, unknown: Extras) {
    for (key, value) in unknown {
        extras.entry(key).or_insert(value);
    }
}
