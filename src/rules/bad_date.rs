//! `bad-date`: a value that is no date.

use super::{Check, Report};
use crate::date::DateFault;
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Fault, FaultKind, Header};

pub(super) static RULE: Rule = Rule {
    code: "T001",
    name: "bad-date",
    severity: Severity::Error,
    en: Words {
        checks: "Dates are written `2024`, `2024-05`, `2024-05-31`, or with a time as in RFC 3339.",
        why: "Another form means different days in different countries, so it is not read: the dataset counts as undated.",
        message: "`{found}` is no date[; did you mean `{nearest}`?]",
        expected: "[`{nearest}`, that is ]a year, `year-month`, or `year-month-day`",
        action: "[write `{nearest}`][{other}write the date as `2024-05-31`, or only its month or year]",
    },
    fr: Words {
        checks: "Les dates s’écrivent `2024`, `2024-05`, `2024-05-31`, ou avec une heure selon la RFC 3339.",
        why: "Une autre forme désigne des jours différents selon les pays : elle n’est pas lue, et le jeu de données passe pour non daté.",
        message: "`{found}` n’est pas une date[ ; vouliez-vous dire `{nearest}` ?]",
        expected: "[`{nearest}`, soit ]une année, `année-mois` ou `année-mois-jour`",
        action: "[écrire `{nearest}`][{other}écrire la date comme `2024-05-31`, ou seulement son mois ou son année]",
    },
    example: Example { bad: "title: Trees\nmodified: 31/05/2024\n", good: "title: Trees\nmodified: 2024-05-31\n" },
};

pub(super) const CHECKS: &[Check] = &[Check::Fault(check)];

fn check(fault: &Fault, _: &Header, report: &mut Report) {
    if matches!(fault.kind, FaultKind::Date(DateFault::NotADate(_))) {
        let broken = report.fail(fault.place.clone()).found(&fault.found);
        match &fault.nearest {
            Some(nearest) => broken.arg("nearest", nearest),
            // Opens the part of the action that needs no value.
            None => broken.arg("other", ""),
        };
    }
}
