//! Quality: points for rules that are kept.
//!
//! A profile is a list of criteria; a criterion asks the outcomes of some rules. Every lost point
//! therefore has a rule, a line and a remedy. To add a profile: write `src/score/<profile>.rs` and
//! add it to [`PROFILES`]; weights and sources are told in `docs/scores.md`.

mod data_gouv;
mod judge;
mod mqa;
mod six_criteria;

pub use judge::{Judged, Score, Scores, judge};

use crate::vocab::Label;

/// All profiles, in the order to show; the first is the default.
pub static PROFILES: &[Profile] = &[six_criteria::PROFILE, data_gouv::PROFILE, mqa::PROFILE];

/// The profile with this id, and its place in [`PROFILES`].
pub fn find(id: &str) -> Option<(usize, &'static Profile)> {
    PROFILES.iter().enumerate().find(|(_, profile)| profile.id == id)
}

/// A way to score: criteria and bands.
#[derive(Debug)]
pub struct Profile {
    /// Its name in settings, JSON and on the command line.
    pub id: &'static str,
    /// Its name for people.
    pub label: Label,
    /// Whose list it is and what it is good for: a sentence.
    pub explanation: Label,
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
    /// When it is passed: a sentence.
    pub explanation: Label,
    /// What to say when it counts as passed though nothing was measured or judged: one line in lower
    /// case without a full stop.
    pub note: Option<Label>,
    /// The dimension it belongs to, where a profile has dimensions.
    pub dimension: Option<Label>,
    /// Points when it is passed.
    pub points: i32,
    /// Points when one of [`Self::penalized`] fails: less than 0. Other failures give 0.
    pub failed_points: i32,
    /// Those of its rules whose failure costs points.
    pub penalized: &'static [&'static str],
    /// Names of the rules it asks. It fails when one of them fails, and is unknown when one of them
    /// is unknown and none fails. Without any rule there is nothing to judge yet.
    pub rules: &'static [&'static str],
    /// What it is when its rules do not apply.
    pub not_applicable: Verdict,
    /// What it is when its rules cannot be judged.
    pub unknown: Verdict,
}

impl Criterion {
    /// What most criteria have in common.
    const BASE: Self = Self {
        id: "",
        label: Label::same(""),
        explanation: Label::same(""),
        note: None,
        dimension: None,
        points: 0,
        failed_points: 0,
        penalized: &[],
        rules: &[],
        not_applicable: Verdict::NotApplicable,
        unknown: Verdict::Unknown,
    };
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

impl Band {
    const fn new(id: &'static str, label: Label, from: (i32, i32)) -> Self {
        Self { id, label, from }
    }
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

    /// Its name for people.
    pub fn label(self) -> Label {
        match self {
            Self::Passed => Label::new("Passed", "Réussi"),
            Self::Failed => Label::new("Failed", "Manqué"),
            Self::Unknown => Label::new("Unknown", "Inconnu"),
            Self::NotApplicable => Label::new("Not applicable", "Sans objet"),
        }
    }
}
