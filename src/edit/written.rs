//! Values as they are written into a descriptor that is there: in the lines of a block, or on one line.

use serde_json::Value as Json;

use crate::descriptor::{double_quoted, is_plain, single_quoted, yaml};
use crate::model::Extras;

/// `key: value` without the line break at its end; lines after the first are indented by `indent`.
pub(super) fn entry(key: &str, value: &Json, indent: &str, line_break: &str) -> String {
    let values: Extras = [(key.to_owned(), value.clone())].into_iter().collect();
    indented(&yaml(&values), indent, line_break)
}

/// What stands after the key and its colon, for a key in the column of `indent`.
pub(super) fn after_colon(value: &Json, indent: &str, line_break: &str) -> String {
    let text = entry("k", value, indent, line_break);
    text.strip_prefix("k:").map_or(text.clone(), str::to_owned)
}

/// `- value` without the line break at its end; lines after the first are indented by `indent`.
pub(super) fn item(value: &Json, indent: &str, line_break: &str) -> String {
    let values: Extras = [(String::from("k"), Json::Array(vec![value.clone()]))].into_iter().collect();
    let text = yaml(&values);
    let lines: Vec<&str> =
        text.split_inclusive('\n').skip(1).map(|line| line.strip_prefix("  ").unwrap_or(line)).collect();
    indented(&lines.concat(), indent, line_break)
}

/// A collection in lines, for one whose first character stands in the column of `indent`.
pub(super) fn block(value: &Json, indent: &str, line_break: &str) -> Option<String> {
    match value {
        Json::Object(values) if !values.is_empty() => Some(indented(&yaml(values), indent, line_break)),
        Json::Array(items) if !items.is_empty() => {
            let joint = format!("{line_break}{indent}");
            Some(items.iter().map(|value| item(value, indent, line_break)).collect::<Vec<_>>().join(&joint))
        }
        _ => None,
    }
}

/// A value on one line.
pub(super) fn flow(value: &Json) -> String {
    match value {
        Json::Null => String::from("null"),
        Json::Bool(_) | Json::Number(_) => value.to_string(),
        Json::String(text) => scalar(text),
        Json::Array(items) => format!("[{}]", items.iter().map(flow).collect::<Vec<_>>().join(", ")),
        Json::Object(values) if values.is_empty() => String::from("{}"),
        Json::Object(values) => format!("{{ {} }}", pairs(values).join(", ")),
    }
}

/// `key: value` on one line.
pub(super) fn flow_entry(key: &str, value: &Json) -> String {
    format!("{}: {}", scalar(key), flow(value))
}

fn pairs(values: &Extras) -> Vec<String> {
    values.iter().map(|(key, value)| flow_entry(key, value)).collect()
}

fn scalar(text: &str) -> String {
    let ends_early = text.contains([',', '[', ']', '{', '}', '\n', '\r']);
    if is_plain(text) && !ends_early && single_quoted(text).is_some() {
        return text.to_owned();
    }
    single_quoted(text).unwrap_or_else(|| double_quoted(text))
}

fn indented(text: &str, indent: &str, line_break: &str) -> String {
    let text = text.strip_suffix('\n').unwrap_or(text);
    let mut out = String::with_capacity(text.len() + 16);
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            out.push_str(line_break);
            if !line.is_empty() {
                out.push_str(indent);
            }
        }
        out.push_str(line);
    }
    out
}
