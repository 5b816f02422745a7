//! What makes a review fail.

use super::{Fate, FindingsReview, Review};
use crate::finding::Severity;

/// What must not be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// A new finding of this severity or a worse one.
    Findings(Severity),
    /// A score that falls, or something that breaks.
    Regression,
    /// A dataset that changes and has less than this share of the points, in percent.
    Score(u8),
}

impl Review {
    /// The findings of everything, thing by thing.
    pub fn all_findings(&self) -> impl Iterator<Item = &FindingsReview> {
        let datasets = self.datasets.iter().map(|one| &one.findings);
        let others = self.others.iter().map(|one| &one.findings);
        datasets.chain(others).chain([&self.findings])
    }

    /// Whether something is beyond a limit.
    pub fn exceeds(&self, limit: Limit) -> bool {
        match limit {
            Limit::Findings(least) => self.all_findings().any(|findings| findings.has_new(least)),
            Limit::Regression => !self.breaks.is_empty() || self.datasets.iter().any(|one| one.score.is_worse()),
            Limit::Score(least) => {
                let stays = |fate| !matches!(fate, Fate::Deleted | Fate::Hidden | Fate::Unreadable | Fate::Retired);
                let judged = self.datasets.iter().filter(|one| stays(one.fate));
                judged.filter_map(|one| one.score.after).any(|share| share < least)
            }
        }
    }

    /// Whether nothing changes at all.
    pub fn is_empty(&self) -> bool {
        self.datasets.is_empty()
            && self.drafts.is_empty()
            && self.others.is_empty()
            && self.breaks.is_empty()
            && self.consent.is_empty()
            && self.findings.new.is_empty()
            && self.findings.mended.is_empty()
    }
}
