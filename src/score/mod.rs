//! Quality: points for rules that are kept.
//!
//! A profile is a list of criteria; a criterion asks the outcomes of some rules. Every lost point
//! therefore has a rule, a line and a remedy.

mod judge;
mod profiles;

pub use judge::{Judged, Score, Scores, judge};
pub use profiles::{PROFILES, find};

use crate::vocab::Label;

/// A way to score: criteria and bands.
#[derive(Debug)]
pub struct Profile {
    /// Its name in settings, JSON and on the command line.
    pub id: &'static str,
    /// Its name for people.
    pub label: Label,
    /// Its criteria, in the order to show.
    pub criteria: &'static [Criterion],
    /// Its bands, from best to worst. The last one begins at 0.
    pub bands: &'static [Band],
}

/// A question with points.
#[derive(Debug)]
pub struct Criterion {
    /// Its name in JSON.
    pub id: &'static str,
    /// Its name for people.
    pub label: Label,
    /// The dimension it belongs to, where a profile has dimensions.
    pub dimension: Option<Label>,
    /// Points when it is passed.
    pub points: i32,
    /// Points when it is failed: 0, or less than 0 where failing costs.
    pub failed_points: i32,
    /// Names of the rules it asks. It fails when one of them fails, and is unknown when one of them
    /// is unknown and none fails.
    pub rules: &'static [&'static str],
    /// What it is when its rules do not apply.
    pub not_applicable: Verdict,
    /// What it is when its rules cannot be judged.
    pub unknown: Verdict,
}

/// A range of ratios with a name.
#[derive(Debug, PartialEq)]
pub struct Band {
    /// Its name in addresses and JSON.
    pub id: &'static str,
    /// Its name for people.
    pub label: Label,
    /// Lowest ratio in it, as points over measurable points: numerator and denominator.
    pub from: (i32, i32),
}

/// What a criterion came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Passed: all its points.
    Passed,
    /// Failed.
    Failed,
    /// Never measured: counts neither way.
    Unknown,
    /// Nothing to judge: counts neither way.
    NotApplicable,
}

impl Verdict {
    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Failed => "failed",
            Self::Unknown => "unknown",
            Self::NotApplicable => "not-applicable",
        }
    }
}
