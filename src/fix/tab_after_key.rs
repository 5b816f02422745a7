//! `tab-after-key`: one blank for the tabs between a key and its value.

use super::{Case, Edit, Parts};
use crate::source::Span;

pub(super) fn mend(case: &Case<'_>) -> Option<Parts> {
    let text = case.descriptor.text;
    let at = case.finding.site.span.start as usize;
    let start = text.get(..at)?.trim_end_matches([' ', '\t']).len();
    let rest = &text[start..];
    let end = start + (rest.len() - rest.trim_start_matches([' ', '\t']).len());
    // A tab of a comment, or after an anchor, stays.
    if !text[..start].ends_with(':') || end <= at {
        return None;
    }
    let ends_line = text[end..].is_empty() || text[end..].starts_with(['\n', '\r']);
    let edit = Edit::new(Span::new(start, end), if ends_line { "" } else { " " });
    Some(Parts { edits: vec![edit], changes: Vec::new() })
}
