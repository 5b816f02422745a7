//! Compressors and where they write: one for each thread, for making one costs more than compressing a small file, and
//! what grows large goes to the disk.

use std::cell::RefCell;
use std::fs::File;
use std::io::{self, Seek, Write};

use flate2::Compression;
use flate2::write::DeflateEncoder;

/// Bytes that are held in memory.
const HELD: usize = 1 << 20;

thread_local! {
    /// With its strength.
    static ENCODER: RefCell<Option<(u32, DeflateEncoder<Sink>)>> = const { RefCell::new(None) };
}

/// Bytes in memory or, when they grow, in a file without a name.
#[derive(Default)]
pub(super) struct Sink {
    memory: Vec<u8>,
    disk: Option<(File, u64)>,
}

impl Sink {
    /// Nothing yet, in a buffer that is written over.
    pub(super) fn in_buffer(mut memory: Vec<u8>) -> Self {
        memory.clear();
        Self { memory, disk: None }
    }

    pub(super) fn len(&self) -> u64 {
        self.disk.as_ref().map_or(self.memory.len() as u64, |(_, length)| *length)
    }

    /// Whether it is in a file.
    pub(super) fn is_large(&self) -> bool {
        self.disk.is_some()
    }

    /// Writes all of it.
    pub(super) fn copy_to(&mut self, out: &mut dyn Write) -> io::Result<()> {
        match &mut self.disk {
            Some((file, _)) => {
                file.rewind()?;
                io::copy(file, out).map(drop)
            }
            None => out.write_all(&self.memory),
        }
    }

    /// Its buffer, of which nobody needs the content any more.
    pub(super) fn into_buffer(self) -> Vec<u8> {
        self.memory
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if let Some((file, length)) = &mut self.disk {
            let count = file.write(bytes)?;
            *length += count as u64;
            return Ok(count);
        }
        self.memory.extend_from_slice(bytes);
        if self.memory.len() > HELD {
            let mut file = tempfile::tempfile()?;
            file.write_all(&self.memory)?;
            self.disk = Some((file, self.memory.len() as u64));
            self.memory = Vec::new();
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Appends to `out` what `write` writes, compressed and ended; gives it back with what `write` gives. When `write`
/// fails, what `out` had is lost.
pub(super) fn with_encoder<T>(
    strength: u32,
    out: Sink,
    write: impl FnOnce(&mut DeflateEncoder<Sink>) -> io::Result<T>,
) -> io::Result<(Sink, T)> {
    ENCODER.with_borrow_mut(|kept| {
        let mut encoder = match kept.take() {
            Some((known, encoder)) if known == strength => encoder,
            _ => DeflateEncoder::new(Sink::default(), Compression::new(strength)),
        };
        encoder.reset(out)?;
        let told = write(&mut encoder)?;
        let out = encoder.reset(Sink::default())?;
        *kept = Some((strength, encoder));
        Ok((out, told))
    })
}
