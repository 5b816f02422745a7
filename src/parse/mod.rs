//! Descriptors become the model. Reading never stops at a fault: it is noted with its place and
//! the rest is read.

mod config;
mod coverage;
mod dataset;
mod fields;
mod json;
mod others;
mod parts;
mod reader;
mod resource;

use uuid::Uuid;

pub use config::{parse_config, public_address};
pub use json::{object as json_object, value as json_value};

use crate::model::{Entry, Extras, Fault, FaultKind, Form, Header, Identity, Kind, MetadataDates};
use crate::slug::Slug;
use crate::source::{
    Content, KeyPath, Node, Place, SourceFile, SourceId, Span, Spans, YamlFault, parse as parse_yaml, split,
};
use reader::Reader;

/// A descriptor that was found in the catalogue, before it is read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Descriptor {
    /// What its folder says it describes.
    pub kind: Kind,
    /// The name of its file or folder, without extension.
    pub name: String,
    /// How it is kept.
    pub form: Form,
    /// Its text.
    pub source: SourceId,
}

/// What reading a descriptor gives.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// The thing described.
    pub entry: Entry,
    /// Where its values are.
    pub spans: Spans,
}

/// Reads one descriptor. `catalog_id` is the namespace of UUIDs that are derived.
pub fn parse(descriptor: &Descriptor, file: &SourceFile, catalog_id: Uuid) -> Parsed {
    let mut header = header_of(descriptor, catalog_id);
    let text = match &file.content {
        Content::Text(text) => text,
        Content::NotText(at) => return unreadable(header, FaultKind::NotText, at.to_string()),
        Content::TooLarge(bytes) => {
            return unreadable(header, FaultKind::TooLarge, bytes.to_string());
        }
    };
    let (yaml, body) = parts_of(descriptor.form, text, &mut header);
    let parsed = parse_yaml(text, yaml);
    header.faults.extend(parsed.faults.into_iter().map(yaml_fault));
    let Some(root) = parsed.root else {
        return Parsed { entry: Entry::Unreadable(Box::new(header)), spans: Spans::default() };
    };
    let mut spans = Spans::of(&root);
    let body = body.map(|span| {
        let key = if descriptor.kind == Kind::Page { "body" } else { "description" };
        if !spans.contains(&KeyPath::of(key)) {
            spans.insert(&KeyPath::of(key), span);
        } else if root.get(key).is_some_and(|node| !node.is_null()) {
            header.faults.push(second_description(text, span, key));
        }
        &text[span.range()]
    });
    Parsed { entry: entry_of(header, &root, body), spans }
}

/// The UUID of a thing whose descriptor says none: UUIDv5 of the catalogue's with `kind/slug`.
pub fn derived_uuid(catalog_id: Uuid, kind: Kind, slug: &Slug) -> Uuid {
    Uuid::new_v5(&catalog_id, format!("{}/{slug}", kind.name()).as_bytes())
}

fn header_of(descriptor: &Descriptor, catalog_id: Uuid) -> Header {
    let exact = Slug::new(&descriptor.name);
    let mut faults = Vec::new();
    let slug = exact.unwrap_or_else(|| {
        let slug = Slug::from_text(&descriptor.name);
        faults.push(Fault {
            kind: FaultKind::BadSlug,
            place: Place::key(KeyPath::root()),
            other: None,
            found: descriptor.name.clone(),
            nearest: Some(slug.to_string()),
        });
        slug
    });
    let uuid = derived_uuid(catalog_id, descriptor.kind, &slug);
    Header {
        kind: descriptor.kind,
        slug,
        identity: Identity { uuid, declared: false },
        source: descriptor.source,
        form: descriptor.form,
        dates: MetadataDates::default(),
        declared_dates: MetadataDates::default(),
        faults,
        unknown: Extras::new(),
    }
}

fn unreadable(mut header: Header, kind: FaultKind, found: String) -> Parsed {
    let place = Place::bytes(KeyPath::root(), Span::default());
    header.faults.push(Fault { kind, place, other: None, found, nearest: None });
    Parsed { entry: Entry::Unreadable(Box::new(header)), spans: Spans::default() }
}

fn parts_of(form: Form, text: &str, header: &mut Header) -> (Span, Option<Span>) {
    if !form.is_markdown() {
        return (Span::new(0, text.len()), None);
    }
    let parts = split(text);
    if parts.unclosed {
        let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
        let place = Place::bytes(KeyPath::root(), Span::new(start, start + 3));
        let found = String::from("---");
        header.faults.push(Fault { kind: FaultKind::UnclosedFrontMatter, place, other: None, found, nearest: None });
    }
    (parts.yaml, (parts.body.end > parts.body.start).then_some(parts.body))
}

/// A Markdown body that is ignored because `key` says the same: its first line is shown.
fn second_description(text: &str, body: Span, key: &str) -> Fault {
    let line = text[body.range()].lines().next().unwrap_or("");
    let span = Span::new(body.start as usize, body.start as usize + line.len());
    Fault {
        kind: FaultKind::Exclusive,
        place: Place::bytes(KeyPath::of(key), span),
        other: None,
        found: String::from("Markdown"),
        nearest: Some(key.to_owned()),
    }
}

fn yaml_fault(fault: YamlFault) -> Fault {
    Fault {
        kind: FaultKind::Yaml(fault.kind),
        place: Place::bytes(KeyPath::root(), fault.span),
        other: fault.other,
        found: fault.detail,
        nearest: None,
    }
}

fn entry_of(header: Header, root: &Node, body: Option<&str>) -> Entry {
    let mut faults = Vec::new();
    let mut nested_unknown = Extras::new();
    let reader = Reader::top(root, &mut faults, &mut nested_unknown);
    let mut entry = match header.kind {
        Kind::Dataset => Entry::Dataset(Box::new(dataset::read(reader, header, body))),
        Kind::Organization => Entry::Organization(Box::new(others::organization(reader, header, body))),
        Kind::Person => Entry::Person(Box::new(others::person(reader, header, body))),
        Kind::Reuse => Entry::Reuse(Box::new(others::reuse(reader, header, body))),
        Kind::Topic => Entry::Topic(Box::new(others::topic(reader, header, body))),
        Kind::Service => Entry::Service(Box::new(others::service(reader, header, body))),
        // Nothing is found under the site's kind: its descriptor is read by `parse_config`.
        Kind::Page | Kind::Site => Entry::Page(Box::new(others::page(reader, header, body))),
    };
    entry.header_mut().faults.append(&mut faults);
    entry
}
