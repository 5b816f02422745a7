//! `useless-silence`: a comment that silences nothing.

use super::Check;
use crate::finding::{Example, Rule, Severity, Words};

pub(super) static RULE: Rule = Rule {
    code: "Y011",
    name: "useless-silence",
    severity: Severity::Info,
    en: Words {
        checks: "A comment that silences a finding stands beside one.",
        why: "A comment left behind hides the next fault of that kind on the same line.",
        message: "the comment allows `{found}`, and nothing breaks that rule here[; did you mean `{nearest}`?]",
        expected: "a finding of that rule on the same line or the next",
        action: "remove the comment[, or name `{nearest}`]",
    },
    fr: Words {
        checks: "Un commentaire qui fait taire un constat se trouve à côté de lui.",
        why: "Un commentaire oublié cache le prochain défaut du même genre sur la même ligne.",
        message: "le commentaire autorise `{found}`, et rien ici n’enfreint cette règle[ ; vouliez-vous dire `{nearest}` ?]",
        expected: "un constat de cette règle sur la même ligne ou la suivante",
        action: "retirer le commentaire[, ou nommer `{nearest}`]",
    },
    example: Example { bad: "# etal: allow unknown-kye: read by our own map\ntitle: Trees\n", good: "title: Trees\n" },
};

/// Written by the engine, which alone knows what a comment silences.
pub(super) const CHECKS: &[Check] = &[];
