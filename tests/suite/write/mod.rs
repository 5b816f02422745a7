//! The writer: nothing is lost, nothing of others is touched, nothing is written twice.

#![allow(clippy::disallowed_methods, reason = "the disk is what these tests are about")]

mod changes;
mod foreign;
mod kills;
mod places;
mod random;
mod state;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use etal::io::write::{self, Content, Error, Options, Strangers, Summary};
use tempfile::TempDir;

/// Files by path, with their content.
type Tree = BTreeMap<String, String>;

/// A catalogue in a folder of its own, whose output is `public`.
struct Catalog {
    folder: Folder,
}

/// A folder that goes with the test, or one of another process.
enum Folder {
    Own(TempDir),
    Other(PathBuf),
}

impl Folder {
    fn path(&self) -> &Path {
        match self {
            Self::Own(folder) => folder.path(),
            Self::Other(folder) => folder,
        }
    }
}

/// A tree of files: `path=content`, separated by blanks.
fn tree(files: &str) -> Tree {
    let pair = |file: &str| file.split_once('=').map(|(path, text)| (path.to_owned(), text.to_owned())).unwrap();
    files.split_whitespace().map(pair).collect()
}

impl Catalog {
    fn new() -> Self {
        let catalog = Self { folder: Folder::Own(tempfile::tempdir().unwrap()) };
        fs::create_dir_all(catalog.root().join("content")).unwrap();
        fs::write(catalog.root().join("site.toml"), "").unwrap();
        catalog
    }

    /// The one that another process has made in a folder.
    fn at(folder: &Path) -> Self {
        Self { folder: Folder::Other(folder.to_owned()) }
    }

    fn root(&self) -> PathBuf {
        self.folder.path().join("catalog")
    }

    fn out(&self) -> PathBuf {
        self.root().join("public")
    }

    fn build(&self, files: &str) -> Result<Summary, Error> {
        self.write(&tree(files), &Options::new(&self.root(), &self.out()))
    }

    fn adopt(&self, files: &str) -> Result<Summary, Error> {
        let (root, out) = (self.root(), self.out());
        self.write(&tree(files), &Options { foreign: Strangers::Adopt, ..Options::new(&root, &out) })
    }

    fn write(&self, tree: &Tree, options: &Options<'_>) -> Result<Summary, Error> {
        let plan: Vec<&str> = tree.keys().map(String::as_str).collect();
        write::commit(options, &plan, |index| Ok(Content::Bytes(tree[plan[index]].clone().into_bytes())))
    }

    /// Puts something into the output by hand.
    fn put(&self, path: &str, text: &str) {
        let path = self.out().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn files(&self) -> Tree {
        read(&self.out())
    }

    fn modified(&self, path: &str) -> SystemTime {
        fs::metadata(self.out().join(path)).unwrap().modified().unwrap()
    }
}

/// Every file and link below a folder; links as `-> target`.
fn read(folder: &Path) -> Tree {
    let mut tree = Tree::new();
    for entry in walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok) {
        let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
        if entry.path_is_symlink() {
            tree.insert(path, format!("->{}", fs::read_link(entry.path()).unwrap().display()));
        } else if entry.file_type().is_file() {
            tree.insert(path, String::from_utf8_lossy(&fs::read(entry.path()).unwrap()).into_owned());
        }
    }
    tree
}

/// Numbers of files written, unchanged and removed.
fn counts(summary: &Summary) -> (usize, usize, usize) {
    (summary.written, summary.unchanged, summary.removed)
}

/// What a failed build says in English.
#[track_caller]
fn message(result: Result<Summary, Error>, catalog: &Catalog) -> String {
    let root = fs::canonicalize(catalog.folder.path()).unwrap();
    let text = result.unwrap_err().message("en");
    text.replace(root.to_str().unwrap(), "/…").replace(catalog.folder.path().to_str().unwrap(), "/…")
}
