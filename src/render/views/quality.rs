//! Scores on cards, on the dataset page, and on the page of the whole catalogue.

use super::{BarView, FigureView, LinkView};
use serde::Serialize;

/// A score in one line.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ScoreView {
    /// One lobe for each criterion; SVG hidden from screen readers.
    pub valance_html: String,
    /// Points: `6`; empty when nothing could be measured.
    pub points: String,
    /// What follows the points: `sur 10 mesurés (12 en tout)`, `sur 12`, or `non mesuré`.
    pub rest: String,
    /// Name of the band: `Correct`.
    pub band: String,
    /// Key of the band: `solid`, `fair`, `fragile`, `mend`, `unmeasured`.
    pub band_key: &'static str,
}

/// The score of a dataset, criterion by criterion (`dataset.quality`).
#[derive(Debug, Clone, Default, Serialize)]
pub struct QualityView {
    /// The score in one line.
    pub score: ScoreView,
    /// What the score means, in a sentence or two.
    pub sentence: String,
    /// Name of the profile shown and what it leaves out.
    pub profile: String,
    /// The criteria, in the profile's order.
    pub criteria: Vec<CriterionView>,
    /// The other profiles, in one line each.
    pub others: Vec<ProfileLineView>,
}

/// A criterion of a dataset's score.
#[derive(Debug, Clone, Default, Serialize)]
pub struct CriterionView {
    /// `ok`, `fail`, `unknown` or `none` (does not apply).
    pub state: &'static str,
    /// Name of a symbol of `parts/icons.html`, without `i-`.
    pub icon: &'static str,
    /// Its name.
    pub name: String,
    /// The verdict: `Réussi`.
    pub verdict: String,
    /// Points with their sign: `+2`, `−2`, `0`.
    pub points: String,
    /// What was seen, a sentence; markup.
    pub evidence_html: String,
    /// How to win the missing points.
    pub remedies: Vec<RemedyView>,
}

/// What to do to win points.
#[derive(Debug, Clone, Default, Serialize)]
pub struct RemedyView {
    /// The gain: `+4 points`.
    pub gain: String,
    /// The action, a sentence that starts with a verb; markup.
    pub text_html: String,
    /// Code or name of the rule.
    pub rule: String,
    /// File, line and column of the place to change, when there is one.
    pub place: Option<String>,
    /// The place in the forge's editor.
    pub edit: Option<String>,
}

/// The score in another profile.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ProfileLineView {
    /// Name of the profile.
    pub name: String,
    /// Points: `265`.
    pub points: String,
    /// What follows them: `sur 325 mesurés (405 en tout)`.
    pub rest: String,
    /// Name of the band in that profile.
    pub band: String,
    /// A remark, such as what the profile takes for granted.
    pub note: Option<String>,
}

/// The quality of the whole catalogue (`quality` in `quality.html`).
#[derive(Debug, Clone, Default, Serialize)]
pub struct QualityPageView {
    /// What the profile looks at, in a sentence or two.
    pub lead: String,
    /// Mean, solid, to mend, unknown.
    pub figures: Vec<FigureView>,
    /// Datasets by band, from the lowest to the highest.
    pub bands: Vec<BandView>,
    /// The same as a sentence.
    pub caption: String,
    /// What to mend first, by gain.
    pub mend: Vec<MendView>,
    /// How many datasets were judged: heading of the bars.
    pub judged: String,
    /// One line for each criterion.
    pub criteria: Vec<CriterionRowView>,
    /// The datasets with the lowest scores.
    pub worst: Vec<WorstView>,
    /// Mean by producer.
    pub producers: Vec<ProducerRowView>,
    /// The other profiles: mean over the catalogue.
    pub others: Vec<ProfileLineView>,
}

/// A band and its datasets, as a column of the chart.
#[derive(Debug, Clone, Default, Serialize)]
pub struct BandView {
    /// Name of the band.
    pub name: String,
    /// How many datasets.
    pub count: String,
    /// What the column says to those who do not see it: `20 jeux solides`.
    pub label: String,
    /// Page of these datasets; absent when there are none.
    pub href: Option<String>,
    /// Height of the column in pixels, 150 for the highest.
    pub height: u32,
}

/// A remedy for several datasets.
#[derive(Debug, Clone, Default, Serialize)]
pub struct MendView {
    /// Points to gain: `+20`.
    pub gain: String,
    /// The word after them: `points`.
    pub unit: String,
    /// The action; markup.
    pub title_html: String,
    /// Why, and how; markup.
    pub text_html: String,
    /// The rule's name.
    pub rule: String,
    /// The datasets concerned, at most ten.
    pub datasets: Vec<LinkView>,
    /// How many more there are, in words; empty when all are listed.
    pub more: String,
    /// Who: `Ville (3), Eaux (1)`.
    pub who: String,
}

/// How a criterion fares over the catalogue.
#[derive(Debug, Clone, Default, Serialize)]
pub struct CriterionRowView {
    /// Its name.
    pub name: String,
    /// Rectangles of the stacked bar; SVG.
    pub bar_html: String,
    /// Datasets that pass.
    pub passed: String,
    /// Datasets that fail.
    pub failed: String,
    /// Datasets where it was never measured.
    pub unknown: String,
    /// Datasets where it does not apply.
    pub not_applicable: String,
}

/// A dataset to mend.
#[derive(Debug, Clone, Default, Serialize)]
pub struct WorstView {
    /// The dataset.
    pub dataset: LinkView,
    /// Who publishes it.
    pub producer: String,
    /// Criteria it fails.
    pub lacks: String,
    /// Its score.
    pub score: ScoreView,
}

/// A producer's mean.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ProducerRowView {
    /// The producer and the length of its bar; `count` is the number of datasets.
    pub bar: BarView,
    /// Mean score.
    pub mean: String,
    /// Median score.
    pub median: String,
}
