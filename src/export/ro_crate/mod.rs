//! RO-Crate 1.1: the folder of a dataset as a research object, with its files, licence and people.
//!
//! Format: <https://www.researchobject.org/ro-crate/specification/1.1/>. Files elsewhere are web-based data entities.

mod entities;

use std::io::{self, Write};

use serde_json::{Value, json};

use self::entities::{Graph, reference};
use super::context::words::line;
use super::context::{resolved, web};
use super::{Context, Entry, Exporter, Scope, json};
use crate::model::{Dataset, DatasetIndex, Kind};
use crate::site::PageKey;
use crate::vocab::Label;

const NAME: &str = "ro-crate-metadata.json";

pub(super) static EXPORTER: Exporter = Exporter {
    id: "ro-crate",
    title: Label::same("RO-Crate"),
    about: Label::new(
        "RO-Crate 1.1: the folder of a dataset as research repositories take it.",
        "RO-Crate 1.1 : le dossier d’un jeu de données tel que le prennent les entrepôts de la recherche.",
    ),
    without_address: true,
    files,
    write,
};

fn files(context: &Context<'_>) -> Vec<Entry> {
    Entry::of_hosting(context, NAME, "application/ld+json")
}

fn write(context: &Context<'_>, entry: &Entry, out: &mut dyn Write) -> io::Result<()> {
    let Scope::Dataset(index) = entry.scope else {
        return Ok(());
    };
    json::pretty(out, &document(context, index))
}

fn document(context: &Context<'_>, index: DatasetIndex) -> Value {
    let dataset = &context.site.catalog.datasets[index];
    let mut graph = Graph::new();
    graph.add(json!({
        "@id": NAME,
        "@type": "CreativeWork",
        "conformsTo": reference("https://w3id.org/ro/crate/1.1"),
        "about": reference("./"),
    }));
    let root = root(context, index, dataset, &mut graph);
    graph.insert_root(root);
    json!({ "@context": "https://w3id.org/ro/crate/1.1/context", "@graph": graph.into_entities() })
}

/// The entity of the dataset; what it refers to is added to the graph.
fn root(context: &Context<'_>, index: DatasetIndex, dataset: &Dataset, graph: &mut Graph) -> Value {
    let published = dataset.first_published().unwrap_or_else(|| context.modified(dataset));
    let authors: Vec<Value> = context.makers(dataset).map(|maker| graph.maker(context, maker)).collect();
    let parts: Vec<Value> =
        dataset.resources.iter().filter_map(|resource| graph.file(context, dataset, resource)).collect();
    let said = |text: Option<&str>| text.map(line).filter(|text| !text.is_empty());
    let mut members = vec![
        ("@id", json!("./")),
        ("@type", json!("Dataset")),
        ("name", json!(context.dataset_title(dataset))),
        ("description", json!(context.description(dataset, context.language()))),
        ("datePublished", json!(published.to_string())),
        ("dateModified", json!(context.modified(dataset).to_string())),
        ("identifier", identifiers(context, dataset)),
        ("license", graph.license(context, dataset.license.as_ref())),
        ("publisher", graph.publisher(context, dataset)),
        ("author", json!(authors)),
        ("contactPoint", graph.contacts(context, dataset)),
        ("hasPart", json!(parts)),
    ];
    members.extend([
        ("url", json!(context.page(&PageKey::Dataset(index)))),
        ("alternateName", json!(said(dataset.acronym.as_deref()))),
        ("abstract", json!(said(Some(&context.title(&dataset.summary))))),
        ("version", json!(said(dataset.version.as_deref()))),
        ("keywords", json!(context.keywords(dataset))),
        ("inLanguage", json!(context.languages(&dataset.languages).map(|one| one.code).collect::<Vec<_>>())),
        ("temporalCoverage", json!(context.interval(&dataset.temporal))),
        ("spatialCoverage", graph.places(context, dataset)),
        ("isBasedOn", json!(based_on(dataset))),
        ("isPartOf", graph.series(context, dataset)),
        ("citation", json!(dataset.links.iter().filter_map(|link| web(&link.url)).collect::<Vec<_>>())),
        ("isAccessibleForFree", json!(!dataset.access.is_restricted())),
        ("conditionsOfAccess", json!(said(Some(&context.title(&dataset.access.reason))))),
    ]);
    entities::object(members)
}

fn identifiers(context: &Context<'_>, dataset: &Dataset) -> Value {
    let own = context.iri(Kind::Dataset, dataset.header.identity.uuid);
    let given =
        dataset.identifiers.iter().map(|identifier| resolved(identifier).unwrap_or_else(|| line(&identifier.value)));
    json!(std::iter::once(own).chain(given).collect::<Vec<_>>())
}

fn based_on(dataset: &Dataset) -> Option<String> {
    let harvest = dataset.harvest.as_ref()?;
    harvest.remote_url.as_deref().or(harvest.uri.as_deref()).and_then(web)
}
