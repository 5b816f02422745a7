//! `bad-language`: a text under something that is no language code.

use super::{Check, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Fault, FaultKind, Header};

pub(super) static RULE: Rule = Rule {
    code: "V005",
    name: "bad-language",
    severity: Severity::Error,
    en: Words {
        checks: "Texts by language are kept under codes such as `fr`, `en` or `pt-BR`.",
        why: "A text under another key belongs to no language, so no reader is ever shown it.",
        message: "`{found}` is no language code[; did you mean `{nearest}`?]",
        expected: "[`{nearest}`, or ]a code of two or three small letters",
        action: "[write `{nearest}`, or ]give the language's code",
    },
    fr: Words {
        checks: "Les textes par langue se rangent sous des codes comme `fr`, `en` ou `pt-BR`.",
        why: "Un texte sous une autre clé n’est d’aucune langue : il n’est montré à personne.",
        message: "`{found}` n’est pas un code de langue[ ; vouliez-vous dire `{nearest}` ?]",
        expected: "[`{nearest}`, ou ]un code de deux ou trois petites lettres",
        action: "[écrire `{nearest}`, ou ]donner le code de la langue",
    },
    example: Example { bad: "title: {French: Arbres, en: Trees}\n", good: "title: {fr: Arbres, en: Trees}\n" },
};

pub(super) const CHECKS: &[Check] = &[Check::Fault(check)];

fn check(fault: &Fault, _: &Header, report: &mut Report) {
    if fault.kind == FaultKind::BadLanguage {
        report.fail(fault.place.clone()).found(&fault.found).nearest(fault.nearest.as_deref());
    }
}
