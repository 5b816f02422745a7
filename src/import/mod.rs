//! Other catalogues become a catalogue of etal. One importer a folder; each turns files in memory
//! into files in memory and says of every value it could not place where it stood.

mod category;
pub mod dcat;
mod identity;
pub mod jkan;
mod names;
mod period;
mod unplaced;
mod values;

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use crate::vocab::Label;

pub use period::{Period, period};
pub use unplaced::{Reason, Unplaced};

/// What is imported.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// Name of its folder: the title and the key of all identifiers when it names no better.
    pub name: String,
    /// The files that the importer wants, by path below the folder, `/` between names.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Paths of all other files: datasets may host them.
    pub others: BTreeSet<String>,
}

/// What an import gives.
#[derive(Clone, Debug, Default)]
pub struct Imported {
    /// The UUID of the catalogue.
    pub id: Uuid,
    /// The catalogue, by path below its root.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Files to be copied: the path below the catalogue's root and that below the source's folder.
    pub copies: BTreeMap<String, String>,
    /// What has no place of its own, sorted by file and place.
    pub unplaced: Vec<Unplaced>,
    /// How much there was.
    pub counts: Counts,
}

/// How much was imported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Datasets.
    pub datasets: usize,
    /// Their resources.
    pub resources: usize,
    /// Producers, those included that only datasets name.
    pub organizations: usize,
    /// Topics.
    pub topics: usize,
    /// Free pages.
    pub pages: usize,
}

/// A kind of catalogue that can be imported.
pub struct Importer {
    /// Its name on the command line.
    pub name: &'static str,
    /// Whether it wants the file at this path; of others it gets the path alone.
    pub wants: fn(&str) -> bool,
    /// Whether it can be given one file instead of a folder.
    pub of_file: bool,
    /// Bytes of the largest file it takes.
    pub max_size: u64,
    /// What must be in the source, as a hint for who names another.
    pub hint: Label,
    /// The conversion.
    pub convert: fn(&Source) -> Imported,
}

/// All importers, sorted by name.
pub static IMPORTERS: &[&Importer] = &[&dcat::IMPORTER, &jkan::IMPORTER];

impl Importer {
    /// The importer of a name.
    pub fn find(name: &str) -> Option<&'static Self> {
        IMPORTERS.iter().find(|importer| importer.name == name).copied()
    }
}
