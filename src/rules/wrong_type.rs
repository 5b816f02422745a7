//! `wrong-type`: a value of another type than its field wants.

use super::{Check, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Fault, FaultKind, Header, Wanted};

pub(super) static RULE: Rule = Rule {
    code: "V002",
    name: "wrong-type",
    severity: Severity::Error,
    en: Words {
        checks: "Each value has the type of its field: a text, a list, a number, yes or no.",
        why: "A value of another type is not read: what it says is lost on every page and in every export.",
        message: "`{found}` is not {wanted}",
        expected: "{wanted}",
        action: "write {wanted} here",
    },
    fr: Words {
        checks: "Chaque valeur a le type de son champ : un texte, une liste, un nombre, oui ou non.",
        why: "Une valeur d’un autre type n’est pas lue : ce qu’elle dit manque à toutes les pages et à tous les exports.",
        message: "`{found}` n’est pas {wanted_fr}",
        expected: "{wanted_fr}",
        action: "écrire ici {wanted_fr}",
    },
    example: Example { bad: "title: Trees\nprivate: perhaps\n", good: "title: Trees\nprivate: true\n" },
};

pub(super) const CHECKS: &[Check] = &[Check::Fault(check)];

fn check(fault: &Fault, _: &Header, report: &mut Report) {
    if let FaultKind::WrongType(wanted) = &fault.kind {
        let (en, fr) = words(*wanted);
        report.fail(fault.place.clone()).found(&fault.found).arg("wanted", en).arg("wanted_fr", fr);
    }
}

fn words(wanted: Wanted) -> (&'static str, &'static str) {
    match wanted {
        Wanted::Text => ("a text", "un texte"),
        Wanted::Translated => ("a text, or texts by language", "un texte, ou des textes par langue"),
        Wanted::List => ("a list", "une liste"),
        Wanted::Mapping => ("a mapping of keys to values", "un ensemble de clés et de valeurs"),
        Wanted::Boolean => ("true or false", "true ou false"),
        Wanted::Count => ("a whole number from 0 up", "un nombre entier à partir de 0"),
        Wanted::Number => ("a number", "un nombre"),
        Wanted::BoundingBox => {
            ("four numbers: west, south, east, north in degrees", "quatre nombres : ouest, sud, est, nord en degrés")
        }
        Wanted::Geometry => {
            ("a GeoJSON geometry with a type and coordinates", "une géométrie GeoJSON avec un type et des coordonnées")
        }
    }
}
