//! `etal snapshot`: the whole catalogue in one file, made, verified, compared and unpacked.

mod contents;
mod create;
mod size;
mod told;
mod with_data;
mod written;

use clap::{Args, Subcommand};

use super::args::Global;
use super::exit::Exit;
use super::failure::Failure;
use super::shell::Shell;

/// Keep the whole catalogue in one file: the site as it opens without a server, and what it was made from
#[derive(Debug, Args)]
pub(super) struct Snapshot {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    Create(create::Create),
}

pub(super) fn run(options: &Snapshot, global: &Global, shell: &Shell) -> Result<Exit, Failure> {
    match &options.action {
        Action::Create(options) => create::run(options, global, shell),
    }
}
