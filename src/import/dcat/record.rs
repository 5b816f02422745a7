//! What a catalogue says of its own record of a dataset, and of the record at a source.

use serde_json::{Map, Value as Json, json};

use super::graph::{Term, is_blank};
use super::reading::Reading;
use super::uuid_of;
use crate::import::values::set;
use crate::model::Extras;

/// Dates of the metadata, and where a dataset was harvested.
pub(super) fn place(reading: &mut Reading<'_>, values: &mut Extras) {
    let mut harvest = Map::new();
    let records = reading.graph().saying("foaf:primaryTopic", reading.thing);
    let record = records.into_iter().find(|record| reading.graph().is_a(record, "dcat:CatalogRecord"));
    if let Some(record) = record {
        reading.date_of(record, values, "metadata_created", "dct:issued");
        reading.date_of(record, values, "metadata_modified", "dct:modified");
        reading.date_of(record, &mut harvest, "last_update", "dct:dateAccepted");
        for source in reading.graph().take(record, "dct:source").into_iter().filter_map(Term::node) {
            self::source(reading, source, &mut harvest);
        }
        reading.graph().skip(record);
    }
    set(&mut harvest, "uri", reading.one("owl:sameAs"));
    // A thing of another catalogue is known there by its IRI.
    if harvest.is_empty() && uuid_of(reading.thing).is_none() && !is_blank(reading.thing) {
        set(values, "harvest", json!({ "source": "dcat", "uri": reading.thing }));
    } else {
        set(values, "harvest", harvest);
    }
}

fn source(reading: &mut Reading<'_>, source: &str, harvest: &mut Map<String, Json>) {
    set(harvest, "source", reading.one_of(source, "dct:title"));
    set(harvest, "remote_url", reading.one_of(source, "foaf:page"));
    for (key, property) in [("created", "dct:created"), ("issued", "dct:issued"), ("modified", "dct:modified")] {
        reading.date_of(source, harvest, key, property);
    }
    for term in reading.graph().take(source, "adms:identifier") {
        let Some(node) = term.node() else { continue };
        set(harvest, "remote_id", reading.one_of(node, "skos:notation"));
        reading.graph().cross_off(reading.thing, "adms:identifier", term);
        reading.graph().skip(node);
    }
    reading.graph().skip(source);
}
