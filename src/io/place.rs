//! Writes files that were not there before.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::Error;
use super::output::readable;

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
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(Error::write(folder))?;
    let made = readable(tempfile::Builder::new().prefix(".etal-")).tempfile_in(folder);
    let mut file = made.map_err(Error::write(path))?;
    file.write_all(bytes).and_then(|()| file.as_file().sync_all()).map_err(Error::write(path))?;
    // Between the look above and now somebody may have been faster.
    file.persist_noclobber(path).map_err(|error| Error::Write(path.to_owned(), error.error))?;
    written.push(path.to_owned());
    Ok(())
}
