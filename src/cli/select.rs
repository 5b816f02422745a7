//! Which catalogue the paths of a command line mean, and which part of it.

use std::path::{Path, PathBuf};

use super::args::Global;
use super::failure::Failure;
use crate::io::{Error, Shape, Target, find_root, root_at, target};
use crate::source::{SourceFile, SourceId};

/// A catalogue and the part of it that was asked for.
#[derive(Debug)]
pub(super) struct Selection {
    pub(super) root: PathBuf,
    pub(super) shape: Shape,
    /// Paths below the root; empty for all of it.
    parts: Vec<String>,
}

/// The catalogue of a command that takes one folder: that folder exactly, else `--root`, else the
/// nearest one upwards.
pub(super) fn root(folder: Option<&Path>, global: &Global) -> Result<PathBuf, Failure> {
    Ok(match folder.or(global.root.as_deref()) {
        Some(folder) => root_at(folder)?,
        None => find_root(Path::new("."))?,
    })
}

/// What files and folders of the command line mean together.
pub(super) fn select(paths: &[PathBuf], global: &Global) -> Result<Selection, Failure> {
    let mut chosen: Option<Selection> = match &global.root {
        Some(root) => Some(Selection::whole(root_at(root)?)),
        None if paths.is_empty() => Some(Selection::whole(find_root(Path::new("."))?)),
        None => None,
    };
    let mut is_whole = paths.is_empty();
    for path in paths {
        let (root, shape, part) = match target(path)? {
            Target::Root(root) => (root, Shape::Catalogue, None),
            Target::Within(root, below) => (root, Shape::Catalogue, Some(below)),
            Target::Foreign(root) => (root, Shape::Datasets, None),
        };
        let selection = chosen.get_or_insert_with(|| Selection { root: root.clone(), shape, parts: Vec::new() });
        if !is_same(&selection.root, &root) || selection.shape != shape {
            return Err(Error::Elsewhere(path.clone(), selection.root.clone()).into());
        }
        is_whole |= part.is_none();
        selection.parts.extend(part);
    }
    let mut selection = chosen.expect("internal error: a root or a path");
    if is_whole {
        selection.parts.clear();
    }
    Ok(selection)
}

impl Selection {
    fn whole(root: PathBuf) -> Self {
        Self { root, shape: Shape::Catalogue, parts: Vec::new() }
    }

    /// Whether what is found in a text is about what was asked for.
    pub(super) fn covers(&self, source: SourceId, sources: &[SourceFile], config: usize) -> bool {
        let source = source.0 as usize;
        if self.shape == Shape::Datasets {
            // There are no settings to be at fault.
            return source != config;
        }
        let path = sources.get(source).map_or("", |source| source.path.as_str());
        self.parts.is_empty() || self.parts.iter().any(|part| is_about(path, part))
    }
}

/// Whether the descriptor at `path` is at `part` or below it, or `part` is a file of its dataset.
fn is_about(path: &str, part: &str) -> bool {
    let below = |path: &str, folder: &str| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
    let folder = folder_of(path);
    [path, folder].contains(&part) || below(path, part) || below(part, folder)
}

/// `content/datasets/a` of `content/datasets/a.yaml` and of `content/datasets/a/dataset.md`.
fn folder_of(path: &str) -> &str {
    match path.match_indices('/').nth(2) {
        Some((at, _)) => &path[..at],
        None => path.rsplit_once('.').map_or(path, |(folder, _)| folder),
    }
}

fn is_same(one: &Path, other: &Path) -> bool {
    one == other || one.canonicalize().ok() == other.canonicalize().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_stands_for_the_dataset_it_belongs_to() {
        let yaml = "content/datasets/a.yaml";
        for part in [yaml, "content", "content/datasets", "content/datasets/a", "content/datasets/a/x/data.csv"] {
            assert!(is_about(yaml, part), "{part}");
        }
        for part in ["content/datasets/b.yaml", "content/datasets/ab/x.csv", "content/data", "site.toml"] {
            assert!(!is_about(yaml, part), "{part}");
        }
        assert!(is_about("content/datasets/a/dataset.md", "content/datasets/a/data.csv"));
        assert!(is_about("site.toml", "site.toml"));
    }
}
