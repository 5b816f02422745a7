//! The columns of a table as fields of a Table Schema.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::model::{Column, ColumnForm, ColumnType, Table};

/// A field.
#[derive(Serialize)]
pub(in crate::export) struct Field {
    pub(in crate::export) name: String,
    /// A type of Table Schema.
    #[serde(rename = "type")]
    pub(in crate::export) kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<&'static str>,
    #[serde(rename = "decimalChar", skip_serializing_if = "Option::is_none")]
    decimal: Option<&'static str>,
    #[serde(rename = "trueValues", skip_serializing_if = "Option::is_none")]
    trues: Option<[&'static str; 6]>,
    #[serde(rename = "falseValues", skip_serializing_if = "Option::is_none")]
    falses: Option<[&'static str; 6]>,
}

impl Field {
    /// Whether its values are written as programs expect without being told.
    pub(in crate::export) fn is_plain(&self) -> bool {
        self.format.is_none() && self.decimal.is_none()
    }

    /// Whether its values are times of ISO 8601.
    pub(in crate::export) fn is_iso(&self) -> bool {
        self.format.is_none_or(|pattern| pattern.starts_with("%Y-%m-%d"))
    }
}

const TRUES: [&str; 6] = ["true", "True", "TRUE", "vrai", "Vrai", "VRAI"];
const FALSES: [&str; 6] = ["false", "False", "FALSE", "faux", "Faux", "FAUX"];

/// The fields of a table; none when rows are of different lengths or when columns cannot be told by their names.
///
/// A type holds for every row: a table that was not read to its end promises texts only, and so does a column whose
/// values are written in several ways.
pub(in crate::export) fn fields(table: &Table) -> Option<Vec<Field>> {
    let mut names = BTreeSet::new();
    let is_told = table.columns.iter().all(|column| !column.name.is_empty() && names.insert(column.name.as_str()));
    (is_told && !table.ragged && !table.columns.is_empty())
        .then(|| table.columns.iter().map(|column| field(column, table.complete)).collect())
}

fn field(column: &Column, complete: bool) -> Field {
    let is_sure = complete && column.form != ColumnForm::Mixed;
    let kind = if is_sure { column.kind } else { ColumnType::Text };
    let is_boolean = kind == ColumnType::Boolean;
    Field {
        name: column.name.clone(),
        kind: kind.name(),
        format: match column.form {
            ColumnForm::Time(pattern) if is_sure => Some(pattern),
            _ => None,
        },
        decimal: (kind == ColumnType::Number && column.form == ColumnForm::Comma).then_some(","),
        trues: is_boolean.then_some(TRUES),
        falses: is_boolean.then_some(FALSES),
    }
}
