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

/// A catalogue with a good dataset, a draft, an unreadable descriptor and a hosted file.
fn small() -> Project {
    Project::new()
        .file(
            "content/datasets/stops/dataset.yaml",
            "title: Bus stops\nresources:\n  - path: stops.csv\n    title: Stops\n",
        )
        .file("content/datasets/stops/stops.csv", "id,name\n1,Town hall\n")
        .file("content/datasets/hidden.yaml", "title: Hidden\nprivate: true\n")
        .file("content/datasets/odd.yaml", "title: [\n")
        .file("content/static/robots.txt", "User-agent: *\n")
}

#[test]
fn a_build_sums_up_and_exits_with_0_unless_strict() {
    let project = small();
    let ran = project.run(&["build", "--no-minify"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.out.contains("content/datasets/odd.yaml cannot be read and has no page\n"), "{}", ran.out);
    assert!(ran.out.contains("Y001 error: "), "{}", ran.out);
    let read = |path: &str| std::fs::read_to_string(project.path(path));
    assert_eq!(read("public/datasets/stops/files/stops.csv").unwrap(), "id,name\n1,Town hall\n");
    assert_eq!(read("public/robots.txt").unwrap(), "User-agent: *\n");
    assert!(read("public/datasets/stops/index.html").unwrap().contains("Bus stops"));
    assert!(read("public/datasets/hidden/index.html").is_err() && read("public/datasets/odd/index.html").is_err());
    assert_eq!(project.run(&["build", "--no-minify", "--strict"]).code, Some(1));
}

#[test]
fn a_second_build_writes_nothing_and_says_the_same() {
    let project = small();
    let first = project.run(&["build", "--no-minify"]).out;
    let second = project.run(&["build", "--no-minify"]).out;
    let without_numbers =
        |text: &str| text.lines().take(text.lines().count() - 1).map(String::from).collect::<Vec<_>>();
    assert_eq!(without_numbers(&first), without_numbers(&second));
    assert!(second.ends_with(", 0 written, 0 removed\n"), "{second}");
    let with_drafts = project.run(&["build", "--no-minify", "--drafts"]).out;
    assert!(!with_drafts.ends_with(", 0 written, 0 removed\n"));
    assert!(project.path("public/datasets/hidden/index.html").exists());
}

#[test]
fn the_public_address_of_the_command_line_wins() {
    let project = small().file("site.toml", "id = \"5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001\"\ntitle = \"T\"\n");
    let warning = "no public address";
    assert!(project.run(&["build", "--no-minify"]).out.contains(warning));
    let ran = project.run(&["build", "--no-minify", "--base-url", "https://data.example/town"]);
    assert!(!ran.out.contains(warning));
    let home = std::fs::read_to_string(project.path("public/index.html")).unwrap();
    assert!(home.contains("href=\"https://data.example/town/\""), "a canonical address");
    assert_eq!(project.run(&["build", "--base-url", "data.example"]).code, Some(2));
}

#[test]
fn files_of_others_stop_a_build_and_are_adopted_once_named() {
    let project = small().file("public/own.txt", "mine");
    let ran = project.run(&["build", "--no-minify"]);
    assert_eq!((ran.code, ran.err.contains("own.txt")), (Some(2), true));
    assert!(!project.path("public/index.html").exists());
    let ran = project.run(&["build", "--no-minify", "--adopt"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(!project.path("public/own.txt").exists());
}

#[test]
fn a_folder_on_the_command_line_is_the_catalogue_and_the_output_is_where_it_was_asked() {
    let project = Project::empty().file("portal/site.toml", crate::catalog::SITE);
    assert_eq!(project.run(&["build", "portal", "--no-minify"]).code, Some(0));
    assert!(project.path("portal/public/index.html").exists());
    assert_eq!(project.run(&["build", "portal", "--no-minify", "--out", "here"]).code, Some(0));
    assert!(project.path("here/index.html").exists());
    assert_eq!(project.run(&["build", "elsewhere"]).code, Some(2));
}

#[test]
fn scores_fail_the_command_below_the_minimum() {
    let project = small();
    assert_eq!(project.run(&["score", "--min", "0"]).code, Some(0));
    let ran = project.run(&["score", "--min", "100", "--profile", "mqa"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), "clock: 2026-11-23\ndatasets below the minimum: 1\n"));
    let json: serde_json::Value = serde_json::from_str(&project.run(&["score", "--format", "json"]).out).unwrap();
    assert!(json["format"].is_number());
    assert!(project.run(&["score", "--format", "csv"]).out.starts_with("dataset,title,profile,"));
    assert_eq!(project.run(&["score", "--profile", "none"]).code, Some(2));
}

#[test]
fn a_rule_can_be_explained_as_the_documentation_does() {
    let ran = Project::empty().run(&["explain", "L001", "--format", "markdown"]);
    assert!(ran.out.starts_with("## missing-license\n\nL001 "), "{}", ran.out);
}
