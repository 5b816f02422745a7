//! How much each machine form adds to a site.

use std::io::{self, Write};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use crate::export::{EXPORTERS, Exporter};

/// Files and bytes of the machine forms, counted while they are written on several threads.
pub(super) struct Forms(Vec<(AtomicUsize, AtomicU64)>);

impl Forms {
    pub(super) fn new() -> Self {
        Self(EXPORTERS.iter().map(|_| Default::default()).collect())
    }

    /// Counts a file.
    pub(super) fn add(&self, exporter: &Exporter, bytes: u64) {
        let counts = EXPORTERS.iter().zip(&self.0).find(|(one, _)| one.id == exporter.id);
        if let Some((_, (files, total))) = counts {
            files.fetch_add(1, Ordering::Relaxed);
            total.fetch_add(bytes, Ordering::Relaxed);
        }
    }

    /// Name, files and bytes of each form that has any.
    pub(super) fn counts(self) -> Vec<(String, usize, u64)> {
        let counts = EXPORTERS
            .iter()
            .zip(self.0)
            .map(|(exporter, (files, bytes))| (exporter.id.to_owned(), files.into_inner(), bytes.into_inner()));
        counts.filter(|(_, files, _)| *files > 0).collect()
    }
}

/// A writer that counts what goes through it.
pub(super) struct Counting<'a> {
    pub(super) out: &'a mut dyn Write,
    pub(super) bytes: u64,
}

impl Write for Counting<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.out.write(bytes)?;
        self.bytes += count as u64;
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
