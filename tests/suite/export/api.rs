//! The JSON API against its own OpenAPI document, by a validator that is not ours.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use etal::import::jkan;
use etal::site::Site;
use jsonschema::{Draft, Validator};
use serde_json::{Value, json};

use super::written;
use crate::catalog::{SITE, site, site_of};
use crate::import::{opendataphilly, town};
use crate::samples::{catalogue, demonstration};

/// The dataset in which every field has a value.
pub(super) const ORCHARDS: &str = "3b7c7a52-7a4b-4c59-9a55-0d6a4a1e6c01";

pub(super) type Files = BTreeMap<String, String>;

pub(super) fn api(site: &Site) -> Files {
    written(site, "api")
}

pub(super) fn json(files: &Files, path: &str) -> Value {
    serde_json::from_str(files.get(path).unwrap_or_else(|| panic!("no {path}"))).unwrap()
}

/// The catalogue in which every field has a value.
pub(super) fn complete() -> Site {
    site_of(&catalogue(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/complete")))
}

/// Datasets beyond two pages, and a draft.
pub(super) fn many() -> Site {
    let mut files = BTreeMap::from([(String::from("site.toml"), SITE.as_bytes().to_vec())]);
    for number in 0..250 {
        let path = format!("content/datasets/set-{number:03}.yaml");
        files.insert(path, format!("title: Set {number}\ntags: [tag {number}]\n").into_bytes());
    }
    files.insert(String::from("content/datasets/hidden.yaml"), b"title: Hidden\nprivate: true\n".to_vec());
    site_of(&files)
}

/// A path of the document, as what stands before, in place of, and after its parameter.
fn takes<'a>(pattern: &str, path: &'a str) -> Option<&'a str> {
    let Some((before, rest)) = pattern.split_once('{') else {
        return (pattern == path).then_some("");
    };
    let after = rest.split_once('}').unwrap().1;
    let value = path.strip_prefix(before)?.strip_suffix(after)?;
    (!value.is_empty() && !value.contains('/')).then_some(value)
}

/// A schema of the document by itself.
fn validator(document: &Value, schema: &Value) -> Validator {
    let mut schema = schema.clone();
    schema["components"] = document["components"].clone();
    let options = jsonschema::options().with_draft(Draft::Draft202012).should_validate_formats(true);
    options.build(&schema).unwrap()
}

/// What the document says of each file: the schema, and the values in it that have this schema.
fn described(files: &Files, document: &Value) -> Vec<(String, Value, Vec<Value>)> {
    let base = "/api/1/openapi.json";
    let mut unused: BTreeSet<&str> = document["paths"].as_object().unwrap().keys().map(String::as_str).collect();
    let mut described = Vec::new();
    for (path, text) in files {
        let path = format!("/{path}");
        let mut found = Vec::new();
        for (pattern, operations) in document["paths"].as_object().unwrap() {
            let get = &operations["get"];
            let Some(value) = takes(pattern, &path) else { continue };
            let parameter = get["parameters"].get(0).map(|parameter| validator(document, &parameter["schema"]));
            let value = value.parse::<u64>().map_or_else(|_| json!(value), |number| json!(number));
            if parameter.is_some_and(|parameter| !parameter.is_valid(&value)) {
                continue;
            }
            unused.remove(pattern.as_str());
            let (media_type, content) = get["responses"]["200"]["content"].as_object().unwrap().iter().next().unwrap();
            let values: Vec<Value> = match media_type.as_str() {
                "application/x-ndjson" => text.lines().map(|line| serde_json::from_str(line).unwrap()).collect(),
                _ => vec![serde_json::from_str(text).unwrap()],
            };
            found.push((path.clone(), content["schema"].clone(), values));
        }
        assert_eq!(found.len(), usize::from(path != base), "{path} has one path in the document");
        described.extend(found);
    }
    assert!(unused.is_empty(), "paths without a file: {unused:?}");
    described
}

/// Every file is what the document says, and every path of the document has a file.
#[track_caller]
fn valid(site: &Site) -> Files {
    let files = api(site);
    let document = json(&files, "api/1/openapi.json");
    let mut validators: BTreeMap<String, Validator> = BTreeMap::new();
    for (path, schema, values) in described(&files, &document) {
        let validator = validators.entry(schema.to_string()).or_insert_with(|| validator(&document, &schema));
        for value in values {
            let faults: Vec<String> =
                validator.iter_errors(&value).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
            assert!(faults.is_empty(), "{path}: {faults:#?}");
        }
    }
    files
}

#[test]
fn every_file_is_what_the_document_says() {
    for site in [site_of(&demonstration()), complete(), site_of(&town().files), many(), site("")] {
        valid(&site);
    }
}

