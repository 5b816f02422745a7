//! Reads the published files of a search and answers questions from them. `docs/search-format.md` says what a reader
//! must do; the script of the search page does the same.

mod analyser;
mod answer;
mod body;
mod boot;
mod cards;
mod column_files;
mod columns;
mod dictionary;
mod directory;
mod error;
mod evaluate;
mod facets;
mod index;
mod labels;
mod orders;
mod query;
mod resolve;
mod script;
mod store;
mod symbols;
mod tags;
mod terms;
mod typos;

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

pub use answer::{Answer, Correction, FacetCount, Hit, Question, Suggestion, Without};
pub use cards::Card;
pub use error::{Cause, ReadError};
pub use orders::Order;
pub use script::is_name;

use std::collections::BTreeSet;

use boot::Boot;
use index::Index;
use store::Store;

/// The facets of the format. A catalogue has a file only for those of which some dataset has a value.
const FACETS: [&str; 12] = [
    "organization",
    "license",
    "format",
    "family",
    "frequency",
    "granularity",
    "theme",
    "quality",
    "updated",
    "access",
    "year",
    "tag",
];

/// A search, ready for questions. Files are fetched when they are needed, and each once.
pub struct Reader<'f> {
    index: Index<'f>,
}

impl<'f> Reader<'f> {
    /// Opens the search that begins with the file `entry`: `boot/…` or `whole/…`. `fetch` gives the text of a file by
    /// its path below the site's root, always `search/<kind>/<hash>.js`. Labels and cards are in `language` where the
    /// site has it, else in the site's first language.
    ///
    /// # Errors
    /// When the file cannot be had or is not in the format.
    pub fn open(
        entry: &str,
        language: Option<&str>,
        fetch: impl Fn(&str) -> Result<String, Cause> + 'f,
    ) -> Result<Self, ReadError> {
        let (store, name, value) = Store::open(Box::new(fetch), entry)?;
        let boot = Boot::read(&name, value)?;
        let place = boot.languages.iter().position(|(code, _)| Some(code.as_str()) == language);
        Ok(Self { index: Index::new(boot, place.unwrap_or(0), store, entry) })
    }

    /// Answers a question.
    ///
    /// # Errors
    /// When a file cannot be had or is not in the format.
    pub fn search(&self, question: &Question) -> Result<Answer, ReadError> {
        answer::answer(&self.index, question)
    }

    /// The words of a text, as a query has them.
    pub fn words(&self, text: &str) -> Vec<String> {
        self.index.boot.analyser.words(text)
    }

    /// The names of the files that were fetched so far (`terms/k3v7x2m4`), in their order.
    pub fn fetched(&self) -> Vec<String> {
        self.index.store.fetched()
    }

    /// The language of labels and cards.
    pub fn language(&self) -> &str {
        &self.index.boot.languages[self.index.language].0
    }

    /// The day that the site was built for, as `2026-11-23`.
    pub fn built(&self) -> &str {
        &self.index.boot.built
    }

    /// What one point of a score is.
    pub fn unit(&self) -> u32 {
        self.index.boot.unit
    }

    /// All facets that can be asked for, sorted.
    pub fn facets(&self) -> BTreeSet<&str> {
        FACETS.into_iter().chain(self.index.boot.columns.keys().map(String::as_str)).collect()
    }

    /// The name of a facet, else its code.
    ///
    /// # Errors
    /// When a file cannot be had or is not in the format.
    pub fn facet_label(&self, facet: &str) -> Result<String, ReadError> {
        Ok(self.index.labels()?.facets.get(facet).map_or(facet, String::as_str).to_owned())
    }

    /// The name of a value of a facet, else the value.
    ///
    /// # Errors
    /// When a file cannot be had or is not in the format.
    pub fn label(&self, facet: &str, value: &str) -> Result<String, ReadError> {
        if let Some(column) = self.index.column(facet)?
            && let Some(place) = column.place(value)
        {
            return columns::label(&self.index, facet, &column, place);
        }
        columns::named(&self.index, facet, value)
    }

    /// The path of a dataset's page below the site's root.
    pub fn page(&self, card: &Card) -> String {
        let folder = if self.index.language == 0 { String::new() } else { format!("{}/", self.language()) };
        format!("{folder}datasets/{}/index.html", card.slug)
    }
}
