//! `missing-field`: a mandatory part that is absent or empty.

use super::{Check, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Fault, FaultKind, Header, Kind};
use crate::source::KeyPath;

pub(super) static RULE: Rule = Rule {
    code: "V008",
    name: "missing-field",
    severity: Severity::Error,
    en: Words {
        checks: "What makes a thing usable is there: the address or path of a resource, the address and type of a reuse, the name of a contact, the value of an identifier.",
        why: "Without it the rest says nothing: a resource without an address cannot be fetched, a contact without a name or address cannot be asked.",
        message: "`{found}` is missing",
        expected: "a value for `{found}`",
        action: "add `{found}: …` here, or remove the entry",
    },
    fr: Words {
        checks: "Ce qui rend une chose utilisable est là : l’adresse ou le chemin d’un fichier, l’adresse et le type d’une réutilisation, le nom d’un contact, la valeur d’un identifiant.",
        why: "Sans cela, le reste ne dit rien : on ne peut prendre un fichier sans adresse, ni interroger un contact sans nom ni adresse.",
        message: "`{found}` manque",
        expected: "une valeur pour `{found}`",
        action: "ajouter ici `{found}: …`, ou retirer l’entrée",
    },
    example: Example {
        bad: "title: Trees\nresources:\n  - title: All trees\n",
        good: "title: Trees\nresources:\n  - title: All trees\n    url: https://data.example/trees.csv\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Fault(check)];

fn check(fault: &Fault, header: &Header, report: &mut Report) {
    let at_top = |key: &str| fault.place.path == KeyPath::of(key);
    let has_own_rule = at_top("title") || at_top("name") || header.kind == Kind::Site && at_top("id");
    if fault.kind == FaultKind::Missing && !has_own_rule {
        report.fail(fault.place.clone()).found(&fault.found);
    }
}
