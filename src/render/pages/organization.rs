//! A producer and its dashboard.

use super::super::context::{Page, Said, clean};
use super::super::people::{mailto, monogram};
use super::super::views::{
    BadgeView, BarView, ContactView, DatasetRowView, DatasetTableView, FigureView, LinkView, OrganizationView,
    PeriodRowView, PeriodsView, PropertyView, UseView,
};
use super::{DESCRIPTION_CHARS, Sheet, facts, home_crumb};
use crate::markdown::MarkdownOptions;
use crate::model::{DatasetIndex, Organization};
use crate::score::Verdict;
use crate::site::{FacetKind, PageKey};
use crate::text::url::external;
use crate::vocab;

/// Lines of each chart.
const LINES: usize = 6;
/// Datasets in the table of periods.
const PERIODS: usize = 30;

pub(super) fn sheet(page: &Page<'_>, at: usize) -> Sheet {
    let value = &page.site.facet(FacetKind::Organization).values[at];
    let datasets = value.datasets.as_slice();
    let site = page.site_title();
    let organization = page.site.catalog.organization(&value.slug);
    let name = organization.map_or_else(
        || Said { words: value.slug.clone(), lang: None },
        |organization| page.organization_name(organization),
    );
    let mut view = view(page, at, datasets, name);
    if let Some(organization) = organization {
        identify(page, &mut view, organization);
    }
    let count = page.dataset_count(datasets.len());
    let said = organization.map(|organization| page.summary(&organization.description, DESCRIPTION_CHARS));
    let said = said.filter(|said| !said.is_empty()).unwrap_or_else(|| {
        page.messages.fill("organization.description", &[("name", &view.name), ("site", &site), ("count", &count)])
    });
    Sheet {
        title: view.name.clone(),
        description: said,
        crumbs: vec![
            home_crumb(page),
            page.link(&PageKey::Facets(FacetKind::Organization), page.messages.text("menu.organizations")),
        ],
        ..Sheet::new("organization.html", "organization", &view)
    }
}

fn view(page: &Page<'_>, at: usize, datasets: &[DatasetIndex], name: Said) -> OrganizationView {
    let shown = datasets.chunks(page.site.config.page_size).next().unwrap_or_default();
    let uses = uses(page, datasets);
    OrganizationView {
        monogram: monogram(&name.words),
        name: name.words,
        lang: name.lang,
        figures: figures(page, datasets, uses.len()),
        datasets: DatasetTableView {
            label: page.messages.text("organization.datasets_table").to_owned(),
            rows: shown.iter().map(|index| row(page, *index)).collect(),
            pagination: page.pagination(1, page.site.page_count(datasets.len()), |number| {
                PageKey::Facet(FacetKind::Organization, at, number)
            }),
        },
        frequencies: page.frequent(FacetKind::Frequency, datasets, LINES),
        tags: page.frequent(FacetKind::Tag, datasets, LINES),
        formats: page.frequent(FacetKind::Format, datasets, LINES),
        mend: missed(page, datasets),
        periods: periods(page, datasets),
        uses,
        machine: page.machine_files(&PageKey::Facet(FacetKind::Organization, at, 1)),
        ..OrganizationView::default()
    }
}

fn identify(page: &Page<'_>, view: &mut OrganizationView, organization: &Organization) {
    let resolve = |_: &str| None;
    let table_label = view.name.clone();
    let options = MarkdownOptions { heading_level: 2, table_label: &table_label, resolve: &resolve };
    view.acronym = organization.acronym.as_deref().map(clean);
    view.logo = organization.logo.as_deref().and_then(|logo| page.static_file(logo));
    view.description = page.markup(&organization.description, None, &options);
    view.badges = badges(page, organization);
    view.contacts = contacts(organization);
    view.properties = properties(page, organization);
    view.members = organization
        .members
        .iter()
        .filter_map(|member| {
            let link = page.person_link(member.person.as_deref()?)?;
            let role = member.role.as_deref().and_then(|role| vocab::role::MEMBER.find(role));
            let role = role.map_or_else(String::new, |role| role.label.get(page.code).to_owned());
            Some(ContactView { name: link.label, href: Some(link.href), role, orcid: None })
        })
        .collect();
}

