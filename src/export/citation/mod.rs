//! How to cite a dataset: its parts, the sentence that people copy, and the forms that reference managers take.
//!
//! The year, and the date that stands for a version, are those of the data. What lacks is left out, never guessed.

pub(super) mod bibtex;
pub(super) mod csl;
mod doi;
mod text;

use super::context::words::line;
use super::{Agent, Context};
use crate::date::PartialDate;
use crate::model::{Creator, Dataset, DatasetIndex};
use crate::site::PageKey;

pub use bibtex::bibtex;
pub use doi::{doi, doi_address};
pub use text::CitationText;

/// The parts of a citation, in one language, ready for any output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// What tells it apart in the catalogue: the dataset's slug, ASCII.
    pub key: String,
    /// Its creators, else who publishes it, else the catalogue; empty only when even that has no name.
    pub authors: Vec<Author>,
    /// When this state of the data came: last change of the data, else their creation, else the descriptor's; never
    /// after the clock.
    pub issued: Option<PartialDate>,
    /// Title of the dataset; the slug when there is none.
    pub title: String,
    /// Language of the title, when it is said.
    pub language: Option<String>,
    /// Version of the data, as declared.
    pub version: Option<String>,
    /// Last change of the data, when it is known and not after the clock.
    pub changed: Option<PartialDate>,
    /// Who publishes it, unless among the authors.
    pub publisher: Option<String>,
    /// Title of the catalogue.
    pub catalog: String,
    /// Short name of the licence, when it is known.
    pub license: Option<&'static str>,
    /// DOI without a resolver's address.
    pub doi: Option<String>,
    /// Public address of the dataset's page in the first language.
    pub page: Option<String>,
}

/// Somebody who made the data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// Name on one line.
    pub name: String,
    /// Whether this is known to be a person. A name alone may be anybody's.
    pub is_person: bool,
}

impl Author {
    /// Given and family name of a person, where nothing has to be guessed: `Family, Given`, or two words.
    pub fn given_and_family(&self) -> Option<(&str, &str)> {
        if !self.is_person {
            return None;
        }
        let (given, family) = match self.name.split_once(',') {
            Some((family, given)) => (given.trim(), family.trim()),
            None => self.name.split_once(' ')?,
        };
        let whole = |name: &str| !name.is_empty() && !name.contains(',');
        let two = self.name.contains(',') || !family.contains(' ');
        (two && whole(given) && whole(family)).then_some((given, family))
    }
}

impl Citation {
    /// Where the dataset is found for good: the address of its DOI, else that of its page.
    pub fn address(&self) -> Option<String> {
        self.doi.as_deref().and_then(doi_address).or_else(|| self.page.clone())
    }

    /// Who publishes it, in forms that always name somebody: its publisher unless among the authors, else the catalogue.
    pub fn publisher_or_catalog(&self) -> &str {
        self.publisher.as_deref().unwrap_or(&self.catalog)
    }
}

impl Context<'_> {
    /// The citation of a dataset for readers of a language.
    pub fn citation(&self, index: DatasetIndex, language: &str) -> Citation {
        let dataset = &self.site.catalog.datasets[index];
        let (title, said) = dataset.title.get(language).unwrap_or_default();
        let title = Some(line(title)).filter(|title| !title.is_empty());
        let publisher = self.publisher(dataset).map(|agent| line(agent.name(language)));
        let authors = self.authors(dataset, language);
        let changed = self.past(dataset.data_modified()).map(|moment| moment.date);
        let license = dataset.license.as_ref().and_then(|license| license.known).filter(|license| license.specified);
        Citation {
            key: dataset.slug().to_owned(),
            publisher: publisher.filter(|name| authors.iter().all(|author| author.name != *name)),
            authors,
            issued: changed.or_else(|| self.came(dataset)),
            title: title.unwrap_or_else(|| dataset.slug().to_owned()),
            language: said.or_else(|| one_language(dataset)).map(str::to_owned),
            version: dataset.version.as_deref().map(line).filter(|version| !version.is_empty()),
            changed,
            catalog: line(self.site.config.title_in(language)),
            license: license.map(|license| license.short.get(language)),
            doi: doi(dataset).map(str::to_owned),
            page: self.page(&PageKey::Dataset(index)),
        }
    }

    fn authors(&self, dataset: &Dataset, language: &str) -> Vec<Author> {
        let mut authors: Vec<Author> = Vec::new();
        for author in dataset.creators.iter().filter_map(|creator| self.author(creator, language)) {
            if !authors.contains(&author) {
                authors.push(author);
            }
        }
        if authors.is_empty() {
            let agent = self.publisher(dataset).or_else(|| self.site_publisher());
            authors.extend(agent.map(|agent| by(agent, language)));
        }
        if authors.is_empty() {
            authors.push(Author { name: line(self.site.config.title_in(language)), is_person: false });
        }
        authors.retain(|author| !author.name.is_empty());
        authors
    }

    fn author(&self, creator: &Creator, language: &str) -> Option<Author> {
        let person = creator.person.as_deref().and_then(|slug| self.site.catalog.person(slug));
        if let Some(person) = person {
            return Some(by(Agent::Person(person), language));
        }
        if let Some(name) = creator.name.as_deref().map(line).filter(|name| !name.is_empty()) {
            return Some(Author { name, is_person: creator.orcid.is_some() });
        }
        let organization = creator.organization.as_deref().map(|slug| by(self.organization(slug), language));
        let named = || Some(Author { name: line(creator.person.as_deref()?), is_person: true });
        organization.or_else(named)
    }

    /// When data that nobody dates came.
    fn came(&self, dataset: &Dataset) -> Option<PartialDate> {
        let dates = dataset.header.dates;
        let known = [dataset.created, dates.created, dates.modified];
        known.into_iter().find_map(|moment| self.past(moment)).map(|moment| moment.date)
    }
}

fn by(agent: Agent<'_>, language: &str) -> Author {
    Author { name: line(agent.name(language)), is_person: matches!(agent, Agent::Person(_)) }
}

/// The language of a dataset that has one: that of a title that says none.
fn one_language(dataset: &Dataset) -> Option<&'static str> {
    match dataset.languages.as_slice() {
        [one] => one.known.map(|language| language.code),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_parted_only_where_nothing_is_guessed() {
        let parts = |name: &str, is_person| {
            let author = Author { name: name.to_owned(), is_person };
            author.given_and_family().map(|(given, family)| format!("{given}|{family}"))
        };
        assert_eq!(parts("Maud Querrien", true).as_deref(), Some("Maud|Querrien"));
        assert_eq!(parts("de La Tour, Jean", true).as_deref(), Some("Jean|de La Tour"));
        for (name, is_person) in
            [("Jean de La Tour", true), ("Maud", true), (", Maud", true), ("A, B, C", true), ("Val Lize", false)]
        {
            assert_eq!(parts(name, is_person), None, "{name}");
        }
    }
}
