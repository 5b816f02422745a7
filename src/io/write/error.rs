//! Why nothing was written, in French and English: the path, the cause and the remedy.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why a build could not be written. Unless [`Error::Settling`], the output is as it was.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The disk refused something while nothing was changed yet.
    Disk(PathBuf, io::Error),
    /// The disk refused something while files were put in place: the next command goes on from there.
    Settling(PathBuf, io::Error),
    /// The output cannot be where it was asked.
    Misplaced(PathBuf, Misplaced),
    /// There are files that etal did not write.
    Foreign(Foreign),
    /// Another build writes the same output; its process, where that is known.
    Busy(PathBuf, Option<u32>),
    /// Two files of the plan, or one that is no path below the output.
    Plan(String, Option<String>),
    /// A hosted file is no longer what was read.
    Changed(PathBuf),
    /// The caller could not make a file.
    Content(Box<dyn std::error::Error + Send + Sync>),
}

/// Why a folder cannot be the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misplaced {
    /// It is the catalogue's root, or contains it.
    HoldsCatalog,
    /// It is in a folder that the catalogue is read from, or in etal's or git's own.
    InsideSources,
    /// It is a link.
    Link,
    /// It looks like a folder of the catalogue but a link leads outside.
    LeadsOutside,
    /// It is a file.
    File,
    /// What should be a folder of etal's own state is none.
    State,
    /// Its name is not Unicode, or goes up from a folder that does not exist.
    Unwritable,
}

/// Files in the output that etal did not write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foreign {
    /// The output.
    pub out: PathBuf,
    /// All of them, sorted; paths below the output.
    pub paths: Vec<String>,
    /// Whether `--adopt` was asked: then no earlier build has named all of them.
    pub adopt: bool,
}

/// How many foreign files a message names.
const SHOWN: usize = 10;

impl Error {
    pub(in crate::io) fn disk(path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |cause| Self::Disk(path.to_owned(), cause)
    }

    pub(super) fn settling(path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |cause| Self::Settling(path.to_owned(), cause)
    }

    /// What is wrong, lower case, no full stop.
    pub fn message(&self, language: &str) -> String {
        if language.starts_with("fr") { self.message_fr() } else { self.message_en() }
    }

    /// What to do, a phrase that begins with a verb.
    pub fn remedy(&self, language: &str) -> String {
        if language.starts_with("fr") { self.remedy_fr() } else { self.remedy_en() }
    }

    fn message_en(&self) -> String {
        match self {
            Self::Disk(path, cause) => format!("cannot read or write `{}`: {cause}", path.display()),
            Self::Settling(path, cause) => format!("cannot put `{}` in place: {cause}", path.display()),
            Self::Misplaced(path, why) => format!("`{}` cannot be {}: {}", path.display(), why.role_en(), why.en()),
            Self::Foreign(foreign) => {
                foreign.message("holds", ["file", "files"], "that etal did not write", "and", "more")
            }
            Self::Busy(out, pid) => format!("another build is writing `{}`{}", out.display(), process(*pid, "process")),
            Self::Plan(path, None) => format!("internal error: `{path}` is no path of a site"),
            Self::Plan(path, Some(other)) => format!("`{path}` and `{other}` would be the same file on some systems"),
            Self::Changed(path) => format!("`{}` changed while it was copied", path.display()),
            Self::Content(error) => error.to_string(),
        }
    }

    fn message_fr(&self) -> String {
        match self {
            Self::Disk(path, cause) => format!("impossible de lire ou d’écrire `{}`\u{a0}: {cause}", path.display()),
            Self::Settling(path, cause) => format!("impossible de mettre en place `{}`\u{a0}: {cause}", path.display()),
            Self::Misplaced(path, why) => {
                format!("`{}` ne peut pas être {}\u{a0}: {}", path.display(), why.role_fr(), why.fr())
            }
            Self::Foreign(foreign) => {
                foreign.message("contient", ["fichier", "fichiers"], "sans rapport avec etal", "et", "de plus")
            }
            Self::Busy(out, pid) => {
                format!("une autre construction écrit dans `{}`{}", out.display(), process(*pid, "processus"))
            }
            Self::Plan(path, None) => format!("erreur interne\u{a0}: `{path}` n’est pas un chemin de site"),
            Self::Plan(path, Some(other)) => {
                format!("`{path}` et `{other}` seraient le même fichier sur certains systèmes")
            }
            Self::Changed(path) => format!("`{}` a changé pendant sa copie", path.display()),
            Self::Content(error) => error.to_string(),
        }
    }

