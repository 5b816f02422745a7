//! The scripts that post a report: what they believe, what they send, and where to.

use std::collections::BTreeMap;

use etal::model::ForgeKind;

use super::runner::{Runner, Step, has};
use super::{written, yaml};

const SHA: &str = "00000000000000000000000000000000000000aa";

/// GitHub's program: tells what it was asked, answers from files by the end of the path.
const GH: &str = r#"
printf '%s\n' "$*" >> "$FAKE/log"
filter=.
for one in "$@"; do
  case "$one" in repos/*) path=$one ;; esac
  [ "$last" = --jq ] && filter=$one
  [ "$last" = --field ] && cp "${one#body=@}" "$FAKE/posted.md"
  last=$one
done
case "$path" in
  repos/o/r/pulls) file=pulls ;;
  repos/o/r/pulls/*) file=pull ;;
  */artifacts) file=artifacts ;;
  */zip) echo zip; exit 0 ;;
  *comments\?per_page=100) file=comments ;;
  *) exit 0 ;;
esac
jq --raw-output "$filter" "$FAKE/$file.json"
"#;

fn github() -> Runner {
    let mut runner = Runner::new();
    runner
        .program("bin/gh", GH)
        .program("bin/unzip", "printf '%s\\n' \"unzip $*\" >> \"$FAKE/log\"; cat \"$FAKE/report.md\"");
    runner.write("pull.json", format!(r#"{{"state": "open", "head": {{"sha": "{SHA}"}}}}"#));
    runner.write("artifacts.json", r#"{"artifacts": [{"name": "other", "id": 1, "size_in_bytes": 9}, {"name": "etal-review", "id": 2, "size_in_bytes": 9}]}"#);
    runner.write("comments.json", "[]").write("report.md", "<!-- etal review -->\nAll is well.\n");
    for (expression, value) in [
        ("github.token", "token"),
        ("github.repository", "o/r"),
        ("github.server_url", "https://github.com"),
        ("github.event.workflow_run.id", "7"),
        ("github.event.workflow_run.pull_requests[0].number", "12"),
        ("github.event.workflow_run.head_sha", SHA),
        ("github.event.workflow_run.head_branch", "$(touch pwned);\"x"),
        ("github.event.workflow_run.head_repository.owner.login", "eve"),
    ] {
        runner.context(expression, value);
    }
    runner
}

fn run(runner: &mut Runner) -> Vec<Step> {
    let workflow = yaml(&written(ForgeKind::GitHub, "en")[".github/workflows/review-comment.yml"]);
    let steps = runner.job(&workflow, "comment");
    assert!(steps.iter().all(|step| step.code == Some(0)), "{steps:?}");
    assert!(!runner.at("workspace/pwned").exists() && !runner.at("temp/pwned").exists());
    steps
}

#[test]
fn the_report_is_posted_in_the_pull_request_of_the_event() {
    if !has("jq") {
        return;
    }
    let mut runner = github();
    run(&mut runner);
    assert_eq!(
        runner.read("posted.md"),
        "<!-- etal review -->\n\
         [Files of this review: findings and preview](https://github.com/o/r/actions/runs/7)\n\n\
         \nAll is well.\n"
    );
    let log = runner.read("log");
    assert!(log.ends_with("api --silent --method POST repos/o/r/issues/12/comments --field body=@body.md\n"), "{log}");
    assert!(log.contains("unzip -p review.zip comment.md\n"), "nothing is unpacked: {log}");
}

#[test]
fn only_our_own_comment_is_updated() {
    if !has("jq") {
        return;
    }
    let mut runner = github();
    runner.write(
        "comments.json",
        r#"[{"id": 1, "user": {"login": "eve"}, "body": "<!-- etal review -->"},
            {"id": 2, "user": {"login": "github-actions[bot]"}, "body": "other <!-- etal review -->"},
            {"id": 3, "user": {"login": "github-actions[bot]"}, "body": "<!-- etal review -->\nold"},
            {"id": 4, "user": {"login": "github-actions[bot]"}, "body": "<!-- etal review -->\nolder"}]"#,
    );
    run(&mut runner);
    let log = runner.read("log");
    assert!(log.ends_with("api --silent --method PATCH repos/o/r/issues/comments/3 --field body=@body.md\n"), "{log}");
}

#[test]
fn the_pull_request_of_a_fork_is_found_by_branch_and_commit() {
    if !has("jq") {
        return;
    }
    let mut runner = github();
    runner.context("github.event.workflow_run.pull_requests[0].number", "");
    runner.write(
        "pulls.json",
        format!(r#"[{{"number": 4, "head": {{"sha": "0"}}}}, {{"number": 5, "head": {{"sha": "{SHA}"}}}}]"#),
    );
    run(&mut runner);
    let log = runner.read("log");
    assert!(
        log.starts_with(
            "api --method GET repos/o/r/pulls --raw-field state=open --raw-field head=eve:$(touch pwned);\"x --jq"
        ),
        "{log}"
    );
    assert!(log.contains("POST repos/o/r/issues/5/comments"), "{log}");
}

#[test]
fn nothing_is_posted_where_the_number_is_not_certain() {
    if !has("jq") {
        return;
    }
    for (pulls, pull, words) in [
        ("[]", "{}", "No open pull request has this commit.\n"),
        (r#"[{"number": "1; touch pwned", "head": {"sha": "SHA"}}]"#, "{}", "No open pull request has this commit.\n"),
        (
            r#"[{"number": 5, "head": {"sha": "SHA"}}]"#,
            r#"{"state": "open", "head": {"sha": "1"}}"#,
            "The pull request has moved on: its next review will comment.\n",
        ),
        (
            r#"[{"number": 5, "head": {"sha": "SHA"}}]"#,
            r#"{"state": "closed", "head": {"sha": "SHA"}}"#,
            "The pull request has moved on: its next review will comment.\n",
        ),
    ] {
        let mut runner = github();
        runner.context("github.event.workflow_run.pull_requests[0].number", "");
        runner.write("pulls.json", pulls.replace("SHA", SHA)).write("pull.json", pull.replace("SHA", SHA));
        let steps = run(&mut runner);
        assert_eq!((steps.len(), steps[0].out.as_str()), (1, words));
    }
}

#[test]
fn no_report_is_no_comment() {
    if !has("jq") {
        return;
    }
    let mut runner = github();
    runner.write("artifacts.json", r#"{"artifacts": [{"name": "etal-review", "id": 2, "size_in_bytes": 50000001}]}"#);
    let steps = run(&mut runner);
    assert_eq!(steps.last().unwrap().out, "The review left no report.\n", "{steps:?}");
    assert!(!runner.at("posted.md").exists());
}

/// What becomes of a report, without the lines that are put before it.
fn cleaned(report: &str) -> String {
    let mut runner = github();
    runner.write("report.md", report);
    run(&mut runner);
    let posted = runner.read("posted.md");
    posted.split_once("\n\n").unwrap().1.to_owned()
}

#[test]
fn a_report_cannot_say_more_than_text() {
    if !has("jq") {
        return;
    }
    let gap = "\u{200b}";
    let cases = [
        ("ask @eve and @org/team", format!("ask @{gap}eve and @{gap}org/team")),
        (
            "&#64;eve &#x40;eve &commat;eve &num;12",
            String::from("&amp;#\u{200b}64;eve &amp;#x40;eve &amp;commat;eve &amp;num;12"),
        ),
        ("GH-12 www.evil.example", format!("GH-{gap}12 www{gap}.evil.example")),
        ("&amp; &lt; &gt; &quot;", String::from("&amp; &lt; &gt; &quot;")),
        ("see #12, a/b#3 and &#60;", format!("see #{gap}12, a/b#{gap}3 and &amp;#{gap}60;")),
        ("#1", format!("#{gap}1")),
        ("## Datasets", String::from("## Datasets")),
        ("![x](https://evil.example/x.png)", format!("!\\[x]\\(https:{gap}//evil.example/x.png)")),
        ("![x](https://github.com/o/r/x.png)", format!("!\\[x]\\(https:{gap}//github.com/o/r/x.png)")),
        ("<img src=x onerror=y> <script>", String::from("&lt;img src=x onerror=y> &lt;script>")),
        ("<!-- etal review --> <details open>", String::from("&lt;!-- etal review --> &lt;details open>")),
        (
            "<details><summary><strong>a</strong></summary><code>b</code></details>",
            String::from("<details><summary><strong>a</strong></summary><code>b</code></details>"),
        ),
        ("&lt;details> &lt;script>", String::from("&lt;details> &lt;script>")),
        ("\u{1}script\u{2}\u{3}", String::from("script")),
        ("[a](https://evil.example)", format!("[a]\\(https:{gap}//evil.example)")),
        ("[a](https://github.com/o/r/blob/x#L1)", format!("[a]\\(https:{gap}//github.com/o/r/blob/x#L1)")),
        ("[a](https://githubXcom/o/r/x)", format!("[a]\\(https:{gap}//githubXcom/o/r/x)")),
        ("[a](https://github.com/o/rx)", format!("[a]\\(https:{gap}//github.com/o/rx)")),
        ("[a]: https://evil.example", format!("[a]\\: https:{gap}//evil.example")),
        ("/merge", format!("{gap}/merge")),
        ("  /approve\r", format!("  {gap}/approve")),
        ("$(touch pwned) `touch pwned` ';\" \\", String::from("$(touch pwned) `touch pwned` ';\" \\")),
        ("é – …", String::from("é – …")),
    ];
    let report: Vec<&str> = cases.iter().map(|(report, _)| *report).collect();
    let expected: Vec<&str> = cases.iter().map(|(_, expected)| expected.as_str()).collect();
    let report = format!("<!-- etal review -->\n{}\n", report.join("\n"));
    assert_eq!(cleaned(&report).trim_start().lines().collect::<Vec<_>>(), expected);
}

#[test]
fn a_report_of_any_length_fits_a_comment() {
    if !has("jq") {
        return;
    }
    for part in ["é", "<", "@a ", "x\n", "\u{1f4c8}"] {
        let posted = cleaned(&part.repeat(200_000));
        assert!((50_000..=64_000).contains(&posted.len()), "{part}: {}", posted.len());
        assert!(!posted.contains('\u{fffd}'), "{part}");
    }
}

/// Tells the address and the file that is sent; answers from files.
const CURL: &str = r#"
printf '%s\n' "$*" >> "$FAKE/log"
for one in "$@"; do
  case "$one" in
    @*) cp "${one#@}" "$FAKE/posted" ;;
    body@*) cp "${one#body@}" "$FAKE/posted" ;;
  esac
done
case "$one" in
  */user) echo '{"id": 9}' ;;
  */comments | *per_page=100) case "$*" in *POST*) ;; *) cat "$FAKE/comments.json" ;; esac ;;
