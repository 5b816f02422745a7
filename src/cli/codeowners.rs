//! `etal codeowners`: who the forge asks for approval of what.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::args::Global;
use super::exit::Exit;
use super::failure::Failure;
use super::load::load;
use super::out;
use super::select;
use super::shell::Shell;
use crate::inputs::Drafts;
use crate::io::{self, Shape, folder_in_repository};
use crate::model::ForgeKind;
use crate::owners::{MAX_BYTES, NoMaintainer, codeowners, hiding, is_ours, place};
use crate::pipeline;
use crate::site::Site;

/// Names that are told one by one; further ones are counted.
const SHOWN: usize = 10;

/// Write CODEOWNERS: the forge then asks the producer of a dataset to approve changes of it
///
/// Producers are the members of organizations that have a name on the forge. Everything else,
/// settings, pages, organizations, workflows and this file included, is for the maintainers:
/// `owners` under `[forge]` in `site.toml`, else the administrators of the catalogue's publisher.
/// Commit the file; it binds once the branch is protected.
#[derive(Debug, Args)]
pub(super) struct Codeowners {
    /// The catalogue's folder
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    /// The forge that is to read it; by default that of `site.toml`
    #[arg(long, value_name = "FORGE")]
    forge: Option<ForgeName>,
    /// Write nothing: say whether the file is up to date; the exit code is 1 when it is not
    #[arg(long)]
    check: bool,
    /// The file to write instead of the one that the forge reads
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// The forges.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ForgeName {
    /// GitHub
    Github,
    /// GitLab
    Gitlab,
    /// Forgejo or Gitea
    #[value(alias = "gitea")]
    Forgejo,
}

impl From<ForgeName> for ForgeKind {
    fn from(name: ForgeName) -> Self {
        match name {
            ForgeName::Github => Self::GitHub,
            ForgeName::Gitlab => Self::GitLab,
            ForgeName::Forgejo => Self::Forgejo,
        }
    }
}

pub(super) fn run(options: &Codeowners, global: &Global, shell: &Shell) -> Result<Exit, Failure> {
    if options.check {
        out::not_standard("--out", options.out.as_deref(), shell)?;
    }
    let root = select::root(options.folder.as_deref(), global)?;
    let now = shell.now(global)?;
    let catalogue = load(&root, Shape::Catalogue, now, shell)?;
    let site = pipeline::site(catalogue.inputs, Drafts::Kept);
    let kind = kind(options, &site, shell)?;
    let folder = folder_in_repository(&root);
    let owners = codeowners(&site, kind, &folder).map_err(|nobody| no_maintainer(&nobody, shell))?;
    tell_refused(&owners.refused, shell);
    tell_unnamed(&owners.unnamed, shell);
    if owners.text.len() > MAX_BYTES {
        shell.note(shell.say(
            "warning: the file has more than 3 MB; GitHub does not read it",
            "attention\u{a0}: le fichier a plus de 3 Mo\u{202f}; GitHub ne le lit pas",
        ));
    }
    if options.out.is_some() && out::file(options.out.as_deref()).is_none() {
        shell.print(&owners.text)?;
        return Ok(Exit::Clean);
    }
    let (path, name) = target(options, &root, kind, &folder, shell)?;
    let there = read(&path)?;
    if there.as_deref() == Some(owners.text.as_str()) {
        let (en, fr) = (format!("{name}: up to date\n"), format!("{name}\u{a0}: à jour\n"));
        shell.report(shell.say(&en, &fr))?;
        return Ok(Exit::Clean);
    }
    if options.check {
        let en = format!("{name}: not up to date; run `etal codeowners` and commit it\n");
        let fr = format!("{name}\u{a0}: pas à jour\u{202f}; lancer `etal codeowners` et committer le fichier\n");
        shell.print(shell.say(&en, &fr))?;
        return Ok(Exit::Findings);
    }
    if there.is_some_and(|text| !is_ours(&text)) {
        return Err(foreign(&name, shell));
    }
    io::write_whole(&path, |out| out.write_all(owners.text.as_bytes()))?;
    let (en, fr) = (format!("{name}: written\n"), format!("{name}\u{a0}: écrit\n"));
    shell.report(shell.say(&en, &fr))?;
    Ok(Exit::Clean)
}

