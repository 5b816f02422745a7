//! What the writer tells although nothing failed, in French and English.

use std::path::PathBuf;

/// Something that a person should know of an output; its path.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Notice {
    /// The commit of a killed build was completed.
    Completed(PathBuf),
    /// It could not be, for lack of files that a crash of the machine has lost.
    Abandoned(PathBuf),
    /// What a killed build was doing cannot be read.
    JournalDamaged(PathBuf),
    /// The list of the files that the last build wrote cannot be read.
    ManifestDamaged(PathBuf),
}

impl Notice {
    /// In a language: lower case, no full stop.
    pub fn message(&self, language: &str) -> String {
        let (Self::Completed(out) | Self::Abandoned(out) | Self::JournalDamaged(out) | Self::ManifestDamaged(out)) =
            self;
        let out = out.display();
        if language.starts_with("fr") {
            match self {
                Self::Completed(_) => format!("la construction interrompue de `{out}` a été achevée"),
                Self::Abandoned(_) => format!(
                    "la construction interrompue de `{out}` a perdu des fichiers\u{a0}: la prochaine les réécrit"
                ),
                Self::JournalDamaged(_) => format!(
                    "le journal de `{out}` est endommagé\u{a0}: des fichiers d’une construction interrompue peuvent y \
                     rester"
                ),
                Self::ManifestDamaged(_) => {
                    format!("la liste des fichiers de `{out}` est endommagée\u{a0}: il est traité comme inconnu")
                }
            }
        } else {
            match self {
                Self::Completed(_) => format!("completed the interrupted build of `{out}`"),
                Self::Abandoned(_) => {
                    format!("the interrupted build of `{out}` has lost files: the next one writes them again")
                }
                Self::JournalDamaged(_) => {
                    format!("the journal of `{out}` is damaged: files of an interrupted build may be left there")
                }
                Self::ManifestDamaged(_) => {
                    format!("the list of files of `{out}` is damaged: it is treated as unknown")
                }
            }
        }
    }
}
