//! `missing-modified`: data of no known last change.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "T013",
    name: "missing-modified",
    severity: Severity::Info,
    en: Words {
        checks: "The date when the data last changed is known: `modified` of the dataset or of a file, or the \
              harvested one.",
        why: "It is the date readers look for first. The date of the descriptor is no substitute: a corrected comma \
              does not make new data.",
        message: "`modified` is missing",
        expected: "the day the data last changed",
        action: "add `modified: …` to the dataset or to its files, and change it with the data",
    },
    fr: Words {
        checks: "La date de la dernière modification des données est connue : `modified` du jeu ou d’un fichier, ou \
              celle de la source moissonnée.",
        why: "C’est la première date que l’on cherche. Celle de la fiche ne la remplace pas : une virgule corrigée \
              ne fait pas de nouvelles données.",
        message: "`modified` manque",
        expected: "le jour où les données ont changé pour la dernière fois",
        action: "ajouter `modified: …` au jeu ou à ses fichiers, et le changer avec les données",
    },
    example: Example { bad: "title: Trees\n", good: "title: Trees\nmodified: 2026-10-31\n" },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    if dataset.data_modified().is_none() {
        report.fail(Place::key(KeyPath::of("modified")));
    }
}
