//! DCAT-AP 3.0: what the catalogue says, as triples. `docs/exports.md` has the table of fields and properties.
//!
//! Source: DCAT-AP 3.0.1 and its SHACL shapes; GeoDCAT-AP 3.0 for roles and resolution; what udata and ckanext-dcat read.

mod agent;
mod catalog;
mod dataset;
mod distribution;
mod people;
mod record;
mod rights;
mod service;
mod snapshots;
mod spatial;
mod terms;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Write};

use super::rdf::Sink;
use super::rdf::names::Name;
use super::{Agent, Context, Entry, Scope};
use crate::export::context::words::{clean, line};
use crate::model::{DatasetIndex, Kind};
use crate::site::FacetKind;
use crate::text::Text;
use crate::text::email::mailto;
use crate::text::url::external;
use terms::Terms;

/// Datasets on a page of the catalogue, which is large when it has more: only then there are pages.
const PAGE: usize = 1000;
/// Bytes that are gathered before they are written.
const CHUNK: usize = 1 << 16;

/// How files of a syntax are named.
pub(super) struct Syntax {
    /// Without the dot.
    pub(super) extension: &'static str,
    pub(super) media_type: &'static str,
    /// Whether a large catalogue is written in parts too, its pages and those of producers. One syntax is enough: what
    /// follows parts reads any.
    pub(super) parts: bool,
    /// Whether each dataset has a file.
    pub(super) datasets: bool,
}

/// The files of a syntax.
pub(super) fn files(context: &Context<'_>, syntax: &Syntax) -> Vec<Entry> {
    let extension = syntax.extension;
    let entry = |path, scope, part| Entry { path, media_type: syntax.media_type, scope, part };
    let mut files = vec![entry(format!("catalog.{extension}"), Scope::Catalog, 0)];
    if syntax.parts {
        let pages = 1..=pages(context);
        files.extend(pages.map(|page| entry(format!("catalog/{page}.{extension}"), Scope::Part, page)));
    }
    if syntax.parts || context.datasets().count() <= PAGE {
        let organizations = context.site.facet(FacetKind::Organization).values.iter().enumerate();
        files.extend(organizations.map(|(place, value)| {
            entry(format!("organizations/{}/catalog.{extension}", value.slug), Scope::Organization(place), 0)
        }));
    }
    if syntax.datasets {
        files.extend(context.datasets().map(|(index, dataset)| {
            entry(format!("datasets/{}/dataset.{extension}", dataset.slug()), Scope::Dataset(index), 0)
        }));
    }
    files
}

/// Number of pages of the catalogue. Addresses of pages are absolute: without a public address there are none.
fn pages(context: &Context<'_>) -> usize {
    let count = context.datasets().count();
    if count > PAGE && context.base().is_some() { count.div_ceil(PAGE) } else { 0 }
}

/// Writes one of the files.
pub(super) fn write<S: Sink>(
    context: &Context<'_>,
    entry: &Entry,
    sink: S,
    syntax: &Syntax,
    out: &mut dyn Write,
) -> io::Result<()> {
    let selection = Selection::new(context, entry);
    let mut describer =
        Describer { context, sink, terms: Terms::default(), agents: BTreeMap::new(), series: BTreeMap::new() };
    describer.sink.start();
    if let Some(extension) = (entry.scope == Scope::Part).then_some(syntax.extension) {
        describer.view(entry.part, pages(context), extension);
    }
    if !matches!(entry.scope, Scope::Dataset(_)) {
        describer.catalog(entry, &selection);
    }
    for index in &selection.datasets {
        describer.dataset(*index);
        if describer.sink.buffer().len() >= CHUNK {
            describer.flush(out)?;
        }
    }
    describer.services(&selection);
    describer.all_series();
    describer.all_agents();
    describer.terms();
    describer.sink.finish();
    describer.flush(out)
}

/// What a file is about.
struct Selection {
    /// Its datasets, by slug.
    datasets: Vec<DatasetIndex>,
    /// The APIs that are published, by place: those that serve one of the datasets, and others as its scope has them.
    services: Vec<usize>,
}

