//! One gzip stream of stretches that were compressed apart.
//!
//! Each stretch is deflated on its own and ends at a byte; the stream is their concatenation with an empty last block,
//! and its check sum is combined from theirs. Formats: RFC 1951 and 1952.

use std::io::{self, BufWriter, Write};

use crc32fast::Hasher;

use super::deflate::{Sink, with_encoder};

/// No name, no time, no system: they would differ from one machine to the next.
const HEADER: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
/// An empty block that is the last one.
const LAST_BLOCK: [u8; 2] = [3, 0];

/// A stretch that is compressed.
pub(super) struct Stretch {
    deflated: Sink,
    sum: Hasher,
    length: u64,
}

/// A stream that is written.
pub(super) struct Writer<W: Write> {
    out: BufWriter<W>,
    sum: Hasher,
    length: u64,
}

impl Stretch {
    pub(super) fn new() -> Self {
        Self { deflated: Sink::default(), sum: Hasher::new(), length: 0 }
    }

    /// Compresses more of it.
    pub(super) fn add(&mut self, bytes: &[u8], strength: u32) -> io::Result<()> {
        let (_, deflated) = with_encoder(strength, std::mem::take(&mut self.deflated), |encoder| {
            encoder.write_all(bytes)?;
            // Ends at a byte, and is not the last block; what ends the encoder's own stream is not ours.
            encoder.flush()?;
            Ok(std::mem::take(encoder.get_mut()))
        })?;
        self.deflated = deflated;
        self.sum.update(bytes);
        self.length += bytes.len() as u64;
        Ok(())
    }

    /// Whether there is nothing in it.
    pub(super) fn is_empty(&self) -> bool {
        self.length == 0
    }
}

impl<W: Write> Writer<W> {
    pub(super) fn new(mut out: BufWriter<W>) -> io::Result<Self> {
        out.write_all(&HEADER)?;
        Ok(Self { out, sum: Hasher::new(), length: 0 })
    }

    /// Adds a stretch.
    pub(super) fn add(&mut self, stretch: &mut Stretch) -> io::Result<()> {
        stretch.deflated.copy_to(&mut self.out)?;
        self.sum.combine(&stretch.sum);
        self.length += stretch.length;
        Ok(())
    }

    /// Ends the tar, which two empty blocks do, and the stream.
    pub(super) fn finish(mut self) -> io::Result<BufWriter<W>> {
        let mut end = Stretch::new();
        end.add(&[0; 1024], 1)?;
        self.add(&mut end)?;
        self.out.write_all(&LAST_BLOCK)?;
        self.out.write_all(&self.sum.finalize().to_le_bytes())?;
        // The length is counted modulo 2^32.
        self.out.write_all(&(self.length as u32).to_le_bytes())?;
        Ok(self.out)
    }
}
