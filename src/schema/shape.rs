//! The forms that values of descriptors take: what JSON Schema, the form of the site and the configuration of an editor
//! are all made from.

use super::list::List;
use crate::model::Kind;
use crate::vocab::Label;

/// A key with its name for people and the form of its value.
#[derive(Debug)]
pub struct Key {
    /// The key.
    pub key: &'static str,
    /// Its name for people: `Licence`.
    pub name: Label,
    /// What it means; empty where [`crate::descriptor::fields`] says it.
    pub note: Label,
    /// The form of its value.
    pub shape: Shape,
}

/// The form of a value. Whatever the form, a value that is null is absent.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// A UUID.
    Uuid,
    /// One scalar without languages, at most so many characters.
    Line(Option<usize>),
    /// One scalar of a given form.
    Fixed(Fixed),
    /// A text or texts by language, on one line, at most so many characters.
    Text(Option<usize>),
    /// Markdown, or Markdown by language.
    Markdown,
    /// A year, a month, a day or a moment.
    Date,
    /// A boolean.
    Boolean,
    /// A whole number that is not negative.
    Count,
    /// A number from 0 to a largest one.
    Number(u32),
    /// A code.
    Code(List),
    /// One of some words, exactly as they are written.
    Choice(&'static [(&'static str, Label)]),
    /// The slug of another thing.
    Slug(Kind),
    /// A period on one line.
    Period,
    /// `true`, `false` or a date.
    State,
    /// West, south, east, north.
    BoundingBox,
    /// A geometry of GeoJSON.
    Geometry,
    /// Free values by name.
    Free,
    /// A list; one value is a list of one.
    List(&'static Shape),
    /// A mapping.
    Group(&'static Group),
    /// Severities by rule.
    Rules,
    /// Switches by machine form.
    Exports,
}

/// A scalar of a given form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fixed {
    /// A web address.
    Url,
    /// An e-mail address.
    Email,
    /// A path with `/` between names.
    Path,
    /// A public address of a site.
    BaseUrl,
    /// A colour.
    Color,
    /// A language of a site.
    SiteLanguage,
}

/// A mapping.
#[derive(Debug)]
pub struct Group {
    /// Its name among the definitions of a schema.
    pub id: &'static str,
    /// Its keys.
    pub keys: &'static [Key],
    /// Keys that it must have.
    pub required: &'static [&'static str],
    /// Keys of which it must have one.
    pub one_of: &'static [&'static str],
    /// Two keys of which it may have one only.
    pub exclusive: Option<(&'static str, &'static str)>,
    /// What may stand in its place.
    pub or: Option<&'static Shape>,
}

/// A group of keys that asks nothing else.
pub(super) const fn group(id: &'static str, keys: &'static [Key]) -> Group {
    Group { id, keys, required: &[], one_of: &[], exclusive: None, or: None }
}

/// A key of a descriptor, whose meaning stands in [`crate::descriptor::fields`].
pub(super) const fn key(key: &'static str, en: &'static str, fr: &'static str, shape: Shape) -> Key {
    Key { key, name: Label::new(en, fr), note: Label::same(""), shape }
}

/// A key that says itself what it means.
pub(super) const fn said(key: &'static str, name: Label, en: &'static str, fr: &'static str, shape: Shape) -> Key {
    Key { key, name, note: Label::new(en, fr), shape }
}

pub(super) const ADDRESS: Shape = Shape::Fixed(Fixed::Url);
pub(super) const EMAIL: Shape = Shape::Fixed(Fixed::Email);
pub(super) const PATH: Shape = Shape::Fixed(Fixed::Path);
pub(super) const WORDS: Shape = Shape::List(&Shape::Line(None));
pub(super) const LINE: Shape = Shape::Line(None);
