//! The words of a language: names of facets and of their values.

use std::collections::BTreeMap;

use serde::Deserialize;

/// The file of labels, without what only the page says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Labels {
    /// Names of facets.
    pub(super) facets: BTreeMap<String, String>,
    /// Names of values, by facet.
    values: BTreeMap<String, BTreeMap<String, String>>,
}

impl Labels {
    /// The name of a value, if it has one here.
    pub(super) fn value(&self, facet: &str, value: &str) -> Option<&str> {
        self.values.get(facet)?.get(value).map(String::as_str)
    }
}
