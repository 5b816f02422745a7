//! `etal check`: every finding of a catalogue.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::args::Global;
use super::exit::Exit;
use super::failure::Failure;
use super::load::load;
use super::select::select;
use super::shell::Shell;
use crate::finding::{self, Finding, Severity};
use crate::inputs::Drafts;
use crate::io::Shape;
use crate::pipeline;

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
    let catalogue = load(&selection.root, selection.shape, now, shell)?;
    let config = catalogue.inputs.config;
    let site = pipeline::site(catalogue.inputs, Drafts::Kept);
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
