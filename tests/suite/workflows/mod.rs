//! The workflows that etal writes, and those of this project: what may run a change may not write.

mod comment;
mod guard;
mod install;
mod own;
mod review;
mod runner;
mod snapshot;

use std::collections::BTreeMap;
use std::path::Path;

use etal::model::ForgeKind;
use etal::scaffold::{Flows, Source, workflows};
use serde_json::Value as Json;

pub(crate) const COMMIT: &str = "0123456789abcdef0123456789abcdef01234567";
const FORGES: [ForgeKind; 3] = [ForgeKind::GitHub, ForgeKind::GitLab, ForgeKind::Forgejo];

/// Where the tests take etal from.
pub(crate) fn source() -> Source {
    Source::new("https://forge.example/etal/etal", COMMIT).unwrap()
}

pub(crate) fn flows<'a>(language: &'a str, source: &'a Source) -> Flows<'a> {
    Flows { language, source, branch: "main", folder: "", version: "1.2.3", rust: "1.95" }
}

fn written(kind: ForgeKind, language: &str) -> BTreeMap<String, String> {
    let source = source();
    let files = workflows(kind, &flows(language, &source)).into_iter();
    files.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
}

/// Every workflow: of all forges in both languages, and those of this repository.
fn all() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for language in ["en", "fr"] {
        found.extend(FORGES.into_iter().flat_map(|kind| written(kind, language)));
    }
    for path in [".github/workflows/release.yml", "action.yml"] {
        let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
        found.push((path.to_owned(), text));
    }
    found
}

fn yaml(text: &str) -> Json {
    let value: serde_yaml::Value = serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    serde_json::to_value(value).unwrap()
}

#[test]
fn no_workflow_lets_a_change_write() {
    for (path, text) in all() {
        assert_eq!(guard::faults(&path, &text), Vec::<String>::new(), "{path}");
    }
}

/// A workflow with one thing changed has this fault: a guard that cannot refuse guards nothing.
#[track_caller]
fn refused(kind: ForgeKind, path: &str, from: &str, to: &str, fault: &str) {
    let text = &written(kind, "en")[path];
    assert!(text.contains(from), "{path} no longer has {from:?}");
    let faults = guard::faults(path, &text.replacen(from, to, 1));
    assert!(faults.iter().any(|found| found.contains(fault)), "{path}: {from:?} to {to:?}: {faults:?}");
}

#[test]
fn the_guard_refuses_what_is_dangerous_on_github() {
    let review = |from, to, fault| refused(ForgeKind::GitHub, ".github/workflows/review.yml", from, to, fault);
    review("contents: read", "contents: write", "may write");
    review("contents: read", "pull-requests: write", "may write");
    review("permissions:\n  contents: read\n", "permissions: write-all\n", "may write");
    review("permissions:\n  contents: read\n", "", "may write");
    review("    runs-on:", "    permissions: { packages: write }\n    runs-on:", "may write");
    review("persist-credentials: false", "persist-credentials: true", "keeps its credentials");
    review("          persist-credentials: false\n", "", "keeps its credentials");
    review("@11bd71901bbe5b1630ceea73d27597364c9af683", "@v4", "is not pinned");
    review("@11bd71901bbe5b1630ceea73d27597364c9af683", "@11bd719", "is not pinned");
    review("  pull_request:", "  pull_request_target:", "pull_request_target");
    review("results=\"$RUNNER_TEMP", "results=\"${{ github.head_ref }}", "an expression in a script");
    review("ACTOR: ${{", "X: ${{ secrets.X }}\n          ACTOR: ${{", "secret");
    review("ACTOR: ${{", "X: ${{ github.token }}\n          ACTOR: ${{", "a token beside a checkout");
    review("cd \"$CATALOGUE\"", "eval \"$ACTOR\"", "eval");
    let comment = |from, to, fault| refused(ForgeKind::GitHub, ".github/workflows/review-comment.yml", from, to, fault);
    let checkout = "steps:\n      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683\n";
    comment("steps:\n", checkout, "checks out and may write");
    comment("cd \"$RUNNER_TEMP\"", "gh pr checkout \"$NUMBER\"", "checks out and may write");
    comment("cd \"$RUNNER_TEMP\"", "git fetch origin \"$HEAD_SHA\"", "checks out and may write");
    comment("cd \"$RUNNER_TEMP\"", "echo ${{ github.event.workflow_run.head_branch }}", "an expression in a script");
    comment("permissions: {}\n", "permissions: write-all\n", "workflow may write");
    let publish = |from, to, fault| refused(ForgeKind::GitHub, ".github/workflows/etal.yml", from, to, fault);
    publish("pages: read", "pages: write", "checks out and may write");
}

