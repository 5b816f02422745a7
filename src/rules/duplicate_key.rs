//! `duplicate-key`: a key that comes twice.

use super::{Check, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Fault, FaultKind, Header};
use crate::source::YamlFaultKind;

pub(super) static RULE: Rule = Rule {
    code: "Y003",
    name: "duplicate-key",
    severity: Severity::Error,
    en: Words {
        checks: "No key comes twice in one mapping.",
        why: "Only the first value is read. The second, often the newer one, is lost without a sign.",
        message: "the key `{found}` comes twice; the second value is ignored",
        expected: "each key once",
        action: "keep one of the two lines",
    },
    fr: Words {
        checks: "Aucune clé ne figure deux fois au même niveau.",
        why: "Seule la première valeur est lue. La seconde, souvent la plus récente, se perd sans bruit.",
        message: "la clé `{found}` figure deux fois ; la seconde valeur est ignorée",
        expected: "chaque clé une seule fois",
        action: "garder une des deux lignes",
    },
    example: Example {
        bad: "title: Trees\nlicense: etalab-2.0\ntitle: Trees of the town\n",
        good: "title: Trees of the town\nlicense: etalab-2.0\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Fault(check)];

fn check(fault: &Fault, header: &Header, report: &mut Report) {
    if fault.kind == FaultKind::Yaml(YamlFaultKind::DuplicateKey) {
        report.fail(fault.place.clone()).found(&fault.found).other_bytes(header.source, fault.other);
    }
}
