//! A dataset of a JKAN site.

use serde_json::{Map, Value as Json, json};
use uuid::Uuid;

use super::reading::{Reading, unplaced};
use super::record::Record;
use super::registers::{Names, category, organization_key};
use super::{Found, contact, license, resource};
use crate::date::{self, DateFault};
pub(super) use crate::import::values::{date_value, set};
use crate::import::{Reason, Unplaced, category as categories, identity, period};
use crate::model::{Extras, Kind};
use crate::parse::json_value;
use crate::slug::Slug;
use crate::vocab::{Frequency, Zone, key};

/// A converted dataset.
pub(super) struct Dataset {
    pub(super) slug: Slug,
    pub(super) values: Extras,
    pub(super) unplaced: Vec<Unplaced>,
    /// Slugs of the topics it belongs to.
    pub(super) topics: Vec<Slug>,
    /// The name of a producer that no file describes.
    pub(super) new_organization: Option<String>,
    /// Files of the source that it hosts: their path there and below the dataset's folder.
    pub(super) hosted: Vec<(String, String)>,
}

/// What is known of the site while its datasets are converted.
pub(super) struct Site<'a> {
    pub(super) found: &'a Found,
    pub(super) id: Uuid,
    pub(super) organizations: &'a Names,
    pub(super) topics: &'a Names,
}

/// Converts one dataset.
pub(super) fn convert(record: &Record, slug: Slug, site: &Site<'_>) -> Dataset {
    let id = identity::thing(site.id, Kind::Dataset, &record.stem);
    let mut dataset = Dataset {
        slug,
        values: Extras::new(),
        unplaced: Vec::new(),
        topics: Vec::new(),
        new_organization: None,
        hosted: Vec::new(),
    };
    set(&mut dataset.values, "id", id.to_string());
    set(&mut dataset.values, "harvest", harvest(record, site));
    set(&mut dataset.values, "frequency", "unknown");
    match &record.root {
        Some(root) => read(&mut dataset, Reading::new(record, root, String::new()), id, record, site),
        None => unreadable(&mut dataset, record),
    }
    dataset
}

fn harvest(record: &Record, site: &Site<'_>) -> Json {
    let mut harvest = Map::new();
    set(&mut harvest, "source", "jkan");
    set(&mut harvest, "remote_id", record.stem.clone());
    if let Some(address) = &site.found.address {
        set(&mut harvest, "remote_url", format!("{address}/datasets/{}/", record.stem));
    }
    Json::Object(harvest)
}

/// A front matter that nobody can read is kept whole: no dataset is lost for a typing error.
fn unreadable(dataset: &mut Dataset, record: &Record) {
    let kept = Some(String::from("extras.front_matter"));
    let raw = record.raw().to_owned();
    dataset.unplaced.push(unplaced(record, record.yaml, String::new(), raw.clone(), Reason::Unreadable, kept));
    set(&mut dataset.values, "description", record.body.clone());
    set(&mut dataset.values, "extras", json!({ "front_matter": raw }));
}

fn read(dataset: &mut Dataset, mut reading: Reading<'_>, id: Uuid, record: &Record, site: &Site<'_>) {
    let values = &mut dataset.values;
    set(values, "title", reading.first_text(&["title", "name"]));
    set(values, "description", description(&mut reading, &record.body));
    license::place(&mut reading, values, &site.found.license_urls);
    set(values, "tags", reading.texts("tags"));
    for key in ["time_period", "temporal"] {
        place_period(&mut reading, values, key);
    }
    for key in ["area_of_interest", "spatial"] {
        place_zone(&mut reading, values, key);
    }
    if reading.truth("published") == Some(false) || reading.truth("private") == Some(true) {
        set(values, "private", true);
    }
    if reading.truth("featured") == Some(true) {
        set(values, "featured", true);
    }
    dataset.new_organization = place_organization(&mut reading, values, site.organizations);
    contact::place(&mut reading, values);
    place_usage(&mut reading, values);
    dataset.topics = place_categories(&mut reading, values, site.topics);
    place_sources(&mut reading, values);
    for key in ["created", "modified", "metadata_created", "metadata_modified"] {
        place_date(&mut reading, values, key);
    }
    for key in ["frequency", "update_frequency", "accrual_periodicity"] {
        place_frequency(&mut reading, values, key);
    }
    let (resources, reports, hosted) = resource::convert_all(&mut reading, record, id, site.found);
    set(values, "resources", resources);
    dataset.hosted = hosted;
    keep_unread_yaml(&mut reading, record);
    reading.finish();
    set(values, "extras", std::mem::take(&mut reading.extras));
    dataset.unplaced = reading.unplaced;
    dataset.unplaced.extend(reports);
}

/// Aliases and the like: the values around them are placed, the front matter is kept as written.
pub(super) fn keep_unread_yaml(reading: &mut Reading<'_>, record: &Record) {
    if record.faults.is_empty() {
        return;
    }
    reading.extra("front_matter", Json::from(record.raw()));
    for fault in &record.faults {
        let value = record.file.slice(fault.span).to_owned();
        let kept = Some(String::from("extras.front_matter"));
        reading.unplaced.push(unplaced(record, fault.span, String::new(), value, Reason::Unreadable, kept));
    }
}

