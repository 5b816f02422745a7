//! `etal build`: the catalogue as a folder of pages.

use std::path::{Path, PathBuf};

use clap::Args;

use super::args::Global;
use super::exit::Exit;
use super::failure::Failure;
use super::load::{given_twice, load, replayed};
use super::making::Making;
use super::out;
use super::outcome::Outcome;
use super::progress::Bar;
use super::select;
use super::shell::Shell;
use crate::evidence::Pages;
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
    /// Make the site of then again: the day, the commit, the dates and all else that no descriptor says come from the
    /// `evidence.json` of a restored snapshot, and git is not asked
    #[arg(long)]
    replay: bool,
    /// Remove files of others from the output that an earlier build has named
    #[arg(long)]
    adopt: bool,
}

pub(super) fn run(options: &Build, global: &Global, shell: &Shell) -> Result<Exit, Failure> {
    out::not_standard("--out", options.out.as_deref(), shell)?;
    let root = select::root(options.folder.as_deref(), global)?;
    let (catalogue, form) = read(options, &root, global, shell)?;
    let out = options.out.clone().unwrap_or_else(|| root.join("public"));
    let foreign = if options.adopt { Strangers::Adopt } else { Strangers::Stop };
    let target = Options { foreign, ..Options::new(&root, &out) };
    let fingerprint = Fingerprint::of(&catalogue.inputs, &(form, cfg!(feature = "minify")));
    let known = write::unchanged(&target, fingerprint)?.and_then(|note| Outcome::from_note(&note));
    let outcome = match known {
        Some(outcome) => outcome.again(),
        None => {
            let (outcome, summary) = make(form, catalogue, &target, shell)?;
            write::remember(&target, &summary, fingerprint, &outcome.to_note())?;
            outcome
        }
    };
    outcome.tell(&out, shell)?;
    Ok(if options.strict && outcome.has_errors() { Exit::Findings } else { Exit::Clean })
}

/// What is made, and how it is written.
type Form = (Drafts, Pages);

/// The catalogue, of today or of then.
fn read(options: &Build, root: &Path, global: &Global, shell: &Shell) -> Result<(Catalogue, Form), Failure> {
    if options.replay {
        let given = [("--base-url", options.base_url.is_some()), ("--drafts", options.drafts)];
        let given = given.into_iter().chain([("--no-minify", options.no_minify)]).find(|(_, is_given)| *is_given);
        if let Some((option, _)) = given {
            return Err(given_twice(option, shell));
        }
        let (catalogue, evidence) = replayed(root, global, shell)?;
        if evidence.minified && !cfg!(feature = "minify") {
            shell.note(shell.say(
                "pages of then were minified, and this etal cannot do that: they will be longer",
                "les pages d’alors étaient réduites, et cet etal ne sait pas le faire\u{a0}: elles seront plus longues",
            ));
        }
        return Ok((catalogue, (evidence.drafts(), evidence.pages())));
    }
    let now = shell.now(global)?;
    let mut catalogue = load(root, Shape::Catalogue, now, shell)?;
    catalogue.inputs.base_url.clone_from(&options.base_url);
    let drafts = if options.drafts { Drafts::Kept } else { Drafts::Left };
    Ok((catalogue, (drafts, if options.no_minify { Pages::Plain } else { Pages::Minified })))
}

fn make(
    (drafts, pages): Form,
    catalogue: Catalogue,
    target: &Options<'_>,
    shell: &Shell,
) -> Result<(Outcome, write::Summary), Failure> {
    let Catalogue { mut inputs, places, .. } = catalogue;
    let theme = Theme::load(&std::mem::take(&mut inputs.theme))?;
    let site = pipeline::site(inputs, drafts);
    let making = Making::new(&site, &theme, &places, pages == Pages::Minified);
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
