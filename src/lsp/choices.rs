//! What can be chosen for a value: codes of the vocabularies, names of the catalogue, files.

use super::slots::Codes;
use crate::model::{Catalog, Kind, Lookup};
use crate::text::Text;
use crate::vocab::{self, Format, Frequency, Language, License, Term, Theme, Zone, checksum};

/// One value that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    /// As it is written.
    pub(super) value: String,
    /// Its name in the reader's language.
    pub(super) name: String,
    /// More about it, one sentence or fact each.
    pub(super) more: Vec<String>,
    /// An address that says what it means.
    pub(super) url: Option<String>,
}

impl Choice {
    fn new(value: &str, name: &str) -> Self {
        Self { value: value.to_owned(), name: name.to_owned(), more: Vec::new(), url: None }
    }

    /// A value that says what it is.
    pub(super) fn plain(value: &str) -> Self {
        Self::new(value, value)
    }

    fn more(mut self, more: impl Into<String>) -> Self {
        self.more.push(more.into());
        self
    }

    fn url(mut self, url: Option<impl Into<String>>) -> Self {
        self.url = url.map(Into::into);
        self
    }
}

const TRANSFER: [(&str, &str, &str); 3] =
    [("pending", "Pending", "En attente"), ("accepted", "Accepted", "Accepté"), ("refused", "Refused", "Refusé")];

/// All codes of a list, in its order.
pub(super) fn codes(codes: Codes, language: &str) -> Vec<Choice> {
    match codes {
        Codes::Checksum => checksum::ALL.iter().map(|row| Choice::new(row.id, row.id)).collect(),
        Codes::Format => vocab::format::ALL.iter().map(|row| format(row, language)).collect(),
        Codes::Frequency => vocab::frequency::ALL.iter().map(|row| frequency(row, language)).collect(),
        Codes::Language => vocab::language::ALL.iter().map(|row| tongue(row, language)).collect(),
        Codes::License => vocab::license::ALL.iter().map(|row| license(row, language)).collect(),
        Codes::Terms(vocabulary) => vocabulary.terms.iter().map(|row| term(row, language)).collect(),
        Codes::Theme => vocab::theme::ALL.iter().map(|row| theme(row, language)).collect(),
        Codes::Transfer => TRANSFER.iter().map(|row| transfer(row, language)).collect(),
        Codes::Zone => vocab::zone::ALL.iter().map(|row| zone(row, language)).collect(),
    }
}

/// The code that a text means.
pub(super) fn code(codes: Codes, text: &str, language: &str) -> Option<Choice> {
    match codes {
        Codes::Checksum => checksum::Checksum::find(text).map(|row| Choice::new(row.id, row.id)),
        Codes::Format => Format::find(text).map(|row| format(row, language)),
        Codes::Frequency => Frequency::find(text).map(|row| frequency(row, language)),
        Codes::Language => Language::find(text).map(|row| tongue(row, language)),
        Codes::License => License::find(text).map(|found| license(found.license, language)),
        Codes::Terms(vocabulary) => vocabulary.find(text).map(|row| term(row, language)),
        Codes::Theme => Theme::find(text).map(|row| theme(row, language)),
        Codes::Transfer => TRANSFER.iter().find(|row| row.0 == text).map(|row| transfer(row, language)),
        Codes::Zone => Zone::find(text).map(|row| zone(row, language)),
    }
}

/// Everything of a kind that others may refer to, by slug.
pub(super) fn things(catalog: &Catalog, kind: Kind, language: &str) -> Vec<Choice> {
    fn all<T: Lookup>(list: &[T], words: impl Fn(&T) -> (&Text, &Text), language: &str) -> Vec<Choice> {
        let one = |thing: &T| {
            let (name, description) = words(thing);
            let slug = thing.header().slug.as_str();
            let choice = Choice::new(slug, in_language(name, language));
            match in_language(description, language).trim().lines().next() {
                Some(first) => choice.more(first.chars().take(LONGEST).collect::<String>()),
                None => choice,
            }
        };
        list.iter().map(one).collect()
    }
    match kind {
        Kind::Dataset => all(&catalog.datasets, |one| (&one.title, &one.summary), language),
        Kind::Organization => all(&catalog.organizations, |one| (&one.name, &one.description), language),
        Kind::Person => all(&catalog.people, |one| (&one.name, &one.description), language),
        Kind::Reuse => all(&catalog.reuses, |one| (&one.title, &one.description), language),
        Kind::Service => all(&catalog.services, |one| (&one.title, &one.description), language),
        Kind::Topic => all(&catalog.topics, |one| (&one.title, &one.description), language),
        // Nothing refers to them.
        Kind::Page | Kind::Site => Vec::new(),
    }
}

/// Characters of a description that are shown.
const LONGEST: usize = 200;

fn in_language<'a>(text: &'a Text, language: &str) -> &'a str {
    text.get(language).map_or_else(|| text.first(), |(words, _)| words)
}

fn term(row: &Term, language: &str) -> Choice {
    Choice::new(row.id, row.label.get(language)).url(row.uri)
}

fn license(row: &License, language: &str) -> Choice {
    let choice = Choice::new(row.id, row.title.get(language)).more(row.summary.get(language));
    choice.url(Some(row.url).filter(|url| !url.is_empty()))
}

fn frequency(row: &Frequency, language: &str) -> Choice {
    Choice::new(row.id, row.label.get(language)).url(Some(row.eu_uri()))
}

fn theme(row: &Theme, language: &str) -> Choice {
    Choice::new(row.code, row.label.get(language)).url(Some(row.uri()))
}

fn tongue(row: &Language, language: &str) -> Choice {
    Choice::new(row.code, row.label.get(language)).more(row.own_name).url(Some(row.eu_uri()))
}

fn format(row: &Format, language: &str) -> Choice {
    let mut choice = Choice::new(row.id, row.label.get(language)).url(row.eu_uri());
    choice.more.extend(row.media_type().map(str::to_owned));
    choice
}

fn zone(row: &Zone, language: &str) -> Choice {
    Choice::new(row.id, row.label.get(language)).url(row.eu_uri())
}

fn transfer(row: &(&str, &str, &str), language: &str) -> Choice {
    Choice::new(row.0, if language == "fr" { row.2 } else { row.1 })
}
