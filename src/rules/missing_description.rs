//! `missing-description`: a dataset that nothing describes.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "D002",
    name: "missing-description",
    severity: Severity::Error,
    en: Words {
        checks: "A dataset has a description.",
        why: "The description is what search engines show and what lets somebody know, before opening a file, \
              whether it is of any use. Every portal asks for it.",
        message: "`description` is missing",
        expected: "a few sentences on what the data is, where it comes from and what its limits are",
        action: "add `description: …` with what the data is, where it comes from and what its limits are",
    },
    fr: Words {
        checks: "Un jeu de données a une description.",
        why: "La description est ce que montrent les moteurs de recherche et ce qui permet de savoir, avant d’ouvrir \
              un fichier, s’il sera utile. Tous les portails la demandent.",
        message: "`description` manque",
        expected: "quelques phrases sur ce que sont les données, d’où elles viennent et quelles sont leurs limites",
        action: "ajouter `description: …` en disant ce que sont les données, d’où elles viennent et quelles sont \
              leurs limites",
    },
    example: Example {
        bad: "title: Trees\n",
        good: "title: Trees\ndescription: Every tree of the town’s avenues, with its species.\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    if dataset.description.is_blank() {
        report.fail(Place::key(KeyPath::of("description")));
    }
}
