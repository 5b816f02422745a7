//! What machines read: one file for each form, over the same read-only site as the pages. [`EXPORTERS`] lists the forms;
//! [`Exports`] says which files a site has and writes any of them, in whatever order they are asked for.
//!
//! A new form is one file with its [`Exporter`], a line in [`EXPORTERS`] and its name in [`crate::model::EXPORTS`].

mod api;
pub mod citation;
mod ckan;
pub mod context;
mod croissant;
mod data_json;
mod datapackage;
mod dcat;
mod dcat_us;
mod feed;
mod json;
mod json_ld;
mod json_schema;
mod llms;
mod opensearch;
mod rdf;
mod rdf_xml;
mod ro_crate;
mod robots;
pub mod schema_org;
mod sitemap;
mod tables;
mod turtle;

use std::io::{self, Write};

use crate::model::{Dataset, DatasetIndex, EXPORTS};
use crate::site::Site;
use crate::text::xml;
use crate::theme::Theme;
use crate::vocab::Label;

pub use context::{Agent, Context};

/// A form in which machines read the catalogue.
#[derive(Debug)]
pub struct Exporter {
    /// Its name in `site.toml` and on the command line.
    pub id: &'static str,
    /// Its name for people.
    pub title: Label,
    /// Who reads it and what it holds: one or two sentences.
    pub about: Label,
    /// Whether its files mean anything in a site without a public address.
    pub without_address: bool,
    /// The files that a site has in this form.
    pub files: fn(&Context<'_>) -> Vec<Entry>,
    /// Writes one of them.
    pub write: fn(&Context<'_>, &Entry, &mut dyn Write) -> io::Result<()>,
}

/// A file, as its exporter plans it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its path below the site's root, `/` between names.
    pub path: String,
    /// Its media type.
    pub media_type: &'static str,
    /// What it is about: pages link to the files about what they show.
    pub scope: Scope,
    /// Which of several files of a scope it is; the exporter gives it its meaning.
    pub part: usize,
}

impl Entry {
    /// A file of this name in the folder of each dataset that publishes hosted files.
    fn of_hosting(context: &Context<'_>, name: &str, media_type: &'static str) -> Vec<Self> {
        let hosting = context.datasets().filter(|(_, dataset)| context.hosts(dataset));
        let entry = |(index, dataset): (DatasetIndex, &Dataset)| Self {
            path: format!("datasets/{}/{name}", dataset.slug()),
            media_type,
            scope: Scope::Dataset(index),
            part: 0,
        };
        hosting.map(entry).collect()
    }
}

/// What a file is about. Places are those of the catalogue's lists, or of the values of a facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// The whole catalogue.
    Catalog,
    /// Part of a list of the whole catalogue, which its first file leads to.
    Part,
    /// A value of the facet of organisations.
    Organization(usize),
    /// A value of the facet of tags.
    Tag(usize),
    /// A topic.
    Topic(usize),
    /// A reuse.
    Reuse(usize),
    /// A dataset.
    Dataset(usize),
}

/// All forms, in the order in which people read of them.
#[rustfmt::skip]
pub static EXPORTERS: &[&Exporter] = &[
    &turtle::EXPORTER,
    &rdf_xml::EXPORTER,
    &json_ld::EXPORTER,
    &data_json::EXPORTER,
    &dcat_us::EXPORTER,
    &datapackage::EXPORTER,
    &croissant::EXPORTER,
    &ro_crate::EXPORTER,
    &api::EXPORTER,
    &ckan::EXPORTER,
    &tables::EXPORTER,
    &feed::atom::EXPORTER,
    &feed::json::EXPORTER,
    &citation::bibtex::EXPORTER,
    &citation::csl::EXPORTER,
    &sitemap::EXPORTER,
    &robots::EXPORTER,
    &opensearch::EXPORTER,
    &llms::EXPORTER,
    &json_schema::EXPORTER,
];

/// A file that a site has.
#[derive(Clone, Debug)]
pub struct File {
    /// As its exporter planned it.
    pub entry: Entry,
    /// Its form.
    pub exporter: &'static Exporter,
}

/// The machine forms of a site.
pub struct Exports<'a> {
    context: Context<'a>,
    /// By scope, then in the order of [`EXPORTERS`].
    files: Vec<File>,
}

impl<'a> Exports<'a> {
    /// The files that `site.toml` asks for.
    pub fn new(site: &'a Site, theme: &'a Theme) -> Self {
        Self::choosing(site, theme, |exporter| is_on(site, exporter))
    }

    /// The files of the forms that `wanted` chooses.
    pub fn choosing(site: &'a Site, theme: &'a Theme, wanted: impl Fn(&Exporter) -> bool) -> Self {
        let context = Context::new(site, theme);
        let has_address = site.config.base_url.is_some();
        // What somebody put there by hand stays.
        let taken = |path: &str| site.statics.binary_search_by(|file| file.path.as_str().cmp(path)).is_ok();
        let mut files = Vec::new();
        for exporter in EXPORTERS.iter().filter(|one| (has_address || one.without_address) && wanted(one)) {
            let entries = (exporter.files)(&context).into_iter().filter(|entry| !taken(&entry.path));
            files.extend(entries.map(|entry| File { entry, exporter }));
        }
        files.sort_by_key(|file| file.entry.scope);
        Self { context, files }
    }

    /// All files, by scope.
    pub fn files(&self) -> &[File] {
        &self.files
    }

    /// The files about one thing, in the order of [`EXPORTERS`].
    pub fn of(&self, scope: Scope) -> &[File] {
        let start = self.files.partition_point(|file| file.entry.scope < scope);
        let end = self.files.partition_point(|file| file.entry.scope <= scope);
        &self.files[start..end]
    }

    /// Paths in the order of [`Exports::files`].
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|file| file.entry.path.as_str())
    }

    /// What exporters look things up with.
    pub fn context(&self) -> &Context<'a> {
        &self.context
    }

    /// Writes a file by its place in [`Exports::files`].
    ///
    /// # Errors
    /// Only those of `out`.
    pub fn write(&self, place: usize, out: &mut dyn Write) -> io::Result<()> {
        let file = &self.files[place];
        (file.exporter.write)(&self.context, &file.entry, out)
    }
}

/// Whether a site has a form: as `site.toml` says, else by default.
pub fn is_on(site: &Site, exporter: &Exporter) -> bool {
    let default = || EXPORTS.iter().any(|(id, on)| *id == exporter.id && *on);
    site.config.exports.get(exporter.id).copied().unwrap_or_else(default)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_can_be_switched_and_every_switch_has_its_form() {
        let ids: Vec<&str> = EXPORTERS.iter().map(|exporter| exporter.id).collect();
        let switches: Vec<&str> = EXPORTS.iter().map(|(id, _)| *id).collect();
        assert_eq!(ids, switches, "in the same order");
    }
}
