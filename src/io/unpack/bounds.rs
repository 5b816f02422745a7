//! How much an archive may hold: what unpacks to far more than it weighs is not unpacked.

use super::entry::Entry;
use crate::snapshot::Fault;

/// By how much honest bytes may grow, and what any archive may have.
const GROWTH: u64 = 100;
const ALWAYS: u64 = 100_000_000;
/// Files that any archive may have; beyond, one for each of so many bytes.
const FILES_ALWAYS: u64 = 10_000;
const BYTES_A_FILE: u64 = 8;
/// The same for the bytes of all paths together.
const NAMES_ALWAYS: u64 = 16_000_000;
const NAME_GROWTH: u64 = 8;

/// What is left of what an archive may hold.
pub(super) struct Bounds {
    allowed: u64,
    bytes: u64,
    files: u64,
    names: u64,
}

impl Bounds {
    /// Of an archive of so many bytes; `most` is what the user allows it to unpack to.
    pub(super) fn new(archive: u64, most: Option<u64>) -> Self {
        let allowed = most.unwrap_or_else(|| archive.saturating_mul(GROWTH).saturating_add(ALWAYS));
        let files = FILES_ALWAYS.saturating_add(archive / BYTES_A_FILE);
        let names = NAMES_ALWAYS.saturating_add(archive.saturating_mul(NAME_GROWTH));
        Self { allowed, bytes: allowed, files, names }
    }

    /// Counts an entry.
    pub(super) fn admit(&mut self, entry: &Entry) -> Result<(), Fault> {
        self.grow(entry.size)?;
        let files = self.files.checked_sub(1);
        let names = self.names.checked_sub(entry.path.len() as u64);
        let (Some(files), Some(names)) = (files, names) else { return Err(Fault::Crowd) };
        (self.files, self.names) = (files, names);
        Ok(())
    }

    /// Counts bytes.
    pub(super) fn grow(&mut self, bytes: u64) -> Result<(), Fault> {
        self.bytes = self.bytes.checked_sub(bytes).ok_or(Fault::Bomb(self.allowed))?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::io::unpack::entry::Kind;

    #[test]
    fn an_archive_holds_what_its_size_or_the_user_allows() {
        let file = |size| Entry::new("s/a", Kind::File, size);
        assert_eq!(Bounds::new(10, None).admit(&file(100_001_000)), Ok(()));
        assert_eq!(Bounds::new(10, None).admit(&file(100_001_001)), Err(Fault::Bomb(100_001_000)));
        assert_eq!(Bounds::new(10, Some(5)).admit(&file(6)), Err(Fault::Bomb(5)));
        let mut together = Bounds::new(10, Some(5));
        assert_eq!((together.admit(&file(3)), together.admit(&file(3))), (Ok(()), Err(Fault::Bomb(5))));
        assert_eq!(Bounds::new(u64::MAX, None).admit(&file(u64::MAX)), Ok(()));
        let mut many = Bounds::new(800, None);
        assert_eq!((0..10_100).try_for_each(|_| many.admit(&file(0))), Ok(()));
        assert_eq!(many.admit(&file(0)), Err(Fault::Crowd));
    }
}
