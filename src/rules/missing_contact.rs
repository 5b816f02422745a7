//! `missing-contact`: a dataset with nobody to ask.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "A002",
    name: "missing-contact",
    severity: Severity::Warning,
    en: Words {
        checks: "A dataset has a contact point.",
        why: "Somebody will find a mistake or need a word of explanation. Without an address the mistake stays.",
        message: "`contact_points` is missing",
        expected: "a service or a person with an e-mail address or a form",
        action: "add `contact_points` with the name and the address of a service",
    },
    fr: Words {
        checks: "Un jeu a un point de contact.",
        why: "Quelqu’un trouvera une erreur ou aura besoin d’une explication. Sans adresse, l’erreur reste.",
        message: "`contact_points` manque",
        expected: "un service ou une personne avec une adresse électronique ou un formulaire",
        action: "ajouter `contact_points` avec le nom et l’adresse d’un service",
    },
    example: Example {
        bad: "title: Trees\n",
        good: "title: Trees\ncontact_points:\n  - { name: Parks department, email: parks@town.example }\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    if dataset.contact_points.is_empty() {
        report.fail(Place::key(KeyPath::of("contact_points")));
    }
}
