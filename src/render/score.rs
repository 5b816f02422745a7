//! Scores in words.

use super::context::Page;
use super::svg::valance;
use super::views::{ProfileLineView, ScoreView};
use crate::model::DatasetIndex;
use crate::score::{Band, PROFILES, Profile, Score};

impl Page<'_> {
    /// The score of a dataset in the profile shown.
    pub(super) fn score(&self, dataset: DatasetIndex) -> ScoreView {
        let score = self.site.score(dataset);
        let band = score.band(self.site.profile());
        ScoreView {
            valance_html: valance(score),
            points: if score.measurable > 0 { score.points.to_string() } else { String::new() },
            rest: self.score_rest(score),
            band: self.band_name(band),
            band_key: band.map_or("unmeasured", |band| band.id),
        }
    }

    /// What follows the points: `sur 10 mesurés (12 en tout)`.
    fn score_rest(&self, score: &Score) -> String {
        let (measurable, max) = (score.measurable.to_string(), score.maximum.to_string());
        match score.measurable {
            0 => self.messages.text("quality.unmeasured").to_owned(),
            all if all == score.maximum => self.messages.fill("quality.of", &[("max", &max)]),
            _ => self.messages.fill("quality.of_measured", &[("measurable", &measurable), ("max", &max)]),
        }
    }

    /// The name of a band.
    pub(super) fn band_name(&self, band: Option<&Band>) -> String {
        let unmeasured = || self.messages.text("quality.band_unmeasured").to_owned();
        band.map_or_else(unmeasured, |band| band.label.get(self.code).to_owned())
    }

    /// The score of a dataset in every profile but the one shown.
    pub(super) fn other_scores(&self, dataset: DatasetIndex) -> Vec<ProfileLineView> {
        let shown = self.site.profile();
        let all = PROFILES.iter().zip(&self.site.scores[dataset]);
        all.filter(|(profile, _)| profile.id != shown.id)
            .map(|(profile, score)| self.profile_line(profile, score))
            .collect()
    }

    fn profile_line(&self, profile: &Profile, score: &Score) -> ProfileLineView {
        ProfileLineView {
            name: profile.label.get(self.code).to_owned(),
            points: if score.measurable > 0 { score.points.to_string() } else { String::new() },
            rest: self.score_rest(score),
            band: self.band_name(score.band(profile)),
            note: None,
        }
    }

    /// What stands beside a score that was brought to the points of a whole one: `sur 12`.
    pub(super) fn out_of(&self) -> String {
        let maximum: i32 = self.site.profile().criteria.iter().map(|criterion| criterion.points).sum();
        self.messages.fill("quality.of", &[("max", &maximum.to_string())])
    }

    /// The median of some scores, brought to the points of a whole score: `8,3`; none when none was measured.
    pub(super) fn median(&self, datasets: &[DatasetIndex]) -> Option<String> {
        let mut tenths: Vec<u64> = datasets.iter().filter_map(|index| whole_tenths(self.site.score(*index))).collect();
        tenths.sort_unstable();
        let middle = tenths.len() / 2;
        let median = match tenths.len() {
            0 => return None,
            odd if odd % 2 == 1 => tenths[middle],
            _ => (tenths[middle - 1] + tenths[middle]).div_ceil(2),
        };
        Some(self.short_tenths(median))
    }

    /// The mean of some scores, brought to the points of a whole score, in tenths; none when none was measured.
    pub(super) fn mean_tenths(&self, datasets: &[DatasetIndex]) -> Option<u64> {
        mean(datasets.iter().map(|index| self.site.score(*index)))
    }

    /// A number of tenths, without a decimal that says nothing.
    pub(super) fn short_tenths(&self, tenths: u64) -> String {
        if tenths.is_multiple_of(10) { self.messages.number(tenths / 10) } else { self.messages.tenths(tenths) }
    }

    /// The mean of the catalogue in every profile but the one shown.
    pub(super) fn other_means(&self) -> Vec<ProfileLineView> {
        let shown = self.site.profile();
        let others = PROFILES.iter().enumerate().filter(|(_, profile)| profile.id != shown.id);
        others
            .filter_map(|(at, profile)| {
                let tenths = mean(self.site.listed.iter().map(|index| &self.site.scores[*index][at]))?;
                let maximum: i32 = profile.criteria.iter().map(|criterion| criterion.points).sum();
                Some(ProfileLineView {
                    name: profile.label.get(self.code).to_owned(),
                    points: self.short_tenths(tenths),
                    rest: self.messages.fill("quality.of", &[("max", &maximum.to_string())]),
                    band: self.messages.text("quality.figure_mean").to_owned(),
                    note: None,
                })
            })
            .collect()
    }
}

/// Points over measurable points, brought to the maximum, in tenths.
fn whole_tenths(score: &Score) -> Option<u64> {
    let (points, measurable, maximum) = (score.points, score.measurable, score.maximum);
    (measurable > 0).then(|| u64::try_from((points * maximum * 10 + measurable / 2) / measurable).unwrap_or(0))
}

fn mean<'s>(scores: impl Iterator<Item = &'s Score>) -> Option<u64> {
    let tenths: Vec<u64> = scores.filter_map(whole_tenths).collect();
    let count = tenths.len() as u64;
    (count > 0).then(|| (tenths.iter().sum::<u64>() + count / 2) / count)
}
