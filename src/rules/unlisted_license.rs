//! `unlisted-license`: a licence that the EU table of licences does not have.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Coded, Dataset};
use crate::source::{KeyPath, Place};
use crate::vocab::License;

pub(super) static RULE: Rule = Rule {
    code: "L006",
    name: "unlisted-license",
    severity: Severity::Info,
    en: Words {
        checks: "A known licence is in the EU table of licences.",
        why: "Portals that harvest the catalogue compare licences by the codes of that table; another one is shown \
              as a text that nobody can filter by.",
        message: "the licence `{found}` is not in the EU table",
        expected: "a licence of the EU table, such as `etalab-2.0`, `ODbL-1.0` or `CC-BY-4.0`",
        action: "choose a listed licence if the publisher is free to, else leave it as it is",
    },
    fr: Words {
        checks: "Une licence connue est dans la table européenne des licences.",
        why: "Les portails qui moissonnent le catalogue comparent les licences par les codes de cette table ; une \
              autre est montrée comme un texte que personne ne peut filtrer.",
        message: "la licence `{found}` n’est pas dans la table européenne",
        expected: "une licence de la table européenne, comme `etalab-2.0`, `ODbL-1.0` ou `CC-BY-4.0`",
        action: "choisir une licence de la table si le producteur est libre de le faire, sinon laisser ainsi",
    },
    example: Example { bad: "title: Trees\nlicense: other-open\n", good: "title: Trees\nlicense: CC-BY-4.0\n" },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    let (license, path) = match &dataset.license {
        Some(license) => (license, KeyPath::of("license")),
        None => match of_files(dataset) {
            Some(found) => found,
            None => return report.not_applicable(),
        },
    };
    // What no table has is the matter of another rule.
    match license.known {
        Some(known) if known.eu.is_none() => {
            report.fail(Place::value(path)).found(&license.raw);
        }
        Some(_) => {}
        None => report.unknown(),
    }
}

/// The licence of the first file that has one, where the dataset has none.
fn of_files(dataset: &Dataset) -> Option<(&Coded<License>, KeyPath)> {
    let mut files = dataset.resources.iter().enumerate();
    files.find_map(|(index, file)| Some((file.license.as_ref()?, KeyPath::of("resources").index(index).key("license"))))
}
