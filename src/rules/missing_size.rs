//! `missing-size`: a best file whose size nobody knows.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "R019",
    name: "missing-size",
    severity: Severity::Info,
    en: Words {
        checks: "The size of a dataset’s best file is known.",
        why: "Size tells whether a file can be opened on a telephone or needs a night of downloading.",
        message: "the size of file {number} is not known",
        expected: "the number of bytes, `size: 48213`",
        action: "add `size: …` in bytes to this file, or keep the file beside the descriptor",
    },
    fr: Words {
        checks: "La taille du meilleur fichier d’un jeu est connue.",
        why: "La taille dit si un fichier s’ouvre sur un téléphone ou demande une nuit de téléchargement.",
        message: "la taille du fichier {number} n’est pas connue",
        expected: "le nombre d’octets, `size: 48213`",
        action: "ajouter `size: …` en octets à ce fichier, ou garder le fichier à côté de la fiche",
    },
    example: Example {
        bad: "title: Trees\nresources:\n  - url: https://data.example/trees.csv\n",
        good: "title: Trees\nresources:\n  - url: https://data.example/trees.csv\n    size: 48213\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    let Some((index, best)) = dataset.best_distribution() else {
        return report.not_applicable();
    };
    if best.size_among(&dataset.files).is_none() {
        let place = Place::key(KeyPath::of("resources").index(index));
        report.fail(place).arg("number", (index + 1).to_string());
    }
}
