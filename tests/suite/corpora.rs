//! Real descriptors of others, read as ours: keys renamed where theirs are other, nothing else
//! touched. They are found through ETAL_CORPORA and never copied.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use etal::import::Source;
use etal::reference::CorpusCounts;
use serde_json::{Map, Value, json};

use crate::catalog::{SITE, site_of};

/// The folder of corpora, when there is one.
pub(crate) fn folder() -> Option<PathBuf> {
    let folder = std::env::var_os("ETAL_CORPORA").map(PathBuf::from);
    if folder.is_none() {
        eprintln!("not run: ETAL_CORPORA is not set");
    }
    folder
}

/// All catalogues of a folder of corpora, by name, as files in memory.
pub(crate) fn catalogues(folder: &Path) -> BTreeMap<String, BTreeMap<String, Vec<u8>>> {
    let json = |folders: &[&str], records: fn(&Value) -> Vec<Value>| {
        let mut datasets = Vec::new();
        for path in folders.iter().flat_map(|name| files(&folder.join(name), "json")) {
            let value = fs::read(&path).ok().and_then(|bytes| serde_json::from_slice::<Value>(&bytes).ok());
            datasets.extend(value.iter().flat_map(records));
        }
        described(datasets)
    };
    BTreeMap::from([
        (String::from("aws-registry"), aws(&folder.join("aws-registry/datasets"))),
        (String::from("ckan"), json(&["ckan"], ckan)),
        (String::from("data-json"), json(&["data-json", "data-json-gsa", "pydatajson"], data_json)),
        (String::from("frictionless"), json(&["frictionless"], frictionless)),
        (String::from("jkan-opendataphilly"), jkan(&folder.join("jkan-opendataphilly"))),
    ])
}

/// How often each rule is broken in each corpus.
pub(crate) fn counts(folder: &Path) -> BTreeMap<String, CorpusCounts> {
    catalogues(folder).into_iter().map(|(name, files)| (name, count(&files))).collect()
}

fn count(files: &BTreeMap<String, Vec<u8>>) -> CorpusCounts {
    let site = site_of(files);
    let mut counts = CorpusCounts { datasets: site.catalog.datasets.len(), ..CorpusCounts::default() };
    for finding in site.findings.all() {
        *counts.findings.entry(finding.rule.name.to_owned()).or_default() += 1;
    }
    counts
}

/// Files of a kind below a folder, sorted.
pub(crate) fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn jkan(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let paths = files(folder, "md").into_iter().chain(files(folder, "yml"));
    let below = |path: &Path| path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
    let files = paths.map(|path| (below(&path), fs::read(&path).unwrap())).collect();
    let source = Source { name: String::from("jkan-opendataphilly"), files, ..Source::default() };
    etal::import::jkan::convert(&source).files
}

fn aws(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let names = [
        ("Name:", "title:"),
        ("Description:", "description:"),
        ("License:", "license:"),
        ("UpdateFrequency:", "frequency:"),
        ("Tags:", "tags:"),
        ("Resources:", "resources:"),
        ("Contact:", "contact_points:"),
        ("Documentation:", "links:"),
        ("  - Description:", "  - title:"),
        ("    Description:", "    title:"),
        ("    ARN:", "    url:"),
        ("    Type:", "    format:"),
    ];
    let mut out = site();
    for path in files(folder, "yaml") {
        let text = fs::read_to_string(&path).unwrap();
        let renamed: String = text
            .split_inclusive('\n')
            .map(|line| {
                let (mark, rest) = line.strip_prefix('\u{feff}').map_or(("", line), |rest| ("\u{feff}", rest));
                let name = names.iter().find_map(|(theirs, ours)| Some((ours, rest.strip_prefix(theirs)?)));
                name.map_or_else(|| line.to_owned(), |(ours, value)| format!("{mark}{ours}{value}"))
            })
            .collect();
        let name = path.file_name().unwrap().to_str().unwrap();
        out.insert(format!("content/datasets/{name}"), renamed.into_bytes());
    }
    out
}

fn site() -> BTreeMap<String, Vec<u8>> {
    BTreeMap::from([(String::from("site.toml"), SITE.into())])
}

