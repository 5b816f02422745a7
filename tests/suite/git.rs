//! Dates that git knows.

use std::fs;

use etal::date::Moment;
use etal::io::{Catalogue, Progress, Shape, read};
use etal::rules::History;

use crate::catalog::{NOW, SITE};
use crate::project::Project;

struct Silent;

impl Progress for Silent {
    fn read(&self, _: u64) {}
}

fn catalogue(project: &Project, root: &str) -> Catalogue {
    read(&project.path(root), Shape::Catalogue, NOW.parse().unwrap(), &Silent).unwrap()
}

/// First and last change by descriptor, in seconds since 1970.
fn dates(project: &Project, root: &str) -> Vec<(String, i64, i64)> {
    let catalogue = catalogue(project, root);
    let seconds = |moment: Option<Moment>| {
        let text = moment.unwrap().to_string();
        text.parse::<jiff::Timestamp>().unwrap().as_second()
    };
    let dates = catalogue.inputs.dates.iter();
    dates.map(|(path, dates)| (path.clone(), seconds(dates.created), seconds(dates.modified))).collect()
}

#[track_caller]
fn case(project: &Project, root: &str, expected: &[(&str, i64, i64)]) {
    let expected: Vec<_> = expected.iter().map(|(path, first, last)| ((*path).to_owned(), *first, *last)).collect();
    // The second time from what was kept.
    assert_eq!(dates(project, root), expected);
    assert_eq!(dates(project, root), expected);
}

const YAML: &str = "title: A\ndescription: long enough to be recognised when it moves\nlicense: etalab-2.0\n";

#[test]
fn all_files_of_a_dataset_count_but_conversations() {
    let project = Project::new().file("content/datasets/a/dataset.yaml", YAML);
    project.git(0, &["init", "--quiet"]).commit(100);
    project.write("content/datasets/a/x.csv", "a\n");
    project.commit(200);
    project.write("content/datasets/a/discussions/1.md", "hello\n");
    project.commit(300);
    project.write("content/datasets/b.yaml", "title: B\n");
    case(&project, ".", &[("content/datasets/a/dataset.yaml", 100, 200)]);
}

#[test]
fn a_dataset_is_followed_through_slug_folder_and_form() {
    let project =
        Project::new().file("content/datasets/a/dataset.yaml", YAML).file("content/datasets/z.yaml", "title: Z\n");
    project.git(0, &["init", "--quiet"]).commit(100);
    project.git(200, &["mv", "content/datasets/a/dataset.yaml", "content/datasets/a.yaml"]).commit(200);
    project.git(300, &["mv", "content/datasets/a.yaml", "content/datasets/b.md"]);
    project.write("content/datasets/b.md", format!("---\n{YAML}---\n"));
    project.commit(300);
    fs::create_dir(project.path("content/datasets/c")).unwrap();
    project.git(400, &["mv", "content/datasets/b.md", "content/datasets/c/dataset.md"]).commit(400);
    case(&project, ".", &[("content/datasets/c/dataset.md", 100, 400), ("content/datasets/z.yaml", 100, 100)]);
}

#[test]
fn a_branch_that_renames_keeps_its_dates_when_it_is_merged() {
    let project = Project::new().file("content/datasets/a.yaml", YAML);
    project.git(0, &["init", "--quiet"]).commit(100);
    project.git(0, &["checkout", "--quiet", "-b", "side"]);
    project.git(200, &["mv", "content/datasets/a.yaml", "content/datasets/b.yaml"]).commit(200);
    project.git(0, &["checkout", "--quiet", "main"]);
    project.write("content/datasets/c.yaml", "title: C\n");
    project.commit(300);
    project.git(400, &["merge", "--quiet", "--no-ff", "--message", "m", "side"]);
    case(&project, ".", &[("content/datasets/b.yaml", 100, 200), ("content/datasets/c.yaml", 300, 300)]);
}

#[test]
fn a_catalogue_may_be_a_folder_of_a_repository() {
    let project =
        Project::empty().file("data/portal/site.toml", SITE).file("data/portal/content/datasets/é.yaml", YAML);
    project.git(0, &["init", "--quiet"]).commit(100);
    project.write("content/datasets/é.yaml", "title: another\n");
    project.commit(200);
    case(&project, "data/portal", &[("content/datasets/é.yaml", 100, 100)]);
}

#[test]
fn settings_and_environment_change_nothing() {
    let project = Project::new().file("content/datasets/a.yaml", YAML);
    project.git(0, &["init", "--quiet"]).commit(100);
    for (name, value) in [
        ("log.showRoot", "false"),
        ("diff.renames", "false"),
        ("core.quotePath", "true"),
        ("color.ui", "always"),
        ("log.date", "relative"),
        ("diff.external", "false"),
        ("diff.noprefix", "true"),
        ("core.fsmonitor", "false"),
    ] {
        project.git(0, &["config", name, value]);
    }
    project.git(200, &["mv", "content/datasets/a.yaml", "content/datasets/b.yaml"]).commit(200);
    case(&project, ".", &[("content/datasets/b.yaml", 100, 200)]);
    let kept = project.path(".etal/git.json");
    let before = fs::read(&kept).unwrap();
    fs::remove_file(&kept).unwrap();
    project.run_with(&["check"], &[("GIT_DIR", "/nowhere"), ("GIT_WORK_TREE", "/"), ("GIT_EXTERNAL_DIFF", "false")]);
    assert_eq!(fs::read(&kept).unwrap(), before);
}

#[test]
fn a_shallow_clone_has_no_dates() {
    let project = Project::new().file("content/datasets/a.yaml", YAML);
    project.git(0, &["init", "--quiet"]).commit(100);
    project.write("content/datasets/b.yaml", "title: B\n");
    project.commit(200);
    let url = format!("file://{}", project.path(".").display());
    let clone = Project::empty();
    clone.git(0, &["clone", "--quiet", "--depth", "1", &url, "clone"]);
    let inputs = catalogue(&clone, "clone").inputs;
    assert_eq!((inputs.history, inputs.dates.len()), (History::Shallow, 0));
    assert_eq!(inputs.commit.unwrap().len(), 10);
}

#[test]
fn a_folder_that_git_does_not_keep_has_no_history() {
    let project = Project::new().file("content/datasets/a.yaml", YAML).file(".gitignore", "/sub\n");
    assert_eq!(catalogue(&project, ".").inputs.history, History::None);
    project.git(0, &["init", "--quiet"]);
    assert_eq!(catalogue(&project, ".").inputs.history, History::None);
    project.commit(100);
    assert_eq!(catalogue(&project, ".").inputs.history, History::Full);
    project.write("sub/site.toml", SITE);
    let inputs = catalogue(&project, "sub").inputs;
    assert_eq!((inputs.history, inputs.commit), (History::None, None));
}
