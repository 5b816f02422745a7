//! `bad-bbox`: a bounding box that is nowhere.

use super::{Check, Context, Report};
use crate::finding::{Example, Rule, Severity, Words};
use crate::model::Dataset;
use crate::source::{KeyPath, Place};

pub(super) static RULE: Rule = Rule {
    code: "G003",
    name: "bad-bbox",
    severity: Severity::Error,
    en: Words {
        checks: "A bounding box is west, south, east, north, in degrees.",
        why: "With latitude before longitude, or metres instead of degrees, maps show the data in the sea or not \
              at all.",
        message: "`{found}` is no [{longitude}longitude][{latitude}latitude][{area}area] that a bounding box can have here",
        expected: "west, south, east, north in degrees: longitudes from -180 to 180, latitudes from -90 to 90, \
              south below north",
        action: "write the four numbers in that order and in degrees (WGS 84)",
    },
    fr: Words {
        checks: "Une emprise est ouest, sud, est, nord, en degrés.",
        why: "Avec la latitude avant la longitude, ou des mètres au lieu de degrés, les cartes montrent les \
              données en mer ou pas du tout.",
        message: "`{found}` n’est pas [{longitude}une longitude][{latitude}une latitude][{area}une étendue] possible ici",
        expected: "ouest, sud, est, nord en degrés : longitudes de -180 à 180, latitudes de -90 à 90, le sud sous \
              le nord",
        action: "écrire les quatre nombres dans cet ordre et en degrés (WGS 84)",
    },
    example: Example {
        bad: "title: Trees of the town\nspatial:\n  bbox: [353000, 6789000, 355000, 6791000]\n",
        good: "title: Trees of the town\nspatial:\n  bbox: [-1.75, 48.05, -1.6, 48.15]\n",
    },
};

pub(super) const CHECKS: &[Check] = &[Check::Dataset(check)];

fn check(dataset: &Dataset, _: &Context<'_>, report: &mut Report) {
    let Some(bbox) = &dataset.spatial.bbox else {
        return;
    };
    let path = KeyPath::of("spatial").key("bbox");
    let numbers = bbox.each_ref().map(|text| text.parse::<f64>().unwrap_or(f64::NAN));
    let limits = [180.0, 90.0, 180.0, 90.0];
    let outside = numbers.iter().zip(limits).position(|(number, limit)| !(-limit..=limit).contains(number));
    // A box may cross the antimeridian (west greater than east), never a pole.
    let reversed = || (numbers[1] > numbers[3]).then_some(1);
    let Some(at) = outside.or_else(reversed) else {
        if numbers.iter().all(|number| *number == 0.0) {
            report.fail(Place::key(path)).found(bbox.join(", ")).arg("area", "");
        }
        return;
    };
    let broken = report.fail(Place::value(path.index(at))).found(&bbox[at]);
    broken.arg(if at % 2 == 0 { "longitude" } else { "latitude" }, "");
}
