//! `csv/tags.csv`: a line for each keyword, with how many listed datasets and reuses have it.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::cell::Cell;
use super::{Column, table};
use crate::export::Context;
use crate::site::{FacetKind, tag_of};

struct Row<'a> {
    slug: &'a str,
    /// As most datasets spell it.
    label: &'a str,
    datasets: u64,
    reuses: u64,
}

pub(super) fn write(context: &Context<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut reused: BTreeMap<String, (&str, u64)> = BTreeMap::new();
    for reuse in context.site.catalog.reuses.iter().filter(|reuse| !reuse.private && !reuse.archived) {
        let mut seen = Vec::new();
        for (label, tag) in reuse.tags.iter().filter_map(|label| Some((label, tag_of(label)?))) {
            if !seen.contains(&tag.slug) {
                reused.entry(tag.slug.to_string()).or_insert((label, 0)).1 += 1;
                seen.push(tag.slug);
            }
        }
    }
    let mut rows: BTreeMap<&str, Row<'_>> = BTreeMap::new();
    for value in &context.site.facet(FacetKind::Tag).values {
        let row = Row { slug: &value.slug, label: &value.id, datasets: value.datasets.len() as u64, reuses: 0 };
        rows.insert(&value.slug, row);
    }
    for (slug, (label, count)) in &reused {
        rows.entry(slug).or_insert(Row { slug, label, datasets: 0, reuses: 0 }).reuses = *count;
    }
    table(out, &columns(), rows.into_values())
}

/// The columns, those of data.gouv.fr first.
#[rustfmt::skip]
fn columns<'a>() -> Vec<Column<Row<'a>>> {
    vec![
        ("name", |row| Cell::text(row.slug)),
        ("datasets", |row| Cell::Count(row.datasets)),
        ("reuses", |row| Cell::Count(row.reuses)),
        ("total", |row| Cell::Count(row.datasets + row.reuses)),
        ("label", |row| Cell::text(row.label)),
    ]
}
