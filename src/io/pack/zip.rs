//! A zip whose files were compressed apart: local headers and bytes in order, then the directory.
//!
//! Written here and not by a crate because one compressor and its buffers serve all files of a thread, nothing is
//! copied twice, and the directory takes a few bytes a file. Format: APPNOTE.TXT 6.3.10 of PKWARE, ZIP64 where a size,
//! a place or the number of files needs it.

use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};

use flate2::Compression;
use flate2::write::DeflateEncoder;
use jiff::civil::Date;

use super::deflate::{Sink, with_encoder};
use super::work::Tee;
use super::{Options, Packed};
use crate::io::write::Content;

const LOCAL: u32 = 0x0403_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END_64: u32 = 0x0606_4b50;
const LOCATOR_64: u32 = 0x0706_4b50;
const END: u32 = 0x0605_4b50;
/// From here on a number stands in the fields of ZIP64.
const FULL_32: u64 = u32::MAX as u64;
const FULL_16: u64 = u16::MAX as u64;
/// What a reader must understand: folders and deflate, or ZIP64.
const VERSION: u16 = 20;
const VERSION_64: u16 = 45;
/// Made on Unix, so that the rights of files are read.
const MADE_BY: u16 = 3 << 8 | VERSION_64;
/// Names are in UTF-8.
const UTF_8: u16 = 1 << 11;
const DEFLATED: u16 = 8;
/// A regular file that all may read and its owner may write, in the upper half.
const RIGHTS: u32 = 0o100_644 << 16;
/// The extra field of ZIP64.
const EXTRA_64: u16 = 1;
/// Bytes of a local header up to the name.
const LOCAL_BYTES: usize = 30;
/// Bytes that are copied at once.
const CHUNK: usize = 1 << 18;

/// Files with their local headers, compressed.
pub(super) struct Stretch {
    bytes: Vec<u8>,
    /// The last file, when it is too large to be held; its local header is the end of the bytes.
    large: Option<Sink>,
    entries: Vec<Entry>,
    /// What single files are compressed into.
    sink: Sink,
}

/// What the directory says of a file.
struct Entry {
    path: Box<str>,
    crc: u32,
    size: u64,
    packed: u64,
    /// Where its local header is.
    place: u64,
}

/// A zip that is written.
pub(super) struct Writer<W: Write + Seek> {
    out: BufWriter<W>,
    place: u64,
    /// The directory, and how many files it has.
    directory: Sink,
    count: u64,
    options: Options,
}

impl Stretch {
    /// Nothing yet; `buffer` is written over.
    pub(super) fn new(mut buffer: Vec<u8>) -> Self {
        buffer.clear();
        Self { bytes: buffer, large: None, entries: Vec::new(), sink: Sink::default() }
    }

    /// Its bytes, of which nobody needs the content any more.
    pub(super) fn into_buffer(self) -> Vec<u8> {
        self.bytes
    }

    /// Adds a file. After one that [`is_full`](Self::is_full) no other may follow.
    pub(super) fn add(&mut self, path: &str, content: Content<'_>, options: &Options) -> io::Result<Packed> {
        let sink = Sink::in_buffer(std::mem::take(&mut self.sink).into_buffer());
        let (mut sink, (crc, packed)) = with_encoder(options.strength, sink, |encoder| {
            let mut tee = Tee::new(Summed { out: encoder, crc: crc32fast::Hasher::new() });
            tee.pour(content)?;
            let (summed, packed) = tee.end();
            Ok((summed.crc.finalize(), packed))
        })?;
        let place = self.bytes.len() as u64;
        let entry = Entry { path: path.into(), crc, size: packed.size, packed: sink.len(), place };
        self.bytes.extend(entry.local(options.day));
        self.entries.push(entry);
        if sink.is_large() {
            self.large = Some(sink);
        } else {
            sink.copy_to(&mut self.bytes)?;
            self.sink = sink;
        }
        Ok(packed)
    }

