//! JSON Schema of descriptors: complete, valid, and never stricter than etal itself.

use std::collections::{BTreeMap, BTreeSet};

use etal::descriptor::{fields, resource_fields};
use etal::model::{Fault, FaultKind, Kind};
use etal::parse::json_object;
use etal::rules::RULES;
use etal::schema::{Document, List, Shape, schema};
use etal::site::Site;
use etal::source::{Span, parse, parse_toml, split};
use jsonschema::{Draft, Validator};
use serde_json::{Value, json};

use crate::catalog::{files, site_of};
use crate::project::Project;
use crate::{corpora, docs, pages};

fn validator(document: Document) -> Validator {
    let options = jsonschema::options().with_draft(Draft::Draft202012);
    options.build(&schema(document, "en")).unwrap()
}

fn validators() -> BTreeMap<&'static str, Validator> {
    Document::ALL.into_iter().map(|document| (document.name(), validator(document))).collect()
}

fn value(text: &str) -> Value {
    Value::Object(json_object(&parse(text, Span::new(0, text.len())).root.unwrap()))
}

/// Faults of form that `etal check` reports as errors.
fn is_error(fault: &Fault) -> bool {
    matches!(
        fault.kind,
        FaultKind::Missing
            | FaultKind::WrongType(_)
            | FaultKind::UnknownCode(_)
            | FaultKind::Date(_)
            | FaultKind::BadUuid
            | FaultKind::BadLanguage
            | FaultKind::Exclusive
    )
}

/// Descriptors that a schema refuses and in which etal finds no error of form; and how many are valid.
fn wrongly_refused(site: &Site, validators: &BTreeMap<&str, Validator>) -> (Vec<String>, usize) {
    let (mut wrong, mut valid) = (Vec::new(), 0);
    let headers = site.catalog.headers().map(|header| (header, true));
    for (header, is_yaml) in headers.chain([(&site.config.header, false)]) {
        let source = &site.sources[header.source.0 as usize];
        let text = source.text();
        let span = if header.form.is_markdown() { split(text).yaml } else { Span::new(0, text.len()) };
        let parsed = if is_yaml { parse(text, span) } else { parse_toml(text) };
        let Some(root) = parsed.root else { continue };
        let value = Value::Object(json_object(&root));
        match validators[header.kind.name()].validate(&value) {
            Ok(()) => valid += 1,
            Err(_) if header.faults.iter().any(is_error) => {}
            Err(error) => wrong.push(format!("{}: {error} at {}", source.path, error.instance_path())),
        }
    }
    (wrong, valid)
}

#[test]
fn every_key_has_a_form_and_every_form_a_key() {
    for document in Document::ALL {
        let known: Vec<&str> = match document {
            Document::Of(Kind::Site) => continue,
            Document::Of(kind) => fields(kind).iter().map(|field| field.key).collect(),
            Document::Resource => resource_fields().iter().map(|field| field.key).collect(),
        };
        let schema = schema(document, "en");
        let keys: Vec<&String> = schema["properties"].as_object().unwrap().keys().collect();
        assert_eq!(keys, known, "{}", document.name());
        let said = schema["properties"].as_object().unwrap().values();
        for property in said {
            for key in ["title", "description", "examples", "x-fr"] {
                assert!(!property[key].is_null(), "{}: {key} of {property}", document.name());
            }
        }
    }
}

/// All keys of a document, those of its mappings too.
fn all_keys(keys: &'static [etal::schema::Key], into: &mut BTreeSet<String>) {
    for key in keys {
        into.insert(key.key.to_owned());
        let shape = if let Shape::List(item) = key.shape { *item } else { key.shape };
        if let Shape::Group(group) = shape {
            all_keys(group.keys, into);
        }
    }
}

