//! `interval-for-date`: an interval where one date belongs.

use super::{Check, Report};
use crate::date::DateFault;
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Fault, FaultKind, Header};

pub(super) static RULE: Rule = Rule {
    code: "T003",
    name: "interval-for-date",
    severity: Severity::Error,
    en: Words {
        checks: "One date stands where one date belongs, not an interval or a repetition.",
        why: "`2019/2024` says what the data covers, not when it was made; `R/P1Y` says how often it comes. Neither tells when something happened.",
        message: "`{found}` is an interval, not a date",
        expected: "one date",
        action: "put a period covered under `temporal_coverage`, a repetition under `frequency`, and the date here",
    },
    fr: Words {
        checks: "Une seule date figure là où il en faut une, non un intervalle ni une répétition.",
        why: "`2019/2024` dit ce que couvrent les données, non quand elles ont été faites ; `R/P1Y` dit leur fréquence. Ni l’un ni l’autre ne date un événement.",
        message: "`{found}` est un intervalle, non une date",
        expected: "une date",
        action: "ranger la période couverte sous `temporal_coverage`, une répétition sous `frequency`, et la date ici",
    },
    example: Example {
        bad: "title: Trees\nmodified: 2019/2024\n",
        good: "title: Trees\nmodified: 2024\ntemporal_coverage: 2019/2024\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Fault(check)];

fn check(fault: &Fault, _: &Header, report: &mut Report) {
    if fault.kind == FaultKind::Date(DateFault::Interval) {
        report.fail(fault.place.clone()).found(&fault.found);
    }
}
