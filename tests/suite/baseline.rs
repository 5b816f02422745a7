//! A baseline as an old catalogue uses it: what it hides, what it lets through, how it shrinks.

use insta::assert_snapshot;
use serde_json::Value;

use crate::project::Project;

const OLD: &str = "\
title: Trees
licence: x
resources:
- {title: List, url: 'https://a.example/a.csv', colour: red}
- {title: Map, url: 'https://a.example/b.csv', colour: red}
";
const DATASET: &str = "content/datasets/a.yaml";

/// A catalogue that has adopted the rules with what was wrong then.
fn adopted() -> Project {
    let project = Project::new().file(DATASET, OLD);
    let ran = project.run(&["check", "--fail-on", "info", "--write-baseline", "old.json"]);
    assert_eq!(ran.code, Some(0), "{}", ran.out);
    project
}

/// Codes and keys of the findings that the baseline lets through.
fn shown(project: &Project) -> Vec<String> {
    let json = json(project);
    let one = |finding: &Value| format!("{} {}", finding["code"].as_str().unwrap(), finding["key"].as_str().unwrap());
    json["findings"].as_array().unwrap().iter().map(one).collect()
}

fn json(project: &Project) -> Value {
    let ran = project.run(&["check", "--baseline", "old.json", "--format", "json", "--quiet"]);
    serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{ran:?}"))
}

#[test]
fn what_was_found_is_hidden_and_counted() {
    let project = adopted();
    let ran = project.run(&["check", "--baseline", "old.json", "--quiet", "--fail-on", "info"]);
    assert_eq!(ran.code, Some(0));
    let count = project.run(&["check", "--format", "json"]).out.matches("\"code\"").count();
    assert_eq!(ran.out, format!("nothing to mend\n{count} findings hidden by the baseline\n"));
    for format in ["json", "sarif", "github", "gitlab", "junit"] {
        let ran = project.run(&["check", "--baseline", "old.json", "--format", format]);
        let said = format!("{count} findings hidden by the baseline");
        let is_said = ran.out.contains(&said) || ran.out.contains(&format!("\"hidden\": {count}"));
        assert!(is_said, "{format}: {}", ran.out);
    }
}

#[test]
fn edits_elsewhere_do_not_bring_old_findings_back() {
    let project = adopted();
    let lines: Vec<&str> = OLD.lines().collect();
    let moved = format!("# A comment\n\nacronym: T\n{}\n{}\n", lines[1], lines[0]);
    project.write(
        DATASET,
        format!("{moved}resources:\n- {{title: New, url: 'https://a.example/c.csv'}}\n{}\n{}\n", lines[4], lines[3]),
    );
    let shown = shown(&project);
    assert!(!shown.iter().any(|one| one.starts_with("V001")), "{shown:?}");
}

#[test]
fn a_new_finding_shows_even_where_old_ones_are_like_it() {
    let project = adopted();
    project.write(DATASET, format!("{OLD}- {{title: New, url: 'https://a.example/c.csv', colour: red}}\nlisence: x\n"));
    let shown: Vec<String> = shown(&project).into_iter().filter(|one| one.starts_with("V001")).collect();
    assert_eq!(shown, ["V001 resources[2].colour", "V001 lisence"]);
    assert_eq!(project.run(&["check", "--baseline", "old.json", "--fail-on", "warning"]).code, Some(1));
}

#[test]
fn a_mended_finding_is_named_and_the_baseline_shrinks() {
    let project = adopted();
    let before = std::fs::read_to_string(project.path("old.json")).unwrap();
    project.write(DATASET, OLD.replace("licence: x", "lisence: x"));
    let ran = project.run(&["check", "--baseline", "old.json", "--quiet"]);
    assert_snapshot!(ran.out.lines().skip_while(|line| !line.contains("hidden")).collect::<Vec<_>>().join("\n"), @"
    20 findings hidden by the baseline; 1 entry of it is no longer needed
      V001 unknown-key content/datasets/a.yaml licence
    to drop them: etal check --baseline FILE --write-baseline FILE
    ");
    let stale = json(&project)["baseline"]["stale"].clone();
    assert_eq!((&stale[0]["key"], stale.as_array().unwrap().len()), (&"licence".into(), 1));

    let ran = project.run(&["check", "--baseline", "old.json", "--write-baseline", "old.json"]);
    assert!(ran.err.contains("findings written to `old.json`: "), "{}", ran.err);
    let after = std::fs::read_to_string(project.path("old.json")).unwrap();
    assert_eq!(before.lines().count() - after.lines().count(), 1);
    assert!(after.lines().all(|line| before.contains(line.trim_end_matches(','))), "{after}");
    assert_eq!(shown(&project), ["V001 lisence"]);
}

#[test]
fn a_baseline_of_a_part_hides_that_part() {
    let project = Project::new().file(DATASET, OLD).file("content/datasets/b.yaml", OLD);
    assert_eq!(project.run(&["check", DATASET, "--write-baseline", "old.json"]).code, Some(0));
    let json = json(&project);
    let paths = json["findings"].as_array().unwrap().iter().map(|finding| finding["path"].as_str().unwrap());
    assert!(paths.clone().any(|path| path.ends_with("b.yaml")) && !paths.clone().any(|path| path.ends_with("a.yaml")));
}

#[test]
fn a_file_that_is_no_baseline_is_refused() {
    let project = adopted();
    for (content, said) in [
        ("[]", "is no baseline"),
        ("{\"format\": 1, \"findings\": [{\"fingerprint\": \"x\"}]}", "`x` is no fingerprint"),
        ("{\"format\": 2, \"entries\": []}", "has the form 2, and only the form 1 is known"),
    ] {
        project.write("wrong.json", content);
        let ran = project.run(&["check", "--baseline", "wrong.json"]);
        assert_eq!(ran.code, Some(2), "{content}");
        assert!(ran.err.contains(said), "{}", ran.err);
    }
    assert_snapshot!(project.run(&["check", "--quiet", "--baseline", "none.json"]).transcript(), @"
    -- err
    error: `none.json` does not exist
    help: write one with `etal check --write-baseline FILE`
    -- exit 2
    ");
}

#[test]
fn a_baseline_has_no_values() {
    let project =
        Project::new().file(DATASET, "title: Trees\ncontact_points:\n- {name: Ada, email: 'ada[at]a.example'}\n");
    project.run(&["check", "--write-baseline", "old.json"]);
    let text = std::fs::read_to_string(project.path("old.json")).unwrap();
    assert!(text.contains("A004 bad-email") && !text.contains("ada["), "{text}");
}
