//! The home page (`home` in `home.html`).

use super::{BandView, BarView, DateView, FigureView, LinkView, ProducerView};
use serde::Serialize;

/// The home page.
#[derive(Debug, Clone, Default, Serialize)]
pub struct HomeView {
    /// Its heading.
    pub heading: String,
    /// What the catalogue offers; plain text.
    pub lead: String,
    /// Address of the search page; absent in a site without search.
    pub search: Option<String>,
    /// Tags to start from.
    pub examples: Vec<LinkView>,
    /// Heading of the stall: `Par thème`.
    pub stall_title: String,
    /// The stall: themes, or formats when no dataset has a theme.
    pub stall: Vec<BarView>,
    /// The catalogue in figures.
    pub figures: Vec<FigureView>,
    /// Latest changes, newest first.
    pub changes: Vec<ChangeView>,
    /// Page of all datasets by last update.
    pub all_changes: String,
    /// Featured datasets.
    pub featured: Vec<FeatureView>,
    /// The producers with most datasets.
    pub producers: Vec<ProducerView>,
    /// Page of all producers.
    pub all_producers: Option<LinkView>,
    /// Featured topics.
    pub topics: Vec<FeatureView>,
    /// Quality in a sentence.
    pub quality: String,
    /// Datasets by band, from the lowest to the highest.
    pub bands: Vec<BandView>,
    /// The same as a sentence.
    pub bands_caption: String,
    /// Page for developers.
    pub developers: LinkView,
    /// Page of the catalogue's quality.
    pub quality_href: String,
}

/// A change of a dataset.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ChangeView {
    /// When.
    pub date: DateView,
    /// The dataset.
    pub dataset: LinkView,
    /// What changed: `Données`, `Nouveau`, `Fiche`.
    pub kind: String,
    /// Producer or summary; plain text.
    pub text: String,
}

/// A dataset or topic shown on the home page.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FeatureView {
    /// Its page and title.
    pub link: LinkView,
    /// Its first words; plain text.
    pub text: String,
    /// A figure or a date under it; may be empty.
    pub note: String,
}
