//! `manifest.json`: every file of a snapshot, and what the snapshot is.

use std::collections::BTreeMap;
use std::io::{self, Write};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Number of the form; it changes when a program that reads it would have to.
pub const FORMAT: u32 = 1;

/// What a snapshot is and holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// What it is.
    #[serde(flatten)]
    pub heading: Heading,
    /// Every file but the manifest itself and those that are made from it, sorted by path.
    pub files: Vec<FileEntry>,
}

/// What a snapshot is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Heading {
    /// [`FORMAT`].
    pub format: u32,
    /// The version of etal that made it.
    pub etal: String,
    /// The folder at the top.
    pub folder: String,
    /// Title of the catalogue by language.
    pub title: BTreeMap<String, String>,
    /// The UUID of the catalogue.
    pub catalogue: String,
    /// Public address of the site.
    pub base_url: Option<String>,
    /// The clock of the build.
    pub now: Date,
    /// The full name of the commit; none without git.
    pub commit: Option<String>,
    /// Whether all that the catalogue is made from was as in the commit; none without git.
    pub clean: Option<bool>,
    /// Whether drafts are in it.
    pub drafts: bool,
    /// Whether it is a bag (RFC 8493).
    pub bag: bool,
    /// What the catalogue comes to.
    pub quality: Quality,
    /// The licences that datasets name, sorted by id.
    pub licenses: Vec<LicenseText>,
    /// The remote files that were asked for, in the order of datasets and resources.
    pub remote: Vec<Remote>,
}

/// What a catalogue comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quality {
    /// The profile of the scores.
    pub profile: String,
    /// Listed datasets.
    pub datasets: usize,
    /// Their resources.
    pub resources: usize,
    /// Hosted files.
    pub hosted_files: usize,
    /// Their bytes.
    pub hosted_bytes: u64,
    /// Listed datasets by band of their score.
    pub bands: BTreeMap<String, usize>,
    /// Findings to be mended.
    pub errors: usize,
    /// Findings worth mending.
    pub warnings: usize,
    /// Findings worth knowing.
    pub notes: usize,
}

/// A licence that datasets name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LicenseText {
    /// Its id; SPDX's where SPDX has it.
    pub id: String,
    /// Its title in the first language of the site.
    pub title: String,
    /// Its address.
    pub url: Option<String>,
    /// How many datasets name it.
    pub datasets: usize,
    /// The file of its text; none where there is no text to hold.
    pub path: Option<String>,
}

/// A remote file, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remote {
    /// Slug of the dataset.
    pub dataset: String,
    /// UUID of the resource.
    pub resource: String,
    /// Its title.
    pub title: String,
    /// Where it was looked for.
    pub url: String,
    /// `held`, `failed`, `mismatch`, `too-large` or `beyond-limit`.
    pub outcome: String,
    /// Why it is not held, or what is to be said of it, in English.
    pub reason: Option<String>,
    /// The file, when it is held.
    pub path: Option<String>,
    /// Its size in bytes, when it is held.
    pub size: Option<u64>,
    /// Its SHA-256, when it is held.
    pub sha256: Option<String>,
    /// Which checksum of the descriptor it was compared with: `sha256`, …; none when there was none.
    pub checked: Option<String>,
}

/// A file of a snapshot.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FileEntry {
    /// Path below the folder at the top, `/` between names.
    pub path: String,
    /// Size in bytes.
    pub size: u64,
    /// SHA-256 in lower-case hexadecimal digits.
    pub sha256: String,
}

/// Why a text is no manifest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ManifestError {
    /// It is not JSON, or lacks something: the words of the parser.
    Malformed(String),
    /// It is of a later form.
    Version(u32),
    /// Two files have one path, or a path leads out of the folder.
    Path(String),
}

impl Manifest {
    /// Reads a manifest.
    ///
    /// # Errors
    /// When it is none, or of a form that this version does not know.
    pub fn read(text: &[u8]) -> Result<Self, ManifestError> {
        #[derive(Deserialize)]
        struct Version {
            format: u32,
        }
        let malformed = |error: serde_json::Error| ManifestError::Malformed(error.to_string());
        let Version { format } = serde_json::from_slice(text).map_err(malformed)?;
        if format > FORMAT {
            return Err(ManifestError::Version(format));
        }
        let mut manifest: Self = serde_json::from_slice(text).map_err(malformed)?;
        manifest.files.sort();
        let leads_out = |path: &str| path.split('/').any(|name| matches!(name, "" | "." | ".."));
        if let Some(file) = manifest.files.iter().find(|file| leads_out(&file.path)) {
            return Err(ManifestError::Path(file.path.clone()));
        }
        match manifest.files.windows(2).find(|pair| pair[0].path == pair[1].path) {
            Some(pair) => Err(ManifestError::Path(pair[0].path.clone())),
            None => Ok(manifest),
        }
    }
}

/// Writes a manifest, one file a line. `files` are sorted by path.
///
/// # Errors
/// When `out` refuses.
pub fn write_manifest(heading: &Heading, files: &[FileEntry], out: &mut dyn Write) -> io::Result<()> {
    let mut head = serde_json::to_vec_pretty(heading)?;
    // The brace that ends the object, and the line end before it, come after the list.
    head.truncate(head.len() - 2);
    out.write_all(&head)?;
    out.write_all(b",\n  \"files\": [")?;
    for (place, file) in files.iter().enumerate() {
        out.write_all(if place == 0 { b"\n    " } else { b",\n    " })?;
        serde_json::to_writer(&mut *out, file)?;
    }
    out.write_all(b"\n  ]\n}\n")
}
