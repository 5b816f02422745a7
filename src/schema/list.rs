//! The lists of codes: their rows with labels, and the spellings that are understood.

use std::collections::BTreeSet;

use crate::vocab::{
    self, Format, Frequency, Label, License, Theme, Vocabulary, checksum, format, frequency, language, theme,
};

/// A list of codes.
#[derive(Clone, Copy, Debug)]
pub enum List {
    /// A small closed list.
    Terms(&'static Vocabulary),
    /// A small list; other texts are kept.
    Open(&'static Vocabulary),
    /// Frequencies.
    Frequency,
    /// EU themes.
    Theme,
    /// Languages of data.
    Language,
    /// Licences; other texts are kept.
    License,
    /// Formats; other texts are kept.
    Format,
    /// Types of checksums; other texts are kept.
    Checksum,
}

impl List {
    /// Its name among the definitions of a schema.
    pub fn id(self) -> String {
        match self {
            Self::Terms(list) | Self::Open(list) => list.name.replace(' ', "-"),
            Self::Frequency => String::from("frequency"),
            Self::Theme => String::from("theme"),
            Self::Language => String::from("language"),
            Self::License => String::from("license"),
            Self::Format => String::from("format"),
            Self::Checksum => String::from("checksum-type"),
        }
    }

    /// The codes to write, in the order of the list, with what people read for them.
    pub fn rows(self) -> Vec<(&'static str, Label)> {
        match self {
            Self::Terms(list) | Self::Open(list) => list.terms.iter().map(|term| (term.id, term.label)).collect(),
            Self::Frequency => frequency::ALL.iter().map(|row| (row.id, row.label)).collect(),
            Self::Theme => theme::ALL.iter().map(|row| (row.code, row.label)).collect(),
            Self::Language => language::ALL.iter().map(|row| (row.code, row.label)).collect(),
            Self::License => vocab::license::ALL.iter().map(|row: &&License| (row.id, row.title)).collect(),
            Self::Format => format::ALL.iter().map(|row: &Format| (row.id, row.label)).collect(),
            Self::Checksum => checksum::Checksum::ids().map(|id| (id, Label::same(id))).collect(),
        }
    }

    /// Whether any other code is a fault.
    pub fn is_closed(self) -> bool {
        !matches!(self, Self::Open(_) | Self::License | Self::Format | Self::Checksum)
    }

    /// Whether a word that YAML takes for a boolean is a code.
    pub fn has_booleans(self) -> bool {
        self.names().iter().any(|name| name == "true" || name == "false")
    }

    /// A regular expression of ECMAScript for the texts that are a code of a closed list: any case, any punctuation
    /// between words. Texts with other letters than ASCII's and addresses pass too: only etal itself folds them.
    pub fn pattern(self) -> String {
        let names = self.names();
        let spelled: BTreeSet<String> = names.iter().map(|name| spelling(name)).collect();
        let mut choices: Vec<String> = spelled.into_iter().collect();
        if matches!(self, Self::Language) {
            let codes: BTreeSet<String> = names
                .iter()
                .filter(|name| (2..=3).contains(&name.len()) && !name.contains(' '))
                .map(|name| spelling(name))
                .collect();
            let codes = codes.into_iter().collect::<Vec<_>>().join("|");
            choices.push(format!("(?:{codes})[-_][A-Za-z0-9_-]+"));
        }
        let choices = choices.join("|");
        format!(r"^(?:[^A-Za-z0-9]*(?:(?:{choices})[^A-Za-z0-9]*)?|[\s\S]*(?:[^\x00-\x7F]|://)[\s\S]*)$")
    }

    /// All names of all codes, folded to words of letters and digits.
    fn names(self) -> BTreeSet<String> {
        let names: Vec<&str> = match self {
            Self::Terms(list) | Self::Open(list) => list.terms.iter().flat_map(vocab::Term::names).collect(),
            Self::Frequency => {
                frequency::ALL.iter().flat_map(frequency::names).map(|(name, _): (&str, &Frequency)| name).collect()
            }
            Self::Theme => theme::ALL.iter().flat_map(Theme::names).collect(),
            Self::Language => language::ALL.iter().flat_map(language::names).map(|(name, _)| name).collect(),
            Self::License | Self::Format | Self::Checksum => self.rows().into_iter().map(|(id, _)| id).collect(),
        };
        names.into_iter().map(vocab::key).filter(|name| !name.is_empty()).collect()
    }
}

/// A folded name as a regular expression: letters in both cases, anything but letters and digits between words.
fn spelling(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        match c {
            ' ' => out.push_str("[^A-Za-z0-9]+"),
            c if c.is_ascii_alphabetic() => out.extend(['[', c, c.to_ascii_uppercase(), ']']),
            c => out.push(c),
        }
    }
    out
}
