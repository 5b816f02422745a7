//! How a step may be written: edits to be tried in turn, the most faithful first.
//!
//! A way may be wrong where a text is unusual; whoever tries it reads the text again and takes the
//! next one then.

use serde_json::Value as Json;

use super::steps::Step;
use super::written;
use crate::descriptor::{Field, fields, resource_fields};
use crate::fix::{Descriptor, Edit, is_flow, rewritten_scalar};
use crate::model::Kind;
use crate::source::{Entry, KeyPath, Node, Segment, Span, split};

/// The ways of a step.
pub(super) fn ways(kind: Kind, descriptor: &Descriptor<'_>, step: &Step) -> Vec<Edit> {
    match step {
        Step::Scalar(path, value) => {
            let same_style = value.as_str().and_then(|text| rewritten_scalar(descriptor, path, text));
            same_style.into_iter().chain(replace(descriptor, path, value)).collect()
        }
        Step::Replace(path, value) => replace(descriptor, path, value),
        Step::Put(path, value) => put(kind, descriptor, path, value),
        Step::Insert(path, at, value) => insert(descriptor, path, *at, value).into_iter().collect(),
        Step::Remove(path) => remove(descriptor, path),
    }
}

/// The column of a byte as blanks: dashes and what else stands before it on its line.
fn indent(descriptor: &Descriptor<'_>, at: usize) -> String {
    let start = descriptor.line_start(at);
    " ".repeat(descriptor.text[start..at].chars().count())
}

/// What follows a byte on its line, but blanks.
fn rest_of_line<'a>(descriptor: &Descriptor<'a>, at: usize) -> &'a str {
    descriptor.text[at..descriptor.line_end(at)].trim()
}

fn replace(descriptor: &Descriptor<'_>, path: &KeyPath, value: &Json) -> Vec<Edit> {
    let Some(node) = descriptor.node(path) else { return Vec::new() };
    let colon = descriptor.entry(path).and_then(|entry| colon_after(descriptor, entry));
    let span = match colon {
        // Nothing is written anywhere: right after the colon it is.
        Some(colon) if node.span.end <= node.span.start => Span::new(colon, colon),
        _ => Span::new(node.span.start as usize, end_of_value(descriptor, node)),
    };
    let (start, end) = (span.start as usize, span.end as usize);
    let old = descriptor.slice(span);
    let line_break = descriptor.line_break();
    let mut ways = Vec::new();
    let in_flow = descriptor.is_in_flow(path);
    let own_block = !in_flow && old.contains(['\n', '\r']) && !old.is_empty() && !is_flow(old);
    if own_block && !node.entries().is_empty() | !node.items().is_empty() {
        let text = written::block(value, &indent(descriptor, start), line_break);
        ways.extend(text.map(|text| Edit::new(span, text)));
    }
    let is_alone = rest_of_line(descriptor, end).is_empty();
    if let (Some(entry), false, true) = (descriptor.entry(path), in_flow, is_alone)
        && !is_flow(old)
    {
        let text = written::after_colon(value, &indent(descriptor, entry.key_span.start as usize), line_break);
        ways.extend(colon.map(|colon| Edit::new(Span::new(colon, end.max(colon)), text)));
    }
    if !old.is_empty() {
        if !in_flow && !own_block && !is_flow(old) && is_alone && descriptor.entry(path).is_none() {
            let text = written::item(value, &indent(descriptor, start), line_break);
            ways.extend(text.strip_prefix("- ").map(|text| Edit::new(span, text)));
        }
        ways.push(Edit::new(span, written::flow(value)));
    } else {
        // Nothing yet, and a comment after it.
        ways.extend(colon.map(|colon| Edit::insert(colon, format!(" {}", written::flow(value)))));
    }
    ways
}

/// One past the colon after a key.
fn colon_after(descriptor: &Descriptor<'_>, entry: &Entry) -> Option<usize> {
    let end = entry.key_span.end as usize;
    descriptor.text[end..].find(':').map(|at| end + at + 1)
}

/// Keys in the order of the documentation, for the mapping at a path.
fn order(kind: Kind, mapping: &KeyPath) -> &'static [Field] {
    match mapping.segments() {
        [] => fields(kind),
        [Segment::Key(key), Segment::Index(_)] if &**key == "resources" => resource_fields(),
        _ => &[],
    }
}

