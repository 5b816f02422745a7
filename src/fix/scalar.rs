//! Another text for a scalar, in the quotes it has.

use super::descriptor::Descriptor;
use super::{Change, Edit, Parts};
use crate::descriptor::{double_quoted, is_plain, single_quoted};
use crate::source::{KeyPath, Node, Span};

/// The scalar at `path` with `text` for what it says. It keeps its quotes, or its block; a bare one
/// gets quotes when the new text needs them. None for what is no scalar of one line.
pub(super) fn rewritten(descriptor: &Descriptor<'_>, path: &KeyPath, text: &str) -> Option<Parts> {
    let node = descriptor.node(path)?;
    node.scalar()?;
    let written = descriptor.slice(node.span);
    if written.starts_with(['|', '>']) {
        let line = only_line(node.span, written)?;
        let change = Change::Part(path.clone(), descriptor.slice(line).to_owned(), text.to_owned());
        return Some(Parts::one(Edit::new(line, text), change));
    }
    let new = written_like(descriptor, node, path, &[text])?.pop()?;
    Some(Parts::one(Edit::new(node.span, new), Change::Set(path.clone(), text.to_owned())))
}

/// Several texts, each in the quotes of the scalar `node` at `path`; none for a block.
pub(super) fn written_like(
    descriptor: &Descriptor<'_>,
    node: &Node,
    path: &KeyPath,
    texts: &[&str],
) -> Option<Vec<String>> {
    let written = descriptor.slice(node.span);
    let is_in_flow = descriptor.is_in_flow(path);
    let one = |text: &&str| match written.chars().next()? {
        '"' => Some(double_quoted(text)),
        '\'' => Some(single_quoted(text).unwrap_or_else(|| double_quoted(text))),
        '|' | '>' => None,
        _ => Some(bare(text, is_in_flow)),
    };
    texts.iter().map(one).collect()
}

/// A text as it is, or in quotes where it would be read as something else.
fn bare(text: &str, is_in_flow: bool) -> String {
    let ends_early = is_in_flow && text.contains([',', '[', ']', '{', '}']);
    if is_plain(text) && !ends_early {
        return text.to_owned();
    }
    single_quoted(text).unwrap_or_else(|| double_quoted(text))
}

/// The one line of a block that has only one, without the blanks around it.
fn only_line(span: Span, written: &str) -> Option<Span> {
    let below = written.find(['\n', '\r'])?;
    let line = written[below..].trim();
    if line.is_empty() || line.contains(['\n', '\r']) {
        return None;
    }
    let start = span.start as usize + below + (written[below..].len() - written[below..].trim_start().len());
    Some(Span::new(start, start + line.len()))
}
