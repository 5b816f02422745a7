//! `short-description`: a description of 100 characters or fewer.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "D003",
    name: "short-description",
    severity: Severity::Warning,
    en: Words {
        checks: "The description of a dataset has more than 100 characters.",
        why: "A single line rarely says what the data covers, how it was made and what it must not be used for. Both \
              scores of data.gouv.fr ask for more than 100 characters.",
        message: "the description has {found} characters",
        expected: "more than 100 characters",
        action: "say what each file holds, how the data was made and what its limits are",
    },
    fr: Words {
        checks: "La description d’un jeu compte plus de 100 caractères.",
        why: "Une seule ligne dit rarement ce que couvrent les données, comment elles sont faites et à quoi elles ne \
              doivent pas servir. Les deux scores de data.gouv.fr demandent plus de 100 caractères.",
        message: "la description compte {found} caractères",
        expected: "plus de 100 caractères",
        action: "dire ce que contient chaque fichier, comment les données sont faites et quelles sont leurs limites",
    },
    example: Example {
        bad: "title: Trees\ndescription: All the trees.\n",
        good: "title: Trees\ndescription: Every tree of the town’s avenues and parks, with its species, its girth and the year it was planted. Counted each winter.\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

/// Most characters that are still too few (data.gouv.fr).
const TOO_FEW: usize = 100;

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    let length = dataset.description.longest();
    if dataset.description.is_blank() {
        return report.not_applicable();
    }
    if length <= TOO_FEW {
        let path = KeyPath::of("description");
        let by_language = dataset.description.iter().any(|(language, _)| !language.is_empty());
        let place = if by_language { Place::key(path) } else { Place::value(path) };
        report.fail(place).found(length.to_string());
    }
}
