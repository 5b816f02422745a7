//! `missing-media-type`: a best file whose media type nothing tells.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "R018",
    name: "missing-media-type",
    severity: Severity::Info,
    en: Words {
        checks: "The media type of a dataset’s best file is given or follows from its format.",
        why: "Programs that fetch the file decide by its media type how to read it.",
        message: "nothing tells the media type of file {number}",
        expected: "a media type such as `text/csv`",
        action: "add `mime: …` to this file, or a known `format`",
    },
    fr: Words {
        checks: "Le type de média du meilleur fichier d’un jeu est indiqué ou découle de son format.",
        why: "Les programmes qui téléchargent le fichier choisissent comment le lire d’après son type de média.",
        message: "rien ne dit le type de média du fichier {number}",
        expected: "un type de média comme `text/csv`",
        action: "ajouter `mime: …` à ce fichier, ou un `format` connu",
    },
    example: Example {
        bad: "title: Trees\nresources:\n  - url: https://data.example/trees.gdb\n    format: gdb\n",
        good: "title: Trees\nresources:\n  - url: https://data.example/trees.gdb\n    format: gdb\n    mime: application/octet-stream\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    let Some((index, best)) = dataset.best_distribution() else {
        return report.not_applicable();
    };
    if best.media_type_among(&dataset.files).is_none() {
        let place = Place::key(KeyPath::of("resources").index(index));
        report.fail(place).arg("number", (index + 1).to_string());
    }
}
