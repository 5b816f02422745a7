//! `missing-issued`: a dataset of no known date of publication.

use super::{Check, Context, History, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "T012",
    name: "missing-issued",
    severity: Severity::Info,
    en: Words {
        checks: "The date of publication of a dataset is known: `created`, `metadata_created`, the harvested one or \
              the first commit.",
        why: "The date of publication tells a new dataset from an old one, in feeds and in other portals.",
        message: "no date of publication",
        expected: "a date such as `2024-05-31`",
        action: "add `created: …` with the day the data was first published",
    },
    fr: Words {
        checks: "La date de publication d’un jeu est connue : `created`, `metadata_created`, celle de la source \
              moissonnée ou le premier commit.",
        why: "La date de publication distingue un jeu nouveau d’un ancien, dans les flux et sur les autres portails.",
        message: "pas de date de publication",
        expected: "une date comme `2024-05-31`",
        action: "ajouter `created: …` avec le jour de la première publication",
    },
    example: Example { bad: "title: Trees\n", good: "title: Trees\ncreated: 2024-05-31\n" },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, context: &Context<'_>, report: &mut Report) {
    let harvested = dataset.harvest.as_ref().and_then(|harvest| harvest.issued.or(harvest.created));
    if dataset.first_published().or(harvested).is_some() {
        return;
    }
    // The whole history may tell it: a clone without it must not cost points.
    if context.history == History::Shallow {
        return report.unknown();
    }
    report.fail(Place::key(KeyPath::of("created")));
}