esac
"#;

#[test]
fn forgejo_gets_the_same_comment_from_a_job_without_a_checkout() {
    if !has("python3") {
        return;
    }
    for (comments, expected) in [
        (
            r#"[{"id": 1, "user": {"login": "eve"}, "body": "<!-- etal review -->"}]"#,
            "--request POST --data @body.json https://f.example/api/v1/repos/o/r/issues/12/comments",
        ),
        (
            r#"[{"id": 3, "user": {"login": "forgejo-actions"}, "body": "<!-- etal review -->\nold"}]"#,
            "--request PATCH --data @body.json https://f.example/api/v1/repos/o/r/issues/comments/3",
        ),
    ] {
        let mut runner = Runner::new();
        runner.program("bin/curl", CURL).write("comments.json", comments);
        runner.write("workspace/etal-review/comment.md", "<!-- etal review -->\n\"@eve\" <b>\n");
        for (expression, value) in [
            ("github.server_url", "https://f.example"),
            ("github.repository", "o/r"),
            ("github.run_number", "7"),
            ("github.event.pull_request.number", "12"),
            ("github.token", "secret"),
        ] {
            runner.context(expression, value);
        }
        let workflow = yaml(&written(ForgeKind::Forgejo, "en")[".forgejo/workflows/review.yml"]);
        let steps = runner.job(&workflow, "comment");
        assert_eq!(steps.last().unwrap().code, Some(0), "{steps:?}");
        let log = runner.read("log");
        assert!(log.trim_end().ends_with(expected), "{log}");
        let posted: serde_json::Value = serde_json::from_str(&runner.read("posted")).unwrap();
        let body = posted["body"].as_str().unwrap();
        assert!(body.ends_with("\n\"@\u{200b}eve\" &lt;b>\n"), "{body}");
    }
}

