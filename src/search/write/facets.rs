//! The facets of the search: which values each dataset has.

use crate::model::{Dataset, DatasetIndex};
use crate::render::Renderer;
use crate::site::{FacetKind, FacetValue, Site, address};
use crate::vocab::format::Family;
use crate::vocab::{Format, Label, access};

/// A facet with its values in their order.
pub(crate) struct Facet {
    /// Its name in addresses.
    pub(crate) name: &'static str,
    /// The message with its name.
    pub(crate) message: &'static str,
    /// The values, as addresses say them.
    pub(crate) values: Vec<String>,
    /// Names of the values by language, in the order of the site's languages.
    pub(crate) labels: Vec<Vec<String>>,
    /// Whether the names are part of the catalogue, not of a vocabulary.
    pub(crate) own_names: bool,
    /// Which datasets have which.
    pub(crate) of: Source,
}

/// Where the values of datasets come from.
pub(crate) enum Source {
    /// Places of values, ascending, for each dataset asked for.
    Sets(Vec<Vec<usize>>),
    /// The facet of that name: the place here for each of its values.
    Other(&'static str, Vec<usize>),
}

/// Facets that have pages of their own.
const WITH_PAGES: [(FacetKind, &str, &str); 7] = [
    (FacetKind::Organization, "organization", "facet.organizations"),
    (FacetKind::License, "license", "facet.licenses"),
    (FacetKind::Format, "format", "facet.formats"),
    (FacetKind::Frequency, "frequency", "facet.frequencies"),
    (FacetKind::Granularity, "granularity", "facet.granularities"),
    (FacetKind::Theme, "theme", "facet.themes"),
    (FacetKind::Quality, "quality", "facet.bands"),
];

/// Last updates by how long ago they were, in days.
const AGES: [(&str, &str, i32); 3] = [
    ("30-days", "search.updated_30_days", 30),
    ("12-months", "search.updated_12_months", 365),
    ("3-years", "search.updated_3_years", 3 * 365),
];

/// Years that are told apart: nothing of interest is older, and nothing is sure after.
const FIRST_YEAR: i16 = 1500;
const YEARS_TO_COME: i16 = 10;

/// All facets but tags, for the datasets in the order given.
pub(crate) fn facets(site: &Site, renderer: &Renderer<'_>, datasets: &[DatasetIndex]) -> Vec<Facet> {
    let with_pages =
        WITH_PAGES.iter().map(|(kind, name, message)| with_pages(site, renderer, datasets, *kind, name, message));
    let mut all: Vec<Facet> = with_pages.collect();
    let formats = &site.facet(FacetKind::Format).values;
    all.push(families(site, formats.iter().filter(|value| !value.datasets.is_empty())));
    all.push(ages(site, renderer, datasets));
    all.push(accesses(site, datasets));
    all.push(years(site, datasets));
    all
}

fn with_pages(
    site: &Site,
    renderer: &Renderer<'_>,
    datasets: &[DatasetIndex],
    kind: FacetKind,
    name: &'static str,
    message: &'static str,
) -> Facet {
    let facet = site.facet(kind);
    let used: Vec<_> = facet.values.iter().filter(|value| !value.datasets.is_empty()).collect();
    let mut by_dataset: Vec<Vec<usize>> = vec![Vec::new(); site.catalog.datasets.len()];
    for (place, value) in used.iter().enumerate() {
        value.datasets.iter().for_each(|index| by_dataset[*index].push(place));
    }
    let of = datasets.iter().map(|index| std::mem::take(&mut by_dataset[*index]));
    Facet {
        name,
        message,
        of: Source::Sets(of.collect()),
        values: used.iter().map(|value| value.slug.clone()).collect(),
        labels: (0..site.config.languages.len())
            .map(|language| used.iter().map(|value| renderer.value_name(language, kind, value)).collect())
            .collect(),
        own_names: kind == FacetKind::Organization,
    }
}

fn families<'a>(site: &Site, formats: impl Iterator<Item = &'a FacetValue>) -> Facet {
    let family = |value: &FacetValue| Format::get(&value.id).map_or(Family::Other, |format| format.family);
    let place = |value| Family::ALL.iter().position(|known| *known == family(value)).unwrap_or(0);
    let values = Family::ALL.map(|family| (address(family.id()), family.label()));
    let map = Source::Other("format", formats.map(place).collect());
    from_vocabulary(site, ("family", "search.family"), &values, map)
}

