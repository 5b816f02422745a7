//! `etal snapshot create`: the catalogue of today in one file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::contents::{Contents, Known, Part};
use super::told::{self, Traces};
use super::with_data::WithData;
use super::written::Writing;
use crate::cli::args::Global;
use crate::cli::build::address;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::load::load;
use crate::cli::making::Making;
use crate::cli::select;
use crate::cli::shell::Shell;
use crate::evidence::{self, Evidence, Pages};
use crate::inputs::{Drafts, Inputs};
use crate::io::{self, Catalogue, Fetched, Places, Shape};
use crate::parse::parse_config;
use crate::pipeline;
use crate::site::Site;
use crate::snapshot::{self, Heading, LicenseText, Made, Reduced, Remote, START, SourceEntry};
use crate::source::SourceId;
use crate::theme::Theme;

/// Pack the site and what it was made from into one file
///
/// Unpacked, the site opens in a browser without a server, search included. A manifest lists every file with its digest:
/// years later `sha256sum -c SHA256SUMS` says whether all is as it was. The same catalogue on the same day gives the
/// same bytes. Drafts are left out.
#[derive(Debug, Args)]
pub(super) struct Create {
    /// The catalogue's folder
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    /// The file to write, or a folder for it; by default `<site>-<date>.zip` here
    #[arg(long, short, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
    /// The form of the archive; by default that of the name of the file, else zip
    #[arg(long, value_name = "FORMAT")]
    pub(super) format: Option<Form>,
    /// How hard to compress, from 1, quick, to 9, small; by default 6, and 1 for 2000 datasets and more
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=9))]
    pub(super) level: Option<u32>,
    /// Write over a file that is there
    #[arg(long)]
    pub(super) force: bool,
    /// Make it a bag (BagIt 1.0), as libraries and archives deposit them
    #[arg(long)]
    bagit: bool,
    /// Keep drafts in it, marked as such
    #[arg(long)]
    drafts: bool,
    /// The public address of the site, instead of that of `site.toml`
    #[arg(long, value_name = "URL", value_parser = address)]
    base_url: Option<String>,
    #[command(flatten)]
    with_data: WithData,
    /// Exit with 1 when a remote file is not held, or a draft is still named somewhere
    #[arg(long)]
    strict: bool,
    /// How to answer
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(super) answer: told::Format,
}

/// Forms of an archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Form {
    /// What every desktop opens
    Zip,
    /// Smaller, for those who have tar
    #[value(name = "tar.gz")]
    TarGz,
}

