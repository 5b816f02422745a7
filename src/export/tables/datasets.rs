//! `csv/datasets.csv`: a line for each dataset, archived and retired ones included.

use std::io::{self, Write};

use super::cell::Cell;
use super::{Column, id_of, name_of, table};
use crate::export::{Agent, Context};
use crate::model::{Dataset, DatasetIndex, Harvest, Kind};
use crate::score;
use crate::site::PageKey;

/// Characters of the short description when nobody wrote one, as data.gouv.fr has it.
const SHORT: usize = 200;

struct Row<'a> {
    context: &'a Context<'a>,
    index: DatasetIndex,
    dataset: &'a Dataset,
    publisher: Option<Agent<'a>>,
    /// Place of the profile that data.gouv.fr judges by.
    profile: usize,
}

pub(super) fn write(context: &Context<'_>, out: &mut dyn Write) -> io::Result<()> {
    let profile = score::find("data-gouv").map_or(0, |(place, _)| place);
    let rows = context.datasets().map(|(index, dataset)| Row {
        context,
        index,
        dataset,
        publisher: context.publisher(dataset),
        profile,
    });
    table(out, &columns(), rows)
}

/// The columns, those of data.gouv.fr first.
#[rustfmt::skip]
fn columns<'a>() -> Vec<Column<Row<'a>>> {
    vec![
        ("id", |row| Cell::text(&row.dataset.header.identity.uuid.to_string())),
        ("title", |row| Cell::text(&row.context.dataset_title(row.dataset))),
        ("slug", |row| Cell::text(row.dataset.slug())),
        ("acronym", |row| Cell::maybe(row.dataset.acronym.as_deref())),
        ("url", |row| Cell::maybe(row.context.page(&PageKey::Dataset(row.index)))),
        ("organization", |row| name_of(row.context, row.publisher, Kind::Organization)),
        ("organization_id", |row| id_of(row.context, row.publisher, Kind::Organization)),
        ("owner", |row| name_of(row.context, row.publisher, Kind::Person)),
        ("owner_id", |row| id_of(row.context, row.publisher, Kind::Person)),
        ("description", |row| Cell::text(&row.context.markdown(&row.dataset.description))),
        ("description_short", |row| row.short()),
        ("frequency", |row| Cell::codes(&row.dataset.frequency, |frequency| frequency.id)),
        ("license", |row| Cell::maybe(row.context.license_name(row.dataset.license.as_ref()))),
        ("temporal_coverage.start", |row| Cell::date(row.dataset.temporal.start)),
        ("temporal_coverage.end", |row| Cell::date(row.dataset.temporal.end)),
        ("spatial.granularity", |row| Cell::codes(&row.dataset.spatial.granularity, |level| level.id)),
        ("spatial.zones", |row| Cell::list(row.dataset.spatial.zones.iter().map(|zone| row.context.zone_name(zone)))),
        ("spatial.geom", |row| row.dataset.spatial.geometry.as_ref().map_or(Cell::Blank, Cell::json)),
        ("featured", |row| Cell::flag(row.dataset.featured)),
        ("created_at", |row| Cell::date(row.dataset.first_published())),
        ("last_modified", |row| Cell::date(row.dataset.header.dates.modified.or_else(|| row.dataset.last_update()))),
        ("badges", |row| Cell::codes(&row.dataset.badges, |badge| badge.id)),
        ("tags", |row| Cell::list(row.dataset.tagged().map(|(tag, _)| tag))),
        ("archived", |row| row.ended()),
        ("resources_count", |row| Cell::Count(row.dataset.resources.len() as u64)),
        ("main_resources_count", |row| Cell::Count(row.main_resources())),
        ("resources_formats", |row| row.formats()),
        ("harvest.backend", |_| Cell::Blank),
        ("harvest.domain", |row| row.harvested(|harvest| Cell::maybe(harvest.source.as_deref()))),
        ("harvest.remote_id", |row| row.harvested(|harvest| Cell::maybe(harvest.remote_id.as_deref()))),
        ("harvest.remote_url", |row| row.harvested(|harvest| Cell::maybe(harvest.remote_url.as_deref()))),
        ("harvest.uri", |row| row.harvested(|harvest| Cell::maybe(harvest.uri.as_deref()))),
        ("harvest.created_at", |row| row.harvested(|harvest| Cell::date(harvest.created))),
        ("harvest.issued_at", |row| row.harvested(|harvest| Cell::date(harvest.issued))),
        ("harvest.modified_at", |row| row.harvested(|harvest| Cell::date(harvest.modified))),
        ("harvest.last_update", |row| row.harvested(|harvest| Cell::date(harvest.last_update))),
        ("harvest.dct_identifier", |_| Cell::Blank),
        ("quality_score", |row| row.quality()),
        ("metric.discussions", |_| Cell::Blank),
        ("metric.discussions_open", |_| Cell::Blank),
        ("metric.reuses", |row| Cell::Count(row.reuses())),
        ("metric.reuses_by_months", |_| Cell::Blank),
        ("metric.dataservices", |row| Cell::Count(row.context.services(row.index).count() as u64)),
        ("metric.followers", |_| Cell::Blank),
        ("metric.followers_by_months", |_| Cell::Blank),
        ("metric.views", |_| Cell::Blank),
        ("metric.resources_downloads", |_| Cell::Blank),
        ("uri", |row| Cell::text(&row.context.iri(Kind::Dataset, row.dataset.header.identity.uuid))),
        ("license_id", |row| Cell::codes(&row.dataset.license, |license| license.id)),
        ("themes", |row| Cell::codes(&row.dataset.themes, |theme| theme.code)),
        ("languages", |row| Cell::codes(&row.dataset.languages, |language| language.code)),
        ("hvd_category", |row| Cell::codes(&row.dataset.hvd_category, |category| category.id)),
        ("spatial.zone_ids", |row| Cell::list(row.dataset.spatial.zones.iter().map(|zone| zone.id.as_str()).filter(|id| !id.is_empty()))),
        ("spatial.bbox", |row| row.dataset.spatial.bbox.as_ref().map_or(Cell::Blank, Cell::list)),
        ("data_modified", |row| Cell::date(row.dataset.data_modified())),
        ("data_created", |row| Cell::date(row.dataset.created)),
        ("version", |row| Cell::maybe(row.dataset.version.as_deref())),
        ("series", |row| Cell::maybe(row.context.series(row.dataset).map(|(title, _)| title))),
        ("provenance", |row| Cell::text(&row.context.markdown(&row.dataset.provenance))),
        ("schema_name", |row| Cell::maybe(row.dataset.schema.as_ref().and_then(|schema| schema.name.as_deref()))),
        ("schema_version", |row| Cell::maybe(row.dataset.schema.as_ref().and_then(|schema| schema.version.as_deref()))),
        ("schema_url", |row| Cell::maybe(row.dataset.schema.as_ref().and_then(|schema| schema.url.as_deref()))),
        ("identifiers", |row| Cell::list(row.dataset.identifiers.iter().map(|one| one.value.as_str()))),
        ("links", |row| Cell::list(row.dataset.links.iter().map(|link| link.url.as_str()))),
        ("creators", |row| Cell::list(row.context.makers(row.dataset).map(|maker| maker.name))),
        ("contact_points", |row| row.contacts()),
        ("access_type", |row| Cell::codes(&row.dataset.access.kind, |kind| kind.id)),
        ("access_audiences", |row| row.audiences()),
        ("access_reason_category", |row| Cell::codes(&row.dataset.access.reason_category, |reason| reason.id)),
        ("access_reason", |row| Cell::text(&row.context.markdown(&row.dataset.access.reason))),
        ("access_url", |row| Cell::maybe(row.dataset.access.url.as_deref())),
        ("archived_reason", |row| row.dataset.archived.as_ref().map_or(Cell::Blank, |one| Cell::text(&row.context.markdown(&one.reason)))),
        ("retired", |row| Cell::since(row.dataset.retired.as_ref().map(|retired| retired.date))),
        ("retired_reason", |row| row.dataset.retired.as_ref().map_or(Cell::Blank, |one| Cell::text(&row.context.markdown(&one.reason)))),
        ("replaced_by", |row| row.successor()),
        ("redirects", |row| Cell::list(&row.dataset.redirects)),
        ("extras", |row| Cell::json(&row.dataset.extras)),
    ]
}

