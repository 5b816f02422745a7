//! What a build took from outside the descriptors: the clock, the dates of git, the commit, the forge.
//!
//! A snapshot keeps it as `evidence.json`, so that years later, without git, the same site can be made again.

mod read;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

pub(crate) use read::moment;
pub use read::{EvidenceError, MAX_BYTES};

/// The file at the root of a catalogue, and in a snapshot.
pub const NAME: &str = "evidence.json";

/// Number of the form; it changes when a program that reads it would have to.
pub const FORMAT: u32 = 1;

/// What may be known of a history: nothing, of a clone without it, all.
pub const HISTORIES: [&str; 3] = ["none", "shallow", "full"];

/// The software of forges.
pub const FORGES: [&str; 3] = ["github", "gitlab", "forgejo"];

/// What a build took from outside the descriptors.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// [`FORMAT`].
    pub format: u32,
    /// The version of etal that wrote it.
    pub etal: String,
    /// The clock.
    pub now: Date,
    /// The commit, as pages show it.
    pub commit: Option<String>,
    /// What was known of the history: one of [`HISTORIES`].
    pub history: String,
    /// The public address that was given for the run instead of that of `site.toml`.
    pub base_url: Option<String>,
    /// Where the descriptors were kept.
    pub forge: Option<ForgeOf>,
    /// Whether drafts were kept.
    pub drafts: bool,
    /// Whether pages were minified.
    pub minified: bool,
    /// What was found of remote files, by address. Nothing measures it yet.
    pub availability: BTreeMap<String, Json>,
    /// The dates that git gave, by the path of the descriptor.
    pub dates: BTreeMap<String, Dated>,
}

/// A forge as `[forge]` of `site.toml` names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForgeOf {
    /// One of [`FORGES`].
    pub kind: String,
    /// Address of the repository.
    pub url: String,
    /// Branch that is published.
    pub branch: String,
    /// Folder of the catalogue in the repository; empty for its top.
    pub folder: String,
}

/// When a thing came and last changed, as long as its files are these.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dated {
    /// RFC 3339, in UTC.
    pub created: Option<String>,
    /// RFC 3339, in UTC.
    pub modified: Option<String>,
    /// SHA-256 of the lines `<sha256>  <path>` of its descriptor and its hosted files, sorted by path, each with its
    /// line end: what `sha256sum` prints of them, once more through `sha256sum`.
    pub files: String,
}

/// How pages are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pages {
    /// Without what browsers do not need.
    Minified,
    /// As the templates make them.
    Plain,
}

impl Evidence {
    /// As JSON, one value a line, with a line end after the last.
    pub fn to_json(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).expect("internal error: these values have a form in JSON");
        text.push('\n');
        text
    }
}
