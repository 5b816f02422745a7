//! Lists of datasets, their cards, and the facets that lead to them.

use super::{BadgeView, BarView, DateView, LinkView, MachineFileView, NoteView, PropertyView, ScoreView};
use serde::Serialize;

/// A dataset in a list (`card` in `parts/card.html`). Cards are rendered once and shared between pages: every address
/// in them starts with the mark that `render` replaces by the way to the root of the page's language.
#[derive(Debug, Clone, Default, Serialize)]
pub struct CardView {
    /// Address of the dataset's page.
    pub href: String,
    /// Title of the dataset.
    pub title: String,
    /// Language of title and summary when it is not the page's.
    pub lang: Option<String>,
    /// Short name.
    pub acronym: Option<String>,
    /// Organisation or person that publishes it.
    pub producer: Option<LinkView>,
    /// First words of the description; plain text.
    pub summary: String,
    /// Labels of the file formats, most frequent first.
    pub formats: Vec<String>,
    /// How many files: `9 fichiers`.
    pub files: String,
    /// Name of the licence.
    pub license: Option<String>,
    /// States that a visitor should see before opening the page.
    pub badges: Vec<BadgeView>,
    /// Quality in the profile shown.
    pub score: ScoreView,
    /// Date of the data.
    pub date: Option<DateView>,
    /// Frequency of updates, in words.
    pub frequency: Option<String>,
}

/// A page of a list of datasets (`list` in `datasets.html`, `facet.html` and the pages that end in a list).
#[derive(Debug, Clone, Default, Serialize)]
pub struct ListView {
    /// How many there are: `34 jeux de données`.
    pub count: String,
    /// The orders to choose from; empty when there is only one.
    pub sorts: Vec<SortView>,
    /// The cards of this page, rendered from `parts/card.html`.
    pub cards_html: String,
    /// The way to the other pages; absent when there is only one.
    pub pagination: Option<PaginationView>,
}

/// An order of a list.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SortView {
    /// First page of the list in this order.
    pub href: String,
    /// Its parameter in addresses of the search page: `updated`.
    pub key: &'static str,
    /// Its name.
    pub label: String,
    /// It is the order of this page.
    pub current: bool,
}

/// The way to the other pages of a list.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PaginationView {
    /// The page before, if any.
    pub previous: Option<String>,
    /// The page after, if any.
    pub next: Option<String>,
    /// First, last, and the pages around this one.
    pub pages: Vec<PageNumberView>,
}

/// A page number, or a gap between two.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PageNumberView {
    /// The number; empty for a gap.
    pub label: String,
    /// Address of that page.
    pub href: String,
    /// It is this page.
    pub current: bool,
}

/// One facet beside a list or on the search page: its first values and the way to all of them.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FacetGroupView {
    /// Its parameter in addresses of the search page: `organization`.
    pub key: &'static str,
    /// Its name: `Producteur`.
    pub title: String,
    /// Shown open.
    pub open: bool,
    /// The values with most datasets.
    pub values: Vec<FacetValueView>,
    /// Page with all values, when some are left out here.
    pub all: Option<LinkView>,
    /// How many values have datasets: digits only.
    pub total: String,
}

/// A value of a facet.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FacetValueView {
    /// The value in addresses of the search page; empty for keywords, which these write in another way.
    pub value: String,
    /// Page of the datasets that have it.
    pub href: String,
    /// Its name.
    pub label: String,
    /// Language of the name when it is not the page's.
    pub lang: Option<String>,
    /// How many datasets have it.
    pub count: String,
}

/// The page of all datasets (`datasets` in `datasets.html`).
#[derive(Debug, Clone, Default, Serialize)]
pub struct DatasetsView {
    /// Heading of the page.
    pub heading: String,
    /// Address of the search page; absent in a site without search.
    pub search: Option<String>,
    /// The page where a dataset is proposed; absent in a site without it.
    pub propose: Option<LinkView>,
    /// The list.
    pub list: ListView,
    /// The facets, rendered from `parts/facets.html`.
    pub facets_html: String,
}

/// The page of all values of one facet (`facets` in `facets.html`).
#[derive(Debug, Clone, Default, Serialize)]
pub struct FacetsView {
    /// Heading of the page: `Tous les mots-clés`.
    pub heading: String,
    /// What the facet means; plain text, may be empty.
    pub lead: String,
    /// The values, in order.
    pub values: Vec<BarView>,
}

/// The page of one value of a facet (`facet` in `facet.html`, `tag.html`, `license.html`, `format.html`).
#[derive(Debug, Clone, Default, Serialize)]
pub struct FacetView {
    /// Kind of the facet, as in its address: `tags`, `licenses`, `formats`, `frequencies` …
    pub kind: String,
    /// Name of the facet: `Licence`.
    pub kind_label: String,
    /// Heading of the page: the value's name.
    pub heading: String,
    /// Language of the heading when it is not the page's.
    pub lang: Option<String>,
    /// What the value means; plain text, may be empty.
    pub lead: String,
    /// What is known of a licence or a format.
    pub properties: Vec<PropertyView>,
    /// Remarks on it: not open, not usable by administrations …
    pub notes: Vec<NoteView>,
    /// Page with the other values of the facet.
    pub all: Option<LinkView>,
    /// The datasets that have it.
    pub list: ListView,
    /// Feeds and other machine forms about it.
    pub machine: Vec<MachineFileView>,
}

/// The search page (`search` in `search.html`): without script a list and ways to browse, which the script takes over.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SearchView {
    /// Address of the form: this page.
    pub action: String,
    /// The datasets that were updated last, and the orders of the list of all datasets.
    pub list: ListView,
    /// Page of all datasets.
    pub all: LinkView,
    /// The facets.
    pub facets: Vec<FacetGroupView>,
    /// What the script reads; absent when the page has none.
    pub script: Option<SearchScriptView>,
}

/// What the script of the search page reads (`search.script` in `search.html`).
#[derive(Debug, Clone, Default, Serialize)]
pub struct SearchScriptView {
    /// Way to the folder of the search files.
    pub base: String,
    /// Name of the first of them: `boot/k3v9x2m4qa`.
    pub entry: String,
    /// Language of the page, as a BCP 47 tag.
    pub language: String,
}
