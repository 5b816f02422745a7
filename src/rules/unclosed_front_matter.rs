//! `unclosed-front-matter`: front matter without its closing line.

use super::{Check, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Fault, FaultKind, Header};

pub(super) static RULE: Rule = Rule {
    code: "Y012",
    name: "unclosed-front-matter",
    severity: Severity::Error,
    en: Words {
        checks: "The front matter of a Markdown descriptor ends with a line `---`.",
        why: "Without it, nobody can tell where the keys end and the description begins: the whole text is taken as keys.",
        message: "the front matter that begins here is never closed",
        expected: "a second line `---` between the keys and the text",
        action: "add a line `---` after the last key",
    },
    fr: Words {
        checks: "L’en-tête d’une fiche en Markdown se termine par une ligne `---`.",
        why: "Sans elle, nul ne sait où finissent les clés et où commence la description : tout le texte est pris pour des clés.",
        message: "l’en-tête qui commence ici n’est jamais refermé",
        expected: "une seconde ligne `---` entre les clés et le texte",
        action: "ajouter une ligne `---` après la dernière clé",
    },
    example: Example {
        bad: "==> content/datasets/trees.md <==\n---\ntitle: Trees\n",
        good: "==> content/datasets/trees.md <==\n---\ntitle: Trees\n---\n\nAll the trees.\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Fault(check)];

fn check(fault: &Fault, _: &Header, report: &mut Report) {
    if fault.kind == FaultKind::UnclosedFrontMatter {
        report.fail(fault.place.clone());
    }
}
