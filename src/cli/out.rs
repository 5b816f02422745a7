//! Where `--out` leads: a file that may be written over, a folder, or the standard output.

use std::io::ErrorKind;
use std::path::Path;

use super::failure::Failure;
use super::shell::Shell;
use crate::io::Error;

/// The one file to write; none for the standard output, which `-` stands for.
pub(super) fn file(out: Option<&Path>) -> Option<&Path> {
    out.filter(|out| *out != Path::new("-"))
}

/// Refuses `-` where what is written does not go to the standard output.
pub(super) fn not_standard(option: &str, path: Option<&Path>, shell: &Shell) -> Result<(), Failure> {
    if path.is_none_or(|path| path != Path::new("-")) {
        return Ok(());
    }
    let (en, fr) = (
        format!("`{option} -` means the standard output, and this cannot be written there"),
        format!("`{option} -` désigne la sortie standard, et ceci ne peut y être écrit"),
    );
    let remedy = shell.say(
        "name a file or a folder; one called `-` is `./-`",
        "nommer un fichier ou un dossier\u{202f}; celui qui s’appelle `-` est `./-`",
    );
    Err(Failure::said(shell.say(&en, &fr), Some(remedy.to_owned())))
}

/// Refuses to write over a file that etal did not write. `option` names another place.
pub(super) fn only_over_ours(
    path: &Path,
    option: &str,
    is_ours: impl FnOnce(&str) -> bool,
    shell: &Shell,
) -> Result<(), Failure> {
    match path.metadata() {
        Err(cause) if cause.kind() == ErrorKind::NotFound => return Ok(()),
        Ok(known) if !known.is_file() => return Err(Error::NoFile(path.to_owned()).into()),
        _ => {}
    }
    let bytes = std::fs::read(path).map_err(|cause| Error::Read(path.to_owned(), cause))?;
    // In an empty file nothing is lost.
    if std::str::from_utf8(&bytes).is_ok_and(|text| text.trim().is_empty() || is_ours(text)) {
        return Ok(());
    }
    let path = path.display();
    let (en, fr) = (
        format!("`{path}` is there, and etal did not write it like this"),
        format!("`{path}` est là, et etal ne l’a pas écrit tel quel"),
    );
    let (en_remedy, fr_remedy) = (
        format!("move it away, or name another file with `{option}`"),
        format!("le déplacer, ou nommer un autre fichier avec `{option}`"),
    );
    Err(Failure::said(shell.say(&en, &fr), Some(shell.say(&en_remedy, &fr_remedy).to_owned())))
}
