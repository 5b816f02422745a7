//! A dataset in DCAT-US.

use serde::Serialize;

use super::distribution::{self, Described, Distribution};
use super::parts::{self, Agent, Concept, Kind, LanguageMap, Standard};
use crate::export::context::words::{clean, line};
use crate::export::context::{resolved, web};
use crate::export::{Context, datapackage};
use crate::model::{self, Dataset, DatasetIndex};
use crate::site::PageKey;
use crate::text::url::external;

/// The EU table of categories of high-value datasets.
const HVD: &str = "http://data.europa.eu/bna/asd487ae75";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Item {
    #[serde(rename = "@id")]
    id: String,
    #[serde(rename = "@type")]
    kind: &'static str,
    identifier: [String; 1],
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    title_map: Option<LanguageMap<String>>,
    description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description_map: Option<LanguageMap<String>>,
    keyword: String,
    keyword_map: LanguageMap<Vec<String>>,
    publisher: Agent,
    contact_point: Vec<Kind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    creator: Option<Agent>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    contributor: Vec<Agent>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    qualified_attribution: Vec<Attribution>,
    access_rights: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<String>,
    modified: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    accrual_periodicity: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    theme: Vec<Concept>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    category: Vec<Concept>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    language: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    spatial: Vec<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    geographic_bounding_box: Vec<BoundingBox>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    temporal: Vec<Period>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    in_series: Vec<Series>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    provenance: Vec<Provenance>,
    #[serde(skip_serializing_if = "Option::is_none")]
    conforms_to: Option<Standard>,
    #[serde(skip_serializing_if = "Option::is_none")]
    described_by: Option<Described>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    other_identifier: Vec<Identifier>,
    #[serde(skip_serializing_if = "Option::is_none")]
    landing_page: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    relation: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    source: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    is_referenced_by: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    distribution: Vec<Distribution>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Attribution {
    #[serde(rename = "@type")]
    kind: &'static str,
    had_role: String,
    agent: Agent,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(rename = "@type")]
    kind: &'static str,
    pref_label: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    identifier: Vec<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct BoundingBox {
    #[serde(rename = "@type")]
    kind: &'static str,
    west_bounding_longitude: String,
    south_bounding_latitude: String,
    east_bounding_longitude: String,
    north_bounding_latitude: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Period {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<String>,
}

#[derive(Serialize)]
struct Series {
    #[serde(rename = "@type")]
    kind: &'static str,
    title: String,
    description: String,
}

#[derive(Serialize)]
struct Provenance {
    #[serde(rename = "@type")]
    kind: &'static str,
    label: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Identifier {
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(rename = "@type")]
    kind: &'static str,
    notation: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    schema_agency: Option<String>,
}

pub(super) fn of<'a>(context: &Context<'a>, index: DatasetIndex, dataset: &'a Dataset) -> Item {
    let keywords = context.keywords(dataset);
    let mut makers = context.makers(dataset).map(|maker| agent(context, maker));
    Item {
        id: context.iri(model::Kind::Dataset, dataset.header.identity.uuid),
        kind: "dcat:Dataset",
        identifier: [dataset.header.identity.uuid.to_string()],
        title: context.dataset_title(dataset),
        title_map: parts::translations(&dataset.title, line),
        description: context.description(dataset, context.language()),
        description_map: parts::translations(&dataset.description, |text| clean(text).into_owned()),
        keyword: keywords.join(", "),
        keyword_map: LanguageMap(vec![(context.language().to_owned(), keywords)]),
        publisher: match context.publisher(dataset) {
            Some(known) => Agent::of(context, known),
            None => Agent::named(context.publisher_name(dataset)),
        },
        contact_point: contacts(context, dataset),
        creator: makers.next(),
        contributor: makers.collect(),
        qualified_attribution: attributions(context, dataset),
        access_rights: parts::access_rights(&dataset.access),
        created: dataset.created.map(|date| date.to_string()),
        issued: dataset.first_published().map(|date| date.to_string()),
        modified: context.modified(dataset).to_string(),
        accrual_periodicity: dataset.frequency.as_ref().and_then(|frequency| Some(frequency.known?.uri())),
        theme: themes(context, dataset),
        category: categories(context, dataset),
        language: context.languages(&dataset.languages).map(parts::language).collect(),
        spatial: locations(context, dataset),
        geographic_bounding_box: bounding_boxes(context, dataset),
        temporal: periods(dataset),
        version: dataset.version.as_deref().map(line).filter(|version| !version.is_empty()),
        in_series: context.series(dataset).map(|(title, _)| series(title)).into_iter().collect(),
        provenance: provenance(context, dataset),
        conforms_to: parts::standard(dataset.schema.as_ref()),
        described_by: datapackage::address(context, dataset).map(distribution::described),
        other_identifier: identifiers(dataset),
        landing_page: context.page(&PageKey::Dataset(index)),
        relation: dataset.links.iter().filter_map(|link| external(&link.url)).collect(),
        source: sources(dataset),
        is_referenced_by: context.reuses(index).filter_map(|(_, reuse)| external(reuse.url.as_deref()?)).collect(),
        distribution: distribution::of(context, dataset),
    }
}

fn agent(context: &Context<'_>, maker: crate::export::context::Maker<'_>) -> Agent {
    match maker.agent {
        Some(known) => Agent::of(context, known),
        None => Agent::somebody(maker.name),
    }
}

/// All contact points that can be written to; the one that stands in when there is none.
fn contacts<'a>(context: &Context<'a>, dataset: &'a Dataset) -> Vec<Kind> {
    let mut found = context.mailboxes(&dataset.contact_points, &context.publisher_name(dataset));
    if found.is_empty() {
        found.push(context.mailbox(dataset));
    }
    found.into_iter().map(|mailbox| Kind::new(mailbox.name, mailbox.email)).collect()
}

