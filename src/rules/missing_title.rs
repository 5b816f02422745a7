//! `missing-title`: something without a title or a name.

use super::{Check, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Fault, FaultKind, Header};
use crate::source::KeyPath;

pub(super) static RULE: Rule = Rule {
    code: "D001",
    name: "missing-title",
    severity: Severity::Error,
    en: Words {
        checks: "Everything described has a title; organisations and people have a name.",
        why: "The title is what readers see in lists and what they search for. Without one the page shows the slug.",
        message: "`{found}` is missing",
        expected: "a title in the words of the people who will look for it",
        action: "add `{found}: …` at the top of the descriptor",
    },
    fr: Words {
        checks: "Tout ce qui est décrit a un titre ; les organisations et les personnes ont un nom.",
        why: "Le titre est ce qu’on lit dans les listes et ce qu’on cherche. Sans lui, la page montre l’identifiant.",
        message: "`{found}` manque",
        expected: "un titre dans les mots de ceux qui le chercheront",
        action: "ajouter `{found}: …` en tête de la fiche",
    },
    example: Example { bad: "description: All the trees.\n", good: "title: Trees of the town\n" },
};

pub(super) const CHECKS: &[Check] = &[Check::Fault(check)];

fn check(fault: &Fault, _: &Header, report: &mut Report) {
    let at_top = |key: &str| fault.place.path == KeyPath::of(key);
    if fault.kind == FaultKind::Missing && (at_top("title") || at_top("name")) {
        report.fail(fault.place.clone()).found(&fault.found);
    }
}
