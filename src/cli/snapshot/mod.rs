//! `etal snapshot`: the whole catalogue in one file, made, verified, compared and unpacked.

mod extract;
mod size;
mod verify;

use clap::{Args, Subcommand};

use super::args::Global;
use super::exit::Exit;
use super::failure::Failure;
use super::shell::Shell;

/// Keep the whole catalogue in one file: opened offline, verifiable years later
#[derive(Debug, Args)]
pub(super) struct Snapshot {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    Verify(verify::Verify),
    Extract(extract::Extract),
}

pub(super) fn run(options: &Snapshot, _global: &Global, shell: &Shell) -> Result<Exit, Failure> {
    match &options.action {
        Action::Verify(options) => verify::run(options, shell),
        Action::Extract(options) => extract::run(options, shell),
    }
}
