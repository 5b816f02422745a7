//! `etal theme eject`: files of the theme, to be changed.

use std::collections::BTreeMap;
use std::path::Path;

use clap::{Args, Subcommand};

use super::args::Global;
use super::exit::Exit;
use super::failure::Failure;
use super::shell::Shell;
use crate::io::{self, find_root, root_at};
use crate::theme;
use crate::vocab;

/// Work on the look of the site
#[derive(Debug, Args)]
pub(super) struct Theme {
    #[command(subcommand)]
    command: ThemeCommand,
}

#[derive(Debug, Subcommand)]
enum ThemeCommand {
    Eject(Eject),
}

/// Copy files of the built-in theme into the catalogue, where they take its place
///
/// They go to `themes/` and the name of the theme in `site.toml`. Files that are there already are
/// left as they are. A file that is not copied follows the theme from version to version: take only
/// what is to be changed.
#[derive(Debug, Args)]
struct Eject {
    /// Paths inside the theme, or folders of it; by default all of it
    #[arg(value_name = "FILE")]
    files: Vec<String>,
    /// List the files and copy nothing
    #[arg(long)]
    list: bool,
}

pub(super) fn run(options: &Theme, global: &Global, shell: &Shell) -> Result<Exit, Failure> {
    let ThemeCommand::Eject(eject) = &options.command;
    let wanted = wanted(&eject.files, shell)?;
    if eject.list {
        let lines: Vec<String> = wanted.keys().map(|path| format!("{path}\n")).collect();
        shell.print(&lines.concat())?;
        return Ok(Exit::Clean);
    }
    let root = match &global.root {
        Some(root) => root_at(root)?,
        None => find_root(Path::new("."))?,
    };
    let folder = io::theme_folder(&root)?;
    let placed = wanted.iter().map(|(path, bytes)| (format!("{folder}/{path}"), bytes.to_vec()));
    let (standing, files): (BTreeMap<_, _>, BTreeMap<_, _>) =
        placed.partition(|(path, _)| root.join(path).symlink_metadata().is_ok());
    io::write_new(&root, &files)?;
    for path in standing.keys() {
        shell.note(&format!("{path}{} {}", shell.say(":", "\u{a0}:"), shell.say("left as it is", "laissé tel quel")));
    }
    let lines: Vec<String> = files.keys().map(|path| format!("{path}\n")).collect();
    shell.print(&lines.concat())?;
    Ok(Exit::Clean)
}

/// The files of the theme that some paths name; all of them when there is none.
fn wanted(paths: &[String], shell: &Shell) -> Result<BTreeMap<&'static str, &'static [u8]>, Failure> {
    let all: BTreeMap<&'static str, &'static [u8]> = theme::Theme::files().collect();
    if paths.is_empty() {
        return Ok(all);
    }
    let mut wanted = BTreeMap::new();
    for path in paths {
        let path = path.trim_end_matches('/');
        let inside = |name: &str| name == path || name.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'));
        let before = wanted.len();
        wanted.extend(all.iter().filter(|(name, _)| inside(name)).map(|(name, bytes)| (*name, *bytes)));
        if wanted.len() == before && !all.keys().any(|name| inside(name)) {
            return Err(unknown(path, all.keys().copied(), shell));
        }
    }
    Ok(wanted)
}

fn unknown(path: &str, names: impl Iterator<Item = &'static str>, shell: &Shell) -> Failure {
    let names: Vec<&str> = names.collect();
    // People name a template by its last part more often than by its path.
    let same_end = names.iter().find(|name| name.ends_with(&format!("/{path}"))).copied();
    let nearest = same_end.or_else(|| vocab::nearest(path, names.iter().copied()));
    let message = match shell.language() {
        "fr" => format!("le thème n’a pas de fichier `{path}`"),
        _ => format!("the theme has no file `{path}`"),
    };
    let remedy = match nearest {
        Some(nearest) => format!("{} `{nearest}`", shell.say("use", "employer")),
        None => String::from("`etal theme eject --list`"),
    };
    Failure::said(message, Some(remedy))
}
