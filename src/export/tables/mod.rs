//! CSV with the columns of data.gouv.fr, and a few more at the end: `;` between cells, UTF-8, texts in quotation marks.
//!
//! Columns: those of data.gouv.fr's `/api/1/site/{datasets,resources,organizations,reuses,tags}.csv`.

mod cell;
mod datasets;
mod organizations;
mod resources;
mod reuses;
mod tags;

use std::io::{self, Write};

use self::cell::{Cell, cells};
use super::context::words::line;
use super::{Agent, Context, Entry, Exporter, Scope};
use crate::model::Kind;
use crate::vocab::Label;

pub(super) static EXPORTER: Exporter = Exporter {
    id: "csv",
    title: Label::same("CSV"),
    about: Label::new(
        "Datasets, resources, organizations, reuses and tags as tables for spreadsheets, as data.gouv.fr has them.",
        "Jeux de données, ressources, organisations, réutilisations et mots-clés en tables, comme sur data.gouv.fr.",
    ),
    without_address: true,
    files,
    write,
};

/// The name of a publisher of that kind.
fn name_of(context: &Context<'_>, publisher: Option<Agent<'_>>, kind: Kind) -> Cell {
    let publisher = publisher.filter(|agent| agent.kind() == kind);
    Cell::maybe(publisher.map(|agent| line(agent.name(context.language()))))
}

/// The UUID of a publisher of that kind.
fn id_of(context: &Context<'_>, publisher: Option<Agent<'_>>, kind: Kind) -> Cell {
    let publisher = publisher.filter(|agent| agent.kind() == kind);
    Cell::maybe(publisher.map(|agent| context.agent_uuid(agent).to_string()))
}

/// A column: its name and its value in a row.
type Column<T> = (&'static str, fn(&T) -> Cell);

/// Writes a table.
type Writer = fn(&Context<'_>, &mut dyn Write) -> io::Result<()>;

/// The tables, by the part of their entry.
const TABLES: [(&str, Writer); 5] = [
    ("datasets", datasets::write),
    ("resources", resources::write),
    ("organizations", organizations::write),
    ("reuses", reuses::write),
    ("tags", tags::write),
];

fn files(_: &Context<'_>) -> Vec<Entry> {
    let entry = |(part, (name, _)): (usize, &(&str, _))| Entry {
        path: format!("csv/{name}.csv"),
        media_type: "text/csv",
        scope: if part == 0 { Scope::Catalog } else { Scope::Part },
        part,
    };
    TABLES.iter().enumerate().map(entry).collect()
}

fn write(context: &Context<'_>, entry: &Entry, out: &mut dyn Write) -> io::Result<()> {
    (TABLES[entry.part].1)(context, out)
}

/// Writes the names of the columns, then a line for each row.
fn table<T>(out: &mut dyn Write, columns: &[Column<T>], rows: impl Iterator<Item = T>) -> io::Result<()> {
    let mut line = Vec::new();
    cells(&mut line, columns.iter().map(|(name, _)| Cell::text(name)));
    out.write_all(&line)?;
    for row in rows {
        line.clear();
        cells(&mut line, columns.iter().map(|(_, value)| value(&row)));
        out.write_all(&line)?;
    }
    Ok(())
}
