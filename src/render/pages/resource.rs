//! The files of a dataset.

use super::super::context::{Page, clean, one_language, own_language};
use super::super::views::{ActionView, ColumnView, ColumnsView, PropertyView, ResourceGroupView, ResourceView};
use super::facts::schema_property;
use crate::markdown::MarkdownOptions;
use crate::model::{ColumnType, Dataset, HostedFile, Location, Resource, Table};
use crate::site::{hosted_path, is_published};
use crate::text::url::{external, host};
use crate::vocab;

/// Columns named on the page.
const COLUMNS: usize = 50;

/// The files by type, in the order of the types.
pub(super) fn groups(page: &Page<'_>, dataset: &Dataset) -> Vec<ResourceGroupView> {
    let types = vocab::resource_type::RESOURCE_TYPES.terms.iter().map(|term| term.id);
    let mut open = true;
    types
        .filter_map(|kind| {
            let of_kind = dataset.resources.iter().filter(|resource| resource.type_id() == kind);
            let mut resources: Vec<ResourceView> = of_kind.map(|resource| view(page, dataset, resource)).collect();
            let first = resources.first_mut()?;
            // The first file stands open: what a file shows can be seen without looking for it.
            first.open = std::mem::take(&mut open);
            let label = page.messages.text(&format!("resource.{kind}")).to_owned();
            let n = page.messages.number(resources.len() as u64);
            let title = page.messages.fill("dataset.files_of_type", &[("type", &label), ("n", &n)]);
            Some(ResourceGroupView { title, resources })
        })
        .collect()
}

/// How many files are here and how many elsewhere.
pub(super) fn summary(page: &Page<'_>, dataset: &Dataset) -> String {
    let hosted = dataset.resources.iter().filter(|resource| resource.path().is_some()).count() as u64;
    let remote = dataset.resources.iter().filter(|resource| resource.url().is_some()).count() as u64;
    let parts = [("count.hosted", hosted), ("count.external", remote)];
    let said: Vec<String> =
        parts.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| page.messages.count(key, n)).collect();
    if dataset.resources.is_empty() {
        page.messages.text("dataset.no_files").to_owned()
    } else {
        said.join(page.messages.text("format.list"))
    }
}

/// The address of a file below the dataset's folder, if it is published.
pub(super) fn resolve(page: &Page<'_>, dataset: &Dataset, path: &str) -> Option<String> {
    let path = path.trim_start_matches("./");
    let file = dataset.files.iter().find(|file| file.path == path)?;
    hosted_href(page, dataset, file)
}

fn hosted_href(page: &Page<'_>, dataset: &Dataset, file: &HostedFile) -> Option<String> {
    let published = dataset.retired.is_none() && is_published(page.site, dataset, file);
    published.then(|| page.near_file(&hosted_path(dataset.slug(), &file.path)))
}

/// Download or visit.
pub(super) fn action(page: &Page<'_>, dataset: &Dataset, resource: &Resource) -> Option<ActionView> {
    let text = |key: &str| page.messages.text(key).to_owned();
    match &resource.location {
        Location::Hosted(_) => {
            let file = resource.hosted(&dataset.files)?;
            let href = hosted_href(page, dataset, file)?;
            Some(ActionView { href, label: text("action.download"), icon: "down", main: true, download: true })
        }
        Location::Remote(url) => {
            Some(ActionView { href: external(url)?, label: text("action.open"), icon: "out", ..ActionView::default() })
        }
        Location::Absent => None,
    }
}

fn view(page: &Page<'_>, dataset: &Dataset, resource: &Resource) -> ResourceView {
    let own = one_language(&resource.languages).or_else(|| own_language(dataset));
    let file = resource.hosted(&dataset.files);
    let title = page.said(&resource.title, own);
    let fallback = || file_name(resource).unwrap_or_else(|| page.messages.text("resource.untitled").to_owned());
    let words = if title.words.is_empty() { fallback() } else { title.words };
    let action = action(page, dataset, resource);
    let (state, state_icon, state_key) = match &resource.location {
        Location::Hosted(_) if action.is_some() => ("ok", "check", "resource.available"),
        Location::Hosted(_) if file.is_some() => ("fail", "lock", "resource.not_published"),
        Location::Hosted(_) | Location::Absent => ("fail", "cross", "resource.missing"),
        Location::Remote(_) => ("unknown", "ask", "resource.never_checked"),
    };
    let resolve = |path: &str| resolve(page, dataset, path);
    let options = MarkdownOptions { heading_level: 4, table_label: &words, resolve: &resolve };
    ResourceView {
        anchor: format!("resource-{}", resource.identity.uuid),
        lang: title.lang,
        format: format_label(page, resource, file),
        line: line(page, resource, file),
        open: false,
        state,
        state_icon,
        state_label: page.messages.text(state_key).to_owned(),
        action,
        description: page.markup(&resource.description, own, &options),
        columns: file.and_then(|file| columns(page, file.table.as_ref()?)),
        properties: properties(page, resource, file),
        title: words,
    }
}