/// Its kind, and that somebody checked it.
fn badges(page: &Page<'_>, organization: &Organization) -> Vec<BadgeView> {
    let kind = organization.kind.as_ref().map(|kind| page.term(kind));
    let labels = organization.badges.iter().filter_map(|badge| vocab::badge::ORGANIZATION.find(badge));
    let mut words: Vec<String> =
        kind.into_iter().chain(labels.map(|term| term.label.get(page.code).to_owned())).collect();
    let mut seen = Vec::new();
    words.retain(|word| {
        !seen.contains(word) && {
            seen.push(word.clone());
            true
        }
    });
    words.into_iter().map(|label| BadgeView { class: "is-house", icon: "star", label }).collect()
}

fn contacts(organization: &Organization) -> Vec<ContactView> {
    let contact = |name: String, href: Option<String>| {
        href.map(|href| ContactView { name, href: Some(href), ..ContactView::default() })
    };
    let site = organization.url.as_deref().and_then(|url| contact(super::dataset::host_of(url), external(url)));
    let email = organization.email.as_deref().and_then(|email| contact(clean(email), mailto(email)));
    site.filter(|site| !site.name.is_empty()).into_iter().chain(email).collect()
}

fn properties(page: &Page<'_>, organization: &Organization) -> Vec<PropertyView> {
    let property = |key: &str, value: String| PropertyView {
        label: page.messages.text(key).to_owned(),
        value,
        ..PropertyView::default()
    };
    let siret = organization.siret.as_deref().map(|siret| property("organization.siret", clean(siret)));
    let zone = organization.zone.as_deref().and_then(vocab::Zone::find);
    let zone = zone.map(|zone| property("organization.zone", zone.label.get(page.code).to_owned()));
    siret.into_iter().chain(zone).collect()
}

fn figures(page: &Page<'_>, datasets: &[DatasetIndex], uses: usize) -> Vec<FigureView> {
    let files: usize = datasets.iter().map(|index| page.site.catalog.datasets[*index].resources.len()).sum();
    let figure = |key: &str, n: usize| FigureView {
        value: page.messages.number(n as u64),
        small: None,
        label: page.messages.count(key, n as u64),
    };
    let mut figures = vec![
        figure("organization.figure_datasets", datasets.len()),
        figure("organization.figure_files", files),
        figure("organization.figure_uses", uses),
    ];
    if let (Some(median), Some(all)) = (page.median(datasets), page.median(&page.site.listed)) {
        figures.push(FigureView {
            value: median,
            small: Some(page.out_of()),
            label: page.messages.fill("organization.figure_median", &[("median", &all)]),
        });
    }
    figures
}

/// One line of figures: datasets, files, median score.
pub(super) fn figures_line(page: &Page<'_>, datasets: &[DatasetIndex]) -> String {
    let files: usize = datasets.iter().map(|index| page.site.catalog.datasets[*index].resources.len()).sum();
    let datasets_text = page.messages.count("count.datasets_short", datasets.len() as u64);
    let files = page.messages.count("count.files", files as u64);
    let mut holes = vec![("datasets", datasets_text.as_str()), ("files", files.as_str())];
    let score = page.median(datasets).map(|median| format!("{median} {}", page.out_of()));
    match &score {
        Some(score) => {
            holes.push(("score", score));
            page.messages.fill("organization.figures", &holes)
        }
        None => page.messages.fill("organization.figures_unmeasured", &holes),
    }
}

