//! `etal score`: the quality of every dataset, and what to mend first.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::args::Global;
use super::exit::Exit;
use super::failure::Failure;
use super::load::load;
use super::select;
use super::shell::Shell;
use crate::inputs::Drafts;
use crate::io::Shape;
use crate::pipeline;
use crate::score::{PROFILES, Profile, find};
use crate::scoreboard;
use crate::site::Site;

/// Score the datasets of a catalogue: six criteria, data.gouv.fr's or data.europa.eu's
///
/// The exit code is 1 when --min is given and a dataset is below it. Drafts are left out.
#[derive(Debug, Args)]
pub(super) struct Score {
    /// The catalogue's folder
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    /// The profile; by default that of `site.toml`
    #[arg(long, value_name = "PROFILE", value_parser = profiles())]
    profile: Option<String>,
    /// How to print the scores; JSON and CSV have all profiles
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
    /// Fail when a dataset has less than this share of the points that could be measured
    #[arg(long, value_name = "PERCENT", value_parser = clap::value_parser!(u8).range(0..=100))]
    min: Option<u8>,
}

/// How scores are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people, with what to mend first
    Human,
    /// For programs, in a form that has a version
    Json,
    /// For spreadsheets
    Csv,
}

pub(super) fn run(options: &Score, global: &Global, shell: &Shell) -> Result<Exit, Failure> {
    let root = select::root(options.folder.as_deref(), global)?;
    let now = shell.now(global)?;
    let catalogue = load(&root, Shape::Catalogue, now, shell)?;
    let site = pipeline::site(catalogue.inputs, Drafts::Left);
    let (place, profile) = chosen(options, &site);
    let language = shell.language();
    match options.format {
        Format::Human => shell.print(&scoreboard::human(&site, profile, language, shell.colors()))?,
        Format::Json => shell.print_json(&scoreboard::json(&site, language))?,
        Format::Csv => shell.print(&scoreboard::csv(&site, language))?,
    }
    let below = options.min.map_or(0, |least| below(&site, place, i32::from(least)));
    if below > 0 {
        shell.note(&match language {
            "fr" => format!("jeux de données sous le seuil\u{a0}: {below}"),
            _ => format!("datasets below the minimum: {below}"),
        });
        return Ok(Exit::Findings);
    }
    Ok(Exit::Clean)
}

fn profiles() -> clap::builder::PossibleValuesParser {
    PROFILES.iter().map(|profile| profile.id).collect::<Vec<_>>().into()
}

/// The asked profile, else that of the site, with its place.
fn chosen(options: &Score, site: &Site) -> (usize, &'static Profile) {
    let asked = options.profile.as_deref().and_then(find);
    asked.or_else(|| find(site.profile().id)).expect("internal error: a site has a profile that exists")
}

/// How many datasets have less than `least` percent; those of which nothing was measured do not count.
fn below(site: &Site, profile: usize, least: i32) -> usize {
    let scores = site.scores.iter().map(|scores| &scores[profile]);
    scores.filter(|score| score.measurable > 0 && score.points * 100 < least * score.measurable).count()
}
