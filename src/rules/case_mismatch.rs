//! `case-mismatch`: a path that differs from its file in capitals or accents only.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};
use crate::text::path::same_but_for_case;

pub(super) static RULE: Rule = Rule {
    code: "R027",
    name: "case-mismatch",
    severity: Severity::Error,
    en: Words {
        checks: "A path is spelt exactly like its file.",
        why: "Where capitals do not matter the file is found; on the server that publishes the site it is not.",
        message: "the file is called `{nearest}`, not `{found}`",
        expected: "`{nearest}`, letter by letter",
        action: "write `{nearest}`",
    },
    fr: Words {
        checks: "Un chemin s’écrit exactement comme son fichier.",
        why: "Là où les capitales ne comptent pas, le fichier est trouvé ; sur le serveur qui publie le site, il \
              ne l’est pas.",
        message: "le fichier s’appelle `{nearest}`, et non `{found}`",
        expected: "`{nearest}`, à la lettre près",
        action: "écrire `{nearest}`",
    },
    example: Example {
        bad: "==> content/datasets/trees/dataset.yaml <==\ntitle: Trees of the town\nresources:\n- path: Trees.CSV\n==> content/datasets/trees/trees.csv <==\nspecies\noak\n",
        good: "==> content/datasets/trees/dataset.yaml <==\ntitle: Trees of the town\nresources:\n- path: trees.csv\n==> content/datasets/trees/trees.csv <==\nspecies\noak\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    for (at, resource) in dataset.resources.iter().enumerate() {
        let Some(named) = resource.path().filter(|_| resource.hosted(&dataset.files).is_none()) else {
            continue;
        };
        if let Some(file) = dataset.files.iter().find(|file| same_but_for_case(&file.path, named)) {
            let place = Place::value(KeyPath::of("resources").index(at).key("path"));
            report.fail(place).found(named).nearest(Some(&file.path));
        }
    }
}
