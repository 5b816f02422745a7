//! A dataset in `data.json`.

use serde::Serialize;

use super::distribution::{self, Distribution};
use crate::date::PartialDate;
use crate::export::{Context, datapackage};
use crate::model::{Access, Dataset, DatasetIndex, Spatial, TemporalCoverage};
use crate::site::PageKey;
use crate::text::url::{ascii, external};

/// Characters that `rights` may have.
const MAX_RIGHTS: usize = 255;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Item {
    #[serde(rename = "@type")]
    kind: &'static str,
    identifier: String,
    title: String,
    description: String,
    keyword: Vec<String>,
    modified: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<String>,
    publisher: Publisher,
    contact_point: ContactPoint,
    access_level: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rights: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    license: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    spatial: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    temporal: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accrual_periodicity: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    theme: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    language: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    landing_page: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    described_by: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    described_by_type: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    conforms_to: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_part_of: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    references: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    distribution: Vec<Distribution>,
}

#[derive(Serialize)]
struct Publisher {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ContactPoint {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "fn")]
    name: String,
    has_email: String,
}

pub(super) fn of<'a>(context: &Context<'a>, index: DatasetIndex, dataset: &'a Dataset) -> Item {
    let mailbox = context.mailbox(dataset);
    let described_by = datapackage::address(context, dataset);
    Item {
        kind: "dcat:Dataset",
        identifier: dataset.header.identity.uuid.to_string(),
        title: context.dataset_title(dataset),
        description: context.description(dataset, context.language()),
        keyword: context.keywords(dataset),
        modified: context.modified(dataset).to_string(),
        issued: dataset.first_published().map(|date| date.to_string()),
        publisher: Publisher { kind: "org:Organization", name: context.publisher_name(dataset) },
        contact_point: ContactPoint { kind: "vcard:Contact", name: mailbox.name, has_email: mailbox.email },
        access_level: access_level(&dataset.access),
        rights: rights(context, dataset),
        license: context.license_url(dataset.license.as_ref()).map(|url| ascii(&url)),
        spatial: spatial(context, &dataset.spatial),
        temporal: temporal(dataset),
        accrual_periodicity: periodicity(dataset),
        theme: context.labels(dataset.themes.iter().filter_map(|theme| Some(theme.known?.label))),
        language: context.languages(&dataset.languages).map(|language| language.code).collect(),
        landing_page: context.page(&PageKey::Dataset(index)),
        described_by_type: described_by.as_ref().map(|_| "application/json"),
        described_by,
        conforms_to: dataset.schema.as_ref().and_then(|schema| external(schema.url.as_deref()?)).map(|url| ascii(&url)),
        is_part_of: context.series(dataset).map(|(title, index)| match index {
            Some(index) => context.site.catalog.datasets[index].header.identity.uuid.to_string(),
            None => title,
        }),
        references: references(context, dataset),
        distribution: distribution::of(context, index, dataset),
    }
}

/// Restricted data is `restricted public` when somebody outside of the administration may have it, else `non-public`.
fn access_level(access: &Access) -> &'static str {
    if !access.is_restricted() {
        return "public";
    }
    let reached = access.audiences.iter().any(|audience| {
        let is = |term: Option<&crate::vocab::Term>, id: &str| term.is_some_and(|term| term.id == id);
        let condition = audience.condition.as_ref().and_then(|condition| condition.known);
        !is(audience.role.known, "local_authority_and_administration")
            && (is(condition, "yes") || is(condition, "under_condition"))
    });
    if reached { "restricted public" } else { "non-public" }
}

/// Why access is restricted, where to ask for it, and a licence that has no address; cut at 255 characters.
fn rights(context: &Context<'_>, dataset: &Dataset) -> Option<String> {
    let mut parts = vec![context.plain(&dataset.access.reason, MAX_RIGHTS)];
    let category = dataset.access.reason_category.as_ref().and_then(|reason| reason.known);
    parts.extend(category.map(|reason| reason.label.get(context.language()).to_owned()));
    parts.extend(dataset.access.url.as_deref().and_then(external));
    if context.license_url(dataset.license.as_ref()).is_none() {
        parts.extend(context.license_name(dataset.license.as_ref()));
    }
    parts.retain(|part| !part.is_empty());
    let text: String = parts.join(" — ").chars().take(MAX_RIGHTS).collect();
    (!text.is_empty()).then_some(text)
}

/// `west,south,east,north`, else the geometry as GeoJSON, else the names of the areas.
fn spatial(context: &Context<'_>, spatial: &Spatial) -> Option<String> {
    if let Some(bbox) = context.bbox(spatial) {
        return Some(bbox.join(","));
    }
    if let Some(geometry) = &spatial.geometry {
        return serde_json::to_string(geometry).ok();
    }
    let names: Vec<String> = spatial.zones.iter().map(|zone| context.zone_name(zone)).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// `start/end`, which the schema wants both: an open end is the date of the last update. Both are as precise as the
/// other, by days where descriptors are not: the pattern of the schema refers back to the first date.
fn temporal(dataset: &Dataset) -> Option<String> {
    let TemporalCoverage { start, end } = dataset.temporal;
    let start = start?;
    let updated = || dataset.last_update().filter(|date| date.date.last_day() >= start.date.first_day());
    let (start, end) = (start.date, end.or_else(updated)?.date);
    let precision = |date: PartialDate| (date.month().is_some(), date.day().is_some());
    Some(match precision(start) == precision(end) {
        true => format!("{start}/{end}"),
        false => format!("{}/{}", start.first_day(), end.last_day()),
    })
}

/// A repeating interval, or `irregular`; nothing else may be said.
fn periodicity(dataset: &Dataset) -> Option<&'static str> {
    let frequency = dataset.frequency.as_ref()?.known?;
    let irregular = || matches!(frequency.id, "irregular" | "punctual").then_some("irregular");
    frequency.iso8601.or_else(irregular)
}

/// Pages about the dataset, and its documentation; each once.
fn references(context: &Context<'_>, dataset: &Dataset) -> Vec<String> {
    let links = dataset.links.iter().filter_map(|link| external(&link.url));
    let papers = dataset.resources.iter().filter(|resource| !resource.is_distribution());
    let papers = papers.filter_map(|resource| context.location(dataset, resource));
    let harvested = dataset.harvest.iter().filter_map(|harvest| external(harvest.remote_url.as_deref()?));
    let mut found: Vec<String> = Vec::new();
    for address in links.chain(papers).chain(harvested).map(|url| ascii(&url)) {
        if !found.contains(&address) {
            found.push(address);
        }
    }
    found
}
