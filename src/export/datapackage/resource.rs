//! A hosted file as a resource of a package.

use std::collections::BTreeSet;

use serde::Serialize;

use super::fields::{Field, fields};
use crate::export::Context;
use crate::export::context::web;
use crate::model::{Coded, Dataset, Resource as Described, Table};
use crate::slug::Slug;
use crate::vocab;

#[derive(Serialize)]
pub(super) struct Resource {
    name: String,
    path: String,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mediatype: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    encoding: Option<String>,
    bytes: u64,
    hash: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    licenses: Vec<License>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dialect: Option<Dialect>,
    #[serde(skip_serializing_if = "Option::is_none")]
    schema: Option<Schema>,
}

#[derive(Serialize)]
pub(super) struct License {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
}

#[derive(Serialize)]
struct Dialect {
    delimiter: char,
}

#[derive(Serialize)]
struct Schema {
    fields: Vec<Field>,
}

/// A resource that is published with the dataset; `names` are those that are taken.
pub(super) fn of(
    context: &Context<'_>,
    dataset: &Dataset,
    resource: &Described,
    names: &mut BTreeSet<String>,
) -> Option<Resource> {
    let path = context.hosted(dataset, resource)?;
    let file = resource.hosted(&dataset.files)?;
    let fields = file.table.as_ref().and_then(fields);
    let own_license = resource.license.as_ref().filter(|license| Some(*license) != dataset.license.as_ref());
    Some(Resource {
        name: name(&file.path, names),
        path: path.strip_prefix(&format!("datasets/{}/", dataset.slug()))?.to_owned(),
        kind: fields.as_ref().map(|_| "table"),
        title: context.resource_title(dataset, resource),
        description: Some(context.markdown(&resource.description)).filter(|text| !text.is_empty()),
        format: file.format.map(|format| format.id),
        mediatype: context.media_type(dataset, resource),
        encoding: file.table.as_ref().map(encoding),
        bytes: file.size,
        hash: format!("sha256:{}", file.sha256),
        licenses: own_license.map(|license| licenses(context, Some(license))).unwrap_or_default(),
        dialect: file.table.as_ref().map(|table| Dialect { delimiter: table.delimiter }),
        schema: fields.map(|fields| Schema { fields }),
    })
}

/// The slug of the file's name, with a number when another resource has it.
fn name(path: &str, names: &mut BTreeSet<String>) -> String {
    let file = path.rsplit('/').next().unwrap_or(path);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let first = Slug::from_text(stem).as_str().to_owned();
    let others = (2..).map(|number: u32| format!("{first}-{number}"));
    let free = std::iter::once(first.clone()).chain(others).find(|name| !names.contains(name)).unwrap_or(first);
    names.insert(free.clone());
    free
}

/// The name of the encoding as Python and the web know it. UTF-16 is told by its mark, which says the order of bytes.
fn encoding(table: &Table) -> String {
    if table.encoding.starts_with("UTF-16") { String::from("utf-16") } else { table.encoding.to_ascii_lowercase() }
}

/// A licence by its id, address and title; none when it is not specified.
pub(super) fn licenses(context: &Context<'_>, license: Option<&Coded<vocab::License>>) -> Vec<License> {
    let Some((license, title)) = license.zip(context.license_name(license)) else {
        return Vec::new();
    };
    let path = context.license_url(Some(license)).and_then(|url| web(&url));
    let name = match license.known {
        Some(known) => Some(known.id.to_owned()),
        None if path.is_some() => None,
        None => Some(Slug::from_text(&title).as_str().to_owned()),
    };
    vec![License { name, path, title: Some(title) }]
}
