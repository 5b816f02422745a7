//! Where the disk has the files of a catalogue.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::walk::Found;
use crate::inputs::StaticFile;
use crate::model::{Dataset, HostedFile};
use crate::site::Site;

/// Finds files by their paths in the catalogue, which may be composed otherwise on the disk.
#[derive(Clone, Debug)]
pub struct Places {
    root: PathBuf,
    /// Only the files whose names differ.
    others: BTreeMap<String, PathBuf>,
}

impl Places {
    pub(super) fn new(root: &Path, files: &[Found]) -> Self {
        let differs = |found: &&Found| !found.path.is_ascii() && found.disk != root.join(&found.path);
        let others = files.iter().filter(differs).map(|found| (found.path.clone(), found.disk.clone()));
        Self { root: root.to_owned(), others: others.collect() }
    }

    /// The file at `path` below the root.
    pub fn of(&self, path: &str) -> PathBuf {
        self.others.get(path).cloned().unwrap_or_else(|| self.root.join(path))
    }

    /// A file of a dataset's folder.
    pub fn of_hosted(&self, site: &Site, dataset: &Dataset, file: &HostedFile) -> PathBuf {
        let descriptor = &site.sources[dataset.header.source.0 as usize].path;
        self.of(&format!("{}/{}", folder_of(descriptor), file.path))
    }

    /// A file of `content/static/`.
    pub fn of_static(&self, file: &StaticFile) -> PathBuf {
        self.of(&format!("content/static/{}", file.path))
    }
}

/// The folder of a dataset's files, by the path of its descriptor: `content/datasets/a` of
/// `content/datasets/a.yaml` and of `content/datasets/a/dataset.md`.
fn folder_of(descriptor: &str) -> &str {
    let third = descriptor.match_indices('/').nth(2);
    match third {
        Some((at, _)) => &descriptor[..at],
        None => descriptor.rsplit_once('.').map_or(descriptor, |(folder, _)| folder),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_of_a_dataset_has_its_name() {
        for path in ["content/datasets/a.yaml", "content/datasets/a.md", "content/datasets/a/dataset.yaml"] {
            assert_eq!(folder_of(path), "content/datasets/a", "{path}");
        }
    }
}
