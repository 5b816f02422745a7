//! `evidence-unreadable`: an `evidence.json` at the root of the catalogue that cannot be used.

use super::{Check, Context, Report};
use crate::evidence::NAME;
use crate::finding::{Example, Rule, Severity, Words};
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "T015",
    name: "evidence-unreadable",
    severity: Severity::Warning,
    en: Words {
        checks: "The `evidence.json` that a restored snapshot has at its root can be read.",
        why: "It keeps the dates of the things that were restored, which git cannot know. Nothing of a file that is damaged or was edited by hand is believed: these dates are then git's, or unknown.",
        message: "`{found}` is not used: {reason}",
        expected: "the file as `etal snapshot restore` wrote it",
        action: "take the file from the snapshot again, or delete it to do without its dates",
    },
    fr: Words {
        checks: "Le fichier `evidence.json` qu’un instantané restauré a à sa racine est lisible.",
        why: "Il garde les dates de ce qui a été restauré, que git ne peut pas connaître. Rien n’est cru d’un fichier abîmé ou modifié à la main : ces dates sont alors celles de git, ou inconnues.",
        message: "`{found}` n’est pas utilisé : {reason_fr}",
        expected: "le fichier tel que `etal snapshot restore` l’a écrit",
        action: "reprendre ce fichier dans l’instantané, ou le supprimer pour se passer de ses dates",
    },
    example: Example {
        bad: "title: Trees\n==> evidence.json <==\n{ \"format\": 1 }\n",
        good: "title: Trees\n==> evidence.json <==\n{ \"format\": 1, \"etal\": \"1.0.0\", \"now\": \"2026-11-23\", \"history\": \"none\",\n  \"drafts\": false, \"minified\": false, \"availability\": {}, \"dates\": {} }\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Catalog(check)];

/// The file is no source: the finding stands at the top of `site.toml`.
fn check(context: &Context<'_>, report: &mut Report) {
    if let Some(fault) = context.evidence_fault {
        let broken = report.fail(Place::key(KeyPath::root())).found(NAME);
        broken.arg("reason", fault.message("en")).arg("reason_fr", fault.message("fr"));
    }
}
