//! Paths of a plan: below the output, told apart on every system, files and folders apart.

use super::error::Error;

/// Names at the top of an output that belong to others.
const RESERVED: [&str; 2] = [".git", ".etal"];
/// The longest name of a file, in bytes, on most file systems.
const LONGEST_NAME: usize = 255;

/// Refuses a plan that could not be written everywhere. `plan` is sorted.
pub(in crate::io) fn check(plan: &[&str]) -> Result<(), Error> {
    if let Some(path) = plan.iter().find(|path| !is_below(path)) {
        return Err(Error::Plan((*path).to_owned(), None));
    }
    if let Some(pair) = plan.windows(2).find(|pair| pair[0] >= pair[1]) {
        return Err(Error::Plan(pair[1].to_owned(), Some(pair[0].to_owned())));
    }
    let mut names: Vec<(String, &str, bool)> = plan.iter().map(|path| (folded(path), *path, false)).collect();
    names.extend(folders(plan.iter().copied()).into_iter().map(|folder| (folded(folder), folder, true)));
    names.sort_unstable();
    match names.windows(2).find(|pair| pair[0].0 == pair[1].0) {
        Some(pair) => Err(Error::Plan(pair[0].1.to_owned(), Some(pair[1].1.to_owned()))),
        None => Ok(()),
    }
}

/// All folders of sorted paths, each once, parents first.
pub(super) fn folders<'a>(paths: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut folders = Vec::new();
    let mut previous = "";
    for path in paths {
        for (end, _) in path.match_indices('/') {
            if previous.get(..=end) != Some(&path[..=end]) {
                folders.push(&path[..end]);
            }
        }
        previous = path;
    }
    folders
}

/// A path as systems see it that do not tell capitals from small letters.
pub(in crate::io) fn folded(path: &str) -> String {
    if path.is_ascii() { path.to_ascii_lowercase() } else { path.to_lowercase() }
}

/// Whether a path stays below the output, in names that any system can have.
pub(super) fn is_below(path: &str) -> bool {
    let plain = |name: &str| {
        !matches!(name, "" | "." | "..") && name.len() <= LONGEST_NAME && !name.contains('\0') && !is_foreign_sign(name)
    };
    path.split('/').all(plain) && path.split('/').next().is_some_and(|first| !RESERVED.contains(&&*folded(first)))
}

/// Signs that separate names or streams on Windows.
fn is_foreign_sign(name: &str) -> bool {
    cfg!(windows) && name.contains(['\\', ':'])
}
