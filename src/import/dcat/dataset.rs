//! Datasets.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json, json};

use super::graph::{Graph, Term};
use super::reading::Reading;
use super::{access, agent, distribution, place, record, slug_of, uuid};
use crate::import::identity::Resources;
use crate::import::values::set;
use crate::model::{Extras, Kind};
use crate::slug::Slug;
use crate::vocab::{Frequency, Theme, badge, hvd};

/// Folders in the addresses of datasets.
const FOLDERS: [&str; 2] = ["datasets", "dataset"];

/// The datasets of a graph, with their slugs. A series has no files of its own.
pub(super) fn slugs(graph: &Graph) -> BTreeMap<&str, Slug> {
    let mut datasets = graph.of_class("dcat:Dataset");
    datasets.retain(|dataset| !graph.is_a(dataset, "dcat:DatasetSeries"));
    super::slugs(graph, datasets, &["dcat:landingPage"], &FOLDERS)
}

/// One dataset.
pub(super) fn convert(reading: &mut Reading<'_>) -> Extras {
    let mut values = Extras::new();
    let id = uuid(reading.graph(), reading.catalog.id, Kind::Dataset, reading.thing);
    set(&mut values, "id", id.to_string());
    record::place(reading, &mut values);
    about(reading, &mut values);
    let license = distribution::license(reading);
    set(&mut values, "license", license);
    set(&mut values, "access", access::access(reading));
    people(reading, &mut values);
    set(&mut values, "creators", agent::creators(reading));
    set(&mut values, "temporal_coverage", place::temporal(reading));
    set(&mut values, "spatial", place::spatial(reading));
    let frequency = reading.code("dct:accrualPeriodicity", Frequency::find);
    set(&mut values, "frequency", frequency.map_or("unknown", |frequency| frequency.id));
    reading.date(&mut values, "created", "dct:issued");
    reading.date(&mut values, "modified", "dct:modified");
    state(reading, &mut values);
    let resources = distribution::convert_all(reading, &mut Resources::of(id), values.get("license"));
    set(&mut values, "links", links(reading, &resources));
    set(&mut values, "resources", resources);
    reading.finish(&mut values);
    values
}

fn about(reading: &mut Reading<'_>, values: &mut Extras) {
    set(values, "title", reading.text("dct:title"));
    set(values, "acronym", reading.one("skos:altLabel"));
    set(values, "description", reading.text("dct:description"));
    set(values, "summary", reading.text("dct:abstract"));
    set(values, "tags", tags(reading));
    let mut themes = reading.codes("dcat:theme", |text| Theme::find(text).map(|theme| theme.code.to_owned()));
    themes.extend(reading.take("dc:subject").into_iter().map(|term| term.as_str().to_owned()));
    set(values, "themes", themes);
    set(values, "language", distribution::languages(reading));
    let category = reading.code("dcatap:hvdCategory", |text| hvd::CATEGORIES.find(text));
    set(values, "hvd_category", category.map(|term| term.id));
    set(values, "badges", badges(reading));
    set(values, "schema", distribution::schema(reading));
    let versions = ["dcat:version", "owl:versionInfo", "adms:version"];
    set(values, "version", versions.iter().find_map(|version| reading.one(version)));
    set(values, "series", series(reading));
    set(values, "provenance", provenance(reading));
    set(values, "identifiers", identifiers(reading));
}

/// Keywords, each once whatever its language.
pub(super) fn tags(reading: &Reading<'_>) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for term in reading.take("dcat:keyword") {
        if !tags.iter().any(|tag| tag == term.as_str()) {
            tags.push(term.as_str().to_owned());
        }
    }
    tags
}

/// Acts that make a badge: that of high-value datasets, and the INSPIRE directive.
const ACTS: [(&str, &str); 2] = [("reg_impl/2023/138", "hvd"), ("dir/2007/2", "inspire")];

