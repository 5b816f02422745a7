//! What an import could not place, where it stood, why, and where it is kept.

/// A value that has no place of its own in the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unplaced {
    /// File, below the imported folder.
    pub path: String,
    /// Line of the value, from 1.
    pub line: u32,
    /// Column of the value in characters, from 1.
    pub column: u32,
    /// Its key path: `usage`, `resources[2].rating`; empty for the whole file.
    pub key: String,
    /// The value as it was written; as JSON when it is a list or a mapping.
    pub value: String,
    /// Why it has no place.
    pub reason: Reason,
    /// Where the value is kept all the same: `extras.usage`; none when it is in this report only.
    pub kept: Option<String>,
}

/// Why a value has no place of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// No field has its meaning.
    NoField,
    /// It says that there is nothing: `none`.
    SaysNothing,
    /// No licence of the table.
    UnknownLicense,
    /// Its name and its address are those of two licences.
    AmbiguousLicense,
    /// Not certainly a period.
    NotAPeriod,
    /// Neither a date nor an update interval.
    NotADate,
    /// Not a known frequency.
    NotAFrequency,
    /// Not an e-mail address.
    NotAnEmail,
    /// No category of this name is described.
    UnknownCategory,
    /// No organisation of this name is described; one was made.
    UnknownOrganization,
    /// The file it names is not there.
    MissingFile,
    /// A list or mapping where a text belongs, or the other way round.
    WrongType,
    /// The same key comes again further down; the last one counts.
    DuplicateKey,
    /// Not YAML, or YAML that descriptors do not use.
    Unreadable,
    /// A setting of the program that published the site.
    Setting,
}

impl Reason {
    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        self.words().0
    }

    /// In words, in French for `fr` and in English for any other language.
    pub fn text(self, language: &str) -> &'static str {
        let (_, en, fr) = self.words();
        if language.starts_with("fr") { fr } else { en }
    }

    fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::NoField => ("no-field", "no field has this meaning", "aucun champ n’a ce sens"),
            Self::SaysNothing => ("says-nothing", "says that there is nothing", "dit qu’il n’y a rien"),
            Self::UnknownLicense => ("unknown-license", "no known licence", "licence inconnue"),
            Self::AmbiguousLicense => (
                "ambiguous-license",
                "its name and its address are those of two licences",
                "son nom et son adresse sont ceux de deux licences",
            ),
            Self::NotAPeriod => ("not-a-period", "not certainly a period", "pas une période à coup sûr"),
            Self::NotADate => {
                ("not-a-date", "neither a date nor an update interval", "ni une date ni un rythme de mise à jour")
            }
            Self::NotAFrequency => ("not-a-frequency", "not a known frequency", "fréquence inconnue"),
            Self::NotAnEmail => ("not-an-email", "not an e-mail address", "pas une adresse électronique"),
            Self::UnknownCategory => (
                "unknown-category",
                "no category of this name is described",
                "aucune catégorie de ce nom n’est décrite",
            ),
            Self::UnknownOrganization => (
                "unknown-organization",
                "no organization of this name was described, one was made",
                "aucune organisation de ce nom n’était décrite, elle a été créée",
            ),
            Self::MissingFile => ("missing-file", "the file is not there", "le fichier n’est pas là"),
            Self::WrongType => ("wrong-type", "another type was expected", "un autre type était attendu"),
            Self::DuplicateKey => (
                "duplicate-key",
                "the key comes again further down, where it counts",
                "la clé revient plus bas, où elle compte",
            ),
            Self::Unreadable => ("unreadable", "could not be read", "illisible"),
            Self::Setting => {
                ("setting", "a setting of the former site’s program", "un réglage du logiciel de l’ancien site")
            }
        }
    }
}
