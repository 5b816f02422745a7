//! `data.json`: the metadata schema 1.1 of Project Open Data, as publishers that are no federal agency write it.
//!
//! Schema: <https://project-open-data.cio.gov/v1.1/schema/>, without `bureauCode` and `programCode`.

mod dataset;
mod distribution;

use std::io::{self, Write};

use serde::Serialize;

use super::{Context, Entry, Exporter, Scope, json};
use crate::vocab::Label;

const PATH: &str = "data.json";

pub(super) static EXPORTER: Exporter = Exporter {
    id: "data-json",
    title: Label::same("data.json"),
    about: Label::new(
        "Project Open Data 1.1: what data.gov, CKAN and ArcGIS Hub harvest.",
        "Project Open Data 1.1 : ce que moissonnent data.gov, CKAN et ArcGIS Hub.",
    ),
    without_address: false,
    files,
    write,
};

#[derive(Serialize)]
struct Head {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "conformsTo")]
    conforms_to: &'static str,
    #[serde(rename = "describedBy")]
    described_by: &'static str,
}

fn files(_: &Context<'_>) -> Vec<Entry> {
    vec![Entry { path: PATH.to_owned(), media_type: "application/json", scope: Scope::Catalog, part: 0 }]
}

fn write(context: &Context<'_>, _: &Entry, out: &mut dyn Write) -> io::Result<()> {
    let head = Head {
        context: "https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld",
        id: context.address(PATH),
        kind: "dcat:Catalog",
        conforms_to: "https://project-open-data.cio.gov/v1.1/schema",
        described_by: "https://project-open-data.cio.gov/v1.1/schema/catalog.json",
    };
    let datasets = context.listed().map(|(index, dataset)| dataset::of(context, index, dataset));
    json::with_list(out, &head, "dataset", datasets)
}
