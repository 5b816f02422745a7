//! Reads what `git log` prints, one commit at a time.

use std::io::{BufRead, Error, ErrorKind, Result};

/// A commit and what it changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Commit {
    pub(super) name: String,
    /// When it was committed, in seconds since 1970.
    pub(super) time: i64,
    pub(super) parents: Vec<String>,
    pub(super) changes: Vec<Change>,
}

/// A file that a commit changed. Paths are below the top of the repository.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// Added, changed or deleted.
    Touched(String),
    /// Renamed: the path before and after.
    Renamed(String, String),
}

/// What every commit begins with, so that it cannot be taken for a status.
const MARK: u8 = 1;

/// Gives every commit of `stream` to `take`, in its order.
pub(super) fn read(stream: &mut dyn BufRead, mut take: impl FnMut(Commit)) -> Result<()> {
    let mut commit: Option<Commit> = None;
    let mut token = Vec::new();
    while next(stream, &mut token)? {
        match token.first() {
            None => {}
            Some(&MARK) => {
                let next = header(&token[1..]).ok_or_else(malformed)?;
                commit.replace(next).into_iter().for_each(&mut take);
            }
            Some(status) => {
                let is_pair = matches!(status, b'R' | b'C') && token.get(1).is_some_and(u8::is_ascii_digit);
                let change = change(stream, is_pair, &mut token)?;
                commit.as_mut().ok_or_else(malformed)?.changes.push(change);
            }
        }
    }
    commit.into_iter().for_each(&mut take);
    Ok(())
}

/// The next text up to a zero byte, without the line end that git puts before a list of changes.
fn next(stream: &mut dyn BufRead, token: &mut Vec<u8>) -> Result<bool> {
    token.clear();
    if stream.read_until(0, token)? == 0 {
        return Ok(false);
    }
    if token.last() == Some(&0) {
        token.pop();
    }
    if token.first() == Some(&b'\n') {
        token.remove(0);
    }
    Ok(true)
}

fn header(text: &[u8]) -> Option<Commit> {
    let text = std::str::from_utf8(text).ok()?;
    let mut words = text.split_ascii_whitespace();
    let (name, time) = (words.next()?.to_owned(), words.next()?.parse().ok()?);
    Some(Commit { name, time, parents: words.map(str::to_owned).collect(), changes: Vec::new() })
}

fn change(stream: &mut dyn BufRead, is_pair: bool, token: &mut Vec<u8>) -> Result<Change> {
    let first = path(stream, token)?;
    if !is_pair {
        return Ok(Change::Touched(first));
    }
    Ok(Change::Renamed(first, path(stream, token)?))
}

fn path(stream: &mut dyn BufRead, token: &mut Vec<u8>) -> Result<String> {
    token.clear();
    stream.read_until(0, token)?;
    if token.pop() != Some(0) {
        return Err(malformed());
    }
    Ok(String::from_utf8_lossy(token).into_owned())
}

fn malformed() -> Error {
    Error::new(ErrorKind::InvalidData, "git printed a history that etal cannot read")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commits_are_read_with_their_changes() {
        let printed = "\u{1}aa 20 bb cc\0\0\u{1}bb 10 \0\nR100\0old\n.yaml\0new.yaml\0M\0R1\0MM\0x\0\0\u{1}cc 5\0";
        let mut commits = Vec::new();
        read(&mut printed.as_bytes(), |commit| commits.push(commit)).expect("well formed");
        let short: Vec<_> = commits.iter().map(|one| (one.name.as_str(), one.time, one.parents.len())).collect();
        assert_eq!(short, [("aa", 20, 2), ("bb", 10, 0), ("cc", 5, 0)]);
        let touched = |path: &str| Change::Touched(path.into());
        let renamed = Change::Renamed("old\n.yaml".into(), "new.yaml".into());
        assert_eq!(commits[1].changes, [renamed, touched("R1"), touched("x")]);
    }

    #[test]
    fn a_history_that_is_cut_is_refused() {
        for printed in ["\u{1}aa 20\0\nM\0", "\u{1}aa 20\0\nR100\0a\0", "M\0a\0", "\u{1}aa\0"] {
            assert!(read(&mut printed.as_bytes(), |_| ()).is_err(), "{printed:?}");
        }
    }
}
