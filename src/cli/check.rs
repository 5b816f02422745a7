//! `etal check`: every finding of a catalogue.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::args::Global;
use super::baseline::Baselines;
use super::exit::Exit;
use super::failure::Failure;
use super::load::load;
use super::select::select;
use super::shell::Shell;
use crate::finding::{self, Finding, Marked, Report, Rule, Severity};
use crate::inputs::Drafts;
use crate::io::{Shape, folder_in_repository};
use crate::pipeline;
use crate::rules::RULES;
use crate::site::Site;
use crate::source::SourceId;

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
    #[command(flatten)]
    baselines: Baselines,
}

/// How findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people, with the lines of the files
    Human,
    /// For programs, in a form that has a version
    Json,
    /// SARIF 2.1.0, for forges and editors
    Sarif,
    /// Annotations of GitHub Actions
    Github,
    /// Code Quality of GitLab
    Gitlab,
    /// JUnit's XML, for pipelines
    Junit,
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
    let covers = |finding: &Finding| selection.covers(finding.site.source, &site.sources, config);
    let marked = finding::marked(site.findings.all());
    let asked = |marked: &Marked<'_>| covers(marked.finding);
    let (mut shown, mut hidden) = options.baselines.split(marked, asked, &site.sources, shell)?;
    shown.retain(asked);
    if let Some(hidden) = &mut hidden {
        hidden.findings.retain(asked);
    }
    let folder = folder_in_repository(&selection.root);
    let (sources, language) = (site.sources.as_slice(), shell.language());
    let report = Report { findings: &shown, sources, folder: &folder, language, hidden: hidden.as_ref() };
    let judged =
        || (0..sources.len()).map(|at| SourceId(at as u32)).filter(|one| selection.covers(*one, sources, config));
    let least = options.fail_on.least();
    match options.format {
        Format::Human => print_human(&report, shell)?,
        Format::Json => {
            let known = known(&report, &site, covers);
            shell.print_json(&finding::json(&known, sources, language, now, report.hidden))?;
        }
        Format::Sarif => shell.print_json(&finding::sarif(&report, &rules()))?,
        Format::Github => shell.print(&finding::github(&report))?,
        Format::Gitlab => shell.print_json(&finding::gitlab(&report))?,
        Format::Junit => shell.print_with(|out| finding::junit(&report, &judged().collect::<Vec<_>>(), least, out))?,
    }
    if let (Some(hidden), true) = (report.hidden, options.format != Format::Human) {
        shell.note(&hidden.sentence(language));
    }
    let fails = least.is_some_and(|least| shown.iter().any(|marked| marked.finding.severity >= least));
    // The process ends here: giving its memory back piece by piece would only take time.
    std::mem::forget(site);
    Ok(if fails { Exit::Findings } else { Exit::Clean })
}

fn print_human(report: &Report<'_>, shell: &Shell) -> Result<(), Failure> {
    let findings: Vec<&Finding> = report.findings.iter().map(|marked| marked.finding).collect();
    shell.print(&finding::human(&findings, report.sources, report.language, shell.colors()))?;
    report.hidden.map_or(Ok(()), |hidden| shell.print(&hidden.lines(report.language)))
}

/// What is shown, and what a comment silences, in order.
fn known<'a>(report: &Report<'a>, site: &'a Site, covers: impl Fn(&Finding) -> bool) -> Vec<&'a Finding> {
    let mut shown = report.findings.iter().peekable();
    let is_silenced = |one: &Finding| one.silenced.is_some() && one.severity > Severity::Off && covers(one);
    let mut is_shown = |one: &Finding| shown.next_if(|marked| std::ptr::eq(marked.finding, one)).is_some();
    site.findings.all().iter().filter(|one| is_shown(one) || is_silenced(one)).collect()
}

fn rules() -> Vec<&'static Rule> {
    RULES.iter().map(|registered| registered.rule).collect()
}

impl FailOn {
    /// As a severity; none when nothing fails.
    fn least(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Info => Some(Severity::Info),
            Self::Never => None,
        }
    }
}
