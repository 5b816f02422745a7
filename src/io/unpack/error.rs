//! Why a snapshot was not unpacked, in French and English: the path, the cause and the remedy.

use std::path::{Path, PathBuf};

use crate::io::Error;
use crate::snapshot::{Damage, Fault, shown};

/// Why a snapshot was not unpacked. Nothing was written under its name.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message("en"))]
pub enum UnpackError {
    /// The disk refused.
    Io(#[from] Error),
    /// The archive cannot be read.
    Fault(PathBuf, Fault),
    /// An entry of the archive must not become a file.
    Refused(PathBuf, String, Refusal),
    /// The bytes of a file cannot be had.
    Damaged(PathBuf, String, Damage),
    /// Something is where the snapshot would be.
    Taken(PathBuf),
}

/// Why an entry must not become a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Its path could lead out of the folder.
    LeadsOut,
    /// Not every system can have this name.
    Name,
    /// It is a link.
    Link,
    /// Its bytes cannot be had.
    Unusable(Damage),
    /// There are two of this path.
    Twice,
    /// It differs from another in capitals or accents only.
    Capitals(String),
    /// It is a file and a folder.
    FileAndFolder(String),
    /// It is not in the folder at the top, which is this.
    Outside(String),
    /// It is in no folder.
    NoFolder,
    /// Its bytes lie over those of another.
    Overlap,
}

impl UnpackError {
    /// What is wrong: lower case, no full stop.
    pub fn message(&self, language: &str) -> String {
        let is_french = language.starts_with("fr");
        match self {
            Self::Io(error) => error.message(language),
            Self::Fault(path, fault) => of(path, &fault.message(language), is_french),
            Self::Refused(path, entry, why) => {
                let why = format!("`{}` {}", shown(entry), why.message(language));
                of(path, &why, is_french)
            }
            Self::Damaged(path, entry, damage) if is_french => {
                let why = format!("`{}` est abîmé\u{a0}: {}", shown(entry), damage.message(language));
                of(path, &why, is_french)
            }
            Self::Damaged(path, entry, damage) => {
                let why = format!("`{}` is damaged: {}", shown(entry), damage.message(language));
                of(path, &why, is_french)
            }
            Self::Taken(path) if is_french => format!("`{}` existe déjà et n’est pas vide", path.display()),
            Self::Taken(path) => format!("`{}` exists already and is not empty", path.display()),
        }
    }

    /// What to do: a phrase that begins with a verb.
    pub fn remedy(&self, language: &str) -> &'static str {
        let (en, fr) = match self {
            Self::Io(error) => return error.remedy(language),
            Self::Fault(_, fault) => return fault.remedy(language),
            Self::Refused(_, _, Refusal::Outside(_) | Refusal::NoFolder) => (
                "unpack it with other tools, and name the folder that has the `manifest.json`",
                "la déballer avec d’autres outils, et nommer le dossier qui a le `manifest.json`",
            ),
            Self::Refused(..) => (
                "do not trust this archive: `etal snapshot create` makes none like it; nothing was unpacked",
                "ne pas se fier à cette archive\u{a0}: `etal snapshot create` n’en fait pas de telle\u{202f}; rien n’a \
                 été déballé",
            ),
            Self::Damaged(..) => (
                "copy or download the archive again; `etal snapshot verify` names all that is damaged",
                "copier ou télécharger l’archive à nouveau\u{202f}; `etal snapshot verify` nomme tout ce qui est abîmé",
            ),
            Self::Taken(_) => ("move it away, or name another folder", "le déplacer, ou nommer un autre dossier"),
        };
        if language.starts_with("fr") { fr } else { en }
    }
}

fn of(path: &Path, what: &str, is_french: bool) -> String {
    let colon = if is_french { "\u{a0}:" } else { ":" };
    format!("`{}`{colon} {what}", path.display())
}

impl Refusal {
    /// Why, as the end of a sentence about the entry.
    fn message(&self, language: &str) -> String {
        if language.starts_with("fr") { self.message_fr() } else { self.message_en() }
    }

    fn message_en(&self) -> String {
        match self {
            Self::LeadsOut => String::from("is refused: its path can lead out of the folder"),
            Self::Name => String::from("is refused: not every system can have a file of this name"),
            Self::Link => String::from("is refused: it is a link"),
            Self::Unusable(damage) => format!("is refused: {}", damage.message("en")),
            Self::Twice => String::from("is refused: it is there twice"),
            Self::Capitals(other) => {
                format!("is refused: it differs from `{}` in capitals or accents only", shown(other))
            }
            Self::FileAndFolder(_) => String::from("is refused: it is a file and a folder"),
            Self::Outside(top) => format!("is not in the folder `{}`, where the rest is", shown(top)),
            Self::NoFolder => String::from("is in no folder, and a snapshot has one at its top"),
            Self::Overlap => String::from("is refused: its bytes lie over those of another file"),
        }
    }

    fn message_fr(&self) -> String {
        match self {
            Self::LeadsOut => String::from("est refusé\u{a0}: son chemin peut mener hors du dossier"),
            Self::Name => String::from("est refusé\u{a0}: certains systèmes ne peuvent avoir un fichier de ce nom"),
            Self::Link => String::from("est refusé\u{a0}: c’est un lien"),
            Self::Unusable(damage) => format!("est refusé\u{a0}: {}", damage.message("fr")),
            Self::Twice => String::from("est refusé\u{a0}: il y est deux fois"),
            Self::Capitals(other) => {
                let other = shown(other);
                format!("est refusé\u{a0}: seuls des majuscules ou des accents le distinguent de `{other}`")
            }
            Self::FileAndFolder(_) => String::from("est refusé\u{a0}: c’est un fichier et un dossier"),
            Self::Outside(top) => format!("n’est pas dans le dossier `{}`, comme le reste", shown(top)),
            Self::NoFolder => {
                String::from("n’est dans aucun dossier, alors qu’un instantané en a un qui contient tout")
            }
            Self::Overlap => String::from("est refusé\u{a0}: ses octets recouvrent ceux d’un autre fichier"),
        }
    }
}
