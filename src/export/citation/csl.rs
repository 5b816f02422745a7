//! CSL JSON: what citation processors and reference managers take.
//!
//! Schema: <https://resource.citationstyles.org/schema/v1.0/input/json/csl-data.json>.

use std::io::{self, Write};

use serde::Serialize;

use super::{Author, Citation};
use crate::export::json::pretty;
use crate::export::{Context, Entry, Exporter, Scope};
use crate::vocab::Label;

pub(in crate::export) static EXPORTER: Exporter = Exporter {
    id: "csl-json",
    title: Label::same("CSL JSON"),
    about: Label::new(
        "The citation of each dataset, for citation processors and reference managers.",
        "La citation de chaque jeu de données, pour les processeurs de citations et les logiciels de références.",
    ),
    without_address: true,
    files,
    write,
};

fn files(context: &Context<'_>) -> Vec<Entry> {
    let entry = |index, slug: &str| Entry {
        path: format!("datasets/{slug}/citation.json"),
        media_type: "application/vnd.citationstyles.csl+json",
        scope: Scope::Dataset(index),
        part: 0,
    };
    context.datasets().map(|(index, dataset)| entry(index, dataset.slug())).collect()
}

#[derive(Serialize)]
struct Item<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    id: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Name<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Issued>,
    title: &'a str,
    publisher: &'a str,
    #[serde(rename = "DOI", skip_serializing_if = "Option::is_none")]
    doi: Option<&'a str>,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    license: Option<&'a str>,
    language: &'a str,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Name<'a> {
    Parted { family: &'a str, given: &'a str },
    Whole { literal: &'a str },
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Issued {
    date_parts: [Vec<i16>; 1],
}

fn write(context: &Context<'_>, entry: &Entry, out: &mut dyn Write) -> io::Result<()> {
    let Scope::Dataset(index) = entry.scope else { return Ok(()) };
    let language = context.language();
    pretty(out, &[context.citation(index, language).csl(language)])
}

impl Citation {
    /// The citation as a CSL JSON document. `language` is that of a title that does not say its own.
    pub fn csl_json(&self, language: &str) -> String {
        serde_json::to_string(&[self.csl(language)]).unwrap_or_default()
    }

    fn csl<'a>(&'a self, language: &'a str) -> Item<'a> {
        let issued = self.issued.map(|date| {
            let parts = [Some(date.year()), date.month().map(i16::from), date.day().map(i16::from)];
            Issued { date_parts: [parts.into_iter().flatten().collect()] }
        });
        Item {
            kind: "dataset",
            id: &self.key,
            author: self.authors.iter().map(name).collect(),
            issued,
            title: &self.title,
            publisher: self.publisher_or_catalog(),
            doi: self.doi.as_deref(),
            url: self.page.clone().or_else(|| self.address()),
            version: self.version.as_deref(),
            license: self.license,
            language: self.language.as_deref().unwrap_or(language),
        }
    }
}

fn name(author: &Author) -> Name<'_> {
    match author.given_and_family() {
        Some((given, family)) => Name::Parted { family, given },
        None => Name::Whole { literal: &author.name },
    }
}
