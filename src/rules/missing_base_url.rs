//! `missing-base-url`: a site whose public address is not known.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "S001",
    name: "missing-base-url",
    severity: Severity::Warning,
    en: Words {
        checks: "`site.toml` says the public address of the site.",
        why: "Without it pages work anywhere, but carry no canonical address, and exports cannot say where a dataset lives.",
        message: "`base_url` is missing: pages have no canonical address",
        expected: "`base_url = \"https://data.example.org/\"`",
        action: "add `base_url` to `site.toml`, or give `--base-url` to `etal build`",
    },
    fr: Words {
        checks: "`site.toml` donne l’adresse publique du site.",
        why: "Sans elle, les pages marchent partout, mais n’ont pas d’adresse canonique, et les exports ne peuvent dire où se trouve un jeu de données.",
        message: "`base_url` manque : les pages n’ont pas d’adresse canonique",
        expected: "`base_url = \"https://donnees.example.org/\"`",
        action: "ajouter `base_url` à `site.toml`, ou passer `--base-url` à `etal build`",
    },
    example: Example {
        bad: "title: Trees\n==> site.toml <==\nid = \"5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001\"\ntitle = \"Data\"\n",
        good: "title: Trees\n==> site.toml <==\nid = \"5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001\"\ntitle = \"Data\"\nbase_url = \"https://data.example/\"\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Catalog(check)];

fn check(context: &Context<'_>, report: &mut Report) {
    let path = KeyPath::of("base_url");
    // An address that is none has its own finding.
    if context.config.base_url.is_none() && !context.config.header.has_fault_at(&path) {
        report.fail(Place::key(path));
    }
}
