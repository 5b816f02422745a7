//! Operations that come twice, on two of one name, and with texts that look like options.

use std::fs;

use serde_json::json;

use super::command::{answer, output, read, run};
use crate::demonstration::{copy, tree};

const PATH: &str = "content/datasets/stationnement-velo/dataset.yaml";

fn errors(folder: &std::path::Path, arguments: &[&str]) -> String {
    let output = output(folder, arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn of_two_descriptors_of_one_name_neither_goes_with_the_other() {
    let folder = copy();
    let datasets = folder.path().join("content/datasets");
    fs::write(datasets.join("stationnement-velo/dataset.md"), "---\ntitle: Twin\n---\n").unwrap();
    fs::write(datasets.join("both.yaml"), "title: Both\nresources:\n  - path: a.csv\n").unwrap();
    fs::write(datasets.join("both.md"), "---\ntitle: Both\n---\n").unwrap();
    fs::create_dir(datasets.join("both")).unwrap();
    fs::write(datasets.join("both/a.csv"), "a,b\n1,2\n").unwrap();
    let before = tree(&folder.path().join("content"));
    for arguments in [
        &["dataset", "delete", "stationnement-velo", "--yes"][..],
        &["dataset", "delete", "both", "--yes"],
        &["dataset", "rename", "both", "one"],
    ] {
        let words = errors(folder.path(), arguments);
        assert!(words.contains("`duplicate-slug`") && words.contains(".md` describes the dataset"), "{words}");
        assert_eq!(tree(&folder.path().join("content")), before, "{arguments:?}");
    }
    fs::remove_file(datasets.join("both.md")).unwrap();
    assert_eq!(run(folder.path(), &["dataset", "delete", "both", "--yes"]).0, 0);
    assert!(!datasets.join("both").exists() && !datasets.join("both.yaml").exists());
}

#[test]
fn a_resource_keeps_its_identity_when_its_file_is_elsewhere() {
    let folder = copy();
    let path = "content/datasets/derived.yaml";
    let text = "id: 0b6c6bd1-3a43-4b5f-9a35-1f0d3c9be001\ntitle: Derived\ndescription: What it is.\nlicense: etalab-2.0\nresources:\n  - title: A\n    url: https://a.example/a.csv\n  - title: B\n    url: https://a.example/b.csv\n";
    fs::write(folder.path().join(path), text).unwrap();
    let ids = || {
        let shown = answer(folder.path(), &["dataset", "show", "derived"]);
        let resources = shown["resources"].as_array().unwrap().clone();
        resources.into_iter().map(|resource| resource["id"].clone()).collect::<Vec<_>>()
    };
    let before = ids();
    // What is no address leaves the id where it is.
    answer(folder.path(), &["resource", "update", "derived", "0", "--title", "First"]);
    assert!(!read(folder.path(), path).contains(before[0].as_str().unwrap()));
    answer(folder.path(), &["resource", "update", "derived", "0", "--set", "url=https://b.example/a.csv"]);
    fs::write(folder.path().join("b.csv"), "a,b\n1,2\n").unwrap();
    answer(folder.path(), &["resource", "update", "derived", "1", "--file", "b.csv", "--as", "b.csv"]);
    assert_eq!(ids(), before);
    assert!(before.iter().all(|id| read(folder.path(), path).contains(&format!("id: {}\n", id.as_str().unwrap()))));
}

#[test]
fn resources_of_one_address_keep_their_identities_when_one_of_them_changes() {
    let folder = copy();
    let path = "content/datasets/derived.yaml";
    let resources: String =
        ["A", "B"].map(|title| format!("  - title: {title}\n    url: https://a.example/a.csv\n")).concat();
    let text = format!("title: Derived\ndescription: What it is.\nlicense: etalab-2.0\nresources:\n{resources}");
    let ids = || {
        let shown = answer(folder.path(), &["dataset", "show", "derived"]);
        shown["resources"].as_array().unwrap().iter().map(|resource| resource["id"].clone()).collect::<Vec<_>>()
    };
    for (arguments, left) in [
        (&["resource", "update", "derived", "0", "--set", "url=https://b.example/b.csv"][..], 2),
        (&["resource", "update", "derived", "0", "--title", "C"], 2),
        (&["dataset", "update", "derived", "--set", "resources[0].url=https://b.example/b.csv"], 2),
        (&["resource", "remove", "derived", "0"], 1),
    ] {
        fs::write(folder.path().join(path), &text).unwrap();
        let before = ids();
        answer(folder.path(), arguments);
        assert_eq!(ids(), before[2 - left..], "{arguments:?}");
    }
}

#[test]
fn a_text_may_begin_with_a_hyphen() {
    let folder = copy();
    let arguments = ["dataset", "update", "stationnement-velo", "--title", "-5 °C", "--description", "- one\n- two"];
    answer(folder.path(), &arguments);
    answer(folder.path(), &["dataset", "archive", "stationnement-velo", "--reason", "--none--"]);
    answer(folder.path(), &["resource", "update", "stationnement-velo", "0", "--title", "-x", "--description", "-y"]);
    let values = &answer(folder.path(), &["dataset", "show", "stationnement-velo"])["values"];
    assert_eq!((&values["title"], &values["description"]), (&json!("-5 °C"), &json!("- one\n- two")));
    assert_eq!(values["archived"]["reason"], json!("--none--"));
    assert_eq!(
        (&values["resources"][0]["title"], &values["resources"][0]["description"]),
        (&json!("-x"), &json!("-y"))
    );
}

#[test]
fn what_was_withdrawn_stays_so_since_then() {
    let folder = copy();
    for (action, key) in [("archive", "archived"), ("retire", "retired")] {
        let first = ["dataset", action, "stationnement-velo", "--reason", "Old.", "--date", "2026-01-02"];
        answer(folder.path(), &first);
        answer(folder.path(), &["dataset", action, "stationnement-velo", "--reason", "Wrong."]);
        let text = read(folder.path(), PATH);
        assert!(text.contains(&format!("{key}:\n  date: 2026-01-02\n  reason: Wrong.\n")), "{text}");
    }
    answer(folder.path(), &["dataset", "archive", "stationnement-velo", "--date", "2026-02-03"]);
    assert!(read(folder.path(), PATH).contains("archived:\n  date: 2026-02-03\n  reason: Wrong.\n"));
}

#[test]
fn nothing_takes_its_own_place_or_goes_without_a_reason() {
    let folder = copy();
    let before = read(folder.path(), PATH);
    let retire = ["dataset", "retire", "stationnement-velo", "--reason"];
    let words = errors(folder.path(), &[&retire[..], &["x", "--replaced-by", "stationnement-velo"]].concat());
    assert!(words.contains("cannot take its own place"), "{words}");
    let words = errors(folder.path(), &[&retire[..], &[" "]].concat());
    assert!(words.contains("needs a reason"), "{words}");
    assert_eq!(read(folder.path(), PATH), before);
}
