//! A file that is digested as it is written, as long as it is written from its beginning to its end.

use std::io::{self, Seek, SeekFrom, Write};

use sha2::{Digest, Sha256};

use super::Packed;
use crate::probe;

/// A file that is digested as it is written.
pub(super) struct Hashed<W> {
    out: W,
    hash: Sha256,
    size: u64,
    /// Whether something was written over.
    is_lost: bool,
}

impl<W> Hashed<W> {
    pub(super) fn new(out: W) -> Self {
        Self { out, hash: Sha256::new(), size: 0, is_lost: false }
    }

    /// The file, with its size and digest unless it was not written in order.
    pub(super) fn end(self) -> (W, Option<Packed>) {
        let packed = Packed { size: self.size, sha256: probe::hexadecimal(&self.hash.finalize()) };
        (self.out, (!self.is_lost).then_some(packed))
    }
}

impl<W: Write> Write for Hashed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.out.write(bytes)?;
        if !self.is_lost {
            self.hash.update(&bytes[..count]);
            self.size += count as u64;
        }
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl<W: Seek> Seek for Hashed<W> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.is_lost = true;
        self.out.seek(to)
    }
}
