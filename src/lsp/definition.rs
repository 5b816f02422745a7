//! Where what a value names is described, and the keys of a descriptor as an outline.

use serde_json::{Value, json};

use super::place::{found_at, tree};
use super::slots::{Scalar, slot};
use super::text::Places;
use super::view::View;
use crate::layout;
use crate::source::Value as Shape;
use crate::source::{Entry, Node};

/// The file that the value at byte `at` names; null when it names none.
pub(super) fn definition(view: &View<'_>, at: usize) -> Value {
    target(view, at).map_or(Value::Null, |path| {
        let start = json!({ "line": 0, "character": 0 });
        json!({ "uri": (view.uri)(&path), "range": { "start": start, "end": start } })
    })
}

fn target(view: &View<'_>, at: usize) -> Option<String> {
    let found = found_at(view.path, view.text, at)?;
    let value = found.value?;
    match slot(view.kind()?, &found.path)?.scalar {
        Scalar::Slug(kinds) => {
            let site = view.site?;
            let mut headers = site.catalog.headers();
            let header = headers.find(|header| kinds.contains(&header.kind) && header.slug.as_str() == value.trim())?;
            Some(site.sources[header.source.0 as usize].path.clone())
        }
        Scalar::Hosted => {
            let file = view.hosted().find(|file| *file == value.trim())?;
            let (_, _, form) = super::overlay::descriptor_of(view.path)?;
            Some(format!("{}/{file}", layout::folder_of(view.path, form)))
        }
        Scalar::Static => {
            let file = view.statics().find(|file| *file == value.trim())?;
            Some(format!("content/static/{file}"))
        }
        _ => None,
    }
}

/// Keys told of one descriptor: a hostile one has a hundred thousand.
const MOST: usize = 2_000;

/// Kinds of symbols in the protocol.
const ARRAY: u8 = 18;
const OBJECT: u8 = 19;
const KEY: u8 = 20;

/// The keys of a descriptor, those of mappings and of items within them.
pub(super) fn symbols(view: &View<'_>) -> Value {
    let Some(root) = view.kind().and_then(|_| tree(view.path, view.text)) else { return json!([]) };
    let mut left = MOST;
    Value::Array(of_entries(&view.places(), root.entries(), &mut left))
}

fn of_entries(places: &Places<'_>, entries: &[Entry], left: &mut usize) -> Vec<Value> {
    let mut symbols = Vec::new();
    for entry in entries {
        if *left == 0 {
            break;
        }
        *left -= 1;
        let (range, key) = (places.range(whole(entry)), places.range(entry.key_span));
        let children = children(places, &entry.value, left);
        // Editors refuse a symbol without a name.
        let name = if entry.key.trim().is_empty() { "?" } else { &entry.key };
        let mut symbol = json!({ "name": name, "kind": kind(&entry.value), "range": range, "selectionRange": key });
        if let Some(text) = entry.value.scalar() {
            symbol["detail"] = text.lines().next().unwrap_or("").chars().take(80).collect::<String>().into();
        }
        if !children.is_empty() {
            symbol["children"] = Value::Array(children);
        }
        symbols.push(symbol);
    }
    symbols
}

fn children(places: &Places<'_>, node: &Node, left: &mut usize) -> Vec<Value> {
    let mut symbols = of_entries(places, node.entries(), left);
    for (index, item) in node.items().iter().enumerate().filter(|(_, item)| !item.entries().is_empty()) {
        if *left == 0 {
            break;
        }
        *left -= 1;
        let named = ["title", "name", "path", "url", "value"].into_iter().find_map(|key| item.get(key)?.scalar());
        let name =
            named.map(str::trim).filter(|name| !name.is_empty()).map_or_else(|| index.to_string(), str::to_owned);
        let range = places.range(item.span);
        let below = of_entries(places, item.entries(), left);
        symbols.push(json!({
            "name": name.chars().take(80).collect::<String>(),
            "kind": OBJECT,
            "range": range,
            "selectionRange": range,
            "children": below,
        }));
    }
    symbols
}

fn kind(node: &Node) -> u8 {
    match node.value {
        Shape::Sequence(_) => ARRAY,
        Shape::Mapping(_) => OBJECT,
        Shape::Null | Shape::Plain(_) | Shape::Quoted(_) => KEY,
    }
}

/// From the key to the end of its value.
fn whole(entry: &Entry) -> crate::source::Span {
    let end = entry.value.span.end.max(entry.key_span.end);
    crate::source::Span { start: entry.key_span.start, end }
}
