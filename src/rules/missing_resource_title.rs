//! `missing-resource-title`: a resource without a title.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Dataset, Location};
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "R016",
    name: "missing-resource-title",
    severity: Severity::Info,
    en: Words {
        checks: "Every resource has a title.",
        why: "Without one the page shows the name of the file, which says little beside five others.",
        message: "the resource `{found}` has no title",
        expected: "a title that tells it from the other resources",
        action: "add `title: …` to the resource",
    },
    fr: Words {
        checks: "Chaque ressource a un titre.",
        why: "Sans lui, la page montre le nom du fichier, qui dit peu à côté de cinq autres.",
        message: "la ressource `{found}` n’a pas de titre",
        expected: "un titre qui la distingue des autres ressources",
        action: "ajouter `title: …` à la ressource",
    },
    example: Example {
        bad: "title: Trees of the town\nresources:\n- url: https://data.example.org/trees.csv\n",
        good: "title: Trees of the town\nresources:\n- url: https://data.example.org/trees.csv\n  title: Trees, one row each\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    for (at, resource) in dataset.resources.iter().enumerate().filter(|(_, resource)| resource.title.is_blank()) {
        let (Location::Hosted(address) | Location::Remote(address)) = &resource.location else {
            continue;
        };
        report.fail(Place::key(KeyPath::of("resources").index(at).key("title"))).found(address);
    }
}
