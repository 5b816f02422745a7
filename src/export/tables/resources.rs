//! `csv/resources.csv`: a line for each resource of each dataset.

use std::io::{self, Write};

use super::cell::Cell;
use super::{Column, table};
use crate::export::context::words::line;
use crate::export::{Agent, Context};
use crate::model::{Checksum, Dataset, DatasetIndex, Harvest, HostedFile, Kind, Location, Resource};
use crate::site::PageKey;

struct Row<'a> {
    context: &'a Context<'a>,
    index: DatasetIndex,
    dataset: &'a Dataset,
    publisher: Option<Agent<'a>>,
    resource: &'a Resource,
    /// The file, when it is hosted and published.
    file: Option<&'a HostedFile>,
}

pub(super) fn write(context: &Context<'_>, out: &mut dyn Write) -> io::Result<()> {
    let rows = context.datasets().flat_map(|(index, dataset)| {
        let publisher = context.publisher(dataset);
        dataset.resources.iter().map(move |resource| {
            let file = context.hosted(dataset, resource).and_then(|_| resource.hosted(&dataset.files));
            Row { context, index, dataset, publisher, resource, file }
        })
    });
    table(out, &columns(), rows)
}

/// The columns, those of data.gouv.fr first.
#[rustfmt::skip]
fn columns<'a>() -> Vec<Column<Row<'a>>> {
    vec![
        ("dataset.id", |row| Cell::text(&row.dataset.header.identity.uuid.to_string())),
        ("dataset.title", |row| Cell::text(&row.context.dataset_title(row.dataset))),
        ("dataset.slug", |row| Cell::text(row.dataset.slug())),
        ("dataset.url", |row| Cell::maybe(row.context.page(&PageKey::Dataset(row.index)))),
        ("dataset.organization", |row| Cell::maybe(row.organization().map(|agent| line(agent.name(row.context.language()))))),
        ("dataset.organization_id", |row| Cell::maybe(row.organization().map(|agent| row.context.agent_uuid(agent).to_string()))),
        ("dataset.license", |row| Cell::maybe(row.context.license_name(row.dataset.license.as_ref()))),
        ("dataset.private", |_| Cell::flag(false)),
        ("dataset.archived", |row| Cell::since(row.dataset.archived.as_ref().map(|archived| archived.date).or_else(|| row.dataset.retired.as_ref().map(|retired| retired.date)))),
        ("id", |row| Cell::text(&row.resource.identity.uuid.to_string())),
        ("url", |row| Cell::maybe(row.context.location(row.dataset, row.resource))),
        ("title", |row| Cell::text(&row.context.resource_title(row.dataset, row.resource))),
        ("description", |row| Cell::text(&row.context.markdown(&row.resource.description))),
        ("filetype", |row| Cell::text(if matches!(row.resource.location, Location::Hosted(_)) { "file" } else { "remote" })),
        ("type", |row| Cell::text(row.resource.type_id())),
        ("format", |row| row.format()),
        ("mime", |row| Cell::maybe(row.resource.media_type_among(&row.dataset.files))),
        ("filesize", |row| row.resource.size_among(&row.dataset.files).map_or(Cell::Blank, Cell::Count)),
        ("checksum.type", |row| row.checksum().0),
        ("checksum.value", |row| row.checksum().1),
        ("created_at", |row| Cell::date(row.resource.created)),
        ("modified", |row| Cell::date(row.resource.modified)),
        ("downloads", |_| Cell::Blank),
        ("harvest.issued_at", |row| row.harvested(|harvest| Cell::date(harvest.issued))),
        ("harvest.modified_at", |row| row.harvested(|harvest| Cell::date(harvest.modified))),
        ("harvest.last_update", |row| row.harvested(|harvest| Cell::date(harvest.last_update))),
        ("schema_name", |row| Cell::maybe(row.resource.schema.as_ref().and_then(|schema| schema.name.as_deref()))),
        ("schema_version", |row| Cell::maybe(row.resource.schema.as_ref().and_then(|schema| schema.version.as_deref()))),
        ("preview_url", |_| Cell::Blank),
        ("extras", |row| Cell::json(&row.resource.extras)),
        ("uri", |row| Cell::text(&format!("{}#{}", row.context.iri(Kind::Dataset, row.dataset.header.identity.uuid), row.resource.identity.uuid))),
        ("schema_url", |row| Cell::maybe(row.resource.schema.as_ref().and_then(|schema| schema.url.as_deref()))),
        ("license", |row| Cell::maybe(row.context.license_name(row.resource.license.as_ref()))),
        ("languages", |row| Cell::codes(&row.resource.languages, |language| language.code)),
        ("harvest.uri", |row| row.harvested(|harvest| Cell::maybe(harvest.uri.as_deref()))),
        ("harvest.domain", |row| row.harvested(|harvest| Cell::maybe(harvest.source.as_deref()))),
        ("harvest.created_at", |row| row.harvested(|harvest| Cell::date(harvest.created))),
        ("harvest.remote_url", |row| row.harvested(|harvest| Cell::maybe(harvest.remote_url.as_deref()))),
        ("harvest.remote_id", |row| row.harvested(|harvest| Cell::maybe(harvest.remote_id.as_deref()))),
    ]
}

impl<'a> Row<'a> {
    fn organization(&self) -> Option<Agent<'a>> {
        self.publisher.filter(|agent| agent.kind() == Kind::Organization)
    }

    fn format(&self) -> Cell {
        match self.resource.format_among(&self.dataset.files) {
            Some(format) => Cell::text(format.id),
            None => Cell::maybe(self.resource.format.as_ref().map(|format| format.raw.as_str())),
        }
    }

    /// Of the published file, else as declared.
    fn checksum(&self) -> (Cell, Cell) {
        let computed = self.file.map(|file| Checksum { kind: String::from("sha256"), value: file.sha256.clone() });
        Cell::checksum(computed.as_ref().or(self.resource.checksum.as_ref()))
    }

    fn harvested(&self, value: impl Fn(&Harvest) -> Cell) -> Cell {
        self.resource.harvest.as_deref().map_or(Cell::Blank, value)
    }
}
