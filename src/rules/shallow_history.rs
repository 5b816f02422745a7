//! `shallow-history`: a clone without its history.

use super::{Check, Context, History, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "T007",
    name: "shallow-history",
    severity: Severity::Warning,
    en: Words {
        checks: "The catalogue is built from a clone with its whole history.",
        why: "Dates of creation and last change come from git. In a shallow clone every descriptor seems to date from the last commit, so these dates are left unknown.",
        message: "this clone has no history: dates of git are unknown",
        expected: "a full clone",
        action: "run `git fetch --unshallow`; in a workflow, set `fetch-depth: 0` (GitHub) or `GIT_DEPTH: 0` (GitLab)",
    },
    fr: Words {
        checks: "Le catalogue est fait depuis un clone qui a tout son historique.",
        why: "Les dates de création et de dernière modification viennent de git. Dans un clone superficiel, toute fiche semble dater du dernier commit : ces dates restent donc inconnues.",
        message: "ce clone n’a pas d’historique : les dates de git sont inconnues",
        expected: "un clone complet",
        action: "lancer `git fetch --unshallow` ; dans une chaîne d’intégration, régler `fetch-depth: 0` (GitHub) ou `GIT_DEPTH: 0` (GitLab)",
    },
    example: Example {
        bad: "title: Trees\n==> .git/shallow <==\n0f5e0c0c7d3d6f0b7f6f1a6f6f3f4b0d5a3c9be0\n",
        good: "title: Trees\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Catalog(check)];

fn check(context: &Context<'_>, report: &mut Report) {
    if context.history == History::Shallow {
        report.fail(Place::key(KeyPath::root()));
    }
}
