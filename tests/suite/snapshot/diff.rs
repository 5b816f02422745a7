//! `etal snapshot diff`: what changed between two snapshots.

use std::fs;
use std::path::Path;

use serde_json::Value as Json;

use super::made::{Kind, catalogue, etal, names, snapshot, write};
use crate::catalog::NOW;
use crate::project::Project;

fn diff(project: &Project, arguments: &[&str]) -> (i32, String, String) {
    let mut whole = vec!["snapshot", "diff"];
    whole.extend(arguments);
    etal(&project.path("."), &whole, &[])
}

fn change(root: &Path) {
    let trees = root.join("content/datasets/arbres/dataset.yaml");
    let text = fs::read_to_string(&trees).unwrap();
    write(&trees, text.replace("The arbres of the town", "Trees in streets").as_bytes());
    fs::remove_dir_all(root.join("content/datasets/bancs")).unwrap();
    write(&root.join("content/datasets/fleurs.yaml"), b"title: Flowers\n");
}

/// A folder with a snapshot of 2024 and one of 2026.
fn made() -> Project {
    let (project, original) = (Project::empty(), catalogue());
    let root = original.path(".");
    snapshot(&root, &project.path("data-2024"), "2024-05-31", Kind::Plain);
    change(&root);
    original.commit(1_700_000_000);
    snapshot(&root, &project.path("data-2026"), NOW, Kind::Bag);
    project
}

/// Slugs of the datasets of a review, and what becomes of them.
fn fates(text: &str) -> Vec<(String, String)> {
    let json: Json = serde_json::from_str(text).unwrap();
    let datasets = json["datasets"].as_array().unwrap();
    let word = |value: &Json| value.as_str().unwrap().to_owned();
    datasets.iter().map(|one| (word(&one["slug"]), word(&one["fate"]))).collect()
}

#[test]
fn two_snapshots_are_compared_in_the_words_of_a_review() {
    let project = made();
    let (code, out, errors) = diff(&project, &["data-2024", "data-2026", "--format", "json"]);
    assert_eq!((code, errors.as_str()), (0, ""));
    let mut fates = fates(&out);
    fates.sort();
    let expected = [("arbres", "changed"), ("bancs", "deleted"), ("fleurs", "added")];
    let fates: Vec<(&str, &str)> = fates.iter().map(|(slug, fate)| (slug.as_str(), fate.as_str())).collect();
    assert_eq!(fates, expected);
    let json: Json = serde_json::from_str(&out).unwrap();
    assert_eq!((&json["base"], &json["head"]), (&"data-2024".into(), &"data-2026".into()));
    let (_, markdown, _) = diff(&project, &["data-2024", "data-2026"]);
    assert!(markdown.contains("Trees in streets") && markdown.contains("`data-2024`"), "{markdown}");
    let (_, html, _) = diff(&project, &["data-2024", "data-2026", "--format", "html"]);
    assert!(html.starts_with("<!doctype html>") || html.starts_with("<!DOCTYPE html>"), "{html}");
    // Nothing is left beside what is compared.
    assert_eq!(names(&project.path("data-2024/source")), ["content", "site.toml"]);
    assert_eq!(diff(&project, &["data-2024", "data-2026", "--fail-on", "regression"]).0, 1);
    assert_eq!(diff(&project, &["data-2026", "data-2026", "--fail-on", "regression"]).0, 0);
}

#[test]
fn time_that_went_by_is_no_change() {
    let (project, original) = (Project::empty(), catalogue());
    let root = original.path(".");
    let trees = root.join("content/datasets/arbres/dataset.yaml");
    let text = fs::read_to_string(&trees).unwrap();
    write(&trees, format!("{text}frequency: monthly\nmodified: 2001-09-01\n").as_bytes());
    original.commit(1_000_100_000);
    snapshot(&root, &project.path("a"), "2001-09-10", Kind::Plain);
    snapshot(&root, &project.path("b"), NOW, Kind::Plain);
    for order in [["a", "b"], ["b", "a"]] {
        let (code, out, _) = diff(&project, &[order[0], order[1], "--format", "json", "--fail-on", "warning"]);
        assert_eq!((code, fates(&out)), (0, Vec::new()));
    }
}

#[test]
fn a_catalogue_may_stand_for_a_snapshot() {
    let project = made();
    let original = catalogue();
    let (snap, root) = (project.path("data-2024"), original.path("."));
    let sides = [snap.to_str().unwrap(), root.to_str().unwrap()];
    let (code, out, errors) = diff(&project, &[sides[0], sides[1], "--format", "json", "--now", NOW]);
    assert_eq!((code, fates(&out)), (0, Vec::new()));
    assert_eq!(errors, format!("clock: {NOW}\n"));
}

#[test]
fn what_cannot_be_opened_is_told() {
    let project = made();
    write(&project.path("data-2024/evidence.json"), b"{}");
    let (code, out, errors) = diff(&project, &["data-2024", "data-2026"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(errors.contains("evidence.json") && errors.contains("\nhelp: "), "{errors}");
    fs::remove_file(project.path("data-2026/data/evidence.json")).unwrap();
    let (code, _, errors) = diff(&project, &["data-2026", "data-2026"]);
    assert_eq!(code, 2);
    assert!(errors.contains("does not exist"), "{errors}");
    assert_eq!(diff(&project, &["data-2024", "nothing"]).0, 2);
}

#[test]
fn a_theme_of_unknown_origin_says_nothing() {
    let (project, original) = (Project::empty(), catalogue());
    let root = original.path(".");
    let site = fs::read_to_string(root.join("site.toml")).unwrap();
    write(&root.join("site.toml"), format!("theme = \"own\"\n{site}").as_bytes());
    write(&root.join("themes/own/i18n/en.toml"), b"[review]\ncompared = \"Nothing to see\"\n");
    snapshot(&root, &project.path("a"), NOW, Kind::Plain);
    change(&root);
    write(&root.join("themes/own/i18n/en.toml"), b"[review]\ncompared = \"Nothing at all\"\n");
    snapshot(&root, &project.path("b"), NOW, Kind::Plain);
    let (code, out, _) = diff(&project, &["a", "b"]);
    assert_eq!(code, 0);
    assert!(!out.contains("Nothing") && out.contains("themes/own/i18n/en.toml"), "{out}");
}
