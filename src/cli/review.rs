//! `etal review`: what a change means for readers.

use std::path::PathBuf;

use clap::Args;

use super::args::Global;
use super::exit::Exit;
use super::failure::Failure;
use super::progress::Bar;
use super::reviewed::Report;
use super::select;
use super::shell::Shell;
use crate::io::{self, CompareError, Compared, RevisionFault};
use crate::pipeline;
use crate::review::Facts;
use crate::theme::Theme;

/// Say what a change means for readers: datasets added, changed and gone, field by field
///
/// Compares the files on the disk, or the commit --head, with the point where that line of history left the one of
/// --base. The exit code is 0, 1 when something is beyond --fail-on, 2 when the command could not run.
#[derive(Debug, Args)]
pub(super) struct Review {
    /// The catalogue's folder
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    /// The branch or commit that the change is for
    #[arg(long, value_name = "REF")]
    base: String,
    /// The commit to review; by default the files as they are on the disk
    #[arg(long, value_name = "REF")]
    head: Option<String>,
    #[command(flatten)]
    report: Report,
    /// The name on the forge of whoever proposes the change, to say what is not theirs
    #[arg(long, value_name = "NAME")]
    actor: Option<String>,
}

pub(super) fn run(options: &Review, global: &Global, shell: &Shell) -> Result<Exit, Failure> {
    let root = select::root(options.folder.as_deref(), global)?;
    let now = shell.now(global)?;
    let compared = io::compare(&root, &options.base, options.head.as_deref(), now, &Bar::reading(shell));
    let compared = compared.map_err(|error| failure(error, shell))?;
    if compared.range.is_shallow {
        shell.note(shell.say(
            "this clone lacks some of the history: where two lines parted may be wrong",
            "ce clone n’a pas tout l’historique\u{a0}: l’endroit où deux lignes se séparent peut être faux",
        ));
    }
    let Compared { range, base, had_catalogue, head, renames, elsewhere } = compared;
    // The theme that a change brings may say anything: its words are those of before.
    let theme = Theme::load(&base.theme)?;
    let (before, after) = pipeline::both(base, head);
    let facts = Facts {
        renames,
        elsewhere,
        actor: options.actor.clone(),
        base: short(&range.base),
        head: options.head.as_ref().map(|_| short(&range.head)),
        is_first: !had_catalogue,
    };
    options.report.tell(before, after, &facts, &theme, global, shell)
}

fn short(commit: &str) -> String {
    commit.chars().take(10).collect()
}

fn failure(error: CompareError, shell: &Shell) -> Failure {
    match error {
        CompareError::Io(error) => error.into(),
        CompareError::Revision(fault) => of_revision(fault, shell.language() == "fr"),
    }
}

fn of_revision(fault: RevisionFault, french: bool) -> Failure {
    let choose = |fr: String, en: String| if french { fr } else { en };
    let deepen = |is_shallow: bool| match (is_shallow, french) {
        (true, true) => "ce clone est incomplet\u{a0}: `git fetch --unshallow`, ou `fetch-depth: 0` dans un workflow",
        (true, false) => "this clone is shallow: `git fetch --unshallow`, or `fetch-depth: 0` in a workflow",
        (false, true) => "chercher la branche, par exemple `git fetch origin main`, puis `--base origin/main`",
        (false, false) => "fetch the branch, for example `git fetch origin main`, then `--base origin/main`",
    };
    match fault {
        RevisionFault::NoRepository(words) => Failure::said(
            choose(
                format!("le catalogue n’est dans aucun dépôt git que l’on puisse lire\u{a0}: {words}"),
                format!("the catalogue is in no git repository that can be read: {words}"),
            ),
            Some(choose(
                String::from("installer git, et lancer `etal review` dans un clone du dépôt"),
                String::from("install git, and run `etal review` in a clone of the repository"),
            )),
        ),
        RevisionFault::Unknown(name, is_shallow) => Failure::said(
            choose(format!("aucun commit ne s’appelle `{name}` ici"), format!("no commit is called `{name}` here")),
            Some(deepen(is_shallow).to_owned()),
        ),
        RevisionFault::Apart(base, head, is_shallow) => Failure::said(
            choose(
                format!("`{base}` et `{head}` n’ont pas d’ancêtre commun ici"),
                format!("`{base}` and `{head}` have no common ancestor here"),
            ),
            Some(deepen(is_shallow).to_owned()),
        ),
        RevisionFault::Git(words) => Failure::said(
            choose(format!("git n’a pas répondu\u{a0}: {words}"), format!("git did not answer: {words}")),
            Some(choose(
                String::from("voir `git status` et `git fsck` dans ce dépôt"),
                String::from("look at `git status` and `git fsck` in this repository"),
            )),
        ),
    }
}
