//! Changes of every value of real descriptors: what is not told to change does not.

use etal::edit::{Change, Text};
use etal::fix::edited;
use etal::model::Kind;
use etal::source::{KeyPath, Node, SourceFile, Span, Value, parse, split};
use serde_json::{Value as Json, json};

use crate::samples::{Sample, foreign, own};

/// Paths of all values.
fn paths(node: &Node, at: &KeyPath, out: &mut Vec<(KeyPath, bool)>) {
    if !at.is_root() {
        out.push((at.clone(), node.scalar().is_some()));
    }
    match &node.value {
        Value::Mapping(entries) => entries.iter().for_each(|entry| paths(&entry.value, &at.key(&entry.key), out)),
        Value::Sequence(items) => items.iter().enumerate().for_each(|(index, item)| paths(item, &at.index(index), out)),
        Value::Null | Value::Plain(_) | Value::Quoted(_) => {}
    }
}

/// The values of a descriptor as JSON, read by the library's own tree.
fn values(file: &SourceFile) -> Option<Json> {
    Text::new(Kind::Dataset, file).values()
}

/// Takes a value out of JSON, with what holds nothing else then.
fn without(value: &mut Json, path: &KeyPath) {
    let pointer: String = path
        .segments()
        .iter()
        .map(|segment| match segment {
            etal::source::Segment::Key(key) => format!("/{}", key.replace('~', "~0").replace('/', "~1")),
            etal::source::Segment::Index(index) => format!("/{index}"),
        })
        .collect();
    let (above, last) = pointer.rsplit_once('/').unwrap();
    let last = last.replace("~1", "/").replace("~0", "~");
    match value.pointer_mut(above) {
        Some(Json::Object(map)) => drop(map.shift_remove(&last)),
        Some(Json::Array(items)) => {
            let at: usize = last.parse().unwrap();
            if at < items.len() {
                items.remove(at);
            }
        }
        _ => {}
    }
    let is_empty = value.pointer(above).is_some_and(|inner| inner == &json!({}) || inner == &json!([]));
    if let (true, Some(above)) = (is_empty, path.parent().filter(|above| !above.is_root())) {
        without(value, &above);
    }
}

/// How many changes were made and refused.
#[derive(Default)]
struct Count {
    made: usize,
    refused: Vec<String>,
}

fn try_all(sample: &Sample, count: &mut Count) {
    let file = SourceFile::new(sample.path.clone(), sample.text.clone());
    let yaml = if sample.is_markdown() { split(&sample.text).yaml } else { Span::new(0, sample.text.len()) };
    let parsed = parse(&sample.text, yaml);
    // What comes twice, or an alias, is refused by design.
    let Some(root) = parsed.root.filter(|_| parsed.faults.is_empty()) else { return };
    let mut all = Vec::new();
    paths(&root, &KeyPath::root(), &mut all);
    let mut changes: Vec<Change> = Vec::new();
    for (path, is_scalar) in all {
        changes.push(Change::Unset(path.clone()));
        if is_scalar {
            changes.push(Change::Set(path.clone(), json!("other: #1, [x]")));
            changes.push(Change::Set(path, json!("two\nlines")));
        } else {
            changes.push(Change::Set(path, json!({ "a": ["b", { "c": "d" }] })));
        }
    }
    for key in ["id", "acronym", "license", "version", "harvest", "unheard_of"] {
        changes.push(Change::Set(KeyPath::of(key), json!("new")));
    }
    changes.push(Change::Add(KeyPath::of("tags"), json!("another, one")));
    changes.push(Change::Add(KeyPath::of("resources"), json!({ "title": "T", "path": "a b.csv" })));
    for change in changes {
        try_one(sample, &file, &change, count);
    }
}

fn try_one(sample: &Sample, file: &SourceFile, change: &Change, count: &mut Count) {
    let place = || format!("{} {change:?}", sample.path);
    let mut text = Text::new(Kind::Dataset, file);
    match text.change(change) {
        Ok(None) => assert_eq!(text.file().text(), sample.text, "{}", place()),
        Ok(Some(_)) => {
            count.made += 1;
            let after = text.file().text();
            assert_eq!(edited(&sample.text, &text.edits()), after, "{}", place());
            let (mut one, mut other) = (values(file).unwrap(), values(text.file()).unwrap());
            if let Change::Unset(path) = change {
                without(&mut one, path);
            } else {
                without(&mut one, change.path());
                without(&mut other, change.path());
            }
            assert_eq!(one, other, "{}", place());
            // Comments are in nobody's value: those on lines of their own outside the edits are all there.
            if let Change::Add(..) = change {
                let comments = |text: &str| text.lines().filter(|line| line.trim_start().starts_with('#')).count();
                assert_eq!(comments(&sample.text), comments(after), "{}", place());
            }
        }
        Err(fault) => {
            assert_eq!(text.file().text(), sample.text, "{}", place());
            count.refused.push(format!("{} {fault:?}", place()));
        }
    }
}

#[test]
fn every_value_of_the_demonstration_can_be_changed_alone() {
    let mut count = Count::default();
    own().iter().for_each(|sample| try_all(sample, &mut count));
    assert!(count.made > 5_000, "{}", count.made);
    assert!(count.refused.is_empty(), "{}", count.refused.join("\n"));
}

#[test]
fn values_of_foreign_descriptors_are_changed_alone_or_not_at_all() {
    let mut count = Count::default();
    // A few dozen have thousands of values, which takes long enough.
    let samples = foreign();
    let step = samples.len().div_ceil(40).max(1);
    samples.iter().step_by(step).for_each(|sample| try_all(sample, &mut count));
    let some: Vec<&str> = count.refused.iter().take(20).map(String::as_str).collect();
    assert!(count.refused.len() * 100 <= count.made, "{} of {}:\n{}", count.refused.len(), count.made, some.join("\n"));
}
