//! The vocabularies and the keywords, with how many listed datasets have each.

use std::borrow::Cow;

use super::codes::{FrequencyId, GranularityId, LicenseId};
use super::shape::object;
use super::values::Address;
use super::view::{View, line};
use crate::site::{FacetKind, PageKey};
use crate::vocab::{frequency, granularity, license};

object! {
    /// A licence.
    License {
        /// Its identifier, as datasets have it.
        id: LicenseId,
        /// Its title.
        title: &'static str,
        /// The address of its text.
        url: Option<Address>,
        /// Other names that are understood.
        alternate_titles: Vec<&'static str>,
        /// Other addresses that are understood.
        alternate_urls: Vec<&'static str>,
        /// Always true: every licence of the table may be used.
        active: bool,
        /// The licences that this identifier stands for: it may not tell versions apart.
        versions: Vec<LicenseVersion>,
        /// Listed datasets under it.
        datasets: usize,
    }
}

object! {
    /// One of the licences that an identifier of data.gouv.fr stands for.
    LicenseVersion {
        /// Its SPDX identifier where SPDX has one.
        id: &'static str,
        /// Its title.
        title: &'static str,
        /// What it allows and asks.
        summary: &'static str,
        /// The address of its text.
        url: Option<Address>,
        /// Its concept in the EU authority table.
        concept: Option<Address>,
        /// Whether it conforms to the Open Definition.
        open: bool,
        /// Whether the source is to be named.
        requires_attribution: bool,
        /// Whether what is made of it has to keep the licence.
        share_alike: bool,
        /// Whether commercial use is excluded.
        non_commercial: bool,
        /// Whether changes are excluded.
        no_derivatives: bool,
        /// Whether it was written for source code.
        software: bool,
        /// Whether French administrations may use it.
        french_law: bool,
    }
}

object! {
    /// A frequency of updates.
    Frequency {
        /// Its identifier, as datasets have it.
        id: FrequencyId,
        /// Its name.
        label: &'static str,
        /// Longest time between two updates, in minutes; null when nothing is promised.
        delay_minutes: Option<i32>,
        /// Its concept in the EU authority table.
        concept: Address,
        /// Listed datasets that are updated so.
        datasets: usize,
    }
}

object! {
    /// How fine the places in data are.
    Granularity {
        /// Its identifier, as datasets have it.
        id: GranularityId,
        /// Its name.
        name: &'static str,
        /// Listed datasets that are as fine.
        datasets: usize,
    }
}

object! {
    /// A keyword. Its spellings share it.
    Tag<'a> {
        /// The spelling that most datasets use.
        name: Cow<'a, str>,
        /// Its part of addresses.
        slug: &'a str,
        /// Listed datasets that have it.
        datasets: usize,
        /// Its page.
        page: Address,
    }
}

/// The first row of each licence identifier, in the order of the table: there are as many as identifiers.
fn license_rows() -> impl Iterator<Item = &'static license::License> {
    let rows = &*license::ALL;
    let is_first = |at: usize| rows[..at].iter().all(|row| row.api_id() != rows[at].api_id());
    rows.iter().enumerate().filter(move |(at, _)| is_first(*at)).map(|(_, row)| *row)
}

/// How many listed datasets have a value of a facet, by its id.
fn count(view: &View<'_, '_>, kind: FacetKind, id: &str) -> usize {
    let values = &view.context.site.facet(kind).values;
    values.iter().filter(|value| value.id == id).map(|value| value.datasets.len()).sum()
}

pub(super) fn licenses() -> usize {
    license_rows().count()
}

impl License {
    pub(super) fn new(view: &View<'_, '_>, place: usize) -> Self {
        let first = license_rows().nth(place).expect("internal error: the place is below the count");
        let versions = license::ALL.iter().copied().filter(|row| row.api_id() == first.api_id());
        let rows: Vec<&'static license::License> = versions.collect();
        // The row that has the identifier for its own is the general one.
        let general = rows.iter().copied().find(|row| row.id == first.api_id()).unwrap_or(first);
        let language = view.context.language();
        Self {
            id: LicenseId(first.api_id()),
            title: general.title.get(language),
            url: view.external(Some(general.url)),
            alternate_titles: rows
                .iter()
                .flat_map(|row| row.aliases)
                .map(|name| name.trim_start_matches('='))
                .collect(),
            alternate_urls: rows.iter().flat_map(|row| row.urls).copied().collect(),
            active: true,
            datasets: rows.iter().map(|row| count(view, FacetKind::License, row.id)).sum(),
            versions: rows.iter().map(|row| LicenseVersion::new(view, row)).collect(),
        }
    }
}

impl LicenseVersion {
    fn new(view: &View<'_, '_>, row: &'static license::License) -> Self {
        let language = view.context.language();
        Self {
            id: row.id,
            title: row.title.get(language),
            summary: row.summary.get(language),
            url: view.external(Some(row.url)),
            concept: row.eu_uri().map(Address),
            open: row.open,
            requires_attribution: row.requires_attribution,
            share_alike: row.share_alike,
            non_commercial: row.non_commercial,
            no_derivatives: row.no_derivatives,
            software: row.software,
            french_law: row.french_law,
        }
    }
}

impl Frequency {
    pub(super) fn new(view: &View<'_, '_>, place: usize) -> Self {
        let row = &frequency::ALL[place];
        Self {
            id: FrequencyId(row.id),
            label: row.label.get(view.context.language()),
            delay_minutes: row.delay_minutes.and_then(|minutes| i32::try_from(minutes).ok()),
            concept: Address(row.eu_uri()),
            datasets: count(view, FacetKind::Frequency, row.id),
        }
    }
}

impl Granularity {
    pub(super) fn new(view: &View<'_, '_>, place: usize) -> Self {
        let term = &granularity::GRANULARITIES.terms[place];
        Self {
            id: GranularityId(term.id),
            name: term.label.get(view.context.language()),
            datasets: count(view, FacetKind::Granularity, term.id),
        }
    }
}

impl<'a> Tag<'a> {
    pub(super) fn new(view: &View<'_, 'a>, place: usize) -> Self {
        let value = &view.context.site.facet(FacetKind::Tag).values[place];
        Self {
            name: line(Some(&value.id)).unwrap_or_default(),
            slug: &value.slug,
            datasets: value.datasets.len(),
            page: view.page(&PageKey::Facet(FacetKind::Tag, place, 1)),
        }
    }
}
