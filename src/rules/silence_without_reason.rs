//! `silence-without-reason`: a comment that would silence a finding but does not say why.

use super::Check;
use crate::finding::{Example, Rule, Severity, Words};

pub(super) static RULE: Rule = Rule {
    code: "Y010",
    name: "silence-without-reason",
    severity: Severity::Warning,
    en: Words {
        checks: "A comment that silences a finding gives a reason.",
        why: "Whoever reads the descriptor next must know why the fault is accepted. Without a reason the finding stays.",
        message: "the comment allows `{found}` but gives no reason",
        expected: "`# etal: allow {found}: the reason`",
        action: "add the reason after a colon",
    },
    fr: Words {
        checks: "Un commentaire qui fait taire un constat donne une raison.",
        why: "Qui lira la fiche ensuite doit savoir pourquoi le défaut est accepté. Sans raison, le constat demeure.",
        message: "le commentaire autorise `{found}` sans donner de raison",
        expected: "`# etal: allow {found}: la raison`",
        action: "ajouter la raison après un deux-points",
    },
    example: Example {
        bad: "title: Trees\n# etal: allow unknown-key\nspecies: 12\n",
        good: "title: Trees\n# etal: allow unknown-key: read by our own map\nspecies: 12\n",
    },
};

/// Written by the engine, which alone knows what a comment silences.
pub(super) const CHECKS: &[Check] = &[];
