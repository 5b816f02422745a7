//! Values and key paths: as they are read from a descriptor, from the command line, and as JSON.

use serde_json::Value as Json;

use super::once::{in_words, json_once};
use crate::fix::Tree;
use crate::model::Extras;
use crate::source::{KeyPath, Node, Segment, Span, Value, parse};

/// A value as JSON: truth values and whole numbers are what they look like when they have no quotes.
pub fn json(node: &Node) -> Json {
    match &node.value {
        Value::Null => Json::Null,
        Value::Plain(text) => typed(text),
        Value::Quoted(text) => Json::from(text.as_str()),
        Value::Sequence(items) => items.iter().map(json).collect(),
        Value::Mapping(entries) => {
            Json::Object(entries.iter().map(|entry| (entry.key.clone(), json(&entry.value))).collect())
        }
    }
}

/// A text without quotes. Numbers that would be written otherwise than they are stay texts: `1.20`.
fn typed(text: &str) -> Json {
    match text {
        "true" => return Json::Bool(true),
        "false" => return Json::Bool(false),
        _ => {}
    }
    let number: Option<Json> = serde_json::from_str::<serde_json::Number>(text).ok().map(Json::Number);
    let is_same = |number: &Json| number.to_string().as_str() == text;
    number.filter(is_same).unwrap_or_else(|| Json::from(text))
}

/// The value of a `KEY=VALUE`: what begins with a bracket, a brace or a quote is read as YAML, anything
/// else is taken as it is; nothing and `null` are nothing.
///
/// # Errors
/// In the words of the YAML parser.
pub fn value_of(text: &str) -> Result<Json, String> {
    match text {
        "" | "null" | "~" => Ok(Json::Null),
        _ if text.starts_with(['[', '{', '"', '\'']) => read(text),
        _ => Ok(typed(text)),
    }
}

/// One value from a text in YAML or JSON.
///
/// # Errors
/// In the words of the parser, with the line.
pub fn read(text: &str) -> Result<Json, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match json_once(text) {
        Ok(value) => return Ok(value),
        // It is JSON, and yet not what anybody meant.
        Err(error) if error.is_data() => return Err(in_words(&error, 0)),
        Err(_) => {}
    }
    // What is read is a mapping: a list or a scalar is made the value of a key.
    let (start, text) =
        (text.len(), text.strip_prefix("---").filter(|rest| rest.starts_with(['\n', '\r'])).unwrap_or(text));
    let shift = usize::from(text.len() < start);
    let whole = parse(text, Span::new(0, text.len()));
    let (parsed, wrapped, lines) = match &whole.root {
        Some(_) => (whole, None, 0),
        None => {
            let wrapped = format!("v:\n {}", text.replace('\n', "\n "));
            let parsed = parse(&wrapped, Span::new(0, wrapped.len()));
            let parsed = if parsed.root.is_some() { parsed } else { whole };
            let is_wrapped = parsed.root.is_some();
            (parsed, Some(wrapped), usize::from(is_wrapped))
        }
    };
    let source = wrapped.as_deref().filter(|_| lines == 1).unwrap_or(text);
    if let Some(fault) = parsed.faults.first() {
        let line = source[..(fault.span.start as usize).min(source.len())].matches('\n').count() + 1 + shift
            - lines.min(1 + shift);
        let line = line.max(1);
        return Err(format!("line {line}: {:?} {}", fault.kind, fault.detail).trim_end().to_owned());
    }
    let root = parsed.root.ok_or_else(|| String::from("not YAML"))?;
    Ok(if lines == 1 { root.get("v").map_or(Json::Null, json) } else { json(&root) })
}

/// The key path that people write: `spatial.zones[0].name`. None for a text that is none.
pub fn key_path(text: &str) -> Option<KeyPath> {
    let mut path = KeyPath::root();
    let mut rest = text.trim();
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix('[') {
            let (index, after) = after.split_once(']')?;
            path.push(Segment::Index(index.parse().ok().filter(|_| !path.is_root())?));
            rest = after;
        } else {
            let after = if path.is_root() { rest } else { rest.strip_prefix('.')? };
            let end = after.find(['.', '[']).unwrap_or(after.len());
            let key = after[..end].trim();
            if key.is_empty() {
                return None;
            }
            path = path.key(key);
            rest = &after[end..];
        }
    }
    (!path.is_root()).then_some(path)
}

