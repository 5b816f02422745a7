//! `missing-catalog-contact`: a catalogue that nobody can write to.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "S005",
    name: "missing-catalog-contact",
    severity: Severity::Info,
    en: Words {
        checks: "`site.toml` gives an address to write to, or a publisher that has one.",
        why: "A reader who finds an error, and a portal that wants to harvest the catalogue, need somebody to ask.",
        message: "the catalogue names no address to write to",
        expected: "`email = \"data@example.org\"`",
        action: "add `email` to `site.toml`, or to the descriptor of the publisher",
    },
    fr: Words {
        checks: "`site.toml` donne une adresse où écrire, ou un producteur qui en a une.",
        why: "Qui trouve une erreur, ou veut moissonner le catalogue, doit pouvoir s’adresser à quelqu’un.",
        message: "le catalogue ne donne aucune adresse où écrire",
        expected: "`email = \"donnees@example.org\"`",
        action: "ajouter `email` à `site.toml`, ou à la fiche du producteur du catalogue",
    },
    example: Example {
        bad: "title: Trees\n==> site.toml <==\nid = \"5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001\"\ntitle = \"Data\"\n",
        good: "title: Trees\n==> site.toml <==\nid = \"5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001\"\ntitle = \"Data\"\nemail = \"data@town.example\"\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Catalog(check)];

fn check(context: &Context<'_>, report: &mut Report) {
    let publisher = context.config.publisher.as_deref().and_then(|slug| context.catalog.organization(slug));
    let answers = publisher.is_some_and(|publisher| publisher.email.is_some());
    if context.config.email.is_none() && !answers {
        report.fail(Place::key(KeyPath::of("email")));
    }
}
