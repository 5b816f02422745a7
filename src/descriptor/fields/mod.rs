//! The fields of descriptors: their order, what they mean in both languages, an example of each.
//! `new` explains with these words, and documentation is made from them.

mod dataset;
mod others;

use crate::model::Kind;
use crate::vocab::Label;

/// A key of a descriptor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// The key.
    pub key: &'static str,
    /// Whether a descriptor is incomplete without it.
    pub is_required: bool,
    /// What it means and what it takes, in one or two sentences.
    pub note: Label,
    /// The key with a value, as YAML of one or several lines.
    pub example: Label,
}

/// The fields of a descriptor of `kind`, in the order in which they are written; none for the site,
/// whose settings are TOML.
pub fn fields(kind: Kind) -> &'static [Field] {
    match kind {
        Kind::Dataset => dataset::DATASET,
        Kind::Organization => others::ORGANIZATION,
        Kind::Page => others::PAGE,
        Kind::Person => others::PERSON,
        Kind::Reuse => others::REUSE,
        Kind::Service => others::SERVICE,
        Kind::Site => &[],
        Kind::Topic => others::TOPIC,
    }
}

/// The fields of a resource, in the order in which they are written.
pub fn resource_fields() -> &'static [Field] {
    dataset::RESOURCE
}

const fn required(key: &'static str, en: &'static str, fr: &'static str, example: Label) -> Field {
    Field { key, is_required: true, note: Label::new(en, fr), example }
}

const fn optional(key: &'static str, en: &'static str, fr: &'static str, example: Label) -> Field {
    Field { key, is_required: false, note: Label::new(en, fr), example }
}

/// An example without words.
const fn same(example: &'static str) -> Label {
    Label::same(example)
}
