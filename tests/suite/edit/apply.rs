//! Many operations from one file.

use std::fs;

use serde_json::{Value as Json, json};

use super::command::{answer, output, read, run};
use crate::demonstration::{copy, tree};

#[test]
fn operations_of_a_file_are_made_together() {
    let folder = copy();
    let text = "\
# What the script found.
- op: create
  slug: oaks
  values:
    title: Oaks of the park
    description: Every oak, measured once a year.
    license: etalab-2.0
    tags: [oak, 'no: #1']
- { op: resource-add, slug: oaks, file: oaks.csv, values: { title: Oaks } }
- op: update
  slug: stationnement-velo
  set:
    spatial.granularity: fr:commune
  add:
    tags: [abri]
- op: rename
  slug: oaks
  to: old-oaks
- op: upsert
  slug: old-oaks
  values: { frequency: annual, version: null }
- { op: retire, slug: horaires-lize-bus, reason: Closed., replaced_by: old-oaks }
";
    fs::write(folder.path().join("operations.yaml"), text).unwrap();
    fs::write(folder.path().join("oaks.csv"), "a,b\n1,2\n").unwrap();
    let told = answer(folder.path(), &["apply", "operations.yaml"]);
    let names: Vec<&Json> = told["operations"].as_array().unwrap().iter().map(|one| &one["op"]).collect();
    assert_eq!(json!(names), json!(["create", "resource-add", "update", "rename", "upsert", "retire"]));
    let text = read(folder.path(), "content/datasets/old-oaks/dataset.yaml");
    assert!(text.contains("tags:\n  - oak\n  - 'no: #1'\nredirects:\n  - oaks\nresources:\n"), "{text}");
    assert!(text.contains("frequency: annual\n"), "{text}");
    assert_eq!(read(folder.path(), "content/datasets/old-oaks/oaks.csv"), "a,b\n1,2\n");
    assert!(!folder.path().join("content/datasets/oaks").exists());
    assert_eq!(run(folder.path(), &["check"]).0, 0);
}

