//! `duplicate-url`: two resources of one dataset with the same address.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use std::collections::BTreeMap;

use crate::model::{Dataset, Location};
use crate::source::{KeyPath, Place};
use crate::text::path::plain;

pub(super) static RULE: Rule = Rule {
    code: "R008",
    name: "duplicate-url",
    severity: Severity::Warning,
    en: Words {
        checks: "No two resources of a dataset have the same address or file.",
        why: "Readers see two entries and cannot tell which to take; downloads and links are counted twice.",
        message: "another resource of the dataset has `{found}` already",
        expected: "one resource for one address",
        action: "remove one of the two, or mend its address",
    },
    fr: Words {
        checks: "Deux ressources d’un jeu de données n’ont pas la même adresse ni le même fichier.",
        why: "On voit deux entrées sans savoir laquelle prendre ; téléchargements et liens comptent double.",
        message: "une autre ressource du jeu de données a déjà `{found}`",
        expected: "une ressource par adresse",
        action: "retirer une des deux, ou corriger son adresse",
    },
    example: Example {
        bad: "title: Trees of the town\nresources:\n- url: https://data.example.org/trees.csv\n- url: https://data.example.org/trees.csv\n",
        good: "title: Trees of the town\nresources:\n- url: https://data.example.org/trees.csv\n- url: https://data.example.org/trees.json\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    let mut first: BTreeMap<&str, Place> = BTreeMap::new();
    for (at, resource) in dataset.resources.iter().enumerate() {
        let path = KeyPath::of("resources").index(at);
        let (address, place) = match &resource.location {
            Location::Hosted(file) => (plain(file), Place::value(path.key("path"))),
            Location::Remote(url) => (url.as_str(), Place::value(path.key("url"))),
            Location::Absent => continue,
        };
        match first.get(address) {
            Some(other) => {
                report.fail(place).found(address).other(dataset.header.source, other.clone());
            }
            None => {
                first.insert(address, place);
            }
        }
    }
}
