//! The profiles. Weights and sources are in `docs/scores.md`.

use super::{Band, Criterion, Profile, Verdict};
use crate::vocab::Label;

/// All profiles, in the order to show.
pub static PROFILES: &[Profile] = &[SIX_CRITERIA];

/// The profile with this id.
pub fn find(id: &str) -> Option<(usize, &'static Profile)> {
    PROFILES.iter().enumerate().find(|(_, profile)| profile.id == id)
}

const SIX_CRITERIA: Profile = Profile {
    id: "six-criteria",
    label: Label { en: "Six criteria", fr: "Six critères" },
    criteria: &[Criterion {
        id: "title",
        label: Label { en: "Title", fr: "Titre" },
        dimension: None,
        points: 2,
        failed_points: 0,
        rules: &["missing-title"],
        not_applicable: Verdict::NotApplicable,
        unknown: Verdict::Unknown,
    }],
    bands: &[Band { id: "to-mend", label: Label { en: "To mend", fr: "À reprendre" }, from: (0, 1) }],
};
