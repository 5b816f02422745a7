//! A resource, in data.gouv.fr's shape with what its own API lacks.

use std::borrow::Cow;

use super::codes::{FileType, LanguageCode, LicenseId, ResourceType};
use super::origin::Harvest;
use super::parts::{LicenseDetail, Schema, Unrecognized, license_id, note};
use super::shape::object;
use super::values::{Address, Day, Free, Id, present};
use super::view::{View, line, other_languages, said};
use crate::model::{self, Dataset, Location};
use crate::vocab;

object! {
    /// A file, a link or a document of a dataset.
    Resource<'a> {
        /// Its UUID.
        id: Id,
        /// Its title; the name of its file when the descriptor has none.
        title: Option<Cow<'a, str>>,
        /// What it holds, Markdown.
        description: Option<Cow<'a, str>>,
        /// Whether its file is on this site or elsewhere; null when it is nowhere.
        filetype: Option<FileType>,
        /// What it is for; main when the descriptor does not say.
        r#type: ResourceType,
        /// Its format: an identifier such as csv, or the words of the descriptor in lower case.
        format: Option<Cow<'a, str>>,
        /// Where it is; null when it is nowhere or not published.
        url: Option<Address>,
        /// The path of a hosted file below the folder of its dataset.
        path: Option<Cow<'a, str>>,
        /// Its checksum: that of the hosted file, else the declared one.
        checksum: Option<Checksum<'a>>,
        /// Its size in bytes.
        filesize: Option<u64>,
        /// Its media type.
        mime: Option<Cow<'a, str>>,
        /// When the data came.
        created_at: Option<Day>,
        /// When the data last changed.
        last_modified: Option<Day>,
        /// Its licence where it is not that of the dataset.
        license: Option<LicenseId>,
        /// That licence in full.
        license_detail: Option<LicenseDetail<'a>>,
        /// The structure that it promises.
        schema: Option<Schema<'a>>,
        /// Its languages.
        languages: Vec<LanguageCode>,
        /// What a look into a hosted table found.
        table: Option<Table<'a>>,
        /// Where it was harvested.
        harvest: Option<Harvest<'a>>,
        /// Free values, and keys that etal does not know.
        extras: Free<'a>,
        /// Title and description in other languages than the first of the site.
        translations: Vec<ResourceTranslation<'a>>,
        /// Codes that their vocabulary does not have.
        unrecognized: Vec<Unrecognized<'a>>,
    }
}

object! {
    /// A checksum.
    Checksum<'a> {
        /// Its algorithm: sha256, sha1, md5.
        r#type: Cow<'a, str>,
        /// Its hexadecimal digits.
        value: Cow<'a, str>,
    }
}

object! {
    /// The shape of a hosted CSV or TSV file.
    Table<'a> {
        /// What stands between two cells.
        delimiter: char,
        /// Its character encoding, as WHATWG names it.
        encoding: &'static str,
        /// Its columns in their order.
        columns: Vec<Column<'a>>,
        /// Rows below the header that were looked at.
        rows_read: u64,
        /// Whether that is all of them.
        complete: bool,
    }
}

object! {
    /// A column of a hosted table.
    Column<'a> {
        /// Its name in the header.
        name: Cow<'a, str>,
        /// What its values are, as Table Schema names it.
        r#type: &'static str,
    }
}

object! {
    /// A resource in another language than the first of the site.
    ResourceTranslation<'a> {
        /// The language, a BCP 47 tag.
        language: &'a str,
        /// The title.
        title: Option<Cow<'a, str>>,
        /// The description, Markdown.
        description: Option<Cow<'a, str>>,
    }
}

impl<'a> Resource<'a> {
    pub(super) fn new(view: &View<'_, 'a>, dataset: &'a Dataset, resource: &'a model::Resource) -> Self {
        let file = resource.hosted(&dataset.files);
        Self {
            id: Id(resource.identity.uuid),
            title: view.words(&resource.title).or_else(|| line(resource.path().map(file_name))),
            description: view.markdown(&resource.description),
            filetype: filetype(resource),
            r#type: ResourceType(resource.type_id()),
            format: format(dataset, resource),
            url: view.location(dataset, resource),
            path: line(resource.path()),
            checksum: checksum(file, resource),
            filesize: file.map(|file| file.size).or(resource.size),
            mime: line(resource.media_type_among(&dataset.files)),
            created_at: resource.created.map(Day),
            last_modified: resource.modified.map(Day),
            license: license_id(resource.license.as_ref()),
            license_detail: resource.license.as_ref().map(|license| LicenseDetail::new(view, license)),
            schema: resource.schema.as_ref().map(|schema| Schema::new(view, schema)),
            languages: languages(&resource.languages),
            table: file.and_then(|file| file.table.as_ref()).map(Table::new),
            harvest: resource.harvest.as_deref().map(|harvest| Harvest::new(view, harvest)),
            extras: Free::of(&resource.extras),
            translations: translations(view, resource),
            unrecognized: unrecognized(resource),
        }
    }
}

impl<'a> Table<'a> {
    fn new(table: &'a model::Table) -> Self {
        let column = |column: &'a model::Column| Column { name: name(&column.name), r#type: column.kind.name() };
        Self {
            delimiter: table.delimiter,
            encoding: table.encoding,
            columns: table.columns.iter().map(column).collect(),
            rows_read: table.rows_read,
            complete: table.complete,
        }
    }
}

fn name(text: &str) -> Cow<'_, str> {
    line(Some(text)).unwrap_or_default()
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn filetype(resource: &model::Resource) -> Option<FileType> {
    match resource.location {
        Location::Hosted(_) => Some(FileType("file")),
        Location::Remote(_) => Some(FileType("remote")),
        Location::Absent => None,
    }
}

fn format<'a>(dataset: &'a Dataset, resource: &'a model::Resource) -> Option<Cow<'a, str>> {
    let known = resource.format_among(&dataset.files).map(|format| Cow::Borrowed(format.id));
    let written = || line(resource.format.as_ref().map(|format| format.raw.as_str()));
    known.or_else(|| Some(Cow::Owned(written()?.to_lowercase())))
}

fn checksum<'a>(file: Option<&'a model::HostedFile>, resource: &'a model::Resource) -> Option<Checksum<'a>> {
    if let Some(file) = file {
        return Some(Checksum { r#type: Cow::Borrowed("sha256"), value: Cow::Borrowed(&file.sha256) });
    }
    let declared = resource.checksum.as_ref()?;
    Some(Checksum { r#type: line(Some(&declared.kind))?, value: line(Some(&declared.value))? })
}

/// The languages whose code is known.
pub(super) fn languages(languages: &[model::Coded<vocab::Language>]) -> Vec<LanguageCode> {
    languages.iter().filter_map(|language| Some(LanguageCode(language.known?.code))).collect()
}

fn translations<'a>(view: &View<'_, 'a>, resource: &'a model::Resource) -> Vec<ResourceTranslation<'a>> {
    let languages = other_languages(view.context.language(), &[&resource.title, &resource.description]);
    let translation = |language| ResourceTranslation {
        language,
        title: line(said(&resource.title, language)),
        description: present(said(&resource.description, language)),
    };
    languages.into_iter().map(translation).collect()
}

fn unrecognized(resource: &model::Resource) -> Vec<Unrecognized<'_>> {
    let mut notes = Vec::new();
    note(&mut notes, "type", &resource.kind);
    note(&mut notes, "format", &resource.format);
    note(&mut notes, "language", &resource.languages);
    notes
}
