//! `remote-image`: an image from another site in a description.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Described, Use};
use crate::source::Place;
use crate::text::prose;

pub(super) static RULE: Rule = Rule {
    code: "D010",
    name: "remote-image",
    severity: Severity::Info,
    en: Words {
        checks: "Descriptions show no images of other sites.",
        why: "Pages load nothing from elsewhere, so that no visit is reported to others: the image becomes a link.",
        message: "the image `{found}` is on another site",
        expected: "a link, or a file published with the catalogue",
        action: "make it a link: take the `!` away",
    },
    fr: Words {
        checks: "Les descriptions ne montrent pas d’images d’autres sites.",
        why: "Les pages ne chargent rien d’ailleurs, pour qu’aucune visite ne soit signalée à d’autres : l’image \
              devient un lien.",
        message: "l’image `{found}` se trouve sur un autre site",
        expected: "un lien, ou un fichier publié avec le catalogue",
        action: "en faire un lien : retirer le `!`",
    },
    example: Example {
        bad: "title: Trees of the town\ndescription: '![A tree](https://photos.example.org/tree.jpg)'\n",
        good: "title: Trees of the town\ndescription: '[A tree](https://photos.example.org/tree.jpg)'\n",
    },
};

pub(super) const CHECKS: &[Check] = &[
    Check::Dataset(check),
    Check::Organization(check),
    Check::Page(check),
    Check::Person(check),
    Check::Reuse(check),
    Check::Service(check),
    Check::Topic(check),
];

fn check<T: Described>(thing: &T, _: &Context<'_>, report: &mut Report) {
    for field in thing.fields().into_iter().filter(|field| field.usage == Use::Markdown) {
        for (spot, text) in field.each() {
            let remote = |image: &String| image.contains("://") || image.starts_with("//");
            for image in prose::images(text).into_iter().filter(remote) {
                report.fail(Place::token(spot.path(), &image)).found(&image);
            }
        }
    }
}
