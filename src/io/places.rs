//! Where the disk has the files of a catalogue.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::walk::Found;
use crate::inputs::StaticFile;
use crate::layout;
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

    /// The paths below the root that the disk spells otherwise, and how.
    pub fn spelled(&self) -> BTreeMap<String, String> {
        let below = |disk: &PathBuf| {
            let names = disk.strip_prefix(&self.root).ok()?.iter().map(|name| name.to_str());
            Some(names.collect::<Option<Vec<&str>>>()?.join("/"))
        };
        self.others.iter().filter_map(|(path, disk)| Some((path.clone(), below(disk)?))).collect()
    }

    /// A file of a dataset's folder.
    pub fn of_hosted(&self, site: &Site, dataset: &Dataset, file: &HostedFile) -> PathBuf {
        let descriptor = &site.sources[dataset.header.source.0 as usize].path;
        self.of(&format!("{}/{}", layout::folder_of(descriptor, dataset.header.form), file.path))
    }

    /// A file of `content/static/`.
    pub fn of_static(&self, file: &StaticFile) -> PathBuf {
        self.of(&format!("content/static/{}", file.path))
    }
}
