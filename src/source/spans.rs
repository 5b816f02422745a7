//! The places of all values of one descriptor, kept after its tree is dropped.
//!
//! A tree costs ten times its text; a catalogue of many descriptors keeps 24 bytes a value instead.

use super::key_path::{DIGEST_OF_ROOT, digest_index, digest_key};
use super::{KeyPath, Node, SourceFile, Span, Value};

/// What of a value a finding points at.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The value itself.
    #[default]
    Value,
    /// Its key: for a mapping, a list, or a value that is missing its content.
    Key,
    /// The first place of these characters inside the value; the whole value when they are not
    /// there as written (an escape, a folded line).
    Token(String),
    /// The item of this list that is written so, looked for from this place on: a model leaves
    /// out empty items, so it does not know the exact place.
    Item(usize, String),
    /// Bytes already known.
    Bytes(Span),
}

/// A place in a descriptor, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Which value.
    pub path: KeyPath,
    /// What of it.
    pub part: Part,
}

impl Place {
    /// The value at `path`.
    pub fn value(path: KeyPath) -> Self {
        Self { path, part: Part::Value }
    }

    /// The key at `path`.
    pub fn key(path: KeyPath) -> Self {
        Self { path, part: Part::Key }
    }

    /// The characters `token` in the value at `path`.
    pub fn token(path: KeyPath, token: impl Into<String>) -> Self {
        Self { path, part: Part::Token(token.into()) }
    }

    /// The item `text` of the list at `path`, the one at `index` or the first after it.
    pub fn item(path: KeyPath, index: usize, text: impl Into<String>) -> Self {
        Self { path, part: Part::Item(index, text.into()) }
    }

    /// The bytes `span`, said to belong to `path`.
    pub fn bytes(path: KeyPath, span: Span) -> Self {
        Self { path, part: Part::Bytes(span) }
    }
}

#[derive(Clone, Copy, Debug)]
struct Known {
    digest: u64,
    key: Span,
    value: Span,
}

/// Key and value spans of every value of a descriptor, found by key path.
#[derive(Clone, Debug, Default)]
pub struct Spans(Vec<Known>);

impl Spans {
    /// Records the spans of all values below `root`.
    pub fn of(root: &Node) -> Self {
        let mut known = Vec::new();
        record(root, DIGEST_OF_ROOT, Span::new(root.span.start as usize, root.span.start as usize), &mut known);
        known.sort_by_key(|place| place.digest);
        known.shrink_to_fit();
        Self(known)
    }

    /// Adds a value that does not come from the tree: the body of a Markdown file.
    pub fn insert(&mut self, path: &KeyPath, span: Span) {
        let digest = path.digest();
        let at = self.0.partition_point(|place| place.digest < digest);
        self.0.insert(at, Known { digest, key: span, value: span });
    }

    /// The bytes of `place`. When the value does not exist, the key of the nearest value above it
    /// that does; for a descriptor without any value, its first byte.
    pub fn locate(&self, file: &SourceFile, place: &Place) -> Span {
        if let Part::Bytes(span) = place.part {
            return span;
        }
        let Some(known) = self.find(&place.path) else {
            return self.nearest_above(&place.path);
        };
        match &place.part {
            Part::Key if place.path.is_root() => self.first_key(),
            Part::Key => known.key,
            Part::Value if place.path.is_root() => self.first_key(),
            Part::Value => known.value,
            Part::Item(from, text) => self.item(file, &place.path, *from, text).unwrap_or(known.key),
            Part::Token(token) => token_in(file, known.value, token),
            Part::Bytes(span) => *span,
        }
    }

    /// Whether the descriptor has a value at `path`.
    pub fn contains(&self, path: &KeyPath) -> bool {
        self.find(path).is_some()
    }

    fn find(&self, path: &KeyPath) -> Option<&Known> {
        let digest = path.digest();
        let at = self.0.partition_point(|place| place.digest < digest);
        self.0.get(at).filter(|place| place.digest == digest)
    }

    /// The item `text` of a list, or the list itself where one scalar stands for it.
    fn item(&self, file: &SourceFile, path: &KeyPath, from: usize, text: &str) -> Option<Span> {
        let is_it = |span: &Span| file.slice(*span).trim_matches(['"', '\'']).trim() == text;
        let items = (from..).map_while(|index| self.find(&path.index(index))).map(|known| known.value);
        let one = self.find(path).map(|known| known.value);
        items.chain(one).find(is_it)
    }

    fn nearest_above(&self, path: &KeyPath) -> Span {
        let mut above = path.parent();
        while let Some(path) = above {
            if path.is_root() {
                break;
            }
            if let Some(known) = self.find(&path) {
                return known.key;
            }
            above = path.parent();
        }
        self.first_key()
    }

    fn first_key(&self) -> Span {
        let keys = self.0.iter().map(|place| place.key).filter(|key| key.end > key.start);
        keys.min().unwrap_or_default()
    }
}

fn record(node: &Node, digest: u64, key: Span, known: &mut Vec<Known>) {
    known.push(Known { digest, key, value: node.span });
    match &node.value {
        Value::Mapping(entries) => {
            for entry in entries {
                record(&entry.value, digest_key(digest, &entry.key), entry.key_span, known);
            }
        }
        Value::Sequence(items) => {
            for (index, item) in items.iter().enumerate() {
                // An item has no key of its own: its value stands for it, a mapping's first key.
                record(item, digest_index(digest, index), first_token(item), known);
            }
        }
        Value::Null | Value::Plain(_) | Value::Quoted(_) => {}
    }
}

fn first_token(node: &Node) -> Span {
    match &node.value {
        Value::Mapping(entries) => entries.first().map_or(node.span, |entry| entry.key_span),
        Value::Sequence(items) => items.first().map_or(node.span, first_token),
        Value::Null | Value::Plain(_) | Value::Quoted(_) => node.span,
    }
}

fn token_in(file: &SourceFile, value: Span, token: &str) -> Span {
    match file.slice(value).find(token) {
        Some(at) if !token.is_empty() => {
            let start = value.start as usize + at;
            Span::new(start, start + token.len())
        }
        _ => value,
    }
}