/// One past the last byte of an entry.
fn end_of(descriptor: &Descriptor<'_>, entry: &Entry) -> usize {
    let value = entry.value.span;
    let is_empty = entry.value.is_null() && value.end <= value.start;
    let end = if is_empty { 0 } else { end_of_value(descriptor, &entry.value) };
    end.max(entry.key_span.end as usize)
}

/// One past the last byte of a value: comments after the last one of a block are not part of it.
fn end_of_value(descriptor: &Descriptor<'_>, node: &Node) -> usize {
    let last = node.entries().last().map(|entry| end_of(descriptor, entry));
    let last = last.or_else(|| node.items().last().map(|item| end_of_value(descriptor, item)));
    match last {
        Some(end) if !is_flow(descriptor.slice(node.span)) => end.min(node.span.end as usize),
        _ => node.span.end as usize,
    }
}

fn put(kind: Kind, descriptor: &Descriptor<'_>, path: &KeyPath, value: &Json) -> Vec<Edit> {
    let (Some(above), Some(Segment::Key(key))) = (path.parent(), path.segments().last()) else { return Vec::new() };
    let Some(mapping) = descriptor.node(&above) else { return Vec::new() };
    let order = order(kind, &above);
    let place = |key: &str| order.iter().position(|field| field.key == key);
    // The last key that stands before it by the order of the documentation.
    let own = place(key).unwrap_or(usize::MAX);
    let before = |entry: &&Entry| place(&entry.key).is_some_and(|place| place < own);
    let entries = mapping.entries();
    let nearest = if order.is_empty() || own == usize::MAX {
        entries.last()
    } else {
        entries.iter().filter(before).max_by_key(|entry| place(&entry.key))
    };
    if is_flow(descriptor.slice(mapping.span)) || descriptor.is_in_flow(path) {
        return put_in_flow(descriptor, mapping, nearest, written::flow_entry(key, value));
    }
    let Some(first) = entries.first() else {
        return put_first(descriptor, &written::entry(key, value, "", descriptor.line_break()));
    };
    let line_break = descriptor.line_break();
    let at = first.key_span.start as usize;
    let column = indent(descriptor, at);
    let text = written::entry(key, value, &column, line_break);
    let after = |entry: &Entry| {
        Edit::insert(descriptor.line_end(end_of(descriptor, entry)), format!("{line_break}{column}{text}"))
    };
    let mut ways = Vec::new();
    if above.is_root() {
        ways.extend(commented(descriptor, key).map(|start| Edit::insert(start, format!("{text}{line_break}"))));
    }
    match nearest {
        Some(entry) => ways.push(after(entry)),
        None => ways.push(Edit::insert(at, format!("{text}{line_break}{column}"))),
    }
    ways.extend(entries.iter().rev().map(after).take(3));
    ways
}

/// The line of the root's own indentation that has the key behind a `#`: `etal new` leaves such lines.
fn commented(descriptor: &Descriptor<'_>, key: &str) -> Option<usize> {
    let mark = format!("\n#{key}:");
    descriptor.text.find(&mark).map(|at| at + 1)
}

fn put_in_flow(descriptor: &Descriptor<'_>, mapping: &Node, nearest: Option<&Entry>, text: String) -> Vec<Edit> {
    let entries = mapping.entries();
    let (Some(first), Some(last)) = (entries.first(), entries.last()) else {
        return vec![Edit::new(mapping.span, format!("{{ {text} }}"))];
    };
    let after = |entry: &Entry| Edit::insert(end_of(descriptor, entry), format!(", {text}"));
    let mut ways: Vec<Edit> = nearest.map(after).into_iter().collect();
    ways.push(Edit::insert(first.key_span.start as usize, format!("{text}, ")));
    ways.push(after(last));
    // After an entry without a value comes its colon.
    let end = end_of(descriptor, last);
    let colon = descriptor.text[end..].find(':').map(|at| end + at + 1);
    ways.extend(colon.map(|colon| Edit::insert(colon, format!(", {text}"))));
    ways
}

/// The first key of a descriptor without any.
fn put_first(descriptor: &Descriptor<'_>, text: &str) -> Vec<Edit> {
    let line_break = descriptor.line_break();
    let whole = descriptor.text;
    let mark = if whole.starts_with('\u{feff}') { 3 } else { 0 };
    if descriptor.file.path.ends_with(".md") {
        let parts = split(whole);
        let at = parts.yaml.end as usize;
        let before = format!("---{line_break}{text}{line_break}---{line_break}{line_break}");
        return vec![Edit::insert(at, format!("{text}{line_break}")), Edit::insert(mark, before)];
    }
    let joint = if whole.len() == mark || whole.ends_with(['\n', '\r']) { "" } else { line_break };
    vec![Edit::insert(whole.len(), format!("{joint}{text}{line_break}"))]
}

