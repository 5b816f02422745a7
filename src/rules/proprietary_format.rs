//! `proprietary-format`: a best file in a format that somebody owns.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};
use crate::vocab::Format;

pub(super) static RULE: Rule = Rule {
    code: "R024",
    name: "proprietary-format",
    severity: Severity::Info,
    en: Words {
        checks: "The format of a dataset’s best file is in data.europa.eu’s list of non-proprietary formats.",
        why: "A format that one company defines may need its software, today or in ten years.",
        message: "`{found}` is not in the list of non-proprietary formats",
        expected: "a format such as `csv`, `json`, `geojson` or `ods`",
        action: "publish the same data in an open format beside this file",
    },
    fr: Words {
        checks: "Le format du meilleur fichier d’un jeu est dans la liste des formats non propriétaires de \
              data.europa.eu.",
        why: "Un format défini par une seule entreprise peut demander son logiciel, aujourd’hui ou dans dix ans.",
        message: "`{found}` n’est pas dans la liste des formats non propriétaires",
        expected: "un format comme `csv`, `json`, `geojson` ou `ods`",
        action: "publier les mêmes données dans un format ouvert à côté de ce fichier",
    },
    example: Example {
        bad: "title: Trees\nresources:\n  - url: https://data.example/trees.xlsx\n",
        good: "title: Trees\nresources:\n  - url: https://data.example/trees.ods\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    let Some((index, best)) = dataset.best_distribution() else {
        return report.not_applicable();
    };
    let format = best.format_among(&dataset.files);
    if !format.is_some_and(Format::non_proprietary) {
        let path = KeyPath::of("resources").index(index);
        let place = if best.format.is_some() { Place::value(path.key("format")) } else { Place::key(path) };
        let declared = best.format.as_ref().map(|format| format.raw.as_str());
        report.fail(place).found(declared.or(format.map(|format| format.id)).unwrap_or("?"));
    }
}
