//! APIs in DCAT-US.

use serde::Serialize;

use super::parts::{self, Agent, Kind, License};
use crate::export::Context;
use crate::export::context::or;
use crate::export::context::words::line;
use crate::model;
use crate::text::url::external;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Service {
    #[serde(rename = "@id")]
    id: String,
    #[serde(rename = "@type")]
    kind: &'static str,
    identifier: [String; 1],
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    publisher: Agent,
    contact_point: Vec<Kind>,
    #[serde(rename = "endpointURL")]
    endpoint_url: [String; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    endpoint_description: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    keyword: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    license: Option<License>,
    access_rights: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    serves_dataset: Vec<String>,
}

/// The APIs that have a page and an address, by slug.
pub(super) fn all(context: &Context<'_>) -> impl Iterator<Item = Service> {
    let services = context.site.catalog.services.iter().filter(|service| !service.private);
    services.filter_map(|service| one(context, service))
}

fn one<'a>(context: &Context<'a>, service: &'a model::Service) -> Option<Service> {
    let publisher = context.publisher_of(service.organization.as_deref(), service.owner.as_deref());
    let tags: Vec<String> = service.tags.iter().map(|tag| line(tag)).filter(|tag| !tag.is_empty()).collect();
    let documents = service.machine_documentation.iter().chain(&service.documentation);
    Some(Service {
        id: context.iri(model::Kind::Service, service.header.identity.uuid),
        kind: "dcat:DataService",
        identifier: [service.header.identity.uuid.to_string()],
        title: or(context.title(&service.title), service.header.slug.as_str()),
        description: Some(context.markdown(&service.description)).filter(|text| !text.is_empty()),
        publisher: match publisher {
            Some(known) => Agent::of(context, known),
            None => Agent::named(context.site_name()),
        },
        contact_point: context
            .service_mailboxes(service)
            .into_iter()
            .map(|one| Kind::new(one.name, one.email))
            .collect(),
        endpoint_url: [external(service.url.as_deref()?)?],
        endpoint_description: documents.filter_map(|url| external(url)).collect(),
        keyword: (!tags.is_empty()).then(|| tags.join(", ")),
        license: parts::license(context, service.license.as_ref()),
        access_rights: parts::access_rights(&service.access),
        serves_dataset: context
            .datasets_of(&service.datasets)
            .filter(|(_, dataset)| dataset.is_listed())
            .map(|(_, dataset)| context.iri(model::Kind::Dataset, dataset.header.identity.uuid))
            .collect(),
    })
}
