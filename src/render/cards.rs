//! Cards of datasets. A card stands in many lists: it is rendered once for each language, with a mark for the way to the
//! root, and copied from then on.

use std::sync::OnceLock;

use super::context::{HOME_MARK, Page, clean};
use super::views::{BadgeView, CardView};
use super::{Renderer, fill};
use crate::model::{Dataset, DatasetIndex};
use crate::site::PageKey;
use crate::theme::ThemeError;

/// Rendered cards, by language and dataset.
pub(super) struct Cards(Vec<Vec<OnceLock<Box<str>>>>);

const SUMMARY_CHARS: usize = 220;
const FORMATS: usize = 6;

impl Cards {
    pub(super) fn new(languages: usize, datasets: usize) -> Self {
        Self((0..languages).map(|_| (0..datasets).map(|_| OnceLock::new()).collect()).collect())
    }
}

impl Page<'_> {
    /// The cards of some datasets, for this page.
    pub(super) fn cards(&self, datasets: &[DatasetIndex]) -> Result<String, ThemeError> {
        let mut html = String::new();
        for index in datasets {
            let card = self.renderer.card(self.language, *index)?;
            for (at, piece) in card.split(HOME_MARK).enumerate() {
                html.push_str(if at > 0 { &self.home } else { "" });
                html.push_str(piece);
            }
        }
        Ok(html)
    }

    fn card_view(&self, index: DatasetIndex) -> CardView {
        let dataset = &self.site.catalog.datasets[index];
        let title = self.dataset_title(dataset);
        CardView {
            href: self.href(&PageKey::Dataset(index)),
            title: title.words,
            lang: title.lang,
            acronym: dataset.acronym.as_deref().map(clean),
            producer: self.producer_link(dataset.organization.as_deref(), dataset.owner.as_deref()),
            summary: self.dataset_summary(dataset, SUMMARY_CHARS),
            formats: self.formats(dataset),
            files: self.messages.count("count.files", dataset.resources.len() as u64),
            license: dataset
                .license
                .as_ref()
                .and_then(|license| license.known)
                .map(|license| license.short.get(self.code).to_owned()),
            badges: self.state_badges(dataset),
            score: self.score(index),
            date: dataset.last_update().map(|moment| self.date(moment)),
            frequency: dataset
                .frequency
                .as_ref()
                .and_then(|frequency| frequency.known)
                .map(|frequency| frequency.label.get(self.code).to_owned()),
        }
    }

    /// The summary of a dataset, else the first words of its description.
    pub(super) fn dataset_summary(&self, dataset: &Dataset, max_chars: usize) -> String {
        if dataset.summary.is_blank() {
            return self.summary(&dataset.description, max_chars);
        }
        self.words(&dataset.summary)
    }

    fn formats(&self, dataset: &Dataset) -> Vec<String> {
        let mut formats: Vec<String> = Vec::new();
        for format in dataset.resources.iter().filter_map(|resource| resource.known_format()) {
            let label = format.label.get(self.code);
            if formats.len() < FORMATS && !formats.iter().any(|known| known == label) {
                formats.push(label.to_owned());
            }
        }
        formats
    }

    /// The states that matter before a page is opened.
    pub(super) fn state_badges(&self, dataset: &Dataset) -> Vec<BadgeView> {
        let mut badges = Vec::new();
        let mut push = |class, icon, key: &str| {
            badges.push(BadgeView { class, icon, label: self.messages.text(key).to_owned() });
        };
        if dataset.private {
            push("is-unknown", "edit", "badge.draft");
        }
        if dataset.retired.is_some() {
            push("", "archive", "badge.retired");
        } else if dataset.archived.is_some() {
            push("", "archive", "badge.archived");
        }
        if let Some(kind) = dataset.access.kind.as_ref().filter(|_| !dataset.access.is_open()) {
            let label = kind.known.map_or("badge.restricted", |term| match term.id {
                "open_with_account" => "badge.account",
                _ => "badge.restricted",
            });
            push("is-late", "lock", label);
        }
        badges
    }
}

impl Renderer<'_> {
    fn card(&self, language: usize, index: DatasetIndex) -> Result<&str, ThemeError> {
        let place = &self.cards.0[language][index];
        if let Some(card) = place.get() {
            return Ok(card);
        }
        let page = Page::anywhere(self, language);
        let context = fill::context(&self.languages[language].words, "card", &page.card_view(index));
        let card = self.theme.render("parts/card.html", &context)?;
        Ok(place.get_or_init(|| card.into_boxed_str()))
    }
}
