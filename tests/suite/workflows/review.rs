//! The scripts that check and review a change, run on a repository whose change is hostile.

use std::collections::BTreeMap;

use etal::model::ForgeKind;
use serde_json::Value as Json;

use super::runner::{Runner, names};
use super::{written, yaml};

const ETAL: &str = env!("CARGO_BIN_EXE_etal");
const SITE: &str = "id = \"5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001\"\ntitle = \"Base\"\n";
const DATASET: &str = "title: Markets of the town\ndescription: Where they are.\nlicense: etalab-2.0\n";

const BRANCH: &str = "x;touch${IFS}pwned;$(touch${IFS}pwned)`touch${IFS}pwned`";

/// A repository with a base, a change that tries everything, and the merge of both, checked out as
/// the action does. Gives the base.
fn checked_out(runner: &Runner) -> String {
    runner.write("origin/site.toml", SITE).write("origin/content/datasets/markets/dataset.yaml", DATASET);
    runner.write("origin/themes/default/templates/note.html", "base");
    runner.git("origin", &["init", "--quiet"]);
    let commit = |message: &str| {
        runner.git("origin", &["add", "--all", "--force"]);
        runner.git("origin", &["commit", "--quiet", "--allow-empty", "--message", message]);
    };
    commit("base");
    runner.git("origin", &["checkout", "--quiet", "-b", BRANCH]);
    runner.write("origin/site.toml", SITE.replace("Base", "Head").as_str());
    runner.write("origin/themes/default/templates/note.html", "head");
    runner.write("origin/themes/default/templates/home.html", "{{ evil }}");
    runner.write("origin/.etal/git.json", "{}");
    for name in ["$(touch pwned)", "; touch pwned;", "a\ntouch pwned\n", "-rf", "'; touch pwned; '"] {
        runner.write(&format!("origin/content/datasets/{name}/dataset.yaml"), DATASET.replace("Markets", name));
    }
    runner.write("origin/content/datasets/markets/$(touch pwned).csv", "a,b\n1,2\n");
    runner.write(
        "origin/content/datasets/title.yaml",
        "title: \"$(touch pwned) `touch pwned` ::error::x\"\nlicence: nope\n",
    );
    commit("$(touch pwned)\n\n`touch pwned`");
    // A checkout of the base's settings would make them unreadable.
    runner.write(
        "origin/.gitattributes",
        "*.toml working-tree-encoding=UTF-16\nthemes/** working-tree-encoding=UTF-16\n",
    );
    runner.git("origin", &["add", ".gitattributes"]);
    runner.git("origin", &["commit", "--quiet", "--message", "attributes"]);
    runner.git("origin", &["checkout", "--quiet", "main"]);
    commit("meanwhile");
    let base = runner.git("origin", &["rev-parse", "HEAD"]);
    runner.git("origin", &["merge", "--quiet", "--no-ff", "--message", "merge", BRANCH]);
    runner.git(".", &["clone", "--quiet", "--bare", "origin", "origin.git"]);
    runner.git("workspace", &["clone", "--quiet", "../origin.git", "."]);
    base
}

/// Puts etal where the cache would: the real one, and where it has no `review` yet, something that
/// only tells how it was called.
fn cached(runner: &Runner, folder: &str) {
    let probe = std::process::Command::new(ETAL).args(["review", "--help"]).output().unwrap();
    let review = if probe.status.success() {
        String::new()
    } else {
        String::from("case \" $* \" in *' review '*) echo '<!-- etal review -->'; echo reviewed; exit 0;; esac\n")
    };
    runner.program(
        &format!("{folder}/bin/etal"),
        &format!("printf '%s\\n' \"$*\" >> \"$FAKE/log\"\n{review}exec {ETAL} \"$@\""),
    );
}

/// What must be true after any review of the hostile change.
#[track_caller]
fn was_safe(runner: &Runner, results: &str, preview: &str) {
    assert_eq!(runner.read("workspace/site.toml"), SITE, "settings are the base's");
    assert_eq!(runner.read("workspace/themes/default/templates/note.html"), "base", "the theme is the base's");
    assert!(!runner.at("workspace/themes/default/templates/home.html").exists(), "and has nothing more");
    assert!(runner.at("workspace/content/datasets/title.yaml").exists(), "content is the change's");
    assert!(runner.read(&format!("{results}/comment.md")).starts_with("<!-- etal review -->\n"));
    let sarif: Json = serde_json::from_str(&runner.read(&format!("{results}/etal.sarif"))).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
    assert!(runner.read(&format!("{preview}/index.html")).contains("Base"));
    let pwned: Vec<String> = names(&runner.at(".")).into_iter().filter(|name| name.ends_with("/pwned")).collect();
    assert_eq!(pwned, Vec::<String>::new());
    let log = runner.read("log");
    let review = log.lines().find(|line| line.contains(" review ")).unwrap();
    assert!(review.ends_with("--actor $(touch pwned) --fail-on error"), "{review}");
}

