//! `missing-temporal-coverage`: data of no known period.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "G001",
    name: "missing-temporal-coverage",
    severity: Severity::Warning,
    en: Words {
        checks: "A dataset says which period it covers.",
        why: "Figures without their years cannot be compared, and nobody finds them by looking for a year.",
        message: "`temporal_coverage` is missing",
        expected: "a period such as `2019/2024`, with `..` for an open end",
        action: "add `temporal_coverage: \"2019/..\"` with the years of the data",
    },
    fr: Words {
        checks: "Un jeu dit quelle période il couvre.",
        why: "Des chiffres sans leurs années ne se comparent pas, et personne ne les trouve en cherchant une année.",
        message: "`temporal_coverage` manque",
        expected: "une période comme `2019/2024`, avec `..` pour une fin ouverte",
        action: "ajouter `temporal_coverage: \"2019/..\"` avec les années des données",
    },
    example: Example { bad: "title: Trees\n", good: "title: Trees\ntemporal_coverage: \"2019/..\"\n" },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    if dataset.temporal.is_empty() {
        report.fail(Place::key(KeyPath::of("temporal_coverage")));
    }
}
