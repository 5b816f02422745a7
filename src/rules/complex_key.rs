//! `complex-key`: a key that is a list or a mapping.

use super::{Check, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Fault, FaultKind, Header};
use crate::source::YamlFaultKind;

pub(super) static RULE: Rule = Rule {
    code: "Y013",
    name: "complex-key",
    severity: Severity::Error,
    en: Words {
        checks: "Every key is a plain word.",
        why: "A list or a mapping as a key means nothing in a descriptor. It is ignored together with its value.",
        message: "this key is a list or a mapping; it is ignored with its value",
        expected: "a word, such as `tags`",
        action: "write a plain key, or put quotes around a text that begins with `[`, `{` or `?`",
    },
    fr: Words {
        checks: "Chaque clé est un simple mot.",
        why: "Une liste ou un ensemble de clés en guise de clé n’a pas de sens dans une fiche. Elle est ignorée avec sa valeur.",
        message: "cette clé est une liste ou un ensemble de clés ; elle est ignorée avec sa valeur",
        expected: "un mot, par exemple `tags`",
        action: "écrire une clé simple, ou mettre entre guillemets un texte qui commence par `[`, `{` ou `?`",
    },
    example: Example { bad: "title: Trees\n? [oak, ash]\n: 12\n", good: "title: Trees\nextras:\n  oak and ash: 12\n" },
};

pub(super) const CHECKS: &[Check] = &[Check::Fault(check)];

fn check(fault: &Fault, _: &Header, report: &mut Report) {
    if fault.kind == FaultKind::Yaml(YamlFaultKind::ComplexKey) {
        report.fail(fault.place.clone());
    }
}
