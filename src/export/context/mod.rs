//! What all exporters share: which things are published, their addresses and IRIs, their words.

mod address;
mod agent;
mod codes;
pub mod dates;
mod filled;
mod makers;
pub mod words;

pub use agent::Agent;
pub(super) use filled::or;
pub use filled::{Mailbox, NO_EMAIL};
pub use makers::{Maker, bare_email, orcid, resolved, web};

use crate::i18n::Messages;
use crate::model::{Dataset, DatasetIndex};
use crate::site::Site;
use crate::theme::Theme;

/// A site seen by an exporter.
pub struct Context<'a> {
    /// The site.
    pub site: &'a Site,
    /// The words of each language of the site, in the order of its settings.
    messages: Vec<Messages>,
    /// Places of the datasets that have a page, by slug.
    published: Vec<DatasetIndex>,
    /// Places of the datasets that lists have, by slug.
    listed: Vec<DatasetIndex>,
}

impl<'a> Context<'a> {
    pub(super) fn new(site: &'a Site, theme: &Theme) -> Self {
        let datasets = &site.catalog.datasets;
        let places = |is: fn(&Dataset) -> bool| (0..datasets.len()).filter(|place| is(&datasets[*place])).collect();
        Self {
            site,
            messages: site.config.languages.iter().map(|code| theme.messages(code)).collect(),
            published: places(|dataset| !dataset.private),
            listed: places(Dataset::is_listed),
        }
    }

    /// The words of the site's first language, in which forms of one language are written.
    pub fn messages(&self) -> &Messages {
        &self.messages[0]
    }

    /// The first language of the site.
    pub fn language(&self) -> &'a str {
        self.site.config.language()
    }

    /// Every dataset that has a page, archived and retired ones included, by slug. Drafts never are among them, whatever
    /// the pages show.
    pub fn datasets(&self) -> impl Iterator<Item = (DatasetIndex, &'a Dataset)> {
        self.published.iter().map(|place| (*place, &self.site.catalog.datasets[*place]))
    }

    /// The datasets that lists have, by slug: neither archived nor retired.
    pub fn listed(&self) -> impl Iterator<Item = (DatasetIndex, &'a Dataset)> {
        self.listed.iter().map(|place| (*place, &self.site.catalog.datasets[*place]))
    }

    /// The places of [`Context::datasets`].
    pub fn published_places(&self) -> &[DatasetIndex] {
        &self.published
    }

    /// The places of [`Context::listed`].
    pub fn listed_places(&self) -> &[DatasetIndex] {
        &self.listed
    }
}
