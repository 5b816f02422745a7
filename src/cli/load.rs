//! What every command on a catalogue begins with: an interrupted build is completed, then all is read.

use std::path::Path;

use jiff::civil::Date;

use super::args::Global;
use super::failure::Failure;
use super::progress::Bar;
use super::shell::Shell;
use crate::evidence::{Evidence, EvidenceError, NAME};
use crate::io::{self, Catalogue, Shape, write};

/// Reads a catalogue, telling what a person should know.
pub(super) fn load(root: &Path, shape: Shape, now: Date, shell: &Shell) -> Result<Catalogue, Failure> {
    if shape == Shape::Catalogue {
        recover(root, shell)?;
    }
    let catalogue = io::read(root, shape, now, &Bar::reading(shell))?;
    if let Some(words) = &catalogue.git_refused {
        let consequence = shell.say("dates of git are unknown:", "les dates de git sont inconnues\u{a0}:");
        shell.note(&format!("{consequence} {words}"));
    }
    Ok(catalogue)
}

/// Reads a catalogue as its `evidence.json` has it, which is given too.
pub(super) fn replayed(root: &Path, global: &Global, shell: &Shell) -> Result<(Catalogue, Evidence), Failure> {
    if global.now.is_some() {
        return Err(given_twice("--now", shell));
    }
    let evidence = evidence(root, shell)?;
    let from = shell.say("from", "d’après");
    shell.note(&format!("{} {} ({from} `{NAME}`)", shell.say("clock:", "horloge\u{a0}:"), evidence.now));
    recover(root, shell)?;
    let catalogue = io::replay(root, &evidence, &Bar::reading(shell))?;
    let lost = evidence.dates.len() - catalogue.inputs.dates.len();
    if lost > 0 {
        let (en, fr) = (
            format!("descriptors in `{NAME}` whose files are no longer those of then, and which have no dates: {lost}"),
            format!("fiches de `{NAME}` dont les fichiers ne sont plus ceux d’alors, et donc sans dates\u{a0}: {lost}"),
        );
        shell.note(shell.say(&en, &fr));
    }
    Ok((catalogue, evidence))
}

/// The evidence in a folder, which has to have one.
pub(super) fn evidence(folder: &Path, shell: &Shell) -> Result<Evidence, Failure> {
    match io::evidence(folder)? {
        Some(Ok(evidence)) => Ok(evidence),
        Some(Err(fault)) => Err(unusable(folder, &fault, shell)),
        None => {
            let path = folder.join(NAME);
            let (en, fr) =
                (format!("`{}` does not exist", path.display()), format!("`{}` n’existe pas", path.display()));
            let remedy = shell.say(
                "take it from the snapshot, or restore the catalogue with `etal snapshot restore`",
                "le reprendre dans l’instantané, ou restaurer le catalogue avec `etal snapshot restore`",
            );
            Err(Failure::said(shell.say(&en, &fr), Some(remedy.to_owned())))
        }
    }
}

fn unusable(folder: &Path, fault: &EvidenceError, shell: &Shell) -> Failure {
    let path = folder.join(NAME);
    let (en, fr) = (
        format!("`{}` cannot be used: {}", path.display(), fault.message("en")),
        format!("`{}` est inutilisable\u{a0}: {}", path.display(), fault.message("fr")),
    );
    let remedy = match fault {
        EvidenceError::Version(_) => {
            shell.say("use the version of etal that wrote it", "utiliser la version d’etal qui l’a écrit")
        }
        _ => shell.say("take the file from the snapshot again", "reprendre ce fichier dans l’instantané"),
    };
    Failure::said(shell.say(&en, &fr), Some(remedy.to_owned()))
}

/// An option that says otherwise what `--replay` takes from the evidence.
pub(super) fn given_twice(option: &str, shell: &Shell) -> Failure {
    let (en, fr) = (
        format!("`--replay` takes from `{NAME}` what `{option}` says"),
        format!("`--replay` prend dans `{NAME}` ce que dit `{option}`"),
    );
    let remedy = shell.say("leave one of the two out", "enlever l’une des deux options");
    Failure::said(shell.say(&en, &fr), Some(remedy.to_owned()))
}

/// Completes a build that was interrupted.
fn recover(root: &Path, shell: &Shell) -> Result<(), Failure> {
    for notice in write::recover(root)? {
        shell.note(&notice.message(shell.language()));
    }
    Ok(())
}
