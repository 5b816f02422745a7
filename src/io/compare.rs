//! A catalogue at two points of its history.

use std::collections::HashMap;
use std::path::Path;

use jiff::civil::Date;

use super::at::At;
use super::git::{self, Blob, Range, RevisionFault};
use super::{Error, Progress, Shape, read};
use crate::inputs::Inputs;

/// A catalogue at two points of its history.
#[derive(Clone, Debug)]
pub struct Compared {
    /// The commits.
    pub range: Range,
    /// As it was.
    pub base: Inputs,
    /// Whether the base has a catalogue at all.
    pub had_catalogue: bool,
    /// As it is.
    pub head: Inputs,
    /// Descriptors and files that git takes for renamed: paths before and after, below the root.
    pub renames: Vec<(String, String)>,
    /// Files outside `content/` that were added, changed or removed, below the root; those that forges read from the top
    /// of the repository.
    pub elsewhere: Vec<String>,
}

/// Why two points of a history cannot be compared.
#[derive(Debug)]
pub enum CompareError {
    /// The disk.
    Io(Error),
    /// The history.
    Revision(RevisionFault),
}

impl From<Error> for CompareError {
    fn from(error: Error) -> Self {
        Self::Io(error)
    }
}

impl From<RevisionFault> for CompareError {
    fn from(fault: RevisionFault) -> Self {
        Self::Revision(fault)
    }
}

/// Reads the catalogue at `root` as it is on the disk, or at the commit `head`, and as it was where that line left the
/// one of `base`.
///
/// # Errors
/// When a file cannot be read, and when git knows no such points.
pub fn compare(
    root: &Path,
    base: &str,
    head: Option<&str>,
    now: Date,
    progress: &dyn Progress,
) -> Result<Compared, CompareError> {
    let failed = |words| CompareError::Revision(RevisionFault::Git(words));
    let range = git::range(root, base, head)?;
    let asked = |commit: &str| git::files(root, commit).map_err(failed);
    let (before, after) = (asked(&range.base)?, asked(&range.head)?);
    let objects: HashMap<String, String> = after.iter().map(|file| (file.path.clone(), file.object.clone())).collect();
    let at = At { root };
    // git unpacks on one processor while the disk is read on the other.
    let (current, texts) = std::thread::scope(|scope| {
        let texts = scope.spawn(|| at.texts(&before, now));
        let current = match head {
            None => {
                read(root, Shape::Catalogue, now, progress).map(|catalogue| catalogue.inputs).map_err(CompareError::Io)
            }
            Some(_) => at.texts(&after, now).and_then(|texts| at.whole(texts, None)).map_err(failed),
        };
        (current, texts.join().expect("internal error: reading texts cannot panic"))
    });
    let current = current?;
    let base = texts.and_then(|texts| at.whole(texts, Some((&current, &objects)))).map_err(failed)?;
    let renames = git::renames(root, &range.base, &range.head).map_err(failed)?;
    let had_catalogue = before.iter().any(|file| file.path == super::CONFIG);
    let mut elsewhere = elsewhere(&before, &after);
    let of_forges = |commit: &str| git::files_of_forges(root, commit).map_err(failed);
    elsewhere.extend(self::elsewhere(&of_forges(&range.base)?, &of_forges(&range.head)?));
    elsewhere.extend(changed_themes(&base, &current));
    elsewhere.sort();
    elsewhere.dedup();
    Ok(Compared { range, base, had_catalogue, head: current, renames, elsewhere })
}

/// Files of the site's own theme that differ, by their path below the root of the catalogue.
pub fn changed_themes(before: &Inputs, after: &Inputs) -> Vec<String> {
    let folder = super::read::theme_of(after).unwrap_or_else(|| String::from("themes"));
    let (old, new) = (&before.theme, &after.theme);
    let changed = new.iter().filter(|(path, bytes)| old.get(*path) != Some(*bytes)).map(|(path, _)| path);
    let gone = old.keys().filter(|path| !new.contains_key(*path));
    changed.chain(gone).map(|path| format!("{folder}/{path}")).collect()
}

/// Paths outside `content/` that two commits have differently.
fn elsewhere(before: &[Blob], after: &[Blob]) -> Vec<String> {
    let map = |files: &[Blob]| -> HashMap<String, String> {
        let outside = files.iter().filter(|file| !file.path.starts_with("content/"));
        outside.map(|file| (file.path.clone(), file.object.clone())).collect()
    };
    let (before, after) = (map(before), map(after));
    let changed = after.iter().filter(|(path, object)| before.get(*path) != Some(*object)).map(|(path, _)| path);
    let gone = before.keys().filter(|path| !after.contains_key(*path));
    let mut paths: Vec<String> = changed.chain(gone).cloned().collect();
    paths.sort();
    paths
}
