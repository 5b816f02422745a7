//! The file to begin with: counts, tables of the analyser, and where the other files are.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::{Map, Value};

use super::analyser::Analyser;
use super::directory::Directory;
use super::error::{Damage, ReadError};
use super::store::{damaged, path};
use super::symbols::Symbols;

/// The version of the format that is read here.
const VERSION: u64 = 1;

/// More ids than any catalogue that a browser could search.
const MOST_IDS: u32 = 1 << 22;

/// The boot file.
pub(super) struct Boot {
    pub(super) ids: u32,
    pub(super) unit: u32,
    pub(super) built: String,
    /// Whether each id is that of a dataset.
    pub(super) is_dataset: Vec<bool>,
    pub(super) analyser: Analyser,
    pub(super) stop: BTreeSet<String>,
    pub(super) terms: Directory,
    pub(super) reversed: Directory,
    pub(super) starts: Directory,
    pub(super) tags: Directory,
    pub(super) endings: Option<String>,
    pub(super) columns: BTreeMap<String, String>,
    pub(super) orders: BTreeMap<String, String>,
    /// The languages in the order of the site, its first one first.
    pub(super) languages: Vec<(String, Language)>,
}

/// Where the files of one language are.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Language {
    pub(super) labels: String,
    pub(super) title: String,
    pub(super) blocks: Vec<String>,
}

#[derive(Deserialize)]
struct Raw {
    datasets: u32,
    ids: u32,
    unit: u32,
    built: String,
    groups: String,
    fold: BTreeMap<String, Value>,
    stop: BTreeSet<String>,
    elisions: Vec<String>,
    terms: (String, String),
    reversed: (String, String),
    starts: (String, String),
    tags: (String, String),
    endings: Option<String>,
    columns: BTreeMap<String, String>,
    orders: BTreeMap<String, String>,
    languages: Map<String, Value>,
}

impl Boot {
    /// The boot file of a name from its value.
    pub(super) fn read(name: &str, value: Value) -> Result<Self, ReadError> {
        let version = value.get("version").and_then(Value::as_u64).unwrap_or(0);
        if version != VERSION {
            return Err(ReadError::Version { path: path(name), found: version });
        }
        let raw: Raw = serde_json::from_value(value).map_err(|_| damaged(name, "it has not the right shape"))?;
        raw.read().map_err(|fault| damaged(name, fault))
    }
}

impl Raw {
    fn read(self) -> Result<Boot, Damage> {
        if self.ids > MOST_IDS {
            return Err("there are more ids than can be");
        }
        let language =
            |(code, value)| Ok((code, serde_json::from_value(value).map_err(|_| "a language is incomplete")?));
        let languages: Vec<(String, Language)> =
            self.languages.into_iter().map(language).collect::<Result<_, Damage>>()?;
        if languages.is_empty() {
            return Err("there is no language");
        }
        Ok(Boot {
            ids: self.ids,
            unit: self.unit,
            built: self.built,
            is_dataset: datasets(&self.groups, self.datasets, self.ids)?,
            analyser: Analyser::read(&self.fold, self.elisions)?,
            stop: self.stop,
            terms: Directory::read(self.terms)?,
            reversed: Directory::read(self.reversed)?,
            starts: Directory::read(self.starts)?,
            tags: Directory::read(self.tags)?,
            endings: self.endings.filter(|name| !name.is_empty()),
            columns: self.columns,
            orders: self.orders,
            languages,
        })
    }
}

/// Whether each id is that of a dataset: pairs of datasets and free ids after them.
fn datasets(groups: &str, datasets: u32, ids: u32) -> Result<Vec<bool>, Damage> {
    let mut symbols = Symbols::new(groups);
    let mut are_datasets = Vec::with_capacity(ids as usize);
    while !symbols.rest().is_empty() {
        for is_dataset in [true, false] {
            let count = symbols.count()?;
            if count > ids as usize - are_datasets.len() {
                return Err("the groups have more ids than there are");
            }
            are_datasets.resize(are_datasets.len() + count, is_dataset);
        }
    }
    let count = are_datasets.iter().filter(|is_dataset| **is_dataset).count();
    if are_datasets.len() != ids as usize || count != datasets as usize {
        return Err("the groups have not as many ids as there are");
    }
    Ok(are_datasets)
}

#[cfg(test)]
mod tests {
    use super::super::samples::varint;
    use super::*;

    #[test]
    fn free_ids_follow_the_datasets_of_their_group() {
        let groups: String = [2, 1, 1, 0].map(varint).concat();
        assert_eq!(datasets(&groups, 3, 4), Ok(vec![true, true, false, true]));
        for (count, ids) in [(3, 5), (3, 3), (2, 4), (4, 4)] {
            assert!(datasets(&groups, count, ids).is_err(), "{count} {ids}");
        }
    }
}
