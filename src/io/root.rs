//! Which catalogue a command is about.

use std::path::{Path, PathBuf};

use super::Error;

/// The file that makes a folder a catalogue.
pub const CONFIG: &str = "site.toml";

/// What a path on the command line stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A catalogue.
    Root(PathBuf),
    /// A file or folder of a catalogue: its root, and the path below it with `/` between names.
    Within(PathBuf, String),
    /// A folder of descriptors that is no part of a catalogue.
    Foreign(PathBuf),
}

/// The nearest folder upwards from `start` that has a `site.toml`.
///
/// # Errors
/// When there is none.
pub fn find_root(start: &Path) -> Result<PathBuf, Error> {
    if has_config(start) {
        return Ok(start.to_owned());
    }
    let whole = whole(start)?;
    let root = whole.ancestors().find(|folder| has_config(folder)).map(Path::to_owned);
    root.ok_or(Error::NoCatalog(whole))
}

/// The catalogue that is exactly at `folder`.
///
/// # Errors
/// When it is none.
pub fn root_at(folder: &Path) -> Result<PathBuf, Error> {
    match folder {
        _ if has_config(folder) => Ok(folder.to_owned()),
        _ if folder.exists() => Err(Error::NotACatalog(folder.to_owned())),
        _ => Err(Error::Absent(folder.to_owned())),
    }
}

/// Where a catalogue stands below the top of the repository it is in, with `/` after each name: forges
/// name files from there. Empty at the top, and outside any repository.
pub fn folder_in_repository(root: &Path) -> String {
    let Ok(whole) = whole(root) else { return String::new() };
    let is_top = |folder: &&Path| folder.join(".git").symlink_metadata().is_ok();
    let below = whole.ancestors().find(is_top).and_then(|top| whole.strip_prefix(top).ok());
    let names = below.into_iter().flat_map(Path::iter);
    names.map(|name| format!("{}/", name.to_string_lossy())).collect()
}

/// Whether `folder`, which need not exist yet, lies below the top of a repository.
pub fn is_inside_repository(folder: &Path) -> bool {
    let is_top = |folder: &Path| folder.join(".git").symlink_metadata().is_ok();
    let here = |folder: &Path| if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder.to_owned() };
    let nearest = folder.ancestors().map(here).find(|one| one.is_dir());
    let whole = nearest.and_then(|nearest| whole(&nearest).ok());
    !is_top(folder) && whole.is_some_and(|whole| whole.ancestors().any(is_top))
}

/// The nearest catalogue upwards from `path` as it is written, and the path below its root with `/`
/// between names, composed as in the catalogue. Links are not resolved, so that what an editor calls a
/// file and what it is told of it stay the same.
pub fn around(path: &Path) -> Option<(PathBuf, String)> {
    let root = path.ancestors().find(|folder| has_config(folder))?;
    let names: Option<Vec<&str>> = path.strip_prefix(root).ok()?.iter().map(|name| name.to_str()).collect();
    Some((root.to_owned(), super::walk::composed(names?.join("/"))))
}

/// What `path` stands for: a catalogue, a part of the nearest one upwards, or a folder beyond any.
///
/// # Errors
/// When nothing is there, or a file is in no catalogue.
pub fn target(path: &Path) -> Result<Target, Error> {
    if !path.exists() {
        return Err(Error::Absent(path.to_owned()));
    }
    if has_config(path) {
        return Ok(Target::Root(path.to_owned()));
    }
    let whole = whole(path)?;
    let root = whole.ancestors().skip(1).find(|folder| has_config(folder));
    let within = root.and_then(|root| Some((root, below(&whole, root)?)));
    match within {
        Some((root, below)) => Ok(Target::Within(root.to_owned(), below)),
        None if path.is_dir() => Ok(Target::Foreign(path.to_owned())),
        None => Err(Error::NoCatalog(path.to_owned())),
    }
}

/// The path below `root` of something that a catalogue is made from.
fn below(whole: &Path, root: &Path) -> Option<String> {
    let names: Option<Vec<&str>> = whole.strip_prefix(root).ok()?.iter().map(|name| name.to_str()).collect();
    let below = names?.join("/");
    let is_part = below == CONFIG || below == "content" || below.starts_with("content/");
    is_part.then_some(below)
}

fn has_config(folder: &Path) -> bool {
    folder.join(CONFIG).symlink_metadata().is_ok()
}

/// The path from the top, links and `..` resolved.
fn whole(path: &Path) -> Result<PathBuf, Error> {
    path.canonicalize().map_err(Error::read(path))
}
