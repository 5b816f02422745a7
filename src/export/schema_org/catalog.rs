//! The catalogue, and the site that searches it.

use serde::Serialize;

use super::agent::{self, Node};
use super::{CONTEXT, block};
use crate::export::Context;
use crate::export::context::words::line;
use crate::markdown::plain_text;
use crate::model::{Kind, ListedSnapshot, SnapshotFile};
use crate::site::PageKey;

const DESCRIPTION: usize = 4999;
/// Snapshots that the home page tells of: those of a year.
const SNAPSHOTS: usize = 12;

/// What something is part of.
#[derive(Serialize)]
pub(super) struct Part {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

impl Part {
    pub(super) fn new(kind: &'static str, id: Option<String>, name: String, url: Option<String>) -> Self {
        Self { kind, id, name, url }
    }
}

#[derive(Serialize)]
struct Document {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<Thing>,
}

/// A `DataCatalog` or a `WebSite`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Thing {
    #[serde(flatten)]
    part: Part,
    #[serde(skip_serializing_if = "String::is_empty")]
    description: String,
    in_language: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Node>,
    #[serde(skip_serializing_if = "Option::is_none")]
    potential_action: Option<Action>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    encoding: Vec<Download>,
}

/// A snapshot: the catalogue as a file. `distribution` is a property of datasets alone.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Download {
    #[serde(rename = "@type")]
    kind: &'static str,
    content_url: String,
    content_size: String,
    sha256: String,
    date_published: String,
}

/// How to search the site.
#[derive(Serialize)]
struct Action {
    #[serde(rename = "@type")]
    kind: &'static str,
    target: Target,
    #[serde(rename = "query-input")]
    input: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Target {
    #[serde(rename = "@type")]
    kind: &'static str,
    url_template: String,
}

/// The document of the home page in the language at a place of the settings.
pub fn catalog(context: &Context<'_>, language: usize) -> String {
    let config = &context.site.config;
    let code = config.languages.get(language).map_or("en", String::as_str);
    let description =
        config.description.get(code).map_or_else(String::new, |(words, _)| plain_text(words, DESCRIPTION));
    let catalog = Thing {
        part: part(context, language, code),
        description,
        in_language: config.languages.clone(),
        date_modified: context
            .listed()
            .filter_map(|(_, dataset)| dataset.last_update())
            .max()
            .map(|day| day.to_string()),
        publisher: context.site_publisher().map(|agent| agent::node(context, agent, code)),
        potential_action: None,
        encoding: snapshots(context),
    };
    let site = context.page_in(language, &PageKey::Home).map(|url| Thing {
        part: Part::new("WebSite", None, title(context, code), Some(url)),
        description: String::new(),
        in_language: vec![code.to_owned()],
        date_modified: None,
        publisher: None,
        potential_action: search(context, language),
        encoding: Vec::new(),
    });
    block(&Document { context: CONTEXT, graph: site.into_iter().chain([catalog]).collect() })
}

/// The catalogue as datasets name it.
pub(super) fn part(context: &Context<'_>, language: usize, code: &str) -> Part {
    let id = context.site.catalog.id;
    let iri = (!id.is_nil()).then(|| context.iri(Kind::Site, id)).or_else(|| context.base().map(str::to_owned));
    Part::new("DataCatalog", iri, title(context, code), context.page_in(language, &PageKey::Home))
}

/// The newest snapshots that have an address.
fn snapshots(context: &Context<'_>) -> Vec<Download> {
    let download = |snapshot: &ListedSnapshot| {
        let content_url = match &snapshot.file {
            SnapshotFile::Address(address) => address.clone(),
            SnapshotFile::Path(path) => context.static_address(path)?,
        };
        Some(Download {
            kind: "DataDownload",
            content_url,
            content_size: format!("{} B", snapshot.size_bytes),
            sha256: snapshot.sha256.clone(),
            date_published: snapshot.date.to_string(),
        })
    };
    context.site.config.snapshots.iter().filter_map(download).take(SNAPSHOTS).collect()
}

fn title(context: &Context<'_>, code: &str) -> String {
    line(context.site.config.title_in(code))
}

fn search(context: &Context<'_>, language: usize) -> Option<Action> {
    let page = context.page_in(language, &PageKey::Search).filter(|_| context.site.config.search)?;
    Some(Action {
        kind: "SearchAction",
        target: Target { kind: "EntryPoint", url_template: format!("{page}?q={{search_term_string}}") },
        input: "required name=search_term_string",
    })
}
