//! Resources in DCAT-US.

use serde::Serialize;

use super::parts::{self, License, Restriction, Standard};
use crate::export::Context;
use crate::model::{Checksum as Declared, Dataset, HostedFile, Kind, Resource};
use crate::vocab;
use crate::vocab::format::MEDIA_TYPES;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Distribution {
    #[serde(rename = "@id")]
    id: String,
    #[serde(rename = "@type")]
    kind: &'static str,
    identifier: [String; 1],
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(rename = "accessURL")]
    access_url: String,
    #[serde(rename = "downloadURL", skip_serializing_if = "Option::is_none")]
    download_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    media_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    byte_size: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    checksum: Option<Checksum>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    character_encoding: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    license: Option<License>,
    access_rights: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    access_restriction: Vec<Restriction>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    conforms_to: Vec<Standard>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    language: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    modified: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Checksum {
    #[serde(rename = "@type")]
    kind: &'static str,
    algorithm: String,
    checksum_value: String,
}

/// A file that says what data means.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Described {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "accessURL")]
    access_url: String,
    #[serde(rename = "downloadURL")]
    download_url: String,
    media_type: String,
}

/// The data package at an address as the dictionary of a dataset.
pub(super) fn described(address: String) -> Described {
    Described {
        kind: "dcat:Distribution",
        access_url: address.clone(),
        download_url: address,
        media_type: format!("{MEDIA_TYPES}application/json"),
    }
}

/// The resources of a dataset that are somewhere.
pub(super) fn of(context: &Context<'_>, dataset: &Dataset) -> Vec<Distribution> {
    dataset.resources.iter().filter_map(|resource| one(context, dataset, resource)).collect()
}

fn one(context: &Context<'_>, dataset: &Dataset, resource: &Resource) -> Option<Distribution> {
    let address = context.location(dataset, resource)?;
    let uuid = resource.identity.uuid;
    let file = resource.hosted(&dataset.files);
    let format = resource.format_among(&dataset.files);
    let license = resource.license.as_ref().or(dataset.license.as_ref());
    Some(Distribution {
        id: format!("{}#{uuid}", context.iri(Kind::Dataset, dataset.header.identity.uuid)),
        kind: "dcat:Distribution",
        identifier: [uuid.to_string()],
        title: context.resource_title(dataset, resource),
        description: Some(context.markdown(&resource.description)).filter(|text| !text.is_empty()),
        download_url: resource.is_download().then(|| address.clone()),
        access_url: address,
        format: format.and_then(vocab::Format::eu_uri),
        media_type: context.media_type(dataset, resource).map(|name| format!("{MEDIA_TYPES}{name}")),
        byte_size: resource.size_among(&dataset.files).map(|size| size.to_string()),
        checksum: checksum(file, resource.checksum.as_ref()),
        character_encoding: file.and_then(|file| Some(file.table.as_ref()?.encoding)).into_iter().collect(),
        license: parts::license(context, license),
        access_rights: parts::access_rights(&dataset.access),
        access_restriction: parts::restriction(context, &dataset.access).into_iter().collect(),
        conforms_to: parts::standard(resource.schema.as_ref()).into_iter().collect(),
        language: context.languages(&resource.languages).map(parts::language).collect(),
        issued: resource.created.map(|date| date.to_string()),
        modified: resource.modified.map(|date| date.to_string()),
    })
}

/// The digest of a hosted file, else the checksum as declared, when it is of a known kind.
fn checksum(file: Option<&HostedFile>, declared: Option<&Declared>) -> Option<Checksum> {
    let (kind, value) = match (file, declared) {
        (Some(file), _) => ("sha256", file.sha256.as_str()),
        (None, Some(declared)) => (declared.kind.as_str(), declared.value.as_str()),
        (None, None) => return None,
    };
    let known = vocab::checksum::Checksum::find(kind).filter(|known| known.accepts(value))?;
    Some(Checksum {
        kind: "spdx:Checksum",
        algorithm: format!("http://spdx.org/rdf/terms#{}", known.spdx?),
        checksum_value: value.to_ascii_lowercase(),
    })
}