/// Who made the data in a role that has an address, and contact points in another role than to be asked.
fn attributions(context: &Context<'_>, dataset: &Dataset) -> Vec<Attribution> {
    let attribution =
        |role: &'static str, agent| Attribution { kind: "prov:Attribution", had_role: format!("{ROLES}{role}"), agent };
    let makers = context.makers(dataset).filter(|maker| maker.role != "creator");
    let makers = makers.map(|maker| attribution(maker.role, agent(context, maker)));
    let contacts = dataset.contact_points.iter().filter_map(|contact| {
        let role = contact.role.as_ref()?.known.filter(|role| role.id != "contact")?;
        let name = Some(context.title(&contact.name)).filter(|name| !name.is_empty())?;
        Some(attribution(role.id, Agent::somebody(name)))
    });
    makers.chain(contacts).collect()
}

/// The INSPIRE registry of roles.
const ROLES: &str = "http://inspire.ec.europa.eu/metadata-codelist/ResponsiblePartyRole/";

fn themes(context: &Context<'_>, dataset: &Dataset) -> Vec<Concept> {
    let known = dataset.themes.iter().filter_map(|theme| theme.known);
    known
        .map(|theme| Concept::new(theme.uri(), theme.label.get(context.language()).to_owned(), parts::THEMES))
        .collect()
}

fn categories(context: &Context<'_>, dataset: &Dataset) -> Vec<Concept> {
    let known = dataset.hvd_category.iter().filter_map(|category| category.known);
    let concept = |category: &'static crate::vocab::Term| {
        Some(Concept::new(category.uri?.to_owned(), category.label.get(context.language()).to_owned(), HVD))
    };
    known.filter_map(concept).collect()
}

fn locations(context: &Context<'_>, dataset: &Dataset) -> Vec<Location> {
    let zones = dataset.spatial.zones.iter();
    let location = |zone: &model::ZoneRef| Location {
        id: zone.known.and_then(crate::vocab::Zone::eu_uri),
        kind: "dcterms:Location",
        pref_label: context.zone_name(zone),
        identifier: Some(line(&zone.id)).filter(|id| !id.is_empty()).into_iter().collect(),
    };
    zones.map(location).collect()
}

fn bounding_boxes(context: &Context<'_>, dataset: &Dataset) -> Vec<BoundingBox> {
    let bbox = context.bbox(&dataset.spatial).cloned();
    let bounding_box = |[west, south, east, north]: [String; 4]| BoundingBox {
        kind: "dcat-us:GeographicBoundingBox",
        west_bounding_longitude: west,
        south_bounding_latitude: south,
        east_bounding_longitude: east,
        north_bounding_latitude: north,
    };
    bbox.map(bounding_box).into_iter().collect()
}

fn periods(dataset: &Dataset) -> Vec<Period> {
    let temporal = dataset.temporal;
    let date = |moment: Option<crate::date::Moment>| moment.map(|moment| moment.to_string());
    let period =
        Period { kind: "dcterms:PeriodOfTime", start_date: date(temporal.start), end_date: date(temporal.end) };
    if temporal.is_empty() { Vec::new() } else { vec![period] }
}

fn series(title: String) -> Series {
    Series { kind: "dcat:DatasetSeries", description: title.clone(), title }
}

fn provenance(context: &Context<'_>, dataset: &Dataset) -> Vec<Provenance> {
    let label = context.markdown(&dataset.provenance);
    if label.is_empty() { Vec::new() } else { vec![Provenance { kind: "dcterms:ProvenanceStatement", label }] }
}

fn identifiers(dataset: &Dataset) -> Vec<Identifier> {
    let given = dataset.identifiers.iter().map(|identifier| Identifier {
        id: resolved(identifier),
        kind: "adms:Identifier",
        notation: line(&identifier.value),
        schema_agency: identifier.kind.as_deref().map(line),
    });
    let harvested = dataset.harvest.iter().filter_map(|harvest| {
        Some(Identifier {
            id: None,
            kind: "adms:Identifier",
            notation: line(harvest.remote_id.as_deref()?),
            schema_agency: harvest.source.as_deref().map(line),
        })
    });
    given.chain(harvested).collect()
}

/// Where the record was harvested.
fn sources(dataset: &Dataset) -> Vec<String> {
    let harvest = dataset.harvest.iter();
    let mut found: Vec<String> = Vec::new();
    for address in harvest.flat_map(|harvest| harvest.uri.iter().chain(&harvest.remote_url)).filter_map(|url| web(url))
    {
        if !found.contains(&address) {
            found.push(address);
        }
    }
    found
}
