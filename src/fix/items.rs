//! Items of lists: one taken out, one made several.

use super::descriptor::{Descriptor, is_flow};
use super::scalar::written_like;
use super::{Change, Edit, Parts};
use crate::source::{KeyPath, Node, Segment, Span};

/// The list that the item at `path` is in, and its place there.
fn list_of<'d>(descriptor: &'d Descriptor<'_>, path: &KeyPath) -> Option<(&'d Node, usize)> {
    let Some(Segment::Index(index)) = path.segments().last() else {
        return None;
    };
    Some((descriptor.node(&path.parent()?)?, *index))
}

/// The list without the item at `path`: with its line in a block, with its comma between brackets.
/// None when it is the only one, or when a comment or an anchor would go with it.
pub(super) fn removed(descriptor: &Descriptor<'_>, path: &KeyPath) -> Option<Parts> {
    let (list, index) = list_of(descriptor, path)?;
    if list.items().len() < 2 {
        return None;
    }
    let span = if is_flow(descriptor.slice(list.span)) {
        with_comma(descriptor, list.items(), index)?
    } else {
        with_line(descriptor, list.items().get(index)?)?
    };
    Some(Parts::one(Edit::new(span, ""), Change::Remove(path.clone())))
}

fn with_comma(descriptor: &Descriptor<'_>, items: &[Node], index: usize) -> Option<Span> {
    let span = items.get(index)?.span;
    let (gap, cut) = match index.checked_sub(1).and_then(|before| items.get(before)) {
        Some(before) => {
            (Span::new(before.span.end as usize, span.start as usize), Span { start: before.span.end, ..span })
        }
        None => {
            let next = items.get(index + 1)?.span;
            (Span::new(span.end as usize, next.start as usize), Span { end: next.start, ..span })
        }
    };
    let between = descriptor.slice(gap);
    (between.trim() == "," && !descriptor.slice(span).is_empty()).then_some(cut)
}

fn with_line(descriptor: &Descriptor<'_>, item: &Node) -> Option<Span> {
    let dash = dash_before(descriptor, item)?;
    let start = descriptor.line_start(dash);
    let own_line = descriptor.text[start..dash].trim_matches([' ', '\t']).is_empty();
    let end = descriptor.line_end(item.span.end as usize);
    let next = descriptor.next_line(item.span.end as usize);
    match own_line {
        false => None,
        true if next > end => Some(Span::new(start, next)),
        // The last line of a text that does not end with a line break: it still does not.
        true => Some(Span::new(descriptor.text[..start].trim_end_matches(['\n', '\r']).len(), end)),
    }
}

/// The `-` of an item, with only blanks between.
fn dash_before(descriptor: &Descriptor<'_>, item: &Node) -> Option<usize> {
    let before = descriptor.text[..item.span.start as usize].trim_end_matches([' ', '\t']);
    before.ends_with('-').then(|| before.len() - 1)
}

/// The list with several items, all of one line, for the one at `path`.
pub(super) fn split(descriptor: &Descriptor<'_>, path: &KeyPath, parts: &[&str]) -> Option<Parts> {
    let (list, index) = list_of(descriptor, path)?;
    let item = list.items().get(index)?;
    let written = written_like(descriptor, item, path, parts)?;
    let joint = if is_flow(descriptor.slice(list.span)) {
        String::from(", ")
    } else {
        let dash = dash_before(descriptor, item)?;
        let start = descriptor.line_start(dash);
        let indent = &descriptor.text[start..dash];
        if !indent.trim_matches(' ').is_empty() {
            return None;
        }
        format!("{}{}", descriptor.line_break(), &descriptor.text[start..item.span.start as usize])
    };
    let parts = parts.iter().map(|part| (*part).to_owned()).collect();
    Some(Parts::one(Edit::new(item.span, written.join(&joint)), Change::Split(path.clone(), parts)))
}
