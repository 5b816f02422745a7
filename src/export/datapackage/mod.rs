//! Frictionless Data Package 2.0, beside the dataset that it describes.
//!
//! Profile: <https://datapackage.org/profiles/2.0/datapackage.json>. Only hosted files are resources: a program that
//! checks a package reads all of them, and must be able to do so without the network.

mod fields;
mod resource;

use std::collections::BTreeSet;
use std::io::{self, Write};

use serde::Serialize;

use self::resource::{License, Resource};
use super::context::words::line;
use super::context::{bare_email, web};
use super::{Context, Entry, Exporter, Scope, is_on, json};
use crate::model::{Dataset, DatasetIndex};
use crate::site::PageKey;
use crate::text::url::ascii;
use crate::vocab::Label;

pub(super) use fields::{Field, fields};

const NAME: &str = "datapackage.json";

pub(super) static EXPORTER: Exporter = Exporter {
    id: "datapackage",
    title: Label::same("Data Package"),
    about: Label::new(
        "Frictionless Data Package 2.0 of the files that are kept here, with the columns of tables and their types.",
        "Data Package 2.0 de Frictionless : les fichiers conservés ici, avec les colonnes des tables et leurs types.",
    ),
    without_address: true,
    files,
    write,
};

#[derive(Serialize)]
struct Package {
    #[serde(rename = "$schema")]
    schema: &'static str,
    name: String,
    id: String,
    title: String,
    description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    homepage: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    keywords: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    contributors: Vec<Contributor>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    licenses: Vec<License>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<Source>,
    resources: Vec<Resource>,
}

#[derive(Serialize)]
struct Contributor {
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    roles: [&'static str; 1],
}

#[derive(Serialize)]
struct Source {
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
}

fn files(context: &Context<'_>) -> Vec<Entry> {
    Entry::of_hosting(context, NAME, "application/json")
}

fn path(dataset: &Dataset) -> String {
    format!("datasets/{}/{NAME}", dataset.slug())
}

/// The public address of the package of a dataset with hosted tables, when the site has packages.
pub(super) fn address(context: &Context<'_>, dataset: &Dataset) -> Option<String> {
    let is_table = |resource: &crate::model::Resource| {
        resource.hosted(&dataset.files).is_some_and(|file| file.table.is_some())
            && context.hosted(dataset, resource).is_some()
    };
    let has = is_on(context.site, &EXPORTER) && dataset.resources.iter().any(is_table);
    context.address(&path(dataset)).filter(|_| has)
}

fn write(context: &Context<'_>, entry: &Entry, out: &mut dyn Write) -> io::Result<()> {
    let Scope::Dataset(index) = entry.scope else {
        return Ok(());
    };
    json::pretty(out, &package(context, index))
}

fn package(context: &Context<'_>, index: DatasetIndex) -> Package {
    let dataset = &context.site.catalog.datasets[index];
    let day = dataset.first_published().filter(|date| date.date.day().is_some());
    let mut names = BTreeSet::new();
    let mut resources = Vec::new();
    for one in &dataset.resources {
        resources.extend(resource::of(context, dataset, one, &mut names));
    }
    Package {
        schema: "https://datapackage.org/profiles/2.0/datapackage.json",
        name: dataset.slug().to_owned(),
        id: dataset.header.identity.uuid.to_string(),
        title: context.dataset_title(dataset),
        description: context.description(dataset, context.language()),
        homepage: context.page(&PageKey::Dataset(index)).map(|url| ascii(&url)),
        version: dataset.version.as_deref().map(line).filter(|version| !version.is_empty()),
        // A date and a time are wanted.
        created: day.map(|date| match date.second_of_day {
            Some(_) => date.to_string(),
            None => format!("{date}T00:00:00Z"),
        }),
        keywords: dataset.tagged().map(|(tag, _)| line(tag)).collect(),
        contributors: contributors(context, dataset),
        licenses: resource::licenses(context, dataset.license.as_ref()),
        sources: sources(context, dataset),
        resources,
    }
}

/// Publisher, creators, contact points.
fn contributors(context: &Context<'_>, dataset: &Dataset) -> Vec<Contributor> {
    let publisher = context.publisher(dataset).map(|agent| Contributor {
        title: line(agent.name(context.language())),
        path: agent.url().and_then(web),
        email: agent.email().and_then(bare_email),
        roles: ["publisher"],
    });
    let makers = context.makers(dataset).map(|maker| Contributor {
        path: maker.url(),
        email: maker.email(),
        title: maker.name,
        roles: [maker.role],
    });
    let contacts = dataset.contact_points.iter().filter_map(|contact| {
        let name = context.title(&contact.name);
        Some(Contributor {
            title: Some(name).filter(|name| !name.is_empty())?,
            path: contact.url.as_deref().and_then(web),
            email: contact.email.as_deref().and_then(bare_email),
            roles: [contact.role_id()],
        })
    });
    publisher.into_iter().chain(makers).chain(contacts).collect()
}

/// Where the data comes from, in words, and where the record was harvested.
fn sources(context: &Context<'_>, dataset: &Dataset) -> Vec<Source> {
    let words = Some(context.plain(&dataset.provenance, usize::MAX / 16)).filter(|words| !words.is_empty());
    let words = words.map(|words| Source { title: Some(words), path: None });
    let harvested = dataset.harvest.as_ref().and_then(|harvest| {
        let title = harvest.source.as_deref().map(line).filter(|title| !title.is_empty());
        let path = harvest.remote_url.as_deref().or(harvest.uri.as_deref()).and_then(web);
        (title.is_some() || path.is_some()).then_some(Source { title, path })
    });
    words.into_iter().chain(harvested).collect()
}
