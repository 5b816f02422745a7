//! `missing-theme`: a dataset without a theme of European portals.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "V011",
    name: "missing-theme",
    severity: Severity::Info,
    en: Words {
        checks: "A dataset has a theme of the EU table data-theme.",
        why: "European and national portals sort datasets by these thirteen themes. Without one, a harvested dataset \
              is in none of their lists.",
        message: "`themes` is missing",
        expected: "one or more of the thirteen codes, such as `ENVI` or `TRAN`",
        action: "add `themes: ENVI`, or the code that fits",
    },
    fr: Words {
        checks: "Un jeu a un thème de la table européenne data-theme.",
        why: "Les portails européens et nationaux rangent les jeux selon ces treize thèmes. Sans thème, un jeu \
              moissonné n’est dans aucune de leurs listes.",
        message: "`themes` manque",
        expected: "un ou plusieurs des treize codes, comme `ENVI` ou `TRAN`",
        action: "ajouter `themes: ENVI`, ou le code qui convient",
    },
    example: Example { bad: "title: Trees\n", good: "title: Trees\nthemes: [ENVI]\n" },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    if dataset.themes.is_empty() {
        report.fail(Place::key(KeyPath::of("themes")));
    }
}
