//! Two YAML parsers read every real descriptor alike: the one that knows places, and the one that
//! programs in Rust usually read YAML with.

use etal::parse::json_value;
use etal::source::{Span, YamlFaultKind, parse, split};
use serde_json::Value as Json;

use crate::samples::{Sample, foreign, own};

/// What a descriptor says by each parser, when both read it without a fault.
fn both(sample: &Sample) -> Option<(Json, Json)> {
    let range = if sample.is_markdown() { split(&sample.text).yaml } else { Span::new(0, sample.text.len()) };
    let parsed = parse(&sample.text, range);
    // A tab is no fault of the text; all others change what it says.
    if parsed.faults.iter().any(|fault| fault.kind != YamlFaultKind::TabAfterKey) {
        return None;
    }
    let other: serde_yaml::Value = serde_yaml::from_str(&sample.text[range.range()]).ok()?;
    Some((json_value(&parsed.root?), json(other)))
}

/// The other parser's value as JSON. Known differences: a key that is no text is one here, and a tag
/// is left out. Values such as `0x1f` and `.inf`, which stay texts in ours, are in no descriptor.
fn json(value: serde_yaml::Value) -> Json {
    match value {
        serde_yaml::Value::Null => Json::Null,
        serde_yaml::Value::Bool(truth) => Json::Bool(truth),
        serde_yaml::Value::Number(number) => serde_json::to_value(number).unwrap(),
        serde_yaml::Value::String(text) => Json::String(text),
        serde_yaml::Value::Sequence(items) => Json::Array(items.into_iter().map(json).collect()),
        serde_yaml::Value::Mapping(entries) => {
            let key = |key: serde_yaml::Value| match key {
                serde_yaml::Value::String(text) => text,
                other => serde_yaml::to_string(&other).unwrap().trim().to_owned(),
            };
            Json::Object(entries.into_iter().map(|(name, value)| (key(name), json(value))).collect())
        }
        serde_yaml::Value::Tagged(tagged) => json(tagged.value),
    }
}

fn agree(samples: &[Sample]) -> (usize, Vec<String>) {
    let mut compared = 0;
    let mut differing = Vec::new();
    for sample in samples {
        if let Some((own, other)) = both(sample) {
            compared += 1;
            if own != other {
                differing.push(format!("{}\n  {own}\n  {other}", sample.path));
            }
        }
    }
    (compared, differing)
}

#[test]
fn both_parsers_read_the_demonstration_catalogue_alike() {
    let samples = own();
    let (compared, differing) = agree(&samples);
    assert_eq!(compared, samples.len(), "a descriptor of ours has a fault in its YAML");
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

#[test]
fn both_parsers_read_foreign_descriptors_alike() {
    let samples = foreign();
    let (compared, differing) = agree(&samples);
    assert!(differing.is_empty(), "{} of {compared}:\n{}", differing.len(), differing.join("\n"));
    assert!(compared * 10 >= samples.len() * 9, "only {compared} of {} could be compared", samples.len());
}
