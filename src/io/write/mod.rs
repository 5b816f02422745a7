//! Writes a site: everything is staged, then renamed into place under a journal, so that a build
//! that fails touches nothing and a build that is killed is completed by the next command.
//!
//! It knows no pages, only planned paths and a way to make each content. The output is reconciled,
//! never wiped: what is the same keeps its file and its time, what an earlier build wrote and this
//! one does not is removed, and files of others stop the build. State is kept in `.etal/` below the
//! catalogue's root.
//!
//! What holds when: a kill at any moment loses nothing, for the system keeps what a process wrote;
//! the journal is synced to disk before the first rename and the manifest before the journal goes,
//! so that after a crash of the machine it is known which files are etal's. Files themselves are not
//! synced: a file that a crash emptied has not the size of its entry and is written again.

mod commit;
mod error;
mod fingerprint;
mod journal;
mod latest;
mod location;
mod lock;
mod manifest;
mod notice;
pub(in crate::io) mod paths;
mod record;
mod recover;
mod settle;
mod stage;
mod strangers;
mod walk;

use std::io::{self, Write};
use std::path::{Path, PathBuf};

pub use commit::commit;
pub use error::{Error, Foreign, Misplaced};
pub use fingerprint::Fingerprint;
pub use latest::{remember, unchanged};
pub use notice::Notice;
pub use recover::recover;

/// Where to write, and how.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// The catalogue's root: the folder of `site.toml`.
    pub root: &'a Path,
    /// The output.
    pub out: &'a Path,
    /// What to do with files that etal did not write.
    pub foreign: Strangers,
    /// Called before each step, from several threads. An error stops the build there and then, just
    /// as a kill would: for progress bars, interrupts and tests.
    pub before: Before<'a>,
}

/// What is called before each step.
pub type Before<'a> = &'a (dyn Fn(Step<'_>) -> Result<(), Error> + Sync);

/// What to do with files in the output that etal did not write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strangers {
    /// Stop and name them.
    Stop,
    /// Remove those that an earlier build has named; else stop and name them.
    Adopt,
}

/// A step of a build, with the path below the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'a> {
    /// A new or changed file is staged.
    Stage(&'a str),
    /// The journal is written; until then nothing in the output has changed.
    Journal,
    /// A folder is made where there is none.
    Folder(&'a str),
    /// A staged file is renamed into place; without a path, the whole output.
    Place(&'a str),
    /// A file is removed.
    Remove(&'a str),
    /// The manifest is replaced.
    Manifest,
    /// The journal and the stage are removed.
    End,
}

/// The content of a planned file.
pub enum Content<'a> {
    /// These bytes.
    Bytes(Vec<u8>),
    /// Those of another file, read only when the output has not the same.
    CopyOf {
        /// The file.
        from: PathBuf,
        /// Its size in bytes.
        size: u64,
        /// Its SHA-256 in hexadecimal digits.
        sha256: String,
    },
    /// What this writes, once: for files that are too large to be held in memory. It fails only when its writer does.
    Stream(Stream<'a>),
}

/// Writes a file.
pub type Stream<'a> = Box<dyn FnOnce(&mut dyn Write) -> io::Result<()> + 'a>;

/// What a build did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Files that were new or changed.
    pub written: usize,
    /// Files that the output had already.
    pub unchanged: usize,
    /// Files that were removed.
    pub removed: usize,
    /// Bytes of the files written.
    pub bytes_written: u64,
    /// Bytes of all files of the output.
    pub bytes: u64,
    /// Files that etal had not written and that are gone, sorted.
    pub adopted: Vec<String>,
    /// What a person should know.
    pub notices: Vec<Notice>,
    /// The seal of the manifest.
    receipt: record::Digest16,
}

impl<'a> Options<'a> {
    /// Writes the catalogue of `root` to `out`, stopping before strangers.
    pub fn new(root: &'a Path, out: &'a Path) -> Self {
        Self { root, out, foreign: Strangers::Stop, before: &|_| Ok(()) }
    }
}

/// Whether a name at the top of the output that begins with a dot is none of ours.
fn is_left_alone(name: &str, manifest: Option<&manifest::Manifest>, plan: &[&str]) -> bool {
    let is_listed = |manifest: &manifest::Manifest| manifest.get(name).is_some() || manifest.has_folder(name);
    let is_planned = plan.binary_search(&name).is_ok() || strangers::has_folder(plan, name);
    !is_planned && !manifest.is_some_and(is_listed)
}
