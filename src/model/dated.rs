//! The dates of a dataset with their places, for all that judge dates alike.

use crate::date::Moment;
use crate::source::KeyPath;

use super::{Dataset, Harvest};

/// When things happened to a dataset, its descriptor and its resources, with the place of each
/// date. Periods covered and what may be announced (archived, retired, transfer) are left out.
pub fn dated(dataset: &Dataset) -> Vec<(KeyPath, Moment)> {
    let mut dates: Vec<(KeyPath, Moment)> = dataset.header.dated().collect();
    let root = KeyPath::root();
    add(&mut dates, &root, [("created", dataset.created), ("modified", dataset.modified)]);
    harvested(&mut dates, &root, dataset.harvest.as_deref());
    for resource in &dataset.resources {
        let path = resource.key_path();
        add(&mut dates, &path, [("created", resource.created), ("modified", resource.modified)]);
        harvested(&mut dates, &path, resource.harvest.as_deref());
    }
    dates
}

fn harvested(dates: &mut Vec<(KeyPath, Moment)>, path: &KeyPath, harvest: Option<&Harvest>) {
    if let Some(harvest) = harvest {
        let path = path.key("harvest");
        let (created, issued) = (("created", harvest.created), ("issued", harvest.issued));
        add(dates, &path, [created, issued, ("modified", harvest.modified), ("last_update", harvest.last_update)]);
    }
}

fn add<const N: usize>(dates: &mut Vec<(KeyPath, Moment)>, path: &KeyPath, found: [(&str, Option<Moment>); N]) {
    dates.extend(found.into_iter().filter_map(|(key, date)| Some((path.key(key), date?))));
}
