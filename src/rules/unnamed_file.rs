//! `unnamed-file`: a file in the folder of a dataset that no resource names.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};
use crate::text::path::{plain, same_but_for_case};

pub(super) static RULE: Rule = Rule {
    code: "R003",
    name: "unnamed-file",
    severity: Severity::Warning,
    en: Words {
        checks: "Every file in the folder of a dataset is one of its resources.",
        why: "A file that nobody names is on no page: it was forgotten, or should not be there.",
        message: "no resource names the file `{found}`",
        expected: "`- path: {found}` under `resources`",
        action: "add `- path: {found}` under `resources`, or take the file out of the folder",
    },
    fr: Words {
        checks: "Tout fichier du dossier d’un jeu de données est une de ses ressources.",
        why: "Un fichier que personne ne nomme n’est sur aucune page : il a été oublié, ou n’a rien à faire là.",
        message: "aucune ressource ne nomme le fichier `{found}`",
        expected: "`- path: {found}` sous `resources`",
        action: "ajouter `- path: {found}` sous `resources`, ou retirer le fichier du dossier",
    },
    example: Example {
        bad: "==> content/datasets/trees/dataset.yaml <==\ntitle: Trees of the town\n==> content/datasets/trees/trees.csv <==\nspecies\noak\n",
        good: "==> content/datasets/trees/dataset.yaml <==\ntitle: Trees of the town\nresources:\n- path: trees.csv\n==> content/datasets/trees/trees.csv <==\nspecies\noak\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    let named: Vec<&str> = dataset.resources.iter().filter_map(|resource| resource.path()).map(plain).collect();
    for file in &dataset.files {
        let is_named = |named: &&str| **named == file.path || same_but_for_case(named, &file.path);
        if !named.iter().any(is_named) {
            report.fail(Place::key(KeyPath::of("resources"))).found(&file.path);
        }
    }
}
