//! What every command on a catalogue begins with: an interrupted build is completed, then all is read.

use std::path::Path;

use jiff::civil::Date;

use super::failure::Failure;
use super::progress::Bar;
use super::shell::Shell;
use crate::io::{self, Catalogue, Shape, write};

/// Reads a catalogue, telling what a person should know.
pub(super) fn load(root: &Path, shape: Shape, now: Date, shell: &Shell) -> Result<Catalogue, Failure> {
    if shape == Shape::Catalogue {
        for notice in write::recover(root)? {
            shell.note(&notice.message(shell.language()));
        }
    }
    let catalogue = io::read(root, shape, now, &Bar::reading(shell))?;
    if let Some(words) = &catalogue.git_refused {
        let consequence = shell.say("dates of git are unknown:", "les dates de git sont inconnues\u{a0}:");
        shell.note(&format!("{consequence} {words}"));
    }
    Ok(catalogue)
}
