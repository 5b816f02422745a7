//! The scripts that make a snapshot each month and attach it to a release, with programs that only tell what they
//! were asked.

use std::collections::BTreeMap;

use etal::model::ForgeKind;
use serde_json::Value as Json;

use super::runner::{Runner, Step, has};
use super::{written, yaml};

const NAME: &str = "town-2026-11-01.zip";
const TAG: &str = "snapshot-2026-11-01";
const BYTES: &str = "the whole catalogue";

/// Writes an archive where it is told to; anything else it tells.
const ETAL: &str = r#"
printf '%s\n' "$*" >> "$FAKE/log"
[ "$1" = --version ] && exit 0
[ "$3 $4 $5" = "snapshot create -o" ] || exit 2
printf '%s' "$(cat "$FAKE/bytes")" > "$6/$(cat "$FAKE/name")"
"#;

/// A release is there when the test says so; one that is made keeps its notes and files.
const GH: &str = r#"
printf '%s\n' "$*" >> "$FAKE/log"
[ "$1 $2" = "release view" ] && { [ -e "$FAKE/there" ]; exit $?; }
for one in "$@"; do
  [ "$last" = --notes-file ] && cp "$one" "$FAKE/notes"
  case "$one" in ./*) cp "$one" "$FAKE/" ;; esac
  last=$one
done
"#;

/// Answers as a forge does: by what it is asked for, with what the test has put there.
const CURL: &str = r#"
printf '%s\n' "$*" >> "$FAKE/log"
for one in "$@"; do
  case "$last" in
    --output) out=$one ;;
    --data) cp "${one#@}" "$FAKE/posted" ;;
    --upload-file) cp "$one" "$FAKE/" ;;
    --form) cp "${one#attachment=@}" "$FAKE/" ;;
  esac
  last=$one
done
case "$* " in
  *' --output '*) echo '{"name": "found"}' > "$out"; cat "$FAKE/there" 2> /dev/null || printf 404 ;;
  *' --form '*) [ ! -e "$FAKE/full" ] || exit 22 ;;
  *POST*) echo '{"id": 7}' ;;
esac
"#;

fn runner() -> Runner {
    let runner = Runner::new();
    runner.write("name", NAME).write("bytes", BYTES);
    runner.program("bin/gh", GH).program("bin/curl", CURL).program("home/.etal-tool/bin/etal", ETAL);
    runner.program("workspace/.etal-tool/bin/etal", ETAL);
    runner.git("workspace", &["init", "--quiet"]);
    runner.git("workspace", &["commit", "--quiet", "--allow-empty", "--message", "$(touch pwned)"]);
    runner
}

fn sha256(text: &str) -> String {
    etal::probe::sha256(text.as_bytes())
}

/// What is to be pasted into `site.toml`.
fn block(address: &str) -> String {
    let (size, digest) = (BYTES.len(), sha256(BYTES));
    format!("[[snapshots]]\nfile = \"{address}\"\ndate = \"2026-11-01\"\nsize = {size}\nsha256 = \"{digest}\"\n")
}

/// That notes end with a block which etal reads as a snapshot of that address.
#[track_caller]
fn lists(notes: &str, address: &str) {
    let block = block(address);
    assert!(notes.ends_with(&format!("\n~~~toml\n{block}~~~\n")), "{notes}");
    let site = crate::catalog::site(&format!("title: x\n==> site.toml <==\n{}{block}", crate::catalog::SITE));
    assert_eq!(site.config.snapshots.len(), 1);
    assert_eq!((site.config.snapshots[0].file.as_str(), site.config.header.faults.len()), (address, 0));
}

fn succeeded(steps: &[Step]) {
    assert!(!steps.is_empty() && steps.iter().all(|step| step.code == Some(0)), "{steps:?}");
}

/// Runs both jobs of a workflow of Actions; between them the files are carried as an artifact.
fn jobs(runner: &mut Runner, workflow: &Json, made: &str) -> Vec<Step> {
    succeeded(&runner.job(workflow, "snapshot"));
    let from = runner.at(made);
    assert!(from.join("commit").exists());
    let to = runner.at("workspace/snapshot");
    let _ = std::fs::remove_dir_all(&to);
    std::fs::rename(from, to).unwrap();
    runner.job(workflow, "release")
}

fn github() -> Json {
    yaml(&written(ForgeKind::GitHub, "en")[".github/workflows/snapshot.yml"])
}

fn on_github() -> Runner {
    let mut runner = runner();
    for (expression, value) in
        [("github.token", "secret"), ("github.repository", "o/r"), ("github.server_url", "https://github.com")]
    {
        runner.context(expression, value);
    }
    runner
}

#[test]
fn github_attaches_a_snapshot_to_a_release_of_its_day() {
    if !has("sha256sum") {
        return;
    }
    let mut runner = on_github();
    succeeded(&jobs(&mut runner, &github(), "temp/snapshot"));
    let commit = runner.git("workspace", &["rev-parse", "HEAD"]);
    let log = runner.read("log");
    let asked = format!("release create {TAG} --target {commit} --title {TAG} --latest=false --notes-file ");
    assert!(log.lines().last().unwrap().starts_with(&asked), "{log}");
    assert_eq!(runner.read(NAME), BYTES);
    assert_eq!(runner.read(&format!("{NAME}.sha256")), format!("{}  {NAME}\n", sha256(BYTES)));
    lists(&runner.read("notes"), &format!("https://github.com/o/r/releases/download/{TAG}/{NAME}"));
    assert_eq!(runner.read("temp/summary"), runner.read("notes"));
    assert!(!runner.at("workspace/pwned").exists());
}

#[test]
fn a_second_run_of_a_day_leaves_its_release_alone_and_says_so() {
    if !has("sha256sum") {
        return;
    }
    let said = "This day has a release already; it is left as it is. To make another one, remove it first.\n";
    let mut github_runner = on_github();
    github_runner.write("there", "");
    let steps = jobs(&mut github_runner, &github(), "temp/snapshot");
    succeeded(&steps);
    assert_eq!((steps[0].out.as_str(), github_runner.read("temp/summary").as_str()), (said, said));
    assert!(!github_runner.read("log").contains("release create"));

    let mut forgejo_runner = on_forgejo();
    forgejo_runner.write("there", "200");
    let steps = jobs(&mut forgejo_runner, &forgejo(), "workspace/.etal-snapshot");
    succeeded(&steps);
    assert_eq!(steps[0].out, said);
    assert!(!forgejo_runner.read("log").contains("POST"));

    let gitlab_runner = runner();
    gitlab_runner.write("there", "200");
    let (code, out) = on_gitlab(&gitlab_runner);
    assert_eq!((code, out.as_str()), (Some(0), said));
    assert!(!gitlab_runner.read("log").contains("--upload-file"));
}

/// What happens to a snapshot on its way from one job to the other.
type Change = fn(&Runner);

#[test]
fn what_is_not_one_whole_snapshot_is_not_published() {
    if !has("sha256sum") {
        return;
    }
    let said = "What came from the first job is not one snapshot with its checksum and commit.\n";
    let cases: [(&str, Change); 7] = [
        ("a byte", |runner| {
            runner.write(&format!("workspace/snapshot/{NAME}"), "the whole catalogué");
        }),
        ("a second archive", |runner| {
            runner.write("workspace/snapshot/other-2026-11-02.zip", "");
        }),
        ("no checksum", |runner| {
            std::fs::remove_file(runner.at(&format!("workspace/snapshot/{NAME}.sha256"))).unwrap()
        }),
        ("a commit that is none", |runner| {
            runner.write("workspace/snapshot/commit", "--target x");
        }),
        ("no archive", |runner| std::fs::remove_file(runner.at(&format!("workspace/snapshot/{NAME}"))).unwrap()),
        ("no date", |runner| renamed(runner, "town-latest.zip")),
        ("a name that says more", |runner| renamed(runner, "$(touch pwned)-2026-11-01.zip")),
    ];
    for (what, change) in cases {
        let mut runner = on_github();
        let mut workflow = github();
        succeeded(&runner.job(&workflow, "snapshot"));
        std::fs::rename(runner.at("temp/snapshot"), runner.at("workspace/snapshot")).unwrap();
        change(&runner);
        workflow["jobs"]["snapshot"] = Json::Null;
        let steps = runner.job(&workflow, "release");
        assert_eq!(steps[0].code, Some(1), "{what}: {steps:?}");
        assert!(steps[0].out.ends_with(said), "{what}: {steps:?}");
        assert!(!runner.read("log").contains("release create"), "{what}");
        assert!(!runner.at("workspace/pwned").exists() && !runner.at("workspace/snapshot/pwned").exists(), "{what}");
    }
}

/// Gives the archive another name, with a checksum that agrees.
fn renamed(runner: &Runner, name: &str) {
    let folder = runner.at("workspace/snapshot");
    std::fs::rename(folder.join(NAME), folder.join(name)).unwrap();
    runner.write(&format!("workspace/snapshot/{name}.sha256"), format!("{}  {name}\n", sha256(BYTES)));
}

fn forgejo() -> Json {
    yaml(&written(ForgeKind::Forgejo, "en")[".forgejo/workflows/snapshot.yml"])
}

fn on_forgejo() -> Runner {
    let mut runner = runner();
    for (expression, value) in
        [("github.token", "secret"), ("github.repository", "o/r"), ("github.server_url", "https://f.example")]
    {
        runner.context(expression, value);
    }
    runner
}

#[test]
fn forgejo_makes_a_release_and_attaches_both_files() {
    if !has("sha256sum") || !has("python3") {
        return;
    }
    let mut runner = on_forgejo();
    let steps = jobs(&mut runner, &forgejo(), "workspace/.etal-snapshot");
    succeeded(&steps);
    let commit = runner.git("workspace", &["rev-parse", "HEAD"]);
    let posted: Json = serde_json::from_str(&runner.read("posted")).unwrap();
    assert_eq!((&posted["tag_name"], &posted["target_commitish"]), (&Json::from(TAG), &Json::from(commit)));
    lists(posted["body"].as_str().unwrap(), &format!("https://f.example/o/r/releases/download/{TAG}/{NAME}"));
    assert_eq!(posted["body"], steps[0].out);
    let log = runner.read("log");
    let api = "https://f.example/api/v1/repos/o/r/releases";
    let asked: Vec<&str> = log
        .lines()
        .filter_map(|line| line.split_once("Authorization: token secret "))
        .map(|(_, asked)| asked)
        .collect();
    assert_eq!(
        asked,
        [
            format!("--output found.json --write-out %{{http_code}} {api}/tags/{TAG}"),
            format!("--fail --request POST --header Content-Type: application/json --data @release.json {api}"),
            format!("--fail --request POST --form attachment=@{NAME} {api}/7/assets?name={NAME}"),
            format!("--fail --request POST --form attachment=@{NAME}.sha256 {api}/7/assets?name={NAME}.sha256"),
        ]
    );
    assert_eq!(runner.read(NAME), BYTES);
}

#[test]
fn a_release_of_forgejo_that_gets_no_file_is_taken_back() {
    if !has("sha256sum") || !has("python3") {
        return;
    }
    let mut runner = on_forgejo();
    runner.write("full", "");
    let steps = jobs(&mut runner, &forgejo(), "workspace/.etal-snapshot");
    assert_eq!(steps[0].code, Some(1), "{steps:?}");
    let log = runner.read("log");
    assert!(log.ends_with("--fail --request DELETE https://f.example/api/v1/repos/o/r/releases/7\n"), "{log}");
}

#[test]
fn a_forge_that_does_not_answer_gets_no_release() {
    if !has("sha256sum") {
        return;
    }
    let mut forgejo_runner = on_forgejo();
    forgejo_runner.write("there", "503");
    let steps = jobs(&mut forgejo_runner, &forgejo(), "workspace/.etal-snapshot");
    assert_eq!((steps[0].code, steps[0].out.as_str()), (Some(1), "{\"name\": \"found\"}\n"));
    assert!(!forgejo_runner.read("log").contains("POST"));
}

/// Both jobs of GitLab, one after the other in the same folder.
fn on_gitlab(runner: &Runner) -> (Option<i32>, String) {
    let workflow = yaml(&written(ForgeKind::GitLab, "en")[".gitlab-ci.yml"]);
    let workspace = runner.at("workspace").display().to_string();
    let mut variables: BTreeMap<String, String> = BTreeMap::new();
    for (name, value) in workflow["variables"].as_object().unwrap() {
        variables.insert(name.clone(), value.as_str().unwrap().replace("$CI_PROJECT_DIR", &workspace));
    }
    let given = [
        ("CI_PROJECT_DIR", workspace.as_str()),
        ("CI_API_V4_URL", "https://g.example/api/v4"),
        ("CI_PROJECT_ID", "5"),
        ("CI_JOB_TOKEN", "secret"),
    ];
    variables.extend(given.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())));
    let script = |job: &Json, key: &str| job[key][0].as_str().unwrap().to_owned();
    // The cache is not in the repository.
    runner.write("workspace/.git/info/exclude", ".etal-tool\n");
    let make = format!("{}\n{}", script(&workflow[".etal"], "before_script"), script(&workflow["snapshot"], "script"));
    let (code, out) = runner.shell(&make, "sh", &variables);
    assert_eq!(code, Some(0), "{out}");
    assert!(runner.at("workspace/.etal-snapshot/commit").exists());
    runner.shell(&script(&workflow["release"], "script"), "sh", &variables)
}

#[test]
fn gitlab_keeps_a_package_and_makes_a_release_that_leads_to_it() {
    if !has("sha256sum") || !has("python3") {
        return;
    }
    let runner = runner();
    let (code, out) = on_gitlab(&runner);
    assert_eq!(code, Some(0), "{out}");
    let package = "https://g.example/api/v4/projects/5/packages/generic/etal-snapshot/2026-11-01";
    let posted: Json = serde_json::from_str(&runner.read("posted")).unwrap();
    let commit = runner.git("workspace", &["rev-parse", "HEAD"]);
    assert_eq!((&posted["tag_name"], &posted["ref"]), (&Json::from(TAG), &Json::from(commit)));
    lists(posted["description"].as_str().unwrap(), &format!("{package}/{NAME}"));
    let links: Vec<&str> =
        posted["assets"]["links"].as_array().unwrap().iter().map(|link| link["url"].as_str().unwrap()).collect();
    assert_eq!(links, [format!("{package}/{NAME}"), format!("{package}/{NAME}.sha256")]);
    assert_eq!(runner.read(NAME), BYTES);
    assert!(out.ends_with(posted["description"].as_str().unwrap()), "{out}");
    let log = runner.read("log");
    assert!(log.trim_end().ends_with("https://g.example/api/v4/projects/5/releases"), "{log}");
}

#[test]
fn only_the_job_that_publishes_a_snapshot_has_a_right_or_a_token() {
    let github = github();
    assert_eq!(github["permissions"]["contents"], "read");
    assert_eq!(github["jobs"]["release"]["permissions"]["contents"], "write");
    assert!(github["jobs"]["snapshot"]["permissions"].is_null());
    for workflow in [github, forgejo()] {
        let events: Vec<&String> = workflow["on"].as_object().unwrap().keys().collect();
        assert_eq!(events, ["schedule", "workflow_dispatch"]);
        assert!(!workflow["jobs"]["snapshot"].to_string().contains("token"));
    }
}