#[test]
fn gitlab_gets_the_same_note_from_a_job_without_a_checkout() {
    if !has("python3") {
        return;
    }
    for (notes, expected) in [
        (r#"[{"id": 1, "author": {"id": 8}, "body": "<!-- etal review -->"}]"#, "/notes"),
        (r#"[{"id": 3, "author": {"id": 9}, "body": "<!-- etal review -->\nold"}]"#, "/notes/3"),
    ] {
        let runner = Runner::new();
        runner.program("bin/curl", CURL).write("comments.json", notes);
        runner.write("workspace/.etal-review/comment.md", "<!-- etal review -->\n/merge\n@eve <b>\n");
        let variables = [
            ("ETAL_COMMENT_TOKEN", "secret"),
            ("CI_API_V4_URL", "https://g.example/api/v4"),
            ("CI_PROJECT_ID", "5"),
            ("CI_PROJECT_URL", "https://g.example/o/r"),
            ("CI_MERGE_REQUEST_IID", "12"),
            ("CI_PIPELINE_URL", "https://g.example/o/r/-/pipelines/7"),
        ];
        let variables: BTreeMap<String, String> =
            variables.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        let workflow = yaml(&written(ForgeKind::GitLab, "en")[".gitlab-ci.yml"]);
        let (code, out) = runner.shell(workflow["comment"]["script"][0].as_str().unwrap(), "sh", &variables);
        assert_eq!(code, Some(0), "{out}");
        let log = runner.read("log");
        let notes = "https://g.example/api/v4/projects/5/merge_requests/12";
        assert!(log.trim_end().ends_with(&format!("{notes}{expected}")), "{log}");
        let posted = runner.read("posted");
        assert!(posted.ends_with("\n\u{200b}/merge\n@\u{200b}eve &lt;b>\n"), "{posted}");
    }
}
