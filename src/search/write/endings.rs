//! Pairs of word endings: a form that no dataset has (`marchés` where all say `marché`) may be known with another one.

use std::collections::BTreeMap;

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
    let mut counts: BTreeMap<(&str, &str), u32> = BTreeMap::new();
    for class in &forms {
        for one in class {
            for other in class.iter().filter(|other| *other != one) {
                if let Some(pair) = differing(one, other) {
                    *counts.entry(pair).or_default() += 1;
                }
            }
        }
    }
    let mut learnt: Vec<_> = counts.into_iter().filter(|(pair, count)| *count > 1 && !USUAL.contains(pair)).collect();
    learnt.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(&other.0)));
    let learnt = learnt.into_iter().take(LEARNT).map(|(pair, _)| pair);
    USUAL.into_iter().chain(learnt).map(|(one, other)| (one.to_owned(), other.to_owned())).collect()
}

/// The endings of two forms after what they share.
fn differing<'a>(one: &'a str, other: &'a str) -> Option<(&'a str, &'a str)> {
    let shared = one.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count();
    let (one, other) = (&one[shared..], &other[shared..]);
    (shared >= SHARED && one.len() <= LONGEST && other.len() <= LONGEST).then_some((one, other))
}
