//! What is written reads back as the same values, for us and for another reader of YAML.

use etal::descriptor::{self, fields, resource_fields};
use etal::model::{Extras, Form, Kind};
use etal::parse::json_object;
use etal::source::{Span, parse, split};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

/// The values of a YAML text, as descriptors are read.
#[track_caller]
fn read(text: &str) -> Extras {
    let parsed = parse(text, Span::new(0, text.len()));
    assert!(parsed.faults.is_empty(), "{:?} in\n{text}", parsed.faults);
    json_object(&parsed.root.expect("a mapping"))
}

/// Texts with what makes YAML hard: indicators, blanks, breaks, look-alikes of other types.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just(String::from("\n")),
        Just(String::from(" ")),
        Just(String::from("\t")),
        Just(String::from(": ")),
        Just(String::from(" #")),
        Just(String::from("- ")),
        Just(String::from("---")),
        Just(String::from("'")),
        Just(String::from("\"")),
        Just(String::from("\\")),
        Just(String::from("\u{feff}")),
        Just(String::from("\r\n")),
        Just(String::from("\u{2028}")),
        Just(String::from("12:30")),
        Just(String::from("1e3")),
        Just(String::from("null")),
        Just(String::from("un mot et un autre, assez long pour que la ligne soit coupée quelque part ")),
        "[a-zé0-9]{1,8}",
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..10).prop_map(|pieces| pieces.concat())
}

fn values() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        (-1.0e9..1.0e9).prop_map(|number: f64| Json::from(number)),
        texts().prop_map(Json::from),
    ];
    leaf.prop_recursive(4, 24, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Json::from),
            mappings(inner).prop_map(Json::Object),
        ]
    })
}

fn mappings(value: impl Strategy<Value = Json>) -> impl Strategy<Value = Extras> {
    // A merge key is a fault wherever it stands, quoted or not.
    let key = texts().prop_filter("no merge key", |key| key != "<<");
    prop::collection::vec((key, value), 0..4).prop_map(|entries| entries.into_iter().collect())
}

proptest! {
    #[test]
    fn any_values_read_back_as_they_were(values in mappings(values())) {
        let text = descriptor::yaml(&values);
        prop_assert_eq!(&read(&text), &values, "{}", text);
        let other: serde_yaml::Value = serde_yaml::from_str(&text).expect("another reader takes it");
        let other = serde_json::to_value(other).expect("as JSON");
        prop_assert_eq!(&other, &Json::Object(values), "{}", text);
    }

    #[test]
    fn a_body_reads_back_as_the_description(description in texts(), title in texts()) {
        let values: Extras = [("description", description.clone()), ("title", title.clone())]
            .into_iter().map(|(key, text)| (key.to_owned(), Json::from(text))).collect();
        let text = descriptor::write(Kind::Dataset, Form::Markdown, &values);
        let parts = split(&text);
        prop_assert!(!parts.unclosed);
        let read = read(&text[parts.yaml.range()]);
        prop_assert_eq!(read.get("title"), Some(&Json::from(title)));
        match read.get("description") {
            Some(kept) => prop_assert_eq!(kept, &Json::from(description)),
            None => prop_assert_eq!(&text[parts.body.range()], description),
        }
    }
}

#[test]
fn keys_come_in_the_order_of_the_documentation_and_long_texts_in_blocks() {
    let values = json!({
        "resources": [{"url": "https://a.example/b.csv", "title": "Stalls"}],
        "tags": ["market", "no"],
        "title": "Markets: where and when",
        "description": "First.\n\nSecond.\n",
        "unheard_of": 1.5,
        "license": "etalab-2.0",
        "summary": "Every open-air market of the town, with its days, its hours, its square and the number of stalls that it has.",
        "temporal_coverage": {"start": 2019, "end": "2024-05"},
        "extras": {},
    });
    let Json::Object(values) = values else { unreachable!() };
    let text = descriptor::write(Kind::Dataset, Form::File, &values);
    assert_eq!(
        text,
        "title: 'Markets: where and when'
description: |
  First.

  Second.
summary: >-
  Every open-air market of the town, with its days, its hours, its square and the number of stalls
  that it has.
license: etalab-2.0
tags:
  - market
  - 'no'
temporal_coverage:
  start: 2019
  end: 2024-05
extras: {}
resources:
  - title: Stalls
    url: https://a.example/b.csv
unheard_of: 1.5
"
    );
}

const KINDS: [Kind; 7] =
    [Kind::Dataset, Kind::Organization, Kind::Page, Kind::Person, Kind::Reuse, Kind::Service, Kind::Topic];

#[test]
fn every_example_of_a_field_is_read_without_a_fault() {
    for (kind, language) in KINDS.into_iter().flat_map(|kind| [(kind, "en"), (kind, "fr")]) {
        let path = descriptor::path(kind, Form::File, "example");
        // Of two keys that exclude each other, the first.
        let fields = fields(kind).iter().filter(|field| field.key != "owner");
        let examples: Vec<&str> = fields.map(|field| field.example.get(language)).collect();
        let site = crate::catalog::site(&format!("==> {path} <==\n{}\n", examples.join("\n")));
        let header = site.catalog.headers().find(|header| header.kind == kind).expect("the descriptor");
        assert!(header.unknown.is_empty(), "{kind:?}: {:?}", header.unknown);
        assert!(header.faults.is_empty(), "{kind:?}: {:?}", header.faults);
    }
    for field in KINDS.into_iter().flat_map(fields).chain(resource_fields()) {
        for example in [field.example.en, field.example.fr] {
            assert!(example.starts_with(&format!("{}:", field.key)), "{example}");
        }
    }
}

#[test]
fn every_example_of_a_resource_field_is_read_without_a_fault() {
    let examples = resource_fields().iter().filter(|field| field.key != "url").map(|field| field.example.en);
    let lines: Vec<String> = examples.flat_map(str::lines).map(|line| format!("    {line}\n")).collect();
    let site = crate::catalog::site(&format!("title: a\nresources:\n  -\n{}", lines.concat()));
    let dataset = &site.catalog.datasets[0];
    assert!(dataset.header.faults.is_empty(), "{:?}", dataset.header.faults);
    assert_eq!(dataset.resources[0].extras.keys().collect::<Vec<_>>(), ["internal_number"]);
}

#[test]
fn notes_are_sentences_of_their_language() {
    for field in KINDS.into_iter().flat_map(fields).chain(resource_fields()) {
        for note in [field.note.en, field.note.fr] {
            assert!(note.ends_with(['.', '…']) && !note.contains('!'), "{note}");
        }
        let french = field.note.fr;
        let spaced = !french.contains(" :") && !french.contains(" ;") && !french.contains('\'');
        assert!(spaced, "{french}");
    }
}
