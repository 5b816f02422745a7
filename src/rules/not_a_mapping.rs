//! `not-a-mapping`: a descriptor that is a list or a bare text.

use super::{Check, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Fault, FaultKind, Header};
use crate::source::YamlFaultKind;

pub(super) static RULE: Rule = Rule {
    code: "Y002",
    name: "not-a-mapping",
    severity: Severity::Error,
    en: Words {
        checks: "The top of a descriptor is a mapping of keys to values.",
        why: "A list or a text without keys does not say which value is the title and which the licence: nothing of it can be published.",
        message: "this is no mapping of keys to values",
        expected: "`key: value` lines, such as `title: Trees of the town`",
        action: "begin every line at the left margin with a key, a colon and a blank",
    },
    fr: Words {
        checks: "Le haut d’une fiche associe des clés à des valeurs.",
        why: "Une liste ou un texte sans clés ne dit pas ce qui est le titre et ce qui est la licence : rien ne peut en être publié.",
        message: "ceci n’associe pas des clés à des valeurs",
        expected: "des lignes `clé: valeur`, par exemple `title: Arbres de la ville`",
        action: "commencer chaque ligne de la marge par une clé, un deux-points et une espace",
    },
    example: Example {
        bad: "- Trees of the town\n- etalab-2.0\n",
        good: "title: Trees of the town\nlicense: etalab-2.0\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Fault(check)];

fn check(fault: &Fault, _: &Header, report: &mut Report) {
    if fault.kind == FaultKind::Yaml(YamlFaultKind::NotAMapping) {
        report.fail(fault.place.clone());
    }
}