#[test]
fn every_file_of_a_real_import_is_what_the_document_says() {
    let Some(source) = opendataphilly() else { return };
    let files = valid(&site_of(&jkan::convert(&source).files));
    assert_eq!(json(&files, "api/1/datasets.json")["total"], json!(468));
}

#[test]
fn a_file_with_a_member_more_or_less_is_not_what_the_document_says() {
    let files = api(&complete());
    let document = json(&files, "api/1/openapi.json");
    let validator = validator(&document, &json!({ "$ref": "#/components/schemas/Dataset" }));
    let dataset = json(&files, &format!("api/1/datasets/{ORCHARDS}.json"));
    assert!(validator.is_valid(&dataset));
    for member in dataset.as_object().unwrap().keys() {
        let mut less = dataset.clone();
        less.as_object_mut().unwrap().remove(member);
        assert!(!validator.is_valid(&less), "{member}");
    }
    for (pointer, wrong) in [
        ("", json!({})),
        ("/organization", json!({ "more": 1 })),
        ("/resources/0", json!({ "more": 1 })),
        ("/spatial/geom", json!({ "more": 1 })),
    ] {
        let mut more = dataset.clone();
        let place = more.pointer_mut(pointer).unwrap().as_object_mut().unwrap();
        place.insert(String::from("views"), json!(0));
        place.extend(wrong.as_object().unwrap().clone());
        assert!(!validator.is_valid(&more), "{pointer}");
    }
}

/// All objects that a schema describes, with their names: the component's, or where they stand.
fn objects<'a>(name: &str, schema: &'a Value, found: &mut Vec<(String, &'a Value)>) {
    match schema {
        Value::Object(members) => {
            if schema["type"] == "object" {
                found.push((name.to_owned(), schema));
            }
            for (key, inner) in members {
                let name =
                    if key == "properties" || key == "items" { name.to_owned() } else { format!("{name}.{key}") };
                objects(&name, inner, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| objects(name, item, found)),
        _ => {}
    }
}

#[test]
fn only_extras_are_free() {
    let document = json(&api(&complete()), "api/1/openapi.json");
    let mut found = Vec::new();
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        objects(name, schema, &mut found);
    }
    objects("page", &document["paths"], &mut found);
    assert!(found.len() > 40, "{}", found.len());
    for (name, schema) in found {
        assert_eq!(schema["additionalProperties"], json!(name == "Extras"), "{name}");
        let members = schema.get("properties").and_then(Value::as_object);
        for (member, schema) in members.into_iter().flatten() {
            let words = schema["description"].as_str().unwrap_or_default();
            assert!(words.ends_with('.'), "{name}.{member} has no description");
        }
    }
}

/// Notes the members that have a value, as `Schema.member`.
fn note<'a>(document: &'a Value, mut name: String, mut schema: &'a Value, value: &Value, seen: &mut BTreeSet<String>) {
    if let Some(target) = schema["$ref"].as_str() {
        name = target.rsplit('/').next().unwrap().to_owned();
        schema = &document["components"]["schemas"][name.as_str()];
    }
    if let Some(kinds) = schema["anyOf"].as_array() {
        return note(document, name, &kinds[0], value, seen);
    }
    match value {
        Value::Array(items) => {
            items.iter().for_each(|item| note(document, name.clone(), &schema["items"], item, seen));
        }
        Value::Object(members) => {
            for (member, value) in members {
                let inner = &schema["properties"][member];
                let has_value = !value.is_null() && value.as_array().is_none_or(|items| !items.is_empty());
                if has_value && !inner.is_null() {
                    seen.insert(format!("{name}.{member}"));
                    note(document, format!("{name}.{member}"), inner, value, seen);
                }
            }
        }
        _ => {}
    }
}

#[test]
fn every_member_of_every_schema_has_a_value_in_the_complete_catalogue() {
    let files = valid(&complete());
    let document = json(&files, "api/1/openapi.json");
    let mut seen = BTreeSet::new();
    for (_, schema, values) in described(&files, &document) {
        values.iter().for_each(|value| note(&document, String::from("page"), &schema, value, &mut seen));
    }
    let mut found = Vec::new();
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        objects(name, schema, &mut found);
    }
    let members = found.iter().flat_map(|(name, schema)| {
        let members = schema.get("properties").and_then(Value::as_object).into_iter().flatten();
        members.map(move |(member, _)| format!("{name}.{member}"))
    });
    let missing: Vec<String> = members.filter(|member| !seen.contains(member)).collect();
    // An organisation excludes an owner, and codes that no vocabulary has are faults: the complete catalogue has none.
    let without = [
        "Dataservice.owner",
        "Dataservice.unrecognized",
        "Dataset.unrecognized",
        "Organization.unrecognized",
        "Resource.unrecognized",
        "Reuse.archived",
        "Reuse.organization",
        "Reuse.unrecognized",
        "Unrecognized.key",
        "Unrecognized.value",
    ];
    assert_eq!(missing, without);
}
