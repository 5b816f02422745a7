//! `etal serve`: the catalogue on a local address, with live reload.

use std::path::PathBuf;

use clap::Args;

use super::args::Global;
use super::exit::Exit;
use super::failure::Failure;
use super::load::load;
use super::select;
use super::shell::Shell;
use crate::inputs::Drafts;
use crate::io::{Catalogue, Shape};
use crate::pipeline;
use crate::serve::{Loaded, Options, serve};
use crate::theme::Theme;

/// Show the catalogue in a browser while you write it
///
/// Pages are made in memory when they are asked for and reload when a file changes; a panel shows the
/// findings of the page. Only this machine can see it.
#[derive(Debug, Args)]
pub(super) struct Serve {
    /// The catalogue's folder
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    /// The port to try first
    #[arg(long, value_name = "PORT", default_value_t = 4242)]
    port: u16,
    /// Show drafts too
    #[arg(long)]
    drafts: bool,
    /// Open the browser
    #[arg(long)]
    open: bool,
}

pub(super) fn run(options: &Serve, global: &Global, shell: &Shell) -> Result<Exit, Failure> {
    let root = select::root(options.folder.as_deref(), global)?;
    let now = shell.now(global)?;
    let drafts = if options.drafts { Drafts::Kept } else { Drafts::Left };
    let (own_shell, own_root) = (shell.clone(), root.clone());
    let load = move || {
        let Catalogue { mut inputs, places, .. } =
            load(&own_root, Shape::Catalogue, now, &own_shell).map_err(|failure| in_words(&failure, &own_shell))?;
        let theme = Theme::load(&std::mem::take(&mut inputs.theme)).map_err(|error| error.to_string())?;
        Ok(Loaded { site: pipeline::site(inputs, drafts), theme, places })
    };
    serve(&Options { root, port: options.port }, load, |address| {
        shell.note(&format!("{} {address}", shell.say("serving on", "en service sur")));
        if options.open {
            open(address);
        }
    })
    .map_err(|error| Failure::said(error.to_string(), None))?;
    Ok(Exit::Clean)
}

/// A failure for the page that stands in for the site.
fn in_words(failure: &Failure, shell: &Shell) -> String {
    let (message, remedy) = (failure.message(shell.language()), failure.remedy(shell.language()));
    std::iter::once(message).chain(remedy).collect::<Vec<_>>().join("\n\n")
}

/// Asks the system for its browser. That there is none is no reason to stop serving.
fn open(address: &str) {
    let program = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    let mut command = std::process::Command::new(program);
    if cfg!(windows) {
        command = std::process::Command::new("cmd");
        command.args(["/C", "start", ""]);
    }
    let _ = command.arg(address).spawn();
}
