//! The dictionary backwards: mistyped words are looked for from their end, too.

use super::bundle::{Bundle, Directory};
use super::cut::cut;
use super::dictionary::Dictionary;
use super::symbols::{front_coded, push_symbol};

/// Shortest form that can be a correction, in characters.
const SHORTEST: usize = 4;

pub(crate) fn write(dictionary: &Dictionary<'_>, bundle: &mut Bundle, target: usize) -> Directory {
    let mut forms: Vec<(String, u32)> = Vec::new();
    for (form, classes) in &dictionary.forms {
        if form.chars().count() >= SHORTEST {
            let df = classes.iter().map(|class| dictionary.df(*class)).max().unwrap_or(1);
            forms.push((form.chars().rev().collect(), df.max(1).ilog2()));
        }
    }
    forms.sort_unstable();
    let runs = cut(forms.iter().map(|(form, _)| (form.as_str(), form.len() / 2 + 3)), target);
    let files = runs.into_iter().map(|run| {
        let forms = &forms[run];
        let mut weights = String::with_capacity(forms.len());
        forms.iter().for_each(|(_, weight)| push_symbol(&mut weights, *weight));
        (forms[0].0.clone(), (front_coded(forms.iter().map(|(form, _)| form.as_str())), weights))
    });
    bundle.add_all("reversed", files)
}
