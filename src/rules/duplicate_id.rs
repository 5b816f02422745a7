//! `duplicate-id`: an `id` that two things have.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use uuid::Uuid;

use crate::model::Header;
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "I005",
    name: "duplicate-id",
    severity: Severity::Error,
    en: Words {
        checks: "No two things of the catalogue have the same `id`.",
        why: "An id says which thing is meant. A descriptor copied with its id makes two datasets one: permanent links, harvesters and histories mix them up.",
        message: "the id `{found}` is that of something else already",
        expected: "an id that nothing else has",
        action: "give the newer one an id of its own; a copied descriptor keeps none",
    },
    fr: Words {
        checks: "Deux choses du catalogue n’ont jamais le même `id`.",
        why: "Un identifiant dit de quelle chose on parle. Une fiche copiée avec le sien fait de deux jeux de données un seul : liens permanents, moissonneurs et historiques les confondent.",
        message: "l’identifiant `{found}` est déjà celui d’autre chose",
        expected: "un identifiant que rien d’autre ne porte",
        action: "donner à la plus récente un identifiant propre ; une fiche copiée n’en garde pas",
    },
    example: Example {
        bad: "id: 0b6c6bd1-3a43-4b5f-9a35-1f0d3c9be001\ntitle: Trees\n==> content/datasets/benches.yaml <==\nid: 0b6c6bd1-3a43-4b5f-9a35-1f0d3c9be001\ntitle: Benches\n",
        good: "id: 0b6c6bd1-3a43-4b5f-9a35-1f0d3c9be001\ntitle: Trees\n==> content/datasets/benches.yaml <==\nid: 7d1f2c3a-5a86-4e0f-8a86-2b6f0d9be002\ntitle: Benches\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Catalog(check)];

fn check(context: &Context<'_>, report: &mut Report) {
    let mut declared: Vec<(Uuid, KeyPath, &Header)> = Vec::new();
    let site = std::iter::once(&context.config.header);
    for header in site.chain(context.catalog.headers()).filter(|header| header.identity.declared) {
        declared.push((header.identity.uuid, KeyPath::of("id"), header));
    }
    for dataset in &context.catalog.datasets {
        for resource in dataset.resources.iter().filter(|resource| resource.identity.declared) {
            declared.push((resource.identity.uuid, resource.key_path().key("id"), &dataset.header));
        }
    }
    declared.sort_by(|one, other| (one.0, one.2.source, &one.1).cmp(&(other.0, other.2.source, &other.1)));
    for same in declared.chunk_by(|one, other| one.0 == other.0) {
        let (uuid, first_path, first) = &same[0];
        for (_, path, header) in &same[1..] {
            let broken = report.about(header).fail(Place::value(path.clone())).found(uuid.to_string());
            broken.other(first.source, Place::value(first_path.clone()));
        }
    }
}
