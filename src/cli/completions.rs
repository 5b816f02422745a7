//! `etal completions`: what shells need to complete commands and options.

use clap::Args;
use clap_complete::{Shell as Kind, generate};

use super::exit::Exit;
use super::failure::Failure;
use super::shell::Shell;

/// Print the completions of a shell
#[derive(Debug, Args)]
pub(super) struct Completions {
    /// The shell
    #[arg(value_name = "SHELL")]
    shell: Kind,
}

pub(super) fn run(options: &Completions, shell: &Shell) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    generate(options.shell, &mut super::command(), "etal", &mut script);
    shell.print(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Clean)
}
