//! `bad-id`: an `id` that is no UUID.

use super::{Check, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Fault, FaultKind, Header};

pub(super) static RULE: Rule = Rule {
    code: "I004",
    name: "bad-id",
    severity: Severity::Error,
    en: Words {
        checks: "An `id` is a UUID.",
        why: "Other catalogues and permanent links know a dataset by its UUID. Another text is not used: the id is then derived from the name, and changes with it.",
        message: "`{found}` is no UUID",
        expected: "32 hexadecimal digits in the form `8-4-4-4-12`",
        action: "write a UUID, for instance one of `uuidgen`, and keep another system's identifier under `identifiers`",
    },
    fr: Words {
        checks: "Un `id` est un UUID.",
        why: "Les autres catalogues et les liens permanents connaissent un jeu de données par son UUID. Un autre texte ne sert pas : l’identifiant est alors tiré du nom, et change avec lui.",
        message: "`{found}` n’est pas un UUID",
        expected: "32 chiffres hexadécimaux de la forme `8-4-4-4-12`",
        action: "écrire un UUID, par exemple celui de `uuidgen`, et garder l’identifiant d’un autre système sous `identifiers`",
    },
    example: Example {
        bad: "id: trees-2024\ntitle: Trees\n",
        good: "id: 0b6c6bd1-3a43-4b5f-9a35-1f0d3c9be001\ntitle: Trees\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Fault(check)];

fn check(fault: &Fault, _: &Header, report: &mut Report) {
    if fault.kind == FaultKind::BadUuid {
        report.fail(fault.place.clone()).found(&fault.found);
    }
}
