//! The file of the findings that a catalogue had when it adopted the rules.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use clap::Args;

use super::failure::Failure;
use super::out;
use super::shell::Shell;
use crate::finding::{Baseline, BaselineFault, Hidden, Marked};
use crate::io::{Error, write_whole};
use crate::source::SourceFile;

/// Which findings are hidden.
#[derive(Debug, Args)]
pub(super) struct Baselines {
    /// Hide the findings that this file lists, until they are mended
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Write the findings that there are to this file, and hide them from now on; with --baseline, only those of it
    /// that are still found
    #[arg(long, value_name = "FILE")]
    write_baseline: Option<PathBuf>,
}

impl Baselines {
    /// Refuses a file that is not to be written, before anything else is done.
    pub(super) fn look(&self, shell: &Shell) -> Result<(), Failure> {
        out::not_standard("--write-baseline", self.write_baseline.as_deref(), shell)?;
        let Some(path) = &self.write_baseline else { return Ok(()) };
        out::only_over_ours(path, "--write-baseline", |text| Baseline::read(text).is_ok(), shell)
    }

    /// Splits the findings of a catalogue into those that are shown and those that are hidden.
    /// `asked` are those that a new baseline would have.
    pub(super) fn split<'a>(
        &self,
        findings: Vec<Marked<'a>>,
        asked: impl Fn(&Marked<'a>) -> bool,
        sources: &[SourceFile],
        shell: &Shell,
    ) -> Result<(Vec<Marked<'a>>, Option<Hidden<'a>>), Failure> {
        let (shown, hidden) = match (&self.baseline, &self.write_baseline) {
            (None, None) => return Ok((findings, None)),
            (Some(path), _) => read(path, shell)?.split(findings),
            (None, Some(_)) => {
                let (hidden, shown) = findings.into_iter().partition(asked);
                (shown, Hidden { findings: hidden, stale: Vec::new() })
            }
        };
        if let Some(path) = &self.write_baseline {
            let baseline = Baseline::of(&hidden.findings, sources);
            write_whole(path, |out| baseline.write(out))?;
            let (count, path) = (baseline.len(), path.display());
            shell.note(&match shell.language() {
                "fr" => format!("constats écrits dans `{path}`\u{a0}: {count}"),
                _ => format!("findings written to `{path}`: {count}"),
            });
        }
        Ok((shown, Some(hidden)))
    }
}

fn read(path: &Path, shell: &Shell) -> Result<Baseline, Failure> {
    let text = fs::read_to_string(path).map_err(|cause| match cause.kind() {
        ErrorKind::NotFound => absent(path, shell),
        _ => Error::Read(path.to_owned(), cause).into(),
    })?;
    Baseline::read(&text).map_err(|fault| {
        let path = path.display();
        let message = match (fault, shell.language()) {
            (BaselineFault::Form(cause), "fr") => format!("`{path}` n’est pas un état de référence\u{a0}: {cause}"),
            (BaselineFault::Form(cause), _) => format!("`{path}` is no baseline: {cause}"),
            (BaselineFault::Format(number), "fr") => {
                format!("`{path}` est de la forme {number}, et seule la forme 1 est connue")
            }
            (BaselineFault::Format(number), _) => {
                format!("`{path}` has the form {number}, and only the form 1 is known")
            }
        };
        Failure::said(message, Some(remedy(shell)))
    })
}

fn absent(path: &Path, shell: &Shell) -> Failure {
    let path = path.display();
    let message = match shell.language() {
        "fr" => format!("`{path}` n’existe pas"),
        _ => format!("`{path}` does not exist"),
    };
    Failure::said(message, Some(remedy(shell)))
}

fn remedy(shell: &Shell) -> String {
    let remedy = shell.say(
        "write one with `etal check --write-baseline FILE`",
        "en écrire un avec `etal check --write-baseline FICHIER`",
    );
    remedy.to_owned()
}
