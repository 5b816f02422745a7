//! Lists of datasets: their orders, their pages, the way between them.

use super::cards::Look;
use super::context::Page;
use super::views::{ListView, PageNumberView, PaginationView, SortView};
use crate::model::DatasetIndex;
use crate::site::{FacetKind, PageKey, Sort};
use crate::theme::ThemeError;

impl Page<'_> {
    /// The page of the list of all datasets in an order.
    pub(super) fn all_datasets(&self, sort: Sort, number: usize) -> Result<ListView, ThemeError> {
        let order = self.renderer.order(sort, self.language);
        let mut list = self.list(Look::Card, order, number, |number| PageKey::Datasets(sort, number))?;
        list.sorts = self.sorts(sort);
        Ok(list)
    }

    /// The first datasets by last update, for the search page.
    pub(super) fn latest_datasets(&self, most: usize) -> ListView {
        let order = self.renderer.order(Sort::Updated, self.language);
        ListView {
            count: self.dataset_count(order.len()),
            sorts: self.sorts(Sort::Updated),
            cards_html: self.promise(Look::Card, &order[..order.len().min(most)]),
            pagination: None,
        }
    }

    fn sorts(&self, current: Sort) -> Vec<SortView> {
        let sort = |sort| SortView {
            href: self.href(&PageKey::Datasets(sort, 1)),
            key: sort.name(),
            label: self.sort_label(sort).to_owned(),
            current: sort == current,
        };
        Sort::ALL.into_iter().map(sort).collect()
    }

    /// The name of an order.
    pub(super) fn sort_label(&self, sort: Sort) -> &str {
        match sort {
            Sort::Updated => self.messages.text("list.sort_updated"),
            Sort::Newest => self.messages.text("list.sort_newest"),
            Sort::Title => self.messages.text("list.sort_title"),
            Sort::Quality => self.messages.text("list.sort_quality"),
        }
    }

    /// The page of the datasets of a value.
    pub(super) fn value_datasets(&self, kind: FacetKind, at: usize, number: usize) -> Result<ListView, ThemeError> {
        let value = &self.site.facet(kind).values[at];
        let look = if matches!(kind, FacetKind::Organization) { Look::Card } else { Look::Row };
        self.list(look, &value.datasets, number, |number| PageKey::Facet(kind, at, number))
    }

    /// A list that fits on one page.
    pub(super) fn short_list(&self, datasets: &[DatasetIndex]) -> Result<ListView, ThemeError> {
        let count = self.dataset_count(datasets.len());
        Ok(ListView { count, cards_html: self.promise(Look::Card, datasets), ..ListView::default() })
    }

    fn list(
        &self,
        look: Look,
        datasets: &[DatasetIndex],
        number: usize,
        key: impl Fn(usize) -> PageKey,
    ) -> Result<ListView, ThemeError> {
        let size = self.site.config.page_size;
        let shown = datasets.chunks(size).nth(number - 1).unwrap_or_default();
        Ok(ListView {
            count: self.dataset_count(datasets.len()),
            sorts: Vec::new(),
            cards_html: self.promise(look, shown),
            pagination: self.pagination(number, self.site.page_count(datasets.len()), key),
        })
    }

    /// How many datasets, in words.
    pub(super) fn dataset_count(&self, count: usize) -> String {
        match count {
            0 => self.messages.text("list.empty").to_owned(),
            count => self.messages.count("count.datasets", count as u64),
        }
    }

    /// The way to the other pages of a list; none when there is only one.
    pub(super) fn pagination(
        &self,
        number: usize,
        last: usize,
        key: impl Fn(usize) -> PageKey,
    ) -> Option<PaginationView> {
        if last < 2 {
            return None;
        }
        let href = |number| self.href(&key(number));
        let pages = shown_numbers(number, last).into_iter().map(|shown| match shown {
            None => PageNumberView::default(),
            Some(shown) => PageNumberView {
                label: self.messages.number(shown as u64),
                href: href(shown),
                current: shown == number,
            },
        });
        Some(PaginationView {
            previous: (number > 1).then(|| href(number - 1)),
            next: (number < last).then(|| href(number + 1)),
            pages: pages.collect(),
        })
    }
}

/// First, last and the numbers around `number`; nothing for a gap.
fn shown_numbers(number: usize, last: usize) -> Vec<Option<usize>> {
    let mut shown = Vec::new();
    let mut before = 0;
    for candidate in 1..=last {
        let near = candidate.abs_diff(number) <= 2;
        if candidate == 1 || candidate == last || near {
            if candidate > before + 1 {
                // A gap of one number is that number.
                shown.push((candidate == before + 2).then_some(candidate - 1));
            }
            shown.push(Some(candidate));
            before = candidate;
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn far_pages_are_left_out() {
        let written = |number, last| {
            let numbers = shown_numbers(number, last).into_iter();
            numbers.map(|n| n.map_or_else(|| "…".to_owned(), |n| n.to_string())).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(written(1, 3), "1 2 3");
        assert_eq!(written(1, 9), "1 2 3 … 9");
        assert_eq!(written(5, 9), "1 2 3 4 5 6 7 8 9");
        assert_eq!(written(10, 20), "1 … 8 9 10 11 12 … 20");
    }
}
