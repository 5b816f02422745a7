//! Why a command could not run, in the words of whoever failed.

use crate::io::unpack::UnpackError;
use crate::io::{self, write};
use crate::search::read::ReadError;
use crate::theme::ThemeError;

/// What went wrong and what to do, in the language of the command line.
#[derive(Debug)]
pub(super) enum Failure {
    /// The outside world refused.
    Io(io::Error),
    /// The output could not be written.
    Write(write::Error),
    /// A snapshot was not unpacked.
    Unpack(UnpackError),
    /// The theme is wrong.
    Theme(ThemeError),
    /// The published search cannot be read.
    Search(ReadError),
    /// Output could not be printed; its reader may simply have gone.
    Output(std::io::Error),
    /// Anything else: the fault, and the next action where there is one.
    Said { message: String, remedy: Option<String> },
}

impl Failure {
    /// A fault with its remedy.
    pub(super) fn said(message: impl Into<String>, remedy: Option<String>) -> Self {
        Self::Said { message: message.into(), remedy }
    }

    /// Whether the reader of the output had enough.
    pub(super) fn is_broken_pipe(&self) -> bool {
        matches!(self, Self::Output(cause) if cause.kind() == std::io::ErrorKind::BrokenPipe)
    }

    pub(super) fn message(&self, language: &str) -> String {
        match self {
            Self::Io(error) => error.message(language),
            Self::Write(error) => error.message(language),
            Self::Unpack(error) => error.message(language),
            Self::Theme(error) => error.to_string(),
            Self::Search(error) => of_search(error, language),
            Self::Output(cause) if language == "fr" => format!("impossible d’afficher\u{a0}: {cause}"),
            Self::Output(cause) => format!("cannot print: {cause}"),
            Self::Said { message, .. } => message.clone(),
        }
    }

    pub(super) fn remedy(&self, language: &str) -> Option<String> {
        match self {
            Self::Io(error) => Some(error.remedy(language).to_owned()),
            Self::Write(error) => Some(error.remedy(language)),
            Self::Unpack(error) => Some(error.remedy(language).to_owned()),
            Self::Theme(_) if language == "fr" => {
                Some(String::from("corriger ce fichier dans `themes/`, ou l’enlever pour celui du thème d’origine"))
            }
            Self::Theme(_) => {
                Some(String::from("correct this file in `themes/`, or remove it to use the built-in one"))
            }
            Self::Search(error) => Some(remedy_of_search(error, language)),
            Self::Output(_) => None,
            Self::Said { remedy, .. } => remedy.clone(),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<write::Error> for Failure {
    fn from(error: write::Error) -> Self {
        Self::Write(error)
    }
}

impl From<UnpackError> for Failure {
    fn from(error: UnpackError) -> Self {
        Self::Unpack(error)
    }
}

impl From<ThemeError> for Failure {
    fn from(error: ThemeError) -> Self {
        Self::Theme(error)
    }
}

impl From<ReadError> for Failure {
    fn from(error: ReadError) -> Self {
        Self::Search(error)
    }
}

impl From<std::io::Error> for Failure {
    fn from(cause: std::io::Error) -> Self {
        Self::Output(cause)
    }
}

fn of_search(error: &ReadError, language: &str) -> String {
    let is_french = language == "fr";
    match error {
        ReadError::Fetch { path, cause } => match cause.downcast_ref::<io::Error>() {
            Some(error) => error.message(language),
            None if is_french => format!("impossible de lire `{path}`\u{a0}: {cause}"),
            None => error.to_string(),
        },
        ReadError::Damaged { path, .. } if is_french => format!("`{path}` est abîmé"),
        ReadError::Version { path, found } if is_french => {
            format!("`{path}` est de la version {found} du format, et seule la version 1 est connue")
        }
        ReadError::Damaged { .. } | ReadError::Version { .. } => error.to_string(),
    }
}

fn remedy_of_search(error: &ReadError, language: &str) -> String {
    let remedy = match error {
        ReadError::Fetch { .. } | ReadError::Damaged { .. } if language == "fr" => "refaire le site avec `etal build`",
        ReadError::Fetch { .. } | ReadError::Damaged { .. } => "make the site again with `etal build`",
        ReadError::Version { .. } if language == "fr" => {
            "chercher avec la version d’etal qui a fait ce site, ou le refaire avec `etal build`"
        }
        ReadError::Version { .. } => "search with the version of etal that made the site, or run `etal build` again",
    };
    remedy.to_owned()
}
