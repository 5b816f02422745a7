//! What was seen in large files, so that they are read again only when they changed.

use std::collections::BTreeMap;
use std::fs::Metadata;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use encoding_rs::Encoding;
use serde::{Deserialize, Serialize};

use super::state;
use crate::model::{Column, ColumnForm, ColumnType, HostedFile, Table};
use crate::probe;
use crate::vocab::Format;

/// Smaller files are read again each time: that costs no more than a look-up.
pub(super) const LEAST_BYTES: u64 = 64 * 1024;

/// A clock of files may be this coarse, in nanoseconds: what changed so shortly before it was seen
/// may have changed again without a trace.
const COARSEST: u64 = 2_000_000_000;

const NAME: &str = "files.json";

/// Files as they were seen, by path below the root.
pub(super) type Entries = BTreeMap<String, Entry>;

/// What was seen by an earlier run.
#[derive(Debug, Default)]
pub(super) struct Seen {
    files: Entries,
    /// When it was written down; what changed after that is not believed.
    at: u64,
}

#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    version: String,
    files: Entries,
}

/// A file as it was seen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Entry {
    size: u64,
    changed: u64,
    sha256: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    format: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sniffed: Option<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    executes: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    table: Option<Shape>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Shape {
    delimiter: char,
    encoding: String,
    columns: Vec<(String, String, String)>,
    rows_read: u64,
    ragged: bool,
    complete: bool,
}

impl Seen {
    /// What earlier runs saw.
    pub(super) fn load(root: &Path) -> Self {
        let kept: Option<Kept> = state::load(root, NAME);
        let at = state::path(root, NAME).metadata().map_or(0, |metadata| changed(&metadata));
        match kept.filter(|kept| kept.version == version()) {
            Some(kept) => Self { files: kept.files, at },
            None => Self::default(),
        }
    }

    /// The file of this path when it is as it was then; `name` is its path below its own folder.
    pub(super) fn get(&self, path: &str, metadata: &Metadata, name: &str) -> Option<HostedFile> {
        let entry = self.files.get(path)?;
        let same = entry.size == metadata.len() && entry.changed == changed(metadata);
        if same && entry.changed + COARSEST < self.at { entry.hosted(name) } else { None }
    }

    /// Keeps what was seen in this run instead, if it is anything else.
    pub(super) fn save(&self, root: &Path, files: Entries) {
        let is_believed = files.values().all(|entry| entry.changed + COARSEST < self.at);
        if self.files != files || (!files.is_empty() && !is_believed) {
            state::save(root, NAME, &Kept { version: version(), files });
        }
    }
}

impl Entry {
    pub(super) fn new(metadata: &Metadata, file: &HostedFile) -> Self {
        let table = file.table.as_ref().map(|table| Shape {
            delimiter: table.delimiter,
            encoding: table.encoding.to_owned(),
            columns: table.columns.iter().map(kept).collect(),
            rows_read: table.rows_read,
            ragged: table.ragged,
            complete: table.complete,
        });
        Self {
            size: file.size,
            changed: changed(metadata),
            sha256: file.sha256.clone(),
            format: file.format.map(|format| format.id.to_owned()),
            sniffed: file.sniffed.map(|format| format.id.to_owned()),
            executes: file.executes,
            table,
        }
    }

    fn hosted(&self, name: &str) -> Option<HostedFile> {
        let format = |id: &Option<String>| id.as_deref().map_or(Some(None), |id| Format::get(id).map(Some));
        let table = self.table.as_ref().map_or(Some(None), |shape| shape.table().map(Some));
        Some(HostedFile {
            path: name.to_owned(),
            size: self.size,
            sha256: self.sha256.clone(),
            format: format(&self.format)?,
            sniffed: format(&self.sniffed)?,
            executes: self.executes,
            table: table?,
        })
    }
}

impl Shape {
    fn table(&self) -> Option<Table> {
        let encoding = Encoding::for_label(self.encoding.as_bytes())?.name();
        let columns = self.columns.iter().map(|(name, kind, form)| {
            Some(Column { name: name.clone(), kind: kind_of(kind)?, form: ColumnForm::of_name(form)? })
        });
        Some(Table {
            delimiter: self.delimiter,
            encoding,
            columns: columns.collect::<Option<_>>()?,
            rows_read: self.rows_read,
            ragged: self.ragged,
            complete: self.complete,
        })
    }
}

fn kept(column: &Column) -> (String, String, String) {
    (column.name.clone(), column.kind.name().to_owned(), column.form.name().to_owned())
}

fn kind_of(name: &str) -> Option<ColumnType> {
    use ColumnType::{Boolean, Date, DateTime, Empty, Integer, Number, Text};
    [Empty, Integer, Number, Boolean, Date, DateTime, Text].into_iter().find(|kind| kind.name() == name)
}

/// What another etal saw may mean something else.
fn version() -> String {
    format!("{} {}", env!("CARGO_PKG_VERSION"), probe::VERSION)
}

/// When a file last changed, in nanoseconds since 1970; 0 when the disk does not say.
fn changed(metadata: &Metadata) -> u64 {
    let since = |at: SystemTime| {
        at.duration_since(UNIX_EPOCH).map_or(0, |duration| u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX))
    };
    metadata.modified().map_or(0, since)
}
