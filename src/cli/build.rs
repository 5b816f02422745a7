//! `etal build`: the catalogue as a folder of pages.

use std::path::PathBuf;

use clap::Args;

use super::args::Global;
use super::exit::Exit;
use super::failure::Failure;
use super::load::load;
use super::making::Making;
use super::out;
use super::outcome::Outcome;
use super::progress::Bar;
use super::select;
use super::shell::Shell;
use crate::inputs::Drafts;
use crate::io::write::{self, Fingerprint, Options, Strangers};
use crate::io::{Catalogue, Shape};
use crate::parse::public_address;
use crate::pipeline;
use crate::theme::Theme;

/// Write the catalogue as a website
///
/// Findings never stop a build: every readable descriptor gets its page, and errors are summed up at
/// the end. Files that are the same stay untouched.
#[derive(Debug, Args)]
pub(super) struct Build {
    /// The catalogue's folder
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    /// The folder to write; by default `public` in the catalogue
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// The public address of the site, instead of that of `site.toml`
    #[arg(long, value_name = "URL", value_parser = address)]
    base_url: Option<String>,
    /// Publish drafts too, marked as such
    #[arg(long)]
    drafts: bool,
    /// Exit with 1 when there are errors
    #[arg(long)]
    strict: bool,
    /// Leave pages as the templates make them
    #[arg(long)]
    no_minify: bool,
    /// Remove files of others from the output that an earlier build has named
    #[arg(long)]
    adopt: bool,
}

pub(super) fn run(options: &Build, global: &Global, shell: &Shell) -> Result<Exit, Failure> {
    out::not_standard("--out", options.out.as_deref(), shell)?;
    let root = select::root(options.folder.as_deref(), global)?;
    let now = shell.now(global)?;
    let out = options.out.clone().unwrap_or_else(|| root.join("public"));
    let mut catalogue = load(&root, Shape::Catalogue, now, shell)?;
    catalogue.inputs.base_url.clone_from(&options.base_url);
    let foreign = if options.adopt { Strangers::Adopt } else { Strangers::Stop };
    let target = Options { foreign, ..Options::new(&root, &out) };
    let fingerprint =
        Fingerprint::of(&catalogue.inputs, &(options.drafts, options.no_minify, cfg!(feature = "minify")));
    let known = write::unchanged(&target, fingerprint)?.and_then(|note| Outcome::from_note(&note));
    let outcome = match known {
        Some(outcome) => outcome.again(),
        None => {
            let (outcome, summary) = make(options, catalogue, &target, shell)?;
            write::remember(&target, &summary, fingerprint, &outcome.to_note())?;
            outcome
        }
    };
    outcome.tell(&out, shell)?;
    Ok(if options.strict && outcome.has_errors() { Exit::Findings } else { Exit::Clean })
}

fn make(
    options: &Build,
    catalogue: Catalogue,
    target: &Options<'_>,
    shell: &Shell,
) -> Result<(Outcome, write::Summary), Failure> {
    let Catalogue { mut inputs, places, .. } = catalogue;
    let theme = Theme::load(&std::mem::take(&mut inputs.theme))?;
    let site = pipeline::site(inputs, if options.drafts { Drafts::Kept } else { Drafts::Left });
    let making = Making::new(&site, &theme, &places, !options.no_minify);
    let paths = making.paths();
    let bar = Bar::making(shell, paths.len());
    let summary = write::commit(target, &paths, |place| {
        bar.advance();
        making.content(place)
    })?;
    drop(bar);
    for notice in &summary.notices {
        shell.note(&notice.message(shell.language()));
    }
    drop(paths);
    let (left, forms) = making.end();
    Ok((Outcome::new(&site, &summary, left, forms), summary))
}

pub(super) fn address(text: &str) -> Result<String, String> {
    public_address(text).ok_or_else(|| String::from("not an address such as https://data.example.org/"))
}
