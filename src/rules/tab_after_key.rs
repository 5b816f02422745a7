//! `tab-after-key`: a tab between a key and its value.

use super::{Check, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Fault, FaultKind, Header};
use crate::source::YamlFaultKind;

pub(super) static RULE: Rule = Rule {
    code: "Y005",
    name: "tab-after-key",
    severity: Severity::Info,
    en: Words {
        checks: "The value stands after a blank, not after a tab.",
        why: "YAML allows a tab there, but many editors and parsers do not, and nobody sees it.",
        message: "a tab stands between the key `{found}` and its value",
        expected: "one blank after the colon",
        action: "replace the tab by a blank",
    },
    fr: Words {
        checks: "La valeur est précédée d’une espace, non d’une tabulation.",
        why: "YAML l’admet à cet endroit, mais bien des éditeurs et des logiciels la refusent, et personne ne la voit.",
        message: "une tabulation sépare la clé `{found}` de sa valeur",
        expected: "une espace après le deux-points",
        action: "remplacer la tabulation par une espace",
    },
    example: Example { bad: "title:\tTrees\n", good: "title: Trees\n" },
};

pub(super) const CHECKS: &[Check] = &[Check::Fault(check)];

fn check(fault: &Fault, _: &Header, report: &mut Report) {
    if fault.kind == FaultKind::Yaml(YamlFaultKind::TabAfterKey) {
        report.fail(fault.place.clone()).found(&fault.found);
    }
}
