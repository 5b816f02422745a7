//! Real descriptors: those of the demonstration catalogue always, and those of the corpora that
//! ETAL_CORPORA names.

#![allow(clippy::print_stdout, reason = "a test that does not run says so")]
#![allow(clippy::disallowed_methods, reason = "the descriptors lie on the disk")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use etal::layout::{self, Role};

/// A descriptor: its path below a catalogue's root and its text.
pub(crate) struct Sample {
    pub(crate) path: String,
    pub(crate) text: String,
}

impl Sample {
    /// Whether its YAML is front matter.
    pub(crate) fn is_markdown(&self) -> bool {
        self.path.ends_with(".md")
    }
}

/// Folders of the corpora whose files are descriptors of datasets, in another shape than ours.
const FOREIGN: [&str; 2] = ["jkan-opendataphilly/_datasets", "aws-registry/datasets"];

/// All files of the demonstration catalogue, as [`crate::catalog::site_of`] wants them.
pub(crate) fn demonstration() -> BTreeMap<String, Vec<u8>> {
    catalogue(Path::new(env!("CARGO_MANIFEST_DIR")))
}

/// All files of the catalogue in a folder.
pub(crate) fn catalogue(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut paths = vec![root.join("site.toml")];
    walk(&root.join("content"), &mut paths);
    let name = |path: &PathBuf| path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
    paths.iter().map(|path| (name(path), std::fs::read(path).unwrap())).collect()
}

/// The descriptors of the demonstration catalogue.
pub(crate) fn own() -> Vec<Sample> {
    let files = demonstration();
    let roles = layout::roles(files.keys().map(String::as_str));
    let described = files.into_iter().zip(roles).filter(|(_, role)| matches!(role, Role::Descriptor(..)));
    described.map(|((path, bytes), _)| Sample { path, text: String::from_utf8(bytes).unwrap() }).collect()
}

/// The descriptors of the corpora; without them none, and a line that says so.
pub(crate) fn foreign() -> Vec<Sample> {
    let Ok(corpora) = std::env::var("ETAL_CORPORA") else {
        println!("not run on foreign descriptors: ETAL_CORPORA is not set");
        return Vec::new();
    };
    let mut paths = Vec::new();
    for folder in FOREIGN {
        walk(&Path::new(&corpora).join(folder), &mut paths);
    }
    let sample = |path: PathBuf| {
        let name = path.file_name()?.to_str()?;
        let text = std::fs::read_to_string(&path).ok()?;
        Some(Sample { path: format!("content/datasets/{name}"), text })
    };
    paths.into_iter().filter_map(sample).collect()
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            walk(&path, found);
        } else {
            found.push(path);
        }
    }
}
