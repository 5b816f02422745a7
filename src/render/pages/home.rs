//! The home page.

use super::super::context::Page;
use super::super::shell::Frame;
use super::super::views::{BarView, ChangeView, FeatureView, FigureView, HomeView, LinkView, ProducerView};
use super::{DESCRIPTION_CHARS, Sheet, organization, quality};
use crate::export::schema_org;
use crate::model::DatasetIndex;
use crate::site::{FacetKind, PageKey, Sort};
use crate::theme::ThemeError;
use crate::vocab;

const STALL: usize = 8;
const CHANGES: usize = 6;
const PRODUCERS: usize = 6;
const FEATURED: usize = 3;
const TOPICS: usize = 6;
const EXAMPLES: usize = 4;
const TEXT_CHARS: usize = 180;

pub(super) fn sheet(page: &Page<'_>) -> Result<Sheet, ThemeError> {
    let site = page.site_title();
    let lead = page.words(&page.site.config.description);
    let (stall_title, stall) = stall(page);
    let listed = &page.site.listed;
    let quality_bands = if listed.is_empty() { Vec::new() } else { quality::bands(page) };
    let view = HomeView {
        heading: site.clone(),
        lead: lead.clone(),
        search: page.search_href(),
        examples: examples(page),
        stall_title,
        stall,
        figures: figures(page),
        changes: listed.iter().take(CHANGES).filter_map(|index| change(page, *index)).collect(),
        all_changes: page.href(&PageKey::Datasets(Sort::Updated, 1)),
        featured: featured(page),
        producers: producers(page),
        all_producers: all_producers(page),
        topics: topics(page),
        quality: page.messages.text("home.quality_sentence").to_owned(),
        bands: quality_bands,
        bands_caption: quality::caption(page),
        quality_href: page.href(&PageKey::Quality),
        developers: page.link(&PageKey::Developers, page.messages.text("developers.heading")),
    };
    let said = page.summary(&page.site.config.description, DESCRIPTION_CHARS);
    let description = if said.is_empty() { page.messages.fill("home.description", &[("site", &site)]) } else { said };
    let structured_data = Some(schema_org::catalog(page.renderer.exports.context(), page.language));
    Ok(Sheet { description, frame: Frame::Home, structured_data, ..Sheet::new("home.html", "home", &view) })
}

/// Themes where datasets have any, else formats, else producers.
fn stall(page: &Page<'_>) -> (String, Vec<BarView>) {
    let kinds = [
        (FacetKind::Theme, "home.by_theme", "star"),
        (FacetKind::Format, "home.by_format", "text"),
        (FacetKind::Organization, "home.by_organization", "users"),
    ];
    for (kind, title, icon) in kinds {
        let values = page.ordered_values(kind).into_iter().filter(|(_, value, _)| !value.datasets.is_empty());
        let values: Vec<_> = values.take(STALL).collect();
        if values.is_empty() {
            continue;
        }
        let icons: Vec<&'static str> = values.iter().map(|(_, value, _)| icon_of(kind, &value.id, icon)).collect();
        let counted = values
            .into_iter()
            .map(|(at, value, label)| (label, Some(page.href(&PageKey::Facet(kind, at, 1))), value.datasets.len()));
        let mut bars = page.bars(counted.collect());
        bars.iter_mut().zip(icons).for_each(|(bar, icon)| bar.icon = icon);
        return (page.messages.text(title).to_owned(), bars);
    }
    (String::new(), Vec::new())
}