#[test]
fn a_hostile_change_is_reviewed_by_the_rules_of_the_base_on_github() {
    let mut runner = Runner::new();
    let base = checked_out(&runner);
    cached(&runner, "home/.etal-tool");
    runner.context("github.event.pull_request.user.login", "$(touch pwned)");
    let workflow = yaml(&written(ForgeKind::GitHub, "en")[".github/workflows/review.yml"]);
    let steps = runner.job(&workflow, "review");
    let names: Vec<&str> = steps.iter().map(|step| step.name.as_str()).collect();
    let all = ["Install etal", "Settings and theme of the base", "Review", "Annotations", "Preview", "Verdict"];
    assert_eq!(names, all, "{steps:?}");
    assert!(steps[..5].iter().all(|step| step.code == Some(0)), "{steps:?}");
    was_safe(&runner, "temp/review", "temp/preview");
    assert!(runner.read("log").contains(&format!("--base {base} ")), "{}", runner.read("log"));
    assert!(steps[3].out.contains("::error "), "{:?}", steps[3]);
    assert_eq!(runner.read("temp/summary"), runner.read("temp/review/comment.md"));
}

#[test]
fn a_hostile_change_is_reviewed_by_the_rules_of_the_base_on_forgejo() {
    let mut runner = Runner::new();
    let base = checked_out(&runner);
    cached(&runner, "home/.etal-tool");
    runner.context("github.event.pull_request.user.login", "$(touch pwned)");
    runner.context("github.event.pull_request.base.sha", &base);
    let workflow = yaml(&written(ForgeKind::Forgejo, "en")[".forgejo/workflows/review.yml"]);
    let steps = runner.job(&workflow, "review");
    assert!(steps.len() == 4 && steps[..3].iter().all(|step| step.code == Some(0)), "{steps:?}");
    was_safe(&runner, "workspace/.etal-review", "workspace/.etal-review/preview");
}

/// The variables of a job of GitLab.
fn of_gitlab(runner: &Runner, workflow: &Json) -> BTreeMap<String, String> {
    let mut variables: BTreeMap<String, String> = BTreeMap::new();
    let workspace = runner.at("workspace").display().to_string();
    for (name, value) in workflow["variables"].as_object().unwrap() {
        variables.insert(name.clone(), value.as_str().unwrap().replace("$CI_PROJECT_DIR", &workspace));
    }
    variables.insert(String::from("CI_PROJECT_DIR"), workspace);
    variables
}

