//! Resources of a JKAN dataset.

use serde_json::{Map, Value as Json};
use uuid::Uuid;

use super::Found;
use super::dataset::set;
use super::reading::Reading;
use super::record::Record;
use crate::import::identity::Resources;
use crate::import::{Reason, Unplaced};
use crate::model::Extras;
use crate::source::Value;
use crate::vocab::{Format, key};

/// Hosted files: their path in the source and below the dataset's folder.
type Hosted = Vec<(String, String)>;

/// The resources of a dataset, what of them has no place, and the files it hosts.
pub(super) fn convert_all(
    reading: &mut Reading<'_>,
    record: &Record,
    dataset: Uuid,
    found: &Found,
) -> (Vec<Json>, Vec<Unplaced>, Hosted) {
    let (mut resources, mut reports, mut hosted) = (Vec::new(), Vec::new(), Vec::new());
    let Some(list) = reading.node("resources") else {
        return (resources, reports, hosted);
    };
    if list.items().iter().any(|item| !matches!(item.value, Value::Mapping(_))) || list.items().is_empty() {
        reading.keep("resources", Reason::WrongType);
    }
    let mut ids = Resources::of(dataset);
    for (at, item) in list.items().iter().enumerate() {
        if !matches!(item.value, Value::Mapping(_)) {
            continue;
        }
        let mut inner = Reading::new(record, item, format!("resources[{at}]."));
        let mut values = convert(&mut inner, &mut hosted, found);
        inner.finish();
        set(&mut values, "extras", std::mem::take(&mut inner.extras));
        let field = |key: &str| values.get(key).and_then(Json::as_str).unwrap_or("").to_owned();
        let address = [field("url"), field("path")].concat();
        let id = ids.next(&address, &field("title"));
        set(&mut values, "id", id.to_string());
        resources.push(Json::Object(values));
        reports.append(&mut inner.unplaced);
    }
    (resources, reports, hosted)
}

fn convert(reading: &mut Reading<'_>, hosted: &mut Hosted, found: &Found) -> Extras {
    let mut values = Map::new();
    let title = reading.first_text(&["name", "title"]);
    let description = reading.text("description");
    let url = reading.text("url");
    let format = reading.text("format");
    let about = About {
        title: title.as_deref().unwrap_or(""),
        description: description.as_deref().unwrap_or(""),
        url: url.as_deref().unwrap_or(""),
        format: format.as_deref().unwrap_or(""),
    };
    set(&mut values, "type", about.kind());
    set(&mut values, "format", about.format());
    match url.as_deref().and_then(|url| found.hosted(url)) {
        Some((from, name)) => {
            let taken = hosted.iter().any(|(other, below)| *below == name && *other != from);
            let below = if taken { from.clone() } else { name };
            set(&mut values, "path", below.clone());
            if !hosted.iter().any(|(_, known)| *known == below) {
                hosted.push((from, below));
            }
        }
        None => set(&mut values, "url", url),
    }
    set(&mut values, "title", title);
    set(&mut values, "description", description);
    values
}

/// What tells the type of a resource.
struct About<'a> {
    title: &'a str,
    description: &'a str,
    url: &'a str,
    format: &'a str,
}

/// Words of a title that make a resource the documentation of the others.
const DOCUMENTATION: [&str; 9] = [
    "metadata",
    "documentation",
    "data dictionary",
    "data dictionaries",
    "codebook",
    "readme",
    "user guide",
    "metadonnees",
    "dictionnaire de donnees",
];

/// Formats that are no format of a file but say that something answers requests.
const SERVICES: [&str; 6] = ["api", "geoservice", "rest api", "web service", "webservice", "service"];

impl About<'_> {
    /// `documentation` when its title, format or whole description says so, `api` for services;
    /// nothing for a main file.
    fn kind(&self) -> Option<&'static str> {
        let named = |text: &str| {
            let text = format!(" {} ", key(text));
            DOCUMENTATION.iter().any(|word| text.contains(&format!(" {word} ")))
        };
        let described = DOCUMENTATION.contains(&key(self.description).as_str());
        if named(self.title) || named(self.format) || described {
            return Some("documentation");
        }
        let service = Format::find(self.format).is_some_and(|format| format.service);
        let is_service = service || SERVICES.contains(&key(self.format).as_str());
        is_service.then_some("api")
    }

    /// The format's id, or the text as it was written when nobody knows it. A bare “API” says
    /// little: there the address may tell more.
    fn format(&self) -> Option<&str> {
        let path = self.url.split(['?', '#']).next().unwrap_or("");
        let is_esri = path.contains("/rest/services/")
            && ["FeatureServer", "MapServer", "ImageServer"].iter().any(|server| path.contains(server));
        if is_esri && SERVICES.contains(&key(self.format).as_str()) {
            return Some("esri-rest");
        }
        let known = Format::find(self.format).map(|format| format.id);
        known.or(Some(self.format).filter(|text| !text.is_empty()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(title: &str, format: &str, url: &str, expected: (Option<&str>, Option<&str>)) {
        let about = About { title, description: "", url, format };
        assert_eq!((about.kind(), about.format()), expected, "{title}");
    }

    #[test]
    fn title_format_and_address_tell_type_and_format() {
        case("Stalls (CSV)", "CSV", "", (None, Some("csv")));
        case("Stalls (Metadata)", "HTML", "", (Some("documentation"), Some("html")));
        case("Stalls (API)", "API", "https://a.example/v1", (Some("api"), Some("api")));
        case(
            "Stalls",
            "API",
            "https://a.example/rest/services/x/FeatureServer/0/query?f=json",
            (Some("api"), Some("esri-rest")),
        );
        case("Dashboard", "HTML", "", (None, Some("html")));
        case("Data", "CSV, JSON", "", (None, Some("CSV, JSON")));
        case("Tiles", "WMS", "", (Some("api"), Some("wms")));
        case("Rapid transit", "", "", (None, None));
    }
}
