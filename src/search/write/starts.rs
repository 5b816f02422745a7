//! Frequent words by their first letters: what a visitor may be typing.

use std::collections::BTreeMap;

use super::super::index::Class;
use super::super::words::is_without_blanks;
use super::bundle::{Bundle, Directory};
use super::cut::cut;
use super::dictionary::Dictionary;

/// Forms for one beginning.
const FORMS: usize = 3;

pub(crate) fn write(dictionary: &Dictionary<'_>, bundle: &mut Bundle, target: usize) -> Directory {
    let mut starts: Vec<(&str, String)> = Vec::new();
    for length in 1..=3 {
        let groups = dictionary.forms.chunk_by(|(one, _), (other, _)| start(one, length) == start(other, length));
        for group in groups {
            let beginning = group[0].0.chars().next().filter(|c| length > 1 || is_without_blanks(*c));
            if let (Some(_), Some(start)) = (beginning, start(group[0].0, length)) {
                starts.push((start, frequent(dictionary, group)));
            }
        }
    }
    starts.sort_unstable();
    let runs = cut(starts.iter().map(|(start, forms)| (*start, start.len() + forms.len() + 6)), target);
    let files = runs.into_iter().map(|run| {
        let first = starts[run.start].0.to_owned();
        (first, starts[run].iter().map(|(start, forms)| (*start, forms)).collect::<BTreeMap<_, _>>())
    });
    bundle.add_all("starts", files)
}

/// The first `length` characters; none when there are fewer.
fn start(form: &str, length: usize) -> Option<&str> {
    let (last, c) = form.char_indices().nth(length - 1)?;
    Some(&form[..last + c.len_utf8()])
}

/// The most frequent form of each of the largest classes.
fn frequent(dictionary: &Dictionary<'_>, group: &[(&str, &[Class])]) -> String {
    let mut best: BTreeMap<Class, (u64, &str)> = BTreeMap::new();
    for (form, classes) in group {
        let count = dictionary.count(form);
        for class in *classes {
            let known = best.entry(*class).or_insert((0, form));
            if count > known.0 {
                *known = (count, form);
            }
        }
    }
    let mut forms: Vec<(usize, &str)> =
        best.into_iter().map(|(class, (_, form))| (dictionary.df(class), form)).collect();
    forms.sort_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(other.1)));
    let mut kept: Vec<&str> = Vec::with_capacity(FORMS);
    for (_, form) in forms {
        if kept.len() < FORMS && !kept.contains(&form) {
            kept.push(form);
        }
    }
    kept.join(" ")
}
