//! Another text for a scalar, in the quotes it has.

use super::descriptor::Descriptor;
use super::{Change, Edit, Parts};
use crate::descriptor::{double_quoted, is_plain, single_quoted};
use crate::source::{KeyPath, Node, Span, Value};

/// The scalar at `path` with `text` for what it says. It keeps its quotes, or its block; a bare one
/// gets quotes when the new text needs them. None for what is no scalar of one line.
pub(super) fn rewritten(descriptor: &Descriptor<'_>, path: &KeyPath, text: &str) -> Option<Parts> {
    let node = descriptor.node(path)?;
    node.scalar()?;
    if is_block(descriptor, node) {
        let line = only_line(node.span, descriptor.slice(node.span))?;
        let change = Change::Part(path.clone(), descriptor.slice(line).to_owned(), text.to_owned());
        return Some(Parts::one(Edit::new(line, text), change));
    }
    let new = written_like(descriptor, node, path, &[text])?.pop()?;
    Some(Parts::one(Edit::new(node.span, new), Change::Set(path.clone(), text.to_owned())))
}

/// The edit of [`rewritten`] for whoever compares the result on its own.
pub(crate) fn rewritten_scalar(descriptor: &Descriptor<'_>, path: &KeyPath, text: &str) -> Option<Edit> {
    if text.contains(['\n', '\r']) || text.is_empty() {
        return None;
    }
    rewritten(descriptor, path, text)?.edits.pop()
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
    if is_block(descriptor, node) {
        return None;
    }
    let one = |text: &&str| match written.chars().next()? {
        '"' => Some(double_quoted(text)),
        '\'' => Some(single_quoted(text).unwrap_or_else(|| double_quoted(text))),
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

/// Whether a scalar is text without quotes: a block, whose bytes begin below its `|` or `>`, or one
/// with the tag `!!str`.
fn is_block(descriptor: &Descriptor<'_>, node: &Node) -> bool {
    matches!(node.value, Value::Quoted(_)) && !descriptor.slice(node.span).starts_with(['"', '\''])
}

/// The one line of a block that has only one, without the blanks around it.
fn only_line(span: Span, written: &str) -> Option<Span> {
    let line = written.trim();
    let start = span.start as usize + (written.len() - written.trim_start().len());
    (!line.is_empty() && !line.contains(['\n', '\r'])).then(|| Span::new(start, start + line.len()))
}
