//! DCAT and DCAT-AP: a graph in Turtle or JSON-LD becomes a catalogue.
//!
//! What the project writes is read back field by field; what DCAT has no word for is listed in
//! `docs/exports.md`. Files of others are read as far as they use the same words. Every statement
//! about a dataset is placed, or kept under its `extras` and reported.

mod access;
mod agent;
mod dataset;
mod distribution;
mod graph;
mod names;
mod place;
mod reading;
mod record;
mod service;
mod site;
mod snapshots;

use std::collections::BTreeMap;

use uuid::Uuid;

use super::names::Names;
use super::{Imported, Importer, Reason, Source, Unplaced, identity};
use crate::descriptor;
use crate::model::{Extras, Form, Kind};
use crate::slug::Slug;
use crate::vocab::Label;
use graph::Graph;
use reading::Reading;

/// The importer of DCAT files.
pub static IMPORTER: Importer = Importer {
    name: "dcat",
    wants,
    of_file: true,
    max_size: MAX_SIZE as u64,
    hint: Label::new(
        "name a file in Turtle (`.ttl`) or JSON-LD (`.jsonld`), or a folder of such",
        "nommer un fichier Turtle (`.ttl`) ou JSON-LD (`.jsonld`), ou un dossier qui en contient",
    ),
    convert,
};

/// Bytes that a file may have.
const MAX_SIZE: usize = 50 * 1024 * 1024;

fn wants(path: &str) -> bool {
    [".ttl", ".jsonld"].iter().any(|end| path.ends_with(end))
}

/// Things that others refer to by IRI.
pub(super) struct Catalog<'a> {
    graph: &'a Graph,
    /// UUID of the catalogue.
    id: Uuid,
    /// The language of texts whose language needs no word; empty when none is.
    language: String,
    /// Slugs of the datasets by IRI.
    datasets: BTreeMap<&'a str, Slug>,
    /// Organisations and people.
    agents: agent::Agents<'a>,
}

impl Catalog<'_> {
    /// Kind and slug of an organisation or a person.
    fn agent(&self, thing: &str) -> Option<(Kind, &Slug)> {
        let (kind, slug, _) = self.agents.get(agent::same(self.graph, thing))?;
        Some((*kind, slug))
    }
}

/// Converts the graphs of all files as one.
pub fn convert(source: &Source) -> Imported {
    let mut graph = Graph::default();
    let mut unplaced = Vec::new();
    for (path, bytes) in &source.files {
        let read = if bytes.len() > MAX_SIZE {
            Err(graph::Broken { place: None, message: format!("more than {MAX_SIZE} bytes") })
        } else {
            graph.read(path, bytes)
        };
        unplaced.extend(read.err().map(|broken| unreadable(path, broken)));
    }
    let site = site::Site::read(&graph, source);
    let id = site.id;
    let catalog = Catalog {
        language: site.language.clone(),
        datasets: dataset::slugs(&graph),
        agents: agent::agents(&graph),
        graph: &graph,
        id,
    };
    let mut import = Import { imported: Imported { id, unplaced, ..Imported::default() } };
    import.put("site.toml", site.toml(&catalog).into_bytes());
    import.put(".gitignore", b"/public/\n/.etal/\n".to_vec());
    for (thing, slug) in &catalog.datasets {
        let mut reading = Reading::new(&catalog, thing);
        let values = dataset::convert(&mut reading);
        import.describe(Kind::Dataset, Form::Folder, slug, &values, reading);
    }
    for (kind, slug, thing) in catalog.agents.values() {
        let mut reading = Reading::new(&catalog, thing);
        let values = agent::convert(&mut reading, *kind);
        import.describe(*kind, Form::File, slug, &values, reading);
    }
    for (thing, slug) in service::slugs(&graph) {
        let mut reading = Reading::new(&catalog, thing);
        let values = service::convert(&mut reading);
        import.describe(Kind::Service, Form::File, &slug, &values, reading);
    }
    import.imported.unplaced.sort();
    import.imported
}

