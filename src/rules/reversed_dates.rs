//! `reversed-dates`: something modified before it was created.

use super::{Check, Context, Report};
use crate::date::Moment;
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "T005",
    name: "reversed-dates",
    severity: Severity::Warning,
    en: Words {
        checks: "Nothing was modified before it was created.",
        why: "One of the two dates is wrong, and nobody can tell which: both then mean nothing.",
        message: "modified on `{found}`, but created on `{created}`",
        expected: "a date from {created} on",
        action: "check both dates; they may be swapped",
    },
    fr: Words {
        checks: "Rien n’est modifié avant d’être créé.",
        why: "L’une des deux dates est fausse, et nul ne sait laquelle : les deux ne valent plus rien.",
        message: "modifié le `{found}`, mais créé le `{created}`",
        expected: "une date à partir du {created}",
        action: "vérifier les deux dates ; elles sont peut-être inversées",
    },
    example: Example {
        bad: "title: Trees\ncreated: 2024-05-31\nmodified: 2019-01-01\n",
        good: "title: Trees\ncreated: 2019-01-01\nmodified: 2024-05-31\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    let at = KeyPath::of;
    let metadata = dataset.header.declared_dates;
    pair(dataset, (at("created"), dataset.created), (at("modified"), dataset.modified), report);
    let created = (at("metadata_created"), metadata.created);
    pair(dataset, created, (at("metadata_modified"), metadata.modified), report);
    if let Some(harvest) = &dataset.harvest {
        let path = at("harvest");
        let first = match (harvest.issued, harvest.created) {
            (Some(issued), _) => (path.key("issued"), Some(issued)),
            (None, created) => (path.key("created"), created),
        };
        pair(dataset, first, (path.key("modified"), harvest.modified), report);
    }
    for resource in &dataset.resources {
        let path = resource.key_path();
        pair(dataset, (path.key("created"), resource.created), (path.key("modified"), resource.modified), report);
    }
}

type Dated = (KeyPath, Option<Moment>);

fn pair(dataset: &Dataset, created: Dated, modified: Dated, report: &mut Report) {
    let (Some(first), Some(last)) = (created.1, modified.1) else { return };
    if last.date.last_day() < first.date.first_day() {
        let broken = report.fail(Place::value(modified.0)).found(last.date.to_string());
        broken.arg("created", first.date.to_string()).other(dataset.header.source, Place::value(created.0));
    }
}
