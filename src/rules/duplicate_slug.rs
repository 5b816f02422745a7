//! `duplicate-slug`: two descriptors of one slug.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "I001",
    name: "duplicate-slug",
    severity: Severity::Error,
    en: Words {
        checks: "Each slug has one descriptor.",
        why: "Two descriptors want the same address. The folder's gets the page, and a file in YAML goes before one in Markdown; whatever the other says is published nowhere.",
        message: "another descriptor has the slug `{found}` too; this one has no page",
        expected: "one descriptor for each slug",
        action: "merge the two, or rename one of them",
    },
    fr: Words {
        checks: "Chaque identifiant d’adresse a une seule fiche.",
        why: "Deux fiches veulent la même adresse. Celle du dossier reçoit la page, et le YAML passe avant le Markdown ; ce que dit l’autre n’est publié nulle part.",
        message: "une autre fiche porte aussi le nom `{found}` ; celle-ci n’a pas de page",
        expected: "une fiche par nom",
        action: "réunir les deux, ou en renommer une",
    },
    example: Example {
        bad: "==> content/datasets/trees/dataset.yaml <==\ntitle: Trees\n==> content/datasets/trees.yaml <==\ntitle: Old trees\n",
        good: "==> content/datasets/trees/dataset.yaml <==\ntitle: Trees\n==> content/datasets/old-trees.yaml <==\ntitle: Old trees\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Catalog(check)];

fn check(context: &Context<'_>, report: &mut Report) {
    for (header, kept) in &context.catalog.shadowed {
        let place = || Place::key(KeyPath::root());
        report.about(header).fail(place()).found(header.slug.as_str()).other(*kept, place());
    }
}