fn icon_of(kind: FacetKind, id: &str, other: &'static str) -> &'static str {
    match kind {
        FacetKind::Theme => vocab::Theme::find(id).map_or(other, |theme| theme.icon),
        _ => other,
    }
}

/// The examples of the settings that are tags, else the tags with most datasets.
fn examples(page: &Page<'_>) -> Vec<LinkView> {
    let set = page.tag_links(&page.site.config.examples);
    if !set.is_empty() {
        return set;
    }
    let tags = page.ordered_values(FacetKind::Tag).into_iter().take(EXAMPLES);
    tags.map(|(at, _, label)| page.link(&PageKey::Facet(FacetKind::Tag, at, 1), label.words)).collect()
}

fn figures(page: &Page<'_>) -> Vec<FigureView> {
    let datasets = page.site.listed.iter().map(|index| &page.site.catalog.datasets[*index]);
    let files: usize = datasets.clone().map(|dataset| dataset.resources.len()).sum();
    let restricted = datasets.filter(|dataset| !dataset.access.is_open()).count() as u64;
    let count = page.site.listed.len() as u64;
    let figure = |n: u64, label: String| FigureView { value: page.messages.number(n), small: None, label };
    let datasets_label = match restricted {
        0 => page.messages.count("home.figure_datasets", count),
        n => page.messages.count("home.figure_datasets_restricted", n),
    };
    let organizations = page.site.facet(FacetKind::Organization).values.len() as u64;
    let mut figures = vec![
        figure(count, datasets_label),
        figure(files as u64, page.messages.count("home.figure_files", files as u64)),
        figure(organizations, page.messages.count("home.figure_organizations", organizations)),
    ];
    figures.extend(page.median(&page.site.listed).map(|median| FigureView {
        value: median,
        small: Some(page.out_of()),
        label: page.messages.text("home.figure_median").to_owned(),
    }));
    figures
}

fn change(page: &Page<'_>, index: DatasetIndex) -> Option<ChangeView> {
    let dataset = &page.site.catalog.datasets[index];
    let moment = dataset.last_update()?;
    let title = page.dataset_title(dataset);
    let kind = match (dataset.data_modified(), dataset.first_published()) {
        (_, Some(first)) if first.date == moment.date => "home.changed_new",
        (Some(_), _) => "home.changed_data",
        (None, _) => "home.changed_metadata",
    };
    Some(ChangeView {
        date: page.date(moment),
        dataset: LinkView { href: page.href(&PageKey::Dataset(index)), label: title.words, lang: title.lang },
        kind: page.messages.text(kind).to_owned(),
        text: page.producer_name(dataset),
    })
}

fn featured(page: &Page<'_>) -> Vec<FeatureView> {
    let listed = page.site.listed.iter().filter(|index| page.site.catalog.datasets[**index].featured);
    let view = |index: &DatasetIndex| {
        let dataset = &page.site.catalog.datasets[*index];
        let title = page.dataset_title(dataset);
        FeatureView {
            link: LinkView { href: page.href(&PageKey::Dataset(*index)), label: title.words, lang: title.lang },
            text: page.dataset_summary(dataset, TEXT_CHARS),
            note: String::new(),
        }
    };
    listed.take(FEATURED).map(view).collect()
}

fn topics(page: &Page<'_>) -> Vec<FeatureView> {
    let topics = page.site.catalog.topics.iter().enumerate().filter(|(_, topic)| topic.featured);
    let view = |(at, topic): (usize, &crate::model::Topic)| {
        let title = page.said(&topic.title, None);
        FeatureView {
            link: LinkView { href: page.href(&PageKey::Topic(at)), label: title.words, lang: title.lang },
            text: page.summary(&topic.description, TEXT_CHARS),
            note: page.messages.count("count.datasets", topic.datasets.len() as u64),
        }
    };
    topics.take(TOPICS).map(view).collect()
}

fn producers(page: &Page<'_>) -> Vec<ProducerView> {
    let values = page.ordered_values(FacetKind::Organization).into_iter().take(PRODUCERS);
    let view = |value: &crate::site::FacetValue| {
        let producer = page.organization_producer(&value.slug)?;
        Some(ProducerView { figures: organization::figures_line(page, &value.datasets), ..producer })
    };
    values.filter_map(|(_, value, _)| view(value)).collect()
}

fn all_producers(page: &Page<'_>) -> Option<LinkView> {
    let count = page.site.facet(FacetKind::Organization).values.len();
    let label = page.messages.count("home.all_producers", count as u64);
    (count > PRODUCERS).then(|| page.link(&PageKey::Facets(FacetKind::Organization), label))
}
