//! `missing-resource`: a dataset without anything to open.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "R001",
    name: "missing-resource",
    severity: Severity::Warning,
    en: Words {
        checks: "A dataset has at least one file or link; restricted or withdrawn data needs none.",
        why: "A page without a file is a promise: readers find it, read it and leave with nothing.",
        message: "`resources` is missing or empty",
        expected: "one entry for each file, with `path` or `url`",
        action: "add a file beside the descriptor, or the address where it is, under `resources`",
    },
    fr: Words {
        checks: "Un jeu a au moins un fichier ou un lien ; des données restreintes ou retirées n’en demandent pas.",
        why: "Une page sans fichier est une promesse : on la trouve, on la lit, et on repart sans rien.",
        message: "`resources` manque ou est vide",
        expected: "une entrée par fichier, avec `path` ou `url`",
        action: "ajouter un fichier à côté de la fiche, ou l’adresse où il se trouve, sous `resources`",
    },
    example: Example {
        bad: "title: Trees\n",
        good: "title: Trees\nresources:\n  - url: https://data.example/trees.csv\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    if !dataset.resources.is_empty() {
        return;
    }
    if dataset.access.is_restricted() || dataset.retired.is_some() {
        return report.not_applicable();
    }
    report.fail(Place::key(KeyPath::of("resources")));
}
