//! `missing-spatial`: data of no known place.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "G002",
    name: "missing-spatial",
    severity: Severity::Warning,
    en: Words {
        checks: "A dataset says which area it covers, or how finely.",
        why: "Readers look for data about a place. Without it a dataset is in no list of its town and on no map.",
        message: "`spatial` is missing",
        expected: "`zones` such as `fr:departement:35`, a `bbox` or a `granularity`",
        action: "add `spatial:` with the zones it covers and its granularity",
    },
    fr: Words {
        checks: "Un jeu dit quelle zone il couvre, ou avec quelle finesse.",
        why: "On cherche des données sur un lieu. Sans lui, un jeu n’est dans aucune liste de sa commune ni sur \
              aucune carte.",
        message: "`spatial` manque",
        expected: "des `zones` comme `fr:departement:35`, une `bbox` ou une `granularity`",
        action: "ajouter `spatial:` avec les zones couvertes et la granularité",
    },
    example: Example { bad: "title: Trees\n", good: "title: Trees\nspatial:\n  zones: [\"fr:departement:35\"]\n" },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    if dataset.spatial.is_empty() {
        report.fail(Place::key(KeyPath::of("spatial")));
    }
}
