//! `license-alias`: a licence that is recognised under another name.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Coded, Dataset, Service};
use crate::source::{KeyPath, Place};
use crate::vocab::License;

pub(super) static RULE: Rule = Rule {
    code: "L003",
    name: "license-alias",
    severity: Severity::Info,
    en: Words {
        checks: "A licence is written by its id.",
        why: "The id is the same everywhere; another spelling is recognised here, and perhaps not by the next \
              program that reads the descriptor.",
        message: "`{found}` is read as the licence `{nearest}`",
        expected: "the id `{nearest}`",
        action: "write `{nearest}`",
    },
    fr: Words {
        checks: "Une licence s’écrit par son identifiant.",
        why: "L’identifiant est le même partout ; une autre écriture est reconnue ici, et peut-être pas par le \
              prochain programme qui lira la fiche.",
        message: "`{found}` est lu comme la licence `{nearest}`",
        expected: "l’identifiant `{nearest}`",
        action: "écrire `{nearest}`",
    },
    example: Example {
        bad: "title: Trees of the town\nlicense: Licence Ouverte 2.0\n",
        good: "title: Trees of the town\nlicense: etalab-2.0\n",
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
    let Some((raw, known)) = license.and_then(|license| Some((&license.raw, license.known?))) else {
        return;
    };
    if raw != known.id && known.specified {
        report.fail(Place::value(path)).found(raw).nearest(Some(known.id));
    }
}
