//! Where a snapshot is unpacked: beside its place first, then in it with one rename.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::error::UnpackError;
use crate::io::Error;

/// A folder that is filled beside the place of the snapshot.
pub(super) struct Stage {
    folder: TempDir,
    into: PathBuf,
    /// Whether the folder around it came into being for it.
    made: Option<PathBuf>,
}

impl Stage {
    /// Makes it in `into`, which need not exist.
    pub(super) fn open(into: &Path) -> Result<Self, UnpackError> {
        let into = if into.as_os_str().is_empty() { PathBuf::from(".") } else { into.to_owned() };
        // What is made and not filled is taken away again, from the outermost folder on.
        let absent = |path: &&Path| !path.as_os_str().is_empty() && path.symlink_metadata().is_err();
        let made = into.ancestors().take_while(absent).last().map(Path::to_owned);
        fs::create_dir_all(&into).map_err(Error::write(&into))?;
        let folder = tempfile::Builder::new().prefix(".etal-").tempdir_in(&into).map_err(Error::write(&into))?;
        Ok(Self { folder, into, made })
    }

    pub(super) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Puts its one folder, `top`, in its place. Gives the place.
    pub(super) fn settle(mut self, top: &Path) -> Result<PathBuf, UnpackError> {
        let (from, to) = (self.folder.path().join(top), self.into.join(top));
        check(&to)?;
        // Whoever wants an empty folder gets one.
        fs::create_dir_all(&from).map_err(Error::write(&from))?;
        match fs::remove_dir(&to) {
            Err(cause) if cause.kind() != ErrorKind::NotFound => return Err(Error::Write(to, cause).into()),
            _ => {}
        }
        fs::rename(&from, &to).map_err(Error::write(&to))?;
        self.made = None;
        Ok(to)
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        if let Some(made) = &self.made {
            // Best effort, and nothing of others is in a folder that was not there.
            let _ = fs::remove_dir_all(self.folder.path());
            for folder in self.into.ancestors().take_while(|folder| folder.starts_with(made)) {
                let _ = fs::remove_dir(folder);
            }
        }
    }
}

/// Refuses a place where something is.
pub(super) fn check(place: &Path) -> Result<(), UnpackError> {
    let is_free = match place.symlink_metadata() {
        Err(cause) if cause.kind() == ErrorKind::NotFound => true,
        Err(cause) => return Err(Error::Read(place.to_owned(), cause).into()),
        Ok(found) if found.is_dir() => fs::read_dir(place).map_err(Error::read(place))?.next().is_none(),
        Ok(_) => false,
    };
    if is_free { Ok(()) } else { Err(UnpackError::Taken(place.to_owned())) }
}
