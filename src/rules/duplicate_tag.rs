//! `duplicate-tag`: a keyword that comes twice.

use super::{Check, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Fault, FaultKind, Header};

pub(super) static RULE: Rule = Rule {
    code: "V006",
    name: "duplicate-tag",
    severity: Severity::Warning,
    en: Words {
        checks: "No keyword comes twice, be it with other capitals, accents or hyphens.",
        why: "Spellings of one keyword share a page. The second adds nothing, but counts where keywords are counted.",
        message: "the keyword `{found}` is there already",
        expected: "each keyword once",
        action: "remove one of the two",
    },
    fr: Words {
        checks: "Aucun mot-clé ne figure deux fois, fût-ce avec d’autres capitales, accents ou traits d’union.",
        why: "Les graphies d’un mot-clé partagent une page. La seconde n’apporte rien, mais compte là où l’on compte les mots-clés.",
        message: "le mot-clé `{found}` figure déjà",
        expected: "chaque mot-clé une fois",
        action: "retirer l’un des deux",
    },
    example: Example {
        bad: "title: Trees\ntags: [Trees, parks, trees]\n",
        good: "title: Trees\ntags: [trees, parks]\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Fault(check)];

fn check(fault: &Fault, header: &Header, report: &mut Report) {
    if fault.kind == FaultKind::DuplicateTag {
        report.fail(fault.place.clone()).found(&fault.found).other_bytes(header.source, fault.other);
    }
}
