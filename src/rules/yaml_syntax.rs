//! `yaml-syntax`: a descriptor that is not YAML, or a `site.toml` that is not TOML.

use super::{Check, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Fault, FaultKind, Header};
use crate::source::YamlFaultKind;

pub(super) static RULE: Rule = Rule {
    code: "Y001",
    name: "yaml-syntax",
    severity: Severity::Error,
    en: Words {
        checks: "A descriptor can be read as YAML, and `site.toml` as TOML.",
        why: "Nothing of an unreadable descriptor can be published: it has no page until it is mended.",
        message: "this is not readable: {found}",
        expected: "`key: value` lines with the same indentation at the same level, and closed quotes and brackets",
        action: "mend the line; a value with `: `, `#`, quotes or brackets in it needs quotes around it",
    },
    fr: Words {
        checks: "Une fiche se lit comme du YAML, et `site.toml` comme du TOML.",
        why: "Rien d’une fiche illisible ne peut être publié : elle n’a pas de page tant qu’elle n’est pas corrigée.",
        message: "ceci est illisible : {found}",
        expected: "des lignes `clé: valeur`, le même retrait au même niveau, guillemets et crochets fermés",
        action: "corriger la ligne ; une valeur qui contient `: `, `#`, des guillemets ou des crochets se met entre guillemets",
    },
    example: Example {
        bad: "title: \"Trees\ndescription: no closing quote\n",
        good: "title: \"Trees: an inventory\"\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Fault(check)];

fn check(fault: &Fault, _: &Header, report: &mut Report) {
    if fault.kind == FaultKind::Yaml(YamlFaultKind::Syntax) {
        report.fail(fault.place.clone()).found(&fault.found);
    }
}
