//! The commands, as a script runs them on a copy of the demonstration.

use std::path::Path;
use std::process::Output;

use serde_json::{Value as Json, json};

use crate::catalog::NOW;
use crate::demonstration::{copy, etal, tree};

/// Exit code and standard output.
#[track_caller]
pub(super) fn run(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let output = output(folder, arguments);
    (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap())
}

pub(super) fn output(folder: &Path, arguments: &[&str]) -> Output {
    etal(folder).args(arguments).args(["--now", NOW]).output().unwrap()
}

/// The answer for programs of a command that is done.
#[track_caller]
pub(super) fn answer(folder: &Path, arguments: &[&str]) -> Json {
    let (code, text) = run(folder, &[arguments, &["--format", "json"]].concat());
    assert_eq!(code, 0, "{text}");
    serde_json::from_str(&text).unwrap()
}

pub(super) fn read(folder: &Path, path: &str) -> String {
    std::fs::read_to_string(folder.join(path)).unwrap()
}

const TREES: [&str; 10] = [
    "dataset",
    "create",
    "park-trees",
    "--title",
    "Trees: the parks",
    "--description",
    "Every tree of the parks.",
    "--license",
    "etalab-2.0",
    "--tag=tree",
];

#[test]
fn a_dataset_is_made_from_options() {
    let folder = copy();
    let (code, told) = run(folder.path(), &TREES);
    assert_eq!((code, told.as_str()), (0, "content/datasets/park-trees/dataset.yaml\n"));
    let text = read(folder.path(), "content/datasets/park-trees/dataset.yaml");
    let (id, rest) = text.split_once('\n').unwrap();
    assert!(id.starts_with("id: ") && id.len() == "id: ".len() + 36, "{id}");
    let expected = "title: 'Trees: the parks'\ndescription: Every tree of the parks.\nlicense: etalab-2.0\nfrequency: unknown\ntags:\n  - tree\n";
    assert_eq!(rest, expected);
    assert_eq!(run(folder.path(), &TREES).0, 2, "a slug is taken once");
    assert_eq!(run(folder.path(), &["dataset", "create", "lize-greenway", "--title", "x"]).0, 2, "in any form");
}

#[test]
fn values_come_from_a_file_and_options_win() {
    let folder = copy();
    std::fs::write(
        folder.path().join("values.json"),
        r#"{"title": "A", "description": "About it.", "license": "x", "spatial": {"granularity": "poi"}}"#,
    )
    .unwrap();
    let arguments = [
        "dataset",
        "create",
        "--from",
        "values.json",
        "--license",
        "etalab-2.0",
        "--set",
        "spatial.zones=[country:fr]",
        "--form",
        "markdown",
        "--title",
        "Parks of France",
    ];
    assert_eq!(run(folder.path(), &arguments), (0, String::from("content/datasets/parks-of-france.md\n")));
    let text = read(folder.path(), "content/datasets/parks-of-france.md");
    let rest = text.split_once("title").unwrap().1;
    assert_eq!(
        rest,
        ": Parks of France\nlicense: etalab-2.0\nfrequency: unknown\nspatial:\n  granularity: poi\n  zones:\n    - country:fr\n---\n\nAbout it.\n"
    );
}

#[test]
fn what_would_bring_an_error_writes_nothing() {
    let folder = copy();
    let before = tree(folder.path());
    for arguments in [
        &["dataset", "create", "bare", "--title", "Bare"][..],
        &["dataset", "update", "marches-plein-air", "--organization", "nobody"],
        &["dataset", "update", "marches-plein-air", "--set", "modified=31/31/2024"],
        &["dataset", "rename", "marches-plein-air", "arceaux-velo"],
        &["dataset", "retire", "marches-plein-air", "--reason", "x", "--replaced-by", "nothing"],
        &["resource", "add", "marches-plein-air", "https://exa mple/", "--set", "checksum=sha256:xyz"],
    ] {
        let (code, told) = run(folder.path(), arguments);
        assert_eq!(code, 1, "{arguments:?}: {told}");
        assert!(told.starts_with("error["), "{arguments:?}: {told}");
        let (code, told) = run(folder.path(), &[arguments, &["--format", "json"]].concat());
        let told: Json = serde_json::from_str(&told).unwrap();
        assert_eq!((code, &told["done"], &told["refused"]), (1, &json!(false), &json!("findings")));
        assert!(!told["findings"].as_array().unwrap().is_empty());
    }
    assert_eq!(tree(&folder.path().join("content")), tree(&crate::demonstration::root().join("content")));
    assert_eq!(
        before.keys().collect::<Vec<_>>(),
        tree(folder.path()).keys().filter(|path| !path.starts_with(".etal/")).collect::<Vec<_>>()
    );
}

