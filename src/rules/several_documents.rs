//! `several-documents`: a second YAML document in the same file.

use super::{Check, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Fault, FaultKind, Header};
use crate::source::YamlFaultKind;

pub(super) static RULE: Rule = Rule {
    code: "Y007",
    name: "several-documents",
    severity: Severity::Error,
    en: Words {
        checks: "A file holds one descriptor.",
        why: "What follows a second `---` is another YAML document. It is not read: whatever it says is lost.",
        message: "a second document begins here; it is ignored",
        expected: "one document",
        action: "move what follows into a file of its own, or remove the line `---`",
    },
    fr: Words {
        checks: "Un fichier contient une seule fiche.",
        why: "Ce qui suit un second `---` est un autre document YAML. Il n’est pas lu : ce qu’il dit est perdu.",
        message: "un second document commence ici ; il est ignoré",
        expected: "un seul document",
        action: "ranger la suite dans son propre fichier, ou retirer la ligne `---`",
    },
    example: Example { bad: "title: Trees\n---\ntitle: Benches\n", good: "---\ntitle: Trees\n" },
};

pub(super) const CHECKS: &[Check] = &[Check::Fault(check)];

fn check(fault: &Fault, _: &Header, report: &mut Report) {
    if fault.kind == FaultKind::Yaml(YamlFaultKind::SeveralDocuments) {
        report.fail(fault.place.clone());
    }
}
