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
    /// Whether one of them has more or fewer values than the header has names.
    pub ragged: bool,
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
    /// How they are written.
    pub form: ColumnForm,
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

/// How the values of a column are written, where their type leaves a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnForm {
    /// As programs expect: `2024-05-31`, a decimal point, `true` or `vrai` in the usual letters.
    Plain,
    /// Numbers with a decimal comma.
    Comma,
    /// Dates or times by one of [`TIME_PATTERNS`].
    Time(&'static str),
    /// In several ways, or in one that has no name here: with blanks around, for one.
    Mixed,
}

/// Patterns of dates and times, as C's `strptime` has them. The first is French days; then days of ISO 8601 with a time,
/// by separator (`T`, blank), precision (minutes, seconds, fractions) and zone (none, `Z`, offset); then French days
/// with a time, by separator and precision.
pub const TIME_PATTERNS: [&str; 23] = [
    "%d/%m/%Y",
    "%Y-%m-%dT%H:%M",
    "%Y-%m-%dT%H:%MZ",
    "%Y-%m-%dT%H:%M%z",
    "%Y-%m-%dT%H:%M:%S",
    "%Y-%m-%dT%H:%M:%SZ",
    "%Y-%m-%dT%H:%M:%S%z",
    "%Y-%m-%dT%H:%M:%S.%f",
    "%Y-%m-%dT%H:%M:%S.%fZ",
    "%Y-%m-%dT%H:%M:%S.%f%z",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%d %H:%MZ",
    "%Y-%m-%d %H:%M%z",
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%d %H:%M:%SZ",
    "%Y-%m-%d %H:%M:%S%z",
    "%Y-%m-%d %H:%M:%S.%f",
    "%Y-%m-%d %H:%M:%S.%fZ",
    "%Y-%m-%d %H:%M:%S.%f%z",
    "%d/%m/%YT%H:%M",
    "%d/%m/%YT%H:%M:%S",
    "%d/%m/%Y %H:%M",
    "%d/%m/%Y %H:%M:%S",
];

impl ColumnForm {
    /// Its name in code: the pattern of a time.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Comma => "comma",
            Self::Mixed => "mixed",
            Self::Time(pattern) => pattern,
        }
    }

    /// The form of a name.
    pub fn of_name(name: &str) -> Option<Self> {
        let known = [Self::Plain, Self::Comma, Self::Mixed].into_iter().find(|form| form.name() == name);
        known.or_else(|| TIME_PATTERNS.into_iter().find(|pattern| *pattern == name).map(Self::Time))
    }
}