/// Records as descriptors; JSON is YAML.
fn described(datasets: Vec<Value>) -> BTreeMap<String, Vec<u8>> {
    let mut out = site();
    for (number, dataset) in datasets.iter().enumerate() {
        out.insert(format!("content/datasets/d-{number}.yaml"), serde_json::to_vec_pretty(dataset).unwrap());
    }
    out
}

fn data_json(catalogue: &Value) -> Vec<Value> {
    let datasets = catalogue["dataset"].as_array().cloned().unwrap_or_default();
    let resource = |theirs: &Value| {
        let url = if theirs["downloadURL"].is_null() { &theirs["accessURL"] } else { &theirs["downloadURL"] };
        let names = [("title", "title"), ("description", "description"), ("format", "format"), ("mediaType", "mime")];
        with(renamed(theirs, &names), "url", url)
    };
    let names = [
        ("title", "title"),
        ("description", "description"),
        ("keyword", "tags"),
        ("license", "license"),
        ("modified", "modified"),
        ("issued", "created"),
        ("accrualPeriodicity", "frequency"),
        ("temporal", "temporal_coverage"),
        ("language", "language"),
    ];
    datasets.iter().map(|theirs| with_resources(renamed(theirs, &names), &theirs["distribution"], resource)).collect()
}

fn ckan(answer: &Value) -> Vec<Value> {
    let result = &answer["result"];
    let packages = result["results"].as_array().cloned().unwrap_or_else(|| vec![result.clone()]);
    let resource = |theirs: &Value| {
        let names = [
            ("name", "title"),
            ("description", "description"),
            ("url", "url"),
            ("format", "format"),
            ("mimetype", "mime"),
            ("size", "size"),
            ("created", "created"),
        ];
        renamed(theirs, &names)
    };
    let names = [
        ("title", "title"),
        ("notes", "description"),
        ("license_id", "license"),
        ("private", "private"),
        ("metadata_created", "metadata_created"),
        ("metadata_modified", "metadata_modified"),
    ];
    let tags = |theirs: &Value| {
        theirs["tags"].as_array().map_or(Value::Null, |tags| tags.iter().map(|tag| tag["name"].clone()).collect())
    };
    packages
        .iter()
        .filter(|theirs| theirs.is_object())
        .map(|theirs| {
            with_resources(with(renamed(theirs, &names), "tags", &tags(theirs)), &theirs["resources"], resource)
        })
        .collect()
}

fn frictionless(package: &Value) -> Vec<Value> {
    if !package["resources"].is_array() {
        return Vec::new();
    }
    let resource = |theirs: &Value| {
        let names = [
            ("title", "title"),
            ("name", "title"),
            ("description", "description"),
            ("format", "format"),
            ("mediatype", "mime"),
            ("bytes", "size"),
            ("hash", "checksum"),
        ];
        let place = if theirs["path"].as_str().is_some_and(|path| path.contains("://")) { "url" } else { "path" };
        with(renamed(theirs, &names), place, &theirs["path"])
    };
    let names = [
        ("name", "title"),
        ("title", "title"),
        ("description", "description"),
        ("keywords", "tags"),
        ("version", "version"),
        ("created", "created"),
    ];
    let license = &package["licenses"][0]["name"];
    vec![with_resources(with(renamed(package, &names), "license", license), &package["resources"], resource)]
}

fn renamed(theirs: &Value, names: &[(&str, &str)]) -> Map<String, Value> {
    let found = names.iter().filter(|(name, _)| !theirs[*name].is_null());
    found.map(|(name, ours)| ((*ours).to_owned(), theirs[*name].clone())).collect()
}

fn with(mut record: Map<String, Value>, key: &str, value: &Value) -> Map<String, Value> {
    if !value.is_null() {
        record.insert(key.to_owned(), value.clone());
    }
    record
}

fn with_resources(
    record: Map<String, Value>,
    theirs: &Value,
    resource: impl Fn(&Value) -> Map<String, Value>,
) -> Value {
    let resources =
        theirs.as_array().map(|list| list.iter().map(|one| Value::Object(resource(one))).collect::<Vec<_>>());
    Value::Object(with(record, "resources", &resources.map_or(Value::Null, |list| json!(list))))
}
