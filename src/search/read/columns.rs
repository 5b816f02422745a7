//! Columns of facets: which values each dataset has.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::rc::Rc;

use super::error::ReadError;
use super::index::Index;

/// A column.
pub(super) struct Column {
    /// Values as addresses say them.
    pub(super) values: Vec<String>,
    /// Their names by language, `""` being any other; empty when the file of labels has them.
    pub(super) labels: Labels,
    pub(super) datasets: Datasets,
}

/// How a column says which datasets have a value.
pub(super) enum Datasets {
    /// Combinations of values, and the combination of each id.
    Sets(Vec<Set>, Rc<[u32]>),
    /// The ids of each value.
    Lists(Vec<Vec<u32>>),
}

/// A combination of values, as ranges of their places: ascending, each after the one before.
pub(super) type Set = Vec<RangeInclusive<usize>>;

/// Names of values by language, `""` being any other.
pub(super) type Labels = BTreeMap<String, Vec<String>>;

impl Column {
    /// The place of a value.
    pub(super) fn place(&self, value: &str) -> Option<usize> {
        self.values.iter().position(|known| known == value)
    }

    /// The name of the value at a place, if it is here.
    pub(super) fn label(&self, place: usize, language: &str) -> Option<&str> {
        let labels = self.labels.get(language).or_else(|| self.labels.get(""))?;
        labels.get(place).map(String::as_str).filter(|label| !label.is_empty())
    }

    /// Marks the ids that have one of some values, by their places.
    pub(super) fn mark(&self, places: &[usize], marks: &mut [bool]) {
        match &self.datasets {
            Datasets::Sets(sets, of_ids) => {
                let has = |set: &Set| set.iter().any(|range| places.iter().any(|p| range.contains(p)));
                let chosen: Vec<bool> = sets.iter().map(has).collect();
                marks.iter_mut().zip(of_ids.iter()).for_each(|(mark, set)| *mark |= chosen[*set as usize]);
            }
            Datasets::Lists(lists) => {
                places.iter().flat_map(|place| &lists[*place]).for_each(|id| marks[*id as usize] = true);
            }
        }
    }

    /// The ids that have the value at a place, ascending.
    pub(super) fn ids(&self, place: usize) -> Vec<u32> {
        match &self.datasets {
            Datasets::Sets(_, of_ids) => {
                let mut marks = vec![false; of_ids.len()];
                self.mark(&[place], &mut marks);
                (0..).zip(marks).filter(|(_, mark)| *mark).map(|(id, _)| id).collect()
            }
            Datasets::Lists(lists) => lists[place].clone(),
        }
    }

    /// How many of the ids that pass have each value.
    pub(super) fn counts(&self, passes: &[bool]) -> Vec<usize> {
        match &self.datasets {
            Datasets::Sets(sets, of_ids) => {
                let mut of_sets = vec![0; sets.len()];
                of_ids
                    .iter()
                    .zip(passes)
                    .filter(|(_, passes)| **passes)
                    .for_each(|(set, _)| of_sets[*set as usize] += 1);
                of_values(sets, &of_sets, self.values.len())
            }
            Datasets::Lists(lists) => {
                lists.iter().map(|list| list.iter().filter(|id| passes[**id as usize]).count()).collect()
            }
        }
    }
}

/// The sums of values from those of the combinations they are in. Ranges are not gone through value by value.
fn of_values(sets: &[Set], of_sets: &[usize], count: usize) -> Vec<usize> {
    let mut changes = vec![0isize; count + 1];
    for (set, sum) in sets.iter().zip(of_sets) {
        for range in set {
            changes[*range.start()] += *sum as isize;
            changes[*range.end() + 1] -= *sum as isize;
        }
    }
    let mut sum = 0;
    changes
        .iter()
        .take(count)
        .map(|change| {
            sum += change;
            sum as usize
        })
        .collect()
}

/// Whether each id has a value of the facet that a text means: the value itself, or one in which and in whose
/// name taken together each word of the text begins a word.
pub(super) fn having(index: &Index<'_>, facet: &str, text: &str) -> Result<Vec<bool>, ReadError> {
    let mut marks = vec![false; index.boot.ids as usize];
    if let Some(column) = index.column(facet)? {
        let lower = text.to_lowercase();
        let words = index.boot.analyser.words(text);
        let mut places = Vec::new();
        for (place, value) in column.values.iter().enumerate() {
            let shown = format!("{value} {}", label(index, facet, &column, place)?);
            if *value == lower || begin_words(index, &words, &shown) {
                places.push(place);
            }
        }
        column.mark(&places, &mut marks);
    }
    Ok(marks)
}

/// Whether each of some words begins a word of a text. No words begin none.
fn begin_words(index: &Index<'_>, words: &[String], text: &str) -> bool {
    let known = index.boot.analyser.words(text);
    !words.is_empty() && words.iter().all(|word| known.iter().any(|known| known.starts_with(word.as_str())))
}

/// The name of a value in the reader's language.
pub(super) fn label(index: &Index<'_>, facet: &str, column: &Column, place: usize) -> Result<String, ReadError> {
    match column.label(place, &index.boot.languages[index.language].0) {
        Some(label) => Ok(label.to_owned()),
        None => named(index, facet, &column.values[place]),
    }
}

/// The name that the file of labels has for a value, else the value.
pub(super) fn named(index: &Index<'_>, facet: &str, value: &str) -> Result<String, ReadError> {
    let labels = index.labels()?;
    Ok(labels.value(facet, value).unwrap_or(value).to_owned())
}
