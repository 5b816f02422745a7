//! The list at the end of a zip (APPNOTE 4.3.12 to 4.3.16), entry by entry.
//!
//! The reader of the crate keeps one of two entries of a name, and nothing of a list of which one byte is wrong; what is
//! to be told of a damaged or dishonest archive would be lost.

use std::io::{self, BufReader, ErrorKind, Read, Seek, SeekFrom};

/// How the records begin.
const END: [u8; 4] = *b"PK\x05\x06";
const LOCATOR: [u8; 4] = *b"PK\x06\x07";
const LONG_END: [u8; 4] = *b"PK\x06\x06";
const ENTRY: [u8; 4] = *b"PK\x01\x02";
/// Bytes of the records before what has no fixed length.
const END_BYTES: usize = 22;
const LOCATOR_BYTES: usize = 20;
const LONG_END_BYTES: usize = 56;
const ENTRY_BYTES: usize = 46;
/// The longest comment at the end.
const COMMENT: u64 = 0xffff;
/// The extra field with numbers of 64 bits.
const LONG_EXTRA: u16 = 1;
/// Systems whose modes are those of Unix.
const UNIX: u8 = 3;
const DARWIN: u8 = 19;

/// What the list says of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Listed {
    pub(super) name: Vec<u8>,
    pub(super) flags: u16,
    /// 0 stored, 8 deflated.
    pub(super) method: u16,
    /// As on Unix; 0 when the archive was made elsewhere.
    pub(super) mode: u32,
    /// Bytes when unpacked.
    pub(super) size: u64,
    /// Bytes in the archive.
    pub(super) packed: u64,
    /// Where its local header is.
    pub(super) start: u64,
}

/// The list of an archive.
pub(super) struct Directory<R> {
    from: BufReader<io::Take<R>>,
    left: u64,
}

impl<R: Read + Seek> Directory<R> {
    /// Finds the list.
    ///
    /// # Errors
    /// `UnexpectedEof` or `InvalidData` when the archive has none.
    pub(super) fn find(mut archive: R) -> io::Result<Self> {
        let size = archive.seek(SeekFrom::End(0))?;
        let tail_bytes = size.min(COMMENT + END_BYTES as u64);
        archive.seek(SeekFrom::Start(size - tail_bytes))?;
        let mut tail = Vec::new();
        archive.by_ref().take(tail_bytes).read_to_end(&mut tail)?;
        // A comment could look like an end: the last that is one counts.
        for at in (0..tail.len().saturating_sub(END_BYTES - 1)).rev().filter(|at| tail[*at..].starts_with(&END)) {
            let position = size - tail_bytes + at as u64;
            let end = End::short(&tail[at..], position);
            let end = if end.is_short_of_bits() { End::long(&mut archive, position)?.unwrap_or(end) } else { end };
            if end.is_possible() {
                archive.seek(SeekFrom::Start(end.start))?;
                return Ok(Self { from: BufReader::new(archive.take(end.bytes)), left: end.entries });
            }
        }
        Err(ErrorKind::UnexpectedEof.into())
    }

    /// The next entry; none at the end.
    ///
    /// # Errors
    /// `UnexpectedEof` or `InvalidData` when the list is damaged.
    pub(super) fn next(&mut self) -> io::Result<Option<Listed>> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        let mut head = [0; ENTRY_BYTES];
        self.from.read_exact(&mut head)?;
        if head[..4] != ENTRY {
            return Err(ErrorKind::InvalidData.into());
        }
        let name = self.bytes(short(&head, 28))?;
        let extra = self.bytes(short(&head, 30))?;
        self.bytes(short(&head, 32))?;
        let (size, packed, start) = (long(&head, 24), long(&head, 20), long(&head, 42));
        let mut wide = Wide::of(&extra);
        let mode = if matches!(head[5], UNIX | DARWIN) { u32::from(short(&head, 40)) } else { 0 };
        // In this order, and only those that do not fit into 32 bits.
        let (size, packed, start) = (wide.instead(size)?, wide.instead(packed)?, wide.instead(start)?);
        Ok(Some(Listed { name, flags: short(&head, 8), method: short(&head, 10), mode, size, packed, start }))
    }

    fn bytes(&mut self, count: u16) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; usize::from(count)];
        self.from.read_exact(&mut bytes)?;
        Ok(bytes)
    }
}

