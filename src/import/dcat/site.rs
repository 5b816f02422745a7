//! The settings of the new catalogue, from `dcat:Catalog` where there is one.

use uuid::Uuid;

use super::graph::{Graph, Term};
use super::snapshots::Snapshot;
use super::{Catalog, snapshots, uuid_of};
use crate::import::{Source, identity};
use crate::model::Kind;
use crate::vocab::Language;

/// What a graph says of its catalogue.
pub(super) struct Site {
    pub(super) id: Uuid,
    /// The first language of the catalogue; empty when it does not say.
    pub(super) language: String,
    languages: Vec<String>,
    titles: Vec<(String, String)>,
    descriptions: Vec<(String, String)>,
    homepage: Option<String>,
    publisher: Option<String>,
    snapshots: Vec<Snapshot>,
}

impl Site {
    /// Reads the first catalogue of the graph.
    pub(super) fn read(graph: &Graph, source: &Source) -> Self {
        let catalog = graph.of_class("dcat:Catalog").into_iter().next().unwrap_or("");
        let texts = |property: &str| -> Vec<(String, String)> {
            let terms = graph.take(catalog, property).into_iter();
            let literals = terms.filter_map(|term| match term {
                Term::Literal { value, language } => Some((language.clone(), value.clone())),
                Term::Node(_) => None,
            });
            literals.collect()
        };
        let codes = graph.take(catalog, "dct:language").into_iter();
        let languages: Vec<String> =
            codes.filter_map(|term| Language::find(term.as_str())).map(|language| language.code.to_owned()).collect();
        let node = |property: &str| graph.take_one(catalog, property).map(|term| term.as_str().to_owned());
        let key = if catalog.is_empty() { source.name.as_str() } else { catalog };
        Self {
            id: uuid_of(catalog).unwrap_or_else(|| identity::catalog("dcat", key)),
            language: languages.first().cloned().unwrap_or_default(),
            titles: texts("dct:title"),
            descriptions: texts("dct:description"),
            homepage: node("foaf:homepage"),
            publisher: node("dct:publisher"),
            snapshots: snapshots::read(graph, catalog),
            languages,
        }
    }

    /// The text of `site.toml`.
    pub(super) fn toml(&self, catalog: &Catalog<'_>) -> String {
        let mut out = String::from("# Settings of the catalogue. Made by `etal import dcat`.\n\n");
        out.push_str(&format!("# Never changes.\nid = \"{}\"\n", self.id));
        let none = [(String::new(), String::from("Catalogue"))];
        let titles = if self.titles.is_empty() { &none[..] } else { &self.titles };
        out.push_str(&format!("title = {}\n", text(titles)));
        if !self.descriptions.is_empty() {
            out.push_str(&format!("description = {}\n", text(&self.descriptions)));
        }
        // The pages are in French and English.
        let mut languages: Vec<&str> = self.languages.iter().map(String::as_str).collect();
        languages.retain(|code| matches!(*code, "en" | "fr"));
        languages.dedup();
        if languages.is_empty() {
            languages.push("en");
        }
        out.push_str(&format!("languages = {}\n", toml::Value::from(languages)));
        if let Some((Kind::Organization, slug)) = self.publisher.as_deref().and_then(|iri| catalog.agent(iri)) {
            out.push_str(&format!("publisher = {}\n", quoted(slug.as_str())));
        }
        out.push_str("\n# The public address of the new site, for canonical links and exports.\n");
        let address = self.homepage.as_deref().unwrap_or("https://data.example.org/");
        out.push_str(&format!("# base_url = {}\n", quoted(address)));
        self.snapshots.iter().for_each(|snapshot| out.push_str(&snapshot.toml()));
        out
    }
}

pub(super) fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

/// A text as one string, or one for each language.
fn text(texts: &[(String, String)]) -> String {
    if let [(_, text)] = texts {
        return quoted(text);
    }
    let mut table = toml::Table::new();
    for (language, text) in texts {
        let language = if language.is_empty() { "en" } else { language };
        table.entry(language).or_insert_with(|| toml::Value::from(text.as_str()));
    }
    toml::Value::Table(table).to_string()
}
