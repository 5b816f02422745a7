//! `etal init`: a catalogue that is ready to push.

use std::path::PathBuf;

use clap::Args;
use uuid::Uuid;

use super::args::Global;
use super::ask::{ask_text, can_ask};
use super::exit::Exit;
use super::failure::Failure;
use super::shell::Shell;
use crate::io;
use crate::scaffold::{Begin, clicks, files};

/// Begin a catalogue: settings, an example, pages, and workflows that check and publish it
///
/// Its texts are in the language of --lang.
#[derive(Debug, Args)]
pub(super) struct Init {
    /// The folder of the new catalogue; it is made when it does not exist
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Ask nothing: take plain words for what is not given
    #[arg(long, short)]
    yes: bool,
    /// Title of the catalogue
    #[arg(long)]
    title: Option<String>,
    /// Name of the organization that publishes it
    #[arg(long, value_name = "NAME")]
    organization: Option<String>,
    /// E-mail address for questions about the catalogue
    #[arg(long, value_name = "ADDRESS")]
    email: Option<String>,
}

pub(super) fn run(options: &Init, global: &Global, shell: &Shell) -> Result<Exit, Failure> {
    let config = options.folder.join(io::CONFIG);
    if config.symlink_metadata().is_ok() {
        return Err(io::Error::Exists(config).into());
    }
    let asks = can_ask() && !options.yes;
    let answer = |given: &Option<String>, en: &str, fr: &str| match given {
        Some(given) => Ok(given.trim().to_owned()),
        None if asks => ask_text(shell.say(en, fr), ""),
        None => Ok(String::new()),
    };
    let title = answer(&options.title, "Title of the catalogue?", "Titre du catalogue\u{202f}?")?;
    let organization =
        answer(&options.organization, "Organization that publishes it?", "Organisation qui le publie\u{202f}?")?;
    let email = answer(
        &options.email,
        "E-mail address for questions? (may be empty)",
        "Adresse électronique pour les questions\u{202f}? (peut rester vide)",
    )?;
    let today = match global.now {
        Some(now) => now,
        None => io::today()?,
    };
    let begin = Begin {
        language: shell.language(),
        title: &title,
        organization: &organization,
        email: Some(email.as_str()).filter(|email| !email.is_empty()),
        today,
        ids: std::array::from_fn(|_| Uuid::new_v4()),
        version: env!("CARGO_PKG_VERSION"),
    };
    let files = files(&begin);
    io::write_new(&options.folder, &files)?;
    shell.print(&told(options, files.keys(), shell))?;
    Ok(Exit::Clean)
}

/// What was written, and what to do next.
fn told<'a>(options: &Init, paths: impl Iterator<Item = &'a String>, shell: &Shell) -> String {
    let folder = options.folder.display();
    let mut out = match shell.language() {
        "fr" => format!("Catalogue commencé dans `{folder}`\u{a0}:\n"),
        _ => format!("A catalogue was begun in `{folder}`:\n"),
    };
    for path in paths {
        out.push_str(&format!("  {path}\n"));
    }
    out.push_str(&match shell.language() {
        "fr" => format!("\nLe voir\u{a0}: `etal serve --root {folder} --open`\n\n"),
        _ => format!("\nSee it: `etal serve --root {folder} --open`\n\n"),
    });
    // The asterisks are Markdown for the README; a terminal has no use for them.
    out.push_str(&clicks(shell.language()).replace('*', ""));
    out
}
