//! The drawings that data makes: the valance of a score, stacked bars, the outline of an area.

use std::fmt::Write as _;

use crate::model::Extras;
use crate::score::{Score, Verdict};

/// A score as a valance: one lobe for each criterion. Lobes of one verdict share a path, which keeps cards small.
pub(super) fn valance(score: &Score) -> String {
    let width = score.judged.len() * 13;
    let mut svg = format!(
        "<svg class=\"valance\" viewBox=\"0 0 {width} 15\" width=\"{width}\" height=\"15\" aria-hidden=\"true\">"
    );
    let kinds = [
        (Verdict::Passed, "pass"),
        (Verdict::Failed, "fail"),
        (Verdict::Unknown, "unknown"),
        (Verdict::NotApplicable, "none"),
    ];
    for (verdict, class) in kinds {
        let mut path = String::new();
        let lobes = score.judged.iter().enumerate().filter(|(_, judged)| judged.verdict == verdict);
        for (at, _) in lobes {
            let shape = if verdict == Verdict::NotApplicable { "h11" } else { "h11v7a5.5 6 0 0 1-11 0z" };
            let _ = write!(path, "M{} 1{shape}", at * 13 + 1);
        }
        if !path.is_empty() {
            let _ = write!(svg, "<path class=\"{class}\" d=\"{path}\"/>");
        }
    }
    svg.push_str("</svg>");
    svg
}

/// Rectangles of a stacked bar 100 units long: passed, failed, unknown, not applicable.
pub(super) fn stacked(counts: [usize; 4]) -> String {
    let total: usize = counts.iter().sum();
    let mut svg = String::new();
    let mut before = 0;
    for (count, class) in counts.into_iter().zip(["c-ok", "c-fail", "c-unknown", "c-none"]) {
        if count > 0 {
            let (x, width) = (hundredths(before, total), hundredths(count, total));
            let _ = write!(svg, "<rect class=\"{class}\" x=\"{x}\" width=\"{width}\" height=\"10\"/>");
        }
        before += count;
    }
    svg
}

/// `part` of `whole` in hundredths with at most one decimal.
pub(super) fn hundredths(part: usize, whole: usize) -> String {
    let tenths = (part * 1000 + whole / 2).checked_div(whole).unwrap_or(0);
    if tenths.is_multiple_of(10) { (tenths / 10).to_string() } else { format!("{}.{}", tenths / 10, tenths % 10) }
}

/// Points drawn at most: an outline needs no more.
const MAX_POINTS: usize = 400;
const MAP_WIDTH: f64 = 300.0;

/// The outline of a GeoJSON geometry in degrees, north up; nothing when it has no extent worth a drawing.
pub(super) fn outline(geometry: &Extras, label: &str) -> Option<String> {
    let mut rings: Vec<Vec<(f64, f64)>> = Vec::new();
    collect_rings(geometry.get("coordinates")?, &mut rings);
    let closed = geometry.get("type").and_then(|kind| kind.as_str()).is_some_and(|kind| kind.ends_with("Polygon"));
    let all = || rings.iter().flatten();
    let bounds = |pick: fn(&(f64, f64)) -> f64| {
        let start = (f64::INFINITY, f64::NEG_INFINITY);
        all().map(pick).fold(start, |(low, high), value| (low.min(value), high.max(value)))
    };
    let ((west, east), (south, north)) = (bounds(|point| point.0), bounds(|point| point.1));
    let valid = west >= -180.0 && east <= 180.0 && south >= -90.0 && north <= 90.0;
    if !valid || (east - west) < 1e-6 || (north - south) < 1e-6 {
        return None;
    }
    // A degree of longitude narrows with the latitude.
    let squeeze = ((south + north) / 2.0).to_radians().cos().max(0.1);
    let scale = (MAP_WIDTH - 20.0) / ((east - west) * squeeze);
    let height = ((north - south) * scale + 20.0).clamp(40.0, 400.0);
    let scale_y = (height - 20.0) / (north - south);
    let skip = all().count().div_ceil(MAX_POINTS).max(1);
    let mut path = String::new();
    for ring in &rings {
        for (at, (x, y)) in ring.iter().step_by(skip).enumerate() {
            let (px, py) = ((x - west) * squeeze * scale + 10.0, (north - y) * scale_y + 10.0);
            let _ = write!(path, "{}{px:.1} {py:.1}", if at == 0 { 'M' } else { 'L' });
        }
        path.push_str(if closed { "z" } else { "" });
    }
    let class = if closed { "cover" } else { "line" };
    let mut svg = format!("<svg class=\"map\" viewBox=\"0 0 {MAP_WIDTH:.0} {height:.0}\" role=\"img\" aria-label=\"");
    crate::markdown::escape_into(&mut svg, label);
    let _ = write!(svg, "\"><path class=\"{class}\" d=\"{path}\"/></svg>");
    Some(svg)
}

