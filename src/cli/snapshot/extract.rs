//! `etal snapshot extract`: an archive becomes a folder again, and nothing else.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::super::exit::Exit;
use super::super::failure::Failure;
use super::super::shell::Shell;
use super::size;
use super::verify::{Format, exit};
use crate::io::unpack;
use crate::snapshot::{judge, verdict_json, verdict_text};

/// Unpack the archive of a snapshot, and say whether it is whole
///
/// Its folder appears when all is unpacked, or not at all. Paths that lead elsewhere, links, names that some system
/// cannot have and archives that unpack to far more than they weigh are refused. The exit code is 0 when the snapshot
/// is whole, 1 when it was unpacked and is not whole, 2 when it was not unpacked.
#[derive(Debug, Args)]
pub(in crate::cli) struct Extract {
    /// A zip or tar.gz of a snapshot
    file: PathBuf,
    /// Where its folder goes
    #[arg(value_name = "DIR", default_value = ".")]
    folder: PathBuf,
    /// How to answer
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
    /// How much it may unpack to, as 20GB; by default a hundred times its size and 100 MB
    #[arg(long, value_name = "SIZE", value_parser = size::parse)]
    max_size: Option<u64>,
}

pub(super) fn run(options: &Extract, shell: &Shell) -> Result<Exit, Failure> {
    let (place, contents) = unpack::extract(&options.file, &options.folder, options.max_size)?;
    let verdict = judge(&contents);
    match options.format {
        Format::Human => {
            let place = place.display();
            shell.report(&match shell.language() {
                "fr" => format!("déballé dans `{place}`\n"),
                _ => format!("unpacked into `{place}`\n"),
            })?;
            shell.print(&verdict_text(&verdict, shell.language()))?;
        }
        Format::Json => {
            let mut answer = verdict_json(&verdict);
            answer["folder"] = json!(place.to_string_lossy());
            shell.print_json(&answer)?;
        }
    }
    Ok(exit(&verdict))
}
