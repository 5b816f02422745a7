//! The values of a facet, and the datasets of one value.

use super::super::context::Page;
use super::super::values::message_key;
use super::super::views::{FacetView, FacetsView, NoteView, PropertyView};
use super::{Sheet, home_crumb};
use crate::site::{FacetKind, FacetValue, PageKey};
use crate::text::url::external;
use crate::theme::ThemeError;
use crate::vocab;

pub(super) fn values(page: &Page<'_>, kind: FacetKind) -> Sheet {
    let values = page.ordered_values(kind).into_iter();
    let counted = values.map(|(at, value, label)| {
        let href = page.href(&PageKey::Facet(kind, at, 1));
        (label, Some(href), value.datasets.len())
    });
    let heading = page.all_values(kind).label;
    let view = FacetsView { heading: heading.clone(), lead: String::new(), values: page.bars(counted.collect()) };
    let site = page.site_title();
    Sheet {
        description: page.messages.fill("facet.index_description", &[("heading", &heading), ("site", &site)]),
        title: heading,
        crumbs: vec![home_crumb(page)],
        ..Sheet::new("facets.html", "facets", &view)
    }
}

pub(super) fn value(page: &Page<'_>, kind: FacetKind, at: usize, number: usize) -> Result<Sheet, ThemeError> {
    let value = &page.site.facet(kind).values[at];
    let label = page.value_label(kind, value);
    let kind_label = page.messages.text(&format!("facet.{}", message_key(kind))).to_owned();
    let title = page.messages.fill("facet.title", &[("kind", &kind_label), ("value", &label.words)]);
    let list = page.value_datasets(kind, at, number)?;
    let site = page.site_title();
    let holes =
        [("kind", kind_label.as_str()), ("value", label.words.as_str()), ("site", &site), ("count", &list.count)];
    let description = page.messages.fill("facet.description", &holes);
    let first = number == 1;
    let view = FacetView {
        kind: kind.folder().to_owned(),
        kind_label: kind_label.clone(),
        heading: label.words,
        lang: label.lang,
        lead: if first { lead(page, kind, value) } else { String::new() },
        properties: if first { properties(page, kind, value) } else { Vec::new() },
        notes: if first { notes(page, kind, value) } else { Vec::new() },
        all: Some(page.all_values(kind)),
        list,
        machine: page.machine_files(&PageKey::Facet(kind, at, number)),
    };
    Ok(Sheet {
        description,
        title: numbered(page, title, number),
        crumbs: vec![home_crumb(page), page.all_values(kind)],
        ..Sheet::new(template(kind), "facet", &view)
    })
}

/// The title of a further page of a list.
pub(super) fn numbered(page: &Page<'_>, title: String, number: usize) -> String {
    match number {
        1 => title,
        number => {
            page.messages.fill("list.page_title", &[("title", &title), ("n", &page.messages.number(number as u64))])
        }
    }
}

fn template(kind: FacetKind) -> &'static str {
    match kind {
        FacetKind::Tag => "tag.html",
        FacetKind::License => "license.html",
        FacetKind::Format => "format.html",
        _ => "facet.html",
    }
}

fn lead(page: &Page<'_>, kind: FacetKind, value: &FacetValue) -> String {
    match kind {
        FacetKind::License => {
            vocab::License::get(&value.id).map_or_else(String::new, |license| license.summary.get(page.code).to_owned())
        }
        _ => String::new(),
    }
}

fn properties(page: &Page<'_>, kind: FacetKind, value: &FacetValue) -> Vec<PropertyView> {
    match kind {
        FacetKind::License => vocab::License::get(&value.id).map(|license| license_properties(page, license)),
        FacetKind::Format => vocab::Format::get(&value.id).map(|format| format_properties(page, format)),
        _ => None,
    }
    .unwrap_or_default()
}

fn license_properties(page: &Page<'_>, license: &vocab::License) -> Vec<PropertyView> {
    let property = |key: &str, value: &str| PropertyView {
        label: page.messages.text(key).to_owned(),
        value: value.to_owned(),
        ..PropertyView::default()
    };
    let yes_no = |yes: bool| page.messages.text(if yes { "facet.yes" } else { "facet.no" });
    let law = if license.french_law { "facet.license_administrations_yes" } else { "facet.license_administrations_no" };
    let mut properties = vec![
        property("facet.license_title", license.title.get(page.code)),
        PropertyView { code: true, ..property("facet.license_id", license.id) },
    ];
    if let Some(href) = external(license.url) {
        properties.push(PropertyView { href: Some(href), ..property("facet.license_text", license.url) });
    }
    properties.push(property("facet.license_open", yes_no(license.open)));
    properties.push(property("facet.license_administrations", page.messages.text(law)));
    properties
}

fn format_properties(page: &Page<'_>, format: &vocab::Format) -> Vec<PropertyView> {
    let yes_no = page.messages.text(if format.closed() { "facet.no" } else { "facet.yes" });
    let mut properties = vec![PropertyView {
        label: page.messages.text("facet.format_open").to_owned(),
        value: yes_no.to_owned(),
        ..PropertyView::default()
    }];
    if let Some(mime) = format.media_type() {
        properties.push(PropertyView {
            label: page.messages.text("facet.format_mime").to_owned(),
            value: mime.to_owned(),
            code: true,
            ..PropertyView::default()
        });
    }
    properties
}

fn notes(page: &Page<'_>, kind: FacetKind, value: &FacetValue) -> Vec<NoteView> {
    let license = (kind == FacetKind::License).then(|| vocab::License::get(&value.id)).flatten();
    let not_open = license.filter(|license| !license.open).map(|_| NoteView {
        class: "n-late",
        icon: "lock",
        title: page.messages.text("note.not_open").to_owned(),
        text: page.messages.text("note.not_open_text").to_owned(),
        links: Vec::new(),
    });
    not_open.into_iter().collect()
}
