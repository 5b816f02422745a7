//! The bytes in a gzip file (RFC 1952), of one member or of several.
//!
//! Its checksums are not looked at: the snapshot has better ones.

use std::io::{self, BufRead, ErrorKind, Read};

use super::inflate::Inflate;

/// How every member begins.
pub(super) const MAGIC: [u8; 2] = [0x1f, 0x8b];
/// The flags of a header that something follows.
const HEADER_SUM: u8 = 2;
const EXTRA: u8 = 4;
const NAME: u8 = 8;
const COMMENT: u8 = 16;
/// The longest name and comment that are read over, in bytes.
const LONGEST: u64 = 1 << 16;

/// The unpacked bytes.
///
/// Reading fails with `UnexpectedEof` when the file ends early, with `InvalidData` when it is damaged.
pub(super) struct Gunzip<R> {
    packed: R,
    member: Option<Inflate>,
    is_first: bool,
}

impl<R: BufRead> Gunzip<R> {
    pub(super) fn new(packed: R) -> Self {
        Self { packed, member: None, is_first: true }
    }

    /// Begins the next member. What follows the last one and is none is left alone, as `gzip` does.
    fn begin(&mut self) -> io::Result<bool> {
        let next = self.packed.fill_buf()?;
        let is_member = next.first() == Some(&MAGIC[0]);
        if !self.is_first && !is_member {
            return Ok(false);
        }
        self.is_first = false;
        let mut head = [0; 10];
        self.packed.read_exact(&mut head)?;
        if head[..2] != MAGIC || head[2] != 8 {
            return Err(ErrorKind::InvalidData.into());
        }
        let flags = head[3];
        if flags & EXTRA != 0 {
            let mut length = [0; 2];
            self.packed.read_exact(&mut length)?;
            self.skip(u64::from(u16::from_le_bytes(length)))?;
        }
        for text in [NAME, COMMENT] {
            if flags & text != 0 {
                self.skip_text()?;
            }
        }
        if flags & HEADER_SUM != 0 {
            self.skip(2)?;
        }
        self.member = Some(Inflate::new());
        Ok(true)
    }

    fn skip(&mut self, count: u64) -> io::Result<()> {
        let skipped = io::copy(&mut (&mut self.packed).take(count), &mut io::sink())?;
        if skipped == count { Ok(()) } else { Err(ErrorKind::UnexpectedEof.into()) }
    }

    fn skip_text(&mut self) -> io::Result<()> {
        let mut text = Vec::new();
        let length = (&mut self.packed).take(LONGEST).read_until(0, &mut text)?;
        match text.last() {
            Some(0) => Ok(()),
            _ if length as u64 == LONGEST => Err(ErrorKind::InvalidData.into()),
            _ => Err(ErrorKind::UnexpectedEof.into()),
        }
    }
}

impl<R: BufRead> Read for Gunzip<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if into.is_empty() {
            return Ok(0);
        }
        loop {
            if self.member.is_none() && !self.begin()? {
                return Ok(0);
            }
            let member = self.member.as_mut().expect("internal error: a member was begun");
            let count = member.read(&mut self.packed, into)?;
            if count > 0 {
                return Ok(count);
            }
            // Checksum and length of the member.
            self.skip(8)?;
            self.member = None;
        }
    }
}
