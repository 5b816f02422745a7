//! Commands as people run them: what is printed where, and the exit code.

use insta::assert_snapshot;

use crate::project::Project;

/// A catalogue with one dataset whose title is missing.
fn faulty() -> Project {
    Project::new().file("content/datasets/a.yaml", "titel: Bus stops\n")
}

#[test]
fn findings_fail_the_command_at_the_asked_severity() {
    let project = faulty();
    for (fail_on, code) in [("error", 1), ("warning", 1), ("never", 0)] {
        let ran = project.run(&["check", "--fail-on", fail_on]);
        assert_eq!(ran.code, Some(code), "{fail_on}");
        assert_eq!(ran.err, "clock: 2026-11-23\n");
    }
    assert_eq!(project.run(&["check", "--quiet"]).err, "");
}

#[test]
fn a_file_restricts_what_is_shown() {
    let project =
        faulty().file("content/datasets/b/dataset.yaml", "titel: Bus lines\n").file("content/datasets/b/x.csv", "a\n");
    let shown = |arguments: &[&str]| {
        let ran = project.run(&[&["check", "--format", "json"], arguments].concat());
        let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        let findings = json["findings"].as_array().unwrap().clone();
        let mut paths: Vec<String> = findings.iter().map(|one| one["path"].as_str().unwrap().to_owned()).collect();
        paths.dedup();
        paths
    };
    let (a, b) = ("content/datasets/a.yaml", "content/datasets/b/dataset.yaml");
    assert_eq!(shown(&[a]), [a]);
    assert_eq!(shown(&["content/datasets/b/x.csv"]), [b]);
    assert_eq!(shown(&["content/datasets"]), [a, b]);
    assert_eq!(shown(&["site.toml"]), ["site.toml"]);
}

#[test]
fn a_folder_of_another_project_is_read_as_datasets() {
    let project = Project::empty().file("registry/a.yaml", "Name: Genomes\nDescription: Many\n");
    let ran = project.run(&["check", "registry", "--format", "json"]);
    assert_eq!(ran.code, Some(1));
    assert_snapshot!(ran.err, @"
    clock: 2026-11-23
    no `site.toml`: every file of this folder is taken for the descriptor of a dataset
    ");
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert!(json["findings"].as_array().unwrap().iter().all(|finding| finding["path"] == "a.yaml"));
    assert!(!project.path("registry/.etal").exists());
}

#[test]
fn where_there_is_no_catalogue_the_remedy_is_named() {
    let project = Project::empty();
    assert_snapshot!(project.run(&["check"]).transcript(), @"
    -- err
    error: no `site.toml` in `[FOLDER]` or above it
    help: begin a catalogue with `etal init DIR`, or name the folder of one with `--root DIR`
    -- exit 2
    ");
    assert_snapshot!(project.run_with(&["check", "--root", "x"], &[("LANG", "fr_FR.UTF-8")]).transcript(), @"
    -- err
    erreur : `x` n’existe pas
    aide : vérifier l’orthographe du chemin
    -- exit 2
    ");
}

#[test]
fn the_nearest_catalogue_upwards_is_taken() {
    let project = faulty().file("content/datasets/b/x.csv", "a\n");
    let below = project.path("content/datasets/b");
    let outside = Project::empty();
    let root = below.to_str().unwrap();
    assert_eq!(outside.run(&["check", "--quiet", root]).code, Some(0));
    assert_eq!(outside.run(&["check", "--quiet", "--root", root]).code, Some(2));
    assert_eq!(outside.run(&["check", "--quiet", "--root", project.path(".").to_str().unwrap()]).code, Some(1));
}

#[test]
fn the_clock_is_told_once() {
    let project = Project::new();
    let epoch = |value: &str| project.run_with(&["check"], &[("SOURCE_DATE_EPOCH", value)]).err;
    assert_eq!(epoch("0"), "clock: 2026-11-23\n");
    let clock = |value: &str| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_etal"));
        let output = command.arg("check").current_dir(project.path(".")).env_clear().env("SOURCE_DATE_EPOCH", value);
        String::from_utf8(output.output().unwrap().stderr).unwrap()
    };
    assert_eq!(clock("86400"), "clock: 1970-01-02\n");
    assert_snapshot!(clock("tomorrow"), @"
    error: `SOURCE_DATE_EPOCH` is `tomorrow`, not a number of seconds
    help: unset it, or give the day with `--now 2026-11-23`
    ");
}

#[test]
fn a_rule_is_explained_and_a_misspelled_one_guessed() {
    let project = Project::empty();
    let ran = project.run(&["explain", "d001"]);
    assert_eq!((ran.code, ran.out.lines().next()), (Some(0), Some("D001 missing-title (error)")));
    assert_eq!(ran.err, "");
    assert_snapshot!(project.run(&["explain", "mising-title"]).transcript(), @"
    -- err
    error: no rule is called `mising-title`
    help: try `etal explain missing-title`
    -- exit 2
    ");
    assert_eq!(project.run(&["explain"]).out.lines().count(), etal::rules::RULES.len());
}

#[test]
fn wrong_arguments_could_not_run_and_help_is_no_fault() {
    let project = Project::empty();
    assert_eq!(project.run(&["chekc"]).code, Some(2));
    assert_eq!(project.run(&["check", "--help"]).code, Some(0));
    assert_eq!(project.run(&["check", "--now", "soon"]).code, Some(2));
}

#[test]
fn completions_and_manual_know_every_command() {
    let project = Project::empty();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(project.run(&["completions", shell]).out.contains("fail-on"), "{shell}");
    }
    assert_eq!(project.run(&["man", "--out", "pages"]).code, Some(0));
    for command in etal::cli::command().get_subcommands() {
        assert!(project.path(&format!("pages/etal-{}.1", command.get_name())).exists());
    }
}

#[test]
fn a_reader_that_has_enough_is_no_fault() {
    use std::process::{Command, Stdio};
    let project = faulty();
    let mut command = Command::new(env!("CARGO_BIN_EXE_etal"));
    command.args(["explain"]).current_dir(project.path(".")).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}
