//! `etal init`: a catalogue that is ready to push, or the workflows of one that exists.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::Args;
use uuid::Uuid;

use super::args::Global;
use super::ask::{ask_text, can_ask};
use super::codeowners::ForgeName;
use super::exit::Exit;
use super::failure::Failure;
use super::shell::Shell;
use crate::io::{self, folder_in_repository, is_inside_repository, root_at};
use crate::model::{Config, ForgeKind};
use crate::parse::parse_config;
use crate::scaffold::{Begin, Flows, Source, SourceError, clicks, files, is_plain, workflows};
use crate::source::{Content, SourceFile, SourceId};

/// The repository that etal comes from, as Cargo.toml says, and the commit it was built from; either
/// may be empty.
const REPOSITORY: &str = env!("CARGO_PKG_REPOSITORY");
const COMMIT: &str = env!("ETAL_COMMIT");
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Begin a catalogue: settings, an example, pages, and workflows that check, review and publish it
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
    #[arg(long, allow_hyphen_values = true)]
    title: Option<String>,
    /// Name of the organization that publishes it
    #[arg(long, value_name = "NAME", allow_hyphen_values = true)]
    organization: Option<String>,
    /// E-mail address for questions about the catalogue
    #[arg(long, value_name = "ADDRESS")]
    email: Option<String>,
    /// The forge that gets workflows; by default all of them, or with --workflows-only that of
    /// `site.toml`
    #[arg(long, value_name = "FORGE")]
    forge: Option<ForgeName>,
    /// Write only the workflows, for the catalogue that is in DIR already
    #[arg(long, conflicts_with_all = ["title", "organization", "email"])]
    workflows_only: bool,
    /// The repository that workflows build etal from; by default the one this etal comes from
    #[arg(long, value_name = "URL")]
    etal_repo: Option<String>,
    /// The commit or tag of etal that workflows build; by default the one this etal was built from
    #[arg(long, value_name = "COMMIT")]
    etal_rev: Option<String>,
}

pub(super) fn run(options: &Init, global: &Global, shell: &Shell) -> Result<Exit, Failure> {
    let source = source(options, shell)?;
    if options.workflows_only {
        return only_workflows(options, &source, shell);
    }
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
    // Forges look for workflows at the top of a repository alone.
    let is_inside = is_inside_repository(&options.folder);
    let forges = if is_inside { Vec::new() } else { forges(options, None) };
    let begin = Begin {
        language: shell.language(),
        title: &title,
        organization: &organization,
        email: Some(email.as_str()).filter(|email| !email.is_empty()),
        today,
        ids: std::array::from_fn(|_| Uuid::new_v4()),
        flows: flows(shell.language(), &source, "main", ""),
        forges: &forges,
    };
    let files = files(&begin);
    io::write_new(&options.folder, &files)?;
    if is_inside {
        let folder = options.folder.display();
        let en = format!(
            "no workflows yet, for this folder is part of a repository: `etal init {folder} --workflows-only` writes them at its top"
        );
        let fr = format!(
            "pas encore de workflows, car ce dossier fait partie d’un dépôt\u{a0}: `etal init {folder} --workflows-only` les écrit en haut de celui-ci"
        );
        shell.note(shell.say(&en, &fr));
    } else {
        tell_unknown_source(&source, shell);
    }
    shell.print(&told(options, files.keys(), shell))?;
    Ok(Exit::Clean)
}

/// Writes the workflows of a catalogue that is there already, at the top of its repository.
fn only_workflows(options: &Init, source: &Source, shell: &Shell) -> Result<Exit, Failure> {
    let root = root_at(&options.folder)?;
    let config = config(&root)?;
    let folder = folder_in_repository(&root);
    let branch = config.forge.as_ref().map_or("main", |forge| forge.branch.as_str());
    let below = folder.trim_end_matches('/');
    for name in [branch, below] {
        if !name.is_empty() && !is_plain(name) {
            return Err(odd_name(name, shell));
        }
    }
    let flows = flows(config.language(), source, branch, below);
    let mut files = BTreeMap::new();
    for kind in forges(options, config.forge.as_ref().map(|forge| forge.kind)) {
        files.extend(workflows(kind, &flows));
    }
    let mut top = root;
    folder.matches('/').for_each(|_| top.push(".."));
    io::write_new(&top, &files)?;
    tell_unknown_source(source, shell);
    shell.report(&files.keys().map(|path| format!("{path}\n")).collect::<String>())?;
    Ok(Exit::Clean)
}

/// The settings of a catalogue, without reading the rest of it.
fn config(root: &Path) -> Result<Config, Failure> {
    let path = root.join(io::CONFIG);
    let bytes = std::fs::read(&path).map_err(|cause| io::Error::Read(path, cause))?;
    let file = SourceFile { path: io::CONFIG.to_owned(), content: Content::of(&bytes) };
    Ok(parse_config(&file, SourceId(0)).0)
}

fn flows<'a>(language: &'a str, source: &'a Source, branch: &'a str, folder: &'a str) -> Flows<'a> {
    Flows { language, source, branch, folder, version: VERSION, rust: env!("CARGO_PKG_RUST_VERSION") }
}

fn forges(options: &Init, known: Option<ForgeKind>) -> Vec<ForgeKind> {
    match options.forge.map(ForgeKind::from).or(known) {
        Some(kind) => vec![kind],
        None => vec![ForgeKind::GitHub, ForgeKind::GitLab, ForgeKind::Forgejo],
    }
}

/// Where workflows take etal from. A commit is only known of a released build; its tag stands for it otherwise.
fn source(options: &Init, shell: &Shell) -> Result<Source, Failure> {
    let tag = format!("v{VERSION}");
    let repository = options.etal_repo.as_deref().unwrap_or(REPOSITORY);
    let revision = options.etal_rev.as_deref().unwrap_or(if COMMIT.is_empty() { &tag } else { COMMIT });
    Source::new(repository, revision).map_err(|error| {
        let (found, en, fr) = match error {
            SourceError::Repository => (
                repository,
                "give a plain address of a repository that begins with `https://`",
                "donner l’adresse simple d’un dépôt, qui commence par `https://`",
            ),
            SourceError::Revision => (
                revision,
                "give a whole commit or the name of a tag",
                "donner un commit entier ou le nom d’une étiquette",
            ),
        };
        let (en_message, fr_message) =
            (format!("{found:?} cannot be used"), format!("{found:?} ne peut pas être employé"));
        Failure::said(shell.say(&en_message, &fr_message), Some(shell.say(en, fr).to_owned()))
    })
}

fn odd_name(name: &str, shell: &Shell) -> Failure {
    let en = format!("{name:?} cannot be written into workflows: it has other signs than letters, digits and `-_./`");
    let fr = format!(
        "{name:?} ne peut pas être écrit dans des workflows\u{a0}: il a d’autres signes que lettres, chiffres et `-_./`"
    );
    let remedy = shell.say("rename that branch or folder", "renommer cette branche ou ce dossier");
    Failure::said(shell.say(&en, &fr), Some(remedy.to_owned()))
}

fn tell_unknown_source(source: &Source, shell: &Shell) {
    if source.repository().is_empty() {
        shell.note(shell.say(
            "the workflows do not know where etal comes from: fill in `ETAL_REPOSITORY` there, or give `--etal-repo URL`",
            "les workflows ne savent pas d’où vient etal\u{a0}: y remplir `ETAL_REPOSITORY`, ou donner `--etal-repo URL`",
        ));
    }
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
