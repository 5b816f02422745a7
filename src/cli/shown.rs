//! `etal dataset show`: what a dataset says, its files, its score and what is found in it.

use std::fmt::Write as _;

use serde_json::{Value as Json, json};

use super::answer::{FORMAT, shortened};
use super::args::Global;
use super::change::{Format, refused};
use super::exit::Exit;
use super::failure::Failure;
use super::load::load;
use super::select;
use super::shell::Shell;
use crate::edit::{Refusal, Text};
use crate::finding::{self, Finding, Tally};
use crate::inputs::Drafts;
use crate::io::Shape;
use crate::model::{Dataset, DatasetIndex, Form, Kind};
use crate::pipeline;
use crate::site::Site;
use crate::source::KeyPath;
use crate::vocab;

pub(super) fn dataset(slug: &str, format: Format, global: &Global, shell: &Shell) -> Result<Exit, Failure> {
    let root = select::root(None, global)?;
    let now = shell.now(global)?;
    let catalogue = load(&root, Shape::Catalogue, now, shell)?;
    let site = pipeline::site(catalogue.inputs, Drafts::Kept);
    let index = site.catalog.dataset_index(slug).ok_or_else(|| {
        let former = site.catalog.datasets.iter().find(|one| one.redirects.iter().any(|old| old == slug));
        let slugs = site.catalog.datasets.iter().map(Dataset::slug);
        let nearest = former.map(Dataset::slug).or_else(|| vocab::nearest(slug, slugs));
        refused(&Refusal::NoDataset(slug.to_owned(), nearest.map(str::to_owned)), None, shell)
    })?;
    match format {
        Format::Json => shell.print_json(&as_json(&site, index, shell))?,
        Format::Human => shell.print(&human(&site, index, shell))?,
    }
    std::mem::forget(site);
    Ok(Exit::Clean)
}

fn values(site: &Site, dataset: &Dataset) -> Json {
    let file = &site.sources[dataset.header.source.0 as usize];
    Text::new(Kind::Dataset, file).values().unwrap_or_default()
}

fn findings<'a>(site: &'a Site, dataset: &Dataset) -> Vec<&'a Finding> {
    site.findings_of(dataset).iter().filter(|finding| finding.is_shown()).collect()
}

fn as_json(site: &Site, index: DatasetIndex, shell: &Shell) -> Json {
    let dataset = &site.catalog.datasets[index];
    let header = &dataset.header;
    let found = findings(site, dataset);
    let report = finding::json(&found, &site.sources, shell.language(), site.now, None);
    let mut report = serde_json::to_value(report).unwrap_or_default();
    let (profile, score) = (site.profile(), site.score(index));
    let files = dataset.files.iter().map(|file| {
        let named = dataset.resources.iter().any(|one| one.hosted(std::slice::from_ref(file)).is_some());
        let format = file.format.map(|format| format.id);
        json!({ "path": file.path, "size": file.size, "sha256": file.sha256, "format": format, "named": named })
    });
    let resources = dataset.resources.iter().map(|one| {
        json!({ "index": one.index, "id": one.identity.uuid.to_string(), "declared_id": one.identity.declared, "path": one.path(), "url": one.url() })
    });
    json!({
        "format": FORMAT,
        "etal": env!("CARGO_PKG_VERSION"),
        "now": site.now.to_string(),
        "slug": dataset.slug(),
        "id": header.identity.uuid.to_string(),
        "declared_id": header.identity.declared,
        "path": site.sources[header.source.0 as usize].path,
        "form": form(header.form),
        "values": values(site, dataset),
        "resources": resources.collect::<Vec<_>>(),
        "files": files.collect::<Vec<_>>(),
        "score": {
            "profile": profile.id,
            "points": score.points,
            "measurable": score.measurable,
            "maximum": score.maximum,
            "band": score.band(profile).map(|band| band.id),
        },
        "findings": report.get_mut("findings").map(Json::take).unwrap_or_default(),
    })
}

fn form(form: Form) -> &'static str {
    match form {
        Form::Folder => "folder",
        Form::FolderMarkdown => "folder-markdown",
        Form::File => "file",
        Form::Markdown => "markdown",
    }
}

fn human(site: &Site, index: DatasetIndex, shell: &Shell) -> String {
    let dataset = &site.catalog.datasets[index];
    let (profile, score) = (site.profile(), site.score(index));
    let mut rows = vec![
        (String::from("slug"), dataset.slug().to_owned()),
        (String::from("path"), site.sources[dataset.header.source.0 as usize].path.clone()),
    ];
    if !dataset.header.identity.declared {
        let derived = shell.say("derived", "dérivé");
        rows.push((String::from("id"), format!("{} ({derived})", dataset.header.identity.uuid)));
    }
    flatten(&KeyPath::root(), &values(site, dataset), &mut rows);
    let band = score.band(profile).map_or("", |band| band.label.get(shell.language()));
    let label = profile.label.get(shell.language());
    rows.push((String::from("score"), format!("{}/{} {band} ({label})", score.points, score.measurable)));
    let width = rows.iter().map(|(key, _)| key.chars().count()).max().unwrap_or(0).min(40);
    let mut text = String::new();
    for (key, value) in rows {
        let _ = writeln!(text, "{key:width$}  {value}");
    }
    let _ = writeln!(text, "\n{}", Tally::of(&findings(site, dataset)).sentence(shell.language()));
    text
}

/// One row for each single value.
fn flatten(path: &KeyPath, value: &Json, rows: &mut Vec<(String, String)>) {
    match value {
        Json::Object(values) => values.iter().for_each(|(key, value)| flatten(&path.key(key), value, rows)),
        Json::Array(items) if items.iter().any(|item| item.is_object() || item.is_array()) => {
            items.iter().enumerate().for_each(|(at, item)| flatten(&path.index(at), item, rows));
        }
        Json::Array(items) => {
            let items: Vec<String> = items.iter().map(shortened).collect();
            rows.push((path.to_string(), items.join(", ")));
        }
        Json::Null => {}
        other => rows.push((path.to_string(), shortened(other))),
    }
}
