//! JSON Schema of single values. A schema refuses only what `etal check` finds as an error: YAML readers give numbers
//! and booleans where etal reads texts, and what is null is absent.

use serde_json::{Value as Json, json};

use super::shape::Fixed;

/// A day, month or year, with or without a time; years from 1000 to 9999, as in [`crate::date`].
const DATE: &str = r"[1-9]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:[Tt ]\s*\S[^/]*)?)?)?";
/// What leaves an end of a period open.
const OPEN: &str = "(?:\\.\\.|\u{2026}|open)?";

/// Nothing: a value that is absent. Said by what it is not, so that editors do not offer `null`.
pub(super) fn absent() -> Json {
    json!({ "not": { "type": ["string", "number", "boolean", "array", "object"] } })
}

/// Any scalar; editors take it for a string.
pub(super) fn scalar() -> Json {
    json!({ "anyOf": [{ "type": "string" }, { "not": { "type": ["string", "array", "object"] } }] })
}

/// Any scalar, which should have a form that only people are asked for.
pub(super) fn fixed(fixed: Fixed) -> Json {
    let hint = |format: &str| json!({ "anyOf": [{ "type": "string", "format": format }, { "not": { "type": ["string", "array", "object"] } }] });
    match fixed {
        Fixed::Url => hint("iri"),
        Fixed::Email => hint("idn-email"),
        Fixed::Path => scalar(),
        Fixed::BaseUrl => text(r#"^\s*(?:https?://[^/?# "<>][^?# "<>]*)?\s*$"#),
        Fixed::Color => text(r"^\s*(?:#[0-9A-Fa-f]{6})?\s*$"),
        Fixed::SiteLanguage => text(r"^\s*[a-z]{2}\s*$"),
    }
}

/// A string of a pattern.
fn text(pattern: &str) -> Json {
    json!({ "anyOf": [{ "type": "string", "pattern": pattern }, absent()] })
}

/// A text or texts by language.
pub(super) fn translated() -> Json {
    json!({ "anyOf": [
        { "type": "string" },
        {
            "type": "object",
            "patternProperties": { "^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$": { "$ref": "#/$defs/scalar" } },
            "additionalProperties": false
        },
        { "not": { "type": ["string", "object", "array"] } }
    ] })
}

pub(super) fn uuid() -> Json {
    text(r"^\s*(?:(?:urn:uuid:)?\{?[0-9A-Fa-f][0-9A-Fa-f-]{30,34}[0-9A-Fa-f]\}?)?\s*$")
}

/// What an editor says of a text that is no date.
fn no_date(language: &str) -> &'static str {
    match language {
        "fr" => "une date s’écrit 2024, 2024-05 ou 2024-05-31",
        _ => "a date is written 2024, 2024-05 or 2024-05-31",
    }
}

pub(super) fn date(language: &str) -> Json {
    let pattern = format!(r"^\s*(?:{DATE})?\s*$");
    json!({ "anyOf": [
        { "type": "string", "pattern": pattern, "patternErrorMessage": no_date(language) },
        { "type": "integer", "minimum": 1000, "maximum": 9999 },
        absent()
    ] })
}

/// A date, or two with a slash, of which either may be open.
pub(super) fn period(language: &str) -> Json {
    let pattern = format!(r"^\s*(?:{DATE}|{OPEN}|(?:{DATE}|{OPEN})\s*/\s*(?:{DATE}|{OPEN}))\s*$");
    json!({ "anyOf": [
        { "type": "string", "pattern": pattern, "patternErrorMessage": no_date(language) },
        { "type": "integer", "minimum": 1000, "maximum": 9999 },
        absent()
    ] })
}

pub(super) fn boolean() -> Json {
    let words = r"^\s*(?:[Tt][Rr][Uu][Ee]|[Yy][Ee][Ss]|[Oo][Uu][Ii]|[Ff][Aa][Ll][Ss][Ee]|[Nn][Oo]|[Nn][Oo][Nn])\s*$";
    json!({ "anyOf": [{ "type": "boolean" }, { "type": "string", "pattern": words }, absent()] })
}

/// A boolean, or the date since when.
pub(super) fn state(language: &str) -> Json {
    json!({ "anyOf": [boolean(), date(language)] })
}

pub(super) fn count() -> Json {
    json!({ "anyOf": [
        { "type": "integer", "minimum": 0 },
        { "type": "string", "pattern": r"^\s*\+?[0-9]+\s*$" },
        absent()
    ] })
}

pub(super) fn number(max: u32) -> Json {
    json!({ "anyOf": [{ "type": "number", "minimum": 0, "maximum": max }, { "type": "string" }, absent()] })
}

pub(super) fn bounding_box() -> Json {
    json!({ "anyOf": [
        { "type": "array", "items": { "type": ["number", "string"] }, "minItems": 4, "maxItems": 4 },
        absent()
    ] })
}

pub(super) fn geometry() -> Json {
    let kinds = ["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"];
    let properties = json!({ "type": { "enum": kinds }, "coordinates": { "type": "array" } });
    json!({ "anyOf": [
        { "type": "object", "required": ["type", "coordinates"], "properties": properties },
        absent()
    ] })
}

/// A value that counts as one: not null, not blank.
pub(super) fn filled() -> Json {
    json!({ "anyOf": [
        { "type": "string", "pattern": r"\S" },
        { "type": ["number", "boolean"] },
        { "type": ["object", "array"], "minProperties": 1 }
    ] })
}
