//! What a snapshot says of itself.

use std::collections::BTreeMap;

use crate::finding::{Finding, Tally};
use crate::site::Site;
use crate::slug::Slug;

use super::{FORMAT, Heading, PAYLOAD, Quality};

/// What is known of a snapshot beside its site.
#[derive(Clone, Debug, Default)]
pub struct Made {
    /// The full name of the commit.
    pub commit: Option<String>,
    /// Whether all was as in the commit.
    pub clean: Option<bool>,
    /// Whether drafts are in it.
    pub drafts: bool,
    /// Whether it is a bag.
    pub bag: bool,
}

impl Heading {
    /// What the snapshot of a site is; licences and remote files are to be added.
    pub fn of(site: &Site, made: &Made) -> Self {
        Self {
            format: FORMAT,
            etal: env!("CARGO_PKG_VERSION").to_owned(),
            folder: folder_of(site),
            title: site.config.title.iter().map(|(language, title)| (language.to_owned(), title.to_owned())).collect(),
            catalogue: site.catalog.id.to_string(),
            base_url: site.config.base_url.clone(),
            now: site.now,
            commit: made.commit.clone(),
            clean: made.clean,
            drafts: made.drafts,
            bag: made.bag,
            quality: quality_of(site),
            licenses: Vec::new(),
            remote: Vec::new(),
        }
    }

    /// The folder of the payload: that of a bag, with its final slash, or the top.
    pub fn payload(&self) -> &'static str {
        if self.bag { PAYLOAD } else { "" }
    }
}

/// The folder at the top: what the catalogue is called, and the day.
fn folder_of(site: &Site) -> String {
    let title = Slug::from_text(site.config.title_in(site.config.language()));
    let title = if title.as_str().is_empty() { "catalogue" } else { title.as_str() };
    format!("{title}-{}", site.now)
}

/// What the catalogue comes to.
fn quality_of(site: &Site) -> Quality {
    let profile = site.profile();
    let listed = || site.listed.iter().map(|index| &site.catalog.datasets[*index]);
    let mut bands: BTreeMap<String, usize> = BTreeMap::new();
    for band in site.listed.iter().filter_map(|index| site.score(*index).band(profile)) {
        *bands.entry(band.id.to_owned()).or_default() += 1;
    }
    let shown: Vec<&Finding> = site.findings.shown().collect();
    let tally = Tally::of(&shown);
    let hosted = site.catalog.datasets.iter().flat_map(|dataset| &dataset.files);
    Quality {
        profile: profile.id.to_owned(),
        datasets: site.listed.len(),
        resources: listed().map(|dataset| dataset.resources.len()).sum(),
        hosted_files: hosted.clone().count(),
        hosted_bytes: hosted.map(|file| file.size).sum(),
        bands,
        errors: tally.errors,
        warnings: tally.warnings,
        notes: tally.notes,
    }
}
