//! `unreachable-file`: a link that did not answer when it was checked.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "R022",
    name: "unreachable-file",
    severity: Severity::Warning,
    en: Words {
        checks: "No link was found broken. What a check found stands in the file’s `extras` as `check:available` and \
              `check:date`, as data.gouv.fr writes it; without it, nothing is known.",
        why: "A dead link is worse than none: it costs the reader’s time and trust.",
        message: "`{found}` did not answer[ on {date}]",
        expected: "an address that answers",
        action: "correct the address, or keep the file beside the descriptor",
    },
    fr: Words {
        checks: "Aucun lien n’a été trouvé rompu. Le résultat d’un contrôle est dans les `extras` du fichier, sous \
              `check:available` et `check:date`, comme data.gouv.fr l’écrit ; sans lui, rien n’est connu.",
        why: "Un lien mort est pire que pas de lien : il coûte du temps et de la confiance.",
        message: "`{found}` n’a pas répondu[ le {date}]",
        expected: "une adresse qui répond",
        action: "corriger l’adresse, ou garder le fichier à côté de la fiche",
    },
    example: Example {
        bad: "title: Trees\nresources:\n  - url: https://data.example/trees.csv\n    extras: { \"check:available\": false, \"check:date\": 2026-11-02 }\n",
        good: "title: Trees\nresources:\n  - url: https://data.example/trees.csv\n    extras: { \"check:available\": true, \"check:date\": 2026-11-02 }\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    if dataset.resources.is_empty() {
        return report.not_applicable();
    }
    for (index, file) in dataset.resources.iter().enumerate() {
        // Hosted files are published with the site: they are there when it is.
        let Some(url) = file.url() else {
            continue;
        };
        match file.was_available() {
            Some(true) => {}
            Some(false) => {
                let place = Place::value(KeyPath::of("resources").index(index).key("url"));
                let broken = report.fail(place).found(url);
                if let Some(date) = file.checked_on() {
                    broken.arg("date", date);
                }
            }
            None => report.unknown(),
        }
    }
}
