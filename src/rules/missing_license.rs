//! `missing-license`: data that nobody says may be used.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "L001",
    name: "missing-license",
    severity: Severity::Warning,
    en: Words {
        checks: "A dataset, or each of its files, has a licence; restricted data needs none.",
        why: "Without a licence nobody knows whether the data may be reused, copied or merged, and careful readers \
              leave it alone.",
        message: "`license` is missing",
        expected: "a licence such as `etalab-2.0`, `ODbL-1.0` or `CC-BY-4.0`",
        action: "add `license: …` with the licence the publisher has chosen",
    },
    fr: Words {
        checks: "Un jeu, ou chacun de ses fichiers, a une licence ; des données restreintes n’en demandent pas.",
        why: "Sans licence, nul ne sait s’il peut réutiliser, copier ou croiser les données, et les lecteurs \
              prudents les laissent.",
        message: "`license` manque",
        expected: "une licence comme `etalab-2.0`, `ODbL-1.0` ou `CC-BY-4.0`",
        action: "ajouter `license: …` avec la licence choisie par le producteur",
    },
    example: Example { bad: "title: Trees\n", good: "title: Trees\nlicense: etalab-2.0\n" },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    let each_file = !dataset.resources.is_empty() && dataset.resources.iter().all(|file| file.license.is_some());
    if dataset.license.is_some() || each_file {
        return;
    }
    if dataset.access.is_restricted() {
        return report.not_applicable();
    }
    report.fail(Place::key(KeyPath::of("license")));
}