fn unreadable(path: &str, broken: graph::Broken) -> Unplaced {
    let (line, column) = broken.place.unwrap_or((0, 0));
    let (path, value) = (path.to_owned(), broken.message);
    Unplaced { path, line, column, key: String::new(), value, reason: Reason::Unreadable, kept: None }
}

struct Import {
    imported: Imported,
}

impl Import {
    fn put(&mut self, path: &str, bytes: Vec<u8>) {
        self.imported.files.insert(path.to_owned(), bytes);
    }

    fn describe(&mut self, kind: Kind, form: Form, slug: &Slug, values: &Extras, reading: Reading<'_>) {
        let path = descriptor::path(kind, form, slug.as_str());
        self.put(&path, descriptor::write(kind, form, values).into_bytes());
        self.imported.unplaced.extend(reading.unplaced);
        let counts = &mut self.imported.counts;
        match kind {
            Kind::Dataset => {
                counts.datasets += 1;
                counts.resources += values.get("resources").and_then(|list| list.as_array()).map_or(0, Vec::len);
            }
            Kind::Organization => counts.organizations += 1,
            _ => {}
        }
    }
}

/// The UUID of a thing: that of its IRI, else that of its `dct:identifier`, else one derived from
/// its identifier, its IRI, or its name when it has neither.
fn uuid(graph: &Graph, catalog: Uuid, kind: Kind, thing: &str) -> Uuid {
    let identifier = graph.peek(thing, "dct:identifier").map(graph::Term::as_str).next();
    let own = uuid_of(thing).or_else(|| uuid_of(identifier?));
    let name = || ["dct:title", "foaf:name"].iter().find_map(|name| graph.peek(thing, name).next());
    let iri = || if graph::is_blank(thing) { name().map_or("", graph::Term::as_str) } else { thing };
    own.unwrap_or_else(|| identity::thing(catalog, kind, identifier.unwrap_or_else(iri)))
}

/// The UUID at the end of an IRI.
fn uuid_of(iri: &str) -> Option<Uuid> {
    let at = iri.len().checked_sub(36).filter(|at| iri.is_char_boundary(*at))?;
    let is_apart = at == 0 || iri[..at].ends_with(['/', '#', ':', '-', '=']);
    Uuid::parse_str(&iri[at..]).ok().filter(|_| is_apart)
}

/// The number of a part that is counted: `#creator-2`.
fn number_of(iri: &str) -> Option<usize> {
    let (_, part) = iri.rsplit_once('#')?;
    part.rsplit_once('-')?.1.parse().ok()
}

/// Slugs for things of one kind: that of the page they have, else one made of their name.
fn slugs<'a>(graph: &Graph, things: Vec<&'a str>, pages: &[&str], folders: &[&str]) -> BTreeMap<&'a str, Slug> {
    let mut names = Names::default();
    let of_page = |thing: &str| {
        let addresses = pages.iter().flat_map(|page| graph.peek(thing, page)).filter_map(graph::Term::iri);
        let mut addresses = addresses;
        addresses.find_map(|address| slug_of(address, folders))
    };
    let mut slugs = BTreeMap::new();
    for thing in things {
        let named = ["dct:title", "foaf:name", "vcard:fn"].iter().find_map(|name| graph.peek(thing, name).next());
        let name = of_page(thing).unwrap_or_else(|| named.map_or(thing, graph::Term::as_str).to_owned());
        slugs.insert(thing, names.slug(&name));
    }
    slugs
}

/// The slug in the address of a page: what follows `/datasets/`.
fn slug_of(address: &str, folders: &[&str]) -> Option<String> {
    let mut parts = address.split(['/', '#', '?']);
    parts.find(|part| folders.contains(part))?;
    let slug = parts.next()?;
    Slug::new(slug).map(|slug| slug.to_string())
}
