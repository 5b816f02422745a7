//! Datasets as search results show them, without markup, and the names of facet values: what the search page makes its
//! cards and its facets of.

use super::Renderer;
use super::cards::{FORMATS, SUMMARY_CHARS, access_state};
use super::context::Page;
use crate::model::DatasetIndex;
use crate::score::Verdict;
use crate::site::{FacetKind, FacetValue, PageKey, address};

/// A dataset in a list of results. Texts are for a reader of one language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Record {
    pub(crate) title: String,
    /// Language of title and summary; empty when it is the reader's.
    pub(crate) lang: String,
    pub(crate) acronym: String,
    /// Name of whoever publishes it.
    pub(crate) producer: String,
    /// Folder of the producer's page below the root of the language; may be empty.
    pub(crate) producer_path: String,
    pub(crate) summary: String,
    /// Formats by their part of addresses, as on cards.
    pub(crate) formats: Vec<String>,
    /// How many resources.
    pub(crate) files: usize,
    /// Licence by its part of addresses; may be empty.
    pub(crate) license: String,
    /// Last update, ISO 8601; may be empty.
    pub(crate) date: String,
    /// Frequency by its part of addresses; may be empty.
    pub(crate) frequency: String,
    pub(crate) badges: Vec<&'static str>,
    /// `p`, `f`, `u` or `n` for each criterion.
    pub(crate) verdicts: String,
    pub(crate) points: i32,
    pub(crate) measurable: i32,
    pub(crate) maximum: i32,
}

impl Renderer<'_> {
    /// A dataset for readers of the language at that place of the settings.
    pub(crate) fn record(&self, language: usize, index: DatasetIndex) -> Record {
        let page = Page::new(self, language, &PageKey::Home);
        let dataset = &self.site.catalog.datasets[index];
        let title = page.dataset_title(dataset);
        let producer = page.producer_link(dataset.organization.as_deref(), dataset.owner.as_deref());
        let (producer, path) = producer.map_or_else(Default::default, |link| {
            let path = link.href.strip_prefix(&page.home).unwrap_or(&link.href);
            (link.label, path.trim_end_matches("/index.html").to_owned())
        });
        let score = self.site.score(index);
        let mut formats: Vec<String> = Vec::new();
        for format in dataset.resources.iter().filter_map(|resource| resource.known_format()) {
            let slug = address(format.id);
            if formats.len() < FORMATS && !formats.contains(&slug) {
                formats.push(slug);
            }
        }
        let license = dataset.license.as_ref().and_then(|license| license.known);
        let frequency = dataset.frequency.as_ref().and_then(|frequency| frequency.known);
        Record {
            title: title.words,
            lang: title.lang.unwrap_or_default(),
            acronym: dataset.acronym.as_deref().map(super::context::clean).unwrap_or_default(),
            producer,
            producer_path: path,
            summary: page.dataset_summary(dataset, SUMMARY_CHARS),
            formats,
            files: dataset.resources.len(),
            license: license.map(|license| license.slug.to_owned()).unwrap_or_default(),
            date: dataset.last_update().map(|moment| moment.date.to_string()).unwrap_or_default(),
            frequency: frequency.map(|frequency| address(frequency.id)).unwrap_or_default(),
            badges: dataset.private.then_some("draft").into_iter().chain(access_state(dataset)).collect(),
            verdicts: score.judged.iter().map(|judged| letter(judged.verdict)).collect(),
            points: score.points,
            measurable: score.measurable,
            maximum: score.maximum,
        }
    }

    /// The name of a facet's value for readers of a language.
    pub(crate) fn value_name(&self, language: usize, kind: FacetKind, value: &FacetValue) -> String {
        Page::new(self, language, &PageKey::Home).value_label(kind, value).words
    }

    /// A message of the theme in a language.
    pub(crate) fn message(&self, language: usize, key: &str) -> &str {
        let messages = &self.languages[language].messages;
        messages.find(key).unwrap_or("")
    }

    /// All messages of a section of the theme's words, without the section's name.
    pub(crate) fn messages_of(&self, language: usize, section: &str) -> impl Iterator<Item = (&str, &str)> {
        let all = self.languages[language].messages.iter();
        all.filter_map(move |(key, text)| Some((key.strip_prefix(section)?.strip_prefix('.')?, text)))
    }
}

fn letter(verdict: Verdict) -> char {
    match verdict {
        Verdict::Passed => 'p',
        Verdict::Failed => 'f',
        Verdict::Unknown => 'u',
        Verdict::NotApplicable => 'n',
    }
}
