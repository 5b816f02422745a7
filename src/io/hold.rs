//! One command at a time that edits a catalogue.

use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::{Error, state};

/// How long a command waits for another one to be done.
const PATIENCE: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(20);

/// Held from before a catalogue is read until what changes is written. The system takes it back when
/// the process ends, however it ends.
#[derive(Debug)]
pub struct Hold {
    _file: Option<File>,
}

/// Holds the catalogue at `root`; waits some seconds for whoever has it.
///
/// # Errors
/// When another command keeps it for longer, or the disk refuses.
pub fn hold(root: &Path) -> Result<Hold, Error> {
    hold_within(root, PATIENCE)
}

fn hold_within(root: &Path, patience: Duration) -> Result<Hold, Error> {
    let folder = state::prepare(root).map_err(Error::write(root.join(state::FOLDER)))?;
    let path = folder.join("edit.lock");
    let file = File::options().create(true).read(true).write(true).truncate(false).open(&path);
    let file = file.map_err(Error::write(&path))?;
    let start = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(Hold { _file: Some(file) }),
            Err(TryLockError::WouldBlock) if start.elapsed() >= patience => return Err(Error::Busy(root.to_owned())),
            Err(TryLockError::WouldBlock) => sleep(PAUSE),
            // Some network file systems have no locks; an edit there is better than none.
            Err(TryLockError::Error(cause)) if cause.kind() == io::ErrorKind::Unsupported => {
                return Ok(Hold { _file: None });
            }
            Err(TryLockError::Error(cause)) => return Err(Error::Write(path, cause)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_catalogue_is_held_once_and_given_back() {
        let folder = tempfile::TempDir::new().expect("a folder");
        let held = hold_within(folder.path(), Duration::ZERO).expect("nobody has it");
        let error = hold_within(folder.path(), Duration::ZERO).expect_err("somebody has it");
        assert!(matches!(error, Error::Busy(_)), "{error}");
        drop(held);
        hold_within(folder.path(), Duration::ZERO).expect("it was given back");
    }
}
