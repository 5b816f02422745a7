//! The words of the interface. Each language is a file `i18n/<language>.toml` of the theme: flat keys, plural forms,
//! and the way numbers and dates are written, so that a new language needs no code. A key that a language lacks is
//! taken from the next one of its chain, in the end from English.

mod format;

pub use format::sort_key;

use std::collections::{BTreeMap, HashMap};

use thiserror::Error;

/// The texts of one language, complete by its fallback chain.
#[derive(Debug, Clone, Default)]
pub struct Messages {
    language: String,
    /// Looked up a hundred times a page, never walked.
    texts: HashMap<String, String>,
}

/// A message file that cannot be used.
#[derive(Debug, Error)]
pub enum MessageError {
    /// The file is not TOML.
    #[error("{0}")]
    Syntax(#[from] toml::de::Error),
    /// A value is neither a text, an array of texts nor a table.
    #[error("`{0}` is neither a text nor a list of texts")]
    Value(String),
}

impl Messages {
    /// Reads the texts of `language` (a BCP 47 tag) from a message file. Tables become dotted keys, arrays of texts are
    /// joined by `|`.
    pub fn parse(language: &str, text: &str) -> Result<Self, MessageError> {
        let table: toml::Table = toml::from_str(text)?;
        let mut texts = HashMap::new();
        for (key, value) in table {
            flatten(key, value, &mut texts)?;
        }
        Ok(Self { language: language.to_owned(), texts })
    }

    /// Adds the texts of `base` for the keys that are missing here.
    #[must_use]
    pub fn or_else(mut self, base: &Self) -> Self {
        for (key, text) in &base.texts {
            self.texts.entry(key.clone()).or_insert_with(|| text.clone());
        }
        self
    }

    /// The language, as a BCP 47 tag.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The text of a key as it is written, with its holes; the key itself when no language has it.
    pub fn text<'a>(&'a self, key: &'a str) -> &'a str {
        self.find(key).unwrap_or(key)
    }

    /// The text of a key, if any language of the chain has it.
    pub fn find(&self, key: &str) -> Option<&str> {
        self.texts.get(key).map(String::as_str)
    }

    /// The text of a key with its holes `{name}` filled.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill(self.text(key), values)
    }

    /// The plural form of a key for `n`, with `{n}` and the other holes filled.
    pub fn count_with(&self, key: &str, n: u64, values: &[(&str, &str)]) -> String {
        let form = if self.is_singular(n) { "one" } else { "other" };
        let number = self.number(n);
        let mut all = vec![("n", number.as_str())];
        all.extend_from_slice(values);
        self.fill(&format!("{key}.{form}"), &all)
    }

    /// The plural form of a key for `n`, with `{n}` filled: `34 jeux de données`.
    pub fn count(&self, key: &str, n: u64) -> String {
        self.count_with(key, n, &[])
    }

    /// Whether `n` takes the singular: 0 and 1 in French, 1 alone in most languages.
    /// See <https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html>.
    fn is_singular(&self, n: u64) -> bool {
        n == 1 || (n == 0 && self.text("format.plural") == "zero-one")
    }

    /// All keys and texts, by key.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let sorted: BTreeMap<&str, &str> = self.texts.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
        sorted.into_iter()
    }
}

fn flatten(key: String, value: toml::Value, texts: &mut HashMap<String, String>) -> Result<(), MessageError> {
    match value {
        toml::Value::String(text) => {
            texts.insert(key, text);
        }
        toml::Value::Array(items) => {
            let items: Option<Vec<&str>> = items.iter().map(toml::Value::as_str).collect();
            let joined = items.ok_or_else(|| MessageError::Value(key.clone()))?.join("|");
            texts.insert(key, joined);
        }
        toml::Value::Table(table) => {
            for (name, value) in table {
                flatten(format!("{key}.{name}"), value, texts)?;
            }
        }
        _ => return Err(MessageError::Value(key)),
    }
    Ok(())
}

/// Fills the holes `{name}` of a text; a hole without a value stays as it is.
fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some(start) = rest.find('{') {
        let Some(length) = rest[start..].find('}') else {
            break;
        };
        let name = &rest[start + 1..start + length];
        filled.push_str(&rest[..start]);
        match values.iter().find(|(hole, _)| *hole == name) {
            Some((_, value)) => filled.push_str(value),
            None => filled.push_str(&rest[start..=start + length]),
        }
        rest = &rest[start + length + 1..];
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRENCH: &str = "[format]\nplural = \"zero-one\"\n[count]\nfiles = { one = \"{n} fichier\", other = \"{n} fichiers\" }\n[a]\nb = \"{x} et {y} et {z}\"";

    fn french() -> Messages {
        Messages::parse("fr", FRENCH).expect("the texts are TOML")
    }

    #[test]
    fn zero_and_one_are_singular_in_french() {
        let forms: Vec<String> = (0..3).map(|n| french().count("count.files", n)).collect();
        assert_eq!(forms, ["0 fichier", "1 fichier", "2 fichiers"]);
    }

    #[test]
    fn only_one_is_singular_without_a_plural_rule() {
        let messages = Messages::parse("en", "[files]\none = \"file\"\nother = \"files\"").expect("TOML");
        let forms: Vec<String> = (0..3).map(|n| messages.count("files", n)).collect();
        assert_eq!(forms, ["files", "file", "files"]);
    }

    #[test]
    fn a_value_with_braces_is_not_filled_again() {
        assert_eq!(french().fill("a.b", &[("x", "{y}"), ("y", "2")]), "{y} et 2 et {z}");
    }

    #[test]
    fn a_missing_key_comes_from_the_next_language() {
        let base = Messages::parse("en", "[frame]\nskip = \"Skip\"").expect("TOML");
        assert_eq!(french().or_else(&base).text("frame.skip"), "Skip");
        assert_eq!(french().text("frame.skip"), "frame.skip");
    }
}
