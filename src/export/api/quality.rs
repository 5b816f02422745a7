//! Quality: data.gouv.fr's nine criteria in its shape, and the scores of every profile.

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Value, json};

use super::refs::Reference;
use super::shape::{Schemas, Shape, object};
use super::view::View;
use crate::model::DatasetIndex;
use crate::score::{PROFILES, Profile, Score, Verdict, find};

object! {
    /// The nine criteria of data.gouv.fr, counted as it counts them.
    Quality {
        /// A licence is given.
        license: bool,
        /// The period covered is given.
        temporal_coverage: bool,
        /// The area covered is given.
        spatial: bool,
        /// The frequency of updates is given.
        update_frequency: bool,
        /// The last update is no older than the frequency allows.
        update_fulfilled_in_time: bool,
        /// The description has more than 100 characters.
        dataset_description_quality: bool,
        /// There is a resource.
        has_resources: bool,
        /// At least one resource has an open format.
        has_open_format: bool,
        /// No link was found broken.
        all_resources_available: bool,
        /// A resource is described, or is documentation.
        resources_documentation: bool,
        /// Criteria that are met, over nine: from 0 to 1.
        score: f64,
    }
}

object! {
    /// The scores of a dataset, criterion by criterion.
    DatasetScores<'a> {
        /// The dataset.
        dataset: Reference<'a>,
        /// Its scores by profile.
        scores: Scores<'a, true>,
    }
}

impl Quality {
    pub(super) fn new(view: &View<'_, '_>, dataset: DatasetIndex) -> Self {
        let site = view.context.site;
        let (place, profile) = find("data-gouv").expect("internal error: the profile of data.gouv.fr is registered");
        let score = &site.scores[dataset][place];
        let is_met = |id: &str| {
            let mut criteria = profile.criteria.iter().zip(&score.judged);
            criteria.any(|(criterion, judged)| criterion.id == id && judged.verdict == Verdict::Passed)
        };
        Self {
            license: is_met("license"),
            temporal_coverage: is_met("temporal_coverage"),
            spatial: is_met("spatial"),
            update_frequency: is_met("update_frequency"),
            update_fulfilled_in_time: is_met("update_fulfilled_in_time"),
            dataset_description_quality: is_met("dataset_description_quality"),
            has_resources: !site.catalog.datasets[dataset].resources.is_empty(),
            has_open_format: is_met("has_open_format"),
            all_resources_available: is_met("all_resources_available"),
            resources_documentation: is_met("resources_documentation"),
            score: rounded(f64::from(score.points) / f64::from(score.maximum)),
        }
    }
}

fn rounded(ratio: f64) -> f64 {
    (ratio * 10_000.0).round() / 10_000.0
}

/// The scores of a dataset by profile, with or without the verdict on each criterion.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scores<'a, const DETAILED: bool>(pub(super) &'a [Score]);

impl<const DETAILED: bool> Serialize for Scores<'_, DETAILED> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let pairs = PROFILES.iter().zip(self.0);
        serializer.collect_map(pairs.map(|(profile, score)| (profile.id, InProfile::<DETAILED> { profile, score })))
    }
}

impl<const DETAILED: bool> Shape for Scores<'_, DETAILED> {
    fn shape(schemas: &mut Schemas) -> Value {
        schemas.named(if DETAILED { "DetailedScores" } else { "Scores" }, |schemas| {
            let member = |profile: &'static Profile| {
                (profile.id, profile.explanation.en, score_shape(schemas, profile, DETAILED))
            };
            super::shape::record("Scores by profile.", PROFILES.iter().map(member).collect())
        })
    }
}

/// The score in one profile.
struct InProfile<'a, const DETAILED: bool> {
    profile: &'static Profile,
    score: &'a Score,
}

impl<const DETAILED: bool> Serialize for InProfile<'_, DETAILED> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("points", &self.score.points)?;
        map.serialize_entry("measurable", &self.score.measurable)?;
        map.serialize_entry("maximum", &self.score.maximum)?;
        map.serialize_entry("ratio", &self.score.ratio().map(rounded))?;
        map.serialize_entry("band", &self.score.band(self.profile).map(|band| band.id))?;
        if DETAILED {
            map.serialize_entry("criteria", &Criteria(self.profile, self.score))?;
        }
        map.end()
    }
}

/// The verdicts on the criteria of a profile.
struct Criteria<'a>(&'static Profile, &'a Score);

impl Serialize for Criteria<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let pairs = self.0.criteria.iter().zip(&self.1.judged);
        serializer.collect_map(pairs.map(|(criterion, judged)| (criterion.id, judged.verdict.name())))
    }
}

fn score_shape(schemas: &mut Schemas, profile: &'static Profile, detailed: bool) -> Value {
    let integer = || json!({ "type": "integer" });
    let bands: Vec<Value> = profile.bands.iter().map(|band| band.id.into()).chain([Value::Null]).collect();
    let mut members = vec![
        ("points", "Points.", integer()),
        ("measurable", "Points that could be measured.", integer()),
        ("maximum", "Points of all criteria.", integer()),
        (
            "ratio",
            "Points over measurable points, from 0 to 1; null when nothing could be measured.",
            <Option<f64>>::shape(schemas),
        ),
        ("band", "The band of the ratio.", json!({ "type": ["string", "null"], "enum": bands })),
    ];
    if detailed {
        let verdict = verdict_shape(schemas);
        let criteria = profile.criteria.iter();
        let criteria = criteria.map(|criterion| (criterion.id, criterion.explanation.en, verdict.clone())).collect();
        members.push(("criteria", "The verdict on each criterion.", super::shape::record("Verdicts.", criteria)));
    }
    super::shape::record(profile.explanation.en, members)
}

fn verdict_shape(schemas: &mut Schemas) -> Value {
    let verdicts = [Verdict::Passed, Verdict::Failed, Verdict::Unknown, Verdict::NotApplicable].map(Verdict::name);
    schemas
        .named("Verdict", |_| json!({ "type": "string", "description": "What a criterion came to.", "enum": verdicts }))
}
