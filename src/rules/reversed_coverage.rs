//! `reversed-coverage`: a period covered that ends before it begins.

use super::{Check, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Fault, FaultKind, Header};

pub(super) static RULE: Rule = Rule {
    code: "T006",
    name: "reversed-coverage",
    severity: Severity::Error,
    en: Words {
        checks: "The period covered begins before it ends.",
        why: "Some portals swap the two in silence, others find the dataset in no period at all.",
        message: "the period ends on `{found}`, before it begins on `{start}`",
        expected: "an end from {start} on",
        action: "swap the two dates",
    },
    fr: Words {
        checks: "La période couverte commence avant de finir.",
        why: "Certains portails échangent les deux dates sans le dire, d’autres ne trouvent le jeu de données dans aucune période.",
        message: "la période finit le `{found}`, avant de commencer le `{start}`",
        expected: "une fin à partir du {start}",
        action: "échanger les deux dates",
    },
    example: Example {
        bad: "title: Trees\ntemporal_coverage: 2024/2019\n",
        good: "title: Trees\ntemporal_coverage: 2019/2024\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Fault(check)];

fn check(fault: &Fault, header: &Header, report: &mut Report) {
    if let FaultKind::ReversedCoverage { start } = &fault.kind {
        let broken = report.fail(fault.place.clone()).found(&fault.found).arg("start", start.to_string());
        broken.other_bytes(header.source, fault.other);
    }
}
