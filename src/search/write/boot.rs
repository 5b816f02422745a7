//! The boot file: what a reader needs before anything else.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::super::index::{Ids, UNIT};
use super::super::words::{ELISIONS, Fold, known_fold, listed};
use super::bundle::Directory;
use super::stop::STOP;
use super::symbols::push_varint;

/// Version of the format.
const VERSION: u32 = 1;

/// The boot file. Fields are explained in `docs/search-format.md`.
#[derive(Debug, Serialize)]
pub(crate) struct Boot {
    version: u32,
    datasets: usize,
    ids: u32,
    unit: u32,
    built: String,
    groups: String,
    fold: BTreeMap<char, Value>,
    stop: Vec<&'static str>,
    elisions: [&'static str; 14],
    #[serde(flatten)]
    pub(crate) directories: BTreeMap<&'static str, Directory>,
    pub(crate) endings: String,
    pub(crate) columns: BTreeMap<&'static str, String>,
    pub(crate) orders: BTreeMap<&'static str, String>,
    /// In the order of the site.
    pub(crate) languages: Map<String, Value>,
}

/// Files of one language.
#[derive(Debug, Default, Serialize)]
pub(crate) struct InLanguage {
    pub(crate) labels: String,
    pub(crate) title: String,
    pub(crate) blocks: Vec<String>,
}

impl Boot {
    /// A boot file that knows no other file yet. `built` is the clock of the build.
    pub(crate) fn new<'c>(ids: &Ids, characters: impl Iterator<Item = &'c char>, built: String) -> Self {
        let mut groups = String::new();
        for (datasets, free) in &ids.groups {
            push_varint(&mut groups, *datasets);
            push_varint(&mut groups, *free);
        }
        Self {
            version: VERSION,
            datasets: ids.datasets.len(),
            ids: ids.size,
            unit: UNIT as u32,
            built,
            groups,
            fold: listed(characters).into_iter().map(|c| (c, folded(c))).collect(),
            stop: STOP.split_whitespace().collect(),
            elisions: ELISIONS,
            directories: BTreeMap::new(),
            endings: String::new(),
            columns: BTreeMap::new(),
            orders: BTreeMap::new(),
            languages: Map::new(),
        }
    }
}

fn folded(c: char) -> Value {
    match &*known_fold(c) {
        Fold::Parts => json!(0),
        Fold::As(letters) => json!(letters),
    }
}