fn kind(options: &Codeowners, site: &Site, shell: &Shell) -> Result<ForgeKind, Failure> {
    let said = options.forge.map(ForgeKind::from).or(site.config.forge.as_ref().map(|forge| forge.kind));
    said.ok_or_else(|| {
        Failure::said(
            shell.say("the forge is not known", "la forge n’est pas connue"),
            Some(String::from(shell.say(
                "name it with `--forge github`, or under `[forge]` in site.toml",
                "la nommer avec `--forge github`, ou sous `[forge]` dans site.toml",
            ))),
        )
    })
}

/// The file to write, and its name for people. What would hide it from the forge is refused.
fn target(
    options: &Codeowners,
    root: &Path,
    kind: ForgeKind,
    folder: &str,
    shell: &Shell,
) -> Result<(PathBuf, String), Failure> {
    if let Some(out) = &options.out {
        return Ok((out.clone(), out.display().to_string()));
    }
    let mut top = root.to_owned();
    folder.matches('/').for_each(|_| top.push(".."));
    if let Some(hides) = hiding(kind).iter().find(|path| top.join(path).symlink_metadata().is_ok()) {
        let name = place(kind);
        let en = format!("the forge would read `{hides}` and not `{name}`");
        let fr = format!("la forge lirait `{hides}` et non `{name}`");
        let en_remedy = format!("move `{hides}` away, or write there with `--out {hides}`");
        let fr_remedy = format!("déplacer `{hides}`, ou écrire là avec `--out {hides}`");
        return Err(Failure::said(shell.say(&en, &fr), Some(shell.say(&en_remedy, &fr_remedy).to_owned())));
    }
    Ok((top.join(place(kind)), place(kind).to_owned()))
}

fn read(path: &Path) -> Result<Option<String>, Failure> {
    match std::fs::read(path) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(cause) if cause.kind() == ErrorKind::NotFound => Ok(None),
        Err(cause) => Err(io::Error::Read(path.to_owned(), cause).into()),
    }
}

fn foreign(name: &str, shell: &Shell) -> Failure {
    let (en, fr) = (format!("`{name}` was not written by etal"), format!("`{name}` n’a pas été écrit par etal"));
    let remedy = shell.say(
        "move it away and give its names under `owners` of `[forge]` and as `members` of organizations, or write another file with `--out FILE`",
        "le déplacer et donner ses noms sous `owners` de `[forge]` et comme `members` des organisations, ou écrire un autre fichier avec `--out FILE`",
    );
    Failure::said(shell.say(&en, &fr), Some(remedy.to_owned()))
}

fn no_maintainer(nobody: &NoMaintainer, shell: &Shell) -> Failure {
    tell_refused(&nobody.refused, shell);
    Failure::said(
        shell.say(
            "no maintainer of the catalogue is known: nobody could approve what has no producer",
            "aucun mainteneur du catalogue n’est connu\u{a0}: personne ne pourrait approuver ce qui n’a pas de producteur",
        ),
        Some(String::from(shell.say(
            "give `owners = [\"name\"]` under `[forge]` in site.toml, or `members` with `forge` and `role: admin` to the organization that is its `publisher`",
            "donner `owners = [\"nom\"]` sous `[forge]` dans site.toml, ou des `members` avec `forge` et `role: admin` à l’organisation qui en est le `publisher`",
        ))),
    )
}

fn tell_refused(refused: &[(String, String)], shell: &Shell) {
    let words = shell.say("no name on this forge, left out:", "pas un nom de cette forge, laissé de côté\u{a0}:");
    // Escaped: a name may hold what a terminal would obey.
    tell(refused.iter().map(|(path, name)| format!("{path}: {words} {name:?}")), shell);
}

fn tell_unnamed(unnamed: &[String], shell: &Shell) {
    let words = shell.say(
        "patterns of this forge cannot say this path: its changes go to the maintainers",
        "les motifs de cette forge ne savent pas dire ce chemin\u{a0}: ses changements vont aux mainteneurs",
    );
    tell(unnamed.iter().map(|path| format!("{path:?}: {words}")), shell);
}

/// The first lines, and how many more there are.
fn tell(lines: impl ExactSizeIterator<Item = String>, shell: &Shell) {
    let more = lines.len().saturating_sub(SHOWN);
    lines.take(SHOWN).for_each(|line| shell.note(&line));
    if more > 0 {
        shell.note(&format!("… {} {more}", shell.say("and more:", "et d’autres\u{a0}:")));
    }
}
