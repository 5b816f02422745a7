//! `unlisted-format`: a best file whose format is in no public list.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "R030",
    name: "unlisted-format",
    severity: Severity::Info,
    en: Words {
        checks: "The format of a dataset’s best file is in the EU table of file types, or its media type is \
              registered with IANA.",
        why: "Portals know formats by these lists; another one is a word that they cannot sort by.",
        message: "the format of file {number} is in no public list",
        expected: "a format of the EU table of file types, or a registered media type",
        action: "correct `format` or add `mime: …` with a registered media type",
    },
    fr: Words {
        checks: "Le format du meilleur fichier d’un jeu est dans la table européenne des types de fichiers, ou son \
              type de média est enregistré à l’IANA.",
        why: "Les portails connaissent les formats par ces listes ; un autre n’est qu’un mot sur lequel ils ne \
              peuvent rien trier.",
        message: "le format du fichier {number} n’est dans aucune liste publique",
        expected: "un format de la table européenne des types de fichiers, ou un type de média enregistré",
        action: "corriger `format` ou ajouter `mime: …` avec un type de média enregistré",
    },
    example: Example {
        bad: "title: Trees\nresources:\n  - url: https://data.example/trees\n    format: treebank\n",
        good: "title: Trees\nresources:\n  - url: https://data.example/trees\n    format: csv\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    let Some((index, best)) = dataset.best_distribution() else {
        return report.not_applicable();
    };
    if !best.is_listed(&dataset.files) {
        let path = KeyPath::of("resources").index(index);
        let place = if best.format.is_some() { Place::value(path.key("format")) } else { Place::key(path) };
        report.fail(place).arg("number", (index + 1).to_string());
    }
}
