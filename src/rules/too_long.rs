//! `too-long`: a text longer than its field allows.

use super::{Check, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Fault, FaultKind, Header};

pub(super) static RULE: Rule = Rule {
    code: "V004",
    name: "too-long",
    severity: Severity::Warning,
    en: Words {
        checks: "Texts stay within the limits of their fields: 350 characters for a title, 200 for a summary, 128 for an acronym, 100,000 for a description.",
        why: "The limits are those of data.gouv.fr, which refuses longer texts; lists and search results cut them.",
        message: "this text has {found} characters, {max} at most",
        expected: "at most {max} characters",
        action: "shorten it; details belong in the description, or in a file of documentation",
    },
    fr: Words {
        checks: "Les textes restent dans les limites de leurs champs : 350 caractères pour un titre, 200 pour un résumé, 128 pour un acronyme, 100 000 pour une description.",
        why: "Ces limites sont celles de data.gouv.fr, qui refuse les textes plus longs ; les listes et la recherche les coupent.",
        message: "ce texte a {found} caractères, pour {max} au plus",
        expected: "{max} caractères au plus",
        action: "le raccourcir ; les détails vont dans la description, ou dans un fichier de documentation",
    },
    example: Example {
        bad: "title: Trees\nacronym: TREES-TREES-TREES-TREES-TREES-TREES-TREES-TREES-TREES-TREES-TREES-TREES-TREES-TREES-TREES-TREES-TREES-TREES-TREES-TREES-TREES-TREES-\n",
        good: "title: Trees\nacronym: TREES\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Fault(check)];

fn check(fault: &Fault, _: &Header, report: &mut Report) {
    if let FaultKind::TooLong(max) = &fault.kind {
        report.fail(fault.place.clone()).found(&fault.found).arg("max", max.to_string());
    }
}
