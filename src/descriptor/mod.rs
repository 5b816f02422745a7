//! Writes descriptors: values become the text a person would have written.
//!
//! Keys come in the order of the documentation, long texts in blocks, and what was written reads
//! back as the same values. Import, `new` and every later way of editing write through here.

mod fields;
mod scalar;
mod yaml;

pub use fields::{Field, fields, resource_fields};
pub(crate) use scalar::{double as double_quoted, is_plain, single_quoted};
pub use yaml::yaml;

use serde_json::Value as Json;

use crate::model::{Extras, Form, Kind};

/// The text of a descriptor. In a Markdown form a description that is one string becomes the body
/// (of a page: its `body`). Keys that etal does not know come last, as they were given.
pub fn write(kind: Kind, form: Form, values: &Extras) -> String {
    let mut values = ordered(kind, values);
    if !form.is_markdown() {
        return yaml(&values);
    }
    let body = match values.get(body_key(kind)) {
        Some(Json::String(text)) if can_be_body(text) => values.shift_remove(body_key(kind)),
        _ => None,
    };
    let mut text = String::from("---\n");
    if !values.is_empty() {
        text.push_str(&yaml(&values));
    }
    text.push_str("---\n");
    if let Some(Json::String(body)) = body {
        text.push('\n');
        text.push_str(&body);
        text.push('\n');
    }
    text
}

/// Where a descriptor is kept, below the catalogue's root.
pub fn path(kind: Kind, form: Form, slug: &str) -> String {
    let (folder, name) = (kind.folder(), kind.name());
    match form {
        Form::Folder => format!("content/{folder}/{slug}/{name}.yaml"),
        Form::FolderMarkdown => format!("content/{folder}/{slug}/{name}.md"),
        Form::File => format!("content/{folder}/{slug}.yaml"),
        Form::Markdown => format!("content/{folder}/{slug}.md"),
    }
}

fn body_key(kind: Kind) -> &'static str {
    if kind == Kind::Page { "body" } else { "description" }
}

/// Blanks around a body are not part of it, so a text that has some stays in the front matter.
fn can_be_body(text: &str) -> bool {
    !text.is_empty() && text.trim() == text
}

fn ordered(kind: Kind, values: &Extras) -> Extras {
    let mut values = sorted(fields(kind), values);
    if let Some(Json::Array(resources)) = values.get_mut("resources") {
        for resource in resources {
            if let Json::Object(values) = resource {
                *values = sorted(resource_fields(), values);
            }
        }
    }
    values
}

/// Values with the keys of `order` first, in its order; the others after them, as they were.
pub(crate) fn sorted(order: &[Field], values: &Extras) -> Extras {
    let known = order.iter().filter_map(|field| values.get_key_value(field.key));
    let unknown = values.iter().filter(|(key, _)| order.iter().all(|field| field.key != key.as_str()));
    known.chain(unknown).map(|(key, value)| (key.clone(), value.clone())).collect()
}
