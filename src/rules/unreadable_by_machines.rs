//! `unreadable-by-machines`: a best file that programs cannot read.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};
use crate::vocab::Format;

pub(super) static RULE: Rule = Rule {
    code: "R023",
    name: "unreadable-by-machines",
    severity: Severity::Info,
    en: Words {
        checks: "The format of a dataset’s best file is in data.europa.eu’s list of machine-readable formats.",
        why: "Maps, charts and other services are made by programs: they need tables and trees, not pages.",
        message: "machines do not read `{found}`",
        expected: "a format such as `csv`, `json`, `geojson` or `xlsx`",
        action: "publish the same data in a format that programs read",
    },
    fr: Words {
        checks: "Le format du meilleur fichier d’un jeu est dans la liste des formats lisibles par machine de \
              data.europa.eu.",
        why: "Cartes, graphiques et services sont faits par des programmes : il leur faut des tableaux et des \
              arbres, pas des pages.",
        message: "les machines ne lisent pas `{found}`",
        expected: "un format comme `csv`, `json`, `geojson` ou `xlsx`",
        action: "publier les mêmes données dans un format que les programmes lisent",
    },
    example: Example {
        bad: "title: Trees\nresources:\n  - url: https://data.example/trees.pdf\n",
        good: "title: Trees\nresources:\n  - url: https://data.example/trees.csv\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    let Some((index, best)) = dataset.best_distribution() else {
        return report.not_applicable();
    };
    let format = best.format_among(&dataset.files);
    if !format.is_some_and(Format::machine_readable) {
        let path = KeyPath::of("resources").index(index);
        let place = if best.format.is_some() { Place::value(path.key("format")) } else { Place::key(path) };
        let declared = best.format.as_ref().map(|format| format.raw.as_str());
        report.fail(place).found(declared.or(format.map(|format| format.id)).unwrap_or("?"));
    }
}
