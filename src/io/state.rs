//! What etal keeps for itself between two runs, in `.etal/` of the catalogue. All of it may be
//! deleted at any time: it only saves work.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Its folder below the catalogue's root.
pub const FOLDER: &str = ".etal";

/// What was kept under `name`; none when there is nothing or it cannot be understood.
pub(super) fn load<T: DeserializeOwned>(root: &Path, name: &str) -> Option<T> {
    let bytes = fs::read(path(root, name)).ok()?;
    serde_json::from_slice(&bytes).ok()
}

/// Keeps `value` under `name`, whole or not at all. A disk that refuses costs time, not the command.
pub(super) fn save<T: Serialize>(root: &Path, name: &str, value: &T) {
    let _ = try_save(root, name, value);
}

pub(super) fn path(root: &Path, name: &str) -> PathBuf {
    root.join(FOLDER).join(name)
}

/// Keeps `value` under `name`, or says why it cannot be kept.
pub(super) fn try_save<T: Serialize>(root: &Path, name: &str, value: &T) -> io::Result<()> {
    let folder = prepare(root)?;
    let mut file = tempfile::NamedTempFile::new_in(&folder)?;
    file.write_all(&serde_json::to_vec(value)?)?;
    file.persist(folder.join(name))?;
    Ok(())
}

/// Makes the folder where there is none.
pub(super) fn prepare(root: &Path) -> io::Result<PathBuf> {
    let folder = root.join(FOLDER);
    if !folder.is_dir() {
        // Another process may be making it just now.
        fs::create_dir(&folder).or_else(|cause| if folder.is_dir() { Ok(()) } else { Err(cause) })?;
        // So that git leaves the folder alone even where nobody told it to.
        fs::write(folder.join(".gitignore"), "*\n")?;
    }
    Ok(folder)
}
