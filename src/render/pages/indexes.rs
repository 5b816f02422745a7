//! Lists of everything of one kind, and the search page.

use super::super::context::{Page, Said};
use super::super::fill;
use super::super::people::monogram;
use super::super::shell::Frame;
use super::super::views::{DatasetsView, IndexItemView, IndexView, LinkView, SearchScriptView, SearchView};
use super::facet::numbered;
use super::{Sheet, home_crumb};
use crate::model::Lookup;
use crate::site::{FacetKind, PageKey, Sort};
use crate::theme::ThemeError;

/// Datasets on the search page before anything is asked: a page of results.
const LATEST: usize = 10;

/// First words of a description in an index.
const TEXT_CHARS: usize = 140;

pub(super) fn datasets(page: &Page<'_>, sort: Sort, number: usize) -> Result<Sheet, ThemeError> {
    let list = page.all_datasets(sort, number)?;
    let heading = page.messages.text("list.heading").to_owned();
    let site = page.site_title();
    let description = page.messages.fill("list.description", &[("site", &site), ("count", &list.count)]);
    let sorted = match sort {
        Sort::Updated => heading.clone(),
        sort => format!("{heading} ({})", page.sort_label(sort)),
    };
    let propose = page.propose_link();
    let view = DatasetsView { heading, search: page.search_href(), propose, list, facets_html: facets(page)? };
    Ok(Sheet {
        description,
        title: numbered(page, sorted, number),
        crumbs: vec![home_crumb(page)],
        frame: Frame::OwnSearch,
        ..Sheet::new("datasets.html", "datasets", &view)
    })
}

fn facets(page: &Page<'_>) -> Result<String, ThemeError> {
    let words = &page.renderer.languages[page.language].words;
    page.renderer.facets(page, || {
        page.renderer.theme.render("parts/facets.html", &fill::context(words, "facets", &page.facet_groups()))
    })
}

pub(super) fn search(page: &Page<'_>) -> Sheet {
    let all = page.link(&PageKey::Datasets(Sort::Updated, 1), page.messages.text("search.all"));
    let script = page.renderer.search.as_ref().map(|entry| SearchScriptView {
        base: format!("{}search/", page.root),
        entry: entry.clone(),
        language: page.code.to_owned(),
    });
    let view = SearchView {
        action: page.href(&PageKey::Search),
        list: page.latest_datasets(LATEST),
        all,
        facets: page.search_groups(),
        script,
    };
    let site = page.site_title();
    Sheet {
        title: page.messages.text("search.heading").to_owned(),
        description: page.messages.fill("search.description", &[("site", &site)]),
        crumbs: vec![home_crumb(page)],
        frame: Frame::Search,
        ..Sheet::new("search.html", "search", &view)
    }
}

pub(super) fn organizations(page: &Page<'_>) -> Sheet {
    let items = page.ordered_values(FacetKind::Organization).into_iter();
    let items = items.filter_map(|(at, value, _)| {
        let producer = page.organization_producer(&value.slug)?;
        Some(IndexItemView {
            link: LinkView {
                href: page.href(&PageKey::Facet(FacetKind::Organization, at, 1)),
                label: producer.name,
                lang: producer.lang,
            },
            monogram: producer.monogram,
            icon: "",
            image: producer.logo,
            text: producer.kind,
            figures: super::organization::figures_line(page, &value.datasets),
        })
    });
    index(page, "organization", "organizations.html", items.collect())
}

pub(super) fn reuses(page: &Page<'_>) -> Sheet {
    let items = page.site.catalog.reuses.iter().enumerate().map(|(at, reuse)| {
        let title = page.said(&reuse.title, super::super::context::one_language(&reuse.languages));
        let kind = reuse.kind.as_ref().map(|kind| page.term(kind));
        let author = page.producer_link(reuse.organization.as_deref(), reuse.owner.as_deref()).map(|link| link.label);
        let parts: Vec<String> = kind.into_iter().chain(author).collect();
        IndexItemView {
            image: reuse.image.as_deref().and_then(|image| page.static_file(image)),
            icon: "chart",
            text: parts.join(page.messages.text("format.list")),
            figures: page.messages.count("count.datasets", reuse.datasets.len() as u64),
            ..item(page, &PageKey::Reuse(at), title, reuse.header().slug.as_str())
        }
    });
    index(page, "reuse", "reuses.html", items.collect())
}

pub(super) fn topics(page: &Page<'_>) -> Sheet {
    let items = page.site.catalog.topics.iter().enumerate().map(|(at, topic)| {
        let title = page.said(&topic.title, None);
        IndexItemView {
            text: page.summary(&topic.description, TEXT_CHARS),
            figures: page.messages.count("count.datasets", topic.datasets.len() as u64),
            ..item(page, &PageKey::Topic(at), title, topic.header().slug.as_str())
        }
    });
    index(page, "topic", "topics.html", items.collect())
}

pub(super) fn services(page: &Page<'_>) -> Sheet {
    let items = page.site.catalog.services.iter().enumerate().map(|(at, service)| {
        let title = page.said(&service.title, None);
        let author = page.producer_link(service.organization.as_deref(), service.owner.as_deref());
        IndexItemView {
            icon: "code",
            text: author.map_or_else(String::new, |link| link.label),
            figures: page.messages.count("count.datasets", service.datasets.len() as u64),
            ..item(page, &PageKey::Service(at), title, service.header().slug.as_str())
        }
    });
    index(page, "service", "services.html", items.collect())
}

fn item(page: &Page<'_>, key: &PageKey, title: Said, slug: &str) -> IndexItemView {
    let label = if title.words.is_empty() { slug.to_owned() } else { title.words };
    IndexItemView {
        monogram: monogram(&label),
        link: LinkView { href: page.href(key), label, lang: title.lang },
        ..IndexItemView::default()
    }
}

fn index(page: &Page<'_>, kind: &str, template: &'static str, items: Vec<IndexItemView>) -> Sheet {
    let text = |name: &str| page.messages.text(&format!("{kind}.{name}")).to_owned();
    let view = IndexView { heading: text("heading"), lead: text("lead"), items, empty: text("empty") };
    Sheet {
        title: view.heading.clone(),
        description: view.lead.clone(),
        crumbs: vec![home_crumb(page)],
        ..Sheet::new(template, "index", &view)
    }
}
