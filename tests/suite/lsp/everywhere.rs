//! Every place of real descriptors: what is offered fits, and nothing that is typed does harm.

use std::collections::BTreeMap;
use std::path::Path;

use etal::source::{KeyPath, Node, Segment, Span, Value as Shape, parse, split};
use serde_json::{Value, json};

use super::{Editor, edited, uri};
use crate::demonstration::{root, tree};
use crate::outside::complete;

/// An editor on a catalogue of the disk, and the descriptors of it.
fn editor_on(folder: &Path) -> (Editor, BTreeMap<String, String>) {
    let files = tree(&folder.join("content"));
    let files: BTreeMap<String, Vec<u8>> =
        files.into_iter().map(|(path, bytes)| (format!("content/{path}"), bytes)).collect();
    let is_descriptor = |path: &str| path.ends_with(".yaml") || path.ends_with(".md");
    let texts = files.iter().filter(|(path, _)| is_descriptor(path));
    let texts = texts.map(|(path, bytes)| (path.clone(), String::from_utf8(bytes.clone()).unwrap())).collect();
    let mut editor = Editor::silent("");
    editor.files = files;
    editor.begin(json!({ "capabilities": super::able(), "rootUri": uri("") }));
    (editor, texts)
}

fn root_of(path: &str, text: &str) -> Option<Node> {
    let yaml = if path.ends_with(".md") { split(text).yaml } else { Span::new(0, text.len()) };
    parse(text, yaml).root
}

/// The plain scalars below a node, with their paths.
fn scalars(node: &Node, path: &KeyPath, found: &mut Vec<(KeyPath, Span)>) {
    match &node.value {
        Shape::Mapping(entries) => {
            entries.iter().for_each(|entry| scalars(&entry.value, &path.key(&entry.key), found));
        }
        Shape::Sequence(items) => {
            items.iter().enumerate().for_each(|(index, item)| scalars(item, &path.index(index), found));
        }
        Shape::Plain(_) => found.push((path.clone(), node.span)),
        Shape::Quoted(_) | Shape::Null => {}
    }
}

fn at<'a>(root: &'a Node, path: &KeyPath) -> Option<&'a Node> {
    path.segments().iter().try_fold(root, |node, segment| match segment {
        Segment::Key(key) => node.get(key),
        Segment::Index(index) => node.items().get(*index),
    })
}

fn position(text: &str, at: usize) -> Value {
    let before = &text[..at];
    let line = before.matches('\n').count();
    let column: usize = before.rsplit('\n').next().unwrap().chars().map(char::len_utf16).sum();
    json!({ "line": line, "character": column })
}

fn ask(editor: &mut Editor, method: &str, path: &str, text: &str, at: usize) -> Value {
    let place = position(text, at);
    let range = json!({ "start": place, "end": place });
    let document = json!({ "uri": uri(path) });
    let context = json!({ "diagnostics": [] });
    editor.ask(
        &format!("textDocument/{method}"),
        json!({ "textDocument": document, "position": place, "range": range, "context": context }),
    )
}

#[test]
fn a_choice_that_is_taken_becomes_the_value_and_changes_nothing_else() {
    let mut taken = 0;
    for folder in [root(), complete()] {
        let (mut editor, texts) = editor_on(&folder);
        for (path, text) in &texts {
            editor.open(path, Some(text));
            let before = root_of(path, text).unwrap();
            let mut places = Vec::new();
            scalars(&before, &KeyPath::root(), &mut places);
            for (place, span) in places {
                let answer = ask(&mut editor, "completion", path, text, span.end as usize);
                let items = answer.get("items").and_then(Value::as_array).cloned().unwrap_or_default();
                let is_value = |item: &&Value| item["kind"] != 10;
                let Some(item) = items.iter().rfind(is_value) else { continue };
                let after = edited(text, &json!([item["textEdit"]]));
                let tree = root_of(path, &after).unwrap_or_else(|| panic!("{path} {place}: {after}"));
                let value = at(&tree, &place).and_then(Node::scalar);
                assert_eq!(value, item["label"].as_str(), "{path} {place}");
                let mut places = Vec::new();
                scalars(&tree, &KeyPath::root(), &mut places);
                let others = places.iter().filter(|(other, _)| *other != place);
                for (other, span) in others {
                    let same = at(&before, other).and_then(Node::scalar);
                    assert_eq!(same, at(&tree, other).and_then(Node::scalar), "{path} {other} {span:?}");
                }
                taken += 1;
            }
        }
    }
    assert!(taken > 100, "only {taken} places had choices");
}

