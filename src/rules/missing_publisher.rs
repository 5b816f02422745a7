//! `missing-publisher`: data that nobody answers for.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "A001",
    name: "missing-publisher",
    severity: Severity::Warning,
    en: Words {
        checks: "A dataset has a publisher: an organisation or a person of the catalogue.",
        why: "Readers trust data by who publishes it, and need to know whom to cite.",
        message: "neither `organization` nor `owner`",
        expected: "the slug of an organisation or of a person",
        action: "add `organization: …` with the slug of a file in `content/organizations/`",
    },
    fr: Words {
        checks: "Un jeu a un producteur : une organisation ou une personne du catalogue.",
        why: "On se fie aux données d’après qui les publie, et il faut savoir qui citer.",
        message: "ni `organization` ni `owner`",
        expected: "l’identifiant d’une organisation ou d’une personne",
        action: "ajouter `organization: …` avec l’identifiant d’un fichier de `content/organizations/`",
    },
    example: Example {
        bad: "title: Trees\n",
        good: "title: Trees\norganization: town\n==> content/organizations/town.yaml <==\nname: Town\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    if dataset.organization.is_none() && dataset.owner.is_none() {
        report.fail(Place::key(KeyPath::of("organization")));
    }
}