/// Labels, by their names or by the acts that apply.
fn badges(reading: &Reading<'_>) -> Vec<&'static str> {
    let mut badges = reading.codes("dc:type", |text| badge::DATASET.find(text).map(|term| term.id));
    let act = |text: &str| ACTS.iter().find(|(act, _)| text.contains(act)).map(|(_, badge)| *badge);
    let acts = reading.codes("dcatap:applicableLegislation", act);
    if badges.is_empty() {
        badges = acts;
    }
    badges
}

/// The title of the series that a dataset belongs to.
fn series(reading: &Reading<'_>) -> Option<String> {
    let title = |term: &Term| Some(reading.graph().peek(term.node()?, "dct:title").next()?.as_str().to_owned());
    reading.placed("dcat:inSeries", title).into_iter().next()
}

fn provenance(reading: &mut Reading<'_>) -> Json {
    let parts = reading.parts("dct:provenance");
    let texts = parts.iter().flat_map(|part| ["rdfs:label", "dct:description"].map(|name| reading.text_of(part, name)));
    texts.into_iter().find(|text| !text.is_null()).unwrap_or(Json::Null)
}

/// Identifiers given by others; `dct:identifier` too, unless it is the dataset's own.
fn identifiers(reading: &mut Reading<'_>) -> Vec<Json> {
    let is_own = |text: &str| super::uuid_of(text).is_some() || text == reading.thing;
    let others = reading.take("dct:identifier").into_iter().map(Term::as_str).filter(|text| !is_own(text));
    let mut identifiers: Vec<Json> = others.map(Json::from).collect();
    let graph = reading.graph();
    for term in graph.left_of(reading.thing, "adms:identifier") {
        let Some(part) = term.node() else { continue };
        graph.cross_off(reading.thing, "adms:identifier", term);
        let value = reading.one_of(part, "skos:notation").or_else(|| term.iri());
        let agency = || reading.one_of(part, "adms:schemaAgency");
        let kind = reading.one_of(part, "dc:type").or_else(agency);
        identifiers.extend(value.map(|value| match kind {
            Some(kind) => json!({ "type": kind, "value": value }),
            None => Json::from(value),
        }));
        reading.part("adms:identifier", part);
    }
    identifiers
}

/// Pages about a dataset, but that which a catalogue made for it and those that are resources.
fn links(reading: &Reading<'_>, resources: &[Json]) -> Vec<Json> {
    let mut links = Vec::new();
    for property in ["dcat:landingPage", "foaf:page"] {
        for address in reading.placed(property, address) {
            let is_its_own = property == "dcat:landingPage" && slug_of(address, &FOLDERS).is_some();
            let is_resource = resources.iter().any(|resource| resource.get("url").is_some_and(|url| url == address));
            if is_its_own || is_resource {
                continue;
            }
            let mut link = Map::new();
            set(&mut link, "title", reading.text_of(address, "dct:title"));
            set(&mut link, "url", address);
            links.push(Json::Object(link));
        }
    }
    links
}

fn address(term: &Term) -> Option<&str> {
    term.iri().or_else(|| Some(term.as_str()).filter(|text| text.contains("://")))
}

/// Who publishes and whom to ask.
pub(super) fn people(reading: &mut Reading<'_>, values: &mut Extras) {
    let publishers = reading.placed("dct:publisher", |term| reading.catalog.agent(term.node()?));
    if let Some((kind, slug)) = publishers.into_iter().next() {
        let key = if kind == Kind::Person { "owner" } else { "organization" };
        set(values, key, slug.as_str());
    }
    set(values, "contact_points", agent::contacts(reading));
}

/// That it is no longer kept up, and what takes its place.
fn state(reading: &mut Reading<'_>, values: &mut Extras) {
    let status = |text: &str| match text.rsplit('/').next() {
        Some("DISCONT") => Some("archived"),
        Some("WITHDRAWN") => Some("retired"),
        _ => None,
    };
    if let Some(key) = reading.code("adms:status", status) {
        let mut state = Map::new();
        reading.date(&mut state, "date", "prov:invalidatedAtTime");
        set(&mut state, "reason", reading.text("skos:changeNote"));
        values.insert(key.to_owned(), if state.is_empty() { Json::Bool(true) } else { Json::Object(state) });
    }
    let datasets = &reading.catalog.datasets;
    let mut next = reading.graph().peek(reading.thing, "dct:isReplacedBy");
    if let Some(next) = next.find(|term| datasets.contains_key(term.as_str())) {
        reading.graph().cross_off(reading.thing, "dct:isReplacedBy", next);
        set(values, "replaced_by", datasets[next.as_str()].as_str());
    }
}
