//! `closed-format`: files that only office software opens.

use std::collections::BTreeSet;

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Dataset, Resource};
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "R021",
    name: "closed-format",
    severity: Severity::Warning,
    en: Words {
        checks: "At least one file has another format than PDF, Word or Excel; a file without a format counts as \
              closed, as on data.gouv.fr.",
        why: "Tables in a PDF have to be typed again, and office files hide their data behind layout. A CSV beside \
              them costs little.",
        message: "all files are in closed formats[: {found}]",
        expected: "a file in an open format, such as `csv`, `ods` or `json`",
        action: "publish the same data as CSV, JSON or OpenDocument beside these files",
    },
    fr: Words {
        checks: "Au moins un fichier a un autre format que PDF, Word ou Excel ; un fichier sans format compte comme \
              fermé, comme sur data.gouv.fr.",
        why: "Les tableaux d’un PDF sont à ressaisir, et les fichiers bureautiques cachent les données derrière la \
              mise en page. Un CSV à côté coûte peu.",
        message: "tous les fichiers sont dans des formats fermés[ : {found}]",
        expected: "un fichier dans un format ouvert, comme `csv`, `ods` ou `json`",
        action: "publier les mêmes données en CSV, JSON ou OpenDocument à côté de ces fichiers",
    },
    example: Example {
        bad: "title: Trees\nresources:\n  - url: https://data.example/trees.pdf\n    format: pdf\n",
        good: "title: Trees\nresources:\n  - url: https://data.example/trees.pdf\n    format: pdf\n  - url: https://data.example/trees.csv\n    format: csv\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    if dataset.resources.is_empty() {
        return report.not_applicable();
    }
    if dataset.resources.iter().any(|file| !is_closed(file, dataset)) {
        return;
    }
    let formats = dataset.resources.iter().filter_map(|file| file.format_among(&dataset.files));
    let ids: BTreeSet<&str> = formats.map(|format| format.id).collect();
    let declared = dataset.resources.iter().position(|file| file.format.is_some());
    let place = match declared {
        Some(index) => Place::value(KeyPath::of("resources").index(index).key("format")),
        None => Place::key(KeyPath::of("resources")),
    };
    let broken = report.fail(place);
    if !ids.is_empty() {
        broken.found(ids.into_iter().collect::<Vec<_>>().join(", "));
    }
}

/// A format that nobody knows is open there, the absence of one is not.
fn is_closed(file: &Resource, dataset: &Dataset) -> bool {
    match file.format_among(&dataset.files) {
        Some(format) => format.closed(),
        None => file.format.is_none(),
    }
}
