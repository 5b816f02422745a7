//! Words of a language: names of facets and of their values, and the messages of the search page.

use serde_json::{Map, Value, json};

use super::facets::Facet;
use crate::render::Renderer;

/// The labels for readers of the language at that place of the settings.
pub(crate) fn labels(renderer: &Renderer<'_>, facets: &[Facet], language: usize) -> Value {
    let mut names = Map::new();
    let mut values = Map::new();
    for facet in facets {
        names.insert(facet.name.to_owned(), json!(renderer.message(language, facet.message)));
        // A year is its own name, an organisation's stands in the column.
        if !facet.own_names && facet.values != facet.labels[language] {
            let pairs = facet.values.iter().cloned().zip(facet.labels[language].iter().map(|label| json!(label)));
            values.insert(facet.name.to_owned(), Value::Object(pairs.collect()));
        }
    }
    names.insert(String::from("tag"), json!(renderer.message(language, "facet.tags")));
    let section = |section| -> Map<String, Value> {
        renderer.messages_of(language, section).map(|(key, text)| (key.to_owned(), json!(text))).collect()
    };
    json!({ "facets": names, "values": values, "texts": section("search"), "format": section("format") })
}
