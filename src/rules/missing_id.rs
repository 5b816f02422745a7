//! `missing-id`: something without an `id` of its own.

use std::collections::BTreeSet;

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Dataset, FaultKind, Header, Organization};
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "I003",
    name: "missing-id",
    severity: Severity::Info,
    en: Words {
        checks: "Datasets, their resources and organizations have an `id`.",
        why: "Without one, the id is derived from the catalogue's and the name: it is stable until the first renaming, then every permanent link and every harvester loses track.",
        message: "no `id`[ of their own for {count} of the resources]",
        expected: "`id:` and a UUID",
        action: "[add to each `id:` and the UUID it has today; the first is `{nearest}`][add `id: {own}`, the UUID it has today]",
    },
    fr: Words {
        checks: "Les jeux de données, leurs fichiers et les organisations ont un `id`.",
        why: "Sans lui, l’identifiant est tiré de celui du catalogue et du nom : il tient jusqu’au premier changement de nom, puis tous les liens permanents et tous les moissonneurs se perdent.",
        message: "pas d’`id`[ propre pour {count} des fichiers]",
        expected: "`id:` suivi d’un UUID",
        action: "[ajouter à chacun `id:` et l’UUID qu’il a aujourd’hui ; le premier est `{nearest}`][ajouter `id: {own}`, l’UUID qu’il a aujourd’hui]",
    },
    example: Example { bad: "title: Trees\n", good: "id: 0b6c6bd1-3a43-4b5f-9a35-1f0d3c9be001\ntitle: Trees\n" },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(dataset), Check::Organization(organization)];

fn dataset(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    own_id(&dataset.header, report);
    // An `id` that is no UUID has a rule of its own.
    let faults = dataset.header.faults.iter().filter(|fault| fault.kind == FaultKind::BadUuid);
    let bad: BTreeSet<&KeyPath> = faults.map(|fault| &fault.place.path).collect();
    let undeclared = dataset.resources.iter().filter(|resource| !resource.identity.declared);
    let undeclared: Vec<_> = undeclared.filter(|resource| !bad.contains(&resource.key_path().key("id"))).collect();
    if let Some(first) = undeclared.first() {
        let broken = report.fail(Place::key(KeyPath::of("resources")));
        broken.arg("count", undeclared.len().to_string()).nearest(Some(first.identity.uuid.to_string()));
    }
}

fn organization(organization: &Organization, _: &Context<'_>, report: &mut Report) {
    own_id(&organization.header, report);
}

fn own_id(header: &Header, report: &mut Report) {
    let place = KeyPath::of("id");
    if !header.identity.declared && !header.has_fault_at(&place) {
        report.fail(Place::key(place)).arg("own", header.identity.uuid.to_string());
    }
}
