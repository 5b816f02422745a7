//! `etal snapshot`: the whole catalogue in one file, made, verified, compared and unpacked.

mod contents;
mod create;
mod diff;
mod extract;
mod restore;
mod size;
mod told;
mod verify;
mod with_data;
mod written;

use clap::{Args, Subcommand};

use super::args::Global;
use super::exit::Exit;
use super::failure::Failure;
use super::shell::Shell;
use crate::io::unpack::UnpackError;
use crate::snapshot::Fault;

/// Keep the whole catalogue in one file: the site as it opens without a server, and what it was made from
#[derive(Debug, Args)]
pub(super) struct Snapshot {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    Create(create::Create),
    Verify(verify::Verify),
    Extract(extract::Extract),
    Diff(diff::Diff),
    Restore(restore::Restore),
}

pub(super) fn run(options: &Snapshot, global: &Global, shell: &Shell) -> Result<Exit, Failure> {
    match &options.action {
        Action::Create(options) => create::run(options, global, shell),
        Action::Verify(options) => verify::run(options, shell),
        Action::Extract(options) => extract::run(options, shell),
        Action::Diff(options) => diff::run(options, global, shell),
        Action::Restore(options) => restore::run(options, shell),
    }
}

/// Why a snapshot cannot be opened by a command that has no option for how large it may be.
fn unopened(error: UnpackError, shell: &Shell) -> Failure {
    if !matches!(error, UnpackError::Fault(_, Fault::Bomb(_))) {
        return error.into();
    }
    let remedy = shell.say(
        "unpack it with `etal snapshot extract --max-size SIZE` when you know where it comes from, and name its folder",
        "si vous savez d’où elle vient, la déballer avec `etal snapshot extract --max-size TAILLE`, et nommer son dossier",
    );
    Failure::said(error.message(shell.language()), Some(remedy.to_owned()))
}
