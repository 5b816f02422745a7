//! Unpacks deflated bytes, and tells those that end early from those that are wrong.
//!
//! The readers of the crate look at checksums of the archive, which nobody needs here, and take an early end for the end.

use std::io::{self, BufRead, ErrorKind, Read};

use flate2::{Decompress, FlushDecompress, Status};

/// One stream of deflated bytes.
pub(super) struct Inflate {
    machine: Decompress,
    is_done: bool,
}

impl Inflate {
    pub(super) fn new() -> Self {
        Self { machine: Decompress::new(false), is_done: false }
    }

    /// As `Read::read`, from the packed bytes; of those, nothing behind the end of the stream is taken.
    ///
    /// # Errors
    /// `UnexpectedEof` when the packed bytes end early, `InvalidData` when they are wrong.
    pub(super) fn read(&mut self, from: &mut impl BufRead, into: &mut [u8]) -> io::Result<usize> {
        while !self.is_done && !into.is_empty() {
            let packed = from.fill_buf()?;
            let is_end = packed.is_empty();
            let (taken, made) = (self.machine.total_in(), self.machine.total_out());
            let status = self.machine.decompress(packed, into, FlushDecompress::None);
            let status = status.map_err(|_| io::Error::from(ErrorKind::InvalidData))?;
            let taken = usize::try_from(self.machine.total_in() - taken).expect("internal error: of a buffer");
            let made = usize::try_from(self.machine.total_out() - made).expect("internal error: of a buffer");
            from.consume(taken);
            self.is_done = status == Status::StreamEnd;
            match (made, taken) {
                (0, _) if self.is_done => break,
                (0, _) if is_end => return Err(ErrorKind::UnexpectedEof.into()),
                (0, 0) => return Err(ErrorKind::InvalidData.into()),
                (0, _) => {}
                (made, _) => return Ok(made),
            }
        }
        Ok(0)
    }
}

/// The bytes of one stream.
pub(super) struct Inflated<R> {
    stream: Inflate,
    packed: R,
}

impl<R: BufRead> Inflated<R> {
    pub(super) fn new(packed: R) -> Self {
        Self { stream: Inflate::new(), packed }
    }
}

impl<R: BufRead> Read for Inflated<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.stream.read(&mut self.packed, into)
    }
}
