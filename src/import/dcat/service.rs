//! APIs that stand on their own.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::graph::Graph;
use super::reading::Reading;
use super::{access, dataset, distribution, slug_of, uuid};
use crate::import::values::set;
use crate::model::{Extras, Kind};
use crate::slug::Slug;
use crate::vocab::Format;

/// Folders in the addresses of APIs.
const FOLDERS: [&str; 2] = ["services", "dataservices"];

/// The APIs of a graph with their slugs. One that only gives a distribution is part of that.
pub(super) fn slugs(graph: &Graph) -> BTreeMap<&str, Slug> {
    let mut services = graph.of_class("dcat:DataService");
    services.retain(|service| graph.saying("dcat:accessService", service).is_empty());
    super::slugs(graph, services, &["dcat:landingPage"], &FOLDERS)
}

/// One API.
pub(super) fn convert(reading: &mut Reading<'_>) -> Extras {
    let mut values = Extras::new();
    let id = uuid(reading.graph(), reading.catalog.id, Kind::Service, reading.thing);
    set(&mut values, "id", id.to_string());
    reading.take("dct:identifier");
    reading.date(&mut values, "metadata_created", "dct:issued");
    reading.date(&mut values, "metadata_modified", "dct:modified");
    reading.placed("dcat:landingPage", |term| slug_of(term.iri()?, &FOLDERS));
    set(&mut values, "title", reading.text("dct:title"));
    set(&mut values, "acronym", reading.one("skos:altLabel"));
    set(&mut values, "description", reading.text("dct:description"));
    set(&mut values, "url", reading.one("dcat:endpointURL"));
    set(&mut values, "documentation", reading.one("foaf:page"));
    set(&mut values, "machine_documentation", reading.one("dcat:endpointDescription"));
    set(&mut values, "rate_limiting", rate_limit(reading));
    let format = |text: &str| Format::find(text).map(|format| format.label.en.to_owned());
    let free = reading.one("dc:format").map(str::to_owned);
    set(&mut values, "format", free.or_else(|| reading.code("dct:format", format)));
    let license = distribution::license(reading);
    set(&mut values, "license", license);
    set(&mut values, "tags", dataset::tags(reading));
    set(&mut values, "access", access::access(reading));
    dataset::people(reading, &mut values);
    let served = reading.placed("dcat:servesDataset", |term| reading.catalog.datasets.get(term.node()?));
    set(&mut values, "datasets", served.into_iter().map(Slug::as_str).collect::<Vec<_>>());
    reading.finish(&mut values);
    values
}

fn rate_limit(reading: &Reading<'_>) -> Json {
    let rights = reading.graph().peek(reading.thing, "dct:rights");
    let Some(term) = rights.into_iter().find(|term| term.as_str().ends_with("#rate-limit")) else {
        return Json::Null;
    };
    reading.graph().cross_off(reading.thing, "dct:rights", term);
    term.node().map_or(Json::Null, |node| reading.text_of(node, "rdfs:label"))
}
