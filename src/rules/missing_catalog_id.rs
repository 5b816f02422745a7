//! `missing-catalog-id`: a `site.toml` without an `id`.

use super::{Check, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Fault, FaultKind, Header, Kind};
use crate::source::KeyPath;

pub(super) static RULE: Rule = Rule {
    code: "S004",
    name: "missing-catalog-id",
    severity: Severity::Error,
    en: Words {
        checks: "`site.toml` has an `id`.",
        why: "The ids that descriptors leave out are derived from it. Without it, a dataset has the same id as any dataset of that name in any other catalogue; added later, it changes them all.",
        message: "the catalogue has no `id`",
        expected: "`id = \"…\"` with a UUID that nothing else has",
        action: "add to `site.toml` a line `id = \"…\"`, for instance with the UUID that `uuidgen` prints, and never change it",
    },
    fr: Words {
        checks: "`site.toml` a un `id`.",
        why: "Les identifiants que les fiches omettent en sont tirés. Sans lui, un jeu de données a le même identifiant que tout autre de ce nom dans n’importe quel catalogue ; ajouté plus tard, il les change tous.",
        message: "le catalogue n’a pas d’`id`",
        expected: "`id = \"…\"` avec un UUID que rien d’autre ne porte",
        action: "ajouter à `site.toml` une ligne `id = \"…\"`, par exemple avec l’UUID que donne `uuidgen`, et ne jamais le changer",
    },
    example: Example {
        bad: "title: Trees\n==> site.toml <==\ntitle = \"Data\"\n",
        good: "title: Trees\n==> site.toml <==\nid = \"5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001\"\ntitle = \"Data\"\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Fault(check)];

fn check(fault: &Fault, header: &Header, report: &mut Report) {
    if header.kind == Kind::Site && fault.kind == FaultKind::Missing && fault.place.path == KeyPath::of("id") {
        report.fail(fault.place.clone());
    }
}
