//! Values that an editor's fields do not hold: written in another form than its widgets write.

use super::widget::is_by_language;
use crate::schema::{Document, Shape};
use crate::site::Site;
use crate::source::{Node, Span, Value, parse, split};

/// Where the descriptors of a catalogue have values in a form that the editor would show empty: path and key. They are
/// right as they are, but must be edited by hand, or rewritten first.
pub fn unheld(site: &Site) -> Vec<(&str, &'static str)> {
    let mut found = Vec::new();
    for header in site.catalog.headers() {
        let Some(source) = site.sources.get(header.source.0 as usize) else { continue };
        let text = source.text();
        let yaml = if header.form.is_markdown() { split(text).yaml } else { Span::new(0, text.len()) };
        let Some(root) = parse(text, yaml).root else { continue };
        let by_language = is_by_language(site, header.kind);
        for key in Document::Of(header.kind).group().keys {
            let node = root.get(key.key).filter(|node| !node.is_null());
            if node.is_some_and(|node| !holds(key.shape, node, by_language)) {
                found.push((source.path.as_str(), key.key));
            }
        }
    }
    found
}

fn holds(shape: Shape, node: &Node, by_language: bool) -> bool {
    let is_mapping = matches!(node.value, Value::Mapping(_));
    match shape {
        Shape::Text(_) | Shape::Markdown => is_mapping == by_language,
        Shape::Group(_) => is_mapping,
        Shape::List(item) => match &node.value {
            Value::Sequence(items) => match item {
                Shape::Group(_) => items.iter().all(|item| matches!(item.value, Value::Mapping(_))),
                _ => true,
            },
            _ => false,
        },
        _ => true,
    }
}
