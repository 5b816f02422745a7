//! Files of a dataset, and the columns of those that are tables.

use std::borrow::Cow;

use serde::Serialize;

use super::web;
use crate::export::Context;
use crate::export::context::words::line;
use crate::model::{Dataset, Resource};

/// Files named: as many as data.gouv.fr names.
const DOWNLOADS: usize = 20;
/// Columns named.
const VARIABLES: usize = 50;
/// Characters of the name of a column.
const VARIABLE_CHARS: usize = 100;

/// A `DataDownload`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Download {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
    content_url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    encoding_format: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_size: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sha256: Option<String>,
}

/// The files that hold the data, those to download before those to query, at most [`DOWNLOADS`].
pub(super) fn downloads(context: &Context<'_>, dataset: &Dataset, language: &str) -> Vec<Download> {
    let held = || dataset.resources.iter().filter(|resource| resource.is_distribution());
    let (files, queries) = (held().filter(|one| one.is_download()), held().filter(|one| !one.is_download()));
    files.chain(queries).filter_map(|one| download(context, dataset, one, language)).take(DOWNLOADS).collect()
}

fn download(context: &Context<'_>, dataset: &Dataset, resource: &Resource, language: &str) -> Option<Download> {
    let content_url = web(&context.location(dataset, resource)?)?;
    let format = resource.format_among(&dataset.files);
    // A media type or, where there is none, the name that people know.
    let media_type = resource.media_type_among(&dataset.files).map(line).filter(|one| !one.is_empty());
    let named = || Some(format?.label.get(language).to_owned());
    let written = || resource.format.as_ref().map(|format| line(&format.raw)).filter(|raw| !raw.is_empty());
    Some(Download {
        kind: "DataDownload",
        name: name(resource, &content_url, language),
        encoding_format: media_type.or_else(named).or_else(written),
        content_size: resource.size_among(&dataset.files).map(|size| format!("{size} B")),
        date_modified: resource.modified.map(|moment| moment.to_string()),
        sha256: sha256(dataset, resource).map(Cow::into_owned),
        content_url,
    })
}

/// Its title, else the last name of its address.
fn name(resource: &Resource, address: &str, language: &str) -> String {
    let said = resource.title.get(language).map(|(title, _)| line(title)).filter(|title| !title.is_empty());
    said.unwrap_or_else(|| {
        let bare = resource.path().or(resource.url()).unwrap_or(address).split(['?', '#']).next().unwrap_or(address);
        line(bare.trim_end_matches('/').rsplit('/').next().unwrap_or(bare))
    })
}

fn sha256<'a>(dataset: &'a Dataset, resource: &'a Resource) -> Option<Cow<'a, str>> {
    if let Some(file) = resource.hosted(&dataset.files) {
        return Some(Cow::Borrowed(&file.sha256));
    }
    let checksum = resource.checksum.as_ref()?;
    let value = checksum.value.trim();
    let is_sum = value.len() == 64 && value.bytes().all(|byte| byte.is_ascii_hexdigit());
    let kind = checksum.kind.to_ascii_lowercase().replace('-', "");
    (is_sum && kind == "sha256").then(|| Cow::Owned(value.to_ascii_lowercase()))
}

/// Names of the columns of published tables, each once, at most [`VARIABLES`].
pub(super) fn variables(context: &Context<'_>, dataset: &Dataset) -> Vec<String> {
    let mut names = Vec::new();
    let held = dataset.resources.iter().filter(|one| one.is_distribution() && context.hosted(dataset, one).is_some());
    let tables = held.filter_map(|one| one.hosted(&dataset.files)?.table.as_ref());
    for column in tables.flat_map(|table| &table.columns) {
        let name: String = line(&column.name).chars().take(VARIABLE_CHARS).collect();
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
        if names.len() == VARIABLES {
            break;
        }
    }
    names
}
