//! One build at a time on one output.

use std::fs::{File, TryLockError};
use std::io::{self, Read, Write};

use super::error::Error;
use super::location::Location;

/// Held while an output is written. The system takes it back when the process ends, however it
/// ends, so that a lock is never stale.
pub(super) struct Lock {
    _file: Option<File>,
}

impl Lock {
    /// Takes the lock of an output, or says who has it.
    pub(super) fn take(location: &Location) -> Result<Self, Error> {
        location.prepare()?;
        let path = location.state("lock");
        let open = || File::options().create(true).read(true).write(true).truncate(false).open(&path);
        let mut file = open().map_err(Error::disk(&path))?;
        match file.try_lock() {
            Ok(()) => {
                // The number only serves a message: that it cannot be written is no reason to stop.
                let _ = file.set_len(0).and_then(|()| write!(file, "{}", std::process::id()));
                Ok(Self { _file: Some(file) })
            }
            Err(TryLockError::WouldBlock) => Err(Error::Busy(location.out.clone(), holder(&mut file))),
            // Some network file systems have no locks; a build there is better than none.
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => Ok(Self { _file: None }),
            Err(TryLockError::Error(error)) => Err(Error::Disk(path, error)),
        }
    }
}

fn holder(file: &mut File) -> Option<u32> {
    let mut text = String::new();
    file.read_to_string(&mut text).ok()?;
    text.parse().ok()
}