fn row(page: &Page<'_>, index: DatasetIndex) -> DatasetRowView {
    let dataset = &page.site.catalog.datasets[index];
    let title = page.dataset_title(dataset);
    let frequency = dataset.frequency.as_ref().and_then(|frequency| frequency.known);
    DatasetRowView {
        dataset: LinkView { href: page.href(&PageKey::Dataset(index)), label: title.words, lang: title.lang },
        acronym: dataset.acronym.as_deref().map(clean),
        date: dataset.last_update().map(|moment| page.date(moment)),
        frequency: frequency.map_or_else(String::new, |frequency| frequency.label.get(page.code).to_owned()),
        files: page.messages.number(dataset.resources.len() as u64),
        score: page.score(index),
    }
}

/// The criteria that its datasets miss, most often first.
fn missed(page: &Page<'_>, datasets: &[DatasetIndex]) -> Vec<BarView> {
    let criteria = page.site.profile().criteria.iter().enumerate();
    let mut counted: Vec<(Said, Option<String>, usize)> = criteria
        .map(|(at, criterion)| {
            let failed = |index: &&DatasetIndex| page.site.score(**index).judged[at].verdict == Verdict::Failed;
            let label = Said { words: criterion.label.get(page.code).to_owned(), lang: None };
            (label, None, datasets.iter().filter(failed).count())
        })
        .filter(|(_, _, count)| *count > 0)
        .collect();
    counted.sort_by_key(|(_, _, count)| std::cmp::Reverse(*count));
    page.bars(counted)
}

fn periods(page: &Page<'_>, datasets: &[DatasetIndex]) -> PeriodsView {
    let covered: Vec<DatasetIndex> = datasets
        .iter()
        .copied()
        .filter(|index| {
            let temporal = page.site.catalog.datasets[*index].temporal;
            temporal.start.is_some() && !temporal.is_reversed()
        })
        .take(PERIODS)
        .collect();
    let temporal = |index: &DatasetIndex| page.site.catalog.datasets[*index].temporal;
    let starts = covered.iter().filter_map(|index| temporal(index).start).map(|start| start.date.year());
    let ends = covered.iter().filter_map(|index| {
        let temporal = temporal(index);
        temporal.end.or(temporal.start).map(|end| end.date.year())
    });
    let (Some(first), Some(last)) = (starts.min(), ends.max()) else { return PeriodsView::default() };
    let row = |index: &DatasetIndex| {
        let dataset = &page.site.catalog.datasets[*index];
        let title = page.dataset_title(dataset);
        let year = |moment: Option<crate::date::Moment>| {
            moment.map_or_else(String::new, |moment| moment.date.year().to_string())
        };
        let (start, end) = (year(dataset.temporal.start), year(dataset.temporal.end));
        PeriodRowView {
            dataset: LinkView { href: page.href(&PageKey::Dataset(*index)), label: title.words, lang: title.lang },
            span: facts::span(dataset.temporal, first, last),
            text: if start == end { start } else { format!("{start}–{end}") },
        }
    };
    PeriodsView { years: scale(first, last), rows: covered.iter().map(row).collect() }
}

/// At most four years, evenly spread, with the first and the last.
fn scale(first: i16, last: i16) -> Vec<String> {
    let span = last - first + 1;
    let steps = span.min(3);
    (0..=steps)
        .map(|step| (i32::from(first) + i32::from(span) * i32::from(step) / i32::from(steps.max(1))).to_string())
        .collect()
}

fn uses(page: &Page<'_>, datasets: &[DatasetIndex]) -> Vec<UseView> {
    let relations = &page.site.relations;
    let places = |lists: &[Vec<usize>]| {
        let mut places: Vec<usize> = datasets.iter().filter_map(|index| lists.get(*index)).flatten().copied().collect();
        places.sort_unstable();
        places.dedup();
        places
    };
    let reuses = places(&relations.reuses).into_iter().map(|at| page.reuse_use(at));
    reuses.chain(places(&relations.services).into_iter().map(|at| page.service_use(at))).collect()
}
