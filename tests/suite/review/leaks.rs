//! What a draft says is in no form of a review; what a change does is in all.

use crate::catalog::SITE;
use crate::project::Project;

const OPEN: &str = "title: A\ndescription: Something that everybody may read\nlicense: etalab-2.0\nfrequency: annual\n";
const SECRET: &str = "private: true\ntitle: SECRET\nlicense: SECRET\nsecretkey: X\naccess: { type: SECRET }\n";

/// All forms of the review of a change of one file, and of a second one.
fn forms(path: &str, before: Option<&str>, after: Option<&str>) -> String {
    let project = Project::empty().file("site.toml", SITE).file("content/datasets/other.yaml", OPEN);
    let put = |text: Option<&str>| match text {
        Some(text) => project.write(path, text),
        None => drop(std::fs::remove_file(project.path(path))),
    };
    put(before);
    project.git(0, &["init", "--quiet"]).commit(100).git(0, &["checkout", "--quiet", "-b", "change"]);
    put(after);
    project.write("content/datasets/other.yaml", format!("{OPEN}acronym: B\n"));
    project.commit(200);
    let form = |form: &str| {
        let ran = project.run(&["review", "--base", "main", "--format", form, "--quiet", "--lang", "en"]);
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        ran.out
    };
    ["markdown", "json", "html"].map(form).concat()
}

#[track_caller]
fn hides(path: &str, before: Option<&str>, after: Option<&str>) {
    let told = forms(path, before, after);
    for secret in ["SECRET", "secretkey", "no longer open"] {
        assert!(!told.contains(secret), "{path} {before:?} {after:?}\n{told}");
    }
}

#[test]
fn a_draft_leaks_by_no_way() {
    let broken = format!("{SECRET}zz: \"SECRET\n");
    for path in ["content/datasets/a.yaml", "content/reuses/a.yaml", "content/topics/a.yaml", "content/pages/a.yaml"] {
        hides(path, None, Some(SECRET));
        hides(path, Some(SECRET), None);
        hides(path, Some(OPEN), Some(SECRET));
        hides(path, Some(SECRET), Some(OPEN));
        hides(path, Some(SECRET), Some(&SECRET.replace("secretkey", "secretkeys")));
        hides(path, Some(SECRET), Some(&broken));
        hides(path, Some(&broken), Some(OPEN));
        hides(path, Some(SECRET), Some(SECRET));
    }
    // A draft whose slug is taken.
    hides("content/datasets/other.md", None, Some(&format!("---\n{SECRET}---\n")));
}

#[test]
fn what_is_long_is_compared_whole() {
    let long = |end: &str| {
        format!(
            "{OPEN}summary: {}{end}\nresources:\n- url: https://a.example/{}{end}.csv\n",
            "x ".repeat(200),
            "y".repeat(400)
        )
    };
    let told = forms("content/datasets/a.yaml", Some(&long("ONE")), Some(&long("TWO")));
    assert!(told.contains("ONE") && told.contains("TWO.csv"), "{told}");
}

#[test]
fn whatever_is_touched_has_somebody_to_agree() {
    for (path, before, after) in [
        ("site.toml", Some(SITE), Some(format!("{SITE}page_size = 20\n"))),
        ("content/datasets/b.yaml", None, Some(String::from("title: \"x\n"))),
        ("content/datasets/b.yaml", Some("title: \"x\n"), Some(String::from("title: \"y\n"))),
        (".github/workflows/x.yml", None, Some(String::from("on: push\n"))),
        (".gitattributes", None, Some(String::from("* text\n"))),
        ("content/static/x.svg", Some("<svg/>"), None),
    ] {
        let told = forms(path, before, after.as_deref());
        let named = if path.starts_with("content/static") { "content/static/" } else { path };
        assert!(
            told.contains(&format!("those who keep the catalogue: `{named}`")) || told.contains(&format!("`{named}`")),
            "{path}\n{told}"
        );
    }
}

#[test]
fn files_of_the_theme_count_before_they_are_committed() {
    let project = Project::empty().file("site.toml", SITE).file("content/datasets/a.yaml", OPEN);
    project.git(0, &["init", "--quiet"]).commit(100);
    project.write("themes/default/static/own.css", "p { color: red }\n");
    let told = project.run(&["review", "--base", "main", "--quiet"]).out;
    assert!(told.contains("`themes/default/static/own.css`"), "{told}");
}

#[test]
fn line_ends_are_no_change_for_readers() {
    let told = forms("content/datasets/a.yaml", Some(OPEN), Some(&OPEN.replace('\n', "\r\n")));
    assert!(told.contains("**1 dataset changed**"), "{told}");
}
