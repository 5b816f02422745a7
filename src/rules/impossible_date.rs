//! `impossible-date`: a date that no calendar has.

use super::{Check, Report};
use crate::date::DateFault;
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Fault, FaultKind, Header};

pub(super) static RULE: Rule = Rule {
    code: "T002",
    name: "impossible-date",
    severity: Severity::Error,
    en: Words {
        checks: "Every date is one of the calendar.",
        why: "A 30 February or a 13th month is a mistyped date. Nobody can tell which one was meant, so it is not read.",
        message: "no calendar has the date `{found}`",
        expected: "a day and a time that exist",
        action: "check the day and the month",
    },
    fr: Words {
        checks: "Chaque date existe dans le calendrier.",
        why: "Un 30 février ou un treizième mois est une faute de frappe. Nul ne peut dire quelle date était voulue : elle n’est pas lue.",
        message: "aucun calendrier n’a la date `{found}`",
        expected: "un jour et une heure qui existent",
        action: "vérifier le jour et le mois",
    },
    example: Example { bad: "title: Trees\nmodified: 2024-02-30\n", good: "title: Trees\nmodified: 2024-02-29\n" },
};

pub(super) const CHECKS: &[Check] = &[Check::Fault(check)];

fn check(fault: &Fault, _: &Header, report: &mut Report) {
    if fault.kind == FaultKind::Date(DateFault::Impossible) {
        report.fail(fault.place.clone()).found(&fault.found);
    }
}
