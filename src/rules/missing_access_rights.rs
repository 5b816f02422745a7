//! `missing-access-rights`: a descriptor that does not say who may use the data.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "A009",
    name: "missing-access-rights",
    severity: Severity::Info,
    en: Words {
        checks: "A descriptor says who may use the data.",
        why: "Data counts as open when nothing is said, but portals give points only for saying it.",
        message: "`access` is missing",
        expected: "`open`, `open_with_account` or `restricted`",
        action: "add `access: open`, or the type that is right",
    },
    fr: Words {
        checks: "Une fiche dit qui peut utiliser les données.",
        why: "Sans indication, les données comptent comme ouvertes, mais les portails ne donnent des points que si \
              c’est dit.",
        message: "`access` manque",
        expected: "`open`, `open_with_account` ou `restricted`",
        action: "ajouter `access: open`, ou le type qui convient",
    },
    example: Example { bad: "title: Trees\n", good: "title: Trees\naccess: open\n" },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    match &dataset.access.kind {
        None => {
            report.fail(Place::key(KeyPath::of("access")));
        }
        // A code that no table has is the matter of another rule.
        Some(kind) if kind.known.is_none() => report.unknown(),
        Some(_) => {}
    }
}
