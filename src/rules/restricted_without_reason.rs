//! `restricted-without-reason`: restricted data without a reason.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Access, Dataset, Service};
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "A007",
    name: "restricted-without-reason",
    severity: Severity::Warning,
    en: Words {
        checks: "Restricted data says why it is restricted.",
        why: "Access to public data is the rule and its refusal has to be justified; without a reason nobody can \
              tell whether asking is worth the while.",
        message: "the access is restricted and no reason is given",
        expected: "`reason_category`, one of the INSPIRE reasons, or `reason` in words",
        action: "add `reason: …` or `reason_category: …` under `access`",
    },
    fr: Words {
        checks: "Des données restreintes disent pourquoi elles le sont.",
        why: "L’accès aux données publiques est la règle et son refus se justifie ; sans raison, personne ne sait \
              s’il vaut la peine de demander.",
        message: "l’accès est restreint et aucune raison n’est donnée",
        expected: "`reason_category`, un des motifs d’INSPIRE, ou `reason` en toutes lettres",
        action: "ajouter `reason: …` ou `reason_category: …` sous `access`",
    },
    example: Example {
        bad: "title: Trees of the town\naccess: restricted\n",
        good: "title: Trees of the town\naccess:\n  type: restricted\n  reason: Nests of protected birds can be found with it.\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check), Check::Service(service)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    judge(&dataset.access, report);
}

fn service(service: &Service, _: &Context<'_>, report: &mut Report) {
    judge(&service.access, report);
}

fn judge(access: &Access, report: &mut Report) {
    let kind = access.kind.as_ref().and_then(|kind| kind.known);
    let is_restricted = kind.is_some_and(|kind| kind.id == "restricted");
    if is_restricted && access.reason.is_blank() && access.reason_category.is_none() {
        report.fail(Place::key(KeyPath::of("access")));
    }
}
