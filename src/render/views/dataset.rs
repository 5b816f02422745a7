//! The dataset page (`dataset` in `dataset.html`).

use super::{
    ActionView, BadgeView, DateView, LinkView, NoteView, PropertyView, QualityView, ResourceGroupView, TextView,
};
use serde::Serialize;

/// A dataset.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DatasetView {
    /// Its title.
    pub title: String,
    /// Language of the title when it is not the page's.
    pub lang: Option<String>,
    /// Short name.
    pub acronym: Option<String>,
    /// State badges: access, archived, draft, high value, the catalogue's own.
    pub badges: Vec<BadgeView>,
    /// What the badges mean for the reader.
    pub notes: Vec<NoteView>,
    /// Download, follow, edit, report.
    pub actions: Vec<ActionView>,
    /// The parts of the page.
    pub parts: Vec<PartView>,
    /// The description.
    pub description: TextView,
    /// The sidebar.
    pub facts: FactsView,
    /// `7 hébergés ici, 2 liens externes`.
    pub files_summary: String,
    /// The files, by type; empty when there are none.
    pub files: Vec<ResourceGroupView>,
    /// The score.
    pub quality: QualityView,
    /// Reuses and services that use it.
    pub uses: Vec<UseView>,
    /// Where to declare a reuse, when a forge is known.
    pub declare_use: Option<String>,
    /// How to cite it.
    pub citation: CitationView,
    /// Identifiers, metadata dates, harvest, transfer.
    pub metadata: Vec<PropertyView>,
    /// `extras` and what no other place shows, as JSON text; empty when there is none.
    pub extras: String,
    /// Files for machines.
    pub machine: Vec<MachineFileView>,
    /// Related datasets.
    pub related: Vec<RelatedView>,
}

/// A link to a part of the page.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PartView {
    /// `#files`.
    pub href: String,
    /// Its name.
    pub label: String,
    /// A figure beside it: `9`, `6 sur 12`.
    pub count: Option<String>,
}

/// The sidebar of a dataset.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FactsView {
    /// Organisation or person that publishes it.
    pub producer: Option<ProducerView>,
    /// Whom to write to.
    pub contacts: Vec<ContactView>,
    /// Who made it, with their roles.
    pub creators: Vec<ContactView>,
    /// The licence.
    pub license: LicenseView,
    /// The dates, told apart.
    pub dates: Vec<DateRowView>,
    /// How often it is updated.
    pub frequency: LinkView,
    /// When the next update is expected; plain text, may be empty.
    pub frequency_note: String,
    /// The period covered.
    pub period: Option<PeriodView>,
    /// The places covered.
    pub places: Option<PlacesView>,
    /// EU data themes.
    pub themes: Vec<LinkView>,
    /// Topics of the catalogue that hold it.
    pub topics: Vec<LinkView>,
    /// Tags.
    pub tags: Vec<LinkView>,
    /// Version, series, languages, schema, provenance …
    pub more: Vec<PropertyView>,
    /// Links of the dataset.
    pub links: Vec<LinkView>,
    /// Slug, DOI and other identifiers.
    pub identifiers: Vec<PropertyView>,
}

/// A producer with its logo or monogram.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ProducerView {
    /// Its page.
    pub href: String,
    /// Its name.
    pub name: String,
    /// Language of the name when it is not the page's.
    pub lang: Option<String>,
    /// Two letters that stand for it.
    pub monogram: String,
    /// Address of its logo, when the logo is hosted with the catalogue.
    pub logo: Option<String>,
    /// Its kind, in words.
    pub kind: String,
    /// What it holds: `11 jeux, 98 fichiers, score médian 10 sur 12`; empty where it is not shown.
    pub figures: String,
}

/// A contact point or a creator.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ContactView {
    /// Its name, or its address when it has none.
    pub name: String,
    /// `mailto:` or an address; absent when there is neither.
    pub href: Option<String>,
    /// Its role, in words; may be empty.
    pub role: String,
    /// ORCID address of a person.
    pub orcid: Option<String>,
}

/// The licence of a dataset.
#[derive(Debug, Clone, Default, Serialize)]
pub struct LicenseView {
    /// Its name, or that there is none.
    pub name: String,
    /// Its page in the catalogue.
    pub href: Option<String>,
    /// Address of its text.
    pub text_href: Option<String>,
    /// What it allows, in a sentence; may be empty.
    pub note: String,
    /// No licence was given: the value stands in the colour of what is unknown.
    pub missing: bool,
}

/// One of the dates of a dataset.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DateRowView {
    /// What happened.
    pub label: String,
    /// When; absent when it is not known.
    pub date: Option<DateView>,
    /// What stands in place of an unknown date.
    pub text: String,
    /// The date of the data, in bold.
    pub main: bool,
}

/// The period that the data cover.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PeriodView {
    /// In words: `Depuis janvier 2019`.
    pub text: String,
    /// The same on a line from the first to the last year; absent when it says no more than the words.
    pub span: Option<SpanView>,
}

/// A period on a line 100 units long.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SpanView {
    /// Start of the period.
    pub x: String,
    /// Its length.
    pub width: String,
    /// Start of the open end, when the period has none.
    pub open_x: Option<String>,
    /// Length of the open end.
    pub open_width: String,
    /// Years under the line, evenly spread.
    pub years: Vec<String>,
}

/// The places that the data cover.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PlacesView {
    /// The zones.
    pub zones: Vec<LinkView>,
    /// Bounding box, in words; may be empty.
    pub bounds: String,
    /// The outline, as SVG; empty when there is no geometry.
    pub map_html: String,
    /// The granularity.
    pub granularity: Option<LinkView>,
}

/// A reuse or a service that uses the dataset.
#[derive(Debug, Clone, Default, Serialize)]
pub struct UseView {
    /// Its page.
    pub href: String,
    /// Its title.
    pub title: String,
    /// Language of the title when it is not the page's.
    pub lang: Option<String>,
    /// Kind, author, date.
    pub text: String,
    /// Name of a symbol of `parts/icons.html`, without `i-`.
    pub icon: &'static str,
}

/// How to cite a dataset.
#[derive(Debug, Clone, Default, Serialize)]
pub struct CitationView {
    /// Who and when: `Ville d’Aubrelle (2026).`
    pub before: String,
    /// The title, set in italics.
    pub title: String,
    /// Language of the title when it is not the page's.
    pub lang: Option<String>,
    /// What follows the title, its full stop included: version, publisher, catalogue, licence.
    pub after: String,
    /// Where the dataset is found for good: its DOI, else its page.
    pub address: Option<String>,
    /// A BibTeX entry.
    pub bibtex: String,
    /// A CSL JSON document.
    pub csl: String,
}

/// A file for machines.
#[derive(Debug, Clone, Default, Serialize)]
pub struct MachineFileView {
    /// Its address.
    pub href: String,
    /// Name of its form: `Turtle`.
    pub name: String,
    /// Name of the file.
    pub text: String,
}

/// A related dataset.
#[derive(Debug, Clone, Default, Serialize)]
pub struct RelatedView {
    /// Its page.
    pub href: String,
    /// Its title.
    pub title: String,
    /// Language of the title when it is not the page's.
    pub lang: Option<String>,
    /// Why it is here, who publishes it, how many files.
    pub text: String,
}
