//! The demonstration catalogue of `content/`, built once for all tests of a process.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use tempfile::TempDir;

/// The folder of the project: the demonstration catalogue.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// etal with a scrubbed environment, in a folder.
pub(crate) fn etal(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_etal"));
    command.current_dir(folder).env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command
}

/// A copy of the demonstration catalogue, without history, in a folder of its own.
pub(crate) fn copy() -> TempDir {
    let folder = TempDir::new().unwrap();
    copy_tree(&root().join("content"), &folder.path().join("content"));
    std::fs::copy(root().join("site.toml"), folder.path().join("site.toml")).unwrap();
    folder
}

/// Copies a folder with all that is in it.
pub(crate) fn copy_tree(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_tree(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// The built site, drafts left out. nextest runs each test in a process of its own, and builds are
/// quick.
pub(crate) fn site() -> &'static Path {
    static SITE: OnceLock<TempDir> = OnceLock::new();
    let folder = SITE.get_or_init(|| {
        let folder = copy();
        let built = etal(folder.path()).args(["build", "--quiet", "--now", crate::catalog::NOW]).output().unwrap();
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
        folder
    });
    // The folder outlives the test: it is removed with the process's temporary files.
    Box::leak(folder.path().join("public").into_boxed_path())
}

/// Every file of a folder with its bytes, by path below it.
pub(crate) fn tree(folder: &Path) -> std::collections::BTreeMap<String, Vec<u8>> {
    let mut found = std::collections::BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path());
            } else {
                let below = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                found.insert(below, std::fs::read(entry.path()).unwrap());
            }
        }
    }
    found
}