/// The scripts of a job of GitLab, one after the other in the same shell.
fn script(workflow: &Json, job: &str) -> String {
    let lines = |job: &Json, key: &str| -> Vec<String> {
        job[key].as_array().into_iter().flatten().map(|line| line.as_str().unwrap().to_owned()).collect()
    };
    let template =
        if workflow[job]["extends"] == ".etal" { lines(&workflow[".etal"], "before_script") } else { vec![] };
    template.into_iter().chain(lines(&workflow[job], "script")).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_hostile_change_is_reviewed_by_the_rules_of_the_base_on_gitlab() {
    let runner = Runner::new();
    let base = checked_out(&runner);
    cached(&runner, "workspace/.etal-tool");
    let workflow = yaml(&written(ForgeKind::GitLab, "en")[".gitlab-ci.yml"]);
    let mut variables = of_gitlab(&runner, &workflow);
    variables.insert(String::from("CI_MERGE_REQUEST_DIFF_BASE_SHA"), base);
    variables.insert(String::from("GITLAB_USER_LOGIN"), String::from("$(touch pwned)"));
    let (_, out) = runner.shell(&script(&workflow, "review"), "sh", &variables);
    assert!(runner.at("workspace/.etal-review/preview/index.html").exists(), "{out}");
    was_safe(&runner, "workspace/.etal-review", "workspace/.etal-review/preview");
    let quality: Json = serde_json::from_str(&runner.read("workspace/.etal-review/code-quality.json")).unwrap();
    assert!(quality.as_array().is_some_and(|findings| !findings.is_empty()));
}

#[test]
fn a_tool_that_a_change_brings_is_not_run_on_gitlab() {
    let runner = Runner::new();
    runner.write("origin/site.toml", SITE).program("origin/.etal-tool/bin/etal", "touch \"$FAKE/pwned\"");
    runner.git("origin", &["init", "--quiet"]);
    runner.git("origin", &["add", "--all"]);
    runner.git("origin", &["commit", "--quiet", "--message", "x"]);
    runner.git("workspace", &["clone", "--quiet", "../origin", "."]);
    let workflow = yaml(&written(ForgeKind::GitLab, "en")[".gitlab-ci.yml"]);
    let (code, out) = runner.shell(&script(&workflow, "review"), "sh", &of_gitlab(&runner, &workflow));
    assert_eq!(code, Some(1), "{out}");
    assert!(!runner.at("pwned").exists());
}

/// Settings and theme as a main branch has them: nobody merged the hostile ones.
fn on_main(runner: &Runner) {
    std::fs::remove_dir_all(runner.at("workspace/themes")).unwrap();
    runner.write("workspace/site.toml", SITE);
}

#[test]
fn the_main_branch_is_checked_built_and_told_of_old_owners() {
    let mut runner = Runner::new();
    checked_out(&runner);
    cached(&runner, "home/.etal-tool");
    runner.write("workspace/.github/CODEOWNERS", "* @somebody\n");
    on_main(&runner);
    runner.context("steps.pages.outputs.base_url", "https://town.example/data");
    let workflow = yaml(&written(ForgeKind::GitHub, "en")[".github/workflows/etal.yml"]);
    let steps = runner.job(&workflow, "build");
    assert!(steps.len() == 4 && steps.iter().all(|step| step.code == Some(0)), "{steps:?}");
    assert!(steps[2].out.contains("::warning::CODEOWNERS is not up to date"), "{:?}", steps[2]);
    let log = runner.read("log");
    assert!(log.ends_with("/temp/site --base-url https://town.example/data/\n"), "{log}");
    let runner = Runner::new();
    checked_out(&runner);
    on_main(&runner);
    cached(&runner, "workspace/.etal-tool");
    let workflow = yaml(&written(ForgeKind::GitLab, "en")[".gitlab-ci.yml"]);
    let mut variables = of_gitlab(&runner, &workflow);
    variables.insert(String::from("CI_PAGES_URL"), String::from("https://town.example/data"));
    let (code, out) = runner.shell(&script(&workflow, "pages"), "sh", &variables);
    assert_eq!(code, Some(0), "{out}");
    assert!(runner.at("workspace/public/index.html").exists());
}

#[test]
fn forgejo_gets_the_built_site_in_its_branch_of_pages_and_nothing_of_before() {
    let mut runner = Runner::new();
    checked_out(&runner);
    on_main(&runner);
    cached(&runner, "home/.etal-tool");
    let workflow = yaml(&written(ForgeKind::Forgejo, "en")[".forgejo/workflows/etal.yml"]);
    let steps = runner.job(&workflow, "build");
    assert!(steps.len() == 4 && steps.iter().all(|step| step.code == Some(0)), "{steps:?}");
    let mut publisher = Runner::new();
    publisher.git(".", &["init", "--quiet", "--bare", "o/r.git"]);
    let server = format!("file://{}", publisher.at(".").display());
    for (expression, value) in
        [("github.server_url", server.as_str()), ("github.repository", "o/r"), ("github.token", "x")]
    {
        publisher.context(expression, value);
    }
    publisher.write("workspace/site/old.html", "old").write("workspace/site/.nojekyll", "");
    for folder in ["workspace/site", "later"] {
        if folder == "later" {
            std::fs::remove_dir_all(publisher.at("workspace/site")).unwrap();
            std::fs::rename(runner.at("workspace/.etal-site"), publisher.at("workspace/site")).unwrap();
        }
        let steps = publisher.job(&workflow, "publish");
        assert!(steps.iter().all(|step| step.code == Some(0)), "{steps:?}");
    }
    let files = publisher.git("o/r.git", &["ls-tree", "--name-only", "pages"]);
    let has = |name: &str| files.lines().any(|file| file == name);
    assert!(has("index.html") && has(".nojekyll") && !has("old.html"), "{files}");
    assert_eq!(publisher.git("o/r.git", &["rev-list", "--count", "pages"]), "1");
}