pub(super) fn run(options: &Create, global: &Global, shell: &Shell) -> Result<Exit, Failure> {
    let root = select::root(options.folder.as_deref(), global)?;
    let now = shell.now(global)?;
    let mut catalogue = load(&root, Shape::Catalogue, now, shell)?;
    catalogue.inputs.base_url.clone_from(&options.base_url);
    let theme_name = theme_of(&catalogue.inputs);
    let Catalogue { inputs, places, reserved, .. } = catalogue;
    let Reduced { mut inputs, edited, unreadable, folders, mentions } = reduced(inputs, options.drafts);
    let is_left = |path: &String| !folders.iter().any(|folder| path.starts_with(folder.as_str()));
    let reserved: Vec<String> = reserved.into_iter().filter(is_left).collect();
    let sources = snapshot::sources(&inputs, &theme_name, &reserved);
    let committed = inputs.commit.as_ref().and_then(|_| committed(&root, &sources, &places, &theme_name));
    let drafts = if options.drafts { Drafts::Kept } else { Drafts::Left };
    let evidence = Evidence::of(&inputs, drafts, Pages::Plain).to_json();

    let theme_files = std::mem::take(&mut inputs.theme);
    let theme = Theme::load(&theme_files)?;
    let site = pipeline::site(inputs, drafts);
    let making = Making::new(&site, &theme, &places, false);
    let contents = Contents { making: &making, site: &site, sources: &sources, theme: &theme_files, places: &places };
    let made = Made {
        commit: committed.as_ref().map(|known| known.commit.clone()),
        clean: committed.map(|known| known.clean),
        drafts: options.drafts,
        bag: options.bagit,
    };
    let mut heading = Heading::of(&site, &made);
    let writing = Writing::begin(options, &root, &heading, shell)?;
    let fetched = options.with_data.fetch(&site, writing.beside(), shell)?;
    let mut parts = contents.parts(heading.payload());
    parts.extend(beside(&mut heading, &site, &fetched));
    parts.push((format!("{}{}", heading.payload(), evidence::NAME), Part::Bytes(evidence.into_bytes())));
    let start = snapshot::start_page(&heading, &site, &theme, making.renderer())?;
    parts.push((START.to_owned(), Part::Bytes(start.into_bytes())));
    parts.sort_by(|(one, _), (other, _)| one.cmp(other));

    if heading.bag && parts.iter().any(|(path, _)| path.contains('%')) {
        shell.note(shell.say(
            "a name has a percent sign: some validators of bags do not read it back",
            "un nom contient un signe pour cent\u{a0}: certains validateurs de bags ne le relisent pas",
        ));
    }
    let written = writing.write(&heading, parts, &contents, shell)?;
    let traces = Traces { edited, unreadable, mentions };
    traces.tell(shell);
    told::of_findings(&heading, shell);
    told::of_snapshot(&heading, &written, &traces, &fetched, options.answer, shell)?;
    let is_lacking = !traces.mentions.is_empty() || fetched.iter().any(|one| one.file().is_none());
    drop(fetched);
    // The process ends here: giving its memory back piece by piece would only take time.
    std::mem::forget(making);
    std::mem::forget((site, theme));
    Ok(if options.strict && is_lacking { Exit::Findings } else { Exit::Clean })
}

/// Texts of licences and remote files, which the heading lists.
fn beside(heading: &mut Heading, site: &Site, fetched: &[Fetched]) -> Vec<(String, Part)> {
    let payload = heading.payload();
    let within = |path: &str| format!("{payload}{path}");
    let licenses = snapshot::licenses(site);
    let texts = snapshot::license_files(&licenses);
    let mut parts: Vec<(String, Part)> =
        texts.map(|(path, text)| (within(path), Part::Bytes(text.into_bytes()))).collect();
    heading.licenses =
        licenses.into_iter().map(|one| LicenseText { path: one.path.as_deref().map(within), ..one }).collect();
    for one in fetched {
        let record = Remote { path: one.record.path.as_deref().map(within), ..one.record.clone() };
        if let (Some(path), Some(size), Some(sha256), Some(file)) =
            (&record.path, record.size, &record.sha256, one.file())
        {
            let known = Known { from: file.to_owned(), size, sha256: sha256.clone() };
            parts.push((path.clone(), Part::File(Box::new(known))));
        }
        heading.remote.push(record);
    }
    parts
}

/// The catalogue without its drafts, unless they are wanted.
fn reduced(inputs: Inputs, drafts: bool) -> Reduced {
    if drafts {
        return Reduced::whole(inputs);
    }
    snapshot::without_drafts(inputs)
}

/// The name of the theme.
fn theme_of(inputs: &Inputs) -> String {
    parse_config(&inputs.sources[inputs.config], SourceId(inputs.config as u32)).0.theme
}

/// The commit of the catalogue, and whether all that is packed stands on the disk as it has it.
fn committed(root: &Path, sources: &[SourceEntry], places: &Places, theme: &str) -> Option<io::Committed> {
    let mut files: BTreeMap<String, PathBuf> =
        sources.iter().map(|file| (file.path.clone(), places.of(&file.path))).collect();
    let evidence = root.join(evidence::NAME);
    if evidence.symlink_metadata().is_ok() {
        files.insert(evidence::NAME.to_owned(), evidence);
    }
    io::committed(root, &files, &["content", &format!("themes/{theme}"), evidence::NAME])
}
