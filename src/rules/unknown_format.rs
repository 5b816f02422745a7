//! `unknown-format`: a format that nobody knows.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};
use crate::vocab::Format;

pub(super) static RULE: Rule = Rule {
    code: "R009",
    name: "unknown-format",
    severity: Severity::Warning,
    en: Words {
        checks: "The format of a resource is one of the table.",
        why: "Lists, searches and scores go by format; a word that nobody knows is in none of them.",
        message: "unknown format `{found}`[; did you mean `{nearest}`?]",
        expected: "[`{nearest}`, or ]a format such as `csv`, `geojson` or `pdf`",
        action: "[write `{nearest}`, or ]name the format of the file, and put the rest in the description",
    },
    fr: Words {
        checks: "Le format d’une ressource est un de ceux de la table.",
        why: "Listes, recherches et scores vont par format ; un mot que personne ne connaît n’est dans aucun.",
        message: "format inconnu `{found}`[ ; vouliez-vous dire `{nearest}` ?]",
        expected: "[`{nearest}`, ou ]un format comme `csv`, `geojson` ou `pdf`",
        action: "[écrire `{nearest}`, ou ]nommer le format du fichier, et mettre le reste dans la description",
    },
    example: Example {
        bad: "title: Trees of the town\nresources:\n- url: https://data.example.org/trees\n  format: geojsn\n",
        good: "title: Trees of the town\nresources:\n- url: https://data.example.org/trees\n  format: geojson\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    for (at, resource) in dataset.resources.iter().enumerate() {
        if let Some(format) = resource.format.as_ref().filter(|format| format.known.is_none()) {
            let place = Place::value(KeyPath::of("resources").index(at).key("format"));
            report.fail(place).found(&format.raw).nearest(Format::nearest(&format.raw));
        }
    }
}