#[test]
fn an_update_changes_only_what_it_says() {
    let folder = copy();
    let path = "content/datasets/stationnement-velo/dataset.yaml";
    let before = read(folder.path(), path);
    let arguments = [
        "dataset",
        "update",
        "stationnement-velo",
        "--frequency",
        "annual",
        "--add",
        "tags=abri",
        "--unset",
        "language",
    ];
    let (code, told) = run(folder.path(), &arguments);
    assert_eq!(code, 0);
    assert_eq!(told, format!("{path}\n  frequency: quarterly → annual\n  − language: fr\n  + tags[5]: abri\n"));
    let expected = before
        .replace("frequency: quarterly\n", "frequency: annual\n")
        .replace("équipement, gare]\n", "équipement, gare, abri]\n")
        .replace("language: fr\n", "");
    assert_eq!(read(folder.path(), path), expected);
    let (_, told) = run(folder.path(), &["dataset", "update", "stationnement-velo", "--frequency", "annual"]);
    assert_eq!(told, format!("{path}: nothing to change\n"));
}

#[test]
fn a_dry_run_shows_a_diff_and_writes_nothing() {
    let folder = copy();
    let before = tree(&folder.path().join("content"));
    let (code, told) = run(folder.path(), &["dataset", "rename", "stationnement-velo", "bikes", "--dry-run"]);
    assert_eq!(code, 0);
    assert!(told.starts_with("rename content/datasets/stationnement-velo => content/datasets/bikes\n--- a/content/datasets/stationnement-velo/dataset.yaml\n+++ b/content/datasets/bikes/dataset.yaml\n"), "{told}");
    assert!(told.contains("-redirects: [arceaux-velo, abris-velo-gare]\n+redirects: [arceaux-velo, abris-velo-gare, stationnement-velo]\n"), "{told}");
    assert_eq!(tree(&folder.path().join("content")), before);
}

#[test]
fn a_renamed_dataset_takes_its_files_its_id_and_its_references_along() {
    let folder = copy();
    let shown = answer(folder.path(), &["dataset", "show", "encombrants-sur-appel"]);
    let told = answer(folder.path(), &["dataset", "rename", "encombrants-sur-appel", "bulky-waste"]);
    assert_eq!(told["operations"][0]["id"], shown["id"]);
    let again = answer(folder.path(), &["dataset", "show", "bulky-waste"]);
    assert_eq!((&again["id"], &again["declared_id"], &again["files"]), (&shown["id"], &json!(true), &shown["files"]));
    assert_eq!(again["path"], json!("content/datasets/bulky-waste.md"));
    assert!(!folder.path().join("content/datasets/encombrants-sur-appel").exists());
    assert!(again["values"]["redirects"].as_array().unwrap().contains(&json!("encombrants-sur-appel")));
    let (code, _) = run(folder.path(), &["check"]);
    assert_eq!(code, 0);
    // And back: a name is not its own former name.
    answer(folder.path(), &["dataset", "rename", "bulky-waste", "encombrants-sur-appel"]);
    let back = answer(folder.path(), &["dataset", "show", "encombrants-sur-appel"]);
    assert!(!back["values"]["redirects"].as_array().unwrap().contains(&json!("encombrants-sur-appel")));
}

#[test]
fn references_follow_a_rename() {
    let folder = copy();
    answer(folder.path(), &["dataset", "rename", "stationnement-velo", "bikes"]);
    for path in ["content/reuses/quiet-routes.yaml", "content/topics/mobilite.yaml"] {
        let original = std::fs::read_to_string(crate::demonstration::root().join(path)).unwrap();
        assert_eq!(read(folder.path(), path), original.replace("stationnement-velo", "bikes"), "{path}");
    }
}

#[test]
fn archiving_and_retiring_can_be_undone() {
    let folder = copy();
    let path = "content/datasets/stationnement-velo/dataset.yaml";
    let before = read(folder.path(), path);
    answer(folder.path(), &["dataset", "archive", "stationnement-velo", "--reason", "No more counts."]);
    assert!(read(folder.path(), path).contains("archived:\n  date: 2026-11-23\n  reason: No more counts.\n"));
    answer(folder.path(), &["dataset", "update", "stationnement-velo", "--unset", "archived"]);
    assert_eq!(read(folder.path(), path), before);
    answer(
        folder.path(),
        &[
            "dataset",
            "retire",
            "stationnement-velo",
            "--reason",
            "Wrong.",
            "--date",
            "2026-01-02",
            "--replaced-by",
            "comptages-velo",
        ],
    );
    assert!(
        read(folder.path(), path)
            .contains("retired:\n  date: 2026-01-02\n  reason: Wrong.\nreplaced_by: comptages-velo\n")
    );
    answer(folder.path(), &["dataset", "update", "stationnement-velo", "--unset", "retired", "--unset", "replaced_by"]);
    assert_eq!(read(folder.path(), path), before);
}

#[test]
fn a_deletion_names_what_depends_on_it_and_wants_consent() {
    let folder = copy();
    let before = tree(&folder.path().join("content"));
    let (code, told) = run(folder.path(), &["dataset", "delete", "stationnement-velo"]);
    assert_eq!(code, 1);
    for line in [
        "content/reuses/quiet-routes.yaml: datasets[2]",
        "content/topics/mobilite.yaml: datasets[",
        "former address: arceaux-velo",
        "file: abris.csv (348 bytes)",
    ] {
        assert!(told.contains(line), "{told}");
    }
    assert_eq!(tree(&folder.path().join("content")), before);
    let (code, _) = run(folder.path(), &["dataset", "delete", "stationnement-velo", "--yes"]);
    assert_eq!(code, 0);
    let after = tree(&folder.path().join("content"));
    let gone: Vec<_> = before.keys().filter(|path| !after.contains_key(*path)).collect();
    assert!(gone.iter().all(|path| path.starts_with("datasets/stationnement-velo/")) && !gone.is_empty(), "{gone:?}");
    assert!(after.keys().all(|path| before.contains_key(path)), "nothing is left beside");
    assert_eq!(run(folder.path(), &["check"]).0, 0, "no reference is left");
}

