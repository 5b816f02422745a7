//! `etal snapshot verify`: whether a snapshot is whole.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::super::exit::Exit;
use super::super::failure::Failure;
use super::super::shell::Shell;
use super::size;
use crate::io::unpack;
use crate::snapshot::{Verdict, judge, verdict_json, verdict_text};

/// Say whether a snapshot is whole: which files are missing, changed, added, renamed or damaged
///
/// Every byte is read and compared with the digests in the snapshot's own manifest. The exit code is 0 when it is
/// whole, 1 when it is not, 2 when there is no such file or the disk refuses to read it.
#[derive(Debug, Args)]
pub(in crate::cli) struct Verify {
    /// A zip or tar.gz of a snapshot, or the folder that was in it
    #[arg(value_name = "FILE|DIR")]
    snapshot: PathBuf,
    /// How to answer
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
    /// How much an archive may unpack to, as 20GB; by default a hundred times its size and 100 MB
    #[arg(long, value_name = "SIZE", value_parser = size::parse)]
    max_size: Option<u64>,
}

/// How a verdict is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people
    Human,
    /// For programs, in a form that has a version
    Json,
}

pub(super) fn run(options: &Verify, shell: &Shell) -> Result<Exit, Failure> {
    let contents = unpack::contents(&options.snapshot, options.max_size)?;
    let verdict = judge(&contents);
    match options.format {
        Format::Human => shell.print(&verdict_text(&verdict, shell.language()))?,
        Format::Json => shell.print_json(&verdict_json(&verdict))?,
    }
    Ok(exit(&verdict))
}

/// How a command ends that has judged a snapshot.
pub(super) fn exit(verdict: &Verdict) -> Exit {
    if verdict.is_whole() { Exit::Clean } else { Exit::Findings }
}
