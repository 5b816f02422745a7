//! Words and links for the values of facets.

use std::collections::BTreeMap;

use super::context::{Page, Said, clean};
use super::views::{BarView, FacetGroupView, FacetValueView, LinkView};
use crate::i18n::sort_key;
use crate::model::DatasetIndex;
use crate::site::{FacetKind, FacetValue, PageKey, tag_of, values_of};
use crate::vocab;

/// Values of a facet beside a list.
const SHOWN: usize = 8;

/// The facets of the search page, in its order.
const SEARCH_ORDER: [FacetKind; 8] = [
    FacetKind::Organization,
    FacetKind::Format,
    FacetKind::Theme,
    FacetKind::Quality,
    FacetKind::License,
    FacetKind::Tag,
    FacetKind::Frequency,
    FacetKind::Granularity,
];

/// Facets of the search page that are open at first.
const OPEN: usize = 5;

/// The name of a facet in message keys.
pub(super) fn message_key(kind: FacetKind) -> &'static str {
    match kind {
        FacetKind::Quality => "bands",
        kind => kind.folder(),
    }
}

/// The parameter of a facet in addresses of the search page.
fn search_key(kind: FacetKind) -> &'static str {
    match kind {
        FacetKind::Organization => "organization",
        FacetKind::Tag => "tag",
        FacetKind::License => "license",
        FacetKind::Format => "format",
        FacetKind::Frequency => "frequency",
        FacetKind::Granularity => "granularity",
        FacetKind::Theme => "theme",
        FacetKind::Quality => "quality",
    }
}

/// A value in addresses of the search page. These write keywords in another way than their pages: the script counts
/// them itself.
fn search_value(kind: FacetKind, value: &FacetValue) -> String {
    if kind == FacetKind::Tag { String::new() } else { value.slug.clone() }
}

