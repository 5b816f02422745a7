//! A dataset.

use serde::Serialize;

use super::agent::{self, Node};
use super::catalog::{self, Part};
use super::coverage::{self, Place};
use super::download::{self, Download};
use super::{CONTEXT, Property, block, web};
use crate::export::Context;
use crate::export::context::words::{SHORT_DESCRIPTION, line};
use crate::markdown::plain_text;
use crate::model::{Coded, Dataset, DatasetIndex, Kind, Lookup};
use crate::site::PageKey;
use crate::vocab;

/// Characters of a description; Google takes no more.
const DESCRIPTION: usize = 5000;

/// A `Dataset`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    name: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    alternate_name: Vec<String>,
    description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    identifier: Vec<Identifier>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    same_as: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    in_language: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    creator: Vec<Node>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    contributor: Vec<Node>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Node>,
    #[serde(skip_serializing_if = "Option::is_none")]
    license: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_accessible_for_free: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    conditions_of_access: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    keywords: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_created: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    temporal_coverage: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    spatial_coverage: Vec<Place>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    variable_measured: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_part_of: Option<Part>,
    included_in_data_catalog: Part,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    distribution: Vec<Download>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Identifier {
    Plain(String),
    Of(Property),
}

/// The document of a dataset's page in the language at a place of the settings; none for what was withdrawn.
pub fn dataset(context: &Context<'_>, index: DatasetIndex, language: usize) -> Option<String> {
    let dataset = &context.site.catalog.datasets[index];
    let code = context.site.config.languages.get(language)?;
    let shown = dataset.retired.is_none() && !dataset.private;
    shown.then(|| block(&document(context, dataset, index, (language, code))))
}

fn document(
    context: &Context<'_>,
    dataset: &Dataset,
    index: DatasetIndex,
    (language, code): (usize, &str),
) -> Document {
    let uuid = dataset.header.identity.uuid;
    let (creator, contributor) = agent::makers(context, dataset, code);
    let text = |moment: crate::date::Moment| moment.to_string();
    Document {
        context: CONTEXT,
        kind: "Dataset",
        // Two pages of one name would be two descriptions of one dataset: the first language has it.
        id: (language == 0).then(|| context.iri(Kind::Dataset, uuid)),
        name: name(dataset, code),
        alternate_name: dataset.acronym.as_deref().map(line).filter(|one| !one.is_empty()).into_iter().collect(),
        description: description(context, dataset, code),
        url: context.page_in(language, &PageKey::Dataset(index)),
        identifier: identifiers(dataset),
        same_as: same_as(dataset),
        in_language: dataset.languages.iter().filter_map(|one| Some(one.known?.code)).collect(),
        creator,
        contributor,
        publisher: agent::publisher(context, dataset, code),
        license: dataset.license.as_ref().and_then(license),
        is_accessible_for_free: (!dataset.access.is_restricted()).then_some(true),
        conditions_of_access: conditions(dataset, code),
        keywords: keywords(dataset, code),
        version: dataset.version.as_deref().map(line).filter(|version| !version.is_empty()),
        date_created: dataset.created.map(text),
        date_published: dataset.first_published().map(text),
        date_modified: dataset.last_update().map(text),
        temporal_coverage: coverage::period(&dataset.temporal),
        spatial_coverage: coverage::places(&dataset.spatial, code),
        variable_measured: download::variables(context, dataset),
        is_part_of: dataset.series.as_deref().and_then(|series| part_of(context, series, (language, code))),
        included_in_data_catalog: catalog::part(context, language, code),
        distribution: download::downloads(context, dataset, code),
    }
}

/// The title, the slug when there is none: as the page has it.
fn name(dataset: &Dataset, code: &str) -> String {
    let said = dataset.title.get(code).map(|(title, _)| line(title)).filter(|title| !title.is_empty());
    said.unwrap_or_else(|| dataset.slug().to_owned())
}

/// The description without markup; followed by what is known of the dataset when it is shorter than search engines
/// want.
fn description(context: &Context<'_>, dataset: &Dataset, code: &str) -> String {
    let written = dataset.description.get(code).map_or("", |(words, _)| words);
    let mut words = plain_text(written, DESCRIPTION - 1);
    if words.chars().count() < SHORT_DESCRIPTION {
        words = format!("{words} {}", context.sentence(dataset, code)).trim().chars().take(DESCRIPTION).collect();
    }
    words
}

/// The UUID first, then those that others gave.
fn identifiers(dataset: &Dataset) -> Vec<Identifier> {
    let given = dataset.identifiers.iter().map(|one| {
        let (value, url) = (line(&one.value), one.address().as_deref().and_then(web));
        match &one.kind {
            Some(kind) => Identifier::Of(Property::new(&line(kind), &value, url)),
            None => Identifier::Plain(value),
        }
    });
    std::iter::once(Identifier::Plain(dataset.header.identity.uuid.to_string())).chain(given).collect()
}

/// What resolvers know it by, and its page where it was harvested.
fn same_as(dataset: &Dataset) -> Vec<String> {
    let resolved = dataset.identifiers.iter().filter_map(|one| web(&one.address()?));
    let harvest = dataset.harvest.iter().flat_map(|harvest| [&harvest.remote_url, &harvest.uri]);
    let remote = harvest.flatten().filter_map(|address| web(address));
    let mut all = Vec::new();
    for address in resolved.chain(remote) {
        if !all.contains(&address) {
            all.push(address);
        }
    }
    all
}

fn license(license: &Coded<vocab::License>) -> Option<String> {
    match license.known {
        Some(known) => web(known.url),
        None => web(&license.raw),
    }
}

/// Who may use data that is not open to all, and why not everybody.
fn conditions(dataset: &Dataset, code: &str) -> Option<String> {
    let access = &dataset.access;
    let kind = access.kind.as_ref().filter(|_| !access.is_open())?;
    let kind = kind.known.map_or_else(|| line(&kind.raw), |known| known.label.get(code).to_owned());
    let category = || access.reason_category.as_ref()?.known.map(|known| known.label.get(code).to_owned());
    let reason = access.reason.get(code).map(|(reason, _)| line(reason)).filter(|reason| !reason.is_empty());
    Some(match reason.or_else(category) {
        Some(reason) => format!("{kind}. {reason}"),
        None => kind,
    })
}

/// Keywords as written, then EU data themes.
fn keywords(dataset: &Dataset, code: &str) -> Vec<String> {
    let themes = dataset.themes.iter().filter_map(|theme| Some(theme.known?.label.get(code).to_owned()));
    let tags = dataset.tags.iter().map(|tag| line(tag)).filter(|tag| !tag.is_empty());
    tags.chain(themes).collect()
}

/// A series: a dataset of the catalogue by its slug, else a name.
fn part_of(context: &Context<'_>, series: &str, (language, code): (usize, &str)) -> Option<Part> {
    let known = context.site.catalog.datasets.binary_search_by(|one| one.header().slug.as_str().cmp(series)).ok();
    let known = known.filter(|index| !context.site.catalog.datasets[*index].private);
    let title = match known {
        Some(index) => name(&context.site.catalog.datasets[index], code),
        None => line(series),
    };
    let url = known.and_then(|index| context.page_in(language, &PageKey::Dataset(index)));
    (!title.is_empty()).then(|| Part::new("CreativeWorkSeries", None, title, url))
}
