//! Reads what data covers, in time and space.

use crate::model::{FaultKind, Spatial, TemporalCoverage, Wanted, ZoneRef};
use crate::source::{KeyPath, Node, Place, Value};
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
            return self.period(text, node, path);
        }
        let Some((node, path)) = self.mapping("temporal_coverage") else {
            return TemporalCoverage::default();
        };
        let mut inner = self.nested(node, path);
        let coverage = TemporalCoverage { start: inner.end_of_period("start"), end: inner.end_of_period("end") };
        inner.finish();
        coverage
    }

    fn end_of_period(&mut self, key: &'static str) -> Option<crate::date::Moment> {
        let open = self.get(key)?.scalar().is_some_and(|text| is_open(text));
        if open { None } else { self.moment(key) }
    }

    fn period(&mut self, text: &str, node: &Node, path: KeyPath) -> TemporalCoverage {
        let Some((start, end)) = text.split_once('/') else {
            let date = self.moment_of(node, path);
            return TemporalCoverage { start: date, end: date };
        };
        let mut side = |text: &str| {
            if is_open(text) {
                return None;
            }
            match crate::date::parse(text) {
                Ok(moment) => Some(moment),
                Err(fault) => {
                    let place = Place::token(path.clone(), text.trim());
                    self.fault(FaultKind::Date(fault), place, text.trim().to_owned(), None);
                    None
                }
            }
        };
        TemporalCoverage { start: side(start), end: side(end) }
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
        let numbers: Vec<String> = numbers.filter(|text| text.parse::<f64>().is_ok()).map(str::to_owned).collect();
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

fn is_open(text: &str) -> bool {
    matches!(text.trim(), "" | ".." | "…" | "open")
}
