//! `few-tags`: three keywords or fewer.

use std::collections::BTreeSet;

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::slug::Slug;
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "V009",
    name: "few-tags",
    severity: Severity::Warning,
    en: Words {
        checks: "A dataset has more than three different keywords.",
        why: "Keywords tie datasets together and answer searches that use other words than the title. The score of \
              six criteria asks for more than three.",
        message: "only {count} different keywords",
        expected: "more than three",
        action: "add keywords in the words of readers: the subject, the place, the usual synonyms",
    },
    fr: Words {
        checks: "Un jeu a plus de trois mots-clés différents.",
        why: "Les mots-clés relient les jeux entre eux et répondent aux recherches faites dans d’autres mots que \
              ceux du titre. Le score aux six critères en demande plus de trois.",
        message: "mots-clés différents : {count} seulement",
        expected: "plus de trois",
        action: "ajouter des mots-clés dans les mots des lecteurs : le sujet, le lieu, les synonymes courants",
    },
    example: Example {
        bad: "title: Trees\ntags: [trees, parks]\n",
        good: "title: Trees\ntags: [trees, parks, nature, forestry]\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

/// Most keywords that are still too few (udata 3).
const TOO_FEW: usize = 3;

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    let different: BTreeSet<Slug> = dataset.tags.iter().map(|tag| Slug::from_text(tag)).collect();
    if dataset.tags.is_empty() {
        report.not_applicable();
    } else if different.len() <= TOO_FEW {
        report.fail(Place::key(KeyPath::of("tags"))).arg("count", different.len().to_string());
    }
}
