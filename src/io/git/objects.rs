//! What commits have: files by path, and their bytes. Only objects are read, never the work tree, so that no filter of
//! the repository is run.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{ChildStdin, ChildStdout, Stdio};

use super::command::{first_line, git};

/// A file of a commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::io) struct Blob {
    /// Its path below the folder that was asked, `/` between names.
    pub(in crate::io) path: String,
    /// The name of its content.
    pub(in crate::io) object: String,
    /// Whether it is a symbolic link.
    pub(in crate::io) is_link: bool,
}

/// Runs git and gives what it prints.
///
/// # Errors
/// In git's own words.
pub(super) fn ask(root: &Path, arguments: &[&str]) -> Result<Vec<u8>, String> {
    let output = git(root).args(arguments).stdin(Stdio::null()).output().map_err(|cause| cause.to_string())?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    Err(first_line(&String::from_utf8_lossy(&output.stderr)))
}

/// The files of a commit below `root`, by path. Submodules are no files.
pub(in crate::io) fn files(root: &Path, commit: &str) -> Result<Vec<Blob>, String> {
    let listed = ask(root, &["ls-tree", "-r", "-z", "--end-of-options", commit])?;
    let entries = listed.split(|byte| *byte == 0).filter(|entry| !entry.is_empty());
    entries.filter_map(|entry| blob(&String::from_utf8_lossy(entry)).transpose()).collect()
}

/// What forges read at the top of a repository, whatever folder the catalogue is in.
const OF_FORGES: [&str; 8] =
    [".github", ".gitlab", ".forgejo", ".gitea", ".gitlab-ci.yml", ".gitattributes", "CODEOWNERS", "docs/CODEOWNERS"];

/// The files of a commit that forges read at the top of the repository, by path from there.
pub(in crate::io) fn files_of_forges(root: &Path, commit: &str) -> Result<Vec<Blob>, String> {
    let listed = [&["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", commit][..], &OF_FORGES[..]].concat();
    let listed = ask(root, &listed)?;
    let entries = listed.split(|byte| *byte == 0).filter(|entry| !entry.is_empty());
    entries.filter_map(|entry| blob(&String::from_utf8_lossy(entry)).transpose()).collect()
}

/// One line of `git ls-tree`: mode, type, object, a tab, path.
fn blob(entry: &str) -> Result<Option<Blob>, String> {
    let malformed = || String::from("git ls-tree printed something else than files");
    let (facts, path) = entry.split_once('\t').ok_or_else(malformed)?;
    let mut facts = facts.split(' ');
    let (mode, kind, object) = (facts.next(), facts.next(), facts.next());
    let (Some(mode), Some(kind), Some(object)) = (mode, kind, object) else { return Err(malformed()) };
    let blob = Blob { path: path.to_owned(), object: object.to_owned(), is_link: mode == "120000" };
    Ok((kind == "blob").then_some(blob))
}

/// The descriptors that were renamed between two commits: paths below `root` before and after.
pub(in crate::io) fn renames(root: &Path, before: &str, after: &str) -> Result<Vec<(String, String)>, String> {
    let compare = ["diff-tree", "-r", "-z", "--name-status", "--find-renames=50%", "-l1000", "--diff-filter=R"];
    let plain = ["--relative", "--no-ext-diff", "--no-textconv", "--end-of-options", before, after];
    let printed = ask(root, &[&compare[..], &plain[..]].concat())?;
    let names: Vec<String> =
        printed.split(|byte| *byte == 0).map(|name| String::from_utf8_lossy(name).into_owned()).collect();
    let of_three = names.chunks_exact(3).filter(|names| names[0].starts_with('R'));
    Ok(of_three.map(|names| (names[1].clone(), names[2].clone())).collect())
}

/// Gives the bytes of objects, in their order, each as a stream with its size.
///
/// # Errors
/// In git's own words, and whatever `take` fails with.
pub(in crate::io) fn contents(
    root: &Path,
    objects: &[&str],
    mut take: impl FnMut(usize, u64, &mut dyn Read) -> std::io::Result<()>,
) -> Result<(), String> {
    if objects.is_empty() {
        return Ok(());
    }
    let mut child = git(root)
        .args(["cat-file", "--batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|cause| cause.to_string())?;
    let stdin = child.stdin.take().expect("internal error: the input is a pipe");
    let stdout = child.stdout.take().expect("internal error: the output is a pipe");
    let read = std::thread::scope(|scope| {
        // git prints while it is still asked: a single thread could wait for itself.
        scope.spawn(|| ask_for(stdin, objects));
        read(stdout, objects, &mut take)
    });
    // What is left unread would keep git waiting.
    let _ = child.kill();
    child.wait().map_err(|cause| cause.to_string())?;
    read
}

fn ask_for(stdin: ChildStdin, objects: &[&str]) {
    let mut stdin = std::io::BufWriter::new(stdin);
    for object in objects {
        // When git has gone, the reader says so.
        if writeln!(stdin, "{object}").is_err() {
            return;
        }
    }
}

fn read(
    stdout: ChildStdout,
    objects: &[&str],
    take: &mut impl FnMut(usize, u64, &mut dyn Read) -> std::io::Result<()>,
) -> Result<(), String> {
    let mut stdout = BufReader::with_capacity(1 << 16, stdout);
    let failed = |cause: std::io::Error| cause.to_string();
    let mut header = String::new();
    for (at, object) in objects.iter().enumerate() {
        header.clear();
        stdout.read_line(&mut header).map_err(failed)?;
        let mut facts = header.trim_end().split(' ').skip(1);
        let size = facts.next().filter(|kind| *kind == "blob").and_then(|_| facts.next()?.parse::<u64>().ok());
        let size = size.ok_or_else(|| format!("the repository lacks the object {object}"))?;
        let mut content = stdout.by_ref().take(size);
        take(at, size, &mut content).map_err(failed)?;
        std::io::copy(&mut content, &mut std::io::sink()).map_err(failed)?;
        stdout.read_exact(&mut [0]).map_err(failed)?;
    }
    Ok(())
}
