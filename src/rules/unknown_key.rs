//! `unknown-key`: a key that etal does not know.

use super::{Check, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Fault, FaultKind, Header};

pub(super) static RULE: Rule = Rule {
    code: "V001",
    name: "unknown-key",
    severity: Severity::Warning,
    en: Words {
        checks: "Every key of a descriptor is one that etal knows.",
        why: "A misspelt key is not read: its value is kept and shown as it is, but no list, search or \
              portal knows what it means.",
        message: "unknown key `{found}`[; did you mean `{nearest}`?]",
        expected: "[`{nearest}`, or ]a key of the format's documentation",
        action: "[rename it to `{nearest}`, or ]move it under `extras` if it is your own",
    },
    fr: Words {
        checks: "Chaque clé d’une fiche est connue d’étal.",
        why: "Une clé mal orthographiée n’est pas lue : sa valeur est gardée et montrée telle quelle, mais ni \
              les listes, ni la recherche, ni les portails n’en connaissent le sens.",
        message: "clé inconnue `{found}`[ ; vouliez-vous dire `{nearest}` ?]",
        expected: "[`{nearest}`, ou ]une clé de la documentation du format",
        action: "[la renommer en `{nearest}`, ou ]la ranger sous `extras` si elle vous est propre",
    },
    example: Example {
        bad: "title: Trees\nlicence: etalab-2.0\n",
        good: "title: Trees\nlicense: etalab-2.0\nextras:\n  inventory: 12\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Fault(check)];

fn check(fault: &Fault, _: &Header, report: &mut Report) {
    if fault.kind == FaultKind::UnknownKey {
        report.fail(fault.place.clone()).found(&fault.found).nearest(fault.nearest.as_deref());
    }
}