    /// Whether nothing may be added.
    pub(super) fn is_full(&self) -> bool {
        self.large.is_some()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

impl<W: Write + Seek> Writer<W> {
    pub(super) fn new(out: BufWriter<W>, options: &Options) -> Self {
        Self { out, place: 0, directory: Sink::default(), count: 0, options: *options }
    }

    /// Adds files.
    pub(super) fn add(&mut self, stretch: &mut Stretch) -> io::Result<()> {
        self.out.write_all(&stretch.bytes)?;
        let mut length = stretch.bytes.len() as u64;
        if let Some(mut large) = stretch.large.take() {
            large.copy_to(&mut self.out)?;
            length += large.len();
        }
        for mut entry in stretch.entries.drain(..) {
            entry.place += self.place;
            self.list(&entry)?;
        }
        self.place += length;
        Ok(())
    }

    /// Adds a file of known size that is read piece by piece. Its header is written again once its digest is known.
    pub(super) fn copy(&mut self, path: &str, size: u64, from: &mut dyn Read) -> io::Result<()> {
        let mut entry = Entry { path: path.into(), crc: 0, size, packed: 0, place: self.place };
        // What is compressed may be a little larger than it was.
        entry.packed = if size >= FULL_32 - size / 1000 { FULL_32 } else { 0 };
        let header = entry.local(self.options.day);
        let is_large = entry.is_large();
        self.out.write_all(&header)?;
        let mut encoder = DeflateEncoder::new(&mut self.out, Compression::new(self.options.strength));
        let mut crc = crc32fast::Hasher::new();
        let mut buffer = vec![0; CHUNK];
        let mut read = 0;
        loop {
            let count = from.read(&mut buffer)?;
            if count == 0 {
                break;
            }
            read += count as u64;
            crc.update(&buffer[..count]);
            encoder.write_all(&buffer[..count])?;
        }
        encoder.try_finish()?;
        entry.packed = encoder.total_out();
        drop(encoder);
        (entry.crc, entry.size) = (crc.finalize(), read);
        let end = self.place + header.len() as u64 + entry.packed;
        let again = entry.header(self.options.day, is_large);
        self.out.seek(SeekFrom::Start(self.place))?;
        self.out.write_all(&again)?;
        self.out.seek(SeekFrom::Start(end))?;
        self.list(&entry)?;
        self.place = end;
        Ok(())
    }

    fn list(&mut self, entry: &Entry) -> io::Result<()> {
        self.count += 1;
        self.directory.write_all(&entry.central(self.options.day))
    }

    /// Writes the directory.
    pub(super) fn finish(mut self) -> io::Result<BufWriter<W>> {
        self.directory.copy_to(&mut self.out)?;
        let end = end(self.count, self.directory.len(), self.place);
        self.out.write_all(&end)?;
        Ok(self.out)
    }
}

impl Entry {
    /// Whether its sizes stand in the fields of ZIP64.
    fn is_large(&self) -> bool {
        self.size >= FULL_32 || self.packed >= FULL_32
    }

    fn local(&self, day: Date) -> Vec<u8> {
        self.header(day, self.is_large())
    }

    fn header(&self, day: Date, is_large: bool) -> Vec<u8> {
        let mut out = Fields(Vec::with_capacity(LOCAL_BYTES + self.path.len() + 20));
        out.u32(LOCAL).u16(if is_large { VERSION_64 } else { VERSION });
        self.common(&mut out, day, is_large);
        out.u16(self.path.len() as u16).u16(if is_large { 20 } else { 0 }).bytes(self.path.as_bytes());
        if is_large {
            out.u16(EXTRA_64).u16(16).u64(self.size).u64(self.packed);
        }
        out.0
    }

    /// What local headers and the directory have alike.
    fn common(&self, out: &mut Fields, day: Date, is_large: bool) {
        let (packed, size) = if is_large { (FULL_32, FULL_32) } else { (self.packed, self.size) };
        out.u16(UTF_8).u16(DEFLATED).u16(0).u16(dos_date(day));
        out.u32(self.crc).u32(packed as u32).u32(size as u32);
    }

    fn central(&self, day: Date) -> Vec<u8> {
        let (is_large, is_far) = (self.is_large(), self.place >= FULL_32);
        let extra = u16::from(is_large) * 16 + u16::from(is_far) * 8;
        let mut out = Fields(Vec::with_capacity(46 + self.path.len() + 28));
        out.u32(CENTRAL).u16(MADE_BY).u16(if extra > 0 { VERSION_64 } else { VERSION });
        self.common(&mut out, day, is_large);
        out.u16(self.path.len() as u16).u16(if extra > 0 { extra + 4 } else { 0 });
        // No comment, the first disk, nothing said of the content.
        out.u16(0).u16(0).u16(0).u32(RIGHTS).u32(self.place.min(FULL_32) as u32).bytes(self.path.as_bytes());
        if extra > 0 {
            out.u16(EXTRA_64).u16(extra);
        }
        if is_large {
            out.u64(self.size).u64(self.packed);
        }
        if is_far {
            out.u64(self.place);
        }
        out.0
    }
}

/// What ends a zip: how many files the directory has, its bytes and its place.
fn end(count: u64, size: u64, place: u64) -> Vec<u8> {
    let mut out = Fields(Vec::with_capacity(98));
    if count >= FULL_16 || size >= FULL_32 || place >= FULL_32 {
        out.u32(END_64).u64(44).u16(MADE_BY).u16(VERSION_64).u32(0).u32(0);
        out.u64(count).u64(count).u64(size).u64(place);
        out.u32(LOCATOR_64).u32(0).u64(place + size).u32(1);
    }
    let count = count.min(FULL_16) as u16;
    out.u32(END).u16(0).u16(0).u16(count).u16(count);
    out.u32(size.min(FULL_32) as u32).u32(place.min(FULL_32) as u32).u16(0);
    out.0
}

/// The date of a file; the years of a zip are 1980 to 2107. Its time is midnight, wherever it is read.
fn dos_date(day: Date) -> u16 {
    let year = (i32::from(day.year()) - 1980).clamp(0, 127) as u16;
    year << 9 | u16::from(day.month().unsigned_abs()) << 5 | u16::from(day.day().unsigned_abs())
}

/// Numbers, the least byte first.
struct Fields(Vec<u8>);

impl Fields {
    fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.0.extend_from_slice(bytes);
        self
    }

    fn u16(&mut self, number: u16) -> &mut Self {
        self.bytes(&number.to_le_bytes())
    }

    fn u32(&mut self, number: u32) -> &mut Self {
        self.bytes(&number.to_le_bytes())
    }

    fn u64(&mut self, number: u64) -> &mut Self {
        self.bytes(&number.to_le_bytes())
    }
}

/// Sums what goes through.
struct Summed<W> {
    out: W,
    crc: crc32fast::Hasher,
}

impl<W: Write> Write for Summed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.out.write(bytes)?;
        self.crc.update(&bytes[..count]);
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;
    use crate::io::pack::Format;

