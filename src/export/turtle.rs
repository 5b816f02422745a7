//! DCAT-AP in Turtle: what people read when they read RDF.

use std::io::{self, Write};

use super::dcat::{self, Syntax};
use super::rdf::Turtle;
use super::{Context, Entry, Exporter};
use crate::vocab::Label;

pub(super) static EXPORTER: Exporter = Exporter {
    id: "turtle",
    title: Label::same("DCAT-AP (Turtle)"),
    about: Label::new(
        "The catalogue as linked data, for data.europa.eu, data.gouv.fr and other portals that harvest.",
        "Le catalogue en données liées, pour data.europa.eu, data.gouv.fr et les autres portails qui moissonnent.",
    ),
    without_address: true,
    files,
    write,
};

const SYNTAX: Syntax = Syntax { extension: "ttl", media_type: "text/turtle", parts: true, datasets: true };

fn files(context: &Context<'_>) -> Vec<Entry> {
    dcat::files(context, &SYNTAX)
}

fn write(context: &Context<'_>, entry: &Entry, out: &mut dyn Write) -> io::Result<()> {
    dcat::write(context, entry, Turtle::default(), &SYNTAX, out)
}