#[test]
fn one_wrong_operation_leaves_all_undone() {
    let folder = copy();
    let before = tree(&folder.path().join("content"));
    let good = json!({ "op": "archive", "slug": "stationnement-velo", "reason": "x" });
    for (bad, code) in [
        (json!({ "op": "update", "slug": "stationnement", "values": { "organization": "nobody" } }), 1),
        (json!({ "op": "delete", "slug": "stationnement" }), 1),
        (json!({ "op": "update", "slug": "nothing", "values": {} }), 2),
        (json!({ "op": "create", "slug": "stationnement", "values": { "title": "x" } }), 2),
        (json!({ "op": "create", "slug": "../../x", "values": { "title": "x" } }), 2),
        (json!({ "op": "vanish", "slug": "stationnement" }), 2),
        (json!({ "op": "update", "slug": "stationnement", "valeus": {} }), 2),
        (json!({ "op": "resource-add", "slug": "stationnement", "file": "/etc" }), 2),
        (json!("delete"), 2),
    ] {
        fs::write(folder.path().join("operations.json"), json!([good, bad]).to_string()).unwrap();
        let output = output(folder.path(), &["apply", "operations.json"]);
        assert_eq!(output.status.code(), Some(code), "{bad}: {}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(tree(&folder.path().join("content")), before, "{bad}");
    }
}

#[test]
fn a_thousand_datasets_come_from_one_line_each() {
    let folder = copy();
    let line = |at: usize| {
        let values =
            json!({ "title": format!("Counter {at}"), "description": "What it counts.", "license": "etalab-2.0" });
        json!({ "op": "create", "slug": format!("counter-{at}"), "values": values }).to_string()
    };
    let lines: Vec<String> = (0..1_000).map(line).collect();
    fs::write(folder.path().join("operations.ndjson"), lines.join("\n")).unwrap();
    let told = answer(folder.path(), &["apply", "operations.ndjson"]);
    assert_eq!(told["operations"].as_array().unwrap().len(), 1_000);
    assert!(read(folder.path(), "content/datasets/counter-999/dataset.yaml").contains("title: Counter 999\n"));
}

#[test]
fn deleting_and_making_anew_in_one_go_gives_the_new_one() {
    let folder = copy();
    let operations = json!([
        { "op": "delete", "slug": "stationnement-velo" },
        { "op": "create", "slug": "stationnement-velo", "values": { "title": "Anew", "description": "All new.", "license": "etalab-2.0" } },
    ]);
    fs::write(folder.path().join("operations.json"), operations.to_string()).unwrap();
    answer(folder.path(), &["apply", "operations.json", "--yes"]);
    let files = tree(&folder.path().join("content/datasets/stationnement-velo"));
    assert_eq!(files.keys().collect::<Vec<_>>(), ["dataset.yaml"]);
    assert!(read(folder.path(), "content/datasets/stationnement-velo/dataset.yaml").contains("title: Anew\n"));
}

#[test]
fn errors_that_were_there_before_stand_in_nobodys_way() {
    let folder = copy();
    let path = folder.path().join("content/datasets/wrong.yaml");
    fs::write(&path, "id: 0b6c6bd1-3a43-4b5f-9a35-1f0d3c9be001\ntitle: Wrong\norganization: nobody\n").unwrap();
    assert_eq!(run(folder.path(), &["check"]).0, 1);
    let operations = json!([
        { "op": "rename", "slug": "wrong", "to": "still-wrong" },
        { "op": "rename", "slug": "still-wrong", "to": "wrong-again" },
        { "op": "update", "slug": "wrong-again", "values": { "license": "etalab-2.0" } },
    ]);
    fs::write(folder.path().join("operations.json"), operations.to_string()).unwrap();
    answer(folder.path(), &["apply", "operations.json"]);
    let expected = "id: 0b6c6bd1-3a43-4b5f-9a35-1f0d3c9be001\ntitle: Wrong\nlicense: etalab-2.0\norganization: nobody\nredirects:\n  - wrong\n  - still-wrong\n";
    assert_eq!(read(folder.path(), "content/datasets/wrong-again.yaml"), expected);
    // One more of the same kind is new.
    assert_eq!(run(folder.path(), &["dataset", "update", "wrong-again", "--organization", "nobody-else"]).0, 1);
}

#[test]
fn a_key_that_comes_twice_is_refused_whatever_the_form() {
    let folder = copy();
    let before = tree(&folder.path().join("content"));
    let twice = r#"{"op": "update", "slug": "stationnement-velo", "values": {"title": "A", "title": "B"}}"#;
    let good = r#"{"op": "archive", "slug": "stationnement-velo"}"#;
    for (text, place) in [
        (twice.to_owned(), "line 1, "),
        (format!("[{good},\n{twice}]"), "line 2, "),
        (format!("{good}\n\n{twice}\n"), "line 3, "),
        (String::from("op: update\nslug: stationnement-velo\nset:\n  title: A\n  title: B\n"), "line 5:"),
    ] {
        fs::write(folder.path().join("operations"), &text).unwrap();
        let output = output(folder.path(), &["apply", "operations"]);
        let words = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{text}");
        assert!(words.contains(&format!("`operations`: {place}")) && words.contains("DuplicateKey title"), "{words}");
    }
    fs::write(folder.path().join("values.json"), r#"{"title": "A", "title": "B"}"#).unwrap();
    let from = ["dataset", "update", "stationnement-velo", "--from", "values.json"];
    assert_eq!(run(folder.path(), &from).0, 2);
    assert_eq!(tree(&folder.path().join("content")), before);
}

#[test]
fn a_wrong_line_of_many_is_named() {
    let folder = copy();
    let good = r#"{"op": "archive", "slug": "stationnement-velo"}"#;
    for (lines, place) in [
        ([good, good, "{\"op\": "], "line 3, column 7:"),
        ([good, "and so on", good], "line 2, column 1:"),
        (["{\"op\": \"archive\",}", good, good], "line 1, column 18:"),
    ] {
        fs::write(folder.path().join("operations.ndjson"), lines.join("\n")).unwrap();
        let output = output(folder.path(), &["apply", "operations.ndjson"]);
        let words = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2));
        assert!(words.contains(place), "{place}: {words}");
    }
}