/// What the end of an archive says of its list.
struct End {
    entries: u64,
    bytes: u64,
    start: u64,
    /// Number of the disk that has it: only archives of one disk are read.
    disk: u64,
    /// Where the end itself begins.
    position: u64,
}

impl End {
    /// From a record whose numbers have 16 and 32 bits.
    fn short(record: &[u8], position: u64) -> Self {
        let (entries, bytes, start) = (u64::from(short(record, 10)), long(record, 12), long(record, 16));
        Self { entries, bytes, start, disk: u64::from(short(record, 4)), position }
    }

    /// Whether numbers are elsewhere because they do not fit.
    fn is_short_of_bits(&self) -> bool {
        self.entries == 0xffff || self.bytes == 0xffff_ffff || self.start == 0xffff_ffff || self.disk == 0xffff
    }

    /// From the record that stands before the short one at `position`, whose numbers have 64 bits.
    fn long(archive: &mut (impl Read + Seek), position: u64) -> io::Result<Option<Self>> {
        let Some(at) = position.checked_sub(LOCATOR_BYTES as u64) else { return Ok(None) };
        let locator: [u8; LOCATOR_BYTES] = record(archive, at)?;
        let position = quad(&locator, 8);
        if locator[..4] != LOCATOR || position.checked_add(LONG_END_BYTES as u64).is_none_or(|end| end > at) {
            return Ok(None);
        }
        let end: [u8; LONG_END_BYTES] = record(archive, position)?;
        let (entries, bytes, start) = (quad(&end, 32), quad(&end, 40), quad(&end, 48));
        let found = Self { entries, bytes, start, disk: long(&end, 16), position };
        Ok((end[..4] == LONG_END).then_some(found))
    }

    /// Whether the list can be where and what it says.
    fn is_possible(&self) -> bool {
        let is_before = self.start.checked_add(self.bytes).is_some_and(|end| end <= self.position);
        is_before && self.disk == 0 && self.entries <= self.bytes / ENTRY_BYTES as u64
    }
}

/// Numbers of 64 bits, in an extra field of an entry.
struct Wide<'a>(&'a [u8]);

impl<'a> Wide<'a> {
    fn of(mut extra: &'a [u8]) -> Self {
        while let Some((head, rest)) = extra.split_at_checked(4) {
            let Some((field, after)) = rest.split_at_checked(usize::from(short(head, 2))) else { break };
            if short(head, 0) == LONG_EXTRA {
                return Self(field);
            }
            extra = after;
        }
        Self(&[])
    }

    /// A number, or the next of these when it did not fit.
    fn instead(&mut self, number: u64) -> io::Result<u64> {
        if number != 0xffff_ffff {
            return Ok(number);
        }
        let (next, rest) = self.0.split_at_checked(8).ok_or(ErrorKind::InvalidData)?;
        self.0 = rest;
        Ok(quad(next, 0))
    }
}

fn record<const LENGTH: usize>(archive: &mut (impl Read + Seek), at: u64) -> io::Result<[u8; LENGTH]> {
    let mut bytes = [0; LENGTH];
    archive.seek(SeekFrom::Start(at))?;
    archive.read_exact(&mut bytes)?;
    Ok(bytes)
}

fn short(bytes: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([bytes[at], bytes[at + 1]])
}

fn long(bytes: &[u8], at: usize) -> u64 {
    u64::from(short(bytes, at)) | u64::from(short(bytes, at + 2)) << 16
}

fn quad(bytes: &[u8], at: usize) -> u64 {
    long(bytes, at) | long(bytes, at + 4) << 32
}
