//! Periods as ISO 8601, places with their boxes.

use serde::Serialize;
use serde_json::Value;

use super::Property;
use crate::export::context::words::line;
use crate::model::{Spatial, TemporalCoverage, ZoneRef};

/// A `Place`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Place {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "String::is_empty")]
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    identifier: Option<Property>,
    #[serde(skip_serializing_if = "Option::is_none")]
    same_as: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    geo: Option<Geo>,
}

/// A box, or a point.
#[derive(Serialize)]
#[serde(tag = "@type")]
enum Geo {
    #[serde(rename = "GeoShape")]
    Shape {
        /// South, west, north, east in degrees.
        #[serde(rename = "box")]
        bounds: String,
    },
    #[serde(rename = "GeoCoordinates")]
    Point { latitude: f64, longitude: f64 },
}

/// A date, `start/end`, `start/..` or `../end`.
pub(super) fn period(temporal: &TemporalCoverage) -> Option<String> {
    if temporal.is_reversed() {
        return None;
    }
    match (temporal.start, temporal.end) {
        (None, None) => None,
        (Some(start), Some(end)) if start == end => Some(start.to_string()),
        (Some(start), Some(end)) => Some(format!("{start}/{end}")),
        (Some(start), None) => Some(format!("{start}/..")),
        (None, Some(end)) => Some(format!("../{end}")),
    }
}

/// The zones, and the box or the point: of the one zone where there is one, else a place of its own.
pub(super) fn places(spatial: &Spatial, language: &str) -> Vec<Place> {
    let mut places: Vec<Place> = spatial.zones.iter().filter_map(|one| zone(one, language)).collect();
    if let Some(geo) = geo(spatial) {
        match places.as_mut_slice() {
            [only] => only.geo = Some(geo),
            _ => places.push(Place {
                kind: "Place",
                name: String::new(),
                identifier: None,
                same_as: None,
                geo: Some(geo),
            }),
        }
    }
    places
}

fn zone(zone: &ZoneRef, language: &str) -> Option<Place> {
    let said = zone.name.get(language).map(|(name, _)| line(name)).filter(|name| !name.is_empty());
    let id = line(&zone.id);
    let name = said.or_else(|| zone.known.map(|known| known.label.get(language).to_owned()));
    let name = name.unwrap_or_else(|| id.clone());
    (!name.is_empty()).then(|| Place {
        kind: "Place",
        name,
        identifier: id.rsplit_once(':').map(|(level, code)| Property::new(level, code, None)),
        same_as: zone.known.and_then(|known| known.eu_uri()),
        geo: None,
    })
}

fn geo(spatial: &Spatial) -> Option<Geo> {
    let said = spatial.bbox.as_ref().and_then(|bbox| {
        let mut numbers = [0.0; 4];
        for (number, text) in numbers.iter_mut().zip(bbox) {
            *number = text.trim().parse::<f64>().ok()?;
        }
        Some(numbers)
    });
    let [west, south, east, north] = said.or_else(|| bounds(spatial.geometry.as_ref()?.get("coordinates")?))?;
    let is_right = (-90.0..=90.0).contains(&south)
        && (south..=90.0).contains(&north)
        && [west, east].iter().all(|degrees| (-180.0..=180.0).contains(degrees));
    is_right.then(|| match (west, south) {
        (longitude, latitude) if longitude == east && latitude == north => Geo::Point { latitude, longitude },
        _ => Geo::Shape { bounds: format!("{south} {west} {north} {east}") },
    })
}

/// West, south, east and north of the coordinates of a GeoJSON geometry.
fn bounds(coordinates: &Value) -> Option<[f64; 4]> {
    let list = coordinates.as_array()?;
    if let [x, y, ..] = list.as_slice()
        && let (Some(x), Some(y)) = (x.as_f64(), y.as_f64())
    {
        return Some([x, y, x, y]);
    }
    let join = |one: [f64; 4], other: [f64; 4]| {
        [one[0].min(other[0]), one[1].min(other[1]), one[2].max(other[2]), one[3].max(other[3])]
    };
    list.iter().filter_map(bounds).reduce(join)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::parse;
    use crate::text::Text;

    #[test]
    fn a_period_may_be_open_at_either_end() {
        let case = |start: Option<&str>, end: Option<&str>, expected: Option<&str>| {
            let moment = |text: Option<&str>| text.map(|text| parse(text).expect("a date"));
            let temporal = TemporalCoverage { start: moment(start), end: moment(end) };
            assert_eq!(period(&temporal).as_deref(), expected);
        };
        case(Some("2019-01"), None, Some("2019-01/.."));
        case(None, Some("2020"), Some("../2020"));
        case(Some("2019"), Some("2020-05-31"), Some("2019/2020-05-31"));
        case(Some("2019"), Some("2019"), Some("2019"));
        case(Some("2020"), Some("2019"), None);
        case(None, None, None);
    }

    #[test]
    fn a_box_is_south_west_north_east() {
        let case = |spatial: &Spatial, expected: &str| {
            assert_eq!(serde_json::to_string(&places(spatial, "en")).expect("JSON"), expected);
        };
        let numbers = |numbers: [&str; 4]| Some(numbers.map(str::to_owned));
        let mut spatial = Spatial { bbox: numbers(["-1", "48", "2.50", "49"]), ..Spatial::default() };
        case(&spatial, r#"[{"@type":"Place","geo":{"@type":"GeoShape","box":"48 -1 49 2.5"}}]"#);
        let zone = ZoneRef {
            id: String::from("country:fr"),
            name: Text::default(),
            known: crate::vocab::Zone::find("country:fr"),
        };
        spatial.zones.push(zone);
        spatial.bbox = numbers(["3", "95", "4", "96"]);
        case(
            &spatial,
            r#"[{"@type":"Place","name":"France","identifier":{"@type":"PropertyValue","propertyID":"country","value":"fr"},"sameAs":"http://publications.europa.eu/resource/authority/country/FRA"}]"#,
        );
        let point = serde_json::json!({ "type": "Point", "coordinates": [2.5, 48] });
        let geometry = serde_json::from_value(point).expect("a map");
        let spatial = Spatial { geometry: Some(geometry), ..Spatial::default() };
        case(&spatial, r#"[{"@type":"Place","geo":{"@type":"GeoCoordinates","latitude":48.0,"longitude":2.5}}]"#);
    }
}
