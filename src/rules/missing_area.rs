//! `missing-area`: a granularity without a place.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "G006",
    name: "missing-area",
    severity: Severity::Info,
    en: Words {
        checks: "Spatial coverage names a zone, a box or a geometry, not the granularity alone.",
        why: "Granularity tells how finely data is cut, not where: no map and no portal can place it.",
        message: "`spatial` says how finely, but not where",
        expected: "`zones`, `bbox` or `geometry`",
        action: "add `zones`, or a `bbox` (west, south, east, north), under `spatial`",
    },
    fr: Words {
        checks: "La couverture spatiale nomme une zone, une emprise ou une géométrie, et pas la seule granularité.",
        why: "La granularité dit la finesse des données, pas le lieu : aucune carte ni aucun portail ne peut les \
              situer.",
        message: "`spatial` dit la finesse, mais pas le lieu",
        expected: "`zones`, `bbox` ou `geometry`",
        action: "ajouter `zones`, ou une `bbox` (ouest, sud, est, nord), sous `spatial`",
    },
    example: Example {
        bad: "title: Trees\nspatial:\n  granularity: poi\n",
        good: "title: Trees\nspatial:\n  granularity: poi\n  bbox: [-1.7, 48.0, -1.6, 48.2]\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    let spatial = &dataset.spatial;
    if spatial.is_empty() {
        report.not_applicable();
    } else if spatial.zones.is_empty() && spatial.bbox.is_none() && spatial.geometry.is_none() {
        report.fail(Place::key(KeyPath::of("spatial")));
    }
}
