//! The command: what it refuses, when it fails, and what it prints.

use serde_json::Value;

use crate::catalog::SITE;
use crate::project::Project;

const A: &str = "id: 3f1f0c1e-0b43-4d0a-9d3f-0a4d7f7a0001\ntitle: A\nlicense: etalab-2.0\nfrequency: annual\n";

fn start() -> Project {
    let project = Project::empty().file("site.toml", SITE).file("content/datasets/a.yaml", A);
    project.git(0, &["init", "--quiet"]).commit(100);
    project.git(0, &["checkout", "--quiet", "-b", "change"]);
    project
}

#[track_caller]
fn code(project: &Project, limits: &[&str], expected: i32) {
    let mut arguments = vec!["review", "--base", "main", "--quiet"];
    arguments.extend(limits.iter().flat_map(|limit| ["--fail-on", *limit]));
    let ran = project.run(&arguments);
    assert_eq!(ran.code, Some(expected), "{limits:?}: {}{}", ran.out, ran.err);
}

#[test]
fn nothing_changes() {
    let project = start();
    let ran = project.run(&["review", "--base", "main", "--lang", "en", "--quiet"]);
    assert!(
        ran.out.starts_with("<!-- etal review -->\n") && ran.out.contains("Nothing changes for readers."),
        "{}",
        ran.out
    );
    code(&project, &["error", "warning", "regression", "score:100"], 0);
}

#[test]
fn each_limit_fails_for_its_own_reason() {
    let project = start();
    project.write("content/datasets/a.yaml", format!("{A}description: short\n"));
    code(&project, &["error"], 0);
    code(&project, &["score:100"], 1);
    project.write("content/datasets/a.yaml", A.replace("etalab-2.0", "unknown words"));
    code(&project, &["warning"], 1);
    code(&project, &["regression"], 1);
    project.write("content/datasets/a.yaml", "title: [");
    code(&project, &["error"], 1);
    code(&project, &[], 0);
    code(&project, &["nonsense"], 2);
    code(&project, &["score:101"], 2);
}

#[test]
fn files_in_no_commit_count_and_removed_ones_too() {
    let project = start();
    std::fs::remove_file(project.path("content/datasets/a.yaml")).unwrap();
    project.write("content/datasets/b.yaml", "title: B\n");
    let ran = project.run(&["review", "--base", "main", "--format", "json", "--quiet"]);
    let value: Value = serde_json::from_str(&ran.out).unwrap();
    let fates: Vec<_> = value["datasets"].as_array().unwrap().iter().map(|one| (&one["slug"], &one["fate"])).collect();
    assert_eq!(fates, [(&Value::from("a"), &Value::from("deleted")), (&Value::from("b"), &Value::from("added"))]);
    assert_eq!(value["format"], 1);
}

#[test]
fn a_missing_base_is_said_plainly() {
    let project = start();
    for (base, words) in [
        ("origin/main", "no commit is called `origin/main` here"),
        ("--output=x", "no commit is called `--output=x` here"),
        ("main..change", "no commit is called `main..change` here"),
        ("", "no commit is called `` here"),
    ] {
        let ran = project.run(&["review", &format!("--base={base}"), "--lang", "en"]);
        assert_eq!(ran.code, Some(2), "{base}");
        assert!(ran.err.contains(words) && ran.err.contains("git fetch"), "{}", ran.err);
    }
    project.git(0, &["checkout", "--quiet", "--orphan", "other"]).commit(300);
    let ran = project.run(&["review", "--base", "main", "--lang", "fr"]);
    assert!(ran.err.contains("n’ont pas d’ancêtre commun ici"), "{}", ran.err);
    let alone = Project::empty().file("site.toml", SITE);
    let ran = alone.run(&["review", "--base", "main", "--lang", "en"]);
    assert!(ran.code == Some(2) && ran.err.contains("in no git repository"), "{}", ran.err);
}

#[test]
fn a_new_catalogue_has_nothing_to_be_compared_with() {
    let project = Project::empty().file("README.md", "x\n");
    project.git(0, &["init", "--quiet"]).commit(100);
    project.git(0, &["checkout", "--quiet", "-b", "change"]);
    project.write("site.toml", SITE);
    project.write("content/datasets/a.yaml", A);
    project.commit(200);
    let ran = project.run(&["review", "--base", "main", "--lang", "en", "--quiet"]);
    assert!(ran.out.contains("This is a new catalogue") && ran.out.contains("New: A"), "{}", ran.out);
}

#[test]
fn a_catalogue_may_be_a_folder_of_a_repository() {
    let project =
        Project::empty().file("data/site.toml", SITE).file("data/content/datasets/a.yaml", A).file("x.txt", "x");
    project.git(0, &["init", "--quiet"]).commit(100);
    project.git(0, &["checkout", "--quiet", "-b", "change"]);
    project.git(0, &["mv", "data/content/datasets/a.yaml", "data/content/datasets/b.yaml"]);
    project.write("x.txt", "y");
    project.write(".github/workflows/x.yml", "on: push\n");
    project.commit(200);
    for head in [&["--head", "change"][..], &[]] {
        let arguments =
            [&["review", "--base", "main", "--format", "json", "--quiet", "--root", "data"][..], head].concat();
        let ran = project.run(&arguments);
        let value: Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{}", ran.err));
        let one = &value["datasets"][0];
        assert_eq!((&one["fate"], &one["former_slug"]), (&Value::from("renamed"), &Value::from("a")), "{value:#}");
        assert_eq!(value["datasets"].as_array().unwrap().len(), 1);
        assert!(value["consent"].to_string().contains(".github/workflows/x.yml"), "{value:#}");
    }
}

#[test]
fn a_page_of_its_own_is_whole_and_has_no_script() {
    let project = start();
    project.write("content/datasets/a.yaml", A.replace("title: A", "title: '<script>alert(1)</script>'"));
    let ran = project.run(&["review", "--base", "main", "--format", "html", "--quiet"]);
    assert!(ran.out.starts_with("<!doctype html>") && ran.out.ends_with("</html>\n"));
    assert!(ran.out.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && !ran.out.contains("<script"));
}

#[test]
fn a_change_of_everything_fits_a_comment() {
    let project = start();
    for number in 0..3000 {
        project.write(
            &format!("content/datasets/d{number}.yaml"),
            format!("title: D{number}\ndescription: {}\n", "word ".repeat(200)),
        );
    }
    let ran = project.run(&["review", "--base", "main", "--lang", "en", "--quiet"]);
    assert!(ran.out.chars().count() < 60_000, "{}", ran.out.chars().count());
    assert!(
        ran.out.contains("3,000 new datasets") && ran.out.contains("more changes are not shown"),
        "{}",
        &ran.out[..2000]
    );
}
