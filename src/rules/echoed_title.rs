//! `echoed-title`: a description that only repeats the title.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};
use crate::vocab;

pub(super) static RULE: Rule = Rule {
    code: "D008",
    name: "echoed-title",
    severity: Severity::Warning,
    en: Words {
        checks: "The description says more than the title.",
        why: "Who has read the title learns nothing new, and cannot tell whether the data fits before downloading it.",
        message: "the description only repeats the title",
        expected: "what a row is, where the data comes from, what it can and cannot be used for",
        action: "describe what the title leaves open",
    },
    fr: Words {
        checks: "La description dit plus que le titre.",
        why: "Qui a lu le titre n’apprend rien de plus, et ne sait pas si les données conviennent avant de les \
              télécharger.",
        message: "la description ne fait que répéter le titre",
        expected: "ce qu’est une ligne, d’où viennent les données, à quoi elles servent ou ne servent pas",
        action: "décrire ce que le titre laisse ouvert",
    },
    example: Example {
        bad: "title: Trees of the town\ndescription: Trees of the town dataset.\n",
        good: "title: Trees of the town\ndescription: Every tree along the streets, with its species and the year it was planted.\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

/// Words beside those of the title that a description needs to say more.
const NEW_WORDS: usize = 3;

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    for (code, text) in dataset.description.iter() {
        let title = dataset.title.get(code).map_or("", |(title, _)| title);
        if repeats(text, title) {
            let description = KeyPath::of("description");
            let path = if code.is_empty() { description } else { description.key(code) };
            report.fail(Place::value(path)).found(text);
        }
    }
}

fn repeats(text: &str, title: &str) -> bool {
    // A description much longer than the title need not be read.
    if title.is_empty() || text.len() > 2 * title.len() + 80 {
        return false;
    }
    let (text, title) = (vocab::key(text), vocab::key(title));
    let titled: Vec<&str> = title.split(' ').collect();
    let new = text.split(' ').filter(|word| !titled.contains(word)).count();
    !title.is_empty() && text.contains(titled[0]) && new < NEW_WORDS
}