/// The last name of a path or an address.
fn file_name(resource: &Resource) -> Option<String> {
    let address = resource.path().or(resource.url())?;
    let name = address.split(['?', '#']).next()?.trim_end_matches('/').rsplit('/').next()?;
    (!name.is_empty()).then(|| clean(name))
}

fn format_label(page: &Page<'_>, resource: &Resource, file: Option<&HostedFile>) -> Option<String> {
    let known = resource.known_format().or_else(|| file?.format);
    let raw = || resource.format.as_ref().map(|format| clean(&format.raw)).filter(|raw| !raw.is_empty());
    known.map(|format| format.label.get(page.code).to_owned()).or_else(raw)
}

fn line(page: &Page<'_>, resource: &Resource, file: Option<&HostedFile>) -> Vec<String> {
    let mut line = Vec::new();
    line.extend(file.map(|file| file.size).or(resource.size).map(|size| page.messages.size(size)));
    if let Some(table) = file.and_then(|file| file.table.as_ref()) {
        let columns = page.messages.count("count.columns", table.columns.len() as u64);
        let rows = table.complete.then(|| page.messages.count("count.rows", table.rows_read));
        let parts: Vec<String> = rows.into_iter().chain([columns]).collect();
        line.push(parts.join(page.messages.text("format.list")));
    }
    if let Some(url) = resource.url() {
        line.extend(host(url).map(clean));
        line.push(page.messages.text("resource.external").to_owned());
    }
    line.extend(resource.modified.map(|moment| page.date(moment).text));
    line
}

fn columns(page: &Page<'_>, table: &Table) -> Option<ColumnsView> {
    let more = table.columns.len().saturating_sub(COLUMNS);
    let column = |column: &crate::model::Column| ColumnView {
        name: clean(&column.name),
        kind: page.messages.text(type_key(column.kind)).to_owned(),
    };
    (!table.columns.is_empty()).then(|| ColumnsView {
        columns: table.columns.iter().take(COLUMNS).map(column).collect(),
        more: if more > 0 { page.messages.count("resource.more_columns", more as u64) } else { String::new() },
    })
}

fn type_key(kind: ColumnType) -> &'static str {
    match kind {
        ColumnType::Empty => "resource.type_empty",
        ColumnType::Integer => "resource.type_integer",
        ColumnType::Number => "resource.type_number",
        ColumnType::Boolean => "resource.type_boolean",
        ColumnType::Date => "resource.type_date",
        ColumnType::DateTime => "resource.type_datetime",
        ColumnType::Text => "resource.type_text",
    }
}

fn properties(page: &Page<'_>, resource: &Resource, file: Option<&HostedFile>) -> Vec<PropertyView> {
    let mut properties = Vec::new();
    let mut push = |label: String, value: String, href: Option<String>, code: bool| {
        if !value.is_empty() {
            properties.push(PropertyView { label, value, href, code });
        }
    };
    let text = |key: &str| page.messages.text(key).to_owned();
    match &resource.location {
        Location::Hosted(path) => push(text("resource.path"), clean(path), None, true),
        Location::Remote(url) => push(text("resource.url"), clean(url), external(url), true),
        Location::Absent => {}
    }
    let format = resource.known_format().or_else(|| file?.format);
    let mime = resource.mime.as_deref().map(clean).or_else(|| Some(format?.media_type()?.to_owned()));
    push(text("resource.mime"), mime.unwrap_or_default(), None, true);
    if let Some(table) = file.and_then(|file| file.table.as_ref()) {
        let delimiter = if table.delimiter == '\t' { String::from("tab") } else { table.delimiter.to_string() };
        push(text("resource.encoding"), table.encoding.to_owned(), None, true);
        push(text("resource.delimiter"), delimiter, None, true);
    }
    let computed = file.map(|file| (String::from("SHA-256"), file.sha256.clone()));
    let declared = || resource.checksum.as_ref().map(|sum| (clean(&sum.kind).to_uppercase(), clean(&sum.value)));
    if let Some((kind, value)) = computed.or_else(declared) {
        push(page.messages.fill("resource.checksum", &[("type", &kind)]), value, None, true);
    }
    push(text("resource.created"), resource.created.map(|date| page.long_date(date)).unwrap_or_default(), None, false);
    push(
        text("resource.modified"),
        resource.modified.map(|date| page.long_date(date)).unwrap_or_default(),
        None,
        false,
    );
    let license = resource.license.as_ref().map(|license| {
        license.known.map_or_else(|| clean(&license.raw), |known| known.short.get(page.code).to_owned())
    });
    push(text("resource.license"), license.unwrap_or_default(), None, false);
    push(text("resource.id"), resource.identity.uuid.to_string(), None, true);
    properties.extend(resource.schema.as_ref().and_then(|schema| schema_property(page, schema)));
    properties
}
