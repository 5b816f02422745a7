//! `wrong-checksum`: a checksum that is not that of the file.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};
use crate::vocab::checksum;

pub(super) static RULE: Rule = Rule {
    code: "R013",
    name: "wrong-checksum",
    severity: Severity::Error,
    en: Words {
        checks: "The SHA-256 checksum of a hosted file is the one it has.",
        why: "Either the file was damaged or replaced, or the checksum is old: whoever compares them after \
              downloading will not trust the file.",
        message: "the checksum `{found}` is not that of the file",
        expected: "`{nearest}`",
        action: "see whether the file is the right one, then write `{nearest}`, or remove the key: it is computed \
              when the site is built",
    },
    fr: Words {
        checks: "La somme de contrôle SHA-256 d’un fichier hébergé est celle qu’il a.",
        why: "Soit le fichier a été abîmé ou remplacé, soit la somme est ancienne : qui les compare après le \
              téléchargement ne s’y fiera pas.",
        message: "la somme de contrôle `{found}` n’est pas celle du fichier",
        expected: "`{nearest}`",
        action: "vérifier que le fichier est le bon, puis écrire `{nearest}`, ou retirer la clé : elle est \
              calculée quand le site est construit",
    },
    example: Example {
        bad: "==> content/datasets/trees/dataset.yaml <==\ntitle: Trees of the town\nresources:\n- path: trees.csv\n  checksum: sha256:0000000000000000000000000000000000000000000000000000000000000000\n==> content/datasets/trees/trees.csv <==\nspecies\noak\n",
        good: "==> content/datasets/trees/dataset.yaml <==\ntitle: Trees of the town\nresources:\n- path: trees.csv\n  checksum: sha256:3a9e836e7c6680c83d74cd1a04ce9ab91cf9b2186223b15a70fd8252311808ef\n==> content/datasets/trees/trees.csv <==\nspecies\noak\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    for (at, resource) in dataset.resources.iter().enumerate() {
        let Some((checksum, file)) = resource.checksum.as_ref().zip(resource.hosted(&dataset.files)) else {
            continue;
        };
        let sha256 = checksum::Checksum::find(&checksum.kind)
            .is_some_and(|kind| kind.id == "sha256" && kind.accepts(&checksum.value));
        if sha256 && !checksum.value.eq_ignore_ascii_case(&file.sha256) {
            let place = Place::token(KeyPath::of("resources").index(at).key("checksum"), &checksum.value);
            report.fail(place).found(&checksum.value).nearest(Some(&file.sha256));
        }
    }
}
