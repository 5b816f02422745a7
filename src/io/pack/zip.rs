//! Stretches of a zip: small archives that are compressed anywhere and merged in order.

use std::io::{self, BufWriter, Cursor, ErrorKind, Read, Seek, Write};

use ::zip::write::SimpleFileOptions;
use ::zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::work::Tee;
use super::{Options, Packed};
use crate::io::write::Content;

/// From this size on a file needs the fields of ZIP64.
const ZIP64: u64 = u32::MAX as u64;

/// Some files, compressed.
pub(super) type Compressed = ZipArchive<Cursor<Vec<u8>>>;

/// Files that are compressed one after the other with one compressor.
pub(super) struct Stretch {
    options: SimpleFileOptions,
    /// Most bytes of a file without the fields of ZIP64.
    limit: u64,
    zip: Option<ZipWriter<Cursor<Vec<u8>>>>,
}

impl Stretch {
    pub(super) fn new(options: &Options) -> Self {
        Self { options: of_files(options), limit: ZIP64 - 1, zip: None }
    }

    /// Adds a file, with the fields of ZIP64 if it `is_large`.
    ///
    /// # Errors
    /// [`ErrorKind::FileTooLarge`] when it turns out to be large without having been called so: nothing was added then.
    pub(super) fn add(&mut self, path: &str, content: Content<'_>, is_large: bool) -> io::Result<Packed> {
        let zip = self.zip.get_or_insert_with(|| ZipWriter::new(Cursor::new(Vec::new())));
        zip.start_file(path, self.options.large_file(is_large))?;
        let left = if is_large { u64::MAX } else { self.limit };
        let mut tee = Tee::new(Limited { out: &mut *zip, left });
        let poured = tee.pour(content);
        let (limited, packed) = tee.end();
        let is_full = limited.left == 0 && poured.is_err();
        if is_full {
            zip.abort_file()?;
            return Err(io::Error::from(ErrorKind::FileTooLarge));
        }
        poured.map(|()| packed)
    }

    /// What is compressed; none when that is nothing.
    pub(super) fn take(&mut self) -> io::Result<Option<Compressed>> {
        self.zip.take().map(|zip| Ok(zip.finish_into_readable()?)).transpose()
    }
}

/// Takes so many bytes and no more.
struct Limited<W> {
    out: W,
    left: u64,
}

impl<W: Write> Write for Limited<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if bytes.len() as u64 > self.left {
            self.left = 0;
            return Err(io::Error::from(ErrorKind::FileTooLarge));
        }
        let count = self.out.write(bytes)?;
        self.left -= count as u64;
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// A zip that is written.
pub(super) struct Writer<W: Write + Seek> {
    zip: ZipWriter<BufWriter<W>>,
    options: SimpleFileOptions,
}

impl<W: Write + Seek> Writer<W> {
    pub(super) fn new(out: BufWriter<W>, options: &Options) -> Self {
        Self { zip: ZipWriter::new(out), options: of_files(options) }
    }

    /// Adds some files.
    pub(super) fn add(&mut self, files: Compressed) -> io::Result<()> {
        Ok(self.zip.merge_archive(files)?)
    }

    /// Adds a file that is read piece by piece.
    pub(super) fn copy(&mut self, path: &str, size: u64, from: &mut dyn Read) -> io::Result<()> {
        self.zip.start_file(path, self.options.large_file(size >= ZIP64))?;
        io::copy(from, &mut self.zip).map(drop)
    }

    /// Writes the directory of the archive.
    pub(super) fn finish(self) -> io::Result<BufWriter<W>> {
        Ok(self.zip.finish()?)
    }
}

/// A zip has local times without a zone from 1980 on; midnight of the day is the same everywhere.
fn of_files(options: &Options) -> SimpleFileOptions {
    let number = |part: i8| part.unsigned_abs();
    let year = u16::try_from(options.day.year()).unwrap_or_default();
    let moment = DateTime::from_date_and_time(year, number(options.day.month()), number(options.day.day()), 0, 0, 0);
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(i64::from(options.strength)))
        .last_modified_time(moment.unwrap_or_default())
        .unix_permissions(0o644)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::io::pack::Format;

    #[test]
    fn a_file_that_turns_out_to_be_large_is_left_out_and_added_again() {
        let day = jiff::civil::date(2026, 11, 23);
        let options = Options { format: Format::Zip, day, strength: 1, replace: false };
        let mut stretch = Stretch { limit: 1000, ..Stretch::new(&options) };
        let large = || Content::Stream(Box::new(|out| (0..300).try_for_each(|_| out.write_all(b"abcdefgh"))));
        stretch.add("first", Content::Bytes(vec![7; 1000]), false).expect("it fits");
        let refused = stretch.add("large", large(), false).expect_err("it does not fit");
        assert_eq!(refused.kind(), ErrorKind::FileTooLarge);
        assert_eq!(stretch.add("large", large(), true).expect("it may").size, 2400);
        stretch.add("last", Content::Bytes(Vec::new()), false).expect("it fits");
        let mut archive = stretch.take().expect("memory").expect("files");
        let names: Vec<String> = archive.file_names().map(|name| name.expect("Unicode").into_owned()).collect();
        assert_eq!(names, ["first", "large", "last"]);
        let mut text = String::new();
        archive.by_name("large").expect("there").read_to_string(&mut text).expect("whole");
        assert_eq!(text, "abcdefgh".repeat(300));
    }
}
