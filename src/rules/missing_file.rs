//! `missing-file`: a file that is named and is not there.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Dataset, HostedFile};
use crate::source::{KeyPath, Place};
use crate::text::path::{self, same_but_for_case};
use crate::vocab;

pub(super) static RULE: Rule = Rule {
    code: "R002",
    name: "missing-file",
    severity: Severity::Error,
    en: Words {
        checks: "Every file that a descriptor names is in its folder.",
        why: "Readers would follow a link to nothing: the resource is published without its file.",
        message: "the file `{found}` is not there[; did you mean `{nearest}`?]",
        expected: "a file of that name at `{place}`",
        action: "[write `{nearest}`, or ]put the file at `{place}`",
    },
    fr: Words {
        checks: "Tout fichier nommé par une fiche se trouve dans son dossier.",
        why: "On suivrait un lien vers rien : la ressource est publiée sans son fichier.",
        message: "le fichier `{found}` n’existe pas[ ; vouliez-vous dire `{nearest}` ?]",
        expected: "un fichier de ce nom à `{place}`",
        action: "[écrire `{nearest}`, ou ]mettre le fichier à `{place}`",
    },
    example: Example {
        bad: "==> content/datasets/trees/dataset.yaml <==\ntitle: Trees of the town\nresources:\n- path: tree.csv\n==> content/datasets/trees/trees.csv <==\nspecies\noak\n",
        good: "==> content/datasets/trees/dataset.yaml <==\ntitle: Trees of the town\nresources:\n- path: trees.csv\n==> content/datasets/trees/trees.csv <==\nspecies\noak\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    for (at, resource) in dataset.resources.iter().enumerate() {
        let Some(named) = resource.path().filter(|named| path::fault(named).is_none()) else {
            continue;
        };
        let is_there = resource.hosted(&dataset.files).is_some();
        let other_case = || dataset.files.iter().any(|file| same_but_for_case(&file.path, named));
        if !is_there && !other_case() {
            let place = format!("content/datasets/{}/{}", dataset.slug(), path::plain(named));
            let broken = report.fail(Place::value(KeyPath::of("resources").index(at).key("path")));
            broken.found(named).arg("place", place).nearest(nearest(named, &dataset.files));
        }
    }
}

/// A file of that name in another folder, else the one whose path is spelt nearly so.
fn nearest<'a>(named: &str, files: &'a [HostedFile]) -> Option<&'a str> {
    let same_name = |file: &&HostedFile| path::file_name(&file.path) == path::file_name(named);
    let moved = files.iter().find(same_name).map(|file| file.path.as_str());
    moved.or_else(|| vocab::nearest(named, files.iter().map(|file| file.path.as_str())))
}
