//! The page for developers: every machine form that the site has, and what harvesters are told.

use super::super::context::Page;
use super::super::machines::is_linked;
use super::super::views::{DevelopersView, FormFilesView, FormView, HarvestView, LinkView, NoteView, PropertyView};
use super::{Sheet, home_crumb};
use crate::export::{EXPORTERS, Exporter, File, Scope};

/// Files of the whole catalogue that a form names.
const FILES: usize = 40;
/// Further files of the whole catalogue that a form names.
const PARTS: usize = 4;
/// Configuration of a source of CKAN that reads Turtle.
const CKAN_CONFIGURATION: &str = r#"{"rdf_format":"text/turtle"}"#;

pub(super) fn sheet(page: &Page<'_>) -> Sheet {
    let text = |key: &str| page.messages.text(key).to_owned();
    let base = page.site.config.base_url.as_deref();
    let missing = || NoteView {
        class: "n-late",
        icon: "info",
        title: text("developers.no_address"),
        text: text("developers.no_address_text"),
        links: Vec::new(),
    };
    let harvests = if base.is_some() { harvests(page) } else { Vec::new() };
    let view = DevelopersView {
        lead: page.messages.fill("developers.lead", &[("site", &page.site_title())]),
        notes: base.is_none().then(missing).into_iter().collect(),
        harvests,
        forms: EXPORTERS.iter().filter_map(|exporter| form(page, exporter)).collect(),
        commands: base.map(|base| commands(page, base)).unwrap_or_default(),
        snapshots: page.snapshots_link(),
        identifiers: base.map_or_else(
            || text("developers.identifiers_without_address"),
            |base| page.messages.fill("developers.identifiers_text", &[("base", base)]),
        ),
    };
    Sheet {
        title: text("developers.heading"),
        description: page.messages.fill("developers.description", &[("site", &page.site_title())]),
        crumbs: vec![home_crumb(page)],
        ..Sheet::new("developers.html", "developers", &view)
    }
}

/// A form with its files; none when the site has none.
fn form(page: &Page<'_>, exporter: &'static Exporter) -> Option<FormView> {
    let mut files: Vec<FormFilesView> = Vec::new();
    let mut media_types: Vec<&str> = Vec::new();
    for file in page.renderer.exports.files().iter().filter(|file| file.exporter.id == exporter.id) {
        let label = label(page, file.entry.scope);
        let link =
            || LinkView { href: page.file(&file.entry.path), label: address(page, &file.entry.path), lang: None };
        match files.last_mut() {
            Some(known) if known.label == label => {
                let most = match file.entry.scope {
                    Scope::Catalog => FILES,
                    Scope::Part => PARTS,
                    _ => 1,
                };
                known.links.extend((known.links.len() < most).then(link));
            }
            _ => files.push(FormFilesView { label: label.to_owned(), links: vec![link()] }),
        }
        if !media_types.contains(&file.entry.media_type) {
            media_types.push(file.entry.media_type);
        }
    }
    (!files.is_empty()).then(|| FormView {
        id: exporter.id,
        title: exporter.title.get(page.code).to_owned(),
        about: exporter.about.get(page.code).to_owned(),
        files,
        media_types: media_types.join(page.messages.text("format.list")),
    })
}

fn label<'p>(page: &'p Page<'_>, scope: Scope) -> &'p str {
    match scope {
        Scope::Catalog => page.messages.text("developers.catalog"),
        Scope::Part => page.messages.text("developers.part"),
        Scope::Organization(_) => page.messages.text("developers.organization"),
        Scope::Tag(_) => page.messages.text("developers.tag"),
        Scope::Topic(_) => page.messages.text("developers.topic"),
        Scope::Reuse(_) => page.messages.text("developers.reuse"),
        Scope::Dataset(_) => page.messages.text("developers.dataset"),
    }
}

/// The public address of a file, else its path.
fn address(page: &Page<'_>, path: &str) -> String {
    page.renderer.exports.context().address(path).unwrap_or_else(|| path.to_owned())
}

/// What to enter at portals, for the forms of DCAT-AP that the site has.
fn harvests(page: &Page<'_>) -> Vec<HarvestView> {
    let text = |key: &str| page.messages.text(key).to_owned();
    let row = |label: String, value: &str| PropertyView { label, value: value.to_owned(), ..PropertyView::default() };
    let code = |label: String, value: &str| PropertyView { code: true, ..row(label, value) };
    let url = |file: &File| PropertyView {
        href: Some(page.file(&file.entry.path)),
        ..code(text("developers.url"), &address(page, &file.entry.path))
    };
    let mut harvests = Vec::new();
    let turtle = source(page, "turtle").or_else(|| source(page, "rdf-xml")).or_else(|| source(page, "json-ld"));
    let rdf = source(page, "rdf-xml").or(turtle);
    harvests.extend(turtle.map(|file| HarvestView {
        title: String::from("data.gouv.fr"),
        text: text("developers.data_gouv"),
        settings: vec![row(text("developers.type"), "DCAT"), url(file)],
    }));
    harvests.extend(rdf.map(|file| HarvestView {
        title: String::from("data.europa.eu"),
        text: text("developers.europa"),
        settings: vec![
            row(text("developers.type"), "DCAT-AP"),
            url(file),
            row(text("developers.format"), file.exporter.title.get(page.code)),
        ],
    }));
    harvests.extend(turtle.map(|file| HarvestView {
        title: String::from("CKAN"),
        text: text("developers.ckan"),
        settings: vec![
            url(file),
            row(text("developers.source_type"), "Generic DCAT RDF Harvester"),
            code(text("developers.configuration"), &CKAN_CONFIGURATION.replace("text/turtle", file.entry.media_type)),
        ],
    }));
    harvests
}

/// The file at which a harvester starts: the first page where the catalogue has several, else the whole.
fn source<'p>(page: &'p Page<'_>, form: &str) -> Option<&'p File> {
    let exports = &page.renderer.exports;
    let of = |scope: Scope| exports.of(scope).iter().filter(|file| file.exporter.id == form);
    let is_first = |file: &&File| file.entry.path.starts_with("catalog/1.");
    let first = of(Scope::Catalog).chain(of(Scope::Part)).find(is_first);
    first.or_else(|| of(Scope::Catalog).next())
}

/// Commands that fetch some files, one a line.
fn commands(page: &Page<'_>, base: &str) -> String {
    let files = page.renderer.exports.of(Scope::Catalog).iter().filter(|file| is_linked(file));
    let fetched = |file: &&File| matches!(file.exporter.id, "turtle" | "data-json" | "api" | "csv" | "atom");
    let mut forms: Vec<&str> = Vec::new();
    let mut lines = Vec::new();
    for file in files.filter(fetched) {
        if !forms.contains(&file.exporter.id) {
            forms.push(file.exporter.id);
            lines.push(format!("curl --compressed -O {}", address(page, &file.entry.path)));
        }
    }
    if lines.is_empty() {
        lines.push(format!("curl --compressed {base}"));
    }
    lines.join("\n")
}
