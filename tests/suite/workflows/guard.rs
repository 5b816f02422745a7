//! What no workflow may have. It looks at the parsed file, and at the words of its scripts.

use serde_json::Value as Json;

use super::yaml;

/// Variables of GitLab whose text no contributor chooses, or that are only compared.
const GITLAB_VARIABLES: [&str; 14] = [
    "CI_API_V4_URL",
    "CI_COMMIT_BRANCH",
    "CI_DEFAULT_BRANCH",
    "CI_JOB_TOKEN",
    "CI_MERGE_REQUEST_DIFF_BASE_SHA",
    "CI_MERGE_REQUEST_IID",
    "CI_MERGE_REQUEST_SOURCE_PROJECT_ID",
    "CI_PAGES_URL",
    "CI_PIPELINE_SOURCE",
    "CI_PIPELINE_URL",
    "CI_PROJECT_DIR",
    "CI_PROJECT_ID",
    "CI_PROJECT_URL",
    "GITLAB_USER_LOGIN",
];

/// Everything that is wrong with a workflow.
pub(super) fn faults(path: &str, text: &str) -> Vec<String> {
    let file = yaml(text);
    match path {
        ".gitlab-ci.yml" => gitlab(&file, text),
        "action.yml" => {
            let steps = file["runs"]["steps"].as_array().cloned().unwrap_or_default();
            let mut faults: Vec<String> = steps.iter().flat_map(of_step).collect();
            faults.extend(text.contains("secrets.").then(|| String::from("a secret")));
            faults
        }
        _ => actions(path, &file, text),
    }
}

/// GitHub Actions, and Forgejo's.
fn actions(path: &str, file: &Json, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    // Forgejo's versions differ in what they make of `permissions`: there, whoever is given the token may write.
    let has_permissions = !path.starts_with(".forgejo");
    let is_of_changes = file["on"].get("pull_request").is_some();
    if text.contains("pull_request_target") {
        faults.push(String::from("pull_request_target runs with the rights of the base"));
    }
    if is_of_changes && text.contains("secrets") {
        faults.push(String::from("a secret in a workflow of changes"));
    }
    let of_all = file.get("permissions");
    if has_permissions && of_all.is_none_or(may_write) {
        faults.push(String::from("the workflow may write by default"));
    }
    for (name, job) in file["jobs"].as_object().expect("jobs") {
        let steps = job["steps"].as_array().expect("steps");
        let checks_out = steps.iter().any(checks_out);
        let has_token = job.to_string().contains("github.token") || job.to_string().contains("secrets.");
        let writes = has_permissions && job.get("permissions").or(of_all).is_none_or(may_write);
        if is_of_changes && writes {
            faults.push(format!("{name}: may write for a change"));
        }
        if checks_out && writes {
            faults.push(format!("{name}: checks out and may write"));
        }
        if checks_out && has_token {
            faults.push(format!("{name}: a token beside a checkout"));
        }
        let condition = job["if"].as_str().unwrap_or("");
        if is_of_changes && has_token && !condition.contains("head.repo.full_name == github.repository") {
            faults.push(format!("{name}: a token for forks"));
        }
        faults.extend(steps.iter().flat_map(of_step).map(|fault| format!("{name}: {fault}")));
    }
    faults
}

/// Whether some right is more than reading.
fn may_write(permissions: &Json) -> bool {
    match permissions {
        Json::Object(rights) => rights.values().any(|right| right != "read" && right != "none"),
        other => other != "read-all",
    }
}

fn checks_out(step: &Json) -> bool {
    let uses = step["uses"].as_str().unwrap_or("");
    let run = step["run"].as_str().unwrap_or("");
    uses.contains("/checkout") || fetches(run)
}

fn fetches(script: &str) -> bool {
    ["git clone", "git fetch", "git pull", "git checkout", "git worktree", "pr checkout"]
        .iter()
        .any(|command| script.contains(command))
}

/// What is wrong with one step.
fn of_step(step: &Json) -> Vec<String> {
    let mut faults = Vec::new();
    if let Some(uses) = step["uses"].as_str() {
        let commit = uses.rsplit_once('@').map_or("", |(_, commit)| commit);
        if commit.len() != 40 || !commit.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            faults.push(format!("{uses} is not pinned by its commit"));
        }
        if uses.contains("/checkout") && step["with"]["persist-credentials"] != false {
            faults.push(format!("{uses} keeps its credentials"));
        }
    }
    if let Some(run) = step["run"].as_str() {
        faults.extend(of_script(run));
    }
    faults
}

fn of_script(script: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if script.contains("${{") {
        faults.push(String::from("an expression in a script"));
    }
    let words = script.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    faults.extend(words.filter(|word| *word == "eval").map(|_| String::from("eval in a script")));
    if script.contains('`') {
        faults.push(String::from("a backtick in a script"));
    }
    faults
}

fn gitlab(file: &Json, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let name_of = |rest: &str| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect::<String>();
    for (at, _) in text.match_indices('$') {
        let name = name_of(text[at + 1..].trim_start_matches('{'));
        if name.starts_with("CI_") && !GITLAB_VARIABLES.contains(&name.as_str()) {
            faults.push(format!("{name} is not known to be harmless"));
        }
    }
    for (name, job) in file.as_object().expect("jobs").iter().filter(|(_, job)| job.is_object()) {
        let may_release = job.to_string().contains("CI_JOB_TOKEN");
        let has_token = job.to_string().contains("ETAL_COMMENT_TOKEN");
        if (has_token || may_release) && job["variables"]["GIT_STRATEGY"] != "none" {
            faults.push(format!("{name}: a token beside a checkout"));
        }
        let rules = job["rules"].as_array().cloned().unwrap_or_default();
        let own = "$CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_PROJECT_ID";
        if has_token && !rules.iter().all(|rule| rule["if"].as_str().is_some_and(|rule| rule.contains(own))) {
            faults.push(format!("{name}: a token for forks"));
        }
        let published = ["$CI_PIPELINE_SOURCE == \"schedule\"", "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"];
        let is_published =
            |rule: &Json| rule["if"].as_str().is_some_and(|rule| published.iter().all(|part| rule.contains(part)));
        if may_release && (rules.is_empty() || !rules.iter().all(is_published)) {
            faults.push(format!("{name}: a release of what is not published"));
        }
        let scripts = ["before_script", "script"].into_iter().flat_map(|key| job[key].as_array().into_iter().flatten());
        for script in scripts.filter_map(Json::as_str) {
            faults.extend(of_script(script).into_iter().map(|fault| format!("{name}: {fault}")));
        }
    }
    faults
}