impl Row<'_> {
    fn short(&self) -> Cell {
        let summary = self.context.title(&self.dataset.summary);
        let short = if summary.is_empty() { self.context.plain(&self.dataset.description, SHORT) } else { summary };
        Cell::text(&short)
    }

    /// Since when nobody keeps it up; data.gouv.fr knows archived datasets only.
    fn ended(&self) -> Cell {
        let archived = self.dataset.archived.as_ref().map(|archived| archived.date);
        Cell::since(archived.or_else(|| self.dataset.retired.as_ref().map(|retired| retired.date)))
    }

    fn main_resources(&self) -> u64 {
        self.dataset.resources.iter().filter(|resource| resource.type_id() == "main").count() as u64
    }

    fn formats(&self) -> Cell {
        let mut ids: Vec<&str> = Vec::new();
        for resource in &self.dataset.resources {
            let known = resource.format_among(&self.dataset.files).map(|format| format.id);
            let id = known.or_else(|| Some(resource.format.as_ref()?.raw.as_str()));
            ids.extend(id.filter(|id| !ids.contains(id)));
        }
        Cell::list(ids)
    }

    fn harvested(&self, value: impl Fn(&Harvest) -> Cell) -> Cell {
        self.dataset.harvest.as_deref().map_or(Cell::Blank, value)
    }

    fn quality(&self) -> Cell {
        let score = self.context.site.scores.get(self.index).and_then(|scores| scores.get(self.profile));
        score.and_then(score::Score::ratio).map_or(Cell::Blank, Cell::Share)
    }

    fn reuses(&self) -> u64 {
        self.context.reuses(self.index).count() as u64
    }

    fn contacts(&self) -> Cell {
        Cell::list(self.dataset.contact_points.iter().map(|contact| {
            let name = self.context.title(&contact.name);
            let place = contact.email.as_deref().or(contact.url.as_deref());
            place.map_or(name.clone(), |place| format!("{name} <{place}>").trim_start().to_owned())
        }))
    }

    fn audiences(&self) -> Cell {
        Cell::list(self.dataset.access.audiences.iter().map(|audience| {
            let role = audience.role.known.map_or(audience.role.raw.as_str(), |role| role.id);
            match &audience.condition {
                Some(condition) => format!("{role}={}", condition.known.map_or(condition.raw.as_str(), |one| one.id)),
                None => role.to_owned(),
            }
        }))
    }

    fn successor(&self) -> Cell {
        let index = self.context.successor(self.dataset);
        Cell::maybe(index.map(|index| self.context.site.catalog.datasets[index].header.identity.uuid.to_string()))
    }
}
