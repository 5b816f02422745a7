//! `nested-too-deep`: a value nested deeper than any descriptor needs.

use super::{Check, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Fault, FaultKind, Header};
use crate::source::YamlFaultKind;

pub(super) static RULE: Rule = Rule {
    code: "Y006",
    name: "nested-too-deep",
    severity: Severity::Error,
    en: Words {
        checks: "Values are nested at most 64 levels deep.",
        why: "Nothing that describes data is that deep: it is data in the wrong place, or an attack. It is read as nothing.",
        message: "this value is nested more than 64 levels deep; it is ignored",
        expected: "at most 64 levels",
        action: "move the value into a file of the dataset",
    },
    fr: Words {
        checks: "Les valeurs sont emboîtées sur 64 niveaux au plus.",
        why: "Rien de ce qui décrit des données n’est si profond : ce sont des données au mauvais endroit, ou une attaque. Rien n’en est lu.",
        message: "cette valeur est emboîtée sur plus de 64 niveaux ; elle est ignorée",
        expected: "64 niveaux au plus",
        action: "ranger la valeur dans un fichier du jeu de données",
    },
    example: Example {
        bad: "title: Trees\nextras:\n  deep: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n",
        good: "title: Trees\nextras:\n  deep: [[[1]]]\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Fault(check)];

fn check(fault: &Fault, _: &Header, report: &mut Report) {
    if fault.kind == FaultKind::Yaml(YamlFaultKind::TooDeep) {
        report.fail(fault.place.clone());
    }
}
