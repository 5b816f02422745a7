//! `bad-checksum`: a checksum that none is.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Checksum, Dataset};
use crate::source::{KeyPath, Place};
use crate::vocab::{self, checksum};

pub(super) static RULE: Rule = Rule {
    code: "R014",
    name: "bad-checksum",
    severity: Severity::Warning,
    en: Words {
        checks: "A checksum has a known type and its number of hexadecimal digits.",
        why: "Who compares the file after downloading it would find it damaged when it is not.",
        message: "`{found}` is no checksum of the type `{type}`[; did you mean `{nearest}`?]",
        expected: "a type such as `sha256`, and as many hexadecimal digits as it has",
        action: "compute it again with `sha256sum FILE`[, or write `{nearest}`]",
    },
    fr: Words {
        checks: "Une somme de contrôle a un type connu et son nombre de chiffres hexadécimaux.",
        why: "Qui compare le fichier après l’avoir téléchargé le croirait abîmé alors qu’il ne l’est pas.",
        message: "`{found}` n’est pas une somme de contrôle de type `{type}`[ ; vouliez-vous dire `{nearest}` ?]",
        expected: "un type comme `sha256`, et autant de chiffres hexadécimaux qu’il en a",
        action: "la recalculer par `sha256sum FICHIER`[, ou écrire `{nearest}`]",
    },
    example: Example {
        bad: "title: Trees of the town\nresources:\n- url: https://data.example.org/trees.csv\n  checksum: md5:12ab\n",
        good: "title: Trees of the town\nresources:\n- url: https://data.example.org/trees.csv\n  checksum: md5:d41d8cd98f00b204e9800998ecf8427e\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    for (at, resource) in dataset.resources.iter().enumerate() {
        if let Some(checksum) = resource.checksum.as_ref() {
            judge(checksum, KeyPath::of("resources").index(at).key("checksum"), report);
        }
    }
}

fn judge(checksum: &Checksum, path: KeyPath, report: &mut Report) {
    let known = checksum::Checksum::find(&checksum.kind);
    if known.is_some_and(|known| known.accepts(&checksum.value)) {
        return;
    }
    // The digits tell the type when they are as many as one has.
    let by_digits = || checksum::ALL.iter().find(|row| row.accepts(&checksum.value)).map(|row| row.id);
    let nearest = match known {
        Some(_) => by_digits(),
        None => vocab::nearest(&checksum.kind, checksum::Checksum::ids()).or_else(by_digits),
    };
    let broken = match known {
        Some(_) => report.fail(Place::token(path, &checksum.value)).found(&checksum.value),
        None => report.fail(Place::token(path, &checksum.kind)).found(&checksum.value),
    };
    broken.arg("type", &checksum.kind).nearest(nearest);
}
