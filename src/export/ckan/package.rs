//! A dataset as a CKAN package.

use std::borrow::Cow;

use serde::Serialize;
use uuid::Uuid;

use crate::date::Moment;
use crate::export::context::words::{clean, line};
use crate::export::{Agent, Context};
use crate::model::{Dataset, DatasetIndex, Extras, Location, Resource};
use crate::site::PageKey;
use crate::text::Text;

/// A package. Members are CKAN's, in its words.
#[derive(Serialize)]
pub(super) struct Package<'a> {
    id: String,
    name: &'a str,
    title: String,
    notes: String,
    url: Option<String>,
    version: Option<String>,
    author: Option<String>,
    author_email: Option<String>,
    maintainer: Option<String>,
    maintainer_email: Option<String>,
    license_id: Option<&'static str>,
    license_title: Option<Cow<'a, str>>,
    license_url: Option<&'static str>,
    isopen: bool,
    private: bool,
    state: &'static str,
    metadata_created: Option<String>,
    metadata_modified: Option<String>,
    owner_org: Option<String>,
    organization: Option<Organization>,
    num_resources: usize,
    resources: Vec<File>,
    num_tags: usize,
    tags: Vec<Tag>,
    groups: Vec<Group>,
    extras: Vec<Extra>,
}

#[derive(Serialize)]
struct Organization {
    id: String,
    name: String,
    title: String,
    description: String,
    r#type: &'static str,
    is_organization: bool,
    state: &'static str,
}

#[derive(Serialize)]
struct File {
    id: String,
    package_id: String,
    name: String,
    description: String,
    url: Option<String>,
    url_type: Option<&'static str>,
    format: String,
    mimetype: Option<String>,
    size: Option<u64>,
    hash: String,
    created: Option<String>,
    last_modified: Option<String>,
    position: usize,
    state: &'static str,
}

#[derive(Serialize)]
struct Tag {
    name: String,
    display_name: String,
    state: &'static str,
}

#[derive(Serialize)]
struct Group {
    id: String,
    name: String,
    title: String,
    display_name: String,
}

#[derive(Serialize)]
struct Extra {
    key: String,
    value: String,
}

impl<'a> Package<'a> {
    pub(super) fn new(context: &Context<'a>, place: DatasetIndex) -> Self {
        let dataset = &context.site.catalog.datasets[place];
        let uuid = dataset.header.identity.uuid;
        let license = dataset.license.as_ref();
        let row = license.and_then(|license| license.known);
        let written = license.map(|license| Cow::Owned(line(&license.raw)));
        let publisher = context.publisher(dataset);
        let contact = context.contact(dataset);
        let organization = dataset.organization.as_deref().map(|slug| organization(context, slug));
        let resources: Vec<File> = files(context, dataset, uuid);
        let tags: Vec<Tag> = dataset.tags.iter().map(|tag| tag_of(tag)).collect();
        Self {
            id: uuid.to_string(),
            name: dataset.slug(),
            title: context.title(&dataset.title),
            notes: context.markdown(&dataset.description),
            url: context.page(&PageKey::Dataset(place)),
            version: dataset.version.as_deref().map(line),
            author: publisher.map(|agent| line(agent.name(context.language()))),
            author_email: publisher.and_then(|agent| agent.email()).map(line),
            maintainer: contact.map(|contact| context.title(&contact.name)).filter(|name| !name.is_empty()),
            maintainer_email: contact.and_then(|contact| contact.email.as_deref()).map(line),
            license_id: row.map(|row| row.api_id()),
            license_title: row.map(|row| Cow::Borrowed(row.title.get(context.language()))).or(written),
            license_url: row.map(|row| row.url).filter(|url| !url.is_empty()),
            isopen: row.is_some_and(|row| row.open),
            private: false,
            state: if dataset.retired.is_some() { "deleted" } else { "active" },
            metadata_created: date(dataset.header.dates.created),
            metadata_modified: date(dataset.header.dates.modified),
            owner_org: organization.as_ref().map(|organization| organization.id.clone()),
            organization,
            num_resources: resources.len(),
            resources,
            num_tags: tags.len(),
            tags,
            groups: groups(context, place),
            extras: extras(dataset),
        }
    }
}

