//! Croissant 1.0, the description of data for machine learning, of datasets whose files are hosted.
//!
//! Format: <https://docs.mlcommons.org/croissant/docs/croissant-spec.html>. Every file needs its digest, so that only
//! hosted ones can be there. The format reads tables with commas or tabs in UTF-8: others are files without columns.

mod context;
mod records;

use std::collections::BTreeSet;
use std::io::{self, Write};

use serde::Serialize;

use self::context::JsonLd;
use self::records::RecordSet;
use super::context::Agent;
use super::context::web;
use super::context::words::line;
use super::{Context, Entry, Exporter, Scope, json};
use crate::model::{self, Dataset, DatasetIndex, HostedFile, Resource};
use crate::site::PageKey;
use crate::text::url::encoded_path;
use crate::vocab::Label;

pub(super) static EXPORTER: Exporter = Exporter {
    id: "croissant",
    title: Label::same("Croissant"),
    about: Label::new(
        "Croissant 1.0 of the files that are kept here: what libraries for machine learning load.",
        "Croissant 1.0 des fichiers conservés ici : ce que chargent les bibliothèques d’apprentissage automatique.",
    ),
    without_address: true,
    files,
    write,
};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document<'a> {
    #[serde(rename = "@context")]
    context: JsonLd<'a>,
    #[serde(rename = "@type")]
    kind: &'static str,
    conforms_to: &'static str,
    name: String,
    description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    alternate_name: Option<String>,
    identifier: String,
    url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    license: Option<String>,
    date_published: String,
    date_modified: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<String>,
    cite_as: String,
    keywords: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    in_language: Vec<&'static str>,
    publisher: Somebody,
    creator: Vec<Somebody>,
    #[serde(skip_serializing_if = "Option::is_none")]
    temporal_coverage: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    spatial_coverage: Vec<String>,
    distribution: Vec<FileObject>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    record_set: Vec<RecordSet>,
}

#[derive(Serialize)]
struct Somebody {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FileObject {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: String,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    content_url: String,
    content_size: String,
    encoding_format: String,
    sha256: String,
}

fn files(context: &Context<'_>) -> Vec<Entry> {
    Entry::of_hosting(context, "croissant.json", "application/ld+json")
}

fn write(context: &Context<'_>, entry: &Entry, out: &mut dyn Write) -> io::Result<()> {
    let Scope::Dataset(index) = entry.scope else {
        return Ok(());
    };
    json::pretty(out, &document(context, index))
}

fn document<'a>(context: &Context<'a>, index: DatasetIndex) -> Document<'a> {
    let dataset = &context.site.catalog.datasets[index];
    let license = dataset.license.as_ref();
    let published = dataset.first_published().unwrap_or_else(|| context.modified(dataset));
    let name = context.dataset_title(dataset);
    let publisher = publisher(context, dataset);
    let uri = context.iri(model::Kind::Dataset, dataset.header.identity.uuid);
    let (distribution, record_set) = contents(context, dataset);
    Document {
        context: JsonLd { language: context.language() },
        kind: "sc:Dataset",
        conforms_to: "http://mlcommons.org/croissant/1.0",
        description: context.description(dataset, context.language()),
        alternate_name: dataset.acronym.as_deref().map(line),
        url: context.page(&PageKey::Dataset(index)).unwrap_or_else(|| uri.clone()),
        license: context.license_url(license).or_else(|| context.license_name(license)),
        date_published: published.to_string(),
        date_modified: context.modified(dataset).to_string(),
        version: dataset.version.as_deref().map(line),
        cite_as: context.citation(index, context.language()).text(context.messages()).to_string(),
        name,
        identifier: uri,
        keywords: context.keywords(dataset),
        in_language: context.languages(&dataset.languages).map(|language| language.code).collect(),
        creator: creators(context, dataset),
        publisher,
        temporal_coverage: context.interval(&dataset.temporal),
        spatial_coverage: dataset.spatial.zones.iter().map(|zone| context.zone_name(zone)).collect(),
        distribution,
        record_set,
    }
}

fn publisher(context: &Context<'_>, dataset: &Dataset) -> Somebody {
    let agent = context.publisher(dataset);
    let is_person = matches!(agent, Some(Agent::Person(_)));
    Somebody {
        kind: if is_person { "sc:Person" } else { "sc:Organization" },
        name: context.publisher_name(dataset),
        url: agent.and_then(|agent| web(agent.url()?)),
    }
}

/// Who made the data; else its publisher, since somebody must have.
fn creators(context: &Context<'_>, dataset: &Dataset) -> Vec<Somebody> {
    let makers = context.makers(dataset).map(|maker| {
        let is_organization = maker.agent.is_some_and(|agent| agent.kind() == model::Kind::Organization);
        let kind = if is_organization { "sc:Organization" } else { "sc:Person" };
        Somebody { kind, url: maker.url(), name: maker.name }
    });
    let makers: Vec<Somebody> = makers.collect();
    if makers.is_empty() { vec![publisher(context, dataset)] } else { makers }
}

/// The hosted files, each once, and the tables among them.
fn contents(context: &Context<'_>, dataset: &Dataset) -> (Vec<FileObject>, Vec<RecordSet>) {
    let mut seen = BTreeSet::new();
    let (mut objects, mut records) = (Vec::new(), Vec::new());
    for resource in &dataset.resources {
        let Some((path, file)) = context.hosted(dataset, resource).zip(resource.hosted(&dataset.files)) else {
            continue;
        };
        if seen.insert(file.path.as_str()) {
            objects.push(object(context, dataset, resource, (&path, file)));
            records.extend(records::of(context, dataset, resource, file));
        }
    }
    (objects, records)
}

fn object(
    context: &Context<'_>,
    dataset: &Dataset,
    resource: &Resource,
    (path, file): (&str, &HostedFile),
) -> FileObject {
    let folder = format!("datasets/{}/", dataset.slug());
    let relative = || encoded_path(path.strip_prefix(&folder).unwrap_or(path));
    FileObject {
        kind: "cr:FileObject",
        id: encoded_path(&file.path),
        name: context.resource_title(dataset, resource),
        description: Some(context.markdown(&resource.description)).filter(|text| !text.is_empty()),
        content_url: context.address(path).unwrap_or_else(relative),
        content_size: format!("{} B", file.size),
        encoding_format: context
            .media_type(dataset, resource)
            .unwrap_or_else(|| String::from("application/octet-stream")),
        sha256: file.sha256.clone(),
    }
}
