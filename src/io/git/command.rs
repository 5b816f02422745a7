//! Calls git so that neither its settings nor the environment change what it answers or run anything.

use std::io::{BufReader, Read};
use std::path::Path;
use std::process::{Command, Stdio};

/// What git says of the place where the catalogue is.
pub(super) struct Facts {
    /// The full name of the commit.
    pub(super) head: String,
    /// The catalogue's folder below the top of the repository, with a final slash; empty at the top.
    pub(super) folder: String,
    /// Whether the clone lacks its history.
    pub(super) is_shallow: bool,
}

/// Asks where the catalogue is. None without git or a repository, before the first commit, and when
/// `site.toml` is in no commit.
///
/// # Errors
/// In git's own words, when it has a reason not to answer: a repository of somebody else.
pub(super) fn facts(root: &Path) -> Result<Option<Facts>, String> {
    let questions = ["rev-parse", "--is-shallow-repository", "--show-prefix", "HEAD", "HEAD:./site.toml"];
    let Ok(output) = git(root).args(questions).stdin(Stdio::null()).output() else {
        return Ok(None);
    };
    let errors = String::from_utf8_lossy(&output.stderr);
    if errors.contains("dubious ownership") {
        return Err(first_line(&errors));
    }
    let answer = String::from_utf8_lossy(&output.stdout);
    let mut lines = answer.lines();
    let (Some(shallow), Some(folder), Some(head), true) =
        (lines.next(), lines.next(), lines.next(), output.status.success())
    else {
        return Ok(None);
    };
    Ok(Some(Facts { head: head.to_owned(), folder: folder.to_owned(), is_shallow: shallow == "true" }))
}

/// Hands the history of `content/` to `read`: commits from newest to oldest, children before
/// parents, each with its parents, time and changed files.
///
/// Parents are those in the history of this folder. A merge lists only what differs from all of its
/// parents: the rest was changed by the commits that it brings together.
///
/// # Errors
/// In git's own words.
pub(super) fn log(
    root: &Path,
    read: impl FnOnce(&mut dyn std::io::BufRead) -> std::io::Result<()>,
) -> Result<(), String> {
    let mut child = git(root)
        .args(["-c", "log.showRoot=true", "-c", "log.showSignature=false", "log", "-z", "--topo-order", "--parents"])
        .args(["--format=%x01%H %ct %P", "--name-status", "--find-renames=50%", "-l1000", "--no-relative"])
        .args(["--diff-merges=dense-combined", "--no-ext-diff", "--no-textconv", "--no-color", "--no-notes"])
        .args(["--end-of-options", "HEAD", "--", "content"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|cause| cause.to_string())?;
    let stdout = child.stdout.take().expect("internal error: the output is a pipe");
    let mut stderr = child.stderr.take().expect("internal error: the errors are a pipe");
    let errors = std::thread::spawn(move || {
        let mut errors = String::new();
        let _ = stderr.read_to_string(&mut errors);
        errors
    });
    let done = read(&mut BufReader::with_capacity(1 << 16, stdout));
    let status = child.wait().map_err(|cause| cause.to_string())?;
    let errors = errors.join().unwrap_or_default();
    done.map_err(|cause| cause.to_string())?;
    if status.success() { Ok(()) } else { Err(first_line(&errors)) }
}

/// git in the folder `root`, deaf to the environment and to settings that run programs.
pub(super) fn git(root: &Path) -> Command {
    let mut command = Command::new("git");
    let variables = std::env::vars_os().map(|(name, _)| name);
    for name in variables.filter(|name| name.as_encoded_bytes().starts_with(b"GIT_")) {
        command.env_remove(name);
    }
    command.env("LC_ALL", "C").env("GIT_OPTIONAL_LOCKS", "0").env("GIT_TERMINAL_PROMPT", "0");
    // A repository may promise that objects are elsewhere: nothing is fetched, and no helper of its settings run.
    command.env("GIT_NO_LAZY_FETCH", "1").env("GIT_ALLOW_PROTOCOL", "none");
    command.arg("-C").arg(root).args(["--no-pager", "--literal-pathspecs"]);
    command.args(["-c", "core.fsmonitor=false", "-c", "diff.external=", "-c", "core.quotePath=false"]);
    command
}

/// What is said when git fails without a word.
pub(super) const FAILED: &str = "git failed";

pub(super) fn first_line(errors: &str) -> String {
    errors.lines().next().unwrap_or(FAILED).trim_start_matches("fatal: ").to_owned()
}
