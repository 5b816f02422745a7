//! Period and area.

use serde_json::Value;

use super::Describer;
use super::dataset::Subject;
use super::terms::Table;
use crate::export::rdf::Sink;
use crate::export::rdf::names::{GEO_JSON, dcat, dct, geo, skos};
use crate::model::{Extras, Spatial, ZoneRef};
use crate::site::address;
use crate::slug::Slug;

impl<'a, S: Sink> Describer<'_, 'a, S> {
    /// Period and places, as values.
    pub(super) fn coverage(&mut self, one: &Subject<'a>) {
        let dataset = one.dataset;
        if !dataset.temporal.is_empty() {
            self.sink.link(dct::TEMPORAL, one.part("#period"));
        }
        self.sink.property(dct::SPATIAL);
        for zone in &dataset.spatial.zones {
            match zone.known.and_then(|known| Some((known.iso3?, known.label))) {
                Some((code, label)) => self.term(Table::Country, code, Some(label)),
                None => self.sink.iri(one.part(&fragment(zone))),
            }
        }
        if Area::of(&dataset.spatial).is_some() {
            self.sink.iri(one.part("#area"));
        }
    }

    /// The nodes of period and places.
    pub(super) fn coverage_nodes(&mut self, one: &Subject<'a>) {
        let dataset = one.dataset;
        if !dataset.temporal.is_empty() {
            self.sink.begin(one.part("#period"), &[dct::PERIOD_OF_TIME]);
            self.sink.date(dcat::START_DATE, dataset.temporal.start);
            self.sink.date(dcat::END_DATE, dataset.temporal.end);
            self.sink.end();
        }
        for zone in dataset.spatial.zones.iter().filter(|zone| zone.known.is_none_or(|known| known.iso3.is_none())) {
            self.sink.begin(one.part(&fragment(zone)), &[dct::LOCATION]);
            self.string(dct::IDENTIFIER, Some(&zone.id));
            match zone.known.filter(|_| zone.name.is_blank()) {
                Some(known) => self.labels(skos::PREF_LABEL, known.label),
                None => self.titles(skos::PREF_LABEL, &zone.name, one.language),
            }
            self.sink.end();
        }
        if let Some(area) = Area::of(&dataset.spatial) {
            self.area(one, &area);
        }
    }

    /// A region that is its own geometry. The official shapes ask for a text in `locn:geometry` in one file and for a
    /// node in another, so that GeoSPARQL's properties stand there.
    fn area(&mut self, one: &Subject<'a>, area: &Area) {
        self.sink.begin(one.part("#area"), &[dct::LOCATION, geo::GEOMETRY]);
        self.sink.property(dcat::BBOX);
        self.sink.typed(&area.bbox.wkt, geo::WKT_LITERAL);
        if let Some(geometry) = &area.geometry {
            self.sink.property(geo::AS_WKT);
            self.sink.typed(&geometry.wkt, geo::WKT_LITERAL);
        }
        self.sink.property(geo::AS_GEO_JSON);
        self.sink.typed(&area.geometry.as_ref().unwrap_or(&area.bbox).json, GEO_JSON);
        self.sink.end();
    }
}

/// The fragment of a zone: by its id, else by its name.
fn fragment(zone: &ZoneRef) -> String {
    let id = match zone.id.trim() {
        "" => Slug::from_text(zone.name.first()).to_string(),
        id => address(id),
    };
    format!("#zone-{id}")
}

/// A shape on the earth.
struct Shape {
    wkt: String,
    json: String,
}

/// A geometry and the box around it.
struct Area {
    /// As declared, else that of the geometry.
    bbox: Shape,
    geometry: Option<Shape>,
}

impl Area {
    fn of(spatial: &Spatial) -> Option<Self> {
        let number = |text: &String| text.trim().parse::<f64>().ok().filter(|number| number.is_finite());
        let declared = spatial.bbox.as_ref().and_then(|[west, south, east, north]| {
            Some(boxed([number(west)?, number(south)?, number(east)?, number(north)?]))
        });
        let (geometry, around) = spatial.geometry.as_ref().and_then(geometry).unzip();
        Some(Self { bbox: declared.or_else(|| around.map(boxed))?, geometry })
    }
}

/// The polygon of a bounding box.
fn boxed([west, south, east, north]: [f64; 4]) -> Shape {
    Shape {
        wkt: format!("POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))"),
        json: format!(
            "{{\"type\":\"Polygon\",\"coordinates\":\
             [[[{west},{south}],[{east},{south}],[{east},{north}],[{west},{north}],[{west},{south}]]]}}"
        ),
    }
}

