//! Which datasets a query hits, and with which scores.

use super::answer::Correction;
use super::columns;
use super::error::ReadError;
use super::index::Index;
use super::query::{Choice, Query, Word};
use super::resolve::{Match, resolve, resolve_exactly};
use super::tags;

/// A query of which is known what its words match.
pub(super) struct Resolved {
    pub(super) words: Vec<(Word, Match)>,
    /// Whether each id passes the clauses that exclude or choose by facet, and is that of a dataset at all.
    allowed: Vec<bool>,
}

impl Resolved {
    /// Finds out what a query matches.
    pub(super) fn of(index: &Index<'_>, query: Query) -> Result<Self, ReadError> {
        let mut allowed = index.boot.is_dataset.clone();
        for words in &query.excluded {
            let taken = having_all(index, words)?;
            allowed.iter_mut().zip(taken).for_each(|(allowed, taken)| *allowed &= !taken);
        }
        for choice in &query.choices {
            let chosen = having(index, choice)?;
            allowed.iter_mut().zip(chosen).for_each(|(allowed, chosen)| *allowed &= chosen != choice.is_excluded);
        }
        let words = query.words.into_iter().map(|word| resolve(index, &word).map(|found| (word, found)));
        Ok(Self { words: words.collect::<Result<_, _>>()?, allowed })
    }

    /// Replaces the unknown words, in their order, by others that are in the dictionary.
    pub(super) fn replace(&mut self, index: &Index<'_>, corrections: &[Correction]) -> Result<(), ReadError> {
        let unknown = self.words.iter_mut().filter(|(_, found)| !found.is_known());
        for ((word, found), correction) in unknown.zip(corrections) {
            word.form.clone_from(&correction.to);
            word.is_open = false;
            *found = resolve(index, word)?;
        }
        Ok(())
    }

    /// The score of each id that is a hit.
    pub(super) fn hits(&self, ids: u32) -> Vec<Option<u64>> {
        let mut hits: Vec<Option<u64>> = self.allowed.iter().map(|allowed| allowed.then_some(0)).collect();
        for (word, found) in &self.words {
            let scores = found.scores(word.field, ids);
            hits.iter_mut().zip(scores).for_each(|(hit, score)| *hit = hit.zip(score).map(|(sum, score)| sum + score));
        }
        hits
    }

    /// For each id, the place of the only word that keeps it from being a hit.
    pub(super) fn lacking_one(&self, ids: u32) -> Vec<Option<usize>> {
        let mut lacking = vec![(0usize, 0usize); ids as usize];
        for (place, (word, found)) in self.words.iter().enumerate() {
            let scores = found.scores(word.field, ids);
            let missing = lacking.iter_mut().zip(scores).filter(|(_, score)| score.is_none());
            missing.for_each(|((count, last), _)| (*count, *last) = (*count + 1, place));
        }
        let one = |((count, place), allowed): ((usize, usize), &bool)| (*allowed && count == 1).then_some(place);
        lacking.into_iter().zip(&self.allowed).map(one).collect()
    }
}

/// Whether each id has all the words of an excluded clause.
fn having_all(index: &Index<'_>, words: &[Word]) -> Result<Vec<bool>, ReadError> {
    let mut all = vec![true; index.boot.ids as usize];
    for word in words {
        let scores = resolve_exactly(index, word)?.scores(word.field, index.boot.ids);
        all.iter_mut().zip(scores).for_each(|(all, score)| *all &= score.is_some());
    }
    Ok(all)
}

/// Whether each id has a value that a clause means.
fn having(index: &Index<'_>, choice: &Choice) -> Result<Vec<bool>, ReadError> {
    if choice.facet == "tag" {
        tags::having(index, &choice.value)
    } else {
        columns::having(index, choice.facet, &choice.value)
    }
}
