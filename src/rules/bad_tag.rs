//! `bad-tag`: a keyword that is too short, too long or only signs.

use super::{Check, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Fault, FaultKind, Header};

pub(super) static RULE: Rule = Rule {
    code: "V007",
    name: "bad-tag",
    severity: Severity::Warning,
    en: Words {
        checks: "A keyword has 3 to 96 characters, and letters or digits among them.",
        why: "data.gouv.fr and portals like it refuse other keywords, and nobody searches for them.",
        message: "the keyword `{found}` is too short, too long or only signs",
        expected: "3 to 96 characters",
        action: "write the word out, or remove it",
    },
    fr: Words {
        checks: "Un mot-clé a de 3 à 96 caractères, dont des lettres ou des chiffres.",
        why: "data.gouv.fr et les portails semblables refusent les autres, et personne ne les cherche.",
        message: "le mot-clé `{found}` est trop court, trop long ou sans lettre ni chiffre",
        expected: "de 3 à 96 caractères",
        action: "écrire le mot en entier, ou le retirer",
    },
    example: Example { bad: "title: Trees\ntags: [trees, '#']\n", good: "title: Trees\ntags: [trees, parks]\n" },
};

pub(super) const CHECKS: &[Check] = &[Check::Fault(check)];

fn check(fault: &Fault, _: &Header, report: &mut Report) {
    if fault.kind == FaultKind::BadTag {
        report.fail(fault.place.clone()).found(&fault.found);
    }
}
