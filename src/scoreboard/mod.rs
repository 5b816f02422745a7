//! The scores of a whole catalogue, written for people, programs and spreadsheets: what
//! `etal score` prints.

mod csv;
mod human;
mod json;

pub use csv::csv;
pub use human::human;
pub use json::json;

use std::collections::BTreeMap;

use crate::finding::Rule;
use crate::model::DatasetIndex;
use crate::score::{PROFILES, Profile, Score};
use crate::site::Site;

/// What mending one rule everywhere would gain.
#[derive(Clone, Debug, PartialEq)]
pub struct Remedy {
    /// The rule.
    pub rule: &'static Rule,
    /// Points to gain in all, each criterion counted as if mended alone.
    pub points: i32,
    /// The datasets, in the order of the catalogue.
    pub datasets: Vec<DatasetIndex>,
}

/// The remedies of a catalogue in one profile, the greatest gain first, then by code.
pub fn remedies(site: &Site, profile: &Profile) -> Vec<Remedy> {
    let mut by_code: BTreeMap<&str, Remedy> = BTreeMap::new();
    for (dataset, score) in scores(site, profile) {
        for (criterion, judged) in profile.criteria.iter().zip(&score.judged) {
            let Some(rule) = judged.failed else {
                continue;
            };
            let remedy = by_code.entry(rule.code).or_insert_with(|| Remedy { rule, points: 0, datasets: Vec::new() });
            remedy.points += criterion.points - judged.points;
            if remedy.datasets.last() != Some(&dataset) {
                remedy.datasets.push(dataset);
            }
        }
    }
    let mut remedies: Vec<Remedy> = by_code.into_values().collect();
    remedies.sort_by_key(|remedy| std::cmp::Reverse(remedy.points));
    remedies
}

/// The datasets of a catalogue whose ratio is below `percent`, in the order of the catalogue. Where
/// nothing could be measured, nothing is below.
pub fn below(site: &Site, profile: &Profile, percent: u32) -> Vec<DatasetIndex> {
    let too_low = |score: &Score| i64::from(score.points) * 100 < i64::from(percent) * i64::from(score.measurable);
    scores(site, profile).filter(|(_, score)| too_low(score)).map(|(dataset, _)| dataset).collect()
}

/// How many datasets are in each band, from the best band to the worst.
fn tally(site: &Site, profile: &'static Profile) -> Vec<usize> {
    let count =
        |id| scores(site, profile).filter(move |(_, score)| score.band(profile).is_some_and(|band| band.id == id));
    profile.bands.iter().map(|band| count(band.id).count()).collect()
}

/// The score of each dataset in one profile, in the order of the catalogue.
fn scores<'a>(site: &'a Site, profile: &Profile) -> impl Iterator<Item = (DatasetIndex, &'a Score)> + use<'a> {
    let place = PROFILES.iter().position(|known| known.id == profile.id);
    let place = place.expect("internal error: every profile is registered");
    site.scores.iter().enumerate().map(move |(dataset, scores)| (dataset, &scores[place]))
}
