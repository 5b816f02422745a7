//! `content-mismatch`: a hosted file that is not what its name says.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Dataset, HostedFile, Resource};
use crate::probe;
use crate::source::{KeyPath, Place};
use crate::vocab::Format;

pub(super) static RULE: Rule = Rule {
    code: "R011",
    name: "content-mismatch",
    severity: Severity::Error,
    en: Words {
        checks: "The content of a hosted file is in the format of its name.",
        why: "A web page saved as `.csv`, or an archive called `.json`, is what a failed export leaves; no \
              program can read it.",
        message: "the file `{found}` is not in `{named}`: its content is in `{nearest}`",
        expected: "a file in `{named}`",
        action: "export the file again, or name it after its content",
    },
    fr: Words {
        checks: "Le contenu d’un fichier hébergé est dans le format de son nom.",
        why: "Une page web enregistrée en `.csv`, ou une archive nommée `.json`, est ce que laisse un export \
              manqué ; aucun programme ne peut la lire.",
        message: "le fichier `{found}` n’est pas en `{named}` : son contenu est en `{nearest}`",
        expected: "un fichier en `{named}`",
        action: "exporter à nouveau le fichier, ou le nommer d’après son contenu",
    },
    example: Example {
        bad: "==> content/datasets/trees/dataset.yaml <==\ntitle: Trees of the town\nresources:\n- path: trees.csv\n==> content/datasets/trees/trees.csv <==\n<!doctype html>\n<title>Please sign in</title>\n",
        good: "==> content/datasets/trees/dataset.yaml <==\ntitle: Trees of the town\nresources:\n- path: trees.csv\n==> content/datasets/trees/trees.csv <==\nspecies\noak\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    for (at, resource) in dataset.resources.iter().enumerate() {
        let Some(file) = resource.hosted(&dataset.files) else {
            continue;
        };
        let Some((key, named, sniffed)) = at_odds(resource, file) else {
            continue;
        };
        let place = Place::value(KeyPath::of("resources").index(at).key(key));
        report.fail(place).found(&file.path).arg("named", named.id).nearest(Some(sniffed.id));
    }
}

/// The key that says another format than the content shows, with both formats: the path, or the
/// declared format when the path tells none.
fn at_odds(resource: &Resource, file: &HostedFile) -> Option<(&'static str, &'static Format, &'static Format)> {
    let sniffed = file.sniffed?;
    let declared = || Some(("format", resource.format.as_ref()?.known?));
    let by_path = Format::of_path(&file.path).map(|named| ("path", named));
    let (key, named) = by_path.or_else(declared)?;
    (!probe::agrees(named, sniffed)).then_some((key, named, sniffed))
}
