//! `missing-translation`: a text that lacks one of the languages of the site.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Described;
use crate::source::Place;

pub(super) static RULE: Rule = Rule {
    code: "D009",
    name: "missing-translation",
    severity: Severity::Info,
    en: Words {
        checks: "A text that is given by language has all the languages of the site.",
        why: "Readers of the other language are shown this text in a language they may not read, on a page that \
              is otherwise theirs.",
        message: "the text has no version in `{found}`",
        expected: "a version in each language of the site",
        action: "add `{found}: …` beside the others",
    },
    fr: Words {
        checks: "Un texte donné par langue existe dans toutes les langues du site.",
        why: "Qui lit l’autre langue trouve ce texte dans une langue qu’il ne lit peut-être pas, sur une page qui \
              est par ailleurs dans la sienne.",
        message: "le texte n’a pas de version en `{found}`",
        expected: "une version dans chaque langue du site",
        action: "ajouter `{found}: …` à côté des autres",
    },
    example: Example {
        bad: "title: {fr: Arbres de la ville}\n==> site.toml <==\nid = \"5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001\"\ntitle = \"Test\"\nlanguages = [\"fr\", \"en\"]\n",
        good: "title: {fr: Arbres de la ville, en: Trees of the town}\ndescription: The same in every language.\n==> site.toml <==\nid = \"5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001\"\ntitle = \"Test\"\nlanguages = [\"fr\", \"en\"]\n",
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

fn check<T: Described>(thing: &T, context: &Context<'_>, report: &mut Report) {
    for field in thing.fields() {
        let has = |language: &str| field.text.iter().any(|(code, _)| code.split('-').next() == Some(language));
        // A text without a language is meant for everybody.
        if field.text.iter().any(|(code, _)| code.is_empty()) {
            continue;
        }
        for language in context.config.languages.iter().filter(|language| !has(language)) {
            report.fail(Place::key(field.spot.path())).found(language);
        }
    }
}
