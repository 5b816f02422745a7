//! Counts of facets against a count over the model, dataset by dataset.

use std::collections::{BTreeMap, BTreeSet};

use etal::date::days_between;
use etal::search::read::Question;
use etal::site::{FacetKind, Site};

use super::catalogues::synthetic;
use super::queries::{Kind, queries};

const FACETS: [&str; 12] = [
    "organization",
    "tag",
    "license",
    "format",
    "family",
    "frequency",
    "granularity",
    "theme",
    "quality",
    "updated",
    "access",
    "year",
];

/// The values of each facet of a dataset, as its model has them.
struct Model(BTreeMap<&'static str, Vec<BTreeSet<String>>>);

impl Model {
    fn of(site: &Site) -> Self {
        let kinds = [
            ("organization", FacetKind::Organization),
            ("license", FacetKind::License),
            ("format", FacetKind::Format),
            ("frequency", FacetKind::Frequency),
            ("granularity", FacetKind::Granularity),
            ("theme", FacetKind::Theme),
            ("quality", FacetKind::Quality),
            ("tag", FacetKind::Tag),
        ];
        let mut all: BTreeMap<&'static str, Vec<BTreeSet<String>>> =
            FACETS.iter().map(|facet| (*facet, vec![BTreeSet::new(); site.catalog.datasets.len()])).collect();
        for (name, kind) in kinds {
            for value in &site.facet(kind).values {
                for index in &value.datasets {
                    all.get_mut(name).unwrap()[*index].insert(value.slug.clone());
                }
            }
        }
        for (index, dataset) in site.catalog.datasets.iter().enumerate() {
            let formats = dataset.resources.iter().filter_map(|resource| resource.known_format());
            let families = formats.map(|format| format.family.id().replace('_', "-"));
            all.get_mut("family").unwrap()[index].extend(families);
            all.get_mut("access").unwrap()[index].insert(String::from("open"));
            let start = dataset.temporal.start.unwrap().date.first_day().year();
            let end = dataset.temporal.end.unwrap().date.first_day().year();
            all.get_mut("year").unwrap()[index].extend((start..=end).map(|year| year.to_string()));
            let days = days_between(dataset.last_update().unwrap().date.last_day(), site.now);
            for (value, most) in [("30-days", 30), ("12-months", 365), ("3-years", 1_095)] {
                if days <= most {
                    all.get_mut("updated").unwrap()[index].insert(value.to_owned());
                }
            }
        }
        Self(all)
    }

    fn passes(&self, index: usize, filters: &BTreeMap<String, Vec<String>>, but: &str) -> bool {
        filters.iter().filter(|(facet, _)| *facet != but).all(|(facet, chosen)| {
            let own = &self.0[facet.as_str()][index];
            chosen.iter().any(|value| own.contains(value))
        })
    }

    fn counts(&self, facet: &str, datasets: impl Iterator<Item = usize>) -> BTreeMap<String, usize> {
        let mut counts = BTreeMap::new();
        for value in datasets.flat_map(|index| &self.0[facet][index]) {
            *counts.entry(value.clone()).or_default() += 1;
        }
        counts
    }
}

#[test]
fn counts_are_those_of_the_model() {
    let catalogue = synthetic(2_000);
    let (site, reader) = (&catalogue.site, catalogue.reader());
    let model = Model::of(site);
    let slugs: BTreeMap<&str, usize> =
        site.catalog.datasets.iter().enumerate().map(|(index, dataset)| (dataset.slug(), index)).collect();
    for asked in queries(site, Kind::Filtered, 60) {
        let mut filters: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (facet, value) in &asked.filters {
            filters.entry((*facet).to_owned()).or_default().push(value.clone());
        }
        let question = Question { text: asked.text.clone(), page: 1, size: 2_000, ..Question::default() };
        let all = reader.search(&question).unwrap();
        let found: Vec<usize> = all.hits.iter().map(|hit| slugs[hit.card.slug.as_str()]).collect();
        assert_eq!(found.len(), all.total);
        let facets = FACETS.map(str::to_owned).to_vec();
        let answer = reader.search(&Question { filters: filters.clone(), facets, ..question }).unwrap();
        let passing = |but: &str| found.iter().copied().filter(|index| model.passes(*index, &filters, but)).collect();
        let kept: Vec<usize> = passing("");
        assert_eq!((answer.total, answer.unfiltered), (kept.len(), found.len()), "{asked:?}");
        for facet in FACETS {
            let others: Vec<usize> = passing(facet);
            let expected = model.counts(facet, others.into_iter());
            let counted: BTreeMap<String, usize> = answer.facets[facet]
                .iter()
                .filter(|value| value.count > 0)
                .map(|value| (value.value.clone(), value.count))
                .collect();
            // Of tags the column has those of most datasets.
            let shown = |value: &String| facet != "tag" || counted.contains_key(value);
            let expected: BTreeMap<String, usize> = expected.into_iter().filter(|(value, _)| shown(value)).collect();
            assert_eq!(counted, expected, "{facet} of {asked:?}");
        }
    }
}
