//! Messages between programs: a header with the length in bytes, a blank line, the bytes.

use std::io::{self, BufRead, Read, Write};

/// The largest message that is kept, in bytes. A larger one is read over.
const MAX_MESSAGE_BYTES: u64 = 64 << 20;
/// The longest line of a header, in bytes.
const MAX_LINE_BYTES: u64 = 4 << 10;

/// What came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Frame {
    /// The bytes of a message.
    Message(Vec<u8>),
    /// Something that is no message; the next one may be.
    Malformed(&'static str),
    /// The other side has gone.
    End,
}

/// Waits for the next message.
///
/// # Errors
/// When the other side cannot be read.
pub fn read_frame(from: &mut impl BufRead) -> io::Result<Frame> {
    let mut length = None;
    let mut is_blank_so_far = true;
    loop {
        let mut line = Vec::new();
        if from.by_ref().take(MAX_LINE_BYTES).read_until(b'\n', &mut line)? == 0 {
            return Ok(Frame::End);
        }
        let line = String::from_utf8_lossy(&line);
        let line = line.trim();
        if line.is_empty() && !is_blank_so_far {
            break;
        }
        is_blank_so_far &= line.is_empty();
        if let Some((name, value)) = line.split_once(':')
            && name.trim().eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse::<u64>().ok();
        }
    }
    let Some(length) = length else { return Ok(Frame::Malformed("no Content-Length")) };
    if length > MAX_MESSAGE_BYTES {
        let read = io::copy(&mut from.by_ref().take(length), &mut io::sink())?;
        return Ok(if read < length { Frame::End } else { Frame::Malformed("the message is too large") });
    }
    let mut bytes = Vec::new();
    let read = from.by_ref().take(length).read_to_end(&mut bytes)? as u64;
    Ok(if read < length { Frame::End } else { Frame::Message(bytes) })
}

/// Sends a message.
///
/// # Errors
/// When the other side cannot be written to.
pub fn write_frame(to: &mut impl Write, message: &[u8]) -> io::Result<()> {
    write!(to, "Content-Length: {}\r\n\r\n", message.len())?;
    to.write_all(message)?;
    to.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(mut bytes: &[u8]) -> Vec<Frame> {
        let mut frames = Vec::new();
        while !matches!(frames.last(), Some(Frame::End)) {
            frames.push(read_frame(&mut bytes).expect("readable"));
        }
        frames
    }

    #[test]
    fn a_message_reads_as_it_was_written() {
        let mut bytes = Vec::new();
        write_frame(&mut bytes, "é{}".as_bytes()).expect("written");
        write_frame(&mut bytes, b"").expect("written");
        assert_eq!(all(&bytes), [Frame::Message("é{}".into()), Frame::Message(Vec::new()), Frame::End]);
    }

    #[test]
    fn what_is_no_message_does_not_hide_the_next_one() {
        let text = b"GET / HTTP/1.1\r\nHost: x\r\n\r\nContent-Type: x\r\ncontent-length:2\r\n\r\nok";
        assert_eq!(all(text), [Frame::Malformed("no Content-Length"), Frame::Message(b"ok".to_vec()), Frame::End]);
        assert_eq!(all(b"Content-Length: -1\r\n\r\n")[0], Frame::Malformed("no Content-Length"));
        assert_eq!(all(b"Content-Length: 99999999999\r\n\r\nx"), [Frame::End]);
        assert_eq!(all(b"Content-Length: 5\r\n\r\nabc"), [Frame::End]);
        assert_eq!(all(&[b'x'; 100_000]), [Frame::End]);
    }

    #[test]
    fn a_message_that_is_too_large_is_read_over() {
        let length = MAX_MESSAGE_BYTES + 1;
        let mut bytes = format!("Content-Length: {length}\r\n\r\n").into_bytes();
        bytes.resize(bytes.len() + length as usize, b'x');
        write_frame(&mut bytes, b"ok").expect("written");
        let expected = [Frame::Malformed("the message is too large"), Frame::Message(b"ok".to_vec()), Frame::End];
        assert_eq!(all(&bytes), expected);
    }
}
