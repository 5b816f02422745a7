//! Organisations, people, reuses, topics, services and free pages.

use super::{
    ActionView, BadgeView, BarView, ContactView, DateView, FigureView, LinkView, ListView, MachineFileView, NoteView,
    PaginationView, PropertyView, ScoreView, SpanView, TextView, UseView,
};
use serde::Serialize;

/// An organisation (`organization` in `organization.html`).
#[derive(Debug, Clone, Default, Serialize)]
pub struct OrganizationView {
    /// Its name.
    pub name: String,
    /// Language of the name when it is not the page's.
    pub lang: Option<String>,
    /// Short name.
    pub acronym: Option<String>,
    /// Two letters that stand for it.
    pub monogram: String,
    /// Address of its logo, when the logo is hosted with the catalogue.
    pub logo: Option<String>,
    /// Its kind and its certification.
    pub badges: Vec<BadgeView>,
    /// What it is.
    pub description: TextView,
    /// Site, address, SIRET.
    pub contacts: Vec<ContactView>,
    /// What is known of it beside its name.
    pub properties: Vec<PropertyView>,
    /// Its datasets in figures.
    pub figures: Vec<FigureView>,
    /// Its datasets.
    pub datasets: DatasetTableView,
    /// Frequencies announced.
    pub frequencies: Vec<BarView>,
    /// Tags most used.
    pub tags: Vec<BarView>,
    /// Formats of its files.
    pub formats: Vec<BarView>,
    /// What to mend first: the criteria missed most often.
    pub mend: Vec<BarView>,
    /// Years covered by its datasets; empty when none says.
    pub periods: PeriodsView,
    /// Members.
    pub members: Vec<ContactView>,
    /// Its reuses and services.
    pub uses: Vec<UseView>,
    /// Feeds and other machine forms about it.
    pub machine: Vec<MachineFileView>,
}

/// Datasets in a table.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DatasetTableView {
    /// Name of the region that scrolls, unique in the page.
    pub label: String,
    /// The rows.
    pub rows: Vec<DatasetRowView>,
    /// The way to the rest; absent when all are here.
    pub pagination: Option<PaginationView>,
}

/// A dataset in a table.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DatasetRowView {
    /// The dataset.
    pub dataset: LinkView,
    /// Short name.
    pub acronym: Option<String>,
    /// Date of the data.
    pub date: Option<DateView>,
    /// Frequency, in words.
    pub frequency: String,
    /// Number of files.
    pub files: String,
    /// Its score.
    pub score: ScoreView,
}

/// Periods on one scale of years.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PeriodsView {
    /// Years over the lines, evenly spread.
    pub years: Vec<String>,
    /// The datasets.
    pub rows: Vec<PeriodRowView>,
}

/// The period of one dataset.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PeriodRowView {
    /// The dataset.
    pub dataset: LinkView,
    /// The period on the scale.
    pub span: SpanView,
    /// The period in words: `2012–2026`.
    pub text: String,
}

/// All organisations, reuses, topics or services (`index` in `organizations.html`, `reuses.html`, `topics.html` and
/// `services.html`).
#[derive(Debug, Clone, Default, Serialize)]
pub struct IndexView {
    /// Heading of the page.
    pub heading: String,
    /// What they are; plain text.
    pub lead: String,
    /// The objects, in order.
    pub items: Vec<IndexItemView>,
    /// Said when there are none.
    pub empty: String,
}

/// An object in the index of its kind.
#[derive(Debug, Clone, Default, Serialize)]
pub struct IndexItemView {
    /// Its page and title.
    pub link: LinkView,
    /// Two letters that stand for it; empty when it has an icon.
    pub monogram: String,
    /// Name of a symbol of `parts/icons.html`; empty when it has a monogram.
    pub icon: &'static str,
    /// Address of its logo or picture, when hosted with the catalogue.
    pub image: Option<String>,
    /// Kind, author.
    pub text: String,
    /// Figures: `11 jeux, 98 fichiers`.
    pub figures: String,
}

