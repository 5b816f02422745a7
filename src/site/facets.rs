//! Facets: the listed datasets by producer, tag, licence, format and so on.

use std::collections::BTreeMap;

use crate::model::{Catalog, Dataset, DatasetIndex};
use crate::score::Band;

/// A way to part the listed datasets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(usize)]
pub enum FacetKind {
    /// By producer.
    Organization,
    /// By keyword.
    Tag,
    /// By licence.
    License,
    /// By format of a resource.
    Format,
    /// By frequency of updates.
    Frequency,
    /// By granularity.
    Granularity,
    /// By EU data theme.
    Theme,
    /// By band of the score.
    Quality,
}

/// A facet with its values.
#[derive(Clone, Debug)]
pub struct Facet {
    /// Which.
    pub kind: FacetKind,
    /// Its values that have a dataset (organisations: all), sorted by slug.
    pub values: Vec<FacetValue>,
}

/// A value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// Its part of addresses.
    pub slug: String,
    /// Its id in the vocabulary, its slug as an organisation, or the spelling of the tag that most
    /// datasets use. Pages find its words by it.
    pub id: String,
    /// Its datasets, by last update, newest first.
    pub datasets: Vec<DatasetIndex>,
}

impl FacetKind {
    /// All facets, in the order of [`super::Site::facets`].
    pub const ALL: [Self; 8] = [
        Self::Organization,
        Self::Tag,
        Self::License,
        Self::Format,
        Self::Frequency,
        Self::Granularity,
        Self::Theme,
        Self::Quality,
    ];

    /// Its folder in addresses.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Organization => "organizations",
            Self::Tag => "tags",
            Self::License => "licenses",
            Self::Format => "formats",
            Self::Frequency => "frequencies",
            Self::Granularity => "granularities",
            Self::Theme => "themes",
            Self::Quality => "quality",
        }
    }
}

impl Facet {
    /// The value with this slug.
    pub fn value(&self, slug: &str) -> Option<(usize, &FacetValue)> {
        let at = self.values.binary_search_by(|value| value.slug.as_str().cmp(slug)).ok()?;
        Some((at, &self.values[at]))
    }
}

/// All facets of a catalogue. `listed` is in the order that their lists have.
pub(crate) fn facets<'a>(
    catalog: &Catalog,
    listed: &[DatasetIndex],
    band: impl Fn(DatasetIndex) -> Option<&'a Band>,
) -> Vec<Facet> {
    let facet = |kind| {
        let mut values = match kind {
            FacetKind::Organization => organizations(catalog),
            _ => BTreeMap::new(),
        };
        for index in listed {
            for (slug, id) in values_of(kind, &catalog.datasets[*index], || band(*index)) {
                let value = values.entry(slug.clone()).or_insert_with(|| empty(slug, id));
                if value.datasets.last() != Some(index) {
                    value.datasets.push(*index);
                }
            }
        }
        let mut facet = Facet { kind, values: values.into_values().collect() };
        if kind == FacetKind::Tag {
            spell(&mut facet, catalog);
        }
        facet
    };
    FacetKind::ALL.into_iter().map(facet).collect()
}

fn empty(slug: String, id: String) -> FacetValue {
    FacetValue { slug, id, datasets: Vec::new() }
}

fn organizations(catalog: &Catalog) -> BTreeMap<String, FacetValue> {
    let slugs = catalog.organizations.iter().map(|organization| organization.header.slug.to_string());
    slugs.map(|slug| (slug.clone(), empty(slug.clone(), slug))).collect()
}

/// Address and id of each value that a dataset has; a value that is written twice comes twice.
pub(crate) fn values_of<'a>(
    kind: FacetKind,
    dataset: &Dataset,
    band: impl Fn() -> Option<&'a Band>,
) -> Vec<(String, String)> {
    let same = |id: &str| (id.to_owned(), id.to_owned());
    match kind {
        FacetKind::Organization => dataset.organization.iter().map(|slug| same(slug)).collect(),
        FacetKind::Tag => dataset.tagged().map(|(keyword, tag)| (tag.slug.to_string(), keyword.to_owned())).collect(),
        FacetKind::License => {
            let license = dataset.license.as_ref().and_then(|license| license.known);
            license.map(|license| (license.slug.to_owned(), license.id.to_owned())).into_iter().collect()
        }
        FacetKind::Format => {
            let formats = dataset.resources.iter().filter_map(|resource| resource.known_format());
            formats.map(|format| (address(format.id), format.id.to_owned())).collect()
        }
        FacetKind::Frequency => {
            let frequency = dataset.frequency.as_ref().and_then(|frequency| frequency.known);
            frequency.map(|frequency| (address(frequency.id), frequency.id.to_owned())).into_iter().collect()
        }
        FacetKind::Granularity => {
            let granularity = dataset.spatial.granularity.as_ref().and_then(|granularity| granularity.known);
            granularity.map(|term| (address(term.id), term.id.to_owned())).into_iter().collect()
        }
        FacetKind::Theme => {
            let themes = dataset.themes.iter().filter_map(|theme| theme.known);
            themes.map(|theme| (address(theme.code), theme.code.to_owned())).collect()
        }
        FacetKind::Quality => band().map(|band| same(band.id)).into_iter().collect(),
    }
}

/// A code as part of an address: `fr:commune` is `fr-commune`, `threeTimesAMonth` is
/// `three-times-a-month`.
pub(crate) fn address(code: &str) -> String {
    let mut out = String::with_capacity(code.len() + 4);
    let mut small = false;
    for c in code.chars() {
        if c.is_ascii_uppercase() && small {
            out.push('-');
        }
        small = c.is_ascii_lowercase();
        out.push(if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' });
    }
    out
}

/// Gives each tag the spelling that most of its datasets use, the first by alphabet among equals.
fn spell(facet: &mut Facet, catalog: &Catalog) {
    for value in &mut facet.values {
        let mut spellings: BTreeMap<&str, usize> = BTreeMap::new();
        for index in &value.datasets {
            let own = catalog.datasets[*index].tagged();
            for (keyword, _) in own.filter(|(_, tag)| tag.slug.as_str() == value.slug) {
                *spellings.entry(keyword).or_default() += 1;
            }
        }
        let most = spellings.iter().rev().max_by_key(|(_, count)| **count);
        if let Some((spelling, _)) = most {
            value.id = (*spelling).to_owned();
        }
    }
}
