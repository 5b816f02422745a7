//! Reads what data covers, in time and space.

use crate::model::{Fault, FaultKind, Spatial, TemporalCoverage, Wanted, ZoneRef};
use crate::source::{KeyPath, Node, Place, Span, Value};
use crate::text::Text;
use crate::vocab::{Zone, granularity::GRANULARITIES};

use super::json;
use super::reader::{Reader, kind_of};

impl Reader<'_> {
    /// `temporal_coverage`: `{start, end}`, `start/end` with `..` or nothing for an open end, or
    /// one date that is both.
    pub(super) fn temporal(&mut self) -> TemporalCoverage {
        let Some(node) = self.get("temporal_coverage") else {
            return TemporalCoverage::default();
        };
        let path = self.path("temporal_coverage");
        if let Some(text) = node.scalar() {
            let coverage = self.period(text, node, path.clone());
            self.in_order(&coverage, Place::value(path), None);
            return coverage;
        }
        let Some((node, path)) = self.mapping("temporal_coverage") else {
            return TemporalCoverage::default();
        };
        let mut inner = self.nested(node, path);
        let coverage = TemporalCoverage { start: inner.end_of_period("start"), end: inner.end_of_period("end") };
        let place = Place::value(inner.path("end"));
        inner.in_order(&coverage, place, node.get("start").map(|start| start.span));
        inner.finish();
        coverage
    }

    /// Notes a period that ends, at `place`, before it starts.
    fn in_order(&mut self, coverage: &TemporalCoverage, place: Place, other: Option<Span>) {
        if let (true, Some(start), Some(end)) = (coverage.is_reversed(), coverage.start, coverage.end) {
            let kind = FaultKind::ReversedCoverage { start };
            self.faults.push(Fault { kind, place, other, found: end.to_string(), nearest: None });
        }
    }

    fn end_of_period(&mut self, key: &'static str) -> Option<crate::date::Moment> {
        let open = self.get(key)?.scalar().is_some_and(is_open);
        if open { None } else { self.moment(key) }
    }

    fn period(&mut self, text: &str, node: &Node, path: KeyPath) -> TemporalCoverage {
        let Some((start, end)) = text.split_once('/').filter(|(_, end)| !end.contains('/')) else {
            let date = self.moment_of(node, path);
            return TemporalCoverage { start: date, end: date };
        };
        let start_of_end = start.len() + 1;
        TemporalCoverage { start: self.side(start, 0, node, &path), end: self.side(end, start_of_end, node, &path) }
    }

    /// One end of a period, the part `text` at byte `at` of the scalar `node`.
    fn side(&mut self, text: &str, at: usize, node: &Node, path: &KeyPath) -> Option<crate::date::Moment> {
        if is_open(text) {
            return None;
        }
        match crate::date::parse(text) {
            Ok(moment) => Some(moment),
            Err(fault) => {
                let token = text.trim();
                let at = at + (text.len() - text.trim_start().len());
                let place = part_of(node, at, token.len())
                    .map_or_else(|| Place::token(path.clone(), token), |span| Place::bytes(path.clone(), span));
                self.fault(FaultKind::Date(fault.clone()), place, token.to_owned(), fault.meant());
                None
            }
        }
    }

    pub(super) fn spatial(&mut self) -> Spatial {
        let Some((node, path)) = self.mapping("spatial") else {
            return Spatial::default();
        };
        let mut inner = self.nested(node, path);
        let zones = inner.zones();
        let bbox = inner.bounding_box();
        let geometry = inner.geometry();
        let granularity = inner.term("granularity", &GRANULARITIES);
        inner.finish();
        Spatial { zones, bbox, geometry, granularity }
    }

    fn zones(&mut self) -> Vec<ZoneRef> {
        let mut zones = Vec::new();
        for (node, path) in self.list("zones") {
            let (id, name) = if let Some(text) = node.scalar() {
                (text.trim().to_owned(), Text::default())
            } else {
                let mut inner = self.nested(node, path);
                let zone = (inner.string("id").unwrap_or_default(), inner.text("name"));
                if zone.0.is_empty() && zone.1.is_blank() {
                    inner.missing("id");
                }
                inner.finish();
                zone
            };
            let known = Zone::find(&id);
            zones.push(ZoneRef { id, name, known });
        }
        zones
    }

    fn bounding_box(&mut self) -> Option<[String; 4]> {
        let node = self.get("bbox")?;
        let numbers = node.items().iter().filter_map(Node::scalar).map(str::trim);
        let numbers: Vec<String> =
            numbers.filter(|text| text.parse::<f64>().is_ok_and(f64::is_finite)).map(str::to_owned).collect();
        if numbers.len() != node.items().len() {
            self.wrong("bbox", node, Wanted::BoundingBox);
            return None;
        }
        let numbers = <[String; 4]>::try_from(numbers);
        if numbers.is_err() {
            self.wrong("bbox", node, Wanted::BoundingBox);
        }
        numbers.ok()
    }

    fn geometry(&mut self) -> Option<crate::model::Extras> {
        let node = self.get("geometry")?;
        let kinds = ["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"];
        let known = node.get("type").and_then(Node::scalar).is_some_and(|kind| kinds.contains(&kind));
        let has_places = node.get("coordinates").is_some_and(|places| matches!(places.value, Value::Sequence(_)));
        if known && has_places {
            return Some(json::object(node));
        }
        let place = Place::key(self.path("geometry"));
        self.fault(FaultKind::WrongType(Wanted::Geometry), place, kind_of(node), None);
        None
    }
}

/// The bytes of a part of a scalar that is written without escapes, with or without quotes.
fn part_of(node: &Node, at: usize, length: usize) -> Option<Span> {
    let written = node.span.range().len();
    let quotes = written.checked_sub(node.scalar()?.len())?;
    let start = node.span.start as usize + quotes / 2 + at;
    matches!(quotes, 0 | 2).then(|| Span::new(start, start + length))
}

fn is_open(text: &str) -> bool {
    matches!(text.trim(), "" | ".." | "…" | "open")
}
