//! `missing-frequency`: a dataset that does not say how often it is updated.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "T010",
    name: "missing-frequency",
    severity: Severity::Error,
    en: Words {
        checks: "A dataset says how often it is updated.",
        why: "The frequency is a promise: it tells readers whether last year’s figures are the latest, and lets a \
              late update be seen. The format makes it mandatory.",
        message: "`frequency` is missing",
        expected: "one of the 40 codes, such as `monthly`, `annual` or `irregular`",
        action: "add `frequency: …` with how often the data really changes",
    },
    fr: Words {
        checks: "Un jeu dit à quelle fréquence il est mis à jour.",
        why: "La fréquence est une promesse : elle dit si les chiffres de l’an dernier sont les derniers, et fait \
              voir un retard. Le format la rend obligatoire.",
        message: "`frequency` manque",
        expected: "l’un des 40 codes, comme `monthly`, `annual` ou `irregular`",
        action: "ajouter `frequency: …` avec le rythme réel des mises à jour",
    },
    example: Example { bad: "title: Trees\n", good: "title: Trees\nfrequency: annual\n" },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    if dataset.frequency.is_none() {
        report.fail(Place::key(KeyPath::of("frequency")));
    }
}
