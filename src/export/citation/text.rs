//! The sentence that people copy.

use std::fmt;

use super::Citation;
use crate::i18n::Messages;

/// A citation in words, parted so that the title can be set in italics: `before`, a blank, the title, `after`, and a
/// blank and the address where there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitationText {
    /// Who and when: `Ville d’Aubrelle (2026).`
    pub before: String,
    /// The title.
    pub title: String,
    /// Language of the title, when it is said.
    pub language: Option<String>,
    /// What follows the title, the full stop that ends it included: `. Version du 22 novembre 2026. Catalogue.`
    pub after: String,
    /// Where the dataset is found for good.
    pub address: Option<String>,
}

impl fmt::Display for CitationText {
    /// The citation as plain text.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}{}", self.before, self.title, self.after)?;
        self.address.iter().try_for_each(|address| write!(f, " {address}"))
    }
}

impl Citation {
    /// The citation in the words of a language.
    pub fn text(&self, messages: &Messages) -> CitationText {
        let names: Vec<&str> = self.authors.iter().map(|author| author.name.as_str()).collect();
        let author = messages.list(&names);
        let before = match self.issued {
            Some(date) => messages.fill("export.cite_year", &[("author", &author), ("year", &date.year().to_string())]),
            None => messages.fill("export.cite_no_year", &[("author", &author)]),
        };
        let mut after = String::from(stop(&self.title));
        let is_author = self.authors.iter().any(|author| author.name == self.catalog);
        let catalog = (!is_author).then(|| self.catalog.clone()).filter(|catalog| !catalog.is_empty());
        let license = self.license.map(str::to_owned);
        for part in [self.edition(messages), self.publisher.clone(), catalog, license].into_iter().flatten() {
            after.push(' ');
            after.push_str(&part);
            after.push_str(stop(&part));
        }
        CitationText {
            before: before.trim().to_owned(),
            title: self.title.clone(),
            language: self.language.clone(),
            after,
            address: self.address(),
        }
    }

    /// The version as declared, else the date of the data.
    fn edition(&self, messages: &Messages) -> Option<String> {
        if let Some(version) = &self.version {
            return Some(messages.fill("export.cite_version", &[("version", version)]));
        }
        let date = self.changed?;
        let words = messages.date(&date.to_string());
        Some(match date.day() {
            Some(_) => messages.fill("export.cite_version_of_day", &[("date", &words)]),
            None => messages.fill("export.cite_version", &[("version", &words)]),
        })
    }
}

/// The full stop that a part lacks.
fn stop(text: &str) -> &'static str {
    if text.ends_with(['.', '!', '?', '…']) { "" } else { "." }
}
