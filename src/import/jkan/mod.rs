//! JKAN: a Jekyll site with one Markdown file a dataset, organisation and category.
//!
//! Datasets become `content/datasets/<slug>.md`, categories topics (and EU themes where that is
//! certain), licence pages free pages. Every value is placed, or kept under `extras` and reported.

mod contact;
mod dataset;
mod license;
mod others;
mod reading;
mod record;
mod registers;
mod resource;
mod site;

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::category::category_key;
use super::{Imported, Importer, Source, Unplaced, identity};
use crate::descriptor;
use crate::model::{Extras, Form, Kind};
use crate::slug::Slug;
use crate::vocab::Label;
use record::Record;
use registers::{Names, organization_key};

/// The importer of JKAN sites.
pub static IMPORTER: Importer = Importer {
    name: "jkan",
    wants,
    of_file: false,
    max_size: u64::MAX,
    hint: Label::new("name the folder that has `_datasets` in it", "nommer le dossier qui contient `_datasets`"),
    convert,
};

/// What is read: the collections, the settings and the list of licences.
fn wants(path: &str) -> bool {
    let collections = ["_datasets/", "_organizations/", "_dataset_categories/", "_licenses/"];
    let is_record = path.ends_with(".md") || path.ends_with(".markdown");
    let of_collection = is_record && collections.iter().any(|folder| path.starts_with(folder));
    of_collection || path == "_config.yml" || path == LICENSES
}

const LICENSES: &str = "_data/licenses.yml";

/// Facts about the site that every dataset may need.
struct Found {
    /// Public address, without a final slash.
    address: Option<String>,
    /// Path below the host, without a final slash.
    base: String,
    /// Paths of files that are no part of the description.
    paths: BTreeSet<String>,
    /// Addresses of licences by folded name.
    license_urls: BTreeMap<String, String>,
}

impl Found {
    /// The file of the source that an address below the site names: its path and a name for it.
    fn hosted(&self, url: &str) -> Option<(String, String)> {
        let below = match &self.address {
            Some(address) => url.strip_prefix(address.as_str()).unwrap_or(url),
            None => url,
        };
        let below = below.strip_prefix(self.base.as_str()).unwrap_or(below);
        let path = below.trim_start_matches('/');
        let is_file = self.paths.contains(path) && !path.starts_with('_') && !path.split('/').any(|name| name == "..");
        let name = path.rsplit('/').next().unwrap_or(path);
        is_file.then(|| (path.to_owned(), name.to_owned()))
    }
}

/// Converts a JKAN site.
pub fn convert(source: &Source) -> Imported {
    let settings = site::settings(source);
    let id = identity::catalog("jkan", settings.address.as_deref().unwrap_or(&source.name));
    let licenses = source.files.get(LICENSES).and_then(|bytes| std::str::from_utf8(bytes).ok());
    let found = Found {
        address: settings.address.clone(),
        base: settings.base.clone(),
        paths: source.others.clone(),
        license_urls: licenses.map(registers::license_urls).unwrap_or_default(),
    };
    let mut import = Import { source, found, id, imported: Imported { id, ..Imported::default() } };
    import.put("site.toml", site::site_toml(&settings, source, id).into_bytes());
    import.put(".gitignore", b"/public/\n/.etal/\n".to_vec());
    import.imported.unplaced.extend(settings.unplaced);
    let organizations = import.organizations();
    import.datasets(organizations);
    import.pages();
    import.imported.unplaced.sort();
    import.imported
}

struct Import<'a> {
    source: &'a Source,
    found: Found,
    id: Uuid,
    imported: Imported,
}

