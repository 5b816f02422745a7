//! TOML as the same tree as YAML, so that `site.toml` is read and judged like a descriptor.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Entry, Node, ParsedYaml, Span, Value, YamlFault, YamlFaultKind};

/// Reads a whole TOML text. What can be read after an error is read; each error is a
/// [`YamlFaultKind::Syntax`] with its place.
pub fn parse_toml(text: &str) -> ParsedYaml {
    let (table, errors) = DeTable::parse_recoverable(text);
    let faults = errors.iter().map(|error| YamlFault {
        kind: YamlFaultKind::Syntax,
        span: span(error.span().unwrap_or_default()).within(text),
        other: None,
        detail: error.message().to_owned(),
    });
    let faults = faults.collect();
    let root = Node { span: Span::new(0, text.len()), value: mapping(table.get_ref()) };
    ParsedYaml { root: Some(root), faults }
}

fn mapping(table: &DeTable<'_>) -> Value {
    let mut entries: Vec<Entry> = table
        .iter()
        .map(|(key, value)| Entry { key: key.get_ref().to_string(), key_span: span(key.span()), value: node(value) })
        .collect();
    entries.sort_by_key(|entry| entry.key_span);
    Value::Mapping(entries)
}

fn node(value: &Spanned<DeValue<'_>>) -> Node {
    let shape = match value.get_ref() {
        DeValue::String(text) => Value::Quoted(text.to_string()),
        DeValue::Integer(number) => Value::Plain(number.to_string()),
        DeValue::Float(number) => Value::Plain(number.to_string()),
        DeValue::Boolean(truth) => Value::Plain(truth.to_string()),
        DeValue::Datetime(moment) => Value::Plain(moment.to_string()),
        DeValue::Array(items) => Value::Sequence(items.iter().map(node).collect()),
        DeValue::Table(table) => mapping(table),
    };
    Node { span: span(value.span()), value: shape }
}

fn span(range: Range<usize>) -> Span {
    Span::new(range.start, range.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn toml_becomes_a_tree_with_places() {
        let text = "title = { fr = \"é\", en = 'e' }\n[score]\nprofile = \"mqa\"\n[[menu]]\nurl = 'x'\n";
        let parsed = parse_toml(text);
        let root = parsed.root.expect("root");
        let profile = root.get("score").and_then(|score| score.get("profile")).expect("profile");
        assert_eq!((profile.scalar(), &text[profile.span.range()]), (Some("mqa"), "\"mqa\""));
        let title = root.get("title").and_then(|title| title.get("en")).expect("title");
        assert_eq!(title.scalar(), Some("e"));
        assert_eq!(root.get("menu").expect("menu").items().len(), 1);
    }

    #[test]
    fn an_error_has_a_place_and_the_rest_is_read() {
        let parsed = parse_toml("a = \nb = 1\n");
        assert_eq!(parsed.faults.len(), 1);
        assert_eq!(parsed.root.expect("root").get("b").and_then(Node::scalar), Some("1"));
    }
}
