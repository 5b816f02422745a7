//! `csv/organizations.csv`: a line for each producer that has a page, described or only named.

use std::io::{self, Write};

use super::cell::Cell;
use super::{Column, table};
use crate::export::context::words::line;
use crate::export::{Agent, Context};
use crate::model::{Kind, Organization};
use crate::site::{FacetKind, FacetValue, PageKey};

struct Row<'a> {
    context: &'a Context<'a>,
    place: usize,
    value: &'a FacetValue,
    agent: Agent<'a>,
}

pub(super) fn write(context: &Context<'_>, out: &mut dyn Write) -> io::Result<()> {
    let values = context.site.facet(FacetKind::Organization).values.iter().enumerate();
    let rows = values.map(|(place, value)| Row { context, place, value, agent: context.organization(&value.id) });
    table(out, &columns(), rows)
}

/// The columns, those of data.gouv.fr first.
#[rustfmt::skip]
fn columns<'a>() -> Vec<Column<Row<'a>>> {
    vec![
        ("id", |row| Cell::text(&row.context.agent_uuid(row.agent).to_string())),
        ("name", |row| Cell::text(&line(row.agent.name(row.context.language())))),
        ("slug", |row| Cell::text(row.agent.slug())),
        ("acronym", |row| row.said(|one| Cell::maybe(one.acronym.as_deref()))),
        ("url", |row| Cell::maybe(row.context.page(&PageKey::Facet(FacetKind::Organization, row.place, 1)))),
        ("description", |row| row.said(|one| Cell::text(&row.context.markdown(&one.description)))),
        ("logo", |row| row.said(|one| Cell::maybe(one.logo.as_deref().and_then(|path| row.context.static_address(path))))),
        ("badges", |row| row.said(badges)),
        ("created_at", |row| row.said(|one| Cell::date(one.header.dates.created))),
        ("last_modified", |row| row.said(|one| Cell::date(one.header.dates.modified))),
        ("business_number_id", |row| row.said(|one| Cell::maybe(one.siret.as_deref()))),
        ("members_count", |row| row.said(|one| Cell::Count(one.members.len() as u64))),
        ("metric.datasets", |row| Cell::Count(row.value.datasets.len() as u64)),
        ("metric.reuses", |row| Cell::Count(row.reuses())),
        ("metric.dataservices", |row| Cell::Count(row.services())),
        ("metric.followers", |_| Cell::Blank),
        ("metric.views", |_| Cell::Blank),
        ("metric.resources_downloads", |_| Cell::Blank),
        ("uri", |row| Cell::text(&row.context.iri(Kind::Organization, row.context.agent_uuid(row.agent)))),
        ("website", |row| Cell::maybe(row.agent.url())),
        ("email", |row| Cell::maybe(row.agent.email())),
        ("zone", |row| row.said(|one| Cell::maybe(one.zone.as_deref()))),
        ("extras", |row| row.said(|one| Cell::json(&one.extras))),
    ]
}

impl Row<'_> {
    fn said(&self, value: impl Fn(&Organization) -> Cell) -> Cell {
        match self.agent {
            Agent::Organization(one) => value(one),
            Agent::Named(_) | Agent::Person(_) => Cell::Blank,
        }
    }

    /// Reuses that it made.
    fn reuses(&self) -> u64 {
        let reuses = self.context.site.catalog.reuses.iter().filter(|reuse| !reuse.private);
        reuses.filter(|reuse| reuse.organization.as_deref() == Some(self.agent.slug())).count() as u64
    }

    fn services(&self) -> u64 {
        let services = self.context.site.catalog.services.iter().filter(|service| !service.private);
        services.filter(|service| service.organization.as_deref() == Some(self.agent.slug())).count() as u64
    }
}

/// What sort of organisation it is, then its labels; each once.
fn badges(organization: &Organization) -> Cell {
    let kind = organization.kind.as_ref().map(|kind| kind.known.map_or(kind.raw.as_str(), |kind| kind.id));
    let mut all: Vec<&str> = kind.into_iter().collect();
    for badge in &organization.badges {
        if !all.contains(&badge.as_str()) {
            all.push(badge);
        }
    }
    Cell::list(all)
}
