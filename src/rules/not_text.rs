//! `not-text`: a descriptor that is not UTF-8 text.

use super::{Check, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Fault, FaultKind, Header};

pub(super) static RULE: Rule = Rule {
    code: "Y008",
    name: "not-text",
    severity: Severity::Error,
    en: Words {
        checks: "A descriptor is text in UTF-8.",
        why: "A text in another encoding, or a binary file under a wrong name, cannot be read: it has no page.",
        message: "this is not UTF-8 text: byte {found} belongs to no character",
        expected: "text saved as UTF-8",
        action: "save the file again as UTF-8, or give a data file its own extension",
    },
    fr: Words {
        checks: "Une fiche est un texte en UTF-8.",
        why: "Un texte dans un autre codage, ou un fichier binaire mal nommé, ne peut être lu : il n’a pas de page.",
        message: "ceci n’est pas du texte UTF-8 : l’octet {found} n’appartient à aucun caractère",
        expected: "un texte enregistré en UTF-8",
        action: "enregistrer à nouveau le fichier en UTF-8, ou donner à un fichier de données son extension",
    },
    example: Example {
        bad: "==> content/datasets/forets.yaml (Latin-1) <==\ntitle: Forêts\n",
        good: "==> content/datasets/forets.yaml <==\ntitle: Forêts\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Fault(check)];

fn check(fault: &Fault, _: &Header, report: &mut Report) {
    if fault.kind == FaultKind::NotText {
        report.fail(fault.place.clone()).found(&fault.found);
    }
}
