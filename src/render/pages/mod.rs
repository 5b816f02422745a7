//! One file for each kind of page: from the site to the view that its template prints.

mod dataset;
mod developers;
mod facet;
mod facts;
mod free;
mod home;
mod indexes;
mod lost;
mod moved;
mod organization;
mod others;
mod propose;
mod quality;
mod resource;
mod snapshots;
mod verdicts;

use serde::Serialize;

use super::context::Page;
use super::shell::{self, Frame};
use super::views::{AlternateView, HeadLinkView, LinkView, PageView};
use crate::site::{FacetKind, PageKey};
use crate::theme::ThemeError;

/// Length of the description for search engines.
const DESCRIPTION_CHARS: usize = 160;

/// A page before its frame is put around it.
struct Sheet {
    template: &'static str,
    /// Name of the view in the template.
    name: &'static str,
    view: tera::Value,
    /// Title without the catalogue's.
    title: String,
    description: String,
    crumbs: Vec<LinkView>,
    frame: Frame,
    /// Links of the head beside those to machine forms.
    links: Vec<HeadLinkView>,
    structured_data: Option<String>,
    /// Where the page leads by itself: the address relative to it, and the path below the site's root.
    refresh: Option<(String, String)>,
}

impl Sheet {
    fn new(template: &'static str, name: &'static str, view: &impl Serialize) -> Self {
        Self {
            template,
            name,
            view: tera::Value::from_serializable(view),
            title: String::new(),
            description: String::new(),
            crumbs: Vec::new(),
            frame: Frame::Plain,
            links: Vec::new(),
            structured_data: None,
            refresh: None,
        }
    }
}

/// The markup of a page.
pub(super) fn html(page: &Page<'_>, key: &PageKey) -> Result<String, ThemeError> {
    let sheet = match key {
        PageKey::NotFound => return lost::html(page),
        PageKey::Home => home::sheet(page)?,
        PageKey::Datasets(sort, number) => indexes::datasets(page, *sort, *number)?,
        PageKey::Facets(FacetKind::Organization) => indexes::organizations(page),
        PageKey::Facets(kind) => facet::values(page, *kind),
        PageKey::Facet(FacetKind::Organization, at, 1) => organization::sheet(page, *at),
        PageKey::Facet(kind, at, number) => facet::value(page, *kind, *at, *number)?,
        PageKey::Dataset(index) => dataset::sheet(page, *index),
        PageKey::Person(at) => others::person(page, *at)?,
        PageKey::Reuses => indexes::reuses(page),
        PageKey::Reuse(at) => others::reuse(page, *at)?,
        PageKey::Topics => indexes::topics(page),
        PageKey::Topic(at) => others::topic(page, *at)?,
        PageKey::Services => indexes::services(page),
        PageKey::Service(at) => others::service(page, *at)?,
        PageKey::Quality => quality::sheet(page),
        PageKey::Page(at) => free::sheet(page, *at),
        PageKey::Former(at) => moved::sheet(page, *at),
        PageKey::Developers => developers::sheet(page),
        PageKey::Snapshots => snapshots::sheet(page),
        PageKey::Propose => propose::sheet(page),
        PageKey::Search => indexes::search(page),
    };
    framed(page, key, sheet)
}

fn framed(page: &Page<'_>, key: &PageKey, sheet: Sheet) -> Result<String, ThemeError> {
    let site = page.site_title();
    let title = match sheet.title.as_str() {
        "" => site,
        title => format!("{title}{}{site}", page.messages.text("format.title_separator")),
    };
    let indexed = page.site.is_indexed(key);
    let view = PageView {
        lang: page.code.to_owned(),
        title,
        description: sheet.description,
        canonical: canonical(page, indexed, sheet.refresh.as_ref().map(|(_, path)| path.as_str())),
        refresh: sheet.refresh.map(|(address, _)| address),
        alternates: alternates(page, key),
        noindex: !indexed,
        root: page.root.clone(),
        home: page.home.clone(),
        crumbs: sheet.crumbs,
        links: page.scope_links(key, &sheet.title).into_iter().chain(sheet.links).collect(),
        structured_data: sheet.structured_data,
    };
    let words = &page.renderer.languages[page.language].words;
    let mut context = tera::Context::new();
    context.insert_value("m", words.clone());
    context.insert_value(sheet.name, sheet.view);
    shell::frame(&mut context, page.shell(sheet.frame)?, &view);
    page.renderer.theme.render(sheet.template, &context)
}

/// The public address that a page is known by: its own when it is indexed, that of the page it leads to when it leads
/// to one.
fn canonical(page: &Page<'_>, indexed: bool, target: Option<&str>) -> Option<String> {
    let path = target.or_else(|| indexed.then_some(page.path.as_str()))?;
    let base = page.site.config.base_url.as_deref()?;
    Some(format!("{base}{}", public_path(path)))
}

/// The public address of a page is that of its folder.
fn public_path(path: &str) -> String {
    let path = path.strip_suffix("index.html").unwrap_or(path);
    crate::text::url::encoded_path(path)
}

fn alternates(page: &Page<'_>, key: &PageKey) -> Vec<AlternateView> {
    let languages = &page.site.config.languages;
    if languages.len() < 2 {
        return Vec::new();
    }
    let base = page.site.config.base_url.as_deref();
    let alternate = |(at, code): (usize, &String)| {
        let path = page.site.page_path(at, key);
        let href = format!("{}{path}", page.root);
        AlternateView {
            lang: code.clone(),
            name: page.renderer.languages[at].messages.text("language.name").to_owned(),
            hreflang: base.map_or_else(|| href.clone(), |base| format!("{base}{}", public_path(&path))),
            href,
            current: at == page.language,
        }
    };
    languages.iter().enumerate().map(alternate).collect()
}

/// The crumb of the home page.
fn home_crumb(page: &Page<'_>) -> LinkView {
    page.link(&PageKey::Home, page.messages.text("frame.home"))
}