impl Import<'_> {
    fn put(&mut self, path: &str, bytes: Vec<u8>) {
        self.imported.files.insert(path.to_owned(), bytes);
    }

    fn describe(&mut self, kind: Kind, form: Form, slug: &Slug, values: &Extras) {
        let text = descriptor::write(kind, form, values);
        self.put(&descriptor::path(kind, form, slug.as_str()), text.into_bytes());
        let counts = &mut self.imported.counts;
        match kind {
            Kind::Dataset => counts.datasets += 1,
            Kind::Organization => counts.organizations += 1,
            Kind::Topic => counts.topics += 1,
            _ => counts.pages += 1,
        }
    }

    fn report(&mut self, unplaced: Vec<Unplaced>) {
        self.imported.unplaced.extend(unplaced);
    }

    fn organizations(&mut self) -> Names {
        let records = records(self.source, "_organizations/");
        let (names, slugs) = registers::names(&records, &["title", "name"], organization_key);
        for (record, slug) in records.iter().zip(&slugs) {
            let thing = others::organization(record, self.id, &self.found);
            if let Some(logo) = &thing.logo {
                self.imported.copies.insert(format!("content/static/{logo}"), logo.clone());
            }
            self.describe(Kind::Organization, Form::Markdown, slug, &thing.values);
            self.report(thing.unplaced);
        }
        names
    }

    fn datasets(&mut self, mut organizations: Names) {
        let categories = records(self.source, "_dataset_categories/");
        let (mut topics, topic_slugs) = registers::names(&categories, &["name", "title"], category_key);
        let records = records(self.source, "_datasets/");
        let named = if topics.is_empty() { named_categories(&records, &mut topics) } else { Vec::new() };
        let mut members: BTreeMap<Slug, Vec<Slug>> = BTreeMap::new();
        let mut slugs = Names::default();
        for record in &records {
            let slug = slugs.slug(&record.stem);
            let (id, found) = (self.id, &self.found);
            let site = dataset::Site { found, id, organizations: &organizations, topics: &topics };
            let dataset = dataset::convert(record, slug, &site);
            for topic in &dataset.topics {
                members.entry(topic.clone()).or_default().push(dataset.slug.clone());
            }
            self.dataset(dataset, &mut organizations);
        }
        for (record, slug) in categories.iter().zip(&topic_slugs) {
            let thing = others::topic(record, self.id, members.get(slug).map_or(&[], Vec::as_slice));
            self.describe(Kind::Topic, Form::File, slug, &thing.values);
            self.report(thing.unplaced);
        }
        for record in &named {
            let slug = Slug::from_text(&record.stem);
            let thing = others::topic(record, self.id, members.get(&slug).map_or(&[], Vec::as_slice));
            self.describe(Kind::Topic, Form::File, &slug, &thing.values);
        }
    }

    fn dataset(&mut self, mut dataset: dataset::Dataset, organizations: &mut Names) {
        if let Some(name) = dataset.new_organization.take() {
            let slug = organizations.slug(&name);
            organizations.name(organization_key(&name), &slug);
            dataset::set(&mut dataset.values, "organization", slug.as_str());
            let values = others::named_organization(&name, self.id);
            self.describe(Kind::Organization, Form::Markdown, &slug, &values);
        }
        for (from, below) in &dataset.hosted {
            self.imported.copies.insert(format!("content/datasets/{}/{below}", dataset.slug), from.clone());
        }
        let resources = dataset.values.get("resources").and_then(|list| list.as_array());
        self.imported.counts.resources += resources.map_or(0, Vec::len);
        self.describe(Kind::Dataset, Form::Markdown, &dataset.slug, &dataset.values);
        self.report(dataset.unplaced);
    }

    fn pages(&mut self) {
        let mut slugs = Names::default();
        for record in records(self.source, "_licenses/") {
            let slug = slugs.slug(&format!("license-{}", record.stem));
            let thing = others::license_page(&record);
            self.describe(Kind::Page, Form::Markdown, &slug, &thing.values);
            self.report(thing.unplaced);
        }
    }
}

/// The records of a collection, sorted by path.
fn records(source: &Source, folder: &str) -> Vec<Record> {
    let files = source.files.iter().filter_map(|(path, bytes)| {
        let below = path.strip_prefix(folder)?;
        let stem = below.strip_suffix(".md").or_else(|| below.strip_suffix(".markdown"))?;
        Some(Record::read(path, stem, bytes))
    });
    files.collect()
}

/// Categories of a site that describes none: every name its datasets use, as a record of its own.
fn named_categories(records: &[Record], topics: &mut Names) -> Vec<Record> {
    let mut by_key: BTreeMap<String, String> = BTreeMap::new();
    for record in records {
        let Some(node) = record.root.as_ref().and_then(|root| root.get("category")) else { continue };
        for item in node.items().iter().chain([node]) {
            if let Some(name) = item.scalar().map(str::trim).filter(|name| !name.is_empty()) {
                by_key.entry(category_key(name)).or_insert_with(|| name.to_owned());
            }
        }
    }
    let mut made = Vec::new();
    for (key, name) in by_key {
        let slug = topics.slug(&name);
        topics.name(key, &slug);
        let mut title = Extras::new();
        dataset::set(&mut title, "name", name);
        let text = format!("---\n{}---\n", descriptor::yaml(&title));
        made.push(Record::read("_dataset_categories", slug.as_str(), text.as_bytes()));
    }
    made
}
