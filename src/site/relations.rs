//! What points at what: reuses, topics and APIs of a dataset, datasets of a producer, near ones.

use std::collections::BTreeMap;

use super::former::{Former, former};
use crate::model::{Catalog, Dataset, DatasetIndex};

/// Look-ups that a page would otherwise walk the whole catalogue for. Places are those of the
/// catalogue's lists.
#[derive(Clone, Debug, Default)]
pub struct Relations {
    /// Reuses by dataset.
    pub reuses: Vec<Vec<usize>>,
    /// Topics by dataset.
    pub topics: Vec<Vec<usize>>,
    /// APIs by dataset.
    pub services: Vec<Vec<usize>>,
    /// At most three listed datasets with the most in common, best first.
    pub near: Vec<Vec<DatasetIndex>>,
    /// Datasets by person, as owner or creator.
    pub of_person: BTreeMap<String, Vec<DatasetIndex>>,
    /// Names that datasets and organizations had.
    pub former: Vec<Former>,
}

/// Datasets looked at for “near” ones through one tag: rarer tags come first, so more adds little.
const NEAR_CANDIDATES: usize = 60;
const NEAR: usize = 3;

impl Relations {
    /// Finds all relations of a catalogue.
    pub fn of(catalog: &Catalog) -> Self {
        let by = |lists: Vec<&[String]>| pointing(catalog, &lists);
        Self {
            reuses: by(catalog.reuses.iter().map(|reuse| reuse.datasets.as_slice()).collect()),
            topics: by(catalog.topics.iter().map(|topic| topic.datasets.as_slice()).collect()),
            services: by(catalog.services.iter().map(|service| service.datasets.as_slice()).collect()),
            near: near(catalog),
            of_person: of_person(catalog),
            former: former(catalog),
        }
    }
}

fn pointing(catalog: &Catalog, lists: &[&[String]]) -> Vec<Vec<usize>> {
    let mut found = vec![Vec::new(); catalog.datasets.len()];
    for (at, list) in lists.iter().enumerate() {
        for index in list.iter().filter_map(|slug| catalog.dataset_index(slug)) {
            if !found[index].contains(&at) {
                found[index].push(at);
            }
        }
    }
    found
}

fn of_person(catalog: &Catalog) -> BTreeMap<String, Vec<DatasetIndex>> {
    let mut found: BTreeMap<String, Vec<DatasetIndex>> = BTreeMap::new();
    for (index, dataset) in catalog.datasets.iter().enumerate().filter(|(_, dataset)| dataset.is_listed()) {
        let creators = dataset.creators.iter().filter_map(|creator| creator.person.as_ref());
        for person in dataset.owner.iter().chain(creators) {
            let datasets = found.entry(person.clone()).or_default();
            if datasets.last() != Some(&index) {
                datasets.push(index);
            }
        }
    }
    found
}

/// Datasets that share tags, rare ones counting more, then theme and producer.
fn near(catalog: &Catalog) -> Vec<Vec<DatasetIndex>> {
    let tags: Vec<Vec<String>> = catalog.datasets.iter().map(keys).collect();
    let mut by_tag: BTreeMap<&str, Vec<DatasetIndex>> = BTreeMap::new();
    for (index, keys) in tags.iter().enumerate().filter(|(index, _)| catalog.datasets[*index].is_listed()) {
        for key in keys {
            by_tag.entry(key).or_default().push(index);
        }
    }
    use rayon::prelude::*;
    (0..tags.len()).into_par_iter().map(|index| nearest(catalog, index, &tags[index], &by_tag)).collect()
}

fn keys(dataset: &Dataset) -> Vec<String> {
    let mut keys: Vec<String> = dataset.tagged().map(|(_, tag)| tag.key.clone()).collect();
    keys.sort();
    keys.dedup();
    keys
}

fn nearest(
    catalog: &Catalog,
    index: DatasetIndex,
    tags: &[String],
    by_tag: &BTreeMap<&str, Vec<DatasetIndex>>,
) -> Vec<DatasetIndex> {
    let mut scores: BTreeMap<DatasetIndex, u32> = BTreeMap::new();
    for others in tags.iter().filter_map(|tag| by_tag.get(tag.as_str())) {
        // A tag of two datasets says more than a tag of a thousand.
        let weight = 1 + 1000 / others.len() as u32;
        let start = others.partition_point(|other| *other < index).saturating_sub(NEAR_CANDIDATES / 2);
        for other in others[start..].iter().take(NEAR_CANDIDATES).filter(|other| **other != index) {
            *scores.entry(*other).or_default() += weight;
        }
    }
    let this = &catalog.datasets[index];
    for (other, score) in &mut scores {
        let other = &catalog.datasets[*other];
        *score += 5 * u32::from(other.organization.is_some() && other.organization == this.organization);
        *score += 10 * u32::from(other.themes.iter().any(|theme| this.themes.contains(theme)));
    }
    let mut best: Vec<(u32, DatasetIndex)> = scores.into_iter().map(|(other, score)| (score, other)).collect();
    best.sort_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(&other.1)));
    best.into_iter().take(NEAR).map(|(_, other)| other).collect()
}
