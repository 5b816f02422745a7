//! `etal import`: another catalogue becomes one of etal.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde_json::json;

use super::exit::Exit;
use super::failure::Failure;
use super::shell::Shell;
use crate::import::{IMPORTERS, Imported, Importer, Reason, Unplaced};
use crate::io::{self, Placed};
use crate::vocab;

/// Convert another catalogue into a complete one of etal
///
/// Every value is placed, or kept under `extras` and reported with its place. The
/// same source gives the same identifiers and the same files again; importing it anew replaces what
/// nobody edited since.
#[derive(Debug, Args)]
pub(super) struct Import {
    /// What is imported: dcat or jkan
    #[arg(value_name = "KIND")]
    kind: String,
    /// Its folder; for dcat, or a file in Turtle or JSON-LD
    #[arg(value_name = "DIR|FILE")]
    from: PathBuf,
    /// The folder of the new catalogue
    #[arg(long, value_name = "DIR")]
    into: PathBuf,
    /// How to print what could not be placed
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
}

/// How the report is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Human,
    /// For programs, in a form that has a version
    Json,
}

/// Version of the JSON report.
const JSON_FORMAT: u32 = 1;

/// Characters of a value that a line of the report shows.
const SHOWN: usize = 60;

pub(super) fn run(options: &Import, shell: &Shell) -> Result<Exit, Failure> {
    let importer = Importer::find(&options.kind).ok_or_else(|| unknown(&options.kind, shell))?;
    let source = io::read_source(&options.from, importer)?;
    let imported = (importer.convert)(&source);
    if imported.counts.datasets == 0 {
        return Err(empty(options, importer, &imported, shell));
    }
    let placed = io::place_import(&options.into, &options.from, importer, &imported)?;
    match options.format {
        Format::Human => shell.print(&human(&imported, placed, options, shell))?,
        Format::Json => shell.print(&machine(&imported, placed))?,
    }
    Ok(Exit::Clean)
}

fn unknown(kind: &str, shell: &Shell) -> Failure {
    let names: Vec<&str> = IMPORTERS.iter().map(|importer| importer.name).collect();
    let message = match shell.language() {
        "fr" => format!("`{kind}` n’est pas un catalogue que l’on sait importer"),
        _ => format!("`{kind}` is no catalogue that can be imported"),
    };
    let nearest = vocab::nearest(kind, names.iter().copied());
    let choice = nearest.map_or_else(|| names.join(", "), str::to_owned);
    Failure::said(message, Some(format!("{} {choice}", shell.say("use", "employer"))))
}

fn empty(options: &Import, importer: &Importer, imported: &Imported, shell: &Shell) -> Failure {
    let (folder, name) = (options.from.display(), importer.name);
    let message = match shell.language() {
        "fr" => format!("`{folder}` n’a aucun jeu de données de {name}"),
        _ => format!("`{folder}` has no dataset of {name}"),
    };
    let unreadable = imported.unplaced.iter().find(|one| one.reason == Reason::Unreadable);
    if let Some(unreadable) = unreadable {
        return Failure::said(message, Some(line(unreadable, shell).trim_end().to_owned()));
    }
    Failure::said(message, Some(importer.hint.get(shell.language()).to_owned()))
}

fn human(imported: &Imported, placed: Placed, options: &Import, shell: &Shell) -> String {
    let mut out = String::new();
    let mut by_reason: BTreeMap<Reason, usize> = BTreeMap::new();
    for unplaced in &imported.unplaced {
        *by_reason.entry(unplaced.reason).or_default() += 1;
        out.push_str(&line(unplaced, shell));
    }
    if !by_reason.is_empty() {
        let colon = shell.say(":", "\u{a0}:");
        let title = shell.say("without a place of their own", "sans place à elles");
        let _ = writeln!(out, "\n{} {title}{colon}", values(imported.unplaced.len(), shell));
        for (reason, count) in &by_reason {
            let _ = writeln!(out, "{count:>6}  {}", reason.text(shell.language()));
        }
    }
    let counts = imported.counts;
    let (datasets, resources, organizations) = (counts.datasets, counts.resources, counts.organizations);
    let (topics, pages) = (counts.topics, counts.pages);
    let (written, unchanged, removed) = (placed.written, placed.unchanged, placed.removed);
    let into = options.into.display();
    let summary = match shell.language() {
        "fr" => format!(
            "\njeux de données {datasets}, ressources {resources}, organisations {organizations}, thèmes {topics}, \
             pages {pages}\nfichiers écrits {written}, inchangés {unchanged}, retirés {removed}, dans `{into}`\n\
             ensuite\u{a0}: `etal check {into}`\n"
        ),
        _ => format!(
            "\ndatasets {datasets}, resources {resources}, organizations {organizations}, topics {topics}, \
             pages {pages}\nfiles written {written}, unchanged {unchanged}, removed {removed}, in `{into}`\n\
             next: `etal check {into}`\n"
        ),
    };
    out.push_str(if out.is_empty() { summary.trim_start() } else { &summary });
    out
}

fn values(count: usize, shell: &Shell) -> String {
    match (count, shell.language()) {
        (1, "fr") => String::from("1 valeur"),
        (_, "fr") => format!("{count} valeurs"),
        (1, _) => String::from("1 value"),
        _ => format!("{count} values"),
    }
}

fn line(unplaced: &Unplaced, shell: &Shell) -> String {
    let Unplaced { path, line, column, key, value, reason, kept } = unplaced;
    let (path, key, mut shown) = (printable(path), printable(key), printable(value));
    if let Some((end, _)) = shown.char_indices().nth(SHOWN) {
        shown.truncate(end);
        shown.push('…');
    }
    let reason = reason.text(shell.language());
    let kept = match kept {
        Some(kept) => format!(" → {kept}"),
        None => String::new(),
    };
    let colon = shell.say(":", "\u{a0}:");
    let key = if key.is_empty() { String::new() } else { format!("{key} ") };
    let place = if *line == 0 { path } else { format!("{path}:{line}:{column}") };
    format!("{place}: {key}`{shown}`{colon} {reason}{kept}\n")
}

/// A text of the source that cannot move the cursor or turn the line around.
fn printable(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().map(|c| if c.is_control() || turns(c) { ' ' } else { c }).collect()
}

fn machine(imported: &Imported, placed: Placed) -> String {
    let unplaced: Vec<_> = imported
        .unplaced
        .iter()
        .map(|one| {
            json!({
                "path": one.path,
                "line": one.line,
                "column": one.column,
                "key": one.key,
                "value": one.value,
                "reason": one.reason.name(),
                "kept": one.kept,
            })
        })
        .collect();
    let counts = imported.counts;
    let report = json!({
        "format": JSON_FORMAT,
        "catalog": imported.id.to_string(),
        "datasets": counts.datasets,
        "resources": counts.resources,
        "organizations": counts.organizations,
        "topics": counts.topics,
        "pages": counts.pages,
        "written": placed.written,
        "unchanged": placed.unchanged,
        "removed": placed.removed,
        "unplaced": unplaced,
    });
    format!("{report:#}\n")
}
