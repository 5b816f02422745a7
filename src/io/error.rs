//! Why a catalogue could not be read, in French and English: the path, the cause and the remedy.

use std::io;
use std::path::PathBuf;

/// What the outside world refused.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message("en"))]
pub enum Error {
    /// Neither the folder nor any above it has a `site.toml`.
    NoCatalog(PathBuf),
    /// The folder that was named has no `site.toml`.
    NotACatalog(PathBuf),
    /// Nothing is there.
    Absent(PathBuf),
    /// The file lies outside the catalogue that the others are of.
    Elsewhere(PathBuf, PathBuf),
    /// A folder, or something else that is no file, where a file should be.
    NoFile(PathBuf),
    /// A link where a file of the catalogue should be.
    Link(PathBuf),
    /// The disk refused to read.
    Read(PathBuf, #[source] io::Error),
    /// The disk refused to write.
    Write(PathBuf, #[source] io::Error),
    /// The file was changed after it was read.
    Changed(PathBuf),
    /// Another command edits the catalogue and does not come to an end.
    Busy(PathBuf),
    /// The file is there already.
    Exists(PathBuf),
    /// A folder to be filled holds files of others.
    NotEmpty(PathBuf),
    /// Files that an import made in this folder were edited since.
    Edited(PathBuf, Vec<String>),
    /// A folder has no published search.
    NoSearch(PathBuf),
    /// A folder has several published searches.
    SeveralSearches(PathBuf),
    /// `SOURCE_DATE_EPOCH` is no number of seconds.
    Epoch(String),
}

impl Error {
    pub(super) fn read(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |cause| Self::Read(path, cause)
    }

    pub(super) fn write(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |cause| Self::Write(path, cause)
    }

    /// What is wrong: lower case, no full stop.
    pub fn message(&self, language: &str) -> String {
        if language.starts_with("fr") { self.message_fr() } else { self.message_en() }
    }

    /// What to do: a phrase that begins with a verb.
    pub fn remedy(&self, language: &str) -> &'static str {
        if language.starts_with("fr") { self.remedy_fr() } else { self.remedy_en() }
    }

    fn message_en(&self) -> String {
        match self {
            Self::NoCatalog(path) => format!("no `site.toml` in `{}` or above it", path.display()),
            Self::NotACatalog(path) => format!("no `site.toml` in `{}`", path.display()),
            Self::Absent(path) => format!("`{}` does not exist", path.display()),
            Self::Elsewhere(path, root) => {
                format!("`{}` is not in the catalogue `{}`", path.display(), root.display())
            }
            Self::Link(path) => format!("`{}` is a link, and links are not followed", path.display()),
            Self::NoFile(path) => format!("`{}` is no file", path.display()),
            Self::Read(path, cause) => format!("cannot read `{}`: {cause}", path.display()),
            Self::Write(path, cause) => format!("cannot write `{}`: {cause}", path.display()),
            Self::Changed(path) => format!("`{}` was changed meanwhile", path.display()),
            Self::Busy(path) => format!("another command is editing `{}`", path.display()),
            Self::Exists(path) => format!("`{}` exists already", path.display()),
            Self::NotEmpty(path) => format!("`{}` is not empty, and no earlier import made it", path.display()),
            Self::Edited(path, files) => {
                format!("in `{}`, edited since the last import: {}", path.display(), named(files, "and", "others"))
            }
            Self::NoSearch(path) => format!("no search is published in `{}`", path.display()),
            Self::SeveralSearches(path) => format!("several searches are published in `{}`", path.display()),
            Self::Epoch(text) => format!("`SOURCE_DATE_EPOCH` is `{text}`, not a number of seconds"),
        }
    }

    fn message_fr(&self) -> String {
        match self {
            Self::NoCatalog(path) => format!("pas de `site.toml` dans `{}` ni au-dessus", path.display()),
            Self::NotACatalog(path) => format!("pas de `site.toml` dans `{}`", path.display()),
            Self::Absent(path) => format!("`{}` n’existe pas", path.display()),
            Self::Elsewhere(path, root) => {
                format!("`{}` n’est pas dans le catalogue `{}`", path.display(), root.display())
            }
            Self::Link(path) => format!("`{}` est un lien, et les liens ne sont pas suivis", path.display()),
            Self::NoFile(path) => format!("`{}` n’est pas un fichier", path.display()),
            Self::Read(path, cause) => format!("impossible de lire `{}`\u{a0}: {cause}", path.display()),
            Self::Write(path, cause) => format!("impossible d’écrire `{}`\u{a0}: {cause}", path.display()),
            Self::Changed(path) => format!("`{}` a été modifié entre-temps", path.display()),
            Self::Busy(path) => format!("une autre commande modifie `{}`", path.display()),
            Self::Exists(path) => format!("`{}` existe déjà", path.display()),
            Self::NotEmpty(path) => {
                format!("`{}` n’est pas vide, et aucune importation ne l’a fait", path.display())
            }
            Self::Edited(path, files) => {
                let files = named(files, "et", "autres");
                format!("dans `{}`, modifiés depuis la dernière importation\u{a0}: {files}", path.display())
            }
            Self::NoSearch(path) => format!("aucune recherche n’est publiée dans `{}`", path.display()),
            Self::SeveralSearches(path) => format!("plusieurs recherches sont publiées dans `{}`", path.display()),
            Self::Epoch(text) => format!("`SOURCE_DATE_EPOCH` vaut `{text}`, qui n’est pas un nombre de secondes"),
        }
    }

    fn remedy_en(&self) -> &'static str {
        match self {
            Self::NoCatalog(_) | Self::NotACatalog(_) => {
                "begin a catalogue with `etal init DIR`, or name the folder of one with `--root DIR`"
            }
            Self::Absent(_) | Self::NoFile(_) => "check the spelling of the path",
            Self::Elsewhere(..) => "check one catalogue at a time",
            Self::Link(_) => "put the file itself in its place",
            Self::Read(..) | Self::Write(..) => "check that you may use this file, then run the command again",
            Self::Changed(_) => "run the command again",
            Self::Busy(_) => "run the command again once the other one is done",
            Self::Exists(_) => "choose another name, or move the file away",
            Self::NotEmpty(_) => "name a folder that does not exist yet",
            Self::Edited(..) => "import into another folder and compare the two, or undo these changes",
            Self::NoSearch(_) => "run `etal build` first; a site with `search = \"none\"` in its `site.toml` has none",
            Self::SeveralSearches(_) => "run `etal build` again, or name the folder of one site with `--site DIR`",
            Self::Epoch(_) => "unset it, or give the day with `--now 2026-11-23`",
        }
    }

