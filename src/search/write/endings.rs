//! Pairs of word endings: a form that no dataset has (`marchés` where all say `marché`) may be known with another one.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::super::index::Class;
use super::dictionary::Dictionary;

/// Number and gender in French and English: tried first, in this order.
const USUAL: [(&str, &str); 18] = [
    ("s", ""),
    ("", "s"),
    ("es", ""),
    ("e", ""),
    ("", "e"),
    ("es", "e"),
    ("", "es"),
    ("x", ""),
    ("", "x"),
    ("aux", "al"),
    ("al", "aux"),
    ("ies", "y"),
    ("y", "ies"),
    ("ing", ""),
    ("ing", "e"),
    ("ed", ""),
    ("ed", "e"),
    ("", "ing"),
];

/// Pairs learnt from the catalogue, at most.
const LEARNT: usize = 400;
/// Longest ending, and shortest beginning that two forms must share, in bytes.
const LONGEST: usize = 4;
const SHARED: usize = 3;
/// Forms of a class that are compared with each other.
const COMPARED: usize = 12;
/// Of ten pairs of forms that differ in a learnt pair alone, so many must be of one class: `number` and `numbers` are,
/// `beer` and `bee` are not.
const SURE: usize = 9;

type Pair<'a> = (&'a str, &'a str);

/// The pairs in the order in which they are tried: the usual ones, then those of the catalogue's own classes, the most
/// frequent first.
pub(crate) fn endings(dictionary: &Dictionary<'_>) -> Vec<(String, String)> {
    let mut forms: Vec<Vec<&str>> = vec![Vec::new(); dictionary.keys.len()];
    for (form, classes) in &dictionary.forms {
        for class in *classes {
            let known = &mut forms[*class as Class as usize];
            if known.len() < COMPARED && form.is_ascii() {
                known.push(form);
            }
        }
    }
    let mut counts: BTreeMap<Pair<'_>, u32> = BTreeMap::new();
    for class in &forms {
        for one in class {
            for other in class.iter().filter(|other| *other != one) {
                if let Some(pair) = differing(one, other) {
                    *counts.entry(pair).or_default() += 1;
                }
            }
        }
    }
    let learnt = counts.into_iter().filter(|(pair, count)| *count > 1 && !USUAL.contains(pair)).collect();
    let mut learnt = those_that_are_sure(learnt, dictionary);
    learnt.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(&other.0)));
    let learnt = learnt.into_iter().take(LEARNT).map(|(pair, _)| pair);
    USUAL.into_iter().chain(learnt).map(|(one, other)| (one.to_owned(), other.to_owned())).collect()
}

/// The pairs without those by which forms of different classes differ, too: few forms of a class say little of others.
fn those_that_are_sure<'a>(pairs: Vec<(Pair<'a>, u32)>, dictionary: &Dictionary<'_>) -> Vec<(Pair<'a>, u32)> {
    let mut shorter: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (long, short) in pairs.iter().map(|(pair, _)| *pair).filter(|pair| longest_first(*pair) == *pair) {
        shorter.entry(long).or_default().push(short);
    }
    // Of each pair, how often its forms are of one class, and how often they are at all.
    let tally = |mut tally: BTreeMap<Pair<'a>, (usize, usize)>, (form, classes): &(&str, &[Class])| {
        for at in (form.len().saturating_sub(LONGEST).max(SHARED)..form.len()).filter(|at| form.is_char_boundary(*at)) {
            let Some((long, all)) = shorter.get_key_value(&form[at..]) else { continue };
            for short in all {
                let other = [&form[..at], short].concat();
                let Ok(other) = dictionary.forms.binary_search_by(|(known, _)| (*known).cmp(&other)) else { continue };
                let is_same = dictionary.forms[other].1.iter().any(|class| classes.contains(class));
                let (same, both) = tally.entry((*long, *short)).or_default();
                (*same, *both) = (*same + usize::from(is_same), *both + 1);
            }
        }
        tally
    };
    let add = |mut sum: BTreeMap<Pair<'a>, (usize, usize)>, more: BTreeMap<Pair<'a>, (usize, usize)>| {
        for (pair, (same, both)) in more {
            let known = sum.entry(pair).or_default();
            *known = (known.0 + same, known.1 + both);
        }
        sum
    };
    let tallies = dictionary.forms.par_iter().fold(BTreeMap::new, tally).reduce(BTreeMap::new, add);
    let is_sure = |pair| tallies.get(&longest_first(pair)).is_some_and(|(same, both)| 10 * same >= SURE * both);
    pairs.into_iter().filter(|(pair, _)| is_sure(*pair)).collect()
}

/// The pair with its longer ending first.
fn longest_first((one, other): Pair<'_>) -> Pair<'_> {
    if (one.len(), one) > (other.len(), other) { (one, other) } else { (other, one) }
}

/// The endings of two forms after what they share.
fn differing<'a>(one: &'a str, other: &'a str) -> Option<(&'a str, &'a str)> {
    let shared = one.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count();
    let (one, other) = (&one[shared..], &other[shared..]);
    (shared >= SHARED && one.len() <= LONGEST && other.len() <= LONGEST).then_some((one, other))
}
