//! Writes files that were not there before.

use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use super::Error;

/// Writes files below `root`, all of them or none: nothing that exists is touched.
///
/// # Errors
/// Names the first file that exists already, or what the disk refused.
pub fn write_new(root: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), Error> {
    for path in files.keys().map(|path| root.join(path)) {
        if path.symlink_metadata().is_ok() {
            return Err(Error::Exists(path));
        }
    }
    // A folder that is a link would lead elsewhere.
    for folder in files.keys().flat_map(|path| Path::new(path).ancestors().skip(1)) {
        let folder = root.join(folder);
        if folder != root && folder.symlink_metadata().is_ok_and(|found| found.is_symlink()) {
            return Err(Error::Link(folder));
        }
    }
    let mut written = Vec::new();
    for (path, bytes) in files {
        if let Err(error) = write_one(&root.join(path), bytes, &mut written) {
            // Best effort: what cannot be taken back is at least named by the error.
            for path in written.iter().rev() {
                let _ = fs::remove_file(path);
            }
            return Err(error);
        }
    }
    Ok(())
}

fn write_one(path: &Path, bytes: &[u8], written: &mut Vec<PathBuf>) -> Result<(), Error> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Error::write(folder))?;
    }
    // Between the look above and now somebody may have been faster.
    let mut file = OpenOptions::new().write(true).create_new(true).open(path).map_err(Error::write(path))?;
    written.push(path.to_owned());
    file.write_all(bytes).map_err(Error::write(path))
}
