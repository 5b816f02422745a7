//! `unknown-frequency`: a frequency that says it is not known.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "T014",
    name: "unknown-frequency",
    severity: Severity::Warning,
    en: Words {
        checks: "The frequency of a dataset is another one than `unknown`.",
        why: "`unknown` keeps the field but not its promise: nobody can tell whether the data is late.",
        message: "the frequency is `{found}`",
        expected: "another of the 40 codes, such as `monthly`, `annual` or `irregular`",
        action: "ask the publisher how often the data changes; `irregular` and `notPlanned` are answers too",
    },
    fr: Words {
        checks: "La fréquence d’un jeu est une autre que `unknown`.",
        why: "`unknown` remplit le champ sans rien promettre : personne ne peut dire si les données sont en retard.",
        message: "la fréquence est `{found}`",
        expected: "un autre des 40 codes, comme `monthly`, `annual` ou `irregular`",
        action: "demander au producteur le rythme des mises à jour ; `irregular` et `notPlanned` sont aussi des \
              réponses",
    },
    example: Example { bad: "title: Trees\nfrequency: unknown\n", good: "title: Trees\nfrequency: irregular\n" },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    let Some(frequency) = &dataset.frequency else {
        return report.not_applicable();
    };
    match frequency.known {
        Some(known) if known.id == "unknown" => {
            report.fail(Place::value(KeyPath::of("frequency"))).found(&frequency.raw);
        }
        Some(_) => {}
        // A code that no table has is the matter of another rule.
        None => report.unknown(),
    }
}
