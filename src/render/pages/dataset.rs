//! The dataset page.

use super::super::context::{Page, Said, clean, own_language};
use super::super::views::{
    ActionView, BadgeView, CitationView, DatasetView, HeadLinkView, LinkView, NoteView, PartView, PropertyView,
    RelatedView, UseView,
};
use super::{DESCRIPTION_CHARS, Sheet, facts, home_crumb, resource, verdicts};
use crate::date::Moment;
use crate::export::schema_org;
use crate::markdown::MarkdownOptions;
use crate::model::{Dataset, DatasetIndex};
use crate::site::{PageKey, Sort};
use crate::tag::Tag;
use crate::text::url::{external, host};

/// Files named in the head.
const ITEMS: usize = 10;

pub(super) fn sheet(page: &Page<'_>, index: DatasetIndex) -> Sheet {
    let dataset = &page.site.catalog.datasets[index];
    let view = view(page, index, dataset);
    let title = if page.renderer.duplicate_titles().contains(&view.title) {
        format!("{} ({})", view.title, dataset.slug())
    } else {
        view.title.clone()
    };
    let links = links(page, dataset, &view);
    let mut crumbs = vec![home_crumb(page)];
    crumbs.push(page.link(&PageKey::Datasets(Sort::Updated, 1), page.messages.text("menu.datasets")));
    crumbs.extend(page.producer_link(dataset.organization.as_deref(), dataset.owner.as_deref()));
    Sheet {
        title,
        description: page.dataset_summary(dataset, DESCRIPTION_CHARS),
        crumbs,
        links,
        structured_data: schema_org::dataset(page.renderer.exports.context(), index, page.language),
        ..Sheet::new("dataset.html", "dataset", &view)
    }
}

fn view(page: &Page<'_>, index: DatasetIndex, dataset: &Dataset) -> DatasetView {
    let title = page.dataset_title(dataset);
    let own = own_language(dataset);
    let table_label = page.messages.text("dataset.table");
    let resolve = |path: &str| resource::resolve(page, dataset, path);
    let options = MarkdownOptions { heading_level: 3, table_label, resolve: &resolve };
    let quality = verdicts::quality(page, index, dataset);
    let uses = uses(page, index);
    let files = resource::groups(page, dataset);
    let count = |n: usize| page.messages.number(n as u64);
    let part = |id: &str, key: &str, count: Option<String>| PartView {
        href: format!("#{id}"),
        label: page.messages.text(key).to_owned(),
        count,
    };
    let parts = vec![
        part("files", "dataset.files", Some(count(dataset.resources.len()))),
        part(
            "quality",
            "quality.title",
            Some(format!("{} {}", quality.score.points, quality.score.rest).trim().to_owned()),
        ),
        part("uses", "dataset.uses", Some(count(uses.len()))),
        part("cite", "dataset.cite", None),
        part("metadata", "dataset.metadata", None),
    ];
    DatasetView {
        badges: badges(page, dataset),
        notes: notes(page, dataset),
        actions: actions(page, dataset, &title.words),
        parts,
        description: page.markup(&dataset.description, own, &options),
        facts: facts::facts(page, index, dataset),
        files_summary: resource::summary(page, dataset),
        files,
        quality,
        uses,
        declare_use: page.site.config.forge.as_ref().and_then(|_| page.report_href(&title.words)),
        citation: citation(page, index, &title),
        metadata: metadata(page, dataset),
        extras: extras(dataset),
        machine: page.machine_files(&PageKey::Dataset(index)),
        related: related(page, index, dataset),
        acronym: dataset.acronym.as_deref().map(clean),
        title: title.words,
        lang: title.lang,
    }
}

fn badges(page: &Page<'_>, dataset: &Dataset) -> Vec<BadgeView> {
    let mut badges = page.state_badges(dataset);
    if dataset.access.is_open() && dataset.is_listed() {
        let label = page.messages.text("badge.open").to_owned();
        badges.insert(0, BadgeView { class: "is-ok", icon: "open", label });
    }
    let labels = dataset.badges.iter().map(|badge| page.term(badge));
    badges.extend(labels.map(|label| BadgeView { class: "is-house", icon: "star", label }));
    badges
}

