//! `etal codeowners`: who is asked to approve what, in the words of each forge.

use insta::assert_snapshot;

use crate::catalog::SITE;
use crate::project::Project;

const DATASET: &str = "title: T\norganization: ";

/// Two producers, the town being the publisher; one dataset of each form.
fn project(forge: &str) -> Project {
    Project::empty()
        .file("site.toml", format!("{SITE}publisher = \"town\"\n{forge}"))
        .file(
            "content/organizations/town.yaml",
            "name: Town\nmembers:\n  - { forge: \"@ada\", role: admin }\n  - { forge: bob }\n  - { forge: cy, role: partial_editor }\n",
        )
        .file(
            "content/organizations/lab.yaml",
            "name: Lab\nmembers:\n  - { person: eve, forge: Eve, role: editor }\n  - { forge: \"x @ada\" }\n  - { forge: \"y\\n* @z\" }\n",
        )
        .file("content/organizations/none.yaml", "name: None\n")
        .file("content/people/eve.yaml", "name: Eve\n")
        .file("content/datasets/a/dataset.yaml", format!("{DATASET}town\n"))
        .file("content/datasets/b.yaml", format!("{DATASET}lab\n"))
        .file("content/datasets/c d/dataset.md", "---\ntitle: C\nowner: eve\n---\n")
        .file("content/datasets/e#f.yaml", format!("{DATASET}lab\n"))
        .file("content/datasets/g.yaml", format!("{DATASET}none\n"))
        .file("content/services/s.yaml", format!("{DATASET}lab\n"))
        .file("content/organizations/office.yaml", "name: Office\nmembers: [{ forge: ADA }]\n")
        .file("content/datasets/same.yaml", format!("{DATASET}office\n"))
        .file("content/topics/t.yaml", "title: T\n")
}

const GITHUB: &str = "[forge]\nurl = \"https://github.com/town/data\"\n";

fn written(project: &Project, path: &str) -> String {
    std::fs::read_to_string(project.path(path)).unwrap()
}

