//! `undocumented`: files that nothing explains.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "R020",
    name: "undocumented",
    severity: Severity::Warning,
    en: Words {
        checks: "A dataset has a file of documentation, or a file that has a description.",
        why: "A column named `cd_e2` means nothing to anybody but its author. A sentence under each file or a list \
              of columns is often enough.",
        message: "none of the files is documented",
        expected: "a file of type `documentation`, or a `description` on a file",
        action: "add a `description` to the main file, or a file with `type: documentation`",
    },
    fr: Words {
        checks: "Un jeu a un fichier de documentation, ou un fichier décrit.",
        why: "Une colonne nommée `cd_e2` ne dit rien à personne d’autre que son auteur. Une phrase sous chaque \
              fichier ou une liste des colonnes suffit souvent.",
        message: "aucun des fichiers n’est documenté",
        expected: "un fichier de type `documentation`, ou une `description` sur un fichier",
        action: "ajouter une `description` au fichier principal, ou un fichier avec `type: documentation`",
    },
    example: Example {
        bad: "title: Trees\nresources:\n  - url: https://data.example/trees.csv\n",
        good: "title: Trees\nresources:\n  - url: https://data.example/trees.csv\n    description: One line for each tree. `girth` is in centimetres.\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    if dataset.resources.is_empty() {
        return report.not_applicable();
    }
    let explains = |file: &crate::model::Resource| file.type_id() == "documentation" || !file.description.is_blank();
    if !dataset.resources.iter().any(explains) {
        report.fail(Place::key(KeyPath::of("resources")));
    }
}