impl Selection {
    fn new(context: &Context<'_>, entry: &Entry) -> Self {
        let site = context.site;
        let all = || context.datasets().map(|(index, _)| index);
        let mut datasets: Vec<DatasetIndex> = match entry.scope {
            Scope::Dataset(index) => vec![index],
            Scope::Organization(place) => site.facet(FacetKind::Organization).values[place].datasets.clone(),
            Scope::Part => all().skip((entry.part - 1) * PAGE).take(PAGE).collect(),
            _ => all().collect(),
        };
        datasets.sort_unstable();
        datasets.retain(|index| !site.catalog.datasets[*index].private);
        let mut selection = Self { datasets, services: Vec::new() };
        let services = site.catalog.services.iter().enumerate().filter(|(_, service)| !service.private);
        let wanted = services.filter(|(_, service)| {
            let serves = service.datasets.iter().any(|slug| selection.dataset(context, slug).is_some());
            serves
                || match entry.scope {
                    Scope::Dataset(_) => false,
                    Scope::Organization(place) => {
                        let slug = site.facet(FacetKind::Organization).values[place].slug.as_str();
                        service.organization.as_deref() == Some(slug)
                    }
                    Scope::Part => entry.part == 1 && service.datasets.is_empty(),
                    _ => true,
                }
        });
        selection.services = wanted.map(|(place, _)| place).collect();
        selection
    }

    /// The dataset of a slug, when the file has it.
    fn dataset(&self, context: &Context<'_>, slug: &str) -> Option<DatasetIndex> {
        let index = context.site.catalog.dataset_index(slug)?;
        self.datasets.binary_search(&index).ok().map(|_| index)
    }
}

/// Describes things of the catalogue, and remembers what a file must say once.
struct Describer<'c, 'a, S> {
    context: &'c Context<'a>,
    sink: S,
    terms: Terms<'a>,
    agents: BTreeMap<(Kind, &'a str), Agent<'a>>,
    /// Titles of series, and the slug of those that are a dataset too, by the slug of their name.
    series: BTreeMap<String, (String, Option<&'a str>)>,
}

impl<S: Sink> Describer<'_, '_, S> {
    fn flush(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let buffer = self.sink.buffer();
        out.write_all(buffer.as_bytes())?;
        buffer.clear();
        Ok(())
    }

    /// A property with the texts of all languages on one line; `untagged` is the language of one that does not say.
    fn titles(&mut self, name: Name, text: &Text, untagged: &str) {
        self.sink.property(name);
        for (code, words) in text.iter() {
            let words = one_line(words);
            if !words.is_empty() {
                self.sink.text(&words, if code.is_empty() { untagged } else { code });
            }
        }
    }

    /// The same for Markdown, which keeps its lines.
    fn markdown(&mut self, name: Name, text: &Text, untagged: &str) {
        self.sink.property(name);
        for (code, words) in text.iter() {
            let words = clean(words);
            if !words.is_empty() {
                self.sink.text(&words, if code.is_empty() { untagged } else { code });
            }
        }
    }

    /// A property with one text, when there is one.
    fn string(&mut self, name: Name, text: Option<&str>) {
        if let Some(text) = text.map(one_line).filter(|text| !text.is_empty()) {
            self.sink.say(name, &text);
        }
    }

    /// A property with an address, when it is one.
    fn address(&mut self, name: Name, address: Option<&str>) {
        if let Some(address) = address.and_then(address_of) {
            self.sink.link(name, &address);
        }
    }

    /// A property with an e-mail address, when it is one.
    fn email(&mut self, name: Name, email: Option<&str>) {
        if let Some(email) = email.and_then(mailto) {
            self.sink.link(name, &email);
        }
    }
}

/// A text on one line, without the characters that must reach no output.
fn one_line(text: &str) -> Cow<'_, str> {
    let text = clean(text);
    if text.contains(['\n', '\r', '\t']) || text.contains("  ") { Cow::Owned(line(&text)) } else { text }
}

/// The address as an IRI, if it can be one.
fn address_of(address: &str) -> Option<String> {
    external(address).filter(|address| is_iri(address))
}

/// Whether every syntax takes a text as an IRI (RFC 3987).
fn is_iri(text: &str) -> bool {
    let refused = |c: char| match c {
        c if c.is_ascii() => c <= ' ' || c == '\x7f' || "<>\"{}|\\^`".contains(c),
        '\u{e000}'..='\u{f8ff}' | '\u{fdd0}'..='\u{fdef}' => true,
        c => c.is_control() || (u32::from(c) & 0xfffe) == 0xfffe,
    };
    !text.contains(refused)
}