fn collect_rings(coordinates: &serde_json::Value, rings: &mut Vec<Vec<(f64, f64)>>) {
    let Some(items) = coordinates.as_array() else { return };
    let point = |value: &serde_json::Value| Some((value.get(0)?.as_f64()?, value.get(1)?.as_f64()?));
    let ring: Vec<(f64, f64)> = items.iter().filter_map(point).collect();
    if ring.len() > 1 && ring.len() == items.len() {
        rings.push(ring);
    } else {
        items.iter().for_each(|item| collect_rings(item, rings));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::Judged;

    #[test]
    fn lobes_of_one_verdict_share_a_path() {
        let judged = |verdict| Judged { verdict, points: 0, assumed: false, failed: None };
        let verdicts = [Verdict::Passed, Verdict::Unknown, Verdict::Passed, Verdict::NotApplicable];
        let score = Score {
            judged: verdicts.map(judged).to_vec(),
            points: 0,
            measurable: 0,
            unknown: 0,
            not_applicable: 0,
            maximum: 0,
        };
        assert_eq!(
            valance(&score),
            "<svg class=\"valance\" viewBox=\"0 0 52 15\" width=\"52\" height=\"15\" aria-hidden=\"true\">\
             <path class=\"pass\" d=\"M1 1h11v7a5.5 6 0 0 1-11 0zM27 1h11v7a5.5 6 0 0 1-11 0z\"/>\
             <path class=\"unknown\" d=\"M14 1h11v7a5.5 6 0 0 1-11 0z\"/><path class=\"none\" d=\"M40 1h11\"/></svg>"
        );
    }

    #[test]
    fn parts_are_rounded_to_a_tenth() {
        assert_eq!(
            [(1, 3), (2, 3), (1, 1), (0, 5), (0, 0)].map(|(a, b)| hundredths(a, b)),
            ["33.3", "66.7", "100", "0", "0"]
        );
    }

    #[test]
    fn an_outline_stays_in_its_frame() {
        let square = serde_json::json!({"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]});
        let svg = outline(square.as_object().expect("an object"), "a \"b\"").expect("it has an extent");
        assert_eq!(
            svg,
            "<svg class=\"map\" viewBox=\"0 0 300 300\" role=\"img\" aria-label=\"a &quot;b&quot;\">\
             <path class=\"cover\" d=\"M10.0 290.0L290.0 290.0L290.0 10.0L10.0 10.0L10.0 290.0z\"/></svg>"
        );
    }

    #[test]
    fn impossible_coordinates_are_not_drawn() {
        for coordinates in [serde_json::json!([[[0, 0], [500, 1]]]), serde_json::json!([2, 3]), serde_json::json!("x")]
        {
            let geometry = serde_json::json!({"type": "Polygon", "coordinates": coordinates});
            assert_eq!(outline(geometry.as_object().expect("an object"), ""), None);
        }
    }
}
