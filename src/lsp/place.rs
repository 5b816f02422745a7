//! What stands at a place of a descriptor that can be read.

use super::cursor::yaml_of;
use crate::source::{KeyPath, Node, Span, Value, parse};

/// A key or a scalar.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    /// Its path.
    pub(super) path: KeyPath,
    /// Its bytes.
    pub(super) span: Span,
    /// The text of a scalar; none for a key.
    pub(super) value: Option<String>,
}

/// The key or scalar at byte `at`.
pub(super) fn found_at(path: &str, text: &str, at: usize) -> Option<Found> {
    let yaml = yaml_of(path, text)?;
    let root = parse(text, yaml).root?;
    inside(&root, KeyPath::root(), at as u32)
}

/// The tree of a descriptor.
pub(super) fn tree(path: &str, text: &str) -> Option<Node> {
    parse(text, yaml_of(path, text)?).root
}

fn inside(node: &Node, path: KeyPath, at: u32) -> Option<Found> {
    let holds = |span: Span| span.start <= at && at <= span.end;
    match &node.value {
        Value::Mapping(entries) => entries.iter().find_map(|entry| {
            let path = path.key(&entry.key);
            if holds(entry.key_span) {
                return Some(Found { path, span: entry.key_span, value: None });
            }
            holds(entry.value.span).then(|| inside(&entry.value, path, at)).flatten()
        }),
        Value::Sequence(items) => {
            let mut items = items.iter().enumerate();
            items.find_map(|(index, item)| holds(item.span).then(|| inside(item, path.index(index), at)).flatten())
        }
        Value::Plain(text) | Value::Quoted(text) => {
            holds(node.span).then(|| Found { path, span: node.span, value: Some(text.clone()) })
        }
        Value::Null => None,
    }
}