fn notes(page: &Page<'_>, dataset: &Dataset) -> Vec<NoteView> {
    let text = |key: &str| page.messages.text(key).to_owned();
    let mut notes = Vec::new();
    if dataset.private {
        let (title, text) = (text("note.draft"), text("note.draft_text"));
        notes.push(NoteView { class: "n-unknown", icon: "edit", title, text, links: Vec::new() });
    }
    if let Some(retired) = &dataset.retired {
        let said = ended(page, "note.retired", retired.date, &page.words(&retired.reason));
        notes.push(NoteView {
            icon: "archive",
            title: text("note.retired"),
            text: said,
            links: replaced_by(page, dataset),
            class: "",
        });
    } else if let Some(archived) = &dataset.archived {
        let said = ended(page, "note.archived", archived.date, &page.words(&archived.reason));
        notes.push(NoteView {
            icon: "archive",
            title: text("note.archived"),
            text: said,
            links: replaced_by(page, dataset),
            class: "",
        });
    } else if dataset.replaced_by.is_some() {
        let links = replaced_by(page, dataset);
        notes.extend((!links.is_empty()).then(|| NoteView {
            icon: "info",
            title: text("facts.replaced_by"),
            links,
            ..NoteView::default()
        }));
    }
    if !dataset.access.is_open() {
        notes.push(restricted(page, dataset));
    }
    if let Some(harvest) = &dataset.harvest {
        let link = harvest.remote_url.as_deref().and_then(external);
        let links = link.map(|href| LinkView { href, label: text("note.harvested_link"), lang: None });
        notes.push(NoteView {
            class: "",
            icon: "out",
            title: text("note.harvested"),
            text: text("note.harvested_text"),
            links: links.into_iter().collect(),
        });
    }
    notes
}

/// Since when and why something is no longer kept up.
fn ended(page: &Page<'_>, key: &str, date: Option<Moment>, reason: &str) -> String {
    let said = match date {
        Some(date) => page.messages.fill(&format!("{key}_on"), &[("date", &page.long_date(date))]),
        None => page.messages.text(&format!("{key}_text")).to_owned(),
    };
    match reason {
        "" => said,
        reason => format!("{said} {}", page.messages.fill("note.reason", &[("reason", reason.trim_end_matches('.'))])),
    }
}

fn replaced_by(page: &Page<'_>, dataset: &Dataset) -> Vec<LinkView> {
    let index = dataset.replaced_by.as_deref().and_then(|slug| page.site.catalog.dataset_index(slug));
    let link = index.map(|index| {
        let title = page.dataset_title(&page.site.catalog.datasets[index]);
        LinkView { href: page.href(&PageKey::Dataset(index)), label: title.words, lang: title.lang }
    });
    link.into_iter().collect()
}

fn restricted(page: &Page<'_>, dataset: &Dataset) -> NoteView {
    let access = &dataset.access;
    let mut said = vec![page.messages.text("note.restricted_text").to_owned()];
    let allowed = access.audiences.iter().filter(|audience| {
        audience.condition.as_ref().and_then(|condition| condition.known).is_none_or(|condition| condition.id != "no")
    });
    let audiences: Vec<String> = allowed.map(|audience| page.term(&audience.role)).collect();
    if !audiences.is_empty() {
        said.push(page.messages.fill("note.restricted_for", &[("audiences", &page.messages.list(&audiences))]));
    }
    let reason = page.words(&access.reason);
    let reason = if reason.is_empty() {
        access.reason_category.as_ref().map(|reason| page.term(reason)).unwrap_or_default()
    } else {
        reason
    };
    if !reason.is_empty() {
        said.push(page.messages.fill("note.reason", &[("reason", reason.trim_end_matches('.'))]));
    }
    let ask = access.url.as_deref().and_then(external);
    let label = || page.messages.text("note.restricted_ask").to_owned();
    NoteView {
        class: "n-late",
        icon: "lock",
        title: page.messages.text("note.restricted").to_owned(),
        text: said.join(" "),
        links: ask.map(|href| LinkView { href, label: label(), lang: None }).into_iter().collect(),
    }
}

fn actions(page: &Page<'_>, dataset: &Dataset, title: &str) -> Vec<ActionView> {
    let mut actions = Vec::new();
    // One file to take away is the first thing a visitor wants; of several, the list tells more.
    if let [only] = dataset.resources.as_slice() {
        actions.extend(resource::action(page, dataset, only).map(|action| ActionView { main: true, ..action }));
    }
    actions.extend(page.forge_actions(&dataset.header, title));
    actions
}

fn uses(page: &Page<'_>, index: DatasetIndex) -> Vec<UseView> {
    let relations = &page.site.relations;
    let reuses = relations.reuses.get(index).into_iter().flatten().map(|at| page.reuse_use(*at));
    let services = relations.services.get(index).into_iter().flatten().map(|at| page.service_use(*at));
    reuses.chain(services).collect()
}

