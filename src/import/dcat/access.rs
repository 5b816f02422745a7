//! Who may use data.

use serde_json::{Map, Value as Json};

use super::reading::Reading;
use crate::import::values::set;
use crate::vocab::access::{AUDIENCES, CONDITIONS, REASONS, TYPES};

/// Who may use the data: a type alone, or all that is said.
pub(super) fn access(reading: &mut Reading<'_>) -> Json {
    let mut access = Map::new();
    let kind = reading.code("dct:accessRights", right).map(Json::from);
    set(&mut access, "type", kind.unwrap_or(Json::Null));
    let mut audiences = Vec::new();
    for term in reading.graph().peek(reading.thing, "dct:rights") {
        let Some(node) = term.node() else { continue };
        let known = if let Some(reason) = REASONS.find(node) {
            set(&mut access, "reason_category", reason.id);
            true
        } else if let Some((_, audience)) = node.rsplit_once("#access-") {
            audiences.extend(self::audience(reading, node, audience));
            true
        } else {
            node.ends_with("#access")
        };
        if known {
            reading.graph().cross_off(reading.thing, "dct:rights", term);
        }
        if node.ends_with("#access") {
            let label = reading.codes_of(node, "rdfs:label", |text| TYPES.find(text)).pop();
            set(&mut access, "type", label.map(|term| term.id));
            set(&mut access, "reason", reading.text_of(node, "dct:description"));
            set(&mut access, "url", reading.one_of(node, "foaf:page"));
            reading.graph().skip(node);
        }
    }
    set(&mut access, "audiences", audiences);
    match access.get("type") {
        Some(kind) if access.len() == 1 => kind.clone(),
        _ => Json::Object(access),
    }
}

/// An audience, by the fragment of its part.
fn audience(reading: &Reading<'_>, node: &str, name: &str) -> Option<Json> {
    let mut audience = Map::new();
    set(&mut audience, "role", AUDIENCES.find(name)?.id);
    let condition = reading.codes_of(node, "dc:type", |text| CONDITIONS.find(text)).pop();
    set(&mut audience, "condition", condition.map(|term| term.id));
    reading.graph().skip(node);
    Some(Json::Object(audience))
}

/// The type of access that a right means: an entry of the EU table, or one of its names.
fn right(text: &str) -> Option<&'static str> {
    match text.rsplit("/access-right/").next().unwrap_or(text) {
        "PUBLIC" | "OPEN_DATA" => Some("open"),
        "RESTRICTED" | "NON_PUBLIC" | "SENSITIVE" | "CONFIDENTIAL" | "NORMAL" => Some("restricted"),
        _ => TYPES.find(text).map(|term| term.id),
    }
}