/// A person (`person` in `person.html`).
#[derive(Debug, Clone, Default, Serialize)]
pub struct PersonView {
    /// Name.
    pub name: String,
    /// Two letters that stand for it.
    pub monogram: String,
    /// What the person does.
    pub description: TextView,
    /// Site, address, ORCID.
    pub contacts: Vec<ContactView>,
    /// Organisation.
    pub organization: Option<LinkView>,
    /// Datasets published or made.
    pub list: ListView,
}

/// A reuse (`reuse` in `reuse.html`).
#[derive(Debug, Clone, Default, Serialize)]
pub struct ReuseView {
    /// Its title.
    pub title: String,
    /// Language of the title when it is not the page's.
    pub lang: Option<String>,
    /// State badges.
    pub badges: Vec<BadgeView>,
    /// What the badges mean for the reader.
    pub notes: Vec<NoteView>,
    /// See it, edit, report.
    pub actions: Vec<ActionView>,
    /// Address of its picture, when hosted with the catalogue.
    pub image: Option<String>,
    /// What it is.
    pub description: TextView,
    /// Type, topic, author, date.
    pub properties: Vec<PropertyView>,
    /// Tags.
    pub tags: Vec<LinkView>,
    /// The datasets it uses.
    pub list: ListView,
    /// The services it uses.
    pub services: Vec<UseView>,
    /// Feeds and other machine forms about it.
    pub machine: Vec<MachineFileView>,
}

/// A topic (`topic` in `topic.html`).
#[derive(Debug, Clone, Default, Serialize)]
pub struct TopicView {
    /// Its title.
    pub title: String,
    /// Language of the title when it is not the page's.
    pub lang: Option<String>,
    /// State badges.
    pub badges: Vec<BadgeView>,
    /// Edit, report.
    pub actions: Vec<ActionView>,
    /// What it gathers.
    pub description: TextView,
    /// Tags.
    pub tags: Vec<LinkView>,
    /// Its datasets.
    pub list: ListView,
    /// Its reuses and services.
    pub uses: Vec<UseView>,
    /// Feeds and other machine forms about it.
    pub machine: Vec<MachineFileView>,
}

/// An API (`service` in `service.html`).
#[derive(Debug, Clone, Default, Serialize)]
pub struct ServiceView {
    /// Its title.
    pub title: String,
    /// Language of the title when it is not the page's.
    pub lang: Option<String>,
    /// Short name.
    pub acronym: Option<String>,
    /// State badges.
    pub badges: Vec<BadgeView>,
    /// What the badges mean for the reader.
    pub notes: Vec<NoteView>,
    /// Documentation, edit, report.
    pub actions: Vec<ActionView>,
    /// What it offers.
    pub description: TextView,
    /// Address, format, limits, availability, licence, producer.
    pub properties: Vec<PropertyView>,
    /// Whom to write to.
    pub contacts: Vec<ContactView>,
    /// Tags.
    pub tags: Vec<LinkView>,
    /// The datasets it serves.
    pub list: ListView,
}

/// A free page (`free` in `page.html`).
#[derive(Debug, Clone, Default, Serialize)]
pub struct FreePageView {
    /// Its title.
    pub title: String,
    /// Language of the title when it is not the page's.
    pub lang: Option<String>,
    /// Its text.
    pub body: TextView,
    /// Edit this page, when a forge is known.
    pub edit: Option<String>,
}

/// The page for addresses that do not exist (`lost` in `404.html`). It stands alone: hosts serve it at any depth, so it
/// has no style sheet, and links only when the base address is known.
#[derive(Debug, Clone, Default, Serialize)]
pub struct LostView {
    /// Title of the catalogue.
    pub site: String,
    /// The page in each language of the catalogue.
    pub languages: Vec<LostTextView>,
}

/// The text of the 404 page in one language.
#[derive(Debug, Clone, Default, Serialize)]
pub struct LostTextView {
    /// Language, as a BCP 47 tag.
    pub lang: String,
    /// Heading.
    pub heading: String,
    /// What may have happened.
    pub text: String,
    /// Ways out, with absolute addresses; empty without a base address.
    pub links: Vec<LinkView>,
}

/// The page at a former address (`moved` in `moved.html`).
#[derive(Debug, Clone, Default, Serialize)]
pub struct MovedView {
    /// That the page has moved.
    pub heading: String,
    /// Words before the link.
    pub text: String,
    /// Where it is now.
    pub link: LinkView,
}
