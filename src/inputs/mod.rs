//! Everything a catalogue is made from: what the disk, git and the clock said, as one value.

mod evidence;

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::evidence::{self as recorded, Evidence, EvidenceError};
use crate::layout::{self, Role};
use crate::model::{Forge, HostedFile, MetadataDates};
use crate::parse::Descriptor;
use crate::probe;
use crate::rules::{History, Stray};
use crate::source::{Content, SourceFile, SourceId};

/// Everything a catalogue is made from. The same inputs give the same outputs, to the last byte.
#[derive(Clone, Debug)]
pub struct Inputs {
    /// All source texts, sorted by path: descriptors and `site.toml`.
    pub sources: Vec<SourceFile>,
    /// Which of them is `site.toml`.
    pub config: usize,
    /// The descriptors among them, sorted.
    pub descriptors: Vec<Descriptor>,
    /// Files of dataset folders, by the name of the folder; each list sorted by path.
    pub files: BTreeMap<String, Vec<HostedFile>>,
    /// Files of `content/static/`, sorted by path.
    pub statics: Vec<StaticFile>,
    /// Files that belong nowhere, sorted.
    pub strays: Vec<Stray>,
    /// Files of the site's own theme, by path below it.
    pub theme: BTreeMap<String, Vec<u8>>,
    /// First and last change of each descriptor by git, or by `evidence.json` as long as its files are those of then;
    /// by its path.
    pub dates: BTreeMap<String, MetadataDates>,
    /// What is known of the history.
    pub history: History,
    /// The commit that is built, as git abbreviates it.
    pub commit: Option<String>,
    /// The clock: today, for everything.
    pub now: Date,
    /// The public address of the site that was given for this run; it wins over that of `site.toml`.
    pub base_url: Option<String>,
    /// The forge that was given for this run; all of it but its owners wins over that of `site.toml`.
    pub forge: Option<Forge>,
    /// What is wrong with the `evidence.json` at the root, when nothing of it can be used.
    pub evidence_fault: Option<EvidenceError>,
}

/// A file that is copied as it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct StaticFile {
    /// Path below `content/static/`, `/` between names.
    pub path: String,
    /// Size in bytes.
    pub size: u64,
    /// SHA-256 in lower-case hexadecimal digits.
    pub sha256: String,
}

/// Whether drafts are part of what is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drafts {
    /// They are left out of everything.
    Left,
    /// They are treated like the rest, with a badge.
    Kept,
}

impl Inputs {
    /// The inputs that some files in memory are, without history: for tests, examples of rules and
    /// documentation. Paths are below the catalogue's root.
    pub fn from_memory(files: &BTreeMap<String, Vec<u8>>, now: Date) -> Self {
        let paths = || files.keys().map(String::as_str);
        let roles = layout::roles(paths());
        let mut inputs = Self::empty(now);
        inputs.strays = layout::strays(paths());
        if files.contains_key(".git/shallow") {
            inputs.history = History::Shallow;
        }
        for ((path, bytes), role) in files.iter().zip(roles) {
            match role {
                Role::Config => inputs.config = inputs.add_source(path, bytes),
                Role::Descriptor(kind, name, form) => {
                    let source = SourceId(inputs.add_source(path, bytes) as u32);
                    inputs.descriptors.push(Descriptor { kind, name, form, source });
                }
                Role::Hosted(folder, below) => {
                    inputs.files.entry(folder).or_default().push(probe::probe_bytes(&below, bytes));
                }
                Role::Static(below) => inputs.statics.push(StaticFile {
                    path: below,
                    size: bytes.len() as u64,
                    sha256: probe::sha256(bytes),
                }),
                Role::Reserved | Role::Stray(_) | Role::Outside => {}
            }
        }
        inputs.descriptors.sort();
        if !files.contains_key("site.toml") {
            inputs.config = inputs.add_source("site.toml", b"");
        }
        if let Some(bytes) = files.get(recorded::NAME) {
            inputs.hold(Evidence::read(bytes));
        }
        inputs
    }

    /// No file at all, not even `site.toml`.
    pub(crate) fn empty(now: Date) -> Self {
        Self {
            sources: Vec::new(),
            config: 0,
            descriptors: Vec::new(),
            files: BTreeMap::new(),
            statics: Vec::new(),
            strays: Vec::new(),
            theme: BTreeMap::new(),
            dates: BTreeMap::new(),
            history: History::None,
            commit: None,
            now,
            base_url: None,
            forge: None,
            evidence_fault: None,
        }
    }

    fn add_source(&mut self, path: &str, bytes: &[u8]) -> usize {
        self.sources.push(SourceFile { path: path.to_owned(), content: Content::of(bytes) });
        self.sources.len() - 1
    }
}
