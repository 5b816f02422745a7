//! `unlikely-year`: a date that stands for something else.

use super::{Check, Context, Report};
use crate::date::Moment;
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Dataset, dated};
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "T008",
    name: "unlikely-year",
    severity: Severity::Warning,
    en: Words {
        checks: "A date is not one of those that machines write when they know none: 1970-01-01, 1900-01-01, a file changed before 1980, a period that ends in 9999.",
        why: "Such a date looks like knowledge. Sorted lists, timelines and searches by period take it at its word.",
        message: "the date `{found}` is hardly meant",
        expected: "[{coverage}an open end when the period goes on][{event}the date when it happened, or none]",
        action: "[{coverage}leave the end out, or write `..`][{event}correct the date, or remove it]",
    },
    fr: Words {
        checks: "Une date n’est pas de celles que les machines écrivent faute de mieux : 1970-01-01, 1900-01-01, un fichier modifié avant 1980, une période qui finit en 9999.",
        why: "Une telle date a l’air d’un savoir. Listes triées, frises et recherches par période la prennent au mot.",
        message: "la date `{found}` n’est sans doute pas voulue",
        expected: "[{coverage}une fin ouverte si la période continue][{event}la date de l’événement, ou aucune]",
        action: "[{coverage}omettre la fin, ou écrire `..`][{event}corriger la date, ou la retirer]",
    },
    example: Example {
        bad: "title: Trees\nmodified: 1970-01-01\n",
        good: "title: Trees\nmodified: 2024-05-31\ntemporal_coverage: {start: 1970-01-01}\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

/// Years after the clock beyond which a period is taken for one that goes on.
const LONGEST_FUTURE_YEARS: i16 = 200;
/// Before it no file was modified, no page published and no record harvested on a computer.
const FIRST_YEAR: i16 = 1980;
/// Days that software writes for “none”: the epochs of Unix and of spreadsheets.
const EPOCHS: [&str; 2] = ["1970-01-01", "1900-01-01"];

fn check(dataset: &Dataset, context: &Context<'_>, report: &mut Report) {
    for (path, moment) in dated(dataset) {
        // Data itself may be much older than computers; what was done to its file may not.
        let about_data = path == KeyPath::of("created");
        let too_early = !about_data && moment.date.year() < FIRST_YEAR;
        if too_early || EPOCHS.contains(&moment.date.to_string().as_str()) {
            report.fail(Place::value(path)).found(moment.to_string()).arg("event", "");
        }
    }
    let too_late = |end: &Moment| end.date.year() > context.now.year() + LONGEST_FUTURE_YEARS;
    if let Some(end) = dataset.temporal.end.filter(too_late) {
        let place = Place::token(KeyPath::of("temporal_coverage"), end.date.to_string());
        report.fail(place).found(end.to_string()).arg("coverage", "");
    }
}
