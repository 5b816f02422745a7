//! `wrong-size`: a size that is not that of the file.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "R012",
    name: "wrong-size",
    severity: Severity::Warning,
    en: Words {
        checks: "The size of a hosted file is the one it has.",
        why: "A size that is wrong says that the file was changed and its description was not.",
        message: "the size is `{found}` bytes here, and the file has {nearest}",
        expected: "`{nearest}`, or no size: it is measured when the site is built",
        action: "write `{nearest}`, or remove the key",
    },
    fr: Words {
        checks: "La taille d’un fichier hébergé est celle qu’il a.",
        why: "Une taille fausse dit que le fichier a changé et non sa description.",
        message: "la taille est ici de `{found}` octets, et le fichier en a {nearest}",
        expected: "`{nearest}`, ou aucune taille : elle est mesurée quand le site est construit",
        action: "écrire `{nearest}`, ou retirer la clé",
    },
    example: Example {
        bad: "==> content/datasets/trees/dataset.yaml <==\ntitle: Trees of the town\nresources:\n- path: trees.csv\n  size: 9000\n==> content/datasets/trees/trees.csv <==\nspecies\noak\n",
        good: "==> content/datasets/trees/dataset.yaml <==\ntitle: Trees of the town\nresources:\n- path: trees.csv\n  size: 12\n==> content/datasets/trees/trees.csv <==\nspecies\noak\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    for (at, resource) in dataset.resources.iter().enumerate() {
        let Some((size, file)) = resource.size.zip(resource.hosted(&dataset.files)) else {
            continue;
        };
        if size != file.size {
            let place = Place::value(KeyPath::of("resources").index(at).key("size"));
            report.fail(place).found(size.to_string()).nearest(Some(file.size.to_string()));
        }
    }
}
