//! Ten changes as their reviewers see them: the whole comment of each.

use insta::assert_snapshot;

use super::{comment, reviewed};
use crate::project::Project;

const SITE: &str = "title = { en = \"Aubrelle data\", fr = \"Données d’Aubrelle\" }\nbase_url = \"https://data.example/\"\n\
                    languages = [\"en\", \"fr\"]\npublisher = \"town\"\n";

const TREES: &str = "id: 3f1f0c1e-0b43-4d0a-9d3f-0a4d7f7a0001
title: Trees of the town
description: |
  Every tree along a street, with its kind and the year it was planted.

  The list is kept by the gardeners, who walk all streets each winter.
license: etalab-2.0
frequency: annual
organization: town
tags: [trees, streets, nature]
themes: [ENVI]
temporal_coverage: 2019/2026
spatial: { zones: [{ id: fr }], granularity: poi }
contact_points: [{ name: Gardens, email: gardens@aubrelle.example }]
modified: 2026-11-01
resources:
- id: 3f1f0c1e-0b43-4d0a-9d3f-0a4d7f7a0011
  title: Trees
  path: trees.csv
- id: 3f1f0c1e-0b43-4d0a-9d3f-0a4d7f7a0012
  title: How trees are counted
  type: documentation
  url: https://aubrelle.example/trees.pdf
";

const TABLE: &str = "id,kind,year\n1,lime,1987\n2,oak,2003\n";

/// A catalogue with a town, a club, a dataset of each and a draft, in a repository.
fn start() -> Project {
    let project = Project::empty()
        .file("site.toml", SITE)
        .file("content/organizations/town.yaml", "id: 3f1f0c1e-0b43-4d0a-9d3f-0a4d7f7a0a01\nname: Town of Aubrelle\nmembers: [{ forge: mayor }, { forge: gardens }]\n")
        .file("content/organizations/club.yaml", "id: 3f1f0c1e-0b43-4d0a-9d3f-0a4d7f7a0a02\nname: Cycling club\nmembers: [{ forge: wheel }]\n")
        .file("content/datasets/trees/dataset.yaml", TREES)
        .file("content/datasets/trees/trees.csv", TABLE)
        .file("content/datasets/counts.md", "---\nid: 3f1f0c1e-0b43-4d0a-9d3f-0a4d7f7a0002\ntitle: Bicycle counts\nlicense: ODbL-1.0\norganization: club\nresources:\n- title: Counts\n  url: https://club.example/counts.csv\n---\n\nBicycles counted each week at the bridge.\n")
        .file("content/datasets/secret.yaml", "title: Hidden plans\nprivate: true\n");
    project.git(0, &["init", "--quiet"]).commit(100).git(0, &["checkout", "--quiet", "-b", "change"]);
    project
}

fn edit(project: &Project, path: &str, from: &str, to: &str) {
    let text = std::fs::read_to_string(project.path(path)).unwrap();
    assert!(text.contains(from), "{path} has no {from}");
    project.write(path, text.replace(from, to));
}

#[track_caller]
fn told(project: &Project, actor: Option<&str>, language: &str) -> String {
    project.commit(200);
    comment(&reviewed(project, "main", None, actor, language))
}

#[test]
fn a_first_dataset_of_a_newcomer() {
    let project = start();
    project.write("content/datasets/benches.yaml", "title: Benches\ndescription: Where to sit.\nlicense: CC-BI\ntags: [benches]\nresources:\n- url: http://aubrelle.example/benches.csv\n");
    assert_snapshot!("newcomer", told(&project, Some("newcomer"), "en"));
}

#[test]
fn a_dataset_with_another_licence_and_better_words() {
    let project = start();
    edit(&project, "content/datasets/trees/dataset.yaml", "etalab-2.0", "ODbL-1.0");
    edit(&project, "content/datasets/trees/dataset.yaml", "kept by the gardeners", "kept by the gardeners of the town");
    edit(&project, "content/datasets/trees/dataset.yaml", "[trees, streets, nature]", "[trees, streets, shade]");
    assert_snapshot!("changed", told(&project, Some("Gardens"), "en"));
}

