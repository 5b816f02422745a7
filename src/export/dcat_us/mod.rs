//! `dcat-us.json`: DCAT-US 3.0, the profile that follows Project Open Data.
//!
//! Schema and JSON-LD context: <https://github.com/DOI-DO/dcat-us>. Where the schema takes one text for `keyword`, the
//! keywords are joined there, and each stands on its own in `keywordMap`.

mod dataset;
mod distribution;
mod parts;
mod service;

use std::io::{self, Write};

use serde::Serialize;

use self::parts::{Agent, Kind};
use self::service::Service;
use super::context::{NO_EMAIL, or};
use super::{Context, Entry, Exporter, Scope, json};
use crate::model;
use crate::site::PageKey;
use crate::text::email::mailto;
use crate::vocab::Label;

const PATH: &str = "dcat-us.json";

/// Characters of the catalogue's description.
const MAX_DESCRIPTION: usize = 5000;

pub(super) static EXPORTER: Exporter = Exporter {
    id: "dcat-us",
    title: Label::same("DCAT-US 3"),
    about: Label::new(
        "DCAT-US 3.0 in JSON: what follows data.json on data.gov.",
        "DCAT-US 3.0 en JSON : la suite de data.json sur data.gov.",
    ),
    without_address: false,
    files,
    write,
};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Head {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@id")]
    id: String,
    #[serde(rename = "@type")]
    kind: &'static str,
    title: String,
    description: String,
    publisher: Agent,
    contact_point: Vec<Kind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    homepage: Option<String>,
    language: Vec<String>,
    theme_taxonomy: [&'static str; 1],
    modified: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    service: Vec<Service>,
}

fn files(_: &Context<'_>) -> Vec<Entry> {
    vec![Entry { path: PATH.to_owned(), media_type: "application/json", scope: Scope::Catalog, part: 0 }]
}

fn write(context: &Context<'_>, _: &Entry, out: &mut dyn Write) -> io::Result<()> {
    let datasets = context.listed().map(|(index, dataset)| dataset::of(context, index, dataset));
    json::with_list(out, &head(context), "dataset", datasets)
}

fn head(context: &Context<'_>) -> Head {
    let config = &context.site.config;
    let title = or(context.title(&config.title), "—");
    let publisher = context.site_publisher().map(|agent| Agent::of(context, agent));
    let email = config.email.as_deref().and_then(mailto).unwrap_or_else(|| NO_EMAIL.to_owned());
    let languages = config.languages.iter().filter_map(|code| crate::vocab::Language::find(code));
    Head {
        context: "https://raw.githubusercontent.com/DOI-DO/dcat-us/main/context/dcat-us-3.0.jsonld",
        id: context.iri(model::Kind::Site, context.site.catalog.id),
        kind: "dcat:Catalog",
        description: or(context.plain(&config.description, MAX_DESCRIPTION), &title),
        publisher: publisher.unwrap_or_else(|| Agent::named(context.site_name())),
        contact_point: vec![Kind::new(context.site_name(), email)],
        title,
        homepage: context.page(&PageKey::Home),
        language: languages.map(parts::language).collect(),
        theme_taxonomy: [parts::THEMES],
        modified: context.site.now.to_string(),
        service: service::all(context).collect(),
    }
}
