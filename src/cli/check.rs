//! `etal check`: every finding of a catalogue.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::args::Global;
use super::exit::Exit;
use super::failure::Failure;
use super::fix::Plan;
use super::load::load;
use super::select::select;
use super::shell::Shell;
use crate::finding::{self, Finding, Severity};
use crate::fix::mends;
use crate::inputs::{Drafts, Inputs};
use crate::io::{Catalogue, Shape};
use crate::pipeline;
use crate::site::Site;
use crate::source::Content;

/// Say what is wrong in a catalogue, with the place and the next action
///
/// The exit code is 0 when nothing reached the severity of --fail-on, 1 when something did, 2 when
/// the command could not run.
#[derive(Debug, Args)]
pub(super) struct Check {
    /// Files or folders to show findings of; the whole catalogue is read all the same. A folder that
    /// is part of no catalogue is taken for a folder of dataset descriptors
    #[arg(value_name = "DIR|FILE")]
    paths: Vec<PathBuf>,
    /// How to print the findings
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
    /// The least severity that makes the command fail
    #[arg(long, value_name = "SEVERITY", default_value = "error")]
    fail_on: FailOn,
    /// Mend what has one right answer, then say what is left: other names of licences, missing ids,
    /// the form of dates and keywords, blanks in addresses, keywords that come twice, tabs after keys
    #[arg(long)]
    fix: bool,
    /// Show what --fix changes as a unified diff, and write nothing; the exit code is 1 when there is
    /// something
    #[arg(long, conflicts_with = "format")]
    diff: bool,
}

/// How findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people, with the lines of the files
    Human,
    /// For programs, in a form that has a version
    Json,
}

/// The least severity that fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FailOn {
    /// Errors only
    Error,
    /// Errors and warnings
    Warning,
    /// Anything that is shown
    Info,
    /// Nothing
    Never,
}

pub(super) fn run(options: &Check, global: &Global, shell: &Shell) -> Result<Exit, Failure> {
    let selection = select(&options.paths, global)?;
    let now = shell.now(global)?;
    if selection.shape == Shape::Datasets {
        shell.note(shell.say(
            "no `site.toml`: every file of this folder is taken for the descriptor of a dataset",
            "pas de `site.toml`\u{a0}: chaque fichier de ce dossier est pris pour la description d’un jeu de données",
        ));
    }
    let Catalogue { inputs, places, .. } = load(&selection.root, selection.shape, now, shell)?;
    let config = inputs.config;
    let kept = options.fix.then(|| inputs.clone());
    let mut site = pipeline::site(inputs, Drafts::Kept);
    if options.diff || options.fix {
        let covered = |finding: &&Finding| selection.covers(finding, &site.sources, config);
        let mends = mends(&site, &site.findings.shown().filter(covered).collect::<Vec<_>>());
        let plan = Plan::new(&site, &mends);
        if options.diff {
            let fails = plan.show(shell)? && options.fail_on != FailOn::Never;
            return Ok(if fails { Exit::Findings } else { Exit::Clean });
        }
        let contents = plan.make(&places, options.format != Format::Human, shell)?;
        site = kept.map_or(site, |inputs| again(inputs, contents));
    }
    let wanted = |finding: &&Finding| selection.covers(finding, &site.sources, config);
    let findings: Vec<&Finding> = site.findings.all().iter().filter(wanted).collect();
    let shown: Vec<&Finding> = findings.iter().copied().filter(|finding| finding.is_shown()).collect();
    match options.format {
        Format::Human => shell.print(&finding::human(&shown, &site.sources, shell.language(), shell.colors()))?,
        Format::Json => {
            let known: Vec<&Finding> = findings.into_iter().filter(|one| one.severity > Severity::Off).collect();
            shell.print_json(&finding::json(&known, &site.sources, shell.language(), now))?;
        }
    }
    let exit = exit(&shown, options.fail_on);
    // The process ends here: giving its memory back piece by piece would only take time.
    std::mem::forget(site);
    Ok(exit)
}

/// The site once some sources are other ones.
fn again(mut inputs: Inputs, contents: Vec<(usize, Content)>) -> Site {
    for (at, content) in contents {
        inputs.sources[at].content = content;
    }
    pipeline::site(inputs, Drafts::Kept)
}

fn exit(shown: &[&Finding], fail_on: FailOn) -> Exit {
    let least = match fail_on {
        FailOn::Error => Severity::Error,
        FailOn::Warning => Severity::Warning,
        FailOn::Info => Severity::Info,
        FailOn::Never => return Exit::Clean,
    };
    let fails = shown.iter().any(|finding| finding.severity >= least);
    if fails { Exit::Findings } else { Exit::Clean }
}
