//! `shouting-title`: a title in capitals.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::{Described, Use};
use crate::source::Place;

pub(super) static RULE: Rule = Rule {
    code: "D006",
    name: "shouting-title",
    severity: Severity::Warning,
    en: Words {
        checks: "Titles are not written in capitals.",
        why: "Capitals are slow to read, lose their accents, and a screen reader may spell them letter by letter.",
        message: "the title `{found}` is in capitals",
        expected: "capitals for the first word, names and acronyms only",
        action: "write the title as a sentence",
    },
    fr: Words {
        checks: "Les titres ne s’écrivent pas en capitales.",
        why: "Les capitales se lisent lentement, perdent leurs accents, et un lecteur d’écran peut les épeler.",
        message: "le titre `{found}` est en capitales",
        expected: "des capitales au premier mot, aux noms propres et aux sigles seulement",
        action: "écrire le titre comme une phrase",
    },
    example: Example { bad: "title: TREES OF THE TOWN\n", good: "title: Trees of the town (GIS export)\n" },
};

pub(super) const CHECKS: &[Check] =
    &[Check::Dataset(check), Check::Reuse(check), Check::Service(check), Check::Topic(check)];

fn check<T: Described>(thing: &T, _: &Context<'_>, report: &mut Report) {
    for field in thing.fields().into_iter().filter(|field| field.usage == Use::Title && field.spot.is_top("title")) {
        for (spot, text) in field.each().filter(|(_, text)| shouts(text)) {
            report.fail(Place::value(spot.path())).found(text);
        }
    }
}

/// Three words or more, and hardly a small letter among them.
fn shouts(title: &str) -> bool {
    let words = title.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 1);
    let large = title.chars().filter(|c| c.is_uppercase()).count();
    let small = title.chars().filter(|c| c.is_lowercase()).count();
    words.count() >= 3 && large > 4 * small
}
