//! `missing-download`: a best file that cannot be downloaded as it is.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "R028",
    name: "missing-download",
    severity: Severity::Info,
    en: Words {
        checks: "A dataset’s best file is hosted here or has an address that gives the file itself, not an API or a \
              page.",
        why: "Without a download, portals and scripts get an address they cannot do anything with.",
        message: "file {number} has no address that gives the file itself",
        expected: "a hosted file, or the address of the file with its format",
        action: "add the address of the file itself with its `format`, or keep the file beside the descriptor",
    },
    fr: Words {
        checks: "Le meilleur fichier d’un jeu est hébergé ici ou a une adresse qui donne le fichier lui-même, et non \
              une API ou une page.",
        why: "Sans téléchargement, les portails et les scripts reçoivent une adresse dont ils ne peuvent rien faire.",
        message: "le fichier {number} n’a pas d’adresse qui donne le fichier lui-même",
        expected: "un fichier hébergé, ou l’adresse du fichier avec son format",
        action: "ajouter l’adresse du fichier lui-même avec son `format`, ou garder le fichier à côté de la fiche",
    },
    example: Example {
        bad: "title: Trees\nresources:\n  - url: https://data.example/trees\n    format: html\n",
        good: "title: Trees\nresources:\n  - url: https://data.example/trees.csv\n    format: csv\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    let Some((index, best)) = dataset.best_distribution() else {
        return report.not_applicable();
    };
    if !best.is_download() {
        let place = Place::key(KeyPath::of("resources").index(index));
        report.fail(place).arg("number", (index + 1).to_string());
    }
}
