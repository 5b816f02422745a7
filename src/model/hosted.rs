//! Files kept beside a dataset's descriptor: what a look at them found.

use crate::vocab;

/// A file of a dataset's folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostedFile {
    /// Path below the dataset's folder, `/` between names, in Unicode NFC.
    pub path: String,
    /// Size in bytes.
    pub size: u64,
    /// SHA-256 in lower-case hexadecimal digits.
    pub sha256: String,
    /// Format by content where that is certain, else by name.
    pub format: Option<&'static vocab::Format>,
    /// Format that the content shows, when it shows one.
    pub sniffed: Option<&'static vocab::Format>,
    /// Whether a browser would run it as a page of the site.
    pub executes: bool,
    /// What a CSV or TSV holds, read from at most its first MB.
    pub table: Option<Table>,
}

/// The shape of a CSV or TSV file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// `,`, `;`, tab or `|`.
    pub delimiter: char,
    /// Name of the character encoding, as WHATWG has it.
    pub encoding: &'static str,
    /// Columns in their order.
    pub columns: Vec<Column>,
    /// Rows below the header that were read.
    pub rows_read: u64,
    /// Whether the whole file was read.
    pub complete: bool,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name in the header.
    pub name: String,
    /// What its values are.
    pub kind: ColumnType,
}

/// What the values of a column are. An empty value is of every type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ColumnType {
    /// No value at all.
    Empty,
    /// Whole numbers.
    Integer,
    /// Numbers, with a decimal point or comma.
    Number,
    /// `true` and `false`, in English or French.
    Boolean,
    /// Dates, ISO 8601 or French.
    Date,
    /// Dates with a time.
    DateTime,
    /// Anything else.
    Text,
}

impl ColumnType {
    /// Its name in code and JSON, as Table Schema has it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Empty => "any",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Date => "date",
            Self::DateTime => "datetime",
            Self::Text => "string",
        }
    }
}
