//! `missing-granularity`: an area without the fineness of what is in it.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "G005",
    name: "missing-granularity",
    severity: Severity::Info,
    en: Words {
        checks: "A dataset that says what area it covers says how finely.",
        why: "“The county” may mean one row for the whole county or one for each of its streets; searches by \
              granularity find only what says so.",
        message: "the area is given, and the granularity is not",
        expected: "`granularity`: the smallest area that the data tells apart, such as `fr:commune` or `poi`",
        action: "add `granularity: …` under `spatial`",
    },
    fr: Words {
        checks: "Un jeu de données qui dit quel territoire il couvre dit avec quelle finesse.",
        why: "« Le département » peut vouloir dire une ligne pour tout le département ou une pour chacune de ses \
              rues ; la recherche par granularité ne trouve que ce qui le dit.",
        message: "le territoire est donné, et la granularité ne l’est pas",
        expected: "`granularity` : le plus petit territoire que les données distinguent, comme `fr:commune` ou `poi`",
        action: "ajouter `granularity: …` sous `spatial`",
    },
    example: Example {
        bad: "title: Trees of the town\nspatial:\n  zones: [\"fr:departement:35\"]\n",
        good: "title: Trees of the town\nspatial:\n  zones: [\"fr:departement:35\"]\n  granularity: poi\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    if !dataset.spatial.is_empty() && dataset.spatial.granularity.is_none() {
        report.fail(Place::key(KeyPath::of("spatial")));
    }
}
