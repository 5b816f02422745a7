//! `missing-id`: the id that is derived today, written down, so that no reader notices.

use super::descriptor::{Descriptor, is_flow};
use super::{Case, Change, Edit, Parts};
use crate::finding::silences;
use crate::model::{Dataset, FaultKind};
use crate::source::{Entry, KeyPath, Node, Span};

pub(super) fn mend(case: &Case<'_>) -> Option<Parts> {
    // Derived from no catalogue's id, an id is the same in every catalogue.
    if !case.site.config.header.identity.declared {
        return None;
    }
    if let Some(own) = case.finding.args.get("own") {
        return Some(Parts::one(edit(case.descriptor, &KeyPath::root(), own)?, set(&KeyPath::root(), own)));
    }
    let slug = &case.finding.subject.slug;
    let dataset = case.site.catalog.dataset(slug.as_str())?;
    of_resources(case.descriptor, dataset)
}

/// All resources of a dataset at once: an id that some derive depends on those of the others.
fn of_resources(descriptor: &Descriptor<'_>, dataset: &Dataset) -> Option<Parts> {
    let in_resources = |path: &KeyPath| path.segments().first() == KeyPath::of("resources").segments().first();
    let mut bad = dataset.header.faults.iter().filter(|fault| fault.kind == FaultKind::BadUuid);
    if bad.any(|fault| in_resources(&fault.place.path)) {
        return None;
    }
    let mut parts = Parts { edits: Vec::new(), changes: Vec::new() };
    for resource in dataset.resources.iter().filter(|resource| !resource.identity.declared) {
        let (path, id) = (resource.key_path(), resource.identity.uuid.to_string());
        parts.edits.push(edit(descriptor, &path, &id)?);
        parts.changes.push(set(&path, &id));
    }
    Some(parts)
}

fn set(path: &KeyPath, id: &str) -> Change {
    Change::Set(path.key("id"), id.to_owned())
}

/// The edit that gives the mapping at `path` an id.
fn edit(descriptor: &Descriptor<'_>, path: &KeyPath, id: &str) -> Option<Edit> {
    let mapping = descriptor.node(path)?;
    if let Some(entry) = descriptor.entry(&path.key("id")) {
        return filled(descriptor, entry, id);
    }
    let first = mapping.entries().first()?;
    if is_flow(descriptor.slice(mapping.span)) {
        return Some(in_flow(descriptor, first, id));
    }
    in_block(descriptor, mapping, first, id)
}

/// A key `id` that says nothing gets its value.
fn filled(descriptor: &Descriptor<'_>, entry: &Entry, id: &str) -> Option<Edit> {
    let written = descriptor.slice(entry.value.span);
    if entry.value.scalar().is_some_and(|text| text.trim().is_empty()) || !written.is_empty() {
        let quote = written.chars().next().filter(|c| matches!(c, '"' | '\''));
        let id = quote.map_or_else(|| id.to_owned(), |quote| format!("{quote}{id}{quote}"));
        return Some(Edit::new(entry.value.span, id));
    }
    let after_key = entry.key_span.end as usize;
    let rest = &descriptor.text[after_key..];
    let colon = after_key + (rest.len() - rest.trim_start_matches([' ', '\t']).len());
    descriptor.text[colon..].starts_with(':').then(|| Edit::insert(colon + 1, format!(" {id}")))
}

/// Between braces: before the first key, quoted as it is, on a line of its own if that has one.
fn in_flow(descriptor: &Descriptor<'_>, first: &Entry, id: &str) -> Edit {
    let at = first.key_span.start as usize;
    let start = descriptor.line_start(at);
    let indent = &descriptor.text[start..at];
    let joint = if indent.trim_matches([' ', '\t']).is_empty() && start > 0 {
        format!("{}{indent}", descriptor.line_break())
    } else {
        String::from(" ")
    };
    let quote = if descriptor.slice(first.key_span).starts_with('"') { "\"" } else { "" };
    Edit::insert(at, format!("{quote}id{quote}: {quote}{id}{quote},{joint}"))
}

/// In a block: before the first key, where new descriptors have it; after it where a comment that
/// stands right above speaks of that key, or accepts findings that stand there.
fn in_block(descriptor: &Descriptor<'_>, mapping: &Node, first: &Entry, id: &str) -> Option<Edit> {
    let at = first.key_span.start as usize;
    let start = descriptor.line_start(at);
    let before = &descriptor.text[start..at];
    // Nothing but the dashes of lists may stand before: an anchor, a tag or `?` belongs to the key.
    if !before.chars().all(|c| matches!(c, ' ' | '-')) {
        return None;
    }
    let indent = " ".repeat(before.len());
    let end_of_line = descriptor.line_break();
    if !is_spoken_of(descriptor, start, at) {
        return Some(Edit::insert(at, format!("id: {id}{end_of_line}{indent}")));
    }
    let value = first.value.span;
    let end = if first.value.is_null() { first.key_span.end } else { value.end.max(first.key_span.end) };
    let line_end = descriptor.line_end(end as usize);
    let within = mapping.span.end as usize >= end as usize;
    within.then(|| Edit::insert(line_end, format!("{end_of_line}{indent}id: {id}")))
}

/// Whether a comment right above the line at `start` speaks of it, or one accepts findings on it.
fn is_spoken_of(descriptor: &Descriptor<'_>, start: usize, at: usize) -> bool {
    let line = descriptor.file.position(Span::new(at, at).start).line;
    let accepted = silences(descriptor.file).iter().any(|silence| silence.lines.0 == line || silence.lines.1 == line);
    let above = descriptor.text[..start].trim_start_matches('\u{feff}');
    let above = above.strip_suffix('\n').map_or(above, |above| above.strip_suffix('\r').unwrap_or(above));
    let above = above[above.rfind(['\n', '\r']).map_or(0, |end| end + 1)..].trim_start();
    // The line for editors speaks of the whole file.
    accepted || above.starts_with('#') && !above.trim_start_matches(['#', ' ']).starts_with("yaml-language-server:")
}
