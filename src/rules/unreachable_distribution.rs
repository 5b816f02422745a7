//! `unreachable-distribution`: a best file whose address did not answer.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "R029",
    name: "unreachable-distribution",
    severity: Severity::Info,
    en: Words {
        checks: "The address of a dataset’s best file answered when it was requested. Nothing is known of addresses \
              that nobody requested, hosted files included.",
        why: "data.europa.eu requests this address and gives a fifth of all points for its answer.",
        message: "the best file, `{found}`, did not answer",
        expected: "an address that answers",
        action: "correct the address, or keep the file beside the descriptor",
    },
    fr: Words {
        checks: "L’adresse du meilleur fichier d’un jeu a répondu quand on l’a demandée. Des adresses que personne \
              n’a demandées, fichiers hébergés compris, rien n’est connu.",
        why: "data.europa.eu demande cette adresse et donne un cinquième de ses points à la réponse.",
        message: "le meilleur fichier, `{found}`, n’a pas répondu",
        expected: "une adresse qui répond",
        action: "corriger l’adresse, ou garder le fichier à côté de la fiche",
    },
    example: Example {
        bad: "title: Trees\nresources:\n  - url: https://data.example/trees.csv\n    extras: { \"check:available\": false }\n",
        good: "title: Trees\nresources:\n  - url: https://data.example/trees.csv\n    extras: { \"check:available\": true }\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    let Some((index, best)) = dataset.best_distribution() else {
        return report.not_applicable();
    };
    match (best.url(), best.was_available()) {
        (Some(_), Some(true)) => {}
        (Some(url), Some(false)) => {
            report.fail(Place::value(KeyPath::of("resources").index(index).key("url"))).found(url);
        }
        _ => report.unknown(),
    }
}
