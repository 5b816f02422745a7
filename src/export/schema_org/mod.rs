//! schema.org for search engines: a JSON-LD document for the data block of a dataset's page and of the home page, in the
//! language of the page.
//!
//! Fields: those that Google reads of `Dataset`, `DataDownload` and `DataCatalog`
//! (<https://developers.google.com/search/docs/appearance/structured-data/dataset>), and what schema.org has beside them
//! for what a descriptor says. Nothing is guessed, and no address is relative: without a public address of the site, what
//! lies in it is left out.

mod agent;
mod catalog;
mod coverage;
mod dataset;
mod download;

use serde::Serialize;

pub use catalog::catalog;
pub use dataset::dataset;

const CONTEXT: &str = "https://schema.org";

/// A value with the scheme that it belongs to.
#[derive(Serialize)]
struct Property {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "propertyID")]
    property: String,
    value: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

impl Property {
    fn new(property: &str, value: &str, url: Option<String>) -> Self {
        Self { kind: "PropertyValue", property: property.to_owned(), value: value.to_owned(), url }
    }
}

/// A document as it may stand in a page: no markup begins in it.
fn block(document: &impl Serialize) -> String {
    serde_json::to_string(document).unwrap_or_default().replace('<', "\\u003c")
}

/// An address that a search engine follows: of the web, and no other.
fn web(address: &str) -> Option<String> {
    let found = crate::text::url::external(address)?;
    (found.starts_with("https://") || found.starts_with("http://")).then_some(found)
}