fn accesses(site: &Site, datasets: &[DatasetIndex]) -> Facet {
    let terms = access::TYPES.terms;
    let of = |dataset: &Dataset| {
        let known = dataset.access.kind.as_ref().and_then(|kind| kind.known);
        let place = known.map_or(Some(0), |known| terms.iter().position(|term| term.id == known.id));
        place.into_iter().collect()
    };
    let values: Vec<_> = terms.iter().map(|term| (address(term.id), term.label)).collect();
    let of = datasets.iter().map(|index| of(&site.catalog.datasets[*index])).collect();
    from_vocabulary(site, ("access", "search.access"), &values, Source::Sets(of))
}

fn from_vocabulary(
    site: &Site,
    (name, message): (&'static str, &'static str),
    values: &[(String, Label)],
    of: Source,
) -> Facet {
    let names = |code: &String| values.iter().map(|(_, label)| label.get(code).to_owned()).collect();
    Facet {
        name,
        message,
        values: values.iter().map(|(value, _)| value.clone()).collect(),
        labels: site.config.languages.iter().map(names).collect(),
        own_names: false,
        of,
    }
}

fn ages(site: &Site, renderer: &Renderer<'_>, datasets: &[DatasetIndex]) -> Facet {
    let of = datasets.iter().map(|index| {
        let updated = site.catalog.datasets[*index].last_update();
        let days = updated.map(|moment| crate::date::days_between(moment.date.last_day(), site.now));
        let within = |most: i32| days.is_some_and(|days| days <= i64::from(most));
        (0..AGES.len()).filter(|place| within(AGES[*place].2)).collect()
    });
    Facet {
        name: "updated",
        message: "search.updated",
        of: Source::Sets(of.collect()),
        values: AGES.iter().map(|(value, ..)| (*value).to_owned()).collect(),
        labels: (0..site.config.languages.len())
            .map(|language| AGES.iter().map(|(_, key, _)| renderer.message(language, key).to_owned()).collect())
            .collect(),
        own_names: false,
    }
}

fn years(site: &Site, datasets: &[DatasetIndex]) -> Facet {
    let now = site.now.year();
    let last = now + YEARS_TO_COME;
    let ranges: Vec<Option<(i16, i16)>> = datasets
        .iter()
        .map(|index| {
            let temporal = site.catalog.datasets[*index].temporal;
            let year = |moment: crate::date::Moment| moment.date.first_day().year();
            let start = temporal.start.map(year).or(temporal.end.map(year))?;
            let end = temporal.end.map_or(now.max(start), year);
            let (start, end) = (start.max(FIRST_YEAR), end.min(last));
            (start <= end).then_some((start, end))
        })
        .collect();
    let covered = |year: &i16| ranges.iter().flatten().any(|(start, end)| (start..=end).contains(&year));
    let years: Vec<i16> = (FIRST_YEAR..=last).rev().filter(covered).collect();
    let place = |year: i16| years.binary_search_by(|known| year.cmp(known)).unwrap_or(0);
    let places =
        |range: &Option<(i16, i16)>| range.map_or_else(Vec::new, |(start, end)| (place(end)..=place(start)).collect());
    let values: Vec<String> = years.iter().map(i16::to_string).collect();
    Facet {
        name: "year",
        message: "search.year",
        of: Source::Sets(ranges.iter().map(places).collect()),
        labels: vec![values.clone(); site.config.languages.len()],
        values,
        own_names: false,
    }
}
