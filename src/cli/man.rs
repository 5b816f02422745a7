//! `etal man`: the manual pages.

use std::path::PathBuf;

use clap::Args;
use clap_mangen::Man as Page;

use super::exit::Exit;
use super::failure::Failure;
use super::shell::Shell;
use crate::io::Error;

/// Print the manual page, or write those of all commands into a folder
#[derive(Debug, Args)]
pub(super) struct Man {
    /// Write one page for each command into this folder
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

pub(super) fn run(options: &Man, shell: &Shell) -> Result<Exit, Failure> {
    super::out::not_standard("--out", options.out.as_deref(), shell)?;
    let command = super::command();
    match &options.out {
        None => {
            let mut page = Vec::new();
            Page::new(command).render(&mut page)?;
            shell.print(&String::from_utf8_lossy(&page))?;
        }
        Some(folder) => {
            let refused = |cause| Error::Write(folder.clone(), cause);
            std::fs::create_dir_all(folder).map_err(refused)?;
            clap_mangen::generate_to(command, folder).map_err(refused)?;
        }
    }
    Ok(Exit::Clean)
}
