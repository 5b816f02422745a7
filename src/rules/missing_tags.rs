//! `missing-tags`: a dataset without keywords.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "V010",
    name: "missing-tags",
    severity: Severity::Warning,
    en: Words {
        checks: "A dataset has keywords.",
        why: "Without keywords a dataset stands alone: no list brings it together with its like, and only the words \
              of its title find it.",
        message: "`tags` is missing",
        expected: "more than three keywords",
        action: "add `tags` with the subject, the place and the usual synonyms",
    },
    fr: Words {
        checks: "Un jeu a des mots-clés.",
        why: "Sans mots-clés, un jeu reste seul : aucune liste ne le rapproche de ses semblables, et seuls les mots \
              de son titre le trouvent.",
        message: "`tags` manque",
        expected: "plus de trois mots-clés",
        action: "ajouter `tags` avec le sujet, le lieu et les synonymes courants",
    },
    example: Example { bad: "title: Trees\n", good: "title: Trees\ntags: [trees, parks, nature, forestry]\n" },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    if dataset.tags.is_empty() {
        report.fail(Place::key(KeyPath::of("tags")));
    }
}
