//! `csv/reuses.csv`: a line for each reuse.

use std::io::{self, Write};

use super::cell::Cell;
use super::{Column, id_of, name_of, table};
use crate::export::{Agent, Context};
use crate::model::{Kind, Reuse};
use crate::site::PageKey;
use crate::text::url::external;

struct Row<'a> {
    context: &'a Context<'a>,
    place: usize,
    reuse: &'a Reuse,
    publisher: Option<Agent<'a>>,
}

pub(super) fn write(context: &Context<'_>, out: &mut dyn Write) -> io::Result<()> {
    let reuses = context.site.catalog.reuses.iter().enumerate().filter(|(_, reuse)| !reuse.private);
    let rows = reuses.map(|(place, reuse)| {
        let publisher = context.publisher_of(reuse.organization.as_deref(), reuse.owner.as_deref());
        Row { context, place, reuse, publisher }
    });
    table(out, &columns(), rows)
}

/// The columns, those of data.gouv.fr first.
#[rustfmt::skip]
fn columns<'a>() -> Vec<Column<Row<'a>>> {
    vec![
        ("id", |row| Cell::text(&row.reuse.header.identity.uuid.to_string())),
        ("title", |row| Cell::text(&row.title())),
        ("slug", |row| Cell::text(row.reuse.header.slug.as_str())),
        ("url", |row| Cell::maybe(row.context.page(&PageKey::Reuse(row.place)))),
        ("type", |row| Cell::codes(&row.reuse.kind, |kind| kind.id)),
        ("description", |row| Cell::text(&row.context.markdown(&row.reuse.description))),
        ("remote_url", |row| Cell::maybe(row.reuse.url.as_deref().and_then(external))),
        ("organization", |row| name_of(row.context, row.publisher, Kind::Organization)),
        ("organization_id", |row| id_of(row.context, row.publisher, Kind::Organization)),
        ("owner", |row| name_of(row.context, row.publisher, Kind::Person)),
        ("owner_id", |row| id_of(row.context, row.publisher, Kind::Person)),
        ("image", |row| Cell::maybe(row.reuse.image.as_deref().and_then(|path| row.context.static_address(path)))),
        ("featured", |_| Cell::flag(false)),
        ("created_at", |row| Cell::date(row.reuse.created.or(row.reuse.header.dates.created))),
        ("last_modified", |row| Cell::date(row.reuse.header.dates.modified)),
        ("archived", |row| Cell::flag(row.reuse.archived)),
        ("topic", |row| Cell::codes(&row.reuse.topic, |topic| topic.id)),
        ("tags", |row| Cell::list(&row.reuse.tags)),
        ("datasets", |row| row.datasets()),
        ("metric.datasets", |row| Cell::Count(row.context.datasets_of(&row.reuse.datasets).count() as u64)),
        ("metric.discussions", |_| Cell::Blank),
        ("metric.followers", |_| Cell::Blank),
        ("metric.views", |_| Cell::Blank),
        ("uri", |row| Cell::text(&row.context.iri(Kind::Reuse, row.reuse.header.identity.uuid))),
        ("languages", |row| Cell::codes(&row.reuse.languages, |language| language.code)),
        ("dataservices", |row| row.services()),
        ("extras", |row| Cell::json(&row.reuse.extras)),
    ]
}

impl Row<'_> {
    fn title(&self) -> String {
        crate::export::context::or(self.context.title(&self.reuse.title), self.reuse.header.slug.as_str())
    }

    fn datasets(&self) -> Cell {
        let datasets = self.context.datasets_of(&self.reuse.datasets);
        Cell::list(datasets.map(|(_, dataset)| dataset.header.identity.uuid.to_string()))
    }

    fn services(&self) -> Cell {
        let services = self.reuse.services.iter().filter_map(|slug| self.context.site.catalog.service(slug));
        Cell::list(services.filter(|one| !one.private).map(|one| one.header.identity.uuid.to_string()))
    }
}