    fn remedy_en(&self) -> String {
        match self {
            Self::Disk(..) => "check the rights of the folder and the free space, then run again; nothing was changed",
            Self::Settling(..) => {
                "correct the cause, then run again: the build goes on where it stopped; every file is whole"
            }
            Self::Misplaced(_, Misplaced::State) => "remove it, then run again",
            Self::Misplaced(..) => "choose a folder that is only for the output, for example `--out public`",
            Self::Foreign(foreign) => foreign.remedy_en(),
            Self::Busy(..) => "wait for it to end, or choose another `--out`",
            Self::Plan(..) => "rename one of them; if neither is a file of yours, please report this as a bug of etal",
            Self::Changed(_) => "run again when nothing writes to it any more",
            Self::Content(_) => "correct the cause, then run again; nothing was changed",
        }
        .to_owned()
    }

    fn remedy_fr(&self) -> String {
        match self {
            Self::Disk(..) => {
                "vérifier les droits du dossier et l’espace libre, puis relancer\u{202f}; rien n’a été modifié"
            }
            Self::Settling(..) => {
                "corriger la cause, puis relancer\u{a0}: la construction reprend où elle s’est arrêtée, chaque fichier \
                 est entier"
            }
            Self::Misplaced(_, Misplaced::State) => "le supprimer, puis relancer",
            Self::Misplaced(..) => "choisir un dossier réservé à la sortie, par exemple `--out public`",
            Self::Foreign(foreign) => foreign.remedy_fr(),
            Self::Busy(..) => "attendre qu’elle finisse, ou choisir un autre `--out`",
            Self::Plan(..) => {
                "renommer l’un des deux\u{202f}; si aucun n’est à vous, c’est un défaut d’etal à signaler"
            }
            Self::Changed(_) => "relancer quand plus rien n’y écrit",
            Self::Content(_) => "corriger la cause, puis relancer\u{202f}; rien n’a été modifié",
        }
        .to_owned()
    }
}

impl Misplaced {
    fn role_en(self) -> &'static str {
        if self == Self::State { "the state" } else { "the output" }
    }

    fn role_fr(self) -> &'static str {
        if self == Self::State { "l’état" } else { "le dossier de sortie" }
    }

    fn en(self) -> &'static str {
        match self {
            Self::HoldsCatalog => "it is the catalogue's own folder or contains it",
            Self::InsideSources => "the catalogue is read from there, or it belongs to git or etal",
            Self::Link => "it is a link",
            Self::LeadsOutside => "a link on its path leads outside the catalogue",
            Self::File => "it is a file",
            Self::State => "etal keeps its state there and needs a folder of its own, not a link or a file",
            Self::Unwritable => "its path is not Unicode or goes up from a folder that does not exist",
        }
    }

    fn fr(self) -> &'static str {
        match self {
            Self::HoldsCatalog => "c’est le dossier du catalogue ou il le contient",
            Self::InsideSources => "le catalogue y est lu, ou il appartient à git ou à etal",
            Self::Link => "c’est un lien",
            Self::LeadsOutside => "un lien de son chemin mène hors du catalogue",
            Self::File => "c’est un fichier",
            Self::State => "etal y garde son état et demande un dossier à lui, ni lien ni fichier",
            Self::Unwritable => "son chemin n’est pas en Unicode ou remonte depuis un dossier qui n’existe pas",
        }
    }
}

impl Foreign {
    fn message(&self, holds: &str, files: [&str; 2], foreign: &str, and: &str, more: &str) -> String {
        let count = self.paths.len();
        let files = files[usize::from(count > 1)];
        let shown: Vec<String> = self.paths.iter().take(SHOWN).map(|path| format!("`{path}`")).collect();
        let rest = count.saturating_sub(SHOWN);
        let rest = if rest > 0 { format!(" {and} {rest} {more}") } else { String::new() };
        format!("`{}` {holds} {count} {files} {foreign} ({}{rest})", self.out.display(), shown.join(", "))
    }

    fn remedy_en(&self) -> &'static str {
        if self.adopt {
            "read the list, then run again with `--adopt`: it removes only what an earlier build has named"
        } else {
            "move them to `content/static/` to publish them, choose another `--out`, or remove them with `--adopt`"
        }
    }

    fn remedy_fr(&self) -> &'static str {
        if self.adopt {
            "lire la liste, puis relancer avec `--adopt`\u{a0}: seul est supprimé ce qu’une construction a déjà nommé"
        } else {
            "les déplacer dans `content/static/` pour les publier, choisir un autre `--out`, ou les supprimer avec \
             `--adopt`"
        }
    }
}

fn process(pid: Option<u32>, word: &str) -> String {
    pid.map(|pid| format!(" ({word} {pid})")).unwrap_or_default()
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}; {}", self.message_en(), self.remedy_en())
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Disk(_, cause) | Self::Settling(_, cause) => Some(cause),
            Self::Content(error) => Some(error.as_ref()),
            _ => None,
        }
    }
}
