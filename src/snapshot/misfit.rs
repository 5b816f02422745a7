//! How a file of a snapshot is not what its manifest says.

/// How a file is not what the manifest says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Misfit {
    /// It is listed, and not there as a file.
    Missing,
    /// Its bytes are others.
    Changed,
    /// It is there, and not listed.
    Stranger,
}

impl Misfit {
    /// How, as the end of a sentence about the file.
    pub fn message(self, language: &str) -> &'static str {
        let (en, fr) = match self {
            Self::Missing => ("is missing", "manque"),
            Self::Changed => ("is not what it was", "n’est plus ce qu’il était"),
            Self::Stranger => ("does not belong there", "n’a rien à faire là"),
        };
        if language.starts_with("fr") { fr } else { en }
    }
}
