//! The score of a dataset before and now, with the criteria won and lost.

use serde::Serialize;

use super::Sides;
use crate::score::{Score, Verdict, find};
use crate::site::Site;

/// A score before and now.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScoreReview {
    /// Share of the points that could be measured, in percent; none when there was nothing to measure, or no dataset.
    pub before: Option<u8>,
    /// The same now.
    pub after: Option<u8>,
    /// Criteria that are passed now and were not.
    pub won: Vec<CriterionReview>,
    /// Criteria that were passed and are not.
    pub lost: Vec<CriterionReview>,
}

/// A criterion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CriterionReview {
    /// Its name in JSON.
    pub id: &'static str,
    /// Its name for people.
    pub label: String,
}

impl ScoreReview {
    /// Whether the share is less than it was.
    pub fn is_worse(&self) -> bool {
        self.before.zip(self.after).is_some_and(|(before, after)| after < before)
    }
}

/// The share of a score in percent, rounded down: 100 is reached when nothing is missing.
fn percent(score: &Score) -> Option<u8> {
    let share = (score.measurable > 0).then(|| score.points.max(0) * 100 / score.measurable)?;
    u8::try_from(share.min(100)).ok()
}

fn score_of<'a>(site: &'a Site, dataset: usize, sides: &Sides<'_>) -> Option<&'a Score> {
    let (place, _) = find(sides.words.profile.id)?;
    site.scores.get(dataset)?.get(place)
}

/// Compares the scores of a dataset, by its places before and now, in the profile that pages show now.
pub(super) fn compare(sides: &Sides<'_>, before: Option<usize>, after: Option<usize>) -> ScoreReview {
    let old = before.and_then(|at| score_of(sides.before, at, sides));
    let new = after.and_then(|at| score_of(sides.after, at, sides));
    let mut review =
        ScoreReview { before: old.and_then(percent), after: new.and_then(percent), won: Vec::new(), lost: Vec::new() };
    let (Some(old), Some(new)) = (old, new) else { return review };
    for (criterion, (old, new)) in sides.words.profile.criteria.iter().zip(old.judged.iter().zip(&new.judged)) {
        let named = || CriterionReview { id: criterion.id, label: sides.words.label(criterion.label) };
        match (old.verdict == Verdict::Passed, new.verdict == Verdict::Passed) {
            (false, true) => review.won.push(named()),
            (true, false) => review.lost.push(named()),
            _ => {}
        }
    }
    review
}