fn insert(descriptor: &Descriptor<'_>, path: &KeyPath, at: usize, value: &Json) -> Option<Edit> {
    let list = descriptor.node(path)?;
    let items = list.items();
    let anchor = match at.checked_sub(1) {
        Some(before) => items.get(before)?,
        None => items.first()?,
    };
    if is_flow(descriptor.slice(list.span)) || descriptor.is_in_flow(path) {
        let text = written::flow(value);
        return Some(match at {
            0 => Edit::insert(anchor.span.start as usize, format!("{text}, ")),
            _ => Edit::insert(anchor.span.end as usize, format!(", {text}")),
        });
    }
    let dash = dash_before(descriptor, anchor)?;
    let column = indent(descriptor, dash);
    let line_break = descriptor.line_break();
    let text = written::item(value, &column, line_break);
    Some(match at {
        0 => Edit::insert(dash, format!("{text}{line_break}{column}")),
        _ => Edit::insert(descriptor.line_end(end_of_value(descriptor, anchor)), format!("{line_break}{column}{text}")),
    })
}

/// The `-` of an item, with only blanks between.
fn dash_before(descriptor: &Descriptor<'_>, item: &Node) -> Option<usize> {
    let start = item.entries().first().map_or(item.span.start, |entry| entry.key_span.start.min(item.span.start));
    let before = descriptor.text[..start as usize].trim_end();
    before.ends_with('-').then(|| before.len() - 1)
}

fn remove(descriptor: &Descriptor<'_>, path: &KeyPath) -> Vec<Edit> {
    let Some((spans, at)) = siblings(descriptor, path) else { return Vec::new() };
    let own = spans[at];
    let above = path.parent().unwrap_or_default();
    let is_in_flow = descriptor.node(&above).is_some_and(|node| is_flow(descriptor.slice(node.span)));
    if is_in_flow || descriptor.is_in_flow(path) {
        let previous = at.checked_sub(1).map(|before| Span { start: spans[before].end, ..own });
        let next = spans.get(at + 1).map(|next| Span { end: next.start, ..own });
        let cuts = previous.into_iter().chain(next).chain(std::iter::once(own));
        return cuts.map(|span| Edit::new(span, "")).collect();
    }
    let (start, end) = (own.start as usize, own.end as usize);
    let start = match path.segments().last() {
        Some(Segment::Index(_)) => {
            descriptor.node(path).and_then(|node| dash_before(descriptor, node)).unwrap_or(start)
        }
        _ => start,
    };
    let line = descriptor.line_start(start);
    let next_line = descriptor.next_line(end);
    let mut ways = Vec::new();
    if descriptor.text[line..start].trim_matches([' ', '\t']).is_empty() {
        if next_line > descriptor.line_end(end) {
            ways.push(Edit::new(Span::new(line, next_line), ""));
        } else {
            // The last line of a text that does not end with a line break: it still does not.
            let before = descriptor.text[..line].trim_end_matches(['\n', '\r']).len();
            ways.push(Edit::new(Span::new(before, descriptor.line_end(end)), ""));
        }
    }
    // The first of a mapping that stands behind a dash.
    ways.extend(spans.get(at + 1).map(|next| Edit::new(Span::new(start, next.start as usize), "")));
    ways
}

/// The bytes of all keys of the mapping, or items of the list, that something is in, and its place.
fn siblings(descriptor: &Descriptor<'_>, path: &KeyPath) -> Option<(Vec<Span>, usize)> {
    let above = descriptor.node(&path.parent()?)?;
    match path.segments().last()? {
        Segment::Key(key) => {
            let at = above.entries().iter().position(|entry| entry.key == **key)?;
            let spans =
                above.entries().iter().map(|entry| Span::new(entry.key_span.start as usize, end_of(descriptor, entry)));
            Some((spans.collect(), at))
        }
        Segment::Index(at) if *at < above.items().len() => {
            let span = |item: &Node| Span::new(item.span.start as usize, end_of_value(descriptor, item));
            Some((above.items().iter().map(span).collect(), *at))
        }
        Segment::Index(_) => None,
    }
}