/// The keys below a node, but those that are free, foreign or languages.
fn keys(node: &Node, found: &mut Vec<(String, Span)>) {
    node.items().iter().for_each(|item| keys(item, found));
    for entry in node.entries().iter().filter(|entry| entry.key.len() > 2) {
        found.push((entry.key.clone(), entry.key_span));
        if !["extras", "geometry"].contains(&entry.key.as_str()) {
            keys(&entry.value, found);
        }
    }
}

#[test]
fn every_key_is_explained_where_it_stands() {
    let (mut editor, texts) = editor_on(&complete());
    let mut unexplained = Vec::new();
    let mut all = 0;
    for (path, text) in &texts {
        editor.open(path, Some(text));
        let mut found = Vec::new();
        keys(&root_of(path, text).unwrap(), &mut found);
        all += found.len();
        for (key, span) in found {
            let answer = ask(&mut editor, "hover", path, text, span.start as usize);
            let words = answer["contents"]["value"].as_str().unwrap_or("");
            if !words.contains(&format!("**`{key}`**")) {
                unexplained.push(format!("{path}: {key}"));
            }
        }
    }
    assert!(all > 150, "only {all} keys");
    assert_eq!(unexplained, Vec::<String>::new());
}

#[test]
fn every_key_that_is_offered_is_one_that_is_read() {
    let parts = [
        "¦",
        "access:\n  ¦",
        "access:\n  audiences:\n    - ¦",
        "archived:\n  ¦",
        "contact_points:\n  - ¦",
        "creators:\n  - ¦",
        "harvest:\n  ¦",
        "identifiers:\n  - ¦",
        "links:\n  - ¦",
        "resources:\n  - ¦",
        "resources:\n  - checksum:\n      ¦",
        "retired:\n  ¦",
        "schema:\n  ¦",
        "spatial:\n  ¦",
        "spatial:\n  zones:\n    - ¦",
        "temporal_coverage:\n  ¦",
        "transfer:\n  ¦",
    ];
    let kinds = ["datasets", "organizations", "people", "reuses", "services", "topics", "pages"];
    let places = parts.into_iter().map(|text| ("datasets", text));
    let places = places.chain(kinds.into_iter().map(|folder| (folder, "¦")));
    for (folder, text) in places.chain([("organizations", "members:\n  - ¦")]) {
        let path = format!("content/{folder}/example.yaml");
        let mut editor = Editor::on("", "en");
        let answer = editor.at_bar("textDocument/completion", &path, text);
        let items = answer["items"].as_array().unwrap().iter().filter(|item| item["kind"] == 10);
        let keys: Vec<&str> = items.map(|item| item["label"].as_str().unwrap()).collect();
        assert!(keys.len() > 1, "{folder} {text:?}");
        let column = text.split('¦').next().unwrap().rsplit('\n').next().unwrap().len();
        let lines: Vec<String> = keys.iter().map(|key| format!("{key}: x")).collect();
        let whole = text.replace('¦', &lines.join(&format!("\n{}", " ".repeat(column))));
        editor.replace(&path, 2, &whole);
        editor.rest();
        let unknown: Vec<String> =
            editor.findings(&path).into_iter().filter(|finding| finding.starts_with("V001")).collect();
        assert_eq!(unknown, Vec::<String>::new(), "{whole}");
    }
}

#[test]
fn nothing_that_is_typed_anywhere_does_harm() {
    let (mut editor, texts) = editor_on(&complete());
    let rubbish = [
        "[", "{ a: [", "\"", "'", "|", "- ", "-", ": ", "#", " #", "&a *a", "\t", "\r", "🌳", "\u{feff}", "---\n", "? ",
    ];
    let methods = ["completion", "hover", "definition", "documentSymbol", "codeAction"];
    for (path, text) in &texts {
        editor.open(path, Some(text));
        let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).step_by(17).collect();
        for (number, start) in starts.into_iter().enumerate() {
            let typed = rubbish[number % rubbish.len()];
            let cut = &text[..start];
            let texts = [format!("{cut}{typed}{}", &text[start..]), format!("{cut}{typed}")];
            let text = &texts[number % 2];
            editor.replace(path, number as i64 + 2, text);
            // Fixes have the whole catalogue judged first.
            let method = methods[number % if number % 40 == 4 { 5 } else { 4 }];
            ask(&mut editor, method, path, text, start + typed.len());
            ask(&mut editor, "completion", path, text, start);
        }
    }
    editor.rest();
    editor.received.retain(|message| message["method"] == "window/showMessage");
    assert_eq!(editor.received, Vec::<Value>::new());
}
