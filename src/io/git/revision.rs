//! Points of the history: what people call them, and where two lines of it parted.

use std::path::Path;

use super::objects::ask;

/// Why a comparison has no beginning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RevisionFault {
    /// The catalogue is in no git repository, or git is not installed; in git's own words where it has any.
    NoRepository(String),
    /// Nothing has this name here; whether the clone lacks its history.
    Unknown(String, bool),
    /// Two commits have no common ancestor here; whether the clone lacks its history.
    Apart(String, String, bool),
    /// git failed; in its own words.
    Git(String),
}

/// Two points of the history to compare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Range {
    /// The commit where the head's line left that of the base.
    pub base: String,
    /// The commit of the head; of the work tree the one it is based on.
    pub head: String,
    /// Whether the clone lacks some of its history.
    pub is_shallow: bool,
}

/// Finds the commits to compare: where `head`, the checked-out commit when not said, left the line of `base`.
pub(in crate::io) fn range(root: &Path, base: &str, head: Option<&str>) -> Result<Range, RevisionFault> {
    let shallow = ask(root, &["rev-parse", "--is-shallow-repository"]).map_err(RevisionFault::NoRepository)?;
    let is_shallow = shallow.starts_with(b"true");
    let named = head.unwrap_or("HEAD");
    let head = commit(root, named, is_shallow)?;
    let tip = commit(root, base, is_shallow)?;
    let answer = ask(root, &["merge-base", "--end-of-options", &tip, &head]);
    match answer.map(|line| String::from_utf8_lossy(&line).trim().to_owned()) {
        Ok(found) if !found.is_empty() => Ok(Range { base: found, head, is_shallow }),
        // Without any common commit git says nothing at all.
        Ok(_) => Err(RevisionFault::Apart(base.to_owned(), named.to_owned(), is_shallow)),
        Err(words) if words == super::command::FAILED => {
            Err(RevisionFault::Apart(base.to_owned(), named.to_owned(), is_shallow))
        }
        Err(words) => Err(RevisionFault::Git(words)),
    }
}

/// The commit of a name.
fn commit(root: &Path, name: &str, is_shallow: bool) -> Result<String, RevisionFault> {
    let unknown = || RevisionFault::Unknown(name.to_owned(), is_shallow);
    // A name that is an option, or that git would take for something else than one commit.
    if name.is_empty() || name.starts_with('-') || name.contains(['\0', '\n']) || name.contains("..") {
        return Err(unknown());
    }
    let wanted = format!("{name}^{{commit}}");
    let found = ask(root, &["rev-parse", "--verify", "--quiet", "--end-of-options", &wanted]);
    let found = found.map(|line| String::from_utf8_lossy(&line).trim().to_owned()).map_err(|_| unknown())?;
    if found.is_empty() { Err(unknown()) } else { Ok(found) }
}
