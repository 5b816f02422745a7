//! What data covers, in time and space.

use serde_json::{Map, Value as Json};

use super::graph::Term;
use super::reading::Reading;
use crate::import::values::set;
use crate::model::Extras;
use crate::vocab::{Zone, granularity::GRANULARITIES};

/// Properties of the ends of a period: those of DCAT, and those it had before.
const STARTS: [&str; 3] = ["dcat:startDate", "schema:startDate", "schemas:startDate"];
const ENDS: [&str; 3] = ["dcat:endDate", "schema:endDate", "schemas:endDate"];

/// The first period of a dataset.
pub(super) fn temporal(reading: &mut Reading<'_>) -> Json {
    let mut coverage = Map::new();
    let Some(part) = reading.parts("dct:temporal").into_iter().next() else {
        return Json::Null;
    };
    for property in STARTS {
        reading.date_of(part, &mut coverage, "start", property);
    }
    for property in ENDS {
        reading.date_of(part, &mut coverage, "end", property);
    }
    Json::Object(coverage)
}

/// The area of a dataset.
pub(super) fn spatial(reading: &mut Reading<'_>) -> Json {
    let mut spatial = Extras::new();
    let mut zones = Vec::new();
    for term in reading.graph().left_of(reading.thing, "dct:spatial") {
        match term {
            Term::Node(node) if reading.graph().describes(node) => described(reading, node, &mut spatial, &mut zones),
            Term::Node(iri) => match zone_of(iri) {
                Some(id) => zones.push(Json::from(id)),
                None => continue,
            },
            Term::Literal { value, .. } => zones.push(named(value)),
        }
        reading.graph().cross_off(reading.thing, "dct:spatial", term);
    }
    set(&mut spatial, "zones", zones);
    let granularity = reading.code("geodcat:spatialResolutionAsText", |text| GRANULARITIES.find(text));
    set(&mut spatial, "granularity", granularity.map(|term| term.id));
    Json::Object(spatial)
}

fn named(name: &str) -> Json {
    let mut zone = Map::new();
    set(&mut zone, "id", Zone::find_by_name(name).map(|zone| zone.id));
    set(&mut zone, "name", name);
    Json::Object(zone)
}

/// The zone of an address in a table of places.
fn zone_of(iri: &str) -> Option<&'static str> {
    let code = iri.rsplit('/').next()?;
    let by_table = crate::vocab::zone::ALL.iter().find(|zone| zone.eu_uri().as_deref() == Some(iri));
    by_table.or_else(|| Zone::find(code)).map(|zone| zone.id)
}

fn described<'a>(reading: &mut Reading<'a>, node: &'a str, spatial: &mut Extras, zones: &mut Vec<Json>) {
    let mut zone = Map::new();
    let id = reading.one_of(node, "dct:identifier").or_else(|| reading.one_of(node, "skos:notation"));
    set(&mut zone, "id", id.or_else(|| zone_of(node)));
    let names = ["skos:prefLabel", "rdfs:label", "dct:title", "foaf:name"].map(|name| reading.text_of(node, name));
    if let Some(name) = names.into_iter().find(|name| !name.is_null()) {
        set(&mut zone, "name", name);
    }
    let known = zone.get("id").and_then(Json::as_str).and_then(Zone::find);
    if let Some(known) = known.filter(|known| is_its_name(&zone, known)) {
        zones.push(Json::from(known.id));
    } else if !zone.is_empty() {
        zones.push(Json::Object(zone));
    }
    shapes(reading, node, spatial);
    if zone_of(node).is_none() {
        reading.part("dct:spatial", node);
    }
}

/// The shapes of an area. One that only repeats the box is none of its own, unless WKT has it too.
fn shapes<'a>(reading: &mut Reading<'a>, node: &'a str, spatial: &mut Extras) {
    let graph = reading.graph();
    let parts: Vec<&str> = graph.take(node, "geo:hasGeometry").into_iter().filter_map(Term::node).collect();
    for part in &parts {
        reading.part("geo:hasGeometry", part);
    }
    let shapes = |property: &str| -> Vec<Json> {
        let terms = parts.iter().chain([&node]).flat_map(|thing| graph.take(thing, property));
        terms.filter_map(|term| shape(term.as_str())).collect()
    };
    let area = shapes("dcat:bbox").iter().find_map(box_of);
    let written = shapes("geo:asWKT");
    let own = |shape: &Json| !written.is_empty() || area.is_none() || !is_box(shape, area.as_ref());
    let both = shapes("locn:geometry").into_iter().chain(shapes("geo:asGeoJSON")).filter(own);
    let geometry = both.chain(written.clone()).next();
    graph.take(node, "dcat:centroid");
    if !spatial.contains_key("bbox") {
        set(spatial, "bbox", area);
    }
    if !spatial.contains_key("geometry") {
        set(spatial, "geometry", geometry);
    }
}

