//! Resources and APIs of a dataset in `data.json`.

use serde::Serialize;

use crate::export::Context;
use crate::export::context::or;
use crate::model::{Dataset, DatasetIndex, Resource, Service};
use crate::text::url::{ascii, external};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Distribution {
    #[serde(rename = "@type")]
    kind: &'static str,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(rename = "downloadURL", skip_serializing_if = "Option::is_none")]
    download_url: Option<String>,
    #[serde(rename = "accessURL", skip_serializing_if = "Option::is_none")]
    access_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    media_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    conforms_to: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    described_by: Option<String>,
}

/// The resources that hold data and are somewhere, then the APIs.
pub(super) fn of(context: &Context<'_>, index: DatasetIndex, dataset: &Dataset) -> Vec<Distribution> {
    let data = dataset.resources.iter().filter(|resource| resource.is_distribution());
    let files = data.filter_map(|one| resource(context, dataset, one));
    files.chain(context.services(index).filter_map(|(_, one)| service(context, one))).collect()
}

fn resource(context: &Context<'_>, dataset: &Dataset, resource: &Resource) -> Option<Distribution> {
    let address = ascii(&context.location(dataset, resource)?);
    let media_type = context.media_type(dataset, resource);
    // The schema wants the media type of what is downloaded: without one, the address only gives access.
    let is_download = resource.is_download() && media_type.is_some();
    let (download_url, access_url) = if is_download { (Some(address), None) } else { (None, Some(address)) };
    let schema = resource.schema.as_ref().and_then(|schema| external(schema.url.as_deref()?));
    Some(Distribution {
        kind: "dcat:Distribution",
        title: context.resource_title(dataset, resource),
        description: Some(context.markdown(&resource.description)).filter(|text| !text.is_empty()),
        download_url,
        access_url,
        media_type,
        format: context.format_name(dataset, resource),
        conforms_to: schema.map(|url| ascii(&url)),
        described_by: None,
    })
}

fn service(context: &Context<'_>, service: &Service) -> Option<Distribution> {
    let link = |url: &Option<String>| url.as_deref().and_then(external).map(|url| ascii(&url));
    Some(Distribution {
        kind: "dcat:Distribution",
        title: or(context.title(&service.title), service.header.slug.as_str()),
        description: Some(context.markdown(&service.description)).filter(|text| !text.is_empty()),
        download_url: None,
        access_url: Some(link(&service.url)?),
        media_type: None,
        format: Some(String::from("API")),
        conforms_to: None,
        described_by: link(&service.machine_documentation).or_else(|| link(&service.documentation)),
    })
}
