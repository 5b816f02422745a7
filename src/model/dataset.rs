//! The dataset: files and what is said of them.

use crate::date::Moment;
use crate::tag::Tag;
use crate::text::Text;
use crate::vocab;

use super::{
    Access, Coded, Contact, Creator, Extras, Header, HostedFile, Identifier, Link, Resource, Schema, Spatial,
    TemporalCoverage,
};

/// A dataset. Fields are in the order of the documentation; absent is absent, never a default.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    /// What every descriptor has.
    pub header: Header,
    /// Title.
    pub title: Text,
    /// Acronym.
    pub acronym: Option<String>,
    /// Description, Markdown.
    pub description: Text,
    /// One or two plain sentences for lists.
    pub summary: Text,
    /// Licence.
    pub license: Option<Coded<vocab::License>>,
    /// How often the data is updated.
    pub frequency: Option<Coded<vocab::Frequency>>,
    /// Keywords as written, without blanks around them, in the order of the descriptor.
    pub tags: Vec<String>,
    /// What each of them means; none for one without any letter, digit or sign.
    pub tag_ids: Vec<Option<Tag>>,
    /// Period covered.
    pub temporal: TemporalCoverage,
    /// Area covered.
    pub spatial: Spatial,
    /// A draft: in no output.
    pub private: bool,
    /// Shown on the home page.
    pub featured: bool,
    /// Slug of the organisation that publishes it.
    pub organization: Option<String>,
    /// Slug of the person that publishes it.
    pub owner: Option<String>,
    /// Whom to ask.
    pub contact_points: Vec<Contact>,
    /// Who made it.
    pub creators: Vec<Creator>,
    /// Who may use it.
    pub access: Access,
    /// EU data themes.
    pub themes: Vec<Coded<vocab::Theme>>,
    /// Languages of the data.
    pub languages: Vec<Coded<vocab::Language>>,
    /// Labels.
    pub badges: Vec<Coded<vocab::Term>>,
    /// Category of high-value datasets.
    pub hvd_category: Option<Coded<vocab::Term>>,
    /// The structure that all its files promise.
    pub schema: Option<Schema>,
    /// Version of the data.
    pub version: Option<String>,
    /// Slug or title of the series it belongs to.
    pub series: Option<String>,
    /// Where the data comes from, in words.
    pub provenance: Text,
    /// Identifiers given by others.
    pub identifiers: Vec<Identifier>,
    /// Pages about it.
    pub links: Vec<Link>,
    /// When the data first came.
    pub created: Option<Moment>,
    /// When the data last changed.
    pub modified: Option<Moment>,
    /// No longer kept up.
    pub archived: Option<Archived>,
    /// Withdrawn, with a page that says so.
    pub retired: Option<Retired>,
    /// Slug of the dataset that takes its place.
    pub replaced_by: Option<String>,
    /// Former slugs.
    pub redirects: Vec<String>,
    /// Where it was harvested.
    pub harvest: Option<Box<Harvest>>,
    /// A transfer to another producer.
    pub transfer: Option<Box<Transfer>>,
    /// Free values.
    pub extras: Extras,
    /// Its resources, in the order of the descriptor.
    pub resources: Vec<Resource>,
    /// The files of its folder, sorted by path; reserved folders left out.
    pub files: Vec<HostedFile>,
}

/// That a dataset is no longer kept up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Archived {
    /// Since when.
    pub date: Option<Moment>,
    /// Why.
    pub reason: Text,
}

/// That a dataset was withdrawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Retired {
    /// When.
    pub date: Option<Moment>,
    /// Why.
    pub reason: Text,
}

/// Where a record was harvested.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Harvest {
    /// Name of the source.
    pub source: Option<String>,
    /// Identifier at the source.
    pub remote_id: Option<String>,
    /// Page at the source.
    pub remote_url: Option<String>,
    /// IRI at the source.
    pub uri: Option<String>,
    /// First seen at the source.
    pub created: Option<Moment>,
    /// Issued, by the source.
    pub issued: Option<Moment>,
    /// Modified, by the source.
    pub modified: Option<Moment>,
    /// Last harvest.
    pub last_update: Option<Moment>,
    /// Keys kept by hand that a harvest must not touch.
    pub local_fields: Vec<String>,
}

/// A transfer to another producer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Transfer {
    /// Slug of the former producer.
    pub from: Option<String>,
    /// Slug of the producer to be.
    pub to: Option<String>,
    /// When it was asked.
    pub date: Option<Moment>,
    /// `pending`, `accepted` or `refused`.
    pub status: Option<String>,
    /// Why.
    pub comment: Text,
}

impl Dataset {
    /// Its slug as text.
    pub fn slug(&self) -> &str {
        self.header.slug.as_str()
    }

    /// Its keywords that mean something, each with what it means.
    pub fn tagged(&self) -> impl Iterator<Item = (&str, &Tag)> {
        let pairs = self.tags.iter().zip(&self.tag_ids);
        pairs.filter_map(|(keyword, tag)| Some((keyword.as_str(), tag.as_ref()?)))
    }

    /// Whether lists, search and counts have it: neither draft nor archived nor retired.
    pub fn is_listed(&self) -> bool {
        !self.private && self.archived.is_none() && self.retired.is_none()
    }

    /// When the data last changed: as declared, else by the source it was harvested from, else the
    /// latest of its resources; none when nobody says.
    pub fn data_modified(&self) -> Option<Moment> {
        let harvested = || self.harvest.as_ref().and_then(|harvest| harvest.modified);
        let resources = || self.resources.iter().filter_map(|resource| resource.modified).max();
        self.modified.or_else(harvested).or_else(resources)
    }

    /// The date that “last update” means in lists and sorts: that of the data, else that of the
    /// descriptor.
    pub fn last_update(&self) -> Option<Moment> {
        self.data_modified().or(self.header.dates.modified)
    }

    /// When it was first published: the descriptor's date, else the data's.
    pub fn first_published(&self) -> Option<Moment> {
        self.header.dates.created.or(self.created)
    }
}
