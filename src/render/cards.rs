//! Cards of datasets. A card stands in many lists: it is rendered once for each language, with a mark for the way to the
//! root, and copied from then on.

use std::cell::RefCell;
use std::sync::OnceLock;

use super::context::{HOME_MARK, Page, clean};
use super::views::{BadgeView, CardView};
use super::{Renderer, fill, minify};
use crate::model::{Dataset, DatasetIndex};
use crate::site::PageKey;
use crate::theme::ThemeError;

/// How a dataset stands in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// With its first words and its score: lists of all datasets, of a producer, of a choice.
    Card,
    /// In two lines: lists by licence, format and the like, where a dataset stands again and again.
    Row,
}

/// Rendered cards and rows, by look, language and dataset, minified when pages are.
pub(super) struct Cards(Vec<Vec<OnceLock<Box<str>>>>);

/// Stands in a page for a list that is put in after the page is minified: its datasets are minified
/// once, not once for each list. The number of the list stands between two marks.
const LIST_MARK: char = '\u{e0f0}';

/// Characters of a description on a card, and formats.
pub(super) const SUMMARY_CHARS: usize = 220;
pub(super) const FORMATS: usize = 6;

impl Cards {
    pub(super) fn new(languages: usize, datasets: usize) -> Self {
        Self((0..2 * languages).map(|_| (0..datasets).map(|_| OnceLock::new()).collect()).collect())
    }

    fn place(&self, look: Look, language: usize, index: DatasetIndex) -> &OnceLock<Box<str>> {
        &self.0[2 * language + look as usize][index]
    }
}

/// The lists that were promised to a page.
#[derive(Default)]
pub(super) struct Lists(RefCell<Vec<(Look, Vec<DatasetIndex>)>>);

impl Page<'_> {
    /// What stands for a list of datasets in the markup of this page until [`Page::with_lists`].
    pub(super) fn promise(&self, look: Look, datasets: &[DatasetIndex]) -> String {
        if datasets.is_empty() {
            return String::new();
        }
        let mut lists = self.lists.0.borrow_mut();
        lists.push((look, datasets.to_vec()));
        format!("{LIST_MARK}{}{LIST_MARK}", lists.len() - 1)
    }

    /// The cards and rows of all lists that were promised, for whoever must know what they use.
    pub(super) fn promised(&self) -> Result<Vec<&str>, ThemeError> {
        let lists = self.lists.0.borrow();
        let all = lists.iter().flat_map(|(look, datasets)| datasets.iter().map(move |index| (*look, *index)));
        all.map(|(look, index)| self.renderer.card(look, self.language, index)).collect()
    }

    /// The page with its lists.
    pub(super) fn with_lists(&self, page: Vec<u8>) -> Result<Vec<u8>, ThemeError> {
        let lists = self.lists.0.borrow();
        if lists.is_empty() {
            return Ok(page);
        }
        let text = String::from_utf8(page).expect("internal error: a page is text");
        let mut whole = String::with_capacity(text.len() + 40_000);
        // Between two marks stands a number, outside them markup: they alternate.
        for (at, piece) in text.split(LIST_MARK).enumerate() {
            match piece.parse::<usize>().ok().and_then(|number| lists.get(number)) {
                Some((look, datasets)) if at % 2 == 1 => self.write_cards(*look, datasets, &mut whole)?,
                _ => whole.push_str(piece),
            }
        }
        Ok(whole.into_bytes())
    }

    fn write_cards(&self, look: Look, datasets: &[DatasetIndex], html: &mut String) -> Result<(), ThemeError> {
        for index in datasets {
            let card = self.renderer.card(look, self.language, *index)?;
            for (at, piece) in card.split(HOME_MARK).enumerate() {
                html.push_str(if at > 0 { &self.home } else { "" });
                html.push_str(piece);
            }
        }
        Ok(())
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
            license: self.card_license(dataset),
            badges: self.state_badges(dataset),
            score: self.score(index),
            date: dataset.last_update().map(|moment| self.date(moment)),
            frequency: self.card_frequency(dataset),
        }
    }

    /// The licence as a card says it, where no heading says what it is.
    fn card_license(&self, dataset: &Dataset) -> Option<String> {
        let license = dataset.license.as_ref()?.known?;
        let label = if license.specified {
            license.short.get(self.code)
        } else {
            self.messages.text("card.license_unspecified")
        };
        Some(label.to_owned())
    }

    /// The frequency, likewise.
    fn card_frequency(&self, dataset: &Dataset) -> Option<String> {
        let frequency = dataset.frequency.as_ref()?.known?;
        let label = match frequency.id {
            "unknown" => self.messages.text("card.frequency_unknown"),
            _ => frequency.label.get(self.code),
        };
        Some(label.to_owned())
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
        match access_state(dataset) {
            Some("account") => push("is-late", "lock", "badge.account"),
            Some(_) => push("is-late", "lock", "badge.restricted"),
            None => {}
        }
        badges
    }
}

/// What keeps some people from a dataset: `account` or `restricted`; none when it is open.
pub(super) fn access_state(dataset: &Dataset) -> Option<&'static str> {
    let kind = dataset.access.kind.as_ref().filter(|_| !dataset.access.is_open())?;
    Some(kind.known.map_or("restricted", |term| match term.id {
        "open_with_account" => "account",
        _ => "restricted",
    }))
}

impl Renderer<'_> {
    fn card(&self, look: Look, language: usize, index: DatasetIndex) -> Result<&str, ThemeError> {
        let place = self.cards.place(look, language, index);
        if let Some(card) = place.get() {
            return Ok(card);
        }
        let page = Page::anywhere(self, language);
        let context = fill::context(&self.languages[language].words, "card", &page.card_view(index));
        let template = if look == Look::Card { "parts/card.html" } else { "parts/row.html" };
        let card = self.theme.render(template, &context)?;
        let small = if self.minify { minify::minify(&card).ok() } else { None };
        let small = small.and_then(|bytes| String::from_utf8(bytes).ok());
        Ok(place.get_or_init(|| small.unwrap_or(card).into_boxed_str()))
    }
}