/// The notes, and below them the body of the file.
pub(super) fn description(reading: &mut Reading<'_>, body: &str) -> String {
    let notes = reading.first_text(&["notes", "description"]).unwrap_or_default();
    match (notes.is_empty(), body.is_empty()) {
        (_, true) => notes,
        (true, false) => body.to_owned(),
        (false, false) => format!("{notes}\n\n{body}"),
    }
}

fn place_period(reading: &mut Reading<'_>, values: &mut Extras, key: &str) {
    let Some(text) = reading.text(key) else {
        return;
    };
    let Some(period) = period(&text).filter(|_| !values.contains_key("temporal_coverage")) else {
        return reading.keep(key, Reason::NotAPeriod);
    };
    let coverage = if period.end == Some(period.start) {
        date_value(&period.start.to_string())
    } else {
        let mut coverage = Map::new();
        set(&mut coverage, "start", date_value(&period.start.to_string()));
        set(&mut coverage, "end", period.end.map(|end| date_value(&end.to_string())));
        Json::Object(coverage)
    };
    set(values, "temporal_coverage", coverage);
}

fn place_zone(reading: &mut Reading<'_>, values: &mut Extras, key: &str) {
    if values.contains_key("spatial") {
        return;
    }
    let Some(name) = reading.text(key) else {
        return;
    };
    let mut zone = Map::new();
    set(&mut zone, "id", Zone::find_by_name(&name).map(|zone| zone.id));
    set(&mut zone, "name", name);
    set(values, "spatial", json!({ "zones": [zone] }));
}

fn place_organization(reading: &mut Reading<'_>, values: &mut Extras, known: &Names) -> Option<String> {
    let name = reading.first_text(&["organization", "publisher"])?;
    if let Some(slug) = known.find(&organization_key(&name)) {
        set(values, "organization", slug.as_str());
        return None;
    }
    let slug = Slug::from_text(&name);
    set(values, "organization", slug.as_str());
    reading.doubt("organization", Reason::UnknownOrganization, "organization");
    Some(name)
}

/// Words that say no more than that anybody may use the data.
const OPEN_USAGE: [&str; 9] = [
    "public use free",
    "public use",
    "free public use",
    "free",
    "no limitations",
    "no usage limitations",
    "no restrictions",
    "open",
    "public",
];

fn place_usage(reading: &mut Reading<'_>, values: &mut Extras) {
    let Some(usage) = reading.text("usage") else {
        return;
    };
    if OPEN_USAGE.contains(&key(&usage).as_str()) {
        set(values, "access", "open");
        reading.keep_quietly("usage");
    } else {
        reading.keep("usage", Reason::NoField);
    }
}

fn place_categories(reading: &mut Reading<'_>, values: &mut Extras, topics: &Names) -> Vec<Slug> {
    let Some(node) = reading.node("category") else {
        return Vec::new();
    };
    // A category may have a comma in its name; only a list has several.
    let items = if node.scalar().is_some() { std::slice::from_ref(node) } else { node.items() };
    let (mut themes, mut slugs, mut unknown) = (Vec::new(), Vec::new(), Vec::new());
    for item in items {
        let name = item.scalar().unwrap_or("").trim();
        let theme = categories::theme(name).filter(|theme| !themes.contains(&theme.code));
        themes.extend(theme.map(|theme| theme.code));
        match category(topics, name) {
            Some(slug) if !slugs.contains(slug) => slugs.push(slug.clone()),
            Some(_) => {}
            None => unknown.push(item),
        }
    }
    set(values, "themes", themes);
    if !unknown.is_empty() {
        let names: Vec<Json> = unknown.iter().map(|item| json_value(item)).collect();
        let kept = reading.extra("category", Json::from(names));
        for item in unknown {
            reading.report("category", item, Reason::UnknownCategory, Some(format!("extras.{kept}")));
        }
    }
    slugs
}

fn place_sources(reading: &mut Reading<'_>, values: &mut Extras) {
    let mut links = Vec::new();
    for key in ["source", "source_url", "url"] {
        let Some(text) = reading.text(key) else { continue };
        if text.contains("://") && !text.contains(char::is_whitespace) {
            links.push(json!({ "title": "Source", "url": text }));
        } else if key == "source" {
            set(values, "provenance", text);
        } else {
            reading.keep(key, Reason::NoField);
        }
    }
    set(values, "links", links);
}

/// A date; JKAN sites also state the rhythm of updates there.
fn place_date(reading: &mut Reading<'_>, values: &mut Extras, key: &str) {
    let Some(text) = reading.text(key) else {
        return;
    };
    match date::parse(&text) {
        Ok(_) => set(values, key, date_value(&text)),
        Err(DateFault::NotADate(Some(meant))) => {
            set(values, key, date_value(&meant.to_string()));
            reading.keep_quietly(key);
        }
        Err(_) => match Frequency::find(&text) {
            Some(frequency) if key == "modified" => set(values, "frequency", frequency.id),
            _ => reading.keep(key, Reason::NotADate),
        },
    }
}

fn place_frequency(reading: &mut Reading<'_>, values: &mut Extras, key: &str) {
    let Some(text) = reading.text(key) else {
        return;
    };
    match Frequency::find(&text) {
        Some(frequency) => set(values, "frequency", frequency.id),
        None => reading.keep(key, Reason::NotAFrequency),
    }
}