/// Whether a shape is the rectangle of a box.
fn is_box(shape: &Json, area: Option<&Json>) -> bool {
    let corners = shape.pointer("/coordinates/0").and_then(Json::as_array).map_or(0, Vec::len);
    corners == 5 && box_of(shape).as_ref() == area
}

/// Whether a zone of the table is called as the table calls it, or not called anything.
fn is_its_name(zone: &Extras, known: &Zone) -> bool {
    let is_label = |name: &Json| name.as_str().is_some_and(|name| name == known.label.en || name == known.label.fr);
    match zone.get("name") {
        None => true,
        Some(Json::Object(names)) => names.values().all(is_label),
        Some(name) => is_label(name),
    }
}

/// A geometry in GeoJSON or WKT.
fn shape(text: &str) -> Option<Json> {
    let text = text.trim();
    if text.starts_with('{') {
        return serde_json::from_str(text).ok().filter(Json::is_object);
    }
    // `<http://www.opengis.net/def/crs/OGC/1.3/CRS84> POLYGON((…))`
    let text = if text.starts_with('<') { text.split_once('>')?.1 } else { text };
    let (name, places) = text.trim().split_at(text.trim().find('(')?);
    let names = ["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"];
    let name = names.into_iter().find(|known| known.eq_ignore_ascii_case(name.trim()))?;
    let coordinates = coordinates(places)?;
    let coordinates = if name == "Point" { coordinates.get(0)?.clone() } else { coordinates };
    Some(serde_json::json!({ "type": name, "coordinates": coordinates }))
}

/// The places of a WKT geometry as GeoJSON has them: its brackets become those of JSON.
fn coordinates(places: &str) -> Option<Json> {
    let mut json = String::new();
    for list in places.split_inclusive(['(', ')', ',']) {
        let (numbers, mark) = list.split_at(list.len() - usize::from(list.ends_with(['(', ')', ','])));
        let numbers: Vec<&str> = numbers.split_whitespace().collect();
        if numbers.iter().any(|number| number.parse::<f64>().is_err()) {
            return None;
        }
        if !numbers.is_empty() {
            json.push_str(&format!("[{}]", numbers.join(",")));
        }
        json.push_str(match mark {
            "(" => "[",
            ")" => "]",
            mark => mark,
        });
    }
    serde_json::from_str(&json).ok()
}

/// West, south, east, north of all places of a geometry.
fn box_of(shape: &Json) -> Option<Json> {
    let mut numbers: Vec<&serde_json::Number> = Vec::new();
    let mut lists = vec![shape.get("coordinates")?];
    while let Some(list) = lists.pop() {
        for item in list.as_array()? {
            match item {
                Json::Number(number) => numbers.push(number),
                list => lists.push(list),
            }
        }
    }
    let value = |number: &&&serde_json::Number| number.as_f64().unwrap_or(0.0);
    let least =
        |at: usize| numbers.iter().skip(at).step_by(2).min_by(|a, b| value(a).total_cmp(&value(b))).copied().cloned();
    let most =
        |at: usize| numbers.iter().skip(at).step_by(2).max_by(|a, b| value(a).total_cmp(&value(b))).copied().cloned();
    Some(Json::from(vec![Json::from(least(0)?), Json::from(least(1)?), Json::from(most(0)?), Json::from(most(1)?)]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn geometries_are_read_in_both_forms() {
        let wkt =
            "<http://www.opengis.net/def/crs/OGC/1.3/CRS84> POLYGON((-1.05 48.12,-0.81 48.12,-0.81 48.31,-1.05 48.12))";
        let polygon = shape(wkt).expect("a shape");
        let places = json!([[[-1.05, 48.12], [-0.81, 48.12], [-0.81, 48.31], [-1.05, 48.12]]]);
        assert_eq!(polygon, json!({ "type": "Polygon", "coordinates": places }));
        assert_eq!(box_of(&polygon), Some(json!([-1.05, 48.12, -0.81, 48.31])));
        assert_eq!(shape("POINT (2 3)"), Some(json!({ "type": "Point", "coordinates": [2, 3] })));
        assert_eq!(shape(&polygon.to_string()), Some(polygon));
        for wrong in ["POINT (2 x)", "POINT (2 3", "CIRCLE (2 3)", "{", "", "POINT"] {
            assert_eq!(shape(wrong), None, "{wrong}");
        }
    }
}
