//! The files of a dataset.

use super::{ActionView, PropertyView, TextView};
use serde::Serialize;

/// Files of one type, in the order of the descriptor.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ResourceGroupView {
    /// Type and number: `Données (4)`.
    pub title: String,
    /// The files.
    pub resources: Vec<ResourceView>,
}

/// A file: hosted with the catalogue, or elsewhere.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ResourceView {
    /// Id of its element, unique in the page.
    pub anchor: String,
    /// Its title.
    pub title: String,
    /// Language of title and description when it is not the page's.
    pub lang: Option<String>,
    /// Label of the format; absent when unknown.
    pub format: Option<String>,
    /// Size, lines and columns, date, host: what the closed line says after the format.
    pub line: Vec<String>,
    /// Shown open.
    pub open: bool,
    /// `ok`, `fail`, `unknown`: whether the file is there.
    pub state: &'static str,
    /// Name of a symbol of `parts/icons.html`, without `i-`.
    pub state_icon: &'static str,
    /// The same in words: `Disponible`.
    pub state_label: String,
    /// Download or visit; absent when there is nothing to open.
    pub action: Option<ActionView>,
    /// What it holds.
    pub description: TextView,
    /// The columns that were read from the file.
    pub columns: Option<ColumnsView>,
    /// Path, address, MIME type, checksum, encoding, dates, schema, licence.
    pub properties: Vec<PropertyView>,
}

/// The columns of a table file.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ColumnsView {
    /// The columns, at most fifty.
    pub columns: Vec<ColumnView>,
    /// How many more there are, in words; empty when all are listed.
    pub more: String,
}

/// A column of a table file.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ColumnView {
    /// Its header, as written in the file.
    pub name: String,
    /// The type found in its values, in words.
    pub kind: String,
}
