//! Organisations, categories and licence pages of a JKAN site.

use serde_json::{Value as Json, json};
use uuid::Uuid;

use super::Found;
use super::dataset::{description, keep_unread_yaml, set};
use super::reading::{Reading, unplaced};
use super::record::Record;
use crate::import::{Reason, Unplaced, identity};
use crate::model::{Extras, Kind};
use crate::slug::Slug;
use crate::source::{Node, Value};

/// A described thing with what of it has no place.
pub(super) struct Thing {
    pub(super) values: Extras,
    pub(super) unplaced: Vec<Unplaced>,
    /// A file of the source that becomes one of `content/static/`.
    pub(super) logo: Option<String>,
}

/// An organisation.
pub(super) fn organization(record: &Record, catalog: Uuid, found: &Found) -> Thing {
    let mut logo = None;
    let mut thing = begin(record, catalog, Kind::Organization, |reading, values| {
        set(values, "name", reading.first_text(&["title", "name"]));
        set(values, "description", description(reading, &record.body));
        set(values, "url", reading.first_text(&["url", "website"]));
        set(values, "email", reading.text("email"));
        logo = place_logo(reading, values, found);
    });
    thing.logo = logo;
    thing
}

/// An organisation that only datasets name.
pub(super) fn named_organization(name: &str, catalog: Uuid) -> Extras {
    let id = identity::thing(catalog, Kind::Organization, &Slug::from_text(name).to_string());
    let mut values = Extras::new();
    set(&mut values, "id", id.to_string());
    set(&mut values, "name", name);
    values
}

/// A topic made of a category, with its datasets.
pub(super) fn topic(record: &Record, catalog: Uuid, datasets: &[Slug]) -> Thing {
    begin(record, catalog, Kind::Topic, |reading, values| {
        set(values, "title", reading.first_text(&["name", "title"]));
        set(values, "description", description(reading, &record.body));
        set(values, "tags", reading.texts("tags"));
        if reading.truth("featured") == Some(true) {
            set(values, "featured", true);
        }
        set(values, "datasets", datasets.iter().map(Slug::as_str).collect::<Vec<_>>());
    })
}

/// A page made of a licence's own page.
pub(super) fn license_page(record: &Record) -> Thing {
    let mut thing = Thing { values: Extras::new(), unplaced: Vec::new(), logo: None };
    let Some(root) = as_mapping(record) else {
        return unreadable(record, thing);
    };
    let mut reading = Reading::new(record, root, String::new());
    set(&mut thing.values, "title", reading.first_text(&["title", "name"]));
    let texts = [reading.text("body").unwrap_or_default(), record.body.clone()];
    let body: Vec<&str> = texts.iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
    set(&mut thing.values, "body", body.join("\n\n"));
    reading.finish();
    // A page has no free values: what the former site's program wanted is in the report only.
    thing.unplaced = reading.unplaced;
    for report in &mut thing.unplaced {
        (report.reason, report.kept) = (Reason::Setting, None);
    }
    thing
}

fn begin(record: &Record, catalog: Uuid, kind: Kind, place: impl FnOnce(&mut Reading<'_>, &mut Extras)) -> Thing {
    let mut thing = Thing { values: Extras::new(), unplaced: Vec::new(), logo: None };
    let id = identity::thing(catalog, kind, &record.stem);
    set(&mut thing.values, "id", id.to_string());
    let Some(root) = as_mapping(record) else {
        return unreadable(record, thing);
    };
    let mut reading = Reading::new(record, root, String::new());
    place(&mut reading, &mut thing.values);
    keep_unread_yaml(&mut reading, record);
    reading.finish();
    set(&mut thing.values, "extras", std::mem::take(&mut reading.extras));
    thing.unplaced = reading.unplaced;
    thing
}

fn as_mapping(record: &Record) -> Option<&Node> {
    record.root.as_ref().filter(|root| matches!(root.value, Value::Mapping(_)))
}

fn unreadable(record: &Record, mut thing: Thing) -> Thing {
    let raw = record.raw().to_owned();
    let kept = Some(String::from("extras.front_matter"));
    thing.unplaced.push(unplaced(record, record.yaml, String::new(), raw.clone(), Reason::Unreadable, kept));
    set(&mut thing.values, "extras", json!({ "front_matter": raw }));
    thing
}

/// A logo that is among the files of the source; any other is kept as a free value.
fn place_logo(reading: &mut Reading<'_>, values: &mut Extras, found: &Found) -> Option<String> {
    let text = reading.text("logo")?;
    let path = text.trim_start_matches('/').to_owned();
    if found.paths.contains(&path) {
        set(values, "logo", Json::from(path.as_str()));
        return Some(path);
    }
    reading.keep("logo", Reason::MissingFile);
    None
}