fn date(moment: Option<Moment>) -> Option<String> {
    moment.map(|moment| moment.to_string())
}

fn organization<'a>(context: &Context<'a>, slug: &'a str) -> Organization {
    let agent = context.organization(slug);
    let description = match agent {
        Agent::Organization(one) => context.markdown(&one.description),
        Agent::Named(_) | Agent::Person(_) => String::new(),
    };
    Organization {
        id: context.agent_uuid(agent).to_string(),
        name: line(slug),
        title: line(agent.name(context.language())),
        description,
        r#type: "organization",
        is_organization: true,
        state: "active",
    }
}

fn files(context: &Context<'_>, dataset: &Dataset, package: Uuid) -> Vec<File> {
    let file = |(position, resource): (usize, &Resource)| {
        let hosted = resource.hosted(&dataset.files);
        let format = resource.format_among(&dataset.files).map(|format| format.id.to_uppercase());
        let written = || resource.format.as_ref().map(|format| line(&format.raw));
        let declared = || resource.checksum.as_ref().map(|checksum| line(&checksum.value));
        File {
            id: resource.identity.uuid.to_string(),
            package_id: package.to_string(),
            name: name(context, &resource.title, resource),
            description: context.markdown(&resource.description),
            url: context.location(dataset, resource),
            url_type: matches!(resource.location, Location::Hosted(_)).then_some("upload"),
            format: format.or_else(written).unwrap_or_default(),
            mimetype: resource.media_type_among(&dataset.files).map(line),
            size: resource.size_among(&dataset.files),
            hash: hosted.map(|file| file.sha256.clone()).or_else(declared).unwrap_or_default(),
            created: date(resource.created),
            last_modified: date(resource.modified),
            position,
            state: "active",
        }
    };
    dataset.resources.iter().enumerate().map(file).collect()
}

/// The title; the name of the file when there is none.
fn name(context: &Context<'_>, title: &Text, resource: &Resource) -> String {
    let title = context.title(title);
    match resource.path().and_then(|path| path.rsplit('/').next()) {
        Some(file) if title.is_empty() => line(file),
        _ => title,
    }
}

fn tag_of(tag: &str) -> Tag {
    Tag { name: line(tag), display_name: line(tag), state: "active" }
}

/// Topics are CKAN's groups.
fn groups(context: &Context<'_>, place: DatasetIndex) -> Vec<Group> {
    let site = context.site;
    let topics = site.relations.topics[place].iter().map(|topic| &site.catalog.topics[*topic]);
    let published = topics.filter(|topic| !topic.private);
    published
        .map(|topic| Group {
            id: topic.header.identity.uuid.to_string(),
            name: topic.header.slug.to_string(),
            title: context.title(&topic.title),
            display_name: context.title(&topic.title),
        })
        .collect()
}

/// What CKAN has no member for, and the free values: each a text.
fn extras(dataset: &Dataset) -> Vec<Extra> {
    let mut extras = Vec::new();
    let mut add = |key: &str, value: Option<String>| {
        extras.extend(value.map(|value| Extra { key: clean(key).into_owned(), value }));
    };
    let codes = |codes: Vec<&str>| (!codes.is_empty()).then(|| codes.join(", "));
    add("issued", date(dataset.created));
    add("modified", date(dataset.data_modified()));
    add("frequency", dataset.frequency.as_ref().and_then(|code| code.known).map(|row| row.eu_uri()));
    add("temporal_start", date(dataset.temporal.start));
    add("temporal_end", date(dataset.temporal.end));
    add("spatial", dataset.spatial.geometry.as_ref().map(json));
    add("theme", codes(dataset.themes.iter().filter_map(|theme| Some(theme.known?.code)).collect()));
    add("language", codes(dataset.languages.iter().filter_map(|one| Some(one.known?.code)).collect()));
    for (key, value) in dataset.extras.iter().chain(&dataset.header.unknown) {
        add(
            key,
            Some(
                value.as_str().map_or_else(|| clean(&value.to_string()).into_owned(), |text| clean(text).into_owned()),
            ),
        );
    }
    extras
}

fn json(geometry: &Extras) -> String {
    serde_json::to_string(geometry).unwrap_or_default()
}
