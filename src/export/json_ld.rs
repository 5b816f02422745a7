//! DCAT-AP in JSON-LD: linked data that scripts read as JSON.

use std::io::{self, Write};

use super::dcat::{self, Syntax};
use super::rdf::JsonLd;
use super::{Context, Entry, Exporter};
use crate::vocab::Label;

pub(super) static EXPORTER: Exporter = Exporter {
    id: "json-ld",
    title: Label::same("DCAT-AP (JSON-LD)"),
    about: Label::new("The same in JSON, for programs.", "La même chose en JSON, pour les programmes."),
    without_address: true,
    files,
    write,
};

const SYNTAX: Syntax = Syntax { extension: "jsonld", media_type: "application/ld+json", parts: false, datasets: true };

fn files(context: &Context<'_>) -> Vec<Entry> {
    dcat::files(context, &SYNTAX)
}

fn write(context: &Context<'_>, entry: &Entry, out: &mut dyn Write) -> io::Result<()> {
    dcat::write(context, entry, JsonLd::default(), &SYNTAX, out)
}