    fn remedy_fr(&self) -> &'static str {
        match self {
            Self::NoCatalog(_) | Self::NotACatalog(_) => {
                "commencer un catalogue avec `etal init DOSSIER`, ou nommer le sien avec `--root DOSSIER`"
            }
            Self::Absent(_) | Self::NoFile(_) => "vérifier l’orthographe du chemin",
            Self::Elsewhere(..) => "vérifier un catalogue à la fois",
            Self::Link(_) => "mettre le fichier lui-même à cette place",
            Self::Read(..) | Self::Write(..) => "vérifier vos droits sur ce fichier, puis relancer la commande",
            Self::Changed(_) => "relancer la commande",
            Self::Busy(_) => "relancer la commande quand l’autre aura fini",
            Self::Exists(_) => "choisir un autre nom, ou déplacer ce fichier",
            Self::NotEmpty(_) => "nommer un dossier qui n’existe pas encore",
            Self::Edited(..) => "importer dans un autre dossier et comparer les deux, ou annuler ces modifications",
            Self::NoSearch(_) => {
                "lancer d’abord `etal build`\u{202f}; un site avec `search = \"none\"` dans son `site.toml` n’en a pas"
            }
            Self::SeveralSearches(_) => {
                "relancer `etal build`, ou nommer le dossier d’un seul site avec `--site DOSSIER`"
            }
            Self::Epoch(_) => "la supprimer, ou donner le jour avec `--now 2026-11-23`",
        }
    }
}

/// The first of some files, and how many more there are.
fn named(files: &[String], and: &str, others: &str) -> String {
    const SHOWN: usize = 5;
    let first: Vec<String> = files.iter().take(SHOWN).map(|file| format!("`{file}`")).collect();
    let first = first.join(", ");
    if files.len() > SHOWN { format!("{first} {and} {} {others}", files.len() - SHOWN) } else { first }
}
