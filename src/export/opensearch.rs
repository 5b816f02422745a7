//! OpenSearch description: how a browser adds the catalogue to its search engines.
//!
//! Format: OpenSearch 1.1 (draft 6): a short name has at most 16 characters, a description 1,024.

use std::io::{self, Write};

use super::xml::escaped;
use super::{Context, Entry, Exporter, Scope};
use crate::site::PageKey;
use crate::vocab::Label;

const MAX_NAME: usize = 16;
const MAX_DESCRIPTION: usize = 1024;
const MEDIA_TYPE: &str = "application/opensearchdescription+xml";

pub(super) static EXPORTER: Exporter = Exporter {
    id: "opensearch",
    title: Label::same("OpenSearch"),
    about: Label::new(
        "Lets browsers search the catalogue from their address bar.",
        "Permet aux navigateurs de chercher dans le catalogue depuis leur barre d’adresse.",
    ),
    without_address: false,
    files,
    write,
};

fn files(context: &Context<'_>) -> Vec<Entry> {
    let entry = Entry { path: String::from("opensearch.xml"), media_type: MEDIA_TYPE, scope: Scope::Catalog, part: 0 };
    if context.site.config.search { vec![entry] } else { Vec::new() }
}

fn write(context: &Context<'_>, _: &Entry, out: &mut dyn Write) -> io::Result<()> {
    let title = context.title(&context.site.config.title);
    let description = context.plain(&context.site.config.description, MAX_DESCRIPTION - 1);
    let description = if description.is_empty() { title.clone() } else { description };
    let name: String = title.chars().take(MAX_NAME).collect();
    let page = context.page(&PageKey::Search).unwrap_or_default();
    write!(
        out,
        r#"<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>{}</ShortName>
<Description>{}</Description>
<InputEncoding>UTF-8</InputEncoding>
<Url type="text/html" method="get" template="{}?q={{searchTerms}}"/>
</OpenSearchDescription>
"#,
        escaped(name.trim()),
        escaped(&description),
        escaped(&page),
    )
}
