//! Takes the values of one mapping one by one; what nobody took is kept and reported.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use super::record::Record;
use crate::import::{Reason, Unplaced};
use crate::model::Extras;
use crate::parse::json_value;
use crate::source::{Node, Span, Value};

/// A mapping of a record while it is converted.
pub(super) struct Reading<'a> {
    record: &'a Record,
    node: &'a Node,
    /// `resources[2].` for a nested mapping, empty at the top.
    prefix: String,
    taken: BTreeSet<String>,
    /// Values without a place of their own.
    pub(super) extras: Extras,
    /// What was reported.
    pub(super) unplaced: Vec<Unplaced>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(record: &'a Record, node: &'a Node, prefix: String) -> Self {
        Self { record, node, prefix, taken: BTreeSet::new(), extras: Extras::new(), unplaced: Vec::new() }
    }

    /// The value of `key`, unless it is absent or empty. It counts as taken.
    pub(super) fn node(&mut self, key: &str) -> Option<&'a Node> {
        self.taken.insert(key.to_owned());
        self.node.get(key).filter(|node| !is_empty(node))
    }

    /// A text, blanks around it removed; `none` is reported and is none.
    pub(super) fn text(&mut self, key: &str) -> Option<String> {
        let node = self.node(key)?;
        let Some(text) = node.scalar() else {
            self.keep(key, Reason::WrongType);
            return None;
        };
        if says_nothing(text) {
            self.report(key, node, Reason::SaysNothing, None);
            return None;
        }
        Some(text.trim().to_owned())
    }

    /// The first of several keys that has a text; the others are left.
    pub(super) fn first_text(&mut self, keys: &[&str]) -> Option<String> {
        keys.iter().find_map(|key| self.text(key))
    }

    /// The texts of a list, or of one text with commas. Items that are no text are kept.
    pub(super) fn texts(&mut self, key: &str) -> Vec<String> {
        let Some(node) = self.node(key) else {
            return Vec::new();
        };
        match &node.value {
            Value::Sequence(items) => {
                let texts: Vec<&str> = items.iter().filter_map(Node::scalar).map(str::trim).collect();
                if items.iter().any(|item| item.scalar().is_none() && !is_empty(item)) {
                    self.keep(key, Reason::WrongType);
                }
                texts.into_iter().filter(|text| !text.is_empty()).map(str::to_owned).collect()
            }
            Value::Mapping(_) => {
                self.keep(key, Reason::WrongType);
                Vec::new()
            }
            Value::Null | Value::Plain(_) | Value::Quoted(_) => {
                let text = self.text(key).unwrap_or_default();
                text.split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
            }
        }
    }

    /// `true` or `false`.
    pub(super) fn truth(&mut self, key: &str) -> Option<bool> {
        let text = self.text(key)?;
        match text.to_ascii_lowercase().as_str() {
            "true" | "yes" => Some(true),
            "false" | "no" => Some(false),
            _ => {
                self.keep(key, Reason::WrongType);
                None
            }
        }
    }

    /// Keeps the value of `key` as it is under `extras`, and says so.
    pub(super) fn keep(&mut self, key: &str, reason: Reason) {
        self.keep_as(key, key, reason);
    }

    /// Keeps the value of `key` under `extras.<name>` without a word: its sense is in a field too.
    pub(super) fn keep_quietly(&mut self, key: &str) {
        if let Some(node) = self.node(key) {
            self.extra(key, json_value(node));
        }
    }

    /// Adds a free value; a name in use gets a number.
    pub(super) fn extra(&mut self, name: &str, value: Json) -> String {
        let mut free = name.to_owned();
        let mut number = 2;
        while self.extras.contains_key(&free) {
            free = format!("{name}_{number}");
            number += 1;
        }
        self.extras.insert(free.clone(), value);
        free
    }

    fn keep_as(&mut self, key: &str, name: &str, reason: Reason) {
        if let Some(node) = self.node(key) {
            let place = self.extra(name, json_value(node));
            self.report(key, node, reason, Some(format!("{}extras.{place}", self.prefix)));
        }
    }

    /// Says of a value that it has no place; `kept` says where it is all the same.
    pub(super) fn report(&mut self, key: &str, node: &Node, reason: Reason, kept: Option<String>) {
        let own = self.record.repeated.iter().find(|(name, _)| name == key).map(|(_, key)| key.as_str());
        let key = format!("{}{}", self.prefix, own.unwrap_or(key));
        let value = node.scalar().map_or_else(|| json_value(node).to_string(), |text| text.trim().to_owned());
        self.unplaced.push(unplaced(self.record, node.span, key, value, reason, kept));
    }

    /// Says of the value of `key`, which is placed, what is doubtful about it.
    pub(super) fn doubt(&mut self, key: &str, reason: Reason, kept: &str) {
        if let Some(node) = self.node(key) {
            self.report(key, node, reason, Some(format!("{}{kept}", self.prefix)));
        }
    }

    /// Keeps and reports what is left.
    pub(super) fn finish(&mut self) {
        for entry in self.node.entries() {
            let key = entry.key.as_str();
            if self.taken.contains(key) || is_empty(&entry.value) {
                continue;
            }
            if entry.value.scalar().is_some_and(says_nothing) {
                self.report(key, &entry.value, Reason::SaysNothing, None);
                continue;
            }
            match self.record.repeated.iter().find(|(name, _)| name == key) {
                Some((_, own)) => self.keep_as(key, own, Reason::DuplicateKey),
                None => self.keep(key, Reason::NoField),
            }
        }
    }
}

/// A report about some bytes of a record.
pub(super) fn unplaced(
    record: &Record,
    span: Span,
    key: String,
    value: String,
    reason: Reason,
    kept: Option<String>,
) -> Unplaced {
    let position = record.file.position(span.start);
    let path = record.file.path.clone();
    Unplaced { path, line: position.line, column: position.column, key, value, reason, kept }
}

/// Nothing, an empty text, or a list or mapping of such.
fn is_empty(node: &Node) -> bool {
    match &node.value {
        Value::Null => true,
        Value::Plain(text) | Value::Quoted(text) => text.trim().is_empty(),
        Value::Sequence(items) => items.iter().all(is_empty),
        Value::Mapping(entries) => entries.iter().all(|entry| is_empty(&entry.value)),
    }
}

/// Words that stand for an absent value.
fn says_nothing(text: &str) -> bool {
    matches!(text.trim().to_ascii_lowercase().as_str(), "none" | "null" | "nil")
}
