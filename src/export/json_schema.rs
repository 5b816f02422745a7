//! JSON Schema of each kind of descriptor, so that the first line of a descriptor can lead its editor there.

use std::io::{self, Write};

use super::{Context, Entry, Exporter, Scope};
use crate::schema::{Document, path, text};
use crate::vocab::Label;

pub(super) static EXPORTER: Exporter = Exporter {
    id: "json-schema",
    title: Label::new("JSON Schema of descriptors", "Schémas JSON des fiches"),
    about: Label::new(
        "Lets editors complete and check descriptors while they are written.",
        "Permet aux éditeurs de compléter et de vérifier les fiches pendant qu’on les écrit.",
    ),
    without_address: true,
    files,
    write,
};

fn files(_: &Context<'_>) -> Vec<Entry> {
    let entry = |(part, document): (usize, &Document)| Entry {
        path: path(*document),
        media_type: "application/schema+json",
        scope: Scope::Catalog,
        part,
    };
    Document::ALL.iter().enumerate().map(entry).collect()
}

fn write(context: &Context<'_>, entry: &Entry, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(text(Document::ALL[entry.part], context.language()).as_bytes())
}
