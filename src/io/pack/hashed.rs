//! A file that is digested as it is written, as long as it is written from its beginning to its end.

use std::io::{self, Seek, SeekFrom, Write};

use super::Packed;
use super::work::Tee;

/// A file that is digested as it is written.
pub(super) struct Hashed<W> {
    tee: Tee<W>,
    /// Whether something was written over.
    is_lost: bool,
}

impl<W: Write> Hashed<W> {
    pub(super) fn new(out: W) -> Self {
        Self { tee: Tee::new(out), is_lost: false }
    }

    /// The file, with its size and digest unless it was not written in order.
    pub(super) fn end(self) -> (W, Option<Packed>) {
        let (out, packed) = self.tee.end();
        (out, (!self.is_lost).then_some(packed))
    }
}

impl<W: Write> Write for Hashed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.is_lost { self.tee.out.write(bytes) } else { self.tee.write(bytes) }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.tee.flush()
    }
}

impl<W: Seek> Seek for Hashed<W> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.is_lost = true;
        self.tee.out.seek(to)
    }
}
