//! Stretches of a tar.

use std::io::{self, Read, Seek, Write};

use ::tar::{Builder, Header};
use jiff::tz::Offset;

use super::work::Tee;
use super::{Options, Packed, gzip};
use crate::io::write::Content;

/// Bytes that are compressed at once.
const CHUNK: usize = 1 << 20;
/// A tar is made of blocks.
const BLOCK: u64 = 512;

/// A stretch of a tar that is made.
pub(super) struct Stretch<'a> {
    options: &'a Options,
    /// What is not compressed yet.
    open: Vec<u8>,
    done: gzip::Stretch,
}

impl<'a> Stretch<'a> {
    pub(super) fn new(options: &'a Options) -> Self {
        Self { options, open: Vec::new(), done: gzip::Stretch::new() }
    }

    /// Adds a file.
    pub(super) fn add(&mut self, path: &str, content: Content<'_>) -> io::Result<Packed> {
        if let Content::Bytes(bytes) = content {
            self.open.extend(header(path, bytes.len() as u64, self.options)?);
            let mut tee = Tee::new(&mut self.open);
            tee.write_all(&bytes)?;
            let (_, packed) = tee.end();
            self.end_file(packed.size)?;
            return Ok(packed);
        }
        // The size stands before the bytes and is only known after them.
        let mut tee = Tee::new(io::BufWriter::with_capacity(1 << 16, tempfile::tempfile()?));
        tee.pour(content)?;
        let (out, packed) = tee.end();
        let mut file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.rewind()?;
        self.open.extend(header(path, packed.size, self.options)?);
        loop {
            let read = (&mut file).take(CHUNK as u64).read_to_end(&mut self.open)?;
            if read == 0 {
                break;
            }
            self.compress()?;
        }
        self.end_file(packed.size)?;
        Ok(packed)
    }

    /// What is made; none when that is nothing.
    pub(super) fn take(&mut self) -> io::Result<Option<gzip::Stretch>> {
        self.compress()?;
        let done = std::mem::replace(&mut self.done, gzip::Stretch::new());
        Ok((!done.is_empty()).then_some(done))
    }

    fn end_file(&mut self, size: u64) -> io::Result<()> {
        self.open.extend(padding(size));
        if self.open.len() >= CHUNK { self.compress() } else { Ok(()) }
    }

    fn compress(&mut self) -> io::Result<()> {
        if self.open.is_empty() {
            return Ok(());
        }
        self.done.add(&self.open, self.options.strength)?;
        self.open.clear();
        Ok(())
    }
}

/// Adds a file that is read piece by piece.
pub(super) fn copy<W: Write>(
    out: &mut gzip::Writer<W>,
    path: &str,
    size: u64,
    from: &mut dyn Read,
    options: &Options,
) -> io::Result<()> {
    let mut bytes = header(path, size, options)?;
    loop {
        let read = (&mut *from).take(CHUNK as u64).read_to_end(&mut bytes)?;
        if read == 0 {
            bytes.extend(padding(size));
        }
        let mut stretch = gzip::Stretch::new();
        stretch.add(&bytes, options.strength)?;
        out.add(&mut stretch)?;
        bytes.clear();
        if read == 0 {
            return Ok(());
        }
    }
}

fn padding(size: u64) -> impl Iterator<Item = u8> {
    std::iter::repeat_n(0, (size.next_multiple_of(BLOCK) - size) as usize)
}

/// The header of a file; a long path has a header of its own before it.
fn header(path: &str, size: u64, options: &Options) -> io::Result<Vec<u8>> {
    // A tar knows no moment before 1970, and a clock none after the year 9999.
    let midnight = Offset::UTC.to_timestamp(options.day.at(0, 0, 0, 0)).map_or(0, |moment| moment.as_second());
    let mut header = Header::new_gnu();
    header.set_size(size);
    header.set_mode(0o644);
    header.set_mtime(u64::try_from(midnight).unwrap_or_default());
    header.set_uid(0);
    header.set_gid(0);
    let mut builder = Builder::new(Vec::new());
    builder.append_data(&mut header, path, io::empty())?;
    // What ends a tar does not belong here.
    Ok(std::mem::take(builder.get_mut()))
}