#[test]
fn the_guard_refuses_what_is_dangerous_on_the_other_forges() {
    let forgejo = |from, to, fault| refused(ForgeKind::Forgejo, ".forgejo/workflows/review.yml", from, to, fault);
    forgejo("ACTOR: ${{", "X: ${{ github.token }}\n          ACTOR: ${{", "a token beside a checkout");
    forgejo(" && github.event.pull_request.head.repo.full_name == github.repository", "", "a token for forks");
    forgejo("raw=etal-review", "git fetch\n          raw=etal-review", "a token beside a checkout");
    forgejo("TOKEN: ${{ github.token }}", "TOKEN: ${{ secrets.TOKEN }}", "secret");
    let gitlab = |from, to, fault| refused(ForgeKind::GitLab, ".gitlab-ci.yml", from, to, fault);
    gitlab("GIT_STRATEGY: none", "GIT_STRATEGY: clone", "a token beside a checkout");
    gitlab(" && $CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_PROJECT_ID", "", "a token for forks");
    gitlab("ACTOR=\"$GITLAB_USER_LOGIN\"", "ACTOR=\"$ETAL_COMMENT_TOKEN\"", "a token beside a checkout");
    gitlab("ACTOR=\"$GITLAB_USER_LOGIN\"", "ACTOR=$CI_COMMIT_TITLE", "CI_COMMIT_TITLE");
    gitlab("ACTOR=\"$GITLAB_USER_LOGIN\"", "eval \"$x\"", "eval");
}

#[test]
fn the_guard_refuses_a_snapshot_that_more_than_publishes() {
    let github = |from, to, fault| refused(ForgeKind::GitHub, ".github/workflows/snapshot.yml", from, to, fault);
    github("permissions:\n  contents: read\n", "permissions:\n  contents: write\n", "may write by default");
    github("    timeout-minutes: 60\n", "    timeout-minutes: 60\n    permissions: { contents: write }\n", "may write");
    github("  workflow_dispatch:", "  pull_request:", "release: may write for a change");
    github("cd snapshot", "git clone x\n          cd snapshot", "release: checks out and may write");
    let forgejo = |from, to, fault| refused(ForgeKind::Forgejo, ".forgejo/workflows/snapshot.yml", from, to, fault);
    forgejo("cd snapshot", "git clone x\n          cd snapshot", "release: a token beside a checkout");
    forgejo("  workflow_dispatch:", "  pull_request:", "release: a token for forks");
    let gitlab = |from, to, fault| refused(ForgeKind::GitLab, ".gitlab-ci.yml", from, to, fault);
    gitlab(
        "results=\"$CI_PROJECT_DIR/.etal-snapshot\"",
        "results=\"$CI_JOB_TOKEN\"",
        "snapshot: a token beside a checkout",
    );
    let published = "needs:\n    - snapshot\n  rules:\n    - if: $CI_PIPELINE_SOURCE == \"schedule\" && ";
    gitlab(published, "needs:\n    - snapshot\n  rules:\n    - if: ", "release: a release of what is not published");
}

#[test]
fn a_workflow_fits_the_catalogue_it_is_for() {
    let source = source();
    let flows = Flows { branch: "release/1", folder: "data/catalogue", ..flows("en", &source) };
    let github = workflows(ForgeKind::GitHub, &flows);
    let text = String::from_utf8(github[".github/workflows/etal.yml"].clone()).unwrap();
    let etal = yaml(&text);
    assert_eq!(etal["on"]["push"]["branches"][0], "release/1");
    assert_eq!(etal["on"]["schedule"][0]["cron"], "17 4 * * 1");
    assert_eq!(etal["env"]["CATALOGUE"], "data/catalogue");
    assert_eq!(etal["env"]["ETAL_REPOSITORY"], "https://forge.example/etal/etal");
    assert_eq!(etal["env"]["ETAL_REVISION"], COMMIT);
    assert_eq!(etal["env"]["ETAL_SHA256"], "");
    let snapshot = yaml(std::str::from_utf8(&github[".github/workflows/snapshot.yml"]).unwrap());
    assert_eq!(snapshot["jobs"]["snapshot"]["steps"][0]["with"]["ref"], "release/1");
    let gitlab = workflows(ForgeKind::GitLab, &flows);
    let gitlab = yaml(std::str::from_utf8(&gitlab[".gitlab-ci.yml"]).unwrap());
    assert_eq!(gitlab["variables"]["GIT_DEPTH"], "0");
    assert_eq!(gitlab["pages"]["artifacts"]["paths"][0], "public");
}

#[test]
fn the_comment_waits_for_the_review_by_its_name() {
    for language in ["en", "fr"] {
        let files = written(ForgeKind::GitHub, language);
        let name = |path: &str| yaml(&files[path])["name"].clone();
        let comment = yaml(&files[".github/workflows/review-comment.yml"]);
        assert_eq!(comment["on"]["workflow_run"]["workflows"][0], name(".github/workflows/review.yml"));
    }
}

#[test]
fn both_languages_run_the_same_commands() {
    let comments_and_words = |text: &str| -> Vec<String> {
        let lines = text.lines().map(str::trim_start).filter(|line| !line.starts_with('#'));
        let is_word =
            |line: &&str| !["name:", "- name:", "echo", "workflows:"].iter().any(|word| line.starts_with(word));
        lines
            .filter(is_word)
            .map(|line| line.replace("--lang fr", "--lang en").split(" || echo").next().unwrap().to_owned())
            .collect()
    };
    for kind in FORGES {
        let (english, french) = (written(kind, "en"), written(kind, "fr"));
        for (path, text) in english {
            assert_eq!(comments_and_words(&text), comments_and_words(&french[&path]), "{path}");
        }
    }
}