#[test]
fn every_key_that_is_read_has_a_form() {
    let mut known = BTreeSet::new();
    for document in Document::ALL {
        all_keys(document.group().keys, &mut known);
    }
    let read = ["coverage.rs", "dataset.rs", "fields.rs", "others.rs", "parts.rs", "resource.rs"];
    let missing: Vec<String> = read
        .into_iter()
        .chain(docs::SETTINGS)
        .flat_map(docs::keys_read_by)
        .filter(|key| !known.contains(key))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_settings_of_the_schema_are_the_settings_that_are_read() {
    let mut settings = String::new();
    for key in Document::Of(Kind::Site).group().keys {
        let value = match key.shape {
            Shape::Group(_) | Shape::Rules | Shape::Exports => "{}",
            _ => "\"x\"",
        };
        settings.push_str(&format!("{} = {value}\n", key.key));
    }
    let site = site_of(&BTreeMap::from([(String::from("site.toml"), settings.into_bytes())]));
    let unknown: Vec<&String> = site.config.header.unknown.keys().collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn schemas_are_schemas_in_both_languages() {
    for document in Document::ALL {
        for (language, other) in [("fr", "x-en"), ("en", "x-fr")] {
            let schema = schema(document, language);
            jsonschema::meta::validate(&schema).unwrap_or_else(|error| panic!("{}: {error}", document.name()));
            assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
            assert_eq!(schema["$id"], format!("urn:etal:schema:{}", document.name()));
            assert!(schema[other]["title"].is_string());
        }
    }
    let french = schema(Document::Of(Kind::Dataset), "fr");
    assert_eq!(french["properties"]["license"]["title"], "Licence");
    assert_eq!(french["properties"]["frequency"]["x-en"]["title"], "Update frequency");
    assert_eq!(french["properties"]["title"]["examples"], json!(["Marchés de plein air d’Exempleville"]));
    let codes = &french["$defs"]["frequency"]["anyOf"][0]["oneOf"];
    assert!(codes.as_array().unwrap().contains(
        &json!({ "const": "annual", "title": "Annuelle", "description": "Annuelle", "x-en": { "title": "Annual" } })
    ));
}

#[test]
fn examples_of_the_schema_are_valid() {
    for document in Document::ALL {
        let schema = schema(document, "fr");
        let required = json!({ "id": "66753a01-9ee4-4bea-9ba9-d74594ab5e16", "title": "T", "name": "N", "type": "api",
            "url": "https://a.example/" });
        let validator = validator(document);
        for (key, property) in schema["properties"].as_object().unwrap() {
            let Some(example) = property["examples"].as_array().map(|examples| examples[0].clone()) else { continue };
            let mut value = required.clone();
            if document != Document::Of(Kind::Reuse) {
                value.as_object_mut().unwrap().remove("type");
            }
            value[key] = example;
            if key == "path" {
                value.as_object_mut().unwrap().remove("url");
            }
            if let Err(error) = validator.validate(&value) {
                panic!("{} {key}: {error}", document.name());
            }
        }
    }
}

#[test]
fn descriptors_that_etal_takes_are_valid() {
    let validators = validators();
    let (wrong, valid) = wrongly_refused(&site_of(&pages::demonstration()), &validators);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(valid > 60, "{valid}");
    let mut wrong = Vec::new();
    for rule in RULES.iter().map(|registered| registered.rule) {
        for example in [rule.example.good, rule.example.bad] {
            let found = wrongly_refused(&site_of(&files(example)), &validators).0;
            wrong.extend(found.into_iter().map(|fault| format!("{}: {fault}", rule.name)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_complete_fixture_is_valid() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/complete");
    let found = walkdir::WalkDir::new(&root).sort_by_file_name().into_iter().filter_map(Result::ok);
    let files = found.filter(|entry| entry.file_type().is_file()).map(|entry| {
        let name = entry.path().strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        (name, std::fs::read(entry.path()).unwrap())
    });
    let (wrong, valid) = wrongly_refused(&site_of(&files.collect()), &validators());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(valid > 5, "{valid}");
}

#[test]
fn real_descriptors_that_etal_takes_are_valid() {
    let Some(folder) = corpora::folder() else { return };
    let validators = validators();
    for (name, files) in corpora::catalogues(&folder) {
        let (wrong, valid) = wrongly_refused(&site_of(&files), &validators);
        assert!(wrong.is_empty(), "{name}: {}", wrong.join("\n"));
        assert!(valid > 0, "{name}");
    }
}

#[test]
fn every_spelling_of_a_code_is_valid() {
    let validator = validator(Document::Of(Kind::Dataset));
    let taken = |key: &str, text: &str| {
        let value = json!({ "title": "T", key: text });
        assert!(validator.is_valid(&value), "{key}: {text}");
    };
    for (key, list) in [("frequency", List::Frequency), ("themes", List::Theme), ("language", List::Language)] {
        for (code, label) in list.rows() {
            for text in [code, label.en, label.fr] {
                taken(key, text);
                taken(key, &text.to_uppercase());
                taken(key, &format!(" {}. ", text.to_lowercase()));
                taken(key, &text.replace(' ', " – "));
            }
        }
    }
    for text in ["R/P1Y", "http://purl.org/cld/freq/daily", "biannual", "every   6 months", "TBD"] {
        taken("frequency", text);
    }
    for text in ["fr-FR", "fr_CA", "FRA", "http://publications.europa.eu/resource/authority/language/FRA"] {
        taken("language", text);
    }
}

#[test]
fn every_spelling_that_is_valid_and_ascii_is_a_code() {
    let validator = validator(Document::Of(Kind::Dataset));
    for text in ["anual", "month", "R/P13M", "frfr", "every", "annual monthly", "zz-FR", "1"] {
        for (key, found) in [
            ("frequency", etal::vocab::Frequency::find(text).is_some()),
            ("language", etal::vocab::Language::find(text).is_some()),
        ] {
            assert_eq!(validator.is_valid(&json!({ "title": "T", key: text })), found, "{key}: {text}");
        }
    }
}

#[test]
fn what_etal_refuses_by_form_is_refused() {
    let validator = validator(Document::Of(Kind::Dataset));
    for wrong in [
        "frequency: annual",
        "title:",
        "title: ''",
        "title: [a]",
        "title: {french: a}",
        "title: {fr: [a]}",
        "title: T\nfrequency: anual",
        "title: T\nfrequency: [annual]",
        "title: T\nthemes: [ENVIRO]",
        "title: T\nlicense: {id: etalab-2.0}",
        "title: T\nmodified: 31/05/2024",
        "title: T\nmodified: 2024-13",
        "title: T\nmodified: 999",
        "title: T\nmodified: 2019/2024",
        "title: T\nprivate: maybe",
        "title: T\nid: 42",
        "title: T\ntags: {a: b}",
        "title: T\ntags: [[a]]",
        "title: T\norganization: a\nowner: b",
        "title: T\ntemporal_coverage: 2019/2020/2021",
        "title: T\ntemporal_coverage: {start: May}",
        "title: T\nspatial: Rennes",
        "title: T\nspatial: {bbox: [1, 2, 3]}",
        "title: T\nspatial: {zones: [{granularity: poi}]}",
        "title: T\nspatial: {granularity: street}",
        "title: T\nspatial: {geometry: {type: Circle, coordinates: []}}",
        "title: T\ncontact_points: [{role: contact}]",
        "title: T\naccess: {type: shut}",
        "title: T\naccess: {audiences: [{condition: no}]}",
        "title: T\nschema: {version: 1}",
        "title: T\nlinks: [{title: a}]",
        "title: T\nidentifiers: [{type: doi}]",
        "title: T\narchived: [2024]",
        "title: T\nextras: 1",
        "title: T\nresources: [a.csv]",
        "title: T\nresources: [{title: a}]",
        "title: T\nresources: [{path: a.csv, url: 'https://a.example/'}]",
        "title: T\nresources: [{path: a.csv, size: 1.5}]",
        "title: T\nresources: [{path: a.csv, type: thing}]",
        "title: T\nresources: [{path: a.csv, checksum: {type: md5}}]",
    ] {
        assert!(!validator.is_valid(&value(wrong)), "{wrong}");
        let text = format!("{wrong}\n");
        let site = site_of(&BTreeMap::from([
            (String::from("site.toml"), crate::catalog::SITE.into()),
            (String::from("content/datasets/a.yaml"), text.into_bytes()),
        ]));
        assert!(site.catalog.headers().any(|header| header.faults.iter().any(is_error)), "etal takes {wrong}");
    }
}

#[test]
fn all_forms_of_values_are_valid() {
    let validator = validator(Document::Of(Kind::Dataset));
    for right in [
        "title: 42",
        "title: {fr: a, pt-BR: b, en: }",
        "title: T\ntags: water\nthemes: envi\nlanguage: [fr, English]\nlinks: https://a.example/",
        "title: T\ncreated: 2019\nmodified: 2024-05-31 10:00\nmetadata_created: '2024-05-31T10:00:00+02:00'",
        "title: T\ntemporal_coverage: 2019-05/..",
        "title: T\ntemporal_coverage: {start: 2019, end: open}",
        "title: T\nspatial: {zones: 'country:fr', bbox: ['1', 2, 3.5, -4]}",
        "title: T\ncontact_points: a@b.example\ncreators: {name: A}",
        "title: T\naccess: open\narchived: true\nprivate: non\nretired: {date: 2024}",
        "title: T\naccess: {audiences: [{role: private, condition: true}]}",
        "title: T\nschema: etalab/x\nidentifiers: [10.5281/zenodo.1, null]",
        "title: T\nresources: {path: a.csv, size: '12', checksum: 'sha256:00'}",
        "title: T\nanything: else\nresources: [{url: 'https://a.example/', other: 1}]",
        "title: T\nlicense: whatever people write\nresources:",
    ] {
        if let Err(error) = validator.validate(&value(right)) {
            panic!("{right}: {error}");
        }
    }
}

#[test]
fn the_command_prints_one_schema_or_writes_all() {
    let project = Project::new();
    let printed = project.run(&["schema", "dataset", "--lang", "fr"]);
    assert_eq!(serde_json::from_str::<Value>(&printed.out).unwrap(), schema(Document::Of(Kind::Dataset), "fr"));
    let written = project.run(&["schema", "--all", "--out", "schema"]);
    assert_eq!(written.code, Some(0), "{written:?}");
    for document in Document::ALL {
        let text = std::fs::read(project.path(&format!("schema/{}", document.file()))).unwrap();
        assert_eq!(serde_json::from_slice::<Value>(&text).unwrap(), schema(document, "en"));
    }
    assert_eq!(project.run(&["schema"]).code, Some(2));
    assert_eq!(project.run(&["schema", "--all"]).code, Some(2));
}

/// Values of all sorts, as YAML.
const VALUES: [&str; 52] = [
    "null",
    "''",
    "' '",
    "true",
    "false",
    "yes",
    "non",
    "0",
    "1",
    "-1",
    "1.5",
    "1e3",
    "2024",
    "999",
    "10000",
    "'2024'",
    "2024-05",
    "2024-00",
    "2024-05-31",
    "2024-02-30",
    "2024-05-31T10:00",
    "2024-05-31 10:00:00+02:00",
    "31/05/2024",
    "2019/2020",
    "2019/..",
    "../2020",
    "open",
    "a/b/c",
    "word",
    "Deux mots",
    "'#'",
    "annual",
    "Annuelle",
    "api",
    "main",
    "fr",
    "fr-FR",
    "ENVI",
    "a@b.example",
    "https://a.example/x",
    "[]",
    "[null]",
    "['']",
    "[a]",
    "[a, 1, true]",
    "[[a]]",
    "[{a: b}]",
    "{}",
    "{a: b}",
    "{fr: a}",
    "{fr: null, en: ''}",
    "{type: open, value: a, url: b, name: c, start: 2019}",
];

/// Every value at every key, one at a time: what the schema refuses is an error of form, whatever it is.
#[test]
fn no_value_that_etal_takes_is_refused_anywhere() {
    let validators = validators();
    let mut wrong = Vec::new();
    for kind in Kind::ALL {
        let base = match kind {
            Kind::Organization | Kind::Person => "name: N\n",
            Kind::Reuse => "title: T\ntype: api\nurl: https://a.example/\ndescription: D\n",
            _ => "title: T\n",
        };
        let mut files = BTreeMap::from([(String::from("site.toml"), crate::catalog::SITE.as_bytes().to_vec())]);
        let mut add = |key: &str, text: String| {
            let kept = base.lines().filter(|line| !line.starts_with(&format!("{key}:")));
            let text = kept.map(|line| format!("{line}\n")).collect::<String>() + &text;
            files.insert(format!("content/{}/d{}.yaml", kind.folder(), files.len()), text.into_bytes());
        };
        for key in Document::Of(kind).group().keys {
            VALUES.iter().for_each(|value| add(key.key, format!("{}: {value}\n", key.key)));
            let (shape, is_list) = match key.shape {
                Shape::List(item) => (*item, true),
                shape => (shape, false),
            };
            let Shape::Group(group) = shape else { continue };
            for (part, value) in group.keys.iter().flat_map(|part| VALUES.iter().map(move |value| (part, value))) {
                let inner = format!("{{{}: {value}}}", part.key);
                add(key.key, format!("{}: {}\n", key.key, if is_list { format!("[{inner}]") } else { inner }));
            }
        }
        let (found, valid) = wrongly_refused(&site_of(&files), &validators);
        assert!(valid > 100, "{}: {valid}", kind.name());
        wrong.extend(found.into_iter().map(|fault| {
            let path = fault.split(':').next().unwrap();
            format!("{fault}\n{}", String::from_utf8_lossy(&files[path]))
        }));
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong[..wrong.len().min(20)].join("\n"));
}

/// The other way round: an error of form that a schema can see is seen.
#[test]
fn most_errors_of_form_are_seen() {
    let validator = validator(Document::Of(Kind::Dataset));
    let (mut seen, mut unseen) = (0, Vec::new());
    for (key, text) in
        Document::Of(Kind::Dataset).group().keys.iter().flat_map(|key| VALUES.iter().map(move |v| (key, v)))
    {
        let text = format!("title: T\n{}: {text}\n", key.key);
        let text = if key.key == "title" { text.replacen("title: T\n", "", 1) } else { text };
        let site = site_of(&BTreeMap::from([
            (String::from("site.toml"), crate::catalog::SITE.into()),
            (String::from("content/datasets/a.yaml"), text.clone().into_bytes()),
        ]));
        if site.catalog.headers().any(|header| header.faults.iter().any(is_error)) {
            if validator.is_valid(&value(&text)) { unseen.push(text) } else { seen += 1 }
        }
    }
    assert!(seen > 500, "{seen}");
    // A schema knows no calendar, and does not fold accents; what is blank is as good as absent to it.
    assert!(unseen.len() * 20 < seen, "{} unseen, {seen} seen:\n{}", unseen.len(), unseen.join("\n"));
}
