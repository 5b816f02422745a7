//! One truth for what is written and what is promised: [`object!`] makes of a list of fields both the struct that serde
//! writes and the schema that the OpenAPI document has of it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::{Value, json};

/// The schemas of an OpenAPI document by name, as `components` has them.
#[derive(Debug, Default)]
pub(super) struct Schemas(BTreeMap<&'static str, Value>);

/// A type whose JSON a schema can describe.
pub(super) trait Shape {
    /// Its schema. What has a name is added to `schemas` and referred to.
    fn shape(schemas: &mut Schemas) -> Value;
}

impl Schemas {
    /// A reference to the schema of that name, made when it is asked for the first time.
    pub(super) fn named(&mut self, name: &'static str, make: impl FnOnce(&mut Self) -> Value) -> Value {
        if !self.0.contains_key(name) {
            self.0.insert(name, Value::Null);
            let schema = make(self);
            self.0.insert(name, schema);
        }
        json!({ "$ref": format!("#/components/schemas/{name}") })
    }

    /// The schema of a name that was asked for.
    pub(super) fn get(&self, name: &str) -> &Value {
        self.0.get(name).unwrap_or(&Value::Null)
    }

    /// All of them, by name.
    pub(super) fn into_value(self) -> Value {
        self.0.into_iter().collect()
    }
}

/// The schema of an object that has all of these members and no others.
pub(super) fn record(about: &str, members: Vec<(&str, &str, Value)>) -> Value {
    let name = |name: &str| name.trim_start_matches("r#").to_owned();
    let required: Vec<String> = members.iter().map(|(member, ..)| name(member)).collect();
    let described = |(member, about, mut schema): (&str, &str, Value)| {
        schema["description"] = about.trim().into();
        (name(member), schema)
    };
    let properties: serde_json::Map<String, Value> = members.into_iter().map(described).collect();
    json!({
        "type": "object",
        "description": about.trim(),
        "additionalProperties": false,
        "required": required,
        "properties": properties,
    })
}

/// Declares a struct whose members are written by serde under their own names, and its schema: the first line of a
/// member's documentation describes it.
macro_rules! object {
    (
        $(#[doc = $about:literal])+
        $name:ident $(<$life:lifetime>)? {
            $($(#[doc = $words:literal])+ $field:ident: $type:ty,)+
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, serde::Serialize)]
        pub(super) struct $name $(<$life>)? {
            $($(#[doc = $words])+ pub(super) $field: $type,)+
        }

        impl $(<$life>)? $crate::export::api::shape::Shape for $name $(<$life>)? {
            fn shape(schemas: &mut $crate::export::api::shape::Schemas) -> serde_json::Value {
                schemas.named(stringify!($name), |schemas| {
                    let members = vec![$((
                        stringify!($field),
                        concat!($($words),+),
                        <$type as $crate::export::api::shape::Shape>::shape(schemas),
                    )),+];
                    $crate::export::api::shape::record(concat!($($about),+), members)
                })
            }
        }
    };
}
pub(super) use object;

/// The schema with null allowed as well.
fn nullable(schema: Value) -> Value {
    match schema.get("type").and_then(Value::as_str) {
        Some(kind) => {
            let kinds = json!([kind, "null"]);
            let mut schema = schema;
            schema["type"] = kinds;
            schema
        }
        None => json!({ "anyOf": [schema, { "type": "null" }] }),
    }
}

impl<T: Shape> Shape for Option<T> {
    fn shape(schemas: &mut Schemas) -> Value {
        nullable(T::shape(schemas))
    }
}

impl<T: Shape> Shape for Vec<T> {
    fn shape(schemas: &mut Schemas) -> Value {
        json!({ "type": "array", "items": T::shape(schemas) })
    }
}

impl<T: Shape, const N: usize> Shape for [T; N] {
    fn shape(schemas: &mut Schemas) -> Value {
        json!({ "type": "array", "items": T::shape(schemas), "minItems": N, "maxItems": N })
    }
}

impl<T: Shape> Shape for Box<T> {
    fn shape(schemas: &mut Schemas) -> Value {
        T::shape(schemas)
    }
}

macro_rules! simple {
    ($($type:ty: $schema:tt;)+) => {
        $(impl Shape for $type {
            fn shape(_: &mut Schemas) -> Value {
                json!($schema)
            }
        })+
    };
}

simple! {
    String: { "type": "string" };
    &str: { "type": "string" };
    Cow<'_, str>: { "type": "string" };
    char: { "type": "string", "minLength": 1, "maxLength": 1 };
    bool: { "type": "boolean" };
    u64: { "type": "integer", "minimum": 0 };
    usize: { "type": "integer", "minimum": 0 };
    i32: { "type": "integer" };
    f64: { "type": "number" };
}
