//! Turns the outcomes of rules into points.

use std::sync::LazyLock;

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
    /// Whether it counts as passed though nothing was measured or judged: the criterion's note says
    /// why.
    pub assumed: bool,
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
    PROFILES.iter().zip(ASKED.iter()).map(|(profile, asked)| judge_in(profile, asked, outcomes)).collect()
}

/// The rules of a criterion by their places in [`RULES`], and whether their failure costs points.
type Asked = Vec<(usize, bool)>;

/// What every criterion of every profile asks: names are looked up once, not for every dataset.
static ASKED: LazyLock<Vec<Vec<Asked>>> =
    LazyLock::new(|| PROFILES.iter().map(|profile| profile.criteria.iter().map(asked).collect()).collect());

fn asked(criterion: &Criterion) -> Asked {
    let place = |name: &&str| {
        let index = RULES.iter().position(|registered| registered.rule.name == *name);
        let Some(index) = index else {
            unreachable!("internal error: criterion {} asks a rule {name} that does not exist", criterion.id)
        };
        (index, criterion.penalized.contains(name))
    };
    criterion.rules.iter().map(place).collect()
}

fn judge_in(profile: &Profile, asked: &[Asked], outcomes: &Outcomes) -> Score {
    let criteria = || profile.criteria.iter();
    let judged: Vec<Judged> =
        criteria().zip(asked).map(|(criterion, asked)| judge_one(criterion, asked, outcomes)).collect();
    let points_of = |verdict| {
        let pairs = criteria().zip(&judged).filter(|(_, judged)| judged.verdict == verdict);
        pairs.map(|(criterion, _)| criterion.points).sum::<i32>()
    };
    let maximum: i32 = criteria().map(|criterion| criterion.points).sum();
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

fn judge_one(criterion: &Criterion, asked: &[(usize, bool)], outcomes: &Outcomes) -> Judged {
    let mut worst = if asked.is_empty() { Outcome::NotApplicable } else { Outcome::Pass };
    let mut failed = None;
    let mut costs = false;
    for (rule, penalized) in asked {
        let outcome = outcomes.at(*rule);
        if outcome == Outcome::Fail {
            failed = failed.or(Some(RULES[*rule].rule));
            costs |= penalized;
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
        Verdict::Failed if costs => criterion.failed_points,
        Verdict::Failed | Verdict::Unknown | Verdict::NotApplicable => 0,
    };
    Judged { verdict, points, assumed: verdict == Verdict::Passed && worst != Outcome::Pass, failed }
}

impl Score {
    /// Points over measurable points, from 0 to 1; none when nothing could be measured.
    pub fn ratio(&self) -> Option<f64> {
        (self.measurable > 0).then(|| f64::from(self.points) / f64::from(self.measurable))
    }

    /// The band of the ratio; none when nothing could be measured.
    pub fn band(&self, profile: &Profile) -> Option<&'static Band> {
        let reached = |band: &&'static Band| self.points * band.from.1 >= band.from.0 * self.measurable;
        let bands: &'static [Band] = profile.bands;
        bands.iter().find(|band| self.measurable > 0 && reached(band))
    }
}