    fn options() -> Options {
        Options { format: Format::Zip, day: jiff::civil::date(2026, 11, 23), strength: 1, replace: false }
    }

    /// The paths and texts that others read from a zip.
    fn read(bytes: Vec<u8>) -> Vec<(String, Vec<u8>)> {
        let mut archive = ::zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
        let count = archive.len();
        let mut read = |at: usize| {
            let mut file = archive.by_index(at).expect("a file");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("its checksum is right");
            (file.name().expect("UTF-8").into_owned(), bytes)
        };
        (0..count).map(&mut read).collect()
    }

    #[test]
    fn others_read_what_is_written() {
        let mut writer = Writer::new(BufWriter::new(Cursor::new(Vec::new())), &options());
        let mut stretch = Stretch::new(vec![9; 100]);
        stretch.add("é/a b.txt", Content::Bytes(vec![7; 1000]), &options()).expect("memory");
        let stream = Content::Stream(Box::new(|out| (0..300).try_for_each(|_| out.write_all(b"abcdefgh"))));
        assert_eq!(stretch.add("stream", stream, &options()).expect("memory").size, 2400);
        writer.add(&mut stretch).expect("memory");
        writer.copy("large", 5, &mut &b"large"[..]).expect("memory");
        let mut stretch = Stretch::new(stretch.into_buffer());
        stretch.add("empty", Content::Bytes(Vec::new()), &options()).expect("memory");
        writer.add(&mut stretch).expect("memory");
        let bytes = writer.finish().expect("memory").into_inner().expect("memory").into_inner();
        let expected = [
            ("é/a b.txt", vec![7; 1000]),
            ("stream", b"abcdefgh".repeat(300)),
            ("large", b"large".to_vec()),
            ("empty", Vec::new()),
        ];
        assert_eq!(read(bytes), expected.map(|(path, bytes)| (path.to_owned(), bytes)));
    }