#[test]
fn a_dataset_that_is_renamed_and_says_so() {
    let project = start();
    project.git(0, &["mv", "content/datasets/trees", "content/datasets/street-trees"]);
    edit(&project, "content/datasets/street-trees/dataset.yaml", "license:", "redirects: [trees]\nlicense:");
    assert_snapshot!("renamed", told(&project, None, "en"));
}

#[test]
fn a_dataset_that_is_renamed_without_a_word() {
    let project = start();
    project.git(0, &["mv", "content/datasets/counts.md", "content/datasets/vélos.md"]);
    assert_snapshot!("vanished", told(&project, None, "fr"));
}

#[test]
fn a_table_that_loses_a_column_and_a_resource_that_goes() {
    let project = start();
    project.write("content/datasets/trees/trees.csv", "id,species\n1,lime\n2,oak\n3,elm\n");
    let text = std::fs::read_to_string(project.path("content/datasets/trees/dataset.yaml")).unwrap();
    let cut = text.find("- id: 3f1f0c1e-0b43-4d0a-9d3f-0a4d7f7a0012").unwrap();
    project.write("content/datasets/trees/dataset.yaml", &text[..cut]);
    assert_snapshot!("resources", told(&project, Some("wheel"), "en"));
}

#[test]
fn a_dataset_that_is_withdrawn_and_one_that_is_deleted() {
    let project = start();
    edit(
        &project,
        "content/datasets/trees/dataset.yaml",
        "license:",
        "retired: { date: 2026-11-20, reason: Counted twice. }\nreplaced_by: counts\nlicense:",
    );
    project.git(0, &["rm", "--quiet", "content/datasets/counts.md"]);
    assert_snapshot!("gone", told(&project, None, "en"));
}

#[test]
fn drafts_are_named_by_slug_alone() {
    let project = start();
    edit(&project, "content/datasets/secret.yaml", "Hidden plans", "Hidden plans of 2027");
    project.write("content/datasets/idea.yaml", "title: An idea nobody should read\nprivate: true\nlicense: CC-BI\n");
    edit(&project, "content/datasets/counts.md", "license:", "private: true\nlicense:");
    let told = told(&project, None, "en");
    assert!(!told.contains("Hidden plans") && !told.contains("An idea") && !told.contains("CC-BI"), "{told}");
    assert_snapshot!("drafts", told);
}

#[test]
fn settings_theme_and_an_organisation_that_gives_itself_members() {
    let project = start();
    edit(&project, "site.toml", "Aubrelle data", "Open Aubrelle");
    edit(&project, "content/organizations/town.yaml", "{ forge: gardens }", "{ forge: gardens }, { forge: intruder }");
    edit(&project, "content/datasets/trees/dataset.yaml", "frequency: annual", "frequency: monthly");
    project.write("themes/default/static/own.css", "body { color: red }\n");
    project.write(".github/workflows/x.yml", "on: push\n");
    assert_snapshot!("settings", told(&project, Some("intruder"), "fr"));
}

#[test]
fn a_descriptor_that_cannot_be_read_any_more() {
    let project = start();
    edit(&project, "content/datasets/trees/dataset.yaml", "license: etalab-2.0", "license: [etalab-2.0");
    assert_snapshot!("unreadable", told(&project, None, "en"));
}

#[test]
fn words_that_would_be_markup_elsewhere() {
    let project = start();
    edit(
        &project,
        "content/datasets/trees/dataset.yaml",
        "title: Trees of the town",
        "title: \"![x](https://evil.example/x.png) <img src=x onerror=alert(1)> @mayor #12 `code` **bold**\"",
    );
    edit(
        &project,
        "content/datasets/trees/dataset.yaml",
        "Every tree",
        "/close\n  ```\n  </details><script>alert(1)</script> @mayor\n\n  Every tree",
    );
    project.write(
        "content/datasets/x/dataset.yaml",
        "title: '- [ ] 1. a'\nresources: [{ title: \"a\\n/merge\\n@mayor\", url: 'https://a.example/`x`' }]\n",
    );
    assert_snapshot!("markup", told(&project, Some("`evil` @mayor"), "en"));
}
