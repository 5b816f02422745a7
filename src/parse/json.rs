//! Free values of a descriptor as JSON, by the core schema of YAML 1.2.

use serde_json::{Number, Value as Json};

use crate::model::Extras;
use crate::source::{Node, Value};

/// A value as JSON. Numbers and booleans are told from texts by the core schema of YAML 1.2, but
/// for what JSON has no number for: `0x1f`, `0o17`, `.inf` and `.nan` stay texts.
pub fn value(node: &Node) -> Json {
    match &node.value {
        Value::Null => Json::Null,
        Value::Quoted(text) => Json::String(text.clone()),
        Value::Plain(text) => plain(text),
        Value::Sequence(items) => Json::Array(items.iter().map(value).collect()),
        Value::Mapping(_) => Json::Object(object(node)),
    }
}

/// A mapping as JSON, in its order.
pub fn object(node: &Node) -> Extras {
    node.entries().iter().map(|entry| (entry.key.clone(), value(&entry.value))).collect()
}

fn plain(text: &str) -> Json {
    match text {
        "true" | "True" | "TRUE" => Json::Bool(true),
        "false" | "False" | "FALSE" => Json::Bool(false),
        _ => number(text).map_or_else(|| Json::String(text.to_owned()), Json::Number),
    }
}

/// A number as YAML 1.2 has it; a leading zero or an underscore makes a text.
fn number(text: &str) -> Option<Number> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let first = digits.bytes().next()?;
    if !(first.is_ascii_digit() || first == b'.')
        || digits.len() > 1 && first == b'0' && digits.as_bytes()[1].is_ascii_digit()
    {
        return None;
    }
    let text = text.strip_prefix('+').unwrap_or(text);
    if let Ok(whole) = text.parse::<i64>() {
        return Some(whole.into());
    }
    let shape = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'-' | b'+' | b'e' | b'E'));
    shape.then(|| text.parse::<f64>().ok()).flatten().and_then(Number::from_f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Span, parse};

    #[test]
    fn plain_scalars_get_their_types_and_quoted_ones_stay_text() {
        let text = "a: 1\nb: -2.5\nc: true\nd: '1'\ne: 012\nf: 2024-05-31\ng: ~\nh: [1e3, 1_0]\ni: {j: no}\n";
        let root = parse(text, Span::new(0, text.len())).root.expect("root");
        let json = serde_json::to_string(&object(&root)).expect("json");
        assert_eq!(
            json,
            r#"{"a":1,"b":-2.5,"c":true,"d":"1","e":"012","f":"2024-05-31","g":null,"h":[1000.0,"1_0"],"i":{"j":"no"}}"#
        );
    }
}