fn citation(page: &Page<'_>, index: DatasetIndex, title: &Said) -> CitationView {
    let citation = page.renderer.exports.context().citation(index, page.code);
    let text = citation.text(page.messages);
    CitationView {
        before: text.before,
        title: title.words.clone(),
        lang: title.lang.clone(),
        after: text.after,
        address: text.address,
        bibtex: citation.bibtex().trim_end().to_owned(),
        csl: citation.csl_json(page.code),
    }
}

/// Links of the head to the licence, the files that hold the data, and the address that lasts.
fn links(page: &Page<'_>, dataset: &Dataset, view: &DatasetView) -> Vec<HeadLinkView> {
    let link = |rel, href: String| HeadLinkView { rel, href, ..HeadLinkView::default() };
    let mut links: Vec<HeadLinkView> = Vec::new();
    links.extend(view.citation.address.clone().map(|href| link("cite-as", href)));
    links.extend(view.facts.license.text_href.clone().map(|href| link("license", href)));
    let held = dataset.resources.iter().filter(|resource| resource.is_distribution());
    links.extend(
        held.filter_map(|resource| {
            let href = resource::action(page, dataset, resource)?.href;
            let media_type = resource.media_type_among(&dataset.files).map(clean);
            Some(HeadLinkView { media_type, ..link("item", href) })
        })
        .take(ITEMS),
    );
    links
}

/// What describes the descriptor rather than the data.
fn metadata(page: &Page<'_>, dataset: &Dataset) -> Vec<PropertyView> {
    let mut properties = Vec::new();
    let mut push = |key: &str, value: String, href: Option<String>, code: bool| {
        if !value.is_empty() {
            properties.push(PropertyView { label: page.messages.text(key).to_owned(), value, href, code });
        }
    };
    push("dataset.id", dataset.header.identity.uuid.to_string(), None, true);
    let dates = &dataset.header.dates;
    push("facts.metadata_created", dates.created.map(|date| page.long_date(date)).unwrap_or_default(), None, false);
    push("facts.metadata_modified", dates.modified.map(|date| page.long_date(date)).unwrap_or_default(), None, false);
    if let Some(harvest) = &dataset.harvest {
        push("dataset.harvested_from", harvest.source.as_deref().map(clean).unwrap_or_default(), None, false);
        push("dataset.harvested_id", harvest.remote_id.as_deref().map(clean).unwrap_or_default(), None, true);
        push(
            "dataset.harvested_on",
            harvest.last_update.map(|date| page.long_date(date)).unwrap_or_default(),
            None,
            false,
        );
    }
    if let Some(transfer) = &dataset.transfer {
        let to = transfer.to.as_deref().and_then(|slug| page.organization_link(slug));
        let (label, href) = to.map_or((String::new(), None), |link| (link.label, Some(link.href)));
        push("dataset.transfer", label, href, false);
    }
    properties
}

fn extras(dataset: &Dataset) -> String {
    let mut all = dataset.extras.clone();
    all.extend(dataset.header.unknown.clone());
    if all.is_empty() {
        return String::new();
    }
    let text = serde_json::to_string_pretty(&all).unwrap_or_default();
    crate::markdown::sanitize_inline(&text).into_owned()
}

fn related(page: &Page<'_>, index: DatasetIndex, dataset: &Dataset) -> Vec<RelatedView> {
    let near = page.site.relations.near.get(index).into_iter().flatten();
    let view = |other: &DatasetIndex| {
        let near = &page.site.catalog.datasets[*other];
        let title = page.dataset_title(near);
        let files = page.messages.count("count.files", near.resources.len() as u64);
        let parts: Vec<String> = [why(page, dataset, near), page.producer_name(near), files]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        RelatedView {
            href: page.href(&PageKey::Dataset(*other)),
            title: title.words,
            lang: title.lang,
            text: parts.join(page.messages.text("format.list")),
        }
    };
    near.map(view).collect()
}

/// What two datasets have in common, the most telling first.
fn why(page: &Page<'_>, one: &Dataset, other: &Dataset) -> String {
    let is_shared = |tag: &Tag| one.tagged().any(|(_, own)| own == tag);
    let shared = other.tagged().filter(|(_, tag)| is_shared(tag)).count();
    if shared > 0 {
        return page.messages.count("dataset.related_tags", shared as u64);
    }
    let key = if one.themes.iter().any(|theme| other.themes.contains(theme)) {
        "dataset.related_theme"
    } else {
        "dataset.related_organization"
    };
    page.messages.text(key).to_owned()
}

/// The host of an address, for a line that says where a link leads.
pub(super) fn host_of(address: &str) -> String {
    host(address).map(clean).unwrap_or_default()
}
