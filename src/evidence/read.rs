//! Reads `evidence.json`, which anybody may have written: nothing of it is used unless all of it can be.

use std::fmt::Display;

use serde::Deserialize;

use super::{Dated, Evidence, FORGES, FORMAT, ForgeOf, HISTORIES};
use crate::date;
use crate::parse::public_address;

/// No file is read beyond this size: a descriptor takes about 250 bytes of it.
pub const MAX_BYTES: u64 = 100_000_000;

/// Why an `evidence.json` cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EvidenceError {
    /// A link, a folder or a device.
    NoFile,
    /// Larger than [`MAX_BYTES`]; its size in bytes.
    TooLarge(u64),
    /// It is not JSON, or lacks something: the words of the parser.
    Malformed(String),
    /// It is of a form that this version does not know.
    Version(u32),
    /// A value that cannot be: its key, and the value as written.
    Value(String, String),
}

impl EvidenceError {
    /// What is wrong: a clause without a full stop, in French for `fr` and English for others.
    pub fn message(&self, language: &str) -> String {
        let french = language.starts_with("fr");
        match self {
            Self::NoFile if french => String::from("ce n’est pas un fichier ordinaire"),
            Self::NoFile => String::from("it is no regular file"),
            Self::TooLarge(size) if french => format!("ses {size} octets dépassent la limite de {MAX_BYTES}"),
            Self::TooLarge(size) => format!("its {size} bytes are more than {MAX_BYTES}"),
            Self::Malformed(words) if french => format!("il n’a pas la forme attendue ({words})"),
            Self::Malformed(words) => format!("it has not the form that is expected ({words})"),
            Self::Version(format) if french => format!("sa forme {format} n’est pas connue de cette version d’etal"),
            Self::Version(format) => format!("its form {format} is not known to this version of etal"),
            Self::Value(key, found) if french => format!("`{key}` y vaut «\u{a0}{found}\u{a0}»"),
            Self::Value(key, found) => format!("its `{key}` is “{found}”"),
        }
    }
}

impl Evidence {
    /// Reads what [`Evidence::to_json`] wrote. Keys that are not known are passed over.
    ///
    /// # Errors
    /// When it is none, of a form that this version does not know, or has a value that cannot be.
    pub fn read(text: &[u8]) -> Result<Self, EvidenceError> {
        #[derive(Deserialize)]
        struct Version {
            format: u32,
        }
        let malformed = |error: serde_json::Error| EvidenceError::Malformed(error.to_string());
        if text.len() as u64 > MAX_BYTES {
            return Err(EvidenceError::TooLarge(text.len() as u64));
        }
        let Version { format } = serde_json::from_slice(text).map_err(malformed)?;
        if format != FORMAT {
            return Err(EvidenceError::Version(format));
        }
        let evidence: Self = serde_json::from_slice(text).map_err(malformed)?;
        evidence.check()?;
        Ok(evidence)
    }

    fn check(&self) -> Result<(), EvidenceError> {
        expect((1000..=9999).contains(&self.now.year()), "now", self.now)?;
        expect(HISTORIES.contains(&self.history.as_str()), "history", &self.history)?;
        if let Some(commit) = &self.commit {
            expect(is_hexadecimal(commit) && (4..=64).contains(&commit.len()), "commit", commit)?;
        }
        if let Some(url) = &self.base_url {
            expect(public_address(url).as_ref() == Some(url), "base_url", url)?;
        }
        if let Some(forge) = &self.forge {
            expect(FORGES.contains(&forge.kind.as_str()), "forge.kind", &forge.kind)?;
            expect(forge.has_address(), "forge.url", &forge.url)?;
        }
        self.dates.iter().try_for_each(|(path, dated)| dated.check(path))
    }
}

impl ForgeOf {
    /// Whether links to it lead to the web.
    pub(crate) fn has_address(&self) -> bool {
        public_address(&self.url).is_some()
    }
}

impl Dated {
    fn check(&self, path: &str) -> Result<(), EvidenceError> {
        let key = |name: &str| format!("dates.{}.{name}", shortened(path));
        for (name, text) in [("created", &self.created), ("modified", &self.modified)] {
            if let Some(text) = text {
                expect(moment(text).is_some(), key(name), text)?;
            }
        }
        expect(self.files.len() == 64 && is_hexadecimal(&self.files), key("files"), &self.files)
    }
}

/// The moment that a date of the file means, written as we would write it.
pub(crate) fn moment(text: &str) -> Option<date::Moment> {
    let moment = date::parse(text).ok()?;
    let is_ours = moment.second_of_day.is_some() && moment.date.year() >= 1000 && moment.to_string() == text;
    is_ours.then_some(moment)
}

fn is_hexadecimal(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

fn expect(holds: bool, key: impl Display, found: impl Display) -> Result<(), EvidenceError> {
    if holds {
        return Ok(());
    }
    Err(EvidenceError::Value(key.to_string(), shortened(&found.to_string())))
}

/// The beginning of a text that may be of any length.
fn shortened(text: &str) -> String {
    const MOST: usize = 100;
    let mut characters = text.chars();
    let mut short: String = characters.by_ref().take(MOST).collect();
    if characters.next().is_some() {
        short.push('…');
    }
    short
}
