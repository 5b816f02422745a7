//! The journal: what a commit will do, on disk before it does anything. While it is there, the
//! commit is to be completed.

use std::io;
use std::path::Path;

use super::location::{Location, StageFolder};
use super::manifest::Entry;
use super::paths;
use super::record::{self, Decoder, Encoder, Loaded};
use super::stage::{Layout, Made, Stage};

const MAGIC: &[u8; 16] = b"etal journal  1\n";

/// What a commit will do.
#[derive(Debug)]
pub(super) struct Journal {
    /// Where the stage is.
    pub(super) folder: StageFolder,
    /// How its files are named.
    pub(super) layout: Layout,
    /// Every file of the new output, sorted by path, and whether it comes from the stage.
    pub(super) files: Vec<Made>,
    /// Old files that stand in the way of new ones: they go first.
    pub(super) obstacles: Vec<String>,
    /// Other old files: they go last.
    pub(super) leftovers: Vec<String>,
}

/// What the journal on disk is.
pub(super) enum Pending {
    /// There is none: nothing is to be completed.
    Nothing,
    /// It cannot be read.
    Damaged,
    /// A commit to complete.
    Commit(Journal),
}

impl Journal {
    /// Whether the output is to be changed at all.
    pub(super) fn changes(&self) -> bool {
        !self.obstacles.is_empty() || !self.leftovers.is_empty() || self.staged().next().is_some()
    }

    /// The stage that its files come from.
    pub(super) fn stage(&self, location: &Location) -> Stage {
        Stage { folder: location.stage(self.folder), layout: self.layout }
    }

    /// The files that come from the stage, with their places in the plan.
    pub(super) fn staged(&self) -> impl Iterator<Item = (usize, &Entry)> {
        let files = self.files.iter().enumerate();
        files.filter(|(_, made)| made.staged).map(|(index, made)| (index, &made.entry))
    }

    /// Writes it: from here on the commit will be completed.
    pub(super) fn save(&self, path: &Path) -> io::Result<()> {
        let mut encoder = Encoder::default();
        encoder.bytes(&[u8::from(self.folder == StageFolder::Beside), u8::from(self.layout == Layout::Tree)]);
        encoder.texts(&self.obstacles);
        encoder.texts(&self.leftovers);
        for made in &self.files {
            encoder.bytes(&[u8::from(made.staged)]);
            made.entry.encode(&mut encoder);
        }
        record::save(path, MAGIC, &encoder.0).map(drop)
    }

    /// Reads it.
    pub(super) fn load(path: &Path) -> io::Result<Pending> {
        Ok(match record::load(path, MAGIC)? {
            Loaded::Absent => Pending::Nothing,
            Loaded::Damaged => Pending::Damaged,
            Loaded::Sound(body, _) => Self::decode(&body).map_or(Pending::Damaged, Pending::Commit),
        })
    }

    fn decode(body: &[u8]) -> Option<Self> {
        let mut decoder = Decoder(body);
        let [beside, tree] = decoder.bytes()?;
        let mut journal = Self {
            folder: if beside == 1 { StageFolder::Beside } else { StageFolder::State },
            layout: if tree == 1 { Layout::Tree } else { Layout::Numbers },
            obstacles: decoder.texts()?,
            leftovers: decoder.texts()?,
            files: Vec::new(),
        };
        while !decoder.0.is_empty() {
            let [staged] = decoder.bytes()?;
            journal.files.push(Made { staged: staged == 1, entry: Entry::decode(&mut decoder)? });
        }
        // Its seal only says that it is whole; a journal that came with a repository may say anything.
        let removed = journal.obstacles.iter().chain(&journal.leftovers).map(String::as_str);
        let mut all = removed.chain(journal.files.iter().map(|made| &*made.entry.path));
        all.all(paths::is_below).then_some(journal)
    }
}
