//! The command line: arguments, what is printed, and exit codes. One file a command.

#![allow(clippy::disallowed_methods, reason = "this is one of the doors to the outside world")]

mod answer;
mod apply;
mod args;
mod ask;
mod baseline;
mod build;
mod change;
mod check;
mod cms;
mod codeowners;
mod completions;
mod dataset;
mod exit;
mod explain;
mod export;
mod failure;
mod fix;
mod given;
mod import;
mod init;
mod load;
mod lsp;
mod making;
mod man;
mod new;
mod out;
mod outcome;
mod progress;
mod resource;
mod review;
mod reviewed;
mod schema;
mod score;
mod search;
mod select;
mod serve;
mod shell;
mod shown;
mod snapshot;
mod theme;
mod weight;

use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use args::{Arguments, Command};
use exit::Exit;
use failure::Failure;
use shell::Shell;

/// Runs the command that the process was given.
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return shell::usage(&error).into(),
    };
    let shell = Shell::new(&arguments.global);
    let outcome = dispatch(&arguments, &shell);
    outcome.unwrap_or_else(|failure| shell.fail(&failure)).into()
}

/// The whole command line, for the manual and the reference.
pub fn command() -> clap::Command {
    Arguments::command()
}

fn dispatch(arguments: &Arguments, shell: &Shell) -> Result<Exit, Failure> {
    let global = &arguments.global;
    match &arguments.command {
        Command::Check(options) => check::run(options, global, shell),
        Command::Build(options) => build::run(options, global, shell),
        Command::Export(options) => export::run(options, global, shell),
        Command::Explain(options) => explain::run(options, shell),
        Command::Score(options) => score::run(options, global, shell),
        Command::Review(options) => review::run(options, global, shell),
        Command::Search(options) => search::run(options, global, shell),
        Command::Serve(options) => serve::run(options, global, shell),
        Command::Init(options) => init::run(options, global, shell),
        Command::New(options) => new::run(options, global, shell),
        Command::Dataset(options) => dataset::run(options, global, shell),
        Command::Resource(options) => resource::run(options, global, shell),
        Command::Apply(options) => apply::run(options, global, shell),
        Command::Import(options) => import::run(options, shell),
        Command::Codeowners(options) => codeowners::run(options, global, shell),
        Command::Theme(options) => theme::run(options, global, shell),
        Command::Snapshot(options) => snapshot::run(options, global, shell),
        Command::Schema(options) => schema::run(options, shell),
        Command::Cms(options) => cms::run(options, global, shell),
        Command::Completions(options) => completions::run(options, shell),
        Command::Lsp(options) => lsp::run(options, global, shell),
        Command::Man(options) => man::run(options, shell),
    }
}
