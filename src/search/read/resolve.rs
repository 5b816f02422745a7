//! What a word of a query matches: classes of its own, of words that it begins, or of its other ending.

use std::collections::BTreeSet;

use super::body::Body;
use super::dictionary::{body, classes, completions};
use super::error::ReadError;
use super::index::Index;
use super::query::{Field, Word};
use super::terms::List;
use crate::search::words::is_without_blanks;

/// Characters that must be left before an ending that is exchanged.
const SHORTEST_STEM: usize = 3;

/// Files of terms that are looked into for other endings of a word, its own among them.
const MOST_FILES: usize = 4;

/// What a word matches.
#[derive(Clone, Debug, Default)]
pub(super) struct Match {
    /// Classes of the form, or of its other ending.
    own: Vec<Body>,
    /// Classes of words that it may be the beginning of.
    completed: Vec<Body>,
}

/// Finds out what a word matches.
pub(super) fn resolve(index: &Index<'_>, word: &Word) -> Result<Match, ReadError> {
    let mut own = classes(index, &word.form)?.unwrap_or_default();
    let mut completed = Vec::new();
    if word.is_open && may_go_on(&word.form) {
        completed = completions(index, &word.form)?;
        completed.retain(|list| own.iter().all(|known| known.key != list.key));
    }
    if own.is_empty() && completed.is_empty() && !word.is_quoted {
        own = with_other_ending(index, &word.form)?;
    }
    let load = |lists: Vec<_>| lists.iter().map(|list| body(index, list)).collect::<Result<Vec<_>, _>>();
    Ok(Match { own: load(own)?, completed: load(completed)? })
}

/// What an excluded word matches: its own classes alone.
pub(super) fn resolve_exactly(index: &Index<'_>, word: &Word) -> Result<Match, ReadError> {
    let own = classes(index, &word.form)?.unwrap_or_default();
    let own = own.iter().map(|list| body(index, list)).collect::<Result<_, _>>()?;
    Ok(Match { own, completed: Vec::new() })
}

/// Whether a word is long enough to be a beginning.
fn may_go_on(form: &str) -> bool {
    form.chars().nth(1).is_some() || form.chars().all(is_without_blanks)
}

fn with_other_ending(index: &Index<'_>, form: &str) -> Result<Vec<List>, ReadError> {
    let mut files = BTreeSet::from([index.boot.terms.find(form)]);
    for (ending, other) in index.endings()?.iter() {
        let Some(stem) = form.strip_suffix(ending.as_str()).filter(|stem| stem.chars().count() >= SHORTEST_STEM) else {
            continue;
        };
        let candidate = format!("{stem}{other}");
        let file = index.boot.terms.find(&candidate);
        if files.len() == MOST_FILES && !files.contains(&file) {
            continue;
        }
        files.insert(file);
        if let Some(found) = classes(index, &candidate)? {
            return Ok(found);
        }
    }
    Ok(Vec::new())
}

impl Match {
    /// Whether the word has any class.
    pub(super) fn is_known(&self) -> bool {
        !self.own.is_empty() || !self.completed.is_empty()
    }

    /// The score of the word for each of `ids` ids; none where it does not match.
    pub(super) fn scores(&self, field: Field, ids: u32) -> Vec<Option<u64>> {
        let mut scores = vec![None; ids as usize];
        for body in &self.own {
            each(body, field, |id, score| scores[id] = Some(scores[id].unwrap_or(0) + score));
        }
        let mut halves = vec![None; ids as usize];
        for body in &self.completed {
            each(body, field, |id, score| halves[id] = halves[id].max(Some(score / 2)));
        }
        scores.into_iter().zip(halves).map(|(score, half)| score.max(half)).collect()
    }
}

/// Calls `with` with the ids of a list in a field, and their scores.
fn each(body: &Body, field: Field, mut with: impl FnMut(usize, u64)) {
    let mut at = |place: usize| with(body.ids[place] as usize, u64::from(body.scores[place]));
    match field {
        Field::Any => (0..body.ids.len()).for_each(&mut at),
        Field::Title => body.titles.iter().for_each(|place| at(*place as usize)),
    }
}
