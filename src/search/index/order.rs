//! Which dataset has which id. Ids go by producer, first publication and slug, and each producer has a few to spare: a
//! new dataset then takes a free id behind the others, and most files of the search keep their names.

use crate::model::{Catalog, Dataset, DatasetIndex};
use crate::pipeline::order_of;

/// The ids of the listed datasets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ids {
    /// The datasets, in the order of their ids.
    pub(crate) datasets: Vec<DatasetIndex>,
    /// The id of each of `datasets`, ascending.
    pub(crate) ids: Vec<u32>,
    /// For each producer, in order: its datasets and the free ids after them.
    pub(crate) groups: Vec<(u32, u32)>,
    /// Number of ids, free ones included.
    pub(crate) size: u32,
}

impl Ids {
    /// The ids of the listed datasets of a catalogue.
    pub(crate) fn of(catalog: &Catalog, listed: &[DatasetIndex]) -> Self {
        let mut datasets = listed.to_vec();
        datasets.sort_by_cached_key(|index| {
            let dataset = &catalog.datasets[*index];
            (producer(dataset).to_owned(), dataset.first_published().map(order_of), dataset.slug().to_owned())
        });
        let mut ids = Self { ids: Vec::with_capacity(datasets.len()), ..Self::default() };
        for group in
            datasets.chunk_by(|one, other| producer(&catalog.datasets[*one]) == producer(&catalog.datasets[*other]))
        {
            let count = group.len() as u32;
            ids.ids.extend(ids.size..ids.size + count);
            ids.groups.push((count, capacity(count) - count));
            ids.size += capacity(count);
        }
        ids.datasets = datasets;
        ids
    }
}

/// Whoever publishes a dataset.
pub(crate) fn producer(dataset: &Dataset) -> &str {
    dataset.organization.as_deref().or(dataset.owner.as_deref()).unwrap_or("")
}

/// Ids for `count` datasets: up to an eighth more.
fn capacity(count: u32) -> u32 {
    let step = 1 << count.ilog2().saturating_sub(3);
    count.next_multiple_of(step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn larger_producers_have_more_to_spare() {
        assert_eq!([1, 7, 15, 16, 17, 100, 1000].map(capacity), [1, 7, 15, 16, 18, 104, 1024]);
    }
}
