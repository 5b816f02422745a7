//! `reversed-coverage`: start and end swapped. Only a suggestion: one of the two may be mistyped.

use super::{Case, Change, Edit, Parts};
use crate::source::KeyPath;

pub(super) fn mend(case: &Case<'_>) -> Option<Parts> {
    let (finding, descriptor) = (case.finding, case.descriptor);
    let whole = KeyPath::of("temporal_coverage");
    if finding.path == whole {
        let node = descriptor.node(&whole)?;
        let text = node.scalar()?;
        let (start, end) = text.split_once('/')?;
        let swapped = format!("{end}/{start}");
        // Escapes and folded lines are left to people.
        let at = node.span.start as usize + descriptor.slice(node.span).find(text)?;
        let edit = Edit::new(crate::source::Span::new(at, at + text.len()), &swapped);
        return Some(Parts::one(edit, Change::Set(whole, swapped)));
    }
    let (start, end) = (whole.key("start"), whole.key("end"));
    let (start_node, end_node) = (descriptor.node(&start)?, descriptor.node(&end)?);
    let (start_text, end_text) = (descriptor.slice(start_node.span), descriptor.slice(end_node.span));
    if [start_text, end_text].iter().any(|text| text.is_empty() || text.contains(['\n', '\r'])) {
        return None;
    }
    let changes =
        vec![Change::Set(start, end_node.scalar()?.to_owned()), Change::Set(end, start_node.scalar()?.to_owned())];
    Some(Parts { edits: vec![Edit::new(start_node.span, end_text), Edit::new(end_node.span, start_text)], changes })
}
