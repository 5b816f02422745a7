//! `etal snapshot restore`: a catalogue again, from what it was years ago.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::shell::Shell;
use crate::evidence::NAME;
use crate::io::unpack::{Restored, restore};
use crate::snapshot::{Heading, Misfit, shown};

/// Give back the catalogue that a snapshot was made from
///
/// Writes the descriptors, their files and the theme, with the `evidence.json` that keeps their dates. Each file is
/// compared with its digest first. The exit code is 0, 1 when a file is not what it was, 2 when the command could not
/// run; in both nothing is written.
#[derive(Debug, Args)]
pub(super) struct Restore {
    /// The snapshot: an archive, or the folder that was in it
    #[arg(value_name = "FILE|DIR")]
    snapshot: PathBuf,
    /// The folder for the catalogue, which does not exist yet or is empty
    #[arg(value_name = "TARGET")]
    target: PathBuf,
}

pub(super) fn run(options: &Restore, shell: &Shell) -> Result<Exit, Failure> {
    let restored = restore(&options.snapshot, &options.target).map_err(|error| super::unopened(error, shell))?;
    match restored {
        Restored::Whole(files, heading) => {
            shell.report(&done(&options.target, files, &heading, shell))?;
            Ok(Exit::Clean)
        }
        Restored::Refused(misfits) => {
            shell.print(&refused(&misfits, shell))?;
            Ok(Exit::Findings)
        }
    }
}

fn done(target: &Path, files: usize, heading: &Heading, shell: &Shell) -> String {
    let place = target.display();
    let commit = heading.commit.as_deref().map(|commit| format!(", commit {}", shown(commit))).unwrap_or_default();
    let now = heading.now;
    let (en, fr) = (
        format!(
            "restored `{place}`: {files} files, as of {now}{commit}\n\n\
             next:\n  cd {0}\n  git init\n  git add --all && git commit -m \"Restore\"   \
             # `{NAME}` too: it keeps the dates\n  etal build --replay   # the site of then\n",
            quoted(target)
        ),
        format!(
            "`{place}` restauré\u{a0}: {files} fichiers, au {now}{commit}\n\n\
             ensuite\u{a0}:\n  cd {0}\n  git init\n  git add --all && git commit -m \"Restore\"   \
             # `{NAME}` aussi\u{a0}: il garde les dates\n  etal build --replay   # le site d’alors\n",
            quoted(target)
        ),
    );
    shell.say(&en, &fr).to_owned()
}

fn refused(misfits: &[(String, Misfit)], shell: &Shell) -> String {
    let mut text = String::new();
    for (path, misfit) in misfits {
        let _ = writeln!(text, "`{}` {}", shown(path), misfit.message(shell.language()));
    }
    text.push('\n');
    text.push_str(shell.say(
        "nothing was restored: this is not what the snapshot was; take another copy of it\n",
        "rien n’a été restauré\u{a0}: ce n’est plus l’instantané d’origine\u{202f}; en prendre une autre copie\n",
    ));
    text
}

/// A path as a shell takes it.
fn quoted(path: &Path) -> String {
    let text = path.display().to_string();
    let is_plain = |sign: char| sign.is_alphanumeric() || matches!(sign, '/' | '.' | '-' | '_');
    if text.chars().all(is_plain) { text } else { format!("'{}'", text.replace('\'', r"'\''")) }
}
