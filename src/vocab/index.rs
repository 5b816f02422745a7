//! Look-up by any of the names of a row: exact first, then by folded key. Only looked up, never
//! iterated, so that hashing order reaches no output.

use std::collections::HashMap;

use super::key;

/// From names to rows of a static table.
pub(super) struct Index<T: 'static> {
    exact: HashMap<&'static str, &'static T>,
    folded: HashMap<String, &'static T>,
}

impl<T> Index<T> {
    /// Of a name given twice, the first row keeps it.
    pub(super) fn new(names: impl Iterator<Item = (&'static str, &'static T)>) -> Index<T> {
        let mut index = Index { exact: HashMap::new(), folded: HashMap::new() };
        for (name, row) in names {
            index.exact.entry(name).or_insert(row);
            let folded = key(name);
            if !folded.is_empty() {
                index.folded.entry(folded).or_insert(row);
            }
        }
        index
    }

    pub(super) fn find(&self, text: &str) -> Option<&'static T> {
        let text = text.trim();
        if let Some(row) = self.exact.get(text) {
            return Some(row);
        }
        // No name of a code is longer; prose must not cost a normalisation.
        if text.is_empty() || text.len() > 120 {
            return None;
        }
        self.folded.get(&key(text)).copied()
    }
}

/// The names of a table whose key belongs to two different rows, for the tables' tests.
#[cfg(test)]
pub(super) fn conflicts<T: 'static>(
    names: impl Iterator<Item = (&'static str, &'static T)>,
    id: impl Fn(&T) -> &'static str,
) -> Vec<String> {
    let mut owners: HashMap<String, &'static str> = HashMap::new();
    let mut found = Vec::new();
    for (name, row) in names {
        let owner = *owners.entry(key(name)).or_insert_with(|| id(row));
        if owner != id(row) {
            found.push(format!("{name}: {owner}, {}", id(row)));
        }
    }
    found
}
