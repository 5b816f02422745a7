//! Questions and answers.

use std::collections::BTreeMap;

use serde::Serialize;

use super::cards::{Card, card};
use super::error::ReadError;
use super::evaluate::Resolved;
use super::facets::Filters;
use super::index::Index;
use super::orders::{Order, sort};
use super::query::parse;
use super::typos::candidates;

/// Shorter words are not corrected without asking.
const SHORTEST_CORRECTED: usize = 5;

/// Suggestions for one word.
const MOST_SUGGESTIONS: usize = 5;

/// What is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// The query as it was typed.
    pub text: String,
    /// Chosen values by facet: one of each facet's must be there.
    pub filters: BTreeMap<String, Vec<String>>,
    /// The order of hits.
    pub sort: Order,
    /// Which page of hits, from 1.
    pub page: usize,
    /// How many hits a page has.
    pub size: usize,
    /// Facets whose values are to be counted.
    pub facets: Vec<String>,
}

/// What is answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// How many datasets were found.
    pub total: usize,
    /// How many there would be without filters.
    pub unfiltered: usize,
    /// The order of the hits: for relevance without words, `updated`.
    pub sort: Order,
    /// Whether the query has words, so that hits have scores.
    pub ranked: bool,
    /// The hits of the page.
    pub hits: Vec<Hit>,
    /// Values of the facets that were asked for.
    pub facets: BTreeMap<String, Vec<FacetCount>>,
    /// Words that were replaced, in their order.
    pub corrections: Vec<Correction>,
    /// Unknown words and what they may have been meant for, in their order.
    pub suggestions: Vec<Suggestion>,
    /// When nothing was found: what leaving one word out would find.
    pub without: Vec<Without>,
}

/// A dataset that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Hit {
    /// Its id in the index.
    pub id: u32,
    /// How well it matches; 0 without words.
    pub score: u64,
    /// What to show of it.
    pub card: Card,
}

/// A value of a facet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FacetCount {
    /// As addresses say it.
    pub value: String,
    /// As people say it.
    pub label: String,
    /// How many datasets have it.
    pub count: usize,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// A word that was replaced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Correction {
    /// The word as typed.
    pub from: String,
    /// The word that was searched instead.
    pub to: String,
}

/// An unknown word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Suggestion {
    /// The word as typed.
    pub word: String,
    /// What it may have been meant for, the likeliest first, beside what it was replaced by.
    pub forms: Vec<String>,
}

/// What leaving a word out would find.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Without {
    /// The word that would be left out.
    pub word: String,
    /// How many datasets there would be.
    pub total: usize,
}

/// Answers a question.
pub(super) fn answer(index: &Index<'_>, question: &Question) -> Result<Answer, ReadError> {
    let ids = index.boot.ids;
    let mut resolved = Resolved::of(index, parse(&index.boot, &question.text))?;
    let (corrections, suggestions) = correct(index, &mut resolved)?;
    let scores = resolved.hits(ids);
    let hits: Vec<bool> = scores.iter().map(Option::is_some).collect();
    let filters = Filters::of(index, &question.filters)?;
    let mut kept = hits.clone();
    filters.keep(&mut kept, None);
    let found = (0..).zip(&scores).zip(&kept).filter(|(_, kept)| **kept);
    let mut found: Vec<(u32, u64)> = found.filter_map(|((id, score), _)| score.map(|score| (id, score))).collect();
    let ranked = !resolved.words.is_empty();
    let order = if question.sort == Order::Relevance && !ranked { Order::Updated } else { question.sort };
    Ok(Answer {
        total: found.len(),
        unfiltered: hits.iter().filter(|hit| **hit).count(),
        sort: order,
        ranked,
        without: if found.is_empty() { without(&resolved, &filters, ids) } else { Vec::new() },
        hits: page(index, &mut found, order, question)?,
        facets: counts(index, &filters, &hits, question)?,
        corrections,
        suggestions,
    })
}

/// Replaces the unknown words, if all have candidates and none is short or has a digit; what else each may have been meant for.
fn correct(index: &Index<'_>, resolved: &mut Resolved) -> Result<(Vec<Correction>, Vec<Suggestion>), ReadError> {
    let unknown = resolved.words.iter().filter(|(_, found)| !found.is_known()).map(|(word, _)| word.form.clone());
    let unknown: Vec<String> = unknown.collect();
    let mut candidates = unknown.iter().map(|word| candidates(index, word)).collect::<Result<Vec<_>, _>>()?;
    // The neighbour of a postcode or a year is no mistake but another one.
    let is_sure =
        |word: &String| word.chars().count() >= SHORTEST_CORRECTED && !word.contains(|c: char| c.is_ascii_digit());
    let mut corrections = Vec::new();
    if unknown.iter().all(is_sure) && candidates.iter().all(|forms| !forms.is_empty()) {
        let first = candidates.iter_mut().map(|forms| forms.remove(0));
        corrections = unknown.iter().zip(first).map(|(from, to)| Correction { from: from.clone(), to }).collect();
        resolved.replace(index, &corrections)?;
    }
    let suggestions = unknown.into_iter().zip(candidates).filter(|(_, forms)| !forms.is_empty());
    let suggestions = suggestions.map(|(word, mut forms)| {
        forms.truncate(MOST_SUGGESTIONS);
        Suggestion { word, forms }
    });
    Ok((corrections, suggestions.collect()))
}

/// What leaving out each word would find, when there are several and all are known.
fn without(resolved: &Resolved, filters: &Filters, ids: u32) -> Vec<Without> {
    let words = &resolved.words;
    if words.len() < 2 || words.iter().any(|(_, found)| !found.is_known()) {
        return Vec::new();
    }
    // Nothing is left: what a word's absence would leave lacks that word alone. One pass, as there may be thousands.
    let mut passes = vec![true; ids as usize];
    filters.keep(&mut passes, None);
    let mut totals = vec![0; words.len()];
    let lacking = resolved.lacking_one(ids).into_iter().zip(passes);
    lacking.filter(|(_, passes)| *passes).filter_map(|(place, _)| place).for_each(|place| totals[place] += 1);
    let words = words.iter().map(|(word, _)| word.form.clone());
    words.zip(totals).map(|(word, total)| Without { word, total }).collect()
}

fn page(index: &Index<'_>, found: &mut [(u32, u64)], order: Order, question: &Question) -> Result<Vec<Hit>, ReadError> {
    let first = question.page.saturating_sub(1).saturating_mul(question.size);
    if first >= found.len() || question.size == 0 {
        return Ok(Vec::new());
    }
    sort(index, found, order)?;
    let hit = |(id, score): &(u32, u64)| Ok(Hit { id: *id, score: *score, card: card(index, *id)? });
    found.iter().skip(first).take(question.size).map(hit).collect()
}

fn counts(
    index: &Index<'_>,
    filters: &Filters,
    hits: &[bool],
    question: &Question,
) -> Result<BTreeMap<String, Vec<FacetCount>>, ReadError> {
    let facets = question.facets.iter();
    facets.map(|facet| Ok((facet.clone(), filters.counts(index, facet, hits)?))).collect()
}
