//! DCAT-AP in RDF/XML: what harvesters take when nothing else is said.

use std::io::{self, Write};

use super::dcat::{self, Syntax};
use super::rdf::Xml;
use super::{Context, Entry, Exporter};
use crate::vocab::Label;

pub(super) static EXPORTER: Exporter = Exporter {
    id: "rdf-xml",
    title: Label::same("DCAT-AP (RDF/XML)"),
    about: Label::new(
        "The same in XML, which every harvester reads, CKAN’s among them.",
        "La même chose en XML, que lit tout moissonneur, dont celui de CKAN.",
    ),
    without_address: true,
    files,
    write,
};

const SYNTAX: Syntax = Syntax { extension: "rdf", media_type: "application/rdf+xml", parts: false, datasets: false };

fn files(context: &Context<'_>) -> Vec<Entry> {
    dcat::files(context, &SYNTAX)
}

fn write(context: &Context<'_>, entry: &Entry, out: &mut dyn Write) -> io::Result<()> {
    dcat::write(context, entry, Xml::default(), &SYNTAX, out)
}
