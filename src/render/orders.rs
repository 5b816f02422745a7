//! The orders of the list of all datasets, each found once when a page first asks for it.

use std::cmp::Ordering;
use std::sync::OnceLock;

use super::Renderer;
use crate::i18n::sort_key;
use crate::model::DatasetIndex;
use crate::score::Score;
use crate::site::{Site, Sort};

/// The orders that are not the site's own.
pub(super) struct Orders {
    newest: OnceLock<Vec<DatasetIndex>>,
    quality: OnceLock<Vec<DatasetIndex>>,
    /// By language: titles may be translated.
    titles: Vec<OnceLock<Vec<DatasetIndex>>>,
}

impl Orders {
    pub(super) fn new(languages: usize) -> Self {
        let titles = (0..languages).map(|_| OnceLock::new()).collect();
        Self { newest: OnceLock::new(), quality: OnceLock::new(), titles }
    }
}

impl Renderer<'_> {
    /// The listed datasets in an order. Equal ones stay in the order of last update.
    pub(super) fn order(&self, sort: Sort, language: usize) -> &[DatasetIndex] {
        match sort {
            Sort::Updated => &self.site.listed,
            Sort::Newest => self.orders.newest.get_or_init(|| newest(self.site)),
            Sort::Quality => self.orders.quality.get_or_init(|| by_quality(self.site)),
            Sort::Title => self.orders.titles[language].get_or_init(|| by_title(self.site, language)),
        }
    }
}

fn newest(site: &Site) -> Vec<DatasetIndex> {
    let mut order = site.listed.clone();
    order.sort_by_cached_key(|index| {
        let first = site.catalog.datasets[*index].first_published();
        std::cmp::Reverse(first.map(crate::pipeline::order_of))
    });
    order
}

fn by_title(site: &Site, language: usize) -> Vec<DatasetIndex> {
    let code = site.config.languages.get(language).map_or("", String::as_str);
    let mut order = site.listed.clone();
    order.sort_by_cached_key(|index| {
        let dataset = &site.catalog.datasets[*index];
        (sort_key(dataset.title.get(code).map_or("", |(title, _)| title)), dataset.slug().to_owned())
    });
    order
}

fn by_quality(site: &Site) -> Vec<DatasetIndex> {
    let mut order = site.listed.clone();
    order.sort_by(|one, other| better_first(site.score(*one), site.score(*other)));
    order
}

/// The higher ratio first, without rounding; what was never measured comes last.
pub(crate) fn better_first(one: &Score, other: &Score) -> Ordering {
    match (one.measurable > 0, other.measurable > 0) {
        (true, true) => (other.points * one.measurable).cmp(&(one.points * other.measurable)),
        (one, other) => other.cmp(&one),
    }
}
