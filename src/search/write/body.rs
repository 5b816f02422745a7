//! A posting list as text.

use std::collections::BTreeMap;

use super::super::index::Posting;
use super::symbols::{SYMBOLS, push_symbol, push_varint};

/// The list of a class: its datasets, their scores, and which have it in the title. The number of datasets is not in it.
pub(crate) fn body(postings: &[Posting]) -> String {
    let mut out = String::with_capacity(postings.len() * 3 + 8);
    push_gaps(&mut out, postings.iter().map(|posting| posting.id));
    push_scores(&mut out, postings);
    let titles = postings.iter().enumerate().filter(|(_, posting)| posting.in_title);
    let titles: Vec<u32> = titles.map(|(place, _)| place as u32).collect();
    push_varint(&mut out, titles.len() as u32);
    push_gaps(&mut out, titles.into_iter());
    out
}

/// Ascending numbers: the first, then each less the one before less one.
pub(crate) fn push_gaps(out: &mut String, numbers: impl Iterator<Item = u32>) {
    let mut next = 0;
    for number in numbers {
        push_varint(out, number - next);
        next = number + 1;
    }
}

/// Few different scores stand in a list again and again: they are written once, then one symbol for each dataset.
fn push_scores(out: &mut String, postings: &[Posting]) {
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    for posting in postings {
        *counts.entry(posting.score).or_default() += 1;
    }
    push_varint(out, counts.len() as u32 - 1);
    let few = counts.len() <= SYMBOLS as usize;
    let mut scores: Vec<(u32, u32)> = counts.into_iter().collect();
    if few {
        let mut before = 0;
        for (score, _) in &scores {
            push_varint(out, score - before);
            before = *score;
        }
    } else {
        scores.sort_by_key(|(score, count)| (std::cmp::Reverse(*count), *score));
        scores.iter().for_each(|(score, _)| push_varint(out, *score));
    }
    if scores.len() == 1 {
        return;
    }
    let places: BTreeMap<u32, u32> =
        scores.iter().enumerate().map(|(place, (score, _))| (*score, place as u32)).collect();
    for posting in postings {
        let place = places[&posting.score];
        if few { push_symbol(out, place) } else { push_varint(out, place) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_has_gaps_scores_and_titles() {
        let posting = |id, score, in_title| Posting { id, score, in_title };
        let list = [posting(3, 50, false), posting(4, 20, true), posting(9, 50, true)];
        // Gaps 3 0 4; two scores, 20 and 30 more; places 1 0 1; two titles at 1 and right after it.
        assert_eq!(body(&list), "%!&#6@#!#$#!");
        assert_eq!(body(&[posting(0, 7, false)]), "!!)!");
    }
}