/// Gives `values` a value at a path, with the mappings and lists that it needs. False when something
/// else is in the way.
pub fn place(values: &mut Extras, path: &KeyPath, value: Json) -> bool {
    let Some((last, above)) = path.segments().split_last() else { return false };
    let mut whole = Json::Object(std::mem::take(values));
    let slot = above.iter().try_fold(&mut whole, |inner, segment| step(inner, segment));
    let is_placed = slot.and_then(|inner| step(inner, last)).map(|slot| *slot = value).is_some();
    if let Json::Object(filled) = whole {
        *values = filled;
    }
    is_placed
}

fn step<'v>(value: &'v mut Json, segment: &Segment) -> Option<&'v mut Json> {
    match segment {
        Segment::Key(key) => {
            if value.is_null() {
                *value = Json::Object(Extras::new());
            }
            Some(value.as_object_mut()?.entry(key.to_string()).or_insert(Json::Null))
        }
        Segment::Index(at) => {
            if value.is_null() {
                *value = Json::Array(Vec::new());
            }
            let list = value.as_array_mut()?;
            if *at == list.len() {
                list.push(Json::Null);
            }
            list.get_mut(*at)
        }
    }
}

/// What a value is once it is written and read again.
pub(super) fn tree(value: &Json) -> Tree {
    match value {
        Json::Null => Tree::Null,
        Json::Bool(_) | Json::Number(_) => Tree::Text(value.to_string(), Some(false)),
        Json::String(text) => Tree::Text(text.clone(), None),
        Json::Array(items) => Tree::List(items.iter().map(tree).collect()),
        Json::Object(values) => Tree::Map(values.iter().map(|(key, value)| (key.clone(), tree(value))).collect()),
    }
}

/// A value without what says nothing: keys that are null.
pub fn without_nulls(value: Json) -> Json {
    match value {
        Json::Array(items) => items.into_iter().map(without_nulls).collect(),
        Json::Object(values) => Json::Object(
            values
                .into_iter()
                .filter(|(_, value)| !value.is_null())
                .map(|(key, value)| (key, without_nulls(value)))
                .collect(),
        ),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn path(text: &str, expected: Option<&str>) {
        assert_eq!(key_path(text).map(|path| path.to_string()).as_deref(), expected, "{text}");
    }

    #[test]
    fn key_paths_are_read_as_they_are_printed() {
        path("spatial.zones[0].name", Some("spatial.zones[0].name"));
        path(" tags[12] ", Some("tags[12]"));
        for wrong in ["", ".", "a.", ".a", "a[", "a[x]", "[0]", "a[0]b", "a..b", "a[-1]"] {
            path(wrong, None);
        }
    }

    #[test]
    fn a_value_of_the_command_line_is_a_text_unless_it_looks_otherwise() {
        let of = |text: &str| value_of(text).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(of("Trees: #3"), json!("Trees: #3"));
        assert_eq!(of("2019"), json!(2019));
        assert_eq!(of("1.20"), json!("1.20"));
        assert_eq!(of("007"), json!("007"));
        assert_eq!(of("true"), json!(true));
        assert_eq!(of("'true'"), json!("true"));
        assert_eq!(of("[a, {b: c}]"), json!(["a", { "b": "c" }]));
        assert_eq!(of("2024-05-31"), json!("2024-05-31"));
        assert_eq!(of("null"), json!(null));
        assert!(value_of("[a").is_err());
    }

    #[test]
    fn lists_and_mappings_are_read_from_yaml_and_json() {
        assert_eq!(
            read("- op: create\n  slug: a\n- op: delete\n").ok(),
            Some(json!([{ "op": "create", "slug": "a" }, { "op": "delete" }]))
        );
        assert_eq!(read("---\ntitle: a\n").ok(), Some(json!({ "title": "a" })));
        assert_eq!(read("{\"a\": [1, true, \"1\"]}").ok(), Some(json!({ "a": [1, true, "1"] })));
        assert!(read("a: *x\n").is_err());
        assert!(read("a: 1\na: 2\n").is_err());
    }
}
