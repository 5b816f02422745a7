//! Values of one kind each: identifiers, dates, addresses, codes, free values.

use std::borrow::Cow;

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Value, json};
use uuid::Uuid;

use super::shape::{Schemas, Shape};
use crate::date::Moment;
use crate::export::context::words::clean;
use crate::model::{Extras, Header};

/// A UUID.
#[derive(Clone, Copy, Debug)]
pub(super) struct Id(pub(super) Uuid);

/// A date as precise as it is known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Day(pub(super) Moment);

/// Since when something is so: the date, or `true` when nobody says it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Since(pub(super) Option<Moment>);

/// An address: absolute, or relative to the file in a site without a public address.
#[derive(Clone, Debug)]
pub(super) struct Address(pub(super) String);

/// Free values of a descriptor, and its keys that etal does not know.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Free<'a> {
    extras: Option<&'a Extras>,
    unknown: Option<&'a Extras>,
}

impl<'a> Free<'a> {
    /// Free values alone.
    pub(super) fn of(extras: &'a Extras) -> Self {
        Self { extras: Some(extras), unknown: None }
    }

    /// Free values, and the unknown keys of their descriptor.
    pub(super) fn all(extras: &'a Extras, header: &'a Header) -> Self {
        Self { extras: Some(extras), unknown: Some(&header.unknown) }
    }
}

/// A GeoJSON geometry.
#[derive(Clone, Copy, Debug)]
pub(super) struct Geometry<'a>(pub(super) &'a Extras);

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.hyphenated().encode_lower(&mut Uuid::encode_buffer()))
    }
}

impl Shape for Id {
    fn shape(_: &mut Schemas) -> Value {
        json!({ "type": "string", "format": "uuid" })
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl Shape for Day {
    fn shape(schemas: &mut Schemas) -> Value {
        schemas.named("Date", |_| {
            json!({
                "type": "string",
                "description": "A year, a month, a day, or a moment in UTC: as precise as it is known.",
                "pattern": r"^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2}Z)?)?)?$",
            })
        })
    }
}

impl Serialize for Since {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Some(moment) => serializer.collect_str(&moment),
            None => serializer.serialize_bool(true),
        }
    }
}

impl Shape for Since {
    fn shape(schemas: &mut Schemas) -> Value {
        let date = Day::shape(schemas);
        schemas.named("Since", |_| {
            json!({
                "description": "Since when it is so; true when the date is not known.",
                "anyOf": [date, { "type": "boolean", "const": true }],
            })
        })
    }
}

impl Serialize for Address {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl Shape for Address {
    fn shape(_: &mut Schemas) -> Value {
        json!({ "type": "string", "format": "iri-reference" })
    }
}

impl Serialize for Free<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let extras = self.extras.into_iter().flatten();
        let is_new = |key: &str| self.extras.is_none_or(|extras| !extras.contains_key(key));
        let unknown = self.unknown.into_iter().flatten().filter(|(key, _)| is_new(key));
        serializer.collect_map(extras.chain(unknown).map(|(key, value)| (clean(key), Cleaned(value))))
    }
}

impl Shape for Free<'_> {
    fn shape(schemas: &mut Schemas) -> Value {
        schemas.named("Extras", |_| {
            json!({
                "type": "object",
                "description": "Free values, as the descriptor has them.",
                "additionalProperties": true,
            })
        })
    }
}

/// Free values without the characters that must reach no output.
struct Cleaned<'a>(&'a Value);

impl Serialize for Cleaned<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::String(text) => serializer.serialize_str(&clean(text)),
            Value::Array(items) => serializer.collect_seq(items.iter().map(Cleaned)),
            Value::Object(members) => {
                serializer.collect_map(members.iter().map(|(key, value)| (clean(key), Cleaned(value))))
            }
            other => other.serialize(serializer),
        }
    }
}

impl Serialize for Geometry<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        for key in ["type", "coordinates"] {
            map.serialize_entry(key, &self.0.get(key).map(Cleaned))?;
        }
        map.end()
    }
}

impl Shape for Geometry<'_> {
    fn shape(schemas: &mut Schemas) -> Value {
        schemas.named("Geometry", |_| {
            let kinds = ["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"];
            json!({
                "type": "object",
                "description": "A GeoJSON geometry (RFC 7946), in degrees of WGS 84.",
                "additionalProperties": false,
                "required": ["type", "coordinates"],
                "properties": {
                    "type": { "type": "string", "enum": kinds, "description": "Its kind." },
                    "coordinates": { "type": "array", "description": "Its places, longitude first." },
                },
            })
        })
    }
}

/// A text that is there: none when it is blank.
pub(super) fn present(text: Option<&str>) -> Option<Cow<'_, str>> {
    text.map(clean).filter(|text| !text.is_empty())
}