#[test]
fn a_file_is_copied_described_replaced_and_kept() {
    let folder = copy();
    let outside = tempfile::TempDir::new().unwrap();
    let file = outside.path().join("Étals 2024 (v2).CSV");
    std::fs::write(&file, "a,b\n1,2\n").unwrap();
    answer(folder.path(), &TREES);
    let told = answer(folder.path(), &["resource", "add", "park-trees", file.to_str().unwrap(), "--type", "main"]);
    let id = told["operations"][0]["id"].as_str().unwrap().to_owned();
    let text = read(folder.path(), "content/datasets/park-trees/dataset.yaml");
    let resource =
        format!("resources:\n  - id: {id}\n    title: Etals 2024 v2\n    type: main\n    path: etals-2024-v2.csv\n");
    assert!(text.ends_with(&resource), "{text}");
    assert_eq!(read(folder.path(), "content/datasets/park-trees/etals-2024-v2.csv"), "a,b\n1,2\n");
    assert_eq!(
        run(folder.path(), &["resource", "add", "park-trees", file.to_str().unwrap()]).0,
        2,
        "no file is overwritten"
    );

    std::fs::write(&file, "a,b\n3,4\n").unwrap();
    answer(
        folder.path(),
        &["resource", "update", "park-trees", &id, "--file", file.to_str().unwrap(), "--title", "Stalls"],
    );
    assert_eq!(read(folder.path(), "content/datasets/park-trees/etals-2024-v2.csv"), "a,b\n3,4\n");
    let shown = answer(folder.path(), &["dataset", "show", "park-trees"]);
    let resource = &shown["values"]["resources"][0];
    assert_eq!((&resource["title"], &resource["modified"]), (&json!("Stalls"), &json!(NOW)));

    answer(folder.path(), &["resource", "remove", "park-trees", "etals-2024-v2.csv"]);
    assert!(folder.path().join("content/datasets/park-trees/etals-2024-v2.csv").exists());
    answer(folder.path(), &["resource", "add", "park-trees", "content/datasets/park-trees/etals-2024-v2.csv"]);
    answer(folder.path(), &["resource", "remove", "park-trees", "0", "--delete-file"]);
    assert!(!folder.path().join("content/datasets/park-trees/etals-2024-v2.csv").exists());
    assert_eq!(tree(&folder.path().join("content/datasets/park-trees")).len(), 1);
}

#[test]
fn an_address_is_a_resource_too() {
    let folder = copy();
    answer(folder.path(), &TREES);
    answer(
        folder.path(),
        &["resource", "add", "park-trees", "https://town.example/data/all-trees.csv?x=1", "--data-format", "csv"],
    );
    let shown = answer(folder.path(), &["dataset", "show", "park-trees"]);
    let resource = &shown["values"]["resources"][0];
    assert_eq!(resource["title"], json!("All trees"));
    assert_eq!(resource["url"], json!("https://town.example/data/all-trees.csv?x=1"));
    assert_eq!(resource["format"], json!("csv"));
}

#[test]
fn a_dataset_of_one_file_keeps_its_form_when_it_gets_a_folder() {
    let folder = copy();
    let path = "content/datasets/zones-activites.yaml";
    let before = read(folder.path(), path);
    std::fs::write(folder.path().join("more.csv"), "a,b\n1,2\n").unwrap();
    answer(folder.path(), &["resource", "add", "zones-activites", "more.csv"]);
    assert!(read(folder.path(), path).starts_with(before.trim_end()));
    assert_eq!(read(folder.path(), "content/datasets/zones-activites/more.csv"), "a,b\n1,2\n");
}

#[test]
fn what_is_shown_is_what_is_written() {
    let folder = copy();
    let shown = answer(folder.path(), &["dataset", "show", "stationnement-velo"]);
    assert_eq!(shown["slug"], json!("stationnement-velo"));
    assert_eq!(shown["values"]["tags"], json!(["vélo", "stationnement", "mobilité", "équipement", "gare"]));
    assert_eq!(shown["resources"][1]["path"], json!("abris.csv"));
    assert_eq!(shown["score"]["profile"], json!("six-criteria"));
    let (_, told) = run(folder.path(), &["dataset", "show", "stationnement-velo"]);
    assert!(told.contains("\nfrequency                 quarterly\n"), "{told}");
    for action in ["show", "update"] {
        let output = output(folder.path(), &["dataset", action, "arceaux-velo"]);
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8(output.stderr).unwrap().contains("did you mean `stationnement-velo`?"), "{action}");
    }
}