/// A GeoJSON geometry (RFC 7946) whose coordinates are numbers in lists of the depth that its type asks for, and the
/// box around it.
fn geometry(geometry: &Extras) -> Option<(Shape, [f64; 4])> {
    let kind = geometry.get("type")?.as_str()?;
    let depth = match kind {
        "Point" => 0,
        "LineString" | "MultiPoint" => 1,
        "Polygon" | "MultiLineString" => 2,
        "MultiPolygon" => 3,
        _ => return None,
    };
    let coordinates = geometry.get("coordinates")?;
    let mut text = Wkt { text: kind.to_ascii_uppercase(), around: EMPTY, each: kind == "MultiPoint" };
    if depth == 0 {
        text.bracketed(|text| text.positions(coordinates, 0))?;
    } else {
        text.positions(coordinates, depth)?;
    }
    let json = format!("{{\"type\":\"{kind}\",\"coordinates\":{coordinates}}}");
    Some((Shape { wkt: text.text, json }, text.around))
}

const EMPTY: [f64; 4] = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];

/// A geometry while it is written.
struct Wkt {
    text: String,
    /// West, south, east, north.
    around: [f64; 4],
    /// Whether every position stands between brackets.
    each: bool,
}

impl Wkt {
    fn bracketed(&mut self, write: impl FnOnce(&mut Self) -> Option<()>) -> Option<()> {
        self.text.push('(');
        write(self)?;
        self.text.push(')');
        Some(())
    }

    /// Lists of positions as WKT has them; none unless all are pairs of numbers at least.
    fn positions(&mut self, value: &Value, depth: usize) -> Option<()> {
        let items = value.as_array().filter(|items| !items.is_empty())?;
        if depth == 0 {
            return self.position(items);
        }
        self.bracketed(|own| {
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    own.text.push(',');
                }
                if own.each {
                    own.bracketed(|own| own.positions(item, depth - 1))?;
                } else {
                    own.positions(item, depth - 1)?;
                }
            }
            Some(())
        })
    }

    /// Longitude and latitude: a height would need a type of its own in WKT.
    fn position(&mut self, items: &[Value]) -> Option<()> {
        let (x, y) = (items.first()?.as_f64()?, items.get(1)?.as_f64()?);
        items.iter().all(Value::is_number).then_some(())?;
        let [west, south, east, north] = self.around;
        self.around = [west.min(x), south.min(y), east.max(x), north.max(y)];
        self.text.push_str(&format!("{} {}", items[0], items[1]));
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(json: &str, wkt: Option<&str>) {
        let value: Extras = serde_json::from_str(json).expect("a JSON object");
        assert_eq!(geometry(&value).map(|(shape, _)| shape.wkt).as_deref(), wkt, "{json}");
    }

    #[test]
    fn geometries_are_written_as_wkt() {
        case(r#"{"type":"Point","coordinates":[1.5,-2]}"#, Some("POINT(1.5 -2)"));
        case(r#"{"type":"Point","coordinates":[1,2,3]}"#, Some("POINT(1 2)"));
        case(r#"{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}"#, Some("MULTIPOINT((1 2),(3 4))"));
        case(r#"{"type":"LineString","coordinates":[[1,2],[3,4]]}"#, Some("LINESTRING(1 2,3 4)"));
        case(r#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}"#, Some("POLYGON((0 0,1 0,1 1,0 0))"));
        case(
            r#"{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]]]}"#,
            Some("MULTIPOLYGON(((0 0,1 0,1 1,0 0)))"),
        );
    }

    #[test]
    fn what_is_no_geometry_is_left_out() {
        case(r#"{"type":"Point","coordinates":["<a>",2]}"#, None);
        case(r#"{"type":"Point","coordinates":[1]}"#, None);
        case(r#"{"type":"Polygon","coordinates":[[1,2],[3,4]]}"#, None);
        case(r#"{"type":"Polygon","coordinates":[]}"#, None);
        case(r#"{"type":"GeometryCollection","geometries":[]}"#, None);
    }

    #[test]
    fn a_box_is_a_polygon_that_closes() {
        let shape = boxed([-1.5, 48.0, 2.0, 49.25]);
        assert_eq!(shape.wkt, "POLYGON((-1.5 48,2 48,2 49.25,-1.5 49.25,-1.5 48))");
        let json: Value = serde_json::from_str(&shape.json).expect("JSON");
        assert_eq!(json["coordinates"][0][2], serde_json::json!([2, 49.25]));
    }

    #[test]
    fn a_geometry_has_the_box_around_it() {
        let value: Extras =
            serde_json::from_str(r#"{"type":"LineString","coordinates":[[3,-2],[1,5],[2,0]]}"#).expect("JSON");
        assert_eq!(geometry(&value).map(|(_, around)| around), Some([1.0, -2.0, 3.0, 5.0]));
    }
}