impl Page<'_> {
    /// The words of a value.
    pub(super) fn value_label(&self, kind: FacetKind, value: &FacetValue) -> Said {
        let found = |label: Option<&vocab::Label>| {
            let words = label.map_or_else(|| clean(&value.id), |label| label.get(self.code).to_owned());
            Said { words, lang: None }
        };
        match kind {
            FacetKind::Organization => match self.site.catalog.organization(&value.slug) {
                Some(organization) => self.organization_name(organization),
                None => found(None),
            },
            FacetKind::Tag => found(None),
            FacetKind::License => found(vocab::License::get(&value.id).map(|license| &license.short)),
            FacetKind::Format => found(vocab::Format::get(&value.id).map(|format| &format.label)),
            FacetKind::Frequency => found(vocab::Frequency::find(&value.id).map(|frequency| &frequency.label)),
            FacetKind::Granularity => found(vocab::granularity::GRANULARITIES.find(&value.id).map(|term| &term.label)),
            FacetKind::Theme => found(vocab::Theme::find(&value.id).map(|theme| &theme.label)),
            FacetKind::Quality => {
                found(self.site.profile().bands.iter().find(|band| band.id == value.id).map(|band| &band.label))
            }
        }
    }

    /// A link to a value by its slug, when some dataset has it.
    pub(super) fn value_href(&self, kind: FacetKind, slug: &str) -> Option<String> {
        let (at, _) = self.site.facet(kind).value(slug)?;
        Some(self.href(&PageKey::Facet(kind, at, 1)))
    }

    /// A link to a tag as a dataset writes it.
    pub(super) fn tag_link(&self, keyword: &str) -> Option<LinkView> {
        let href = self.value_href(FacetKind::Tag, tag_of(keyword)?.slug.as_str())?;
        Some(LinkView { href, label: clean(keyword), lang: None })
    }

    /// Links to the tags of a thing, each once; tags that no listed dataset has lead nowhere and are left out.
    pub(super) fn tag_links(&self, keywords: &[String]) -> Vec<LinkView> {
        let mut links: Vec<LinkView> = Vec::with_capacity(keywords.len());
        for link in keywords.iter().filter_map(|keyword| self.tag_link(keyword)) {
            if links.iter().all(|known| known.href != link.href) {
                links.push(link);
            }
        }
        links
    }

    /// A link to the page of all values of a facet.
    pub(super) fn all_values(&self, kind: FacetKind) -> LinkView {
        self.link(&PageKey::Facets(kind), self.messages.text(&format!("facet.all_{}", message_key(kind))))
    }

    /// Values of a facet by number of datasets, then by name; bands and frequencies in their own order.
    pub(super) fn ordered_values(&self, kind: FacetKind) -> Vec<(usize, &FacetValue, Said)> {
        let values = self.site.facet(kind).values.iter().enumerate();
        let mut values: Vec<_> = values.map(|(at, value)| (at, value, self.value_label(kind, value))).collect();
        match kind {
            FacetKind::Quality => values.sort_by_key(|(_, value, _)| self.band_place(&value.id)),
            _ => values.sort_by_cached_key(|(_, value, label)| {
                (std::cmp::Reverse(value.datasets.len()), sort_key(&label.words))
            }),
        }
        values
    }

    fn band_place(&self, id: &str) -> usize {
        let bands = self.site.profile().bands;
        bands.iter().position(|band| band.id == id).unwrap_or(bands.len())
    }

    /// The facets beside a list: those that part it, with their first values.
    pub(super) fn facet_groups(&self) -> Vec<FacetGroupView> {
        FacetKind::ALL.into_iter().filter_map(|kind| self.facet_group(kind)).collect()
    }

    /// The facets of the search page: the most asked for come first and are open.
    pub(super) fn search_groups(&self) -> Vec<FacetGroupView> {
        let mut groups: Vec<FacetGroupView> =
            SEARCH_ORDER.into_iter().filter_map(|kind| self.facet_group(kind)).collect();
        groups.iter_mut().enumerate().for_each(|(at, group)| group.open = at < OPEN);
        groups
    }

    fn facet_group(&self, kind: FacetKind) -> Option<FacetGroupView> {
        let with_datasets = self.site.facet(kind).values.iter().filter(|value| !value.datasets.is_empty()).count();
        if with_datasets == 0 {
            return None;
        }
        let shown = self.ordered_values(kind).into_iter().filter(|(_, value, _)| !value.datasets.is_empty());
        let values = shown.take(SHOWN).map(|(at, value, label)| FacetValueView {
            href: self.href(&PageKey::Facet(kind, at, 1)),
            value: search_value(kind, value),
            label: label.words,
            lang: label.lang,
            count: self.messages.number(value.datasets.len() as u64),
        });
        Some(FacetGroupView {
            key: search_key(kind),
            title: self.messages.text(&format!("facet.{}", message_key(kind))).to_owned(),
            open: matches!(kind, FacetKind::Organization | FacetKind::Theme | FacetKind::Format | FacetKind::Quality),
            values: values.collect(),
            all: (with_datasets > SHOWN).then(|| self.all_values(kind)),
            total: with_datasets.to_string(),
        })
    }

    /// Bars for counted labels, longest first as they are given.
    pub(super) fn bars(&self, counted: Vec<(Said, Option<String>, usize)>) -> Vec<BarView> {
        let most = counted.iter().map(|(_, _, count)| *count).max().unwrap_or(0);
        let bar = |(label, href, count): (Said, Option<String>, usize)| BarView {
            label: label.words,
            lang: label.lang,
            href,
            icon: "",
            width: super::svg::hundredths(count, most),
            count: self.messages.number(count as u64),
        };
        counted.into_iter().map(bar).collect()
    }

    /// How often each value of a facet occurs among some datasets: the `most` most frequent.
    pub(super) fn frequent(&self, kind: FacetKind, datasets: &[DatasetIndex], most: usize) -> Vec<BarView> {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        let profile = self.site.profile();
        for index in datasets {
            let mut values =
                values_of(kind, &self.site.catalog.datasets[*index], || self.site.score(*index).band(profile));
            values.sort();
            values.dedup_by(|one, other| one.0 == other.0);
            values.into_iter().for_each(|(slug, _)| *counts.entry(slug).or_default() += 1);
        }
        let mut counted: Vec<(usize, String)> = counts.into_iter().map(|(slug, count)| (count, slug)).collect();
        counted.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
        counted.truncate(most);
        let labelled = counted.into_iter().filter_map(|(count, slug)| {
            let (at, value) = self.site.facet(kind).value(&slug)?;
            Some((self.value_label(kind, value), Some(self.href(&PageKey::Facet(kind, at, 1))), count))
        });
        self.bars(labelled.collect())
    }
}
