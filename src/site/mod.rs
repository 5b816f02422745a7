//! The site: one read-only value that every page and every machine form is made from.

mod facets;
mod former;
mod plan;
mod relations;

pub use crate::tag::{Tag, tag_of};
pub use facets::{Facet, FacetKind, FacetValue};
pub(crate) use facets::{address, facets, values_of};
pub use former::Former;
pub(crate) use plan::is_published;
pub use plan::{Artifact, ArtifactKind, PageKey, Sort, hosted_path, plan};
pub use relations::Relations;

use jiff::civil::Date;

use crate::finding::Finding;
use crate::inputs::StaticFile;
use crate::model::{Catalog, Config, Dataset, DatasetIndex};
use crate::rules::{Findings, History};
use crate::score::{Judged, PROFILES, Profile, Score, Scores, find};
use crate::source::SourceFile;

/// Everything outputs are made from.
#[derive(Clone, Debug)]
pub struct Site {
    /// The settings.
    pub config: Config,
    /// Everything described; drafts only when they are wanted.
    pub catalog: Catalog,
    /// What is wrong.
    pub findings: Findings,
    /// Scores by place in `catalog.datasets`.
    pub scores: Vec<Scores>,
    /// The source texts, by `SourceId`.
    pub sources: Vec<SourceFile>,
    /// Files that are copied as they are.
    pub statics: Vec<StaticFile>,
    /// Facets of the listed datasets, in the order of [`FacetKind::ALL`].
    pub facets: Vec<Facet>,
    /// What points at what.
    pub relations: Relations,
    /// The listed datasets by last update, newest first.
    pub listed: Vec<DatasetIndex>,
    /// What is known of the history.
    pub history: History,
    /// The commit that is built.
    pub commit: Option<String>,
    /// The clock.
    pub now: Date,
}

impl Site {
    /// The profile that pages show.
    pub fn profile(&self) -> &'static Profile {
        self.profile_index().1
    }

    /// The score of a dataset in the profile that pages show.
    pub fn score(&self, dataset: DatasetIndex) -> &Score {
        &self.scores[dataset][self.profile_index().0]
    }

    /// The findings about a dataset, those switched off or silenced included.
    pub fn findings_of(&self, dataset: &Dataset) -> &[Finding] {
        self.findings.of(dataset.header.source)
    }

    /// What shows that a criterion of a dataset failed: the first finding of the rule that did.
    pub fn evidence(&self, dataset: DatasetIndex, judged: &Judged) -> Option<&Finding> {
        let failed = judged.failed?;
        let findings = self.findings_of(&self.catalog.datasets[dataset]);
        findings.iter().find(|finding| *finding.rule == *failed)
    }

    /// The facet of a kind.
    pub fn facet(&self, kind: FacetKind) -> &Facet {
        &self.facets[kind as usize]
    }

    fn profile_index(&self) -> (usize, &'static Profile) {
        find(&self.config.profile).unwrap_or((0, &PROFILES[0]))
    }
}
