//! Columns: for each id the set of values that its dataset has.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::index::Ids;
use super::facets::Facet;
use super::symbols::{SYMBOLS, push_symbol, push_varint};

/// A column as it is published.
#[derive(Debug, Serialize)]
pub(crate) struct Column<'f> {
    values: &'f [String],
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    labels: BTreeMap<String, Vec<String>>,
    sets: Vec<String>,
    each: u32,
    ids: String,
}

/// A facet that follows from another one: each value of that one has a value of this.
#[derive(Debug, Serialize)]
pub(crate) struct Mapped<'f> {
    values: &'f [String],
    from: &'static str,
    map: &'f [usize],
}

/// A facet whose values follow from those of the facet `from`.
pub(crate) fn mapped<'f>(facet: &'f Facet, from: &'static str, map: &'f [usize]) -> Mapped<'f> {
    Mapped { values: &facet.values, from, map }
}

/// The column of a facet, `of` being the values of each dataset. The most frequent set comes first.
pub(crate) fn column<'f>(facet: &'f Facet, of: &[Vec<usize>], ids: &Ids, languages: &[String]) -> Column<'f> {
    let mut counts: BTreeMap<&[usize], usize> = BTreeMap::new();
    for set in of {
        *counts.entry(set).or_default() += 1;
    }
    let mut sets: Vec<(&[usize], usize)> = counts.into_iter().collect();
    sets.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(other.0)));
    let places: BTreeMap<&[usize], u32> = sets.iter().enumerate().map(|(at, (set, _))| (*set, at as u32)).collect();
    let numbers = spread(ids, of.iter().map(|set| places[set.as_slice()]));
    let each = packed(sets.len() as u32);
    Column {
        values: &facet.values,
        labels: if facet.own_names { labels(&facet.labels, languages) } else { BTreeMap::new() },
        sets: sets.iter().map(|(set, _)| ranges(set)).collect(),
        each,
        ids: written(&numbers, sets.len() as u32, each),
    }
}

/// How many numbers below `count` one symbol can hold; 0 when none. Few bits a symbol compress badly: chance
/// repetitions look like matches.
fn packed(count: u32) -> u32 {
    let mut each = 0;
    let mut most = count.max(2);
    while most <= SYMBOLS {
        each += 1;
        most = most.saturating_mul(count.max(2));
    }
    each
}

fn written(numbers: &[u32], count: u32, each: u32) -> String {
    let mut out = String::with_capacity(numbers.len());
    if each == 0 {
        numbers.iter().for_each(|number| push_varint(&mut out, *number));
        return out;
    }
    for together in numbers.chunks(each as usize) {
        let symbol = together.iter().rev().fold(0, |symbol, number| symbol * count.max(2) + number);
        push_symbol(&mut out, symbol);
    }
    out
}

/// Names by language; one list for all when they agree.
pub(crate) fn labels(labels: &[Vec<String>], languages: &[String]) -> BTreeMap<String, Vec<String>> {
    if labels.windows(2).all(|two| two[0] == two[1]) {
        return labels.first().map(|all| (String::new(), all.clone())).into_iter().collect();
    }
    languages.iter().cloned().zip(labels.iter().cloned()).collect()
}

/// A number for each id, from those of datasets in order; a free id repeats the one before.
pub(crate) fn spread(ids: &Ids, numbers: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut out = Vec::with_capacity(ids.size as usize);
    for (id, number) in ids.ids.iter().zip(numbers) {
        let last = out.last().copied().unwrap_or(0);
        out.resize(*id as usize, last);
        out.push(number);
    }
    out.resize(ids.size as usize, out.last().copied().unwrap_or(0));
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
        assert_eq!(spread(&ids, [5, 6, 7].into_iter()), [5, 6, 6, 6, 7, 7]);
    }

    #[test]
    fn small_numbers_share_a_symbol() {
        assert_eq!([1, 2, 4, 9, 10, 92, 93].map(packed), [6, 6, 3, 2, 1, 1, 0]);
        // 1 + 3 · 2 + 9 · 0 + 27 · 1 = 34, then 2.
        assert_eq!(written(&[1, 2, 0, 1, 2], 3, 4), "D$");
    }
}
