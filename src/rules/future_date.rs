//! `future-date`: a date that has not come yet.

use super::{Check, Context, Report};
use crate::date::{Moment, days_between};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Dataset, Lookup, Organization, Person, Reuse, Service, Topic, dated};
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "T004",
    name: "future-date",
    severity: Severity::Warning,
    en: Words {
        checks: "Dates of what has happened (created, modified, harvested) are not in the future. Periods covered may be.",
        why: "A dataset changed tomorrow stands first in every list of news and counts as up to date for too long.",
        message: "`{found}` is in the future",
        expected: "a date up to {now}",
        action: "check the year; the next update that is planned belongs in the description",
    },
    fr: Words {
        checks: "Les dates de ce qui a eu lieu (création, modification, moissonnage) ne sont pas dans l’avenir. Les périodes couvertes peuvent l’être.",
        why: "Un jeu de données modifié demain occupe la tête des nouveautés et passe trop longtemps pour être à jour.",
        message: "`{found}` est dans l’avenir",
        expected: "une date jusqu’au {now}",
        action: "vérifier l’année ; la prochaine mise à jour prévue se dit dans la description",
    },
    example: Example {
        bad: "title: Trees\nmodified: 2062-05-31\n",
        good: "title: Trees\nmodified: 2026-05-31\ntemporal_coverage: 2026/2050\n",
    },
};

pub(super) const CHECKS: &[Check] = &[
    Check::Dataset(dataset),
    Check::Organization(of::<Organization>),
    Check::Person(of::<Person>),
    Check::Reuse(reuse),
    Check::Topic(of::<Topic>),
    Check::Service(of::<Service>),
];

/// The clock is in UTC: where the sun rises earlier it is tomorrow already.
const TOLERATED_DAYS: i64 = 1;

fn dataset(dataset: &Dataset, context: &Context<'_>, report: &mut Report) {
    judge(dated(dataset), context, report);
}

fn reuse(reuse: &Reuse, context: &Context<'_>, report: &mut Report) {
    of(reuse, context, report);
    judge(reuse.created.map(|created| (KeyPath::of("created"), created)), context, report);
}

fn of<T: Lookup>(thing: &T, context: &Context<'_>, report: &mut Report) {
    judge(thing.header().dated(), context, report);
}

fn judge(dates: impl IntoIterator<Item = (KeyPath, Moment)>, context: &Context<'_>, report: &mut Report) {
    for (path, moment) in dates {
        if days_between(context.now, moment.date.first_day()) > TOLERATED_DAYS {
            report.fail(Place::value(path)).found(moment.to_string()).arg("now", context.now.to_string());
        }
    }
}
