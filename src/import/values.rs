//! Sets the values of a descriptor.

use serde_json::Value as Json;

use crate::model::Extras;

/// Sets a value that is not nothing.
pub(super) fn set(values: &mut Extras, key: &str, value: impl Into<Json>) {
    let value = value.into();
    let nothing = match &value {
        Json::Null => true,
        Json::String(text) => text.is_empty(),
        Json::Array(items) => items.is_empty(),
        Json::Object(entries) => entries.is_empty(),
        Json::Bool(_) | Json::Number(_) => false,
    };
    if !nothing {
        values.insert(key.to_owned(), value);
    }
}

/// A date as a descriptor has it. A year is written as a number: it needs no quotes then.
pub(super) fn date_value(text: &str) -> Json {
    text.parse::<u16>().map_or_else(|_| Json::from(text), Json::from)
}
