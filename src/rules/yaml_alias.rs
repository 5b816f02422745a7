//! `yaml-alias`: an alias, or a merge key.

use super::{Check, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Fault, FaultKind, Header};
use crate::source::YamlFaultKind;

pub(super) static RULE: Rule = Rule {
    code: "Y004",
    name: "yaml-alias",
    severity: Severity::Error,
    en: Words {
        checks: "A descriptor repeats a value instead of pointing at it with `*name` or `<<`.",
        why: "Aliases let a small text unfold into a huge one, and readers of a diff cannot see what a line says. They are read as nothing.",
        message: "`{found}` refers to another value; it is read as nothing",
        expected: "the value itself",
        action: "write the value here, and remove the `&` mark if nothing else needs it",
    },
    fr: Words {
        checks: "Une fiche répète une valeur au lieu d’y renvoyer par `*nom` ou `<<`.",
        why: "Un renvoi permet à un petit texte d’en devenir un énorme, et qui relit une modification ne voit pas ce que dit la ligne. Il est lu comme une absence de valeur.",
        message: "`{found}` renvoie à une autre valeur ; rien n’en est lu",
        expected: "la valeur elle-même",
        action: "écrire la valeur ici, et retirer la marque `&` si elle ne sert plus",
    },
    example: Example { bad: "title: &name Trees\nsummary: *name\n", good: "title: Trees\nsummary: Trees\n" },
};

pub(super) const CHECKS: &[Check] = &[Check::Fault(check)];

fn check(fault: &Fault, _: &Header, report: &mut Report) {
    if fault.kind == FaultKind::Yaml(YamlFaultKind::Alias) {
        report.fail(fault.place.clone()).found(&fault.found);
    }
}
