//! Words that a mistyped one may have been meant for.

use std::collections::BTreeMap;

use super::dictionary::own;
use super::error::ReadError;
use super::index::Index;

/// Shorter words have too many neighbours.
const SHORTEST: usize = 4;

/// Words from here on may have two mistakes.
const SHORTEST_OF_TWO: usize = 8;

/// Words of the dictionary that are nearest to an unknown one, the likeliest first.
pub(super) fn candidates(index: &Index<'_>, word: &str) -> Result<Vec<String>, ReadError> {
    let length = word.chars().count();
    if length < SHORTEST {
        return Ok(Vec::new());
    }
    let most = if length < SHORTEST_OF_TWO { 1 } else { 2 };
    let mut near: BTreeMap<String, (usize, u32)> = BTreeMap::new();
    let mut look_at = |form: String, weight: u32| {
        let distance = distance(word, &form, most);
        if (1..=most).contains(&distance) {
            let known = near.entry(form).or_insert((distance, weight));
            known.1 = known.1.max(weight);
        }
    };
    alike_at_the_beginning(index, word, length, &mut look_at)?;
    alike_at_the_end(index, word, length, &mut look_at)?;
    let least = near.values().map(|(distance, _)| *distance).min();
    near.retain(|_, (distance, _)| Some(*distance) == least);
    let mut near: Vec<(String, u32)> = near.into_iter().map(|(form, (_, weight))| (form, weight)).collect();
    near.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    Ok(near.into_iter().map(|(form, _)| form).collect())
}

/// Forms that begin with the first half of the word.
fn alike_at_the_beginning(
    index: &Index<'_>,
    word: &str,
    length: usize,
    look_at: &mut impl FnMut(String, u32),
) -> Result<(), ReadError> {
    let half: String = word.chars().take(length / 2).collect();
    for hash in index.boot.terms.with_beginning(&half) {
        let file = index.terms(hash)?;
        for place in file.with_beginning(&half) {
            let largest = own(&file, place).map(|list| list.df).max();
            look_at(file.forms[place].clone(), largest.map_or(0, usize::ilog2));
        }
    }
    Ok(())
}

/// Forms that end with the last half of the word.
fn alike_at_the_end(
    index: &Index<'_>,
    word: &str,
    length: usize,
    look_at: &mut impl FnMut(String, u32),
) -> Result<(), ReadError> {
    let half: String = word.chars().rev().take(length.div_ceil(2) - 1).collect();
    for hash in index.boot.reversed.with_beginning(&half) {
        let file = index.reversed(hash)?;
        let first = file.forms.partition_point(|form| *form < half);
        let alike = file.forms.iter().zip(&file.weights).skip(first).take_while(|(form, _)| form.starts_with(&half));
        alike.for_each(|(form, weight)| look_at(form.chars().rev().collect(), *weight));
    }
    Ok(())
}

/// How many characters must be inserted, deleted, replaced or swapped with their neighbour; more than `most` is not
/// looked into.
fn distance(one: &str, other: &str, most: usize) -> usize {
    let longer = one.chars().count().abs_diff(other.chars().count());
    if longer > most { longer } else { strsim::osa_distance(one, other) }
}