    #[test]
    fn a_file_that_grows_large_is_not_held() {
        let mut writer = Writer::new(BufWriter::new(Cursor::new(Vec::new())), &options());
        let mut stretch = Stretch::new(Vec::new());
        stretch.add("small", Content::Bytes(b"small".to_vec()), &options()).expect("memory");
        // Numbers in a row of a generator do not compress.
        let numbers = |at: u64| at.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(at as u32).wrapping_mul(at | 1);
        let noise: Vec<u8> = (0..1_000_000).flat_map(|at| numbers(at).to_le_bytes()).collect();
        let stream = Content::Stream(Box::new(|out| out.write_all(&noise)));
        stretch.add("large", stream, &options()).expect("memory");
        assert!(stretch.is_full());
        writer.add(&mut stretch).expect("memory");
        let mut stretch = Stretch::new(stretch.into_buffer());
        stretch.add("last", Content::Bytes(b"last".to_vec()), &options()).expect("memory");
        writer.add(&mut stretch).expect("memory");
        let bytes = writer.finish().expect("memory").into_inner().expect("memory").into_inner();
        let expected = [("small", b"small".to_vec()), ("large", noise.clone()), ("last", b"last".to_vec())];
        assert!(read(bytes) == expected.map(|(path, bytes)| (path.to_owned(), bytes)));
    }

    #[test]
    fn many_files_take_the_fields_of_zip64() {
        let mut writer = Writer::new(BufWriter::new(Cursor::new(Vec::new())), &options());
        let mut stretch = Stretch::new(Vec::new());
        for at in 0..65_600 {
            stretch.add(&format!("{at}"), Content::Bytes(Vec::new()), &options()).expect("memory");
        }
        writer.add(&mut stretch).expect("memory");
        let bytes = writer.finish().expect("memory").into_inner().expect("memory").into_inner();
        assert_eq!(read(bytes).len(), 65_600);
    }

    #[test]
    fn large_numbers_take_the_fields_of_zip64() {
        let entry = |size, packed, place| Entry { path: "x".into(), crc: 1, size, packed, place };
        let day = options().day;
        assert_eq!(entry(1, 1, 1).central(day).len(), 47);
        assert_eq!(entry(1, 1, FULL_32 - 1).central(day).len(), 47);
        assert_eq!(entry(1, 1, FULL_32).central(day)[47..], [&[1, 0, 8, 0][..], &FULL_32.to_le_bytes()].concat());
        let large = entry(5 << 32, 3, 9);
        let sizes = [(5_u64 << 32).to_le_bytes(), 3_u64.to_le_bytes()].concat();
        assert_eq!(large.central(day)[47..], [&[1, 0, 16, 0][..], &sizes].concat());
        assert_eq!(large.local(day)[31..], [&[1, 0, 16, 0][..], &sizes].concat());
        assert_eq!(end(3, 9, 9).len(), 22);
        assert_eq!(end(3, 9, FULL_32).len(), 98);
    }
}
