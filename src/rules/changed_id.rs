//! `changed-id`: something renamed that never had an `id`.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Dataset, Header, Organization};
use crate::parse::derived_uuid;
use crate::slug::Slug;
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "I011",
    name: "changed-id",
    severity: Severity::Error,
    en: Words {
        checks: "What was renamed, and so has `redirects`, says its `id`.",
        why: "An id that is not written is derived from the name. The new name gave it, and its resources, another id: for harvesters and permanent links the old one is gone.",
        message: "renamed from `{found}` without an `id`, so its id has changed",
        expected: "`id: {nearest}`, the one it had as `{found}`",
        action: "add `id: {nearest}`",
    },
    fr: Words {
        checks: "Ce qui a changé de nom, et a donc des `redirects`, donne son `id`.",
        why: "Un identifiant qui n’est pas écrit est tiré du nom. Le nouveau nom en a donné un autre à l’élément et à ses fichiers : pour les moissonneurs et les liens permanents, l’ancien a disparu.",
        message: "était `{found}`, sans `id` : son identifiant a donc changé",
        expected: "`id: {nearest}`, celui du temps de `{found}`",
        action: "ajouter `id: {nearest}`",
    },
    example: Example {
        bad: "title: Trees\nredirects: [old-trees]\n",
        good: "id: 0b6c6bd1-3a43-4b5f-9a35-1f0d3c9be001\ntitle: Trees\nredirects: [old-trees]\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(dataset), Check::Organization(organization)];

fn dataset(dataset: &Dataset, context: &Context<'_>, report: &mut Report) {
    renamed(&dataset.header, &dataset.redirects, context, report);
}

fn organization(organization: &Organization, context: &Context<'_>, report: &mut Report) {
    renamed(&organization.header, &organization.redirects, context, report);
}

fn renamed(header: &Header, redirects: &[String], context: &Context<'_>, report: &mut Report) {
    let first = redirects.iter().find_map(|old| Slug::new(old));
    if let Some(old) = first.filter(|_| !header.identity.declared) {
        let uuid = derived_uuid(context.catalog.id, header.kind, &old);
        report.fail(Place::key(KeyPath::of("redirects"))).found(old.as_str()).nearest(Some(uuid.to_string()));
    }
}
