//! Turns the outcomes of rules into points.

use super::{Band, Criterion, PROFILES, Profile, Verdict};
use crate::finding::Rule;
use crate::rules::{Outcome, Outcomes, RULES};

/// A criterion that was judged for one dataset.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// What it came to.
    pub verdict: Verdict,
    /// Points it gave, less than 0 where failing costs.
    pub points: i32,
    /// The first of its rules that failed: its findings are the evidence.
    pub failed: Option<&'static Rule>,
}

/// The score of one dataset in one profile.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// One entry for each criterion of the profile, in its order.
    pub judged: Vec<Judged>,
    /// Points, never less than 0.
    pub points: i32,
    /// Points that could be measured: the maximum less unknown and not applicable criteria.
    pub measurable: i32,
    /// Points of unknown criteria.
    pub unknown: i32,
    /// Points of criteria that do not apply.
    pub not_applicable: i32,
    /// Points of all criteria.
    pub maximum: i32,
}

/// The scores of one dataset, one for each of [`PROFILES`] in that order.
pub type Scores = Vec<Score>;

/// Judges one dataset in all profiles.
pub fn judge(outcomes: &Outcomes) -> Scores {
    PROFILES.iter().map(|profile| judge_in(profile, outcomes)).collect()
}

fn judge_in(profile: &Profile, outcomes: &Outcomes) -> Score {
    let judged: Vec<Judged> = profile.criteria.iter().map(|criterion| judge_one(criterion, outcomes)).collect();
    let points_of = |verdict| {
        let pairs = profile.criteria.iter().zip(&judged);
        pairs.filter(|(_, judged)| judged.verdict == verdict).map(|(criterion, _)| criterion.points).sum::<i32>()
    };
    let maximum: i32 = profile.criteria.iter().map(|criterion| criterion.points).sum();
    let (unknown, not_applicable) = (points_of(Verdict::Unknown), points_of(Verdict::NotApplicable));
    Score {
        points: judged.iter().map(|judged| judged.points).sum::<i32>().max(0),
        measurable: maximum - unknown - not_applicable,
        unknown,
        not_applicable,
        maximum,
        judged,
    }
}

fn judge_one(criterion: &Criterion, outcomes: &Outcomes) -> Judged {
    let mut worst = Outcome::Pass;
    let mut failed = None;
    for name in criterion.rules {
        let Some(index) = RULES.iter().position(|registered| registered.rule.name == *name) else {
            unreachable!("internal error: criterion {} asks a rule {name} that does not exist", criterion.id)
        };
        let outcome = outcomes.at(index);
        if outcome == Outcome::Fail && failed.is_none() {
            failed = Some(RULES[index].rule);
        }
        worst = worst.max(outcome);
    }
    let verdict = match worst {
        Outcome::Pass => Verdict::Passed,
        Outcome::Fail => Verdict::Failed,
        Outcome::Unknown => criterion.unknown,
        Outcome::NotApplicable => criterion.not_applicable,
    };
    let points = match verdict {
        Verdict::Passed => criterion.points,
        Verdict::Failed => criterion.failed_points,
        Verdict::Unknown | Verdict::NotApplicable => 0,
    };
    Judged { verdict, points, failed }
}

impl Score {
    /// Points over measurable points, from 0 to 1; none when nothing could be measured.
    pub fn ratio(&self) -> Option<f64> {
        (self.measurable > 0).then(|| f64::from(self.points) / f64::from(self.measurable))
    }

    /// The band of the ratio; none when nothing could be measured.
    pub fn band(&self, profile: &Profile) -> Option<&'static Band> {
        let reached = |band: &&'static Band| self.points * band.from.1 >= band.from.0 * self.measurable;
        let bands: &'static [Band] = PROFILES.iter().find(|known| known.id == profile.id)?.bands;
        bands.iter().find(|band| self.measurable > 0 && reached(band))
    }
}
