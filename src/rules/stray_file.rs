//! `stray-file`: a file of `content/` that belongs to nothing.

use super::{Check, Context, Report, StrayKind};
use crate::finding::{Example, Rule, Severity, Words};
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "I010",
    name: "stray-file",
    severity: Severity::Warning,
    en: Words {
        checks: "Every file in `content/` is a descriptor, lies in the folder of one, or is in `content/static/`.",
        why: "A stray file is not published: most often its descriptor was renamed, is missing, or lies in a misspelt folder.",
        message: "`{found}` is not published: {reason}",
        expected: "a descriptor, a file beside one, or a file in `content/static/`",
        action: "move or rename it, or take it out of `content/`",
    },
    fr: Words {
        checks: "Tout fichier de `content/` est une fiche, se trouve dans le dossier d’une fiche, ou dans `content/static/`.",
        why: "Un fichier égaré n’est pas publié : le plus souvent sa fiche a changé de nom, manque, ou le dossier est mal orthographié.",
        message: "`{found}` n’est pas publié : {reason_fr}",
        expected: "une fiche, un fichier à côté d’une fiche, ou un fichier de `content/static/`",
        action: "le déplacer, le renommer, ou le sortir de `content/`",
    },
    example: Example {
        bad: "title: Trees\n==> content/datasets/benches/benches.csv <==\na,b\n",
        good: "title: Trees\n==> content/datasets/example/trees.csv <==\na,b\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Catalog(check)];

/// A stray has no text of its own to point at: the finding stands at the top of `site.toml`.
fn check(context: &Context<'_>, report: &mut Report) {
    for stray in context.strays {
        let (en, fr) = reason(stray.kind);
        let broken = report.fail(Place::key(KeyPath::root())).found(&stray.path);
        broken.arg("reason", en).arg("reason_fr", fr);
    }
}

fn reason(kind: StrayKind) -> (&'static str, &'static str) {
    match kind {
        StrayKind::Link => {
            ("it is a link, and links are not followed", "c’est un lien, et les liens ne sont pas suivis")
        }
        StrayKind::UnknownFolder => {
            ("its folder is none that etal knows", "son dossier n’est pas de ceux qu’étal connaît")
        }
        StrayKind::Unclaimed => {
            ("it is neither a descriptor nor beside one", "ce n’est pas une fiche, et il n’y en a pas à côté")
        }
        StrayKind::BadName => {
            ("some systems cannot have a file of that name", "certains systèmes refusent un fichier de ce nom")
        }
    }
}
