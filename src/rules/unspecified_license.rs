//! `unspecified-license`: a licence that says there is none.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Coded, Dataset, Service};
use crate::source::{KeyPath, Place};
use crate::vocab::License;

pub(super) static RULE: Rule = Rule {
    code: "L004",
    name: "unspecified-license",
    severity: Severity::Warning,
    en: Words {
        checks: "A licence is more than the statement that there is none.",
        why: "Without a licence nobody may reuse the data with certainty, and a value that says “not specified” \
              hides that from the counts.",
        message: "the licence `{found}` specifies nothing",
        expected: "the id of a licence such as `etalab-2.0`, `ODbL-1.0` or `CC-BY-4.0`",
        action: "choose a licence, or remove the key until one is chosen",
    },
    fr: Words {
        checks: "Une licence est plus que la mention qu’il n’y en a pas.",
        why: "Sans licence, personne ne peut réutiliser les données avec certitude, et une valeur comme « non \
              précisée » le cache aux décomptes.",
        message: "la licence `{found}` ne précise rien",
        expected: "l’identifiant d’une licence comme `etalab-2.0`, `ODbL-1.0` ou `CC-BY-4.0`",
        action: "choisir une licence, ou retirer la clé en attendant",
    },
    example: Example {
        bad: "title: Trees of the town\nlicense: notspecified\n",
        good: "title: Trees of the town\nlicense: ODbL-1.0\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check), Check::Service(service)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    judge(dataset.license.as_ref(), KeyPath::of("license"), report);
    for (at, resource) in dataset.resources.iter().enumerate() {
        judge(resource.license.as_ref(), KeyPath::of("resources").index(at).key("license"), report);
    }
}

fn service(service: &Service, _: &Context<'_>, report: &mut Report) {
    judge(service.license.as_ref(), KeyPath::of("license"), report);
}

fn judge(license: Option<&Coded<License>>, path: KeyPath, report: &mut Report) {
    if let Some(license) = license.filter(|license| license.known.is_some_and(|known| !known.specified)) {
        report.fail(Place::value(path)).found(&license.raw);
    }
}
