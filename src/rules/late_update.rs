//! `late-update`: data older than its frequency allows.

use jiff::civil::Date;

use super::{Check, Context, Report};
use crate::date::{Moment, days_between};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "T011",
    name: "late-update",
    severity: Severity::Warning,
    en: Words {
        checks: "The last update of a dataset is no older than its frequency allows, with one whole day of grace.",
        why: "Readers who see `monthly` believe that last month is in the file. A frequency that is not kept is \
              worse than a slower one that is.",
        message: "no update since `{modified}`: one was due by `{due}`",
        expected: "an update at least as often as `{frequency}`",
        action: "publish the update and set `modified`, or set `frequency` to what is really kept",
    },
    fr: Words {
        checks: "La dernière mise à jour d’un jeu respecte sa fréquence, à un jour entier près.",
        why: "Qui lit `monthly` croit que le mois dernier est dans le fichier. Une fréquence qui n’est pas tenue est \
              pire qu’une plus lente qui l’est.",
        message: "pas de mise à jour depuis le `{modified}` : il en fallait une au plus tard le `{due}`",
        expected: "une mise à jour au moins aussi souvent que `{frequency}`",
        action: "publier la mise à jour et changer `modified`, ou indiquer dans `frequency` le rythme réel",
    },
    example: Example {
        bad: "title: Trees\nfrequency: monthly\nmodified: 2026-09-30\n",
        good: "title: Trees\nfrequency: monthly\nmodified: 2026-10-31\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

const SECONDS_A_DAY: i64 = 86_400;

fn check(dataset: &Dataset, context: &Context<'_>, report: &mut Report) {
    let Some(frequency) = dataset.frequency.as_ref().and_then(|frequency| frequency.known) else {
        return report.unknown();
    };
    if frequency.id == "unknown" {
        return report.unknown();
    }
    let Some(delay) = frequency.delay_minutes.filter(|_| !dataset.is_ended()) else {
        return report.not_applicable();
    };
    let Some(modified) = dataset.data_modified() else {
        return report.unknown();
    };
    let Some(due) = overdue(modified, delay, context.now) else {
        return;
    };
    let key = if dataset.modified.is_some() { "modified" } else { "frequency" };
    let broken = report.fail(Place::value(KeyPath::of(key)));
    broken
        .found(modified.to_string())
        .arg("modified", modified.date.to_string())
        .arg("due", due.to_string())
        .arg("frequency", frequency.id);
}

/// The day by which an update was due, when `now` is more than one whole day past it. A date known
/// to the month or the year is taken as its last day: nobody is late by a lack of precision.
fn overdue(modified: Moment, delay_minutes: u32, now: Date) -> Option<Date> {
    let last = modified.date.last_day();
    let due = i64::from(modified.second_of_day.unwrap_or(0)) + i64::from(delay_minutes) * 60;
    let left = due - days_between(last, now) * SECONDS_A_DAY;
    if left.div_euclid(SECONDS_A_DAY) >= -1 {
        return None;
    }
    last.checked_add(jiff::Span::new().try_days(due / SECONDS_A_DAY).ok()?).ok()
}
