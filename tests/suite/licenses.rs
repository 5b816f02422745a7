//! Measures the recognition on the corpora that ETAL_CORPORA names: the share recognised, and every
//! text that is not, go to the test's output. Prints "not run" without it.

#![allow(clippy::print_stdout, reason = "the measure is what it is run for")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use etal::vocab::License;
use serde_json::Value;

/// Texts of one corpus with the number of times each occurs.
type Texts = BTreeMap<String, usize>;

/// Folder, file extension and reader of a corpus, and the least share of its texts to recognise:
/// the rest was read one by one and names no licence of the table, or several.
const CORPORA: [(&str, &str, Reader, f64); 7] = [
    ("jkan-opendataphilly/_datasets", "md", front_matter, 0.25),
    ("aws-registry/datasets", "yaml", aws, 0.60),
    ("data-json", "json", json, 1.0),
    ("data-json-gsa", "json", json, 0.90),
    ("pydatajson", "json", json, 1.0),
    ("frictionless", "json", json, 0.90),
    ("ckan", "json", json, 1.0),
];

type Reader = fn(&str, &mut Texts);

#[test]
fn licenses_of_the_corpora_are_recognised() {
    let Ok(corpora) = std::env::var("ETAL_CORPORA") else {
        println!("not run: ETAL_CORPORA is not set");
        return;
    };
    for (folder, extension, read, least) in CORPORA {
        let mut texts = Texts::new();
        for path in files(&Path::new(&corpora).join(folder), extension) {
            let bytes = std::fs::read(&path).unwrap();
            read(&String::from_utf8_lossy(&bytes), &mut texts);
        }
        let share = report(folder, &texts);
        assert!(share >= least, "{folder}: {share} of the texts, expected {least}");
    }
}

/// Prints what was found and returns its share.
fn report(folder: &str, texts: &Texts) -> f64 {
    let known = |text: &str| License::find(text).is_some();
    let total: usize = texts.values().sum();
    let found: usize = texts.iter().filter(|(text, _)| known(text)).map(|(_, count)| count).sum();
    let spellings = texts.keys().filter(|text| known(text)).count();
    println!("{folder}: {found} of {total} texts, {spellings} of {} spellings", texts.len());
    for (text, count) in texts {
        match License::find(text) {
            Some(found) => println!("  + {count} {} {:?} {text:.100?}", found.license.id, found.by),
            None => println!("  - {count} {text:.300?}"),
        }
    }
    if total == 0 { 1.0 } else { found as f64 / total as f64 }
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = walkdir::WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .map(|entry| entry.unwrap().into_path())
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .collect();
    files.sort();
    files
}

/// The `license:` line of a JKAN descriptor.
fn front_matter(text: &str, texts: &mut Texts) {
    for line in text.lines() {
        if let Some(value) = line.strip_prefix("license:") {
            let value = value.trim().trim_matches(['"', '\'']);
            if !["", "null"].contains(&value) {
                *texts.entry(value.to_owned()).or_default() += 1;
            }
        }
    }
}

/// The `License` of an entry of the AWS registry.
fn aws(text: &str, texts: &mut Texts) {
    let text = text.trim_start_matches('\u{feff}');
    let entry: Value = serde_yaml::from_str(text).unwrap();
    if let Some(license) = entry.get("License").and_then(Value::as_str) {
        *texts.entry(license.to_owned()).or_default() += 1;
    }
}

/// The licences of data.json, CKAN and Frictionless, at any depth; schemas are left out.
fn json(text: &str, texts: &mut Texts) {
    if let Ok(value) = serde_json::from_str(text.trim_start_matches('\u{feff}')) {
        collect(&value, texts);
    }
}

fn collect(value: &Value, texts: &mut Texts) {
    let mut add = |value: &Value| {
        if let Some(text) = value.as_str().filter(|text| !text.is_empty()) {
            *texts.entry(text.to_owned()).or_default() += 1;
        }
    };
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                match key.as_str() {
                    "license" | "license_id" | "license_title" | "license_url" => add(value),
                    "licenses" => {
                        let objects = value.as_array().into_iter().flatten();
                        for license in objects.filter_map(Value::as_object) {
                            license.values().for_each(&mut add);
                        }
                    }
                    _ => {}
                }
            }
            map.values().for_each(|value| collect(value, texts));
        }
        Value::Array(items) => items.iter().for_each(|value| collect(value, texts)),
        _ => {}
    }
}
