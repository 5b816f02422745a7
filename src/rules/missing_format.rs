//! `missing-format`: a file whose format nothing tells.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Dataset, Resource};
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "R017",
    name: "missing-format",
    severity: Severity::Warning,
    en: Words {
        checks: "The format of each file is given, or can be told from its media type or its name.",
        why: "Readers choose a file by its format, and programs open it by its format. A link that tells nothing may \
              lead to a page as well as to a table.",
        message: "nothing tells the format of `{found}`",
        expected: "a format such as `csv`, `geojson` or `html`",
        action: "add `format: …` to this file",
    },
    fr: Words {
        checks: "Le format de chaque fichier est indiqué, ou se lit dans son type de média ou dans son nom.",
        why: "On choisit un fichier à son format, et les programmes l’ouvrent selon son format. Un lien qui n’en dit \
              rien peut mener à une page comme à un tableau.",
        message: "rien ne dit le format de `{found}`",
        expected: "un format comme `csv`, `geojson` ou `html`",
        action: "ajouter `format: …` à ce fichier",
    },
    example: Example {
        bad: "title: Trees\nresources:\n  - url: https://data.example/download/12\n",
        good: "title: Trees\nresources:\n  - url: https://data.example/download/12\n    format: csv\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    let Some((best, _)) = dataset.best_distribution() else {
        return report.not_applicable();
    };
    for (index, file) in dataset.resources.iter().enumerate() {
        let told = file.format.is_some() || file.format_among(&dataset.files).is_some();
        if told || !(file.is_distribution() || index == best) {
            continue;
        }
        // Points are lost only when not even the best file has a format.
        let place = Place::value(KeyPath::of("resources").index(index).key(key_of_address(file)));
        let broken = if index == best { report.fail(place) } else { report.remark(place) };
        broken.found(address(file));
    }
}

fn address(file: &Resource) -> &str {
    file.path().or_else(|| file.url()).unwrap_or("resources")
}

fn key_of_address(file: &Resource) -> &'static str {
    if file.path().is_some() { "path" } else { "url" }
}
