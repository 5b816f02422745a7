//! `etal check`: every finding of a catalogue.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use jiff::civil::Date;

use super::args::Global;
use super::baseline::Baselines;
use super::exit::Exit;
use super::failure::Failure;
use super::fix::Plan;
use super::load::load;
use super::select::{Selection, select};
use super::shell::Shell;
use crate::finding::{self, Finding, Hidden, Marked, Report, Rule, Severity};
use crate::fix::mends;
use crate::inputs::{Drafts, Inputs};
use crate::io::{Catalogue, Shape, folder_in_repository, hold};
use crate::pipeline;
use crate::rules::RULES;
use crate::site::Site;
use crate::source::{Content, SourceId};

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
    options.baselines.look(shell)?;
    let selection = select(&options.paths, global)?;
    let now = shell.now(global)?;
    if selection.shape == Shape::Datasets {
        shell.note(shell.say(
            "no `site.toml`: every file of this folder is taken for the descriptor of a dataset",
            "pas de `site.toml`\u{a0}: chaque fichier de ce dossier est pris pour la description d’un jeu de données",
        ));
    }
    let edits = options.fix && !options.diff && selection.shape == Shape::Catalogue;
    let _hold = if edits { Some(hold(&selection.root)?) } else { None };
    let Catalogue { inputs, places, .. } = load(&selection.root, selection.shape, now, shell)?;
    let config = inputs.config;
    let kept = options.fix.then(|| inputs.clone());
    let mut site = pipeline::site(inputs, Drafts::Kept);
    if options.diff || options.fix {
        let covered = |finding: &&Finding| selection.covers(finding.site.source, &site.sources, config);
        let mends = mends(&site, &site.findings.shown().filter(covered).collect::<Vec<_>>());
        let plan = Plan::new(&site, &mends);
        if options.diff {
            let fails = plan.show(shell)? && options.fail_on != FailOn::Never;
            return Ok(if fails { Exit::Findings } else { Exit::Clean });
        }
        let contents = plan.make(&places, options.format != Format::Human, shell)?;
        site = kept.map_or(site, |inputs| again(inputs, contents));
    }
    let exit = tell(options, &Checked { site: &site, selection: &selection, config, now }, shell)?;
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

/// A catalogue with its findings, and the part that was asked for.
struct Checked<'a> {
    site: &'a Site,
    selection: &'a Selection,
    config: usize,
    now: Date,
}

/// Tells what was found and is not hidden.
fn tell(options: &Check, checked: &Checked<'_>, shell: &Shell) -> Result<Exit, Failure> {
    let sources = checked.site.sources.as_slice();
    let asked = |marked: &Marked<'_>| checked.covers(marked.finding.site.source);
    let marked = finding::marked(checked.site.findings.all());
    let (mut shown, mut hidden) = options.baselines.split(marked, asked, sources, shell)?;
    shown.retain(asked);
    if let Some(hidden) = &mut hidden {
        hidden.findings.retain(asked);
    }
    let folder = folder_in_repository(&checked.selection.root);
    let (language, hidden) = (shell.language(), hidden.as_ref());
    let report = Report { findings: &shown, sources, folder: &folder, language, hidden };
    let least = options.fail_on.least();
    checked.print(options.format, &report, least, shell)?;
    if let (Some(hidden), true) = (hidden, options.format != Format::Human) {
        shell.note(&hidden.sentence(language));
    }
    let fails = least.is_some_and(|least| shown.iter().any(|marked| marked.finding.severity >= least));
    Ok(if fails { Exit::Findings } else { Exit::Clean })
}

impl Checked<'_> {
    fn covers(&self, source: SourceId) -> bool {
        self.selection.covers(source, &self.site.sources, self.config)
    }

    fn print(
        &self,
        format: Format,
        report: &Report<'_>,
        least: Option<Severity>,
        shell: &Shell,
    ) -> Result<(), Failure> {
        match format {
            Format::Human => {
                let findings = findings(report);
                shell.print(&finding::human(&findings, report.sources, report.language, shell.colors()))?;
                let lines = |hidden: &Hidden<'_>| shell.print(&hidden.lines(report.language));
                report.hidden.map_or(Ok(()), lines)
            }
            Format::Json => {
                let known = self.known(report);
                shell.print_json(&finding::json(&known, report.sources, report.language, self.now, report.hidden))
            }
            Format::Sarif => {
                let mends = mends(self.site, &findings(report));
                let plan = Plan::new(self.site, &mends);
                shell.print_json(&finding::sarif(report, &rules(), &plan.fixes()))
            }
            Format::Github => shell.print(&finding::github(report)),
            Format::Gitlab => shell.print_json(&finding::gitlab(report)),
            Format::Junit => {
                let all = (0..report.sources.len()).map(|at| SourceId(at as u32));
                let judged: Vec<SourceId> = all.filter(|source| self.covers(*source)).collect();
                shell.print_with(|out| finding::junit(report, &judged, least, out))
            }
        }
    }

    /// What is shown, and what a comment silences, in order.
    fn known(&self, report: &Report<'_>) -> Vec<&Finding> {
        let mut shown = report.findings.iter().peekable();
        let mut is_shown = |one: &Finding| shown.next_if(|marked| std::ptr::eq(marked.finding, one)).is_some();
        let is_silenced = |one: &Finding| one.silenced.is_some() && one.severity > Severity::Off;
        let is_known = |one: &&Finding| is_shown(one) || is_silenced(one) && self.covers(one.site.source);
        self.site.findings.all().iter().filter(is_known).collect()
    }
}

fn findings<'a>(report: &Report<'a>) -> Vec<&'a Finding> {
    report.findings.iter().map(|marked| marked.finding).collect()
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