#[test]
fn github_gets_one_line_for_each_path_and_the_guarded_ones_last() {
    let project = project(GITHUB);
    assert_snapshot!(project.run(&["codeowners"]).transcript(), @r#"
    -- out
    .github/CODEOWNERS: written
    -- err
    clock: 2026-11-23
    content/organizations/lab.yaml: no name on this forge, left out: "x @ada"
    content/organizations/lab.yaml: no name on this forge, left out: "y\n* @z"
    "content/datasets/e#f.yaml": patterns of this forge cannot say this path: its changes go to the maintainers
    -- exit 0
    "#);
    assert_snapshot!(written(&project, ".github/CODEOWNERS"), @r#"
    # Written by `etal codeowners` from the members of organizations: change those, then run it again.
    # It binds only on a protected branch that requires the approval of code owners.

    # The maintainers answer for what nobody else does, new descriptors included.
    * @ada

    # Each producer for what it publishes.
    /content/datasets/a/ @ada @bob
    /content/datasets/b.yaml @Eve @ada
    /content/datasets/b/ @Eve @ada
    /content/datasets/c\ d/ @Eve @ada
    /content/services/s.yaml @Eve @ada

    # What decides about others stays with the maintainers.
    /site.toml @ada
    /themes/ @ada
    /content/static/ @ada
    /content/pages/ @ada
    /content/organizations/ @ada
    /content/people/ @ada
    /.github/ @ada
    /CODEOWNERS @ada
    /docs/CODEOWNERS @ada
    "#);
    let before = written(&project, ".github/CODEOWNERS");
    assert_eq!(project.run(&["codeowners", "--lang", "fr", "--quiet"]).code, Some(0));
    assert_eq!(written(&project, ".github/CODEOWNERS"), before, "whoever writes it");
}

#[test]
fn gitlab_gets_the_same_and_nothing_that_would_hide_it() {
    let project = project("[forge]\nurl = \"https://gitlab.example/town/data\"\nowners = [\"@town/data/keepers\"]\n");
    assert_eq!(project.run(&["codeowners"]).code, Some(0));
    assert_snapshot!(written(&project, ".gitlab/CODEOWNERS"), @r#"
    # Written by `etal codeowners` from the members of organizations: change those, then run it again.
    # It binds only on a protected branch that requires the approval of code owners.

    # The maintainers answer for what nobody else does, new descriptors included.
    * @town/data/keepers

    # Each producer for what it publishes.
    /content/datasets/a/ @ada @bob
    /content/datasets/b.yaml @Eve @town/data/keepers
    /content/datasets/b/ @Eve @town/data/keepers
    /content/datasets/c\ d/ @Eve @town/data/keepers
    /content/datasets/same.yaml @ADA @town/data/keepers
    /content/datasets/same/ @ADA @town/data/keepers
    /content/services/s.yaml @Eve @town/data/keepers

    # What decides about others stays with the maintainers.
    /site.toml @town/data/keepers
    /themes/ @town/data/keepers
    /content/static/ @town/data/keepers
    /content/pages/ @town/data/keepers
    /content/organizations/ @town/data/keepers
    /content/people/ @town/data/keepers
    /.gitlab/ @town/data/keepers
    /.gitlab-ci.yml @town/data/keepers
    /CODEOWNERS @town/data/keepers
    /docs/CODEOWNERS @town/data/keepers
    "#);
    project.write("CODEOWNERS", "* @somebody\n");
    assert_snapshot!(project.run(&["codeowners", "--check", "--quiet"]).transcript(), @r#"
    -- err
    error: the forge would read `CODEOWNERS` and not `.gitlab/CODEOWNERS`
    help: move `CODEOWNERS` away, or write there with `--out CODEOWNERS`
    -- exit 2
    "#);
}

#[test]
fn forgejo_gets_regular_expressions() {
    let project = project("languages = [\"fr\"]\n[forge]\nurl = \"https://codeberg.org/town/data\"\n");
    project.write("content/datasets/v1.2 (new)/dataset.yaml", format!("{DATASET}lab\n"));
    assert_eq!(project.run(&["codeowners"]).code, Some(0));
    assert_snapshot!(written(&project, "CODEOWNERS"), @r#"
    # Écrit par `etal codeowners` d’après les membres des organisations : modifier ceux-ci, puis le relancer.
    # Il n’engage que sur une branche protégée qui exige l’accord des propriétaires.

    # Les mainteneurs répondent de ce dont personne d’autre ne répond, fiches neuves comprises.
    .* @ada

    # Chaque producteur pour ce qu’il publie.
    content/datasets/a/.* @ada @bob
    content/datasets/b\\.yaml @Eve @ada
    content/datasets/b/.* @Eve @ada
    content/datasets/c\ d/.* @Eve @ada
    content/datasets/e\#f\\.yaml @Eve @ada
    content/datasets/e\#f/.* @Eve @ada
    content/datasets/v1\\.2\ \\(new\\)/.* @Eve @ada
    content/services/s\\.yaml @Eve @ada

    # Ce qui décide pour les autres reste aux mainteneurs.
    site\\.toml @ada
    themes/.* @ada
    content/static/.* @ada
    content/pages/.* @ada
    content/organizations/.* @ada
    content/people/.* @ada
    \\.forgejo/.* @ada
    \\.gitea/.* @ada
    \\.github/.* @ada
    CODEOWNERS @ada
    docs/CODEOWNERS @ada
    "#);
}

#[test]
fn check_tells_whether_the_file_is_up_to_date_and_writes_nothing() {
    let project = project(GITHUB);
    let path = project.path(".github/CODEOWNERS");
    assert_snapshot!(project.run(&["codeowners", "--check", "--quiet"]).transcript(), @r#"
    -- out
    .github/CODEOWNERS: not up to date; run `etal codeowners` and commit it
    -- exit 1
    "#);
    assert!(!path.exists());
    project.run(&["codeowners"]);
    assert_eq!(project.run(&["codeowners", "--check", "--quiet"]).transcript(), "-- exit 0\n");
    project.write("content/datasets/new.yaml", format!("{DATASET}lab\n"));
    assert_eq!(project.run(&["codeowners", "--check", "--quiet"]).code, Some(1));
}

#[test]
fn a_file_of_somebody_else_is_left_alone() {
    let project = project(GITHUB).file(".github/CODEOWNERS", "* @somebody\n");
    assert_snapshot!(project.run(&["codeowners", "--quiet"]).transcript(), @r#"
    -- err
    error: `.github/CODEOWNERS` was not written by etal
    help: move it away and give its names under `owners` of `[forge]` and as `members` of organizations, or write another file with `--out FILE`
    -- exit 2
    "#);
    assert_eq!(written(&project, ".github/CODEOWNERS"), "* @somebody\n");
    assert_eq!(project.run(&["codeowners", "--out", "other"]).code, Some(0));
    assert!(project.path("other").exists());
}

#[test]
fn without_maintainers_nothing_is_written() {
    let project = Project::new();
    assert_snapshot!(project.run(&["codeowners", "--forge", "github", "--quiet"]).transcript(), @r#"
    -- err
    error: no maintainer of the catalogue is known: nobody could approve what has no producer
    help: give `owners = ["name"]` under `[forge]` in site.toml, or `members` with `forge` and `role: admin` to the organization that is its `publisher`
    -- exit 2
    "#);
    assert_snapshot!(project.run(&["codeowners", "--lang", "fr", "--quiet"]).transcript(), @r#"
    -- err
    erreur : la forge n’est pas connue
    aide : la nommer avec `--forge github`, ou sous `[forge]` dans site.toml
    -- exit 2
    "#);
    project.write("site.toml", format!("{SITE}{GITHUB}owners = [\"a b\", \"@ada\"]\n"));
    let ran = project.run(&["codeowners"]);
    assert!(ran.err.contains("site.toml: no name on this forge, left out: \"a b\"\n"), "{}", ran.err);
    assert!(written(&project, ".github/CODEOWNERS").contains("\n* @ada\n"));
}

#[test]
fn a_catalogue_in_a_folder_answers_for_that_folder_alone() {
    let project = Project::empty()
        .file("data/cat/site.toml", format!("{SITE}{GITHUB}owners = [\"ada\"]\n"))
        .file("data/cat/content/datasets/a/dataset.yaml", "title: A\n");
    project.git(1, &["init", "--quiet"]);
    assert_eq!(project.run(&["codeowners", "data/cat"]).code, Some(0));
    let text = written(&project, ".github/CODEOWNERS");
    let lines: Vec<&str> = text.lines().filter(|line| line.starts_with(['/', '*'])).collect();
    assert_eq!(lines[..2], ["/data/cat/ @ada", "/data/cat/site.toml @ada"]);
}
