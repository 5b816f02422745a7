//! `empty-file`: a hosted file without content.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "R025",
    name: "empty-file",
    severity: Severity::Error,
    en: Words {
        checks: "Hosted files have content.",
        why: "An empty file is what a failed export leaves behind; readers download nothing.",
        message: "the file `{found}` is empty",
        expected: "a file with data",
        action: "export the file again",
    },
    fr: Words {
        checks: "Les fichiers hébergés ont un contenu.",
        why: "Un fichier vide est ce que laisse un export manqué ; on ne télécharge rien.",
        message: "le fichier `{found}` est vide",
        expected: "un fichier avec des données",
        action: "exporter à nouveau le fichier",
    },
    example: Example {
        bad: "==> content/datasets/trees/dataset.yaml <==\ntitle: Trees of the town\nresources:\n- path: trees.csv\n==> content/datasets/trees/trees.csv <==\n",
        good: "==> content/datasets/trees/dataset.yaml <==\ntitle: Trees of the town\nresources:\n- path: trees.csv\n==> content/datasets/trees/trees.csv <==\nspecies\noak\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    for (at, resource) in dataset.resources.iter().enumerate() {
        if let Some(file) = resource.hosted(&dataset.files).filter(|file| file.size == 0) {
            report.fail(Place::value(KeyPath::of("resources").index(at).key("path"))).found(&file.path);
        }
    }
}
