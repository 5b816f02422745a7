//! Orders of results: a rank for each id.

use std::cmp::Ordering;

use serde::Serialize;

use super::super::index::Ids;
use super::columns::spread;
use super::symbols::{push_fixed, width_for};
use crate::i18n::sort_key;
use crate::model::Dataset;
use crate::pipeline::order_of;
use crate::render::better_first;
use crate::site::{Site, Sort};

/// An order as it is published.
#[derive(Debug, Serialize)]
pub(crate) struct Order {
    width: u32,
    ids: String,
}

/// The ranks of an order: equal datasets share one. `language` is that of titles.
pub(crate) fn order(site: &Site, ids: &Ids, sort: Sort, language: &str) -> Order {
    let datasets = &site.catalog.datasets;
    match sort {
        Sort::Updated => ranked(ids, |index| datasets[index].last_update().map(order_of), later_first),
        Sort::Newest => ranked(ids, |index| datasets[index].first_published().map(order_of), later_first),
        Sort::Title => ranked(ids, |index| title(&datasets[index], language), Ord::cmp),
        Sort::Quality => ranked(ids, |index| site.score(index), |one, other| better_first(one, other)),
    }
}

fn title(dataset: &Dataset, language: &str) -> String {
    sort_key(dataset.title.get(language).map_or("", |(title, _)| title))
}

fn later_first<T: Ord>(one: &Option<T>, other: &Option<T>) -> Ordering {
    other.cmp(one)
}

fn ranked<K>(ids: &Ids, key: impl Fn(usize) -> K, compare: impl Fn(&K, &K) -> Ordering) -> Order {
    let keys: Vec<K> = ids.datasets.iter().map(|index| key(*index)).collect();
    let mut places: Vec<usize> = (0..keys.len()).collect();
    places.sort_by(|one, other| compare(&keys[*one], &keys[*other]));
    let mut ranks = vec![0; keys.len()];
    let mut rank = 0;
    for (at, place) in places.iter().enumerate() {
        rank += u32::from(at > 0 && compare(&keys[places[at - 1]], &keys[*place]).is_ne());
        ranks[*place] = rank;
    }
    let width = width_for(rank as usize + 1);
    let ranks = spread(ids, ranks.into_iter());
    let mut written = String::with_capacity(ranks.len() * width as usize);
    ranks.iter().for_each(|rank| push_fixed(&mut written, width, *rank));
    Order { width, ids: written }
}
