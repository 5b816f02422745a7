//! `unknown-license`: a licence that nobody can look up.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Coded, Dataset, Service};
use crate::source::{KeyPath, Place};
use crate::vocab::License;

pub(super) static RULE: Rule = Rule {
    code: "L002",
    name: "unknown-license",
    severity: Severity::Warning,
    en: Words {
        checks: "A licence is one of the table, or named by its address.",
        why: "Who reuses data must know under what terms; a licence of one's own has to be read by a lawyer each \
              time, and portals show it as unspecified.",
        message: "unknown licence `{found}`[; did you mean `{nearest}`?]",
        expected: "[`{nearest}`, or ]the id of a licence such as `etalab-2.0`, `ODbL-1.0` or `CC-BY-4.0`",
        action: "[write `{nearest}`, or ]choose a licence of the table, and put terms of your own in the description",
    },
    fr: Words {
        checks: "Une licence est une de celles de la table, ou nommée par son adresse.",
        why: "Qui réutilise des données doit en connaître les conditions ; une licence maison demande un juriste \
              à chaque fois, et les portails la montrent comme non précisée.",
        message: "licence inconnue `{found}`[ ; vouliez-vous dire `{nearest}` ?]",
        expected: "[`{nearest}`, ou ]l’identifiant d’une licence comme `etalab-2.0`, `ODbL-1.0` ou `CC-BY-4.0`",
        action: "[écrire `{nearest}`, ou ]choisir une licence de la table, et mettre ses propres conditions dans \
              la description",
    },
    example: Example {
        bad: "title: Trees of the town\nlicense: etlab-2.0\n",
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
    if let Some(license) = license.filter(|license| license.known.is_none()) {
        let nearest = License::nearest(&license.raw).map(|license| license.id);
        report.fail(Place::value(path)).found(&license.raw).nearest(nearest);
    }
}
