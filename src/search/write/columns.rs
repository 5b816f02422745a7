//! Columns: for each id the set of values that its dataset has.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::index::Ids;
use super::facets::Facet;
use super::symbols::{push_fixed, width_for};

/// A column as it is published.
#[derive(Debug, Serialize)]
pub(crate) struct Column<'f> {
    values: &'f [String],
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    labels: BTreeMap<String, Vec<String>>,
    sets: Vec<String>,
    width: u32,
    ids: String,
}

/// The column of a facet. The most frequent set comes first.
pub(crate) fn column<'f>(facet: &'f Facet, ids: &Ids, languages: &[String]) -> Column<'f> {
    let mut counts: BTreeMap<&[usize], usize> = BTreeMap::new();
    for set in &facet.of {
        *counts.entry(set).or_default() += 1;
    }
    let mut sets: Vec<(&[usize], usize)> = counts.into_iter().collect();
    sets.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(other.0)));
    let places: BTreeMap<&[usize], u32> = sets.iter().enumerate().map(|(at, (set, _))| (*set, at as u32)).collect();
    let width = width_for(sets.len());
    let of_datasets = facet.of.iter().map(|set| places[set.as_slice()]);
    Column {
        values: &facet.values,
        labels: if facet.own_names { labels(&facet.labels, languages) } else { BTreeMap::new() },
        sets: sets.iter().map(|(set, _)| ranges(set)).collect(),
        width,
        ids: spread(ids, of_datasets, width),
    }
}

/// Names by language; one list for all when they agree.
pub(crate) fn labels(labels: &[Vec<String>], languages: &[String]) -> BTreeMap<String, Vec<String>> {
    if labels.windows(2).all(|two| two[0] == two[1]) {
        return labels.first().map(|all| (String::new(), all.clone())).into_iter().collect();
    }
    languages.iter().cloned().zip(labels.iter().cloned()).collect()
}

/// A number for each id, in the order of datasets; a free id repeats the one before.
pub(crate) fn spread(ids: &Ids, numbers: impl Iterator<Item = u32>, width: u32) -> String {
    let mut out = String::with_capacity(ids.size as usize * width as usize);
    let (mut next, mut last) = (0, 0);
    for (id, number) in ids.ids.iter().zip(numbers) {
        (next..*id).for_each(|_| push_fixed(&mut out, width, last));
        push_fixed(&mut out, width, number);
        (next, last) = (id + 1, number);
    }
    (next..ids.size).for_each(|_| push_fixed(&mut out, width, last));
    out
}

/// `0-3,7` for 0, 1, 2, 3, 7.
fn ranges(places: &[usize]) -> String {
    let runs = places.chunk_by(|one, other| one + 1 == *other);
    let written = runs.map(|run| match run {
        [one] => one.to_string(),
        run => format!("{}-{}", run[0], run[run.len() - 1]),
    });
    written.collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_are_ranges() {
        assert_eq!(ranges(&[0, 1, 2, 3, 7, 9, 10]), "0-3,7,9-10");
        assert_eq!(ranges(&[]), "");
    }

    #[test]
    fn free_ids_repeat_the_number_before() {
        let ids = Ids { ids: vec![0, 1, 4], size: 6, ..Ids::default() };
        assert_eq!(spread(&ids, [5, 6, 7].into_iter(), 1), "&''''(");
    }
}
