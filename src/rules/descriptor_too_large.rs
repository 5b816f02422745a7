//! `descriptor-too-large`: a descriptor larger than any description.

use super::{Check, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Fault, FaultKind, Header};
use crate::source::MAX_DESCRIPTOR_BYTES;

pub(super) static RULE: Rule = Rule {
    code: "Y009",
    name: "descriptor-too-large",
    severity: Severity::Error,
    en: Words {
        checks: "A descriptor has at most 1 MB.",
        why: "What is larger is data under the name of a descriptor. It is not read, so that one file cannot stop the catalogue.",
        message: "this file has {found} bytes, more than the {limit} of a descriptor",
        expected: "at most {limit} bytes",
        action: "move the data into a file of the dataset's folder and list it under `resources`",
    },
    fr: Words {
        checks: "Une fiche a au plus 1 Mo.",
        why: "Au-delà, ce sont des données sous le nom d’une fiche. Elles ne sont pas lues, pour qu’un fichier seul n’arrête pas le catalogue.",
        message: "ce fichier a {found} octets, plus que les {limit} d’une fiche",
        expected: "{limit} octets au plus",
        action: "ranger les données dans un fichier du dossier et le citer sous `resources`",
    },
    example: Example { bad: "==> content/datasets/trees.yaml (2 MB) <==\ntitle: Trees\n", good: "title: Trees\n" },
};

pub(super) const CHECKS: &[Check] = &[Check::Fault(check)];

fn check(fault: &Fault, _: &Header, report: &mut Report) {
    if fault.kind == FaultKind::TooLarge {
        report.fail(fault.place.clone()).found(&fault.found).arg("limit", MAX_DESCRIPTOR_BYTES.to_string());
    }
}
