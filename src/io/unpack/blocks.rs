//! The entries of a tar, in the order in which they come. Nothing is sought, nothing large is held.
//!
//! The reader of the crate holds extended headers of any length in memory and fills holes of sparse files; this one
//! takes from the crate what a header means, and bounds the rest.

use std::io::{self, Read};

use tar::{EntryType, Header, PaxExtensions};

use super::entry::{Entry, Kind, LONGEST_PATH};
use super::error::UnpackError;
use super::gather::{Gatherer, Step, Stop};
use super::pour::{Exactly, damage, pour};
use crate::io::Error;
use crate::snapshot::{Damage, Fault, State};

const BLOCK: usize = 512;
/// The longest extended header, in bytes.
const LONGEST_EXTENDED: u64 = 1 << 16;

/// What extended headers say of the entry that follows them.
#[derive(Default)]
struct Extended {
    path: Option<Vec<u8>>,
    size: Option<u64>,
    has_holes: bool,
}

/// Goes through all entries. Gives why it could not go to the end.
pub(super) fn gather(from: &mut impl Read, gatherer: &mut Gatherer<'_>) -> Result<Option<Fault>, UnpackError> {
    match entries(from, gatherer) {
        Ok(()) => Ok(None),
        Err(Halt::Stop(Stop::Fault(fault))) => Ok(Some(fault)),
        Err(Halt::Stop(Stop::Error(error))) => Err(error),
        Err(Halt::Stream(cause)) => match damage(&cause) {
            Some(Damage::Cut) => Ok(Some(Fault::CutOff(gatherer.last()))),
            Some(_) => Ok(Some(Fault::Broken(gatherer.last()))),
            None => Err(Error::Read(gatherer.archive.to_owned(), cause).into()),
        },
    }
}

/// Why it goes no further.
enum Halt {
    Stop(Stop),
    /// What the stream says.
    Stream(io::Error),
}

impl From<io::Error> for Halt {
    fn from(cause: io::Error) -> Self {
        Self::Stream(cause)
    }
}

impl From<Stop> for Halt {
    fn from(stop: Stop) -> Self {
        Self::Stop(stop)
    }
}

fn entries(from: &mut impl Read, gatherer: &mut Gatherer<'_>) -> Result<(), Halt> {
    let mut extended = Extended::default();
    while let Some(header) = header(from)? {
        let kind = header.entry_type();
        let size = header.entry_size().map_err(|_| broken())?;
        match kind {
            EntryType::GNULongName => {
                let mut name = read_whole(from, size, LONGEST_PATH as u64 + 1)?;
                name.truncate(name.iter().position(|byte| *byte == 0).unwrap_or(name.len()));
                extended.path = Some(name);
            }
            EntryType::GNULongLink => drop(read_whole(from, size, LONGEST_EXTENDED)?),
            EntryType::XHeader => extended.read(&read_whole(from, size, LONGEST_EXTENDED)?)?,
            EntryType::XGlobalHeader => {
                let mut global = Extended::default();
                global.read(&read_whole(from, size, LONGEST_EXTENDED)?)?;
                // What would be said of all files at once is never honest.
                if global.path.is_some() || global.size.is_some() || global.has_holes {
                    return Err(broken().into());
                }
            }
            _ => one(from, &header, std::mem::take(&mut extended), size, gatherer)?,
        }
    }
    rest(from, gatherer)
}

/// The next header; none at the end.
fn header(from: &mut impl Read) -> io::Result<Option<Header>> {
    let mut header = Header::new_old();
    let block = header.as_mut_bytes();
    // An archive without the blocks of zeros at its end is unusual, but whole.
    let first = loop {
        match from.read(&mut block[..]) {
            Err(cause) if cause.kind() == io::ErrorKind::Interrupted => {}
            first => break first?,
        }
    };
    if first == 0 {
        return Ok(None);
    }
    from.read_exact(&mut block[first..])?;
    if block.iter().all(|byte| *byte == 0) {
        return Ok(None);
    }
    let sum = |range: &[u8]| range.iter().map(|byte| u32::from(*byte)).sum::<u32>();
    let found = sum(&block[..148]) + 8 * u32::from(b' ') + sum(&block[156..]);
    match header.cksum() {
        Ok(told) if told == found => Ok(Some(header)),
        _ => Err(broken()),
    }
}

/// One entry and its bytes.
fn one(
    from: &mut impl Read,
    header: &Header,
    extended: Extended,
    size: u64,
    gatherer: &mut Gatherer<'_>,
) -> Result<(), Halt> {
    let size = extended.size.unwrap_or(size);
    let name = extended.path.unwrap_or_else(|| header.path_bytes().into_owned());
    let name = String::from_utf8_lossy(&name);
    let kind = match header.entry_type() {
        _ if extended.has_holes => Kind::Unusable(Damage::Sparse),
        EntryType::Directory => Kind::Folder,
        EntryType::Regular | EntryType::Continuous if name.ends_with('/') && size == 0 => Kind::Folder,
        EntryType::Regular | EntryType::Continuous => Kind::File,
        EntryType::Link | EntryType::Symlink => Kind::Link,
        EntryType::GNUSparse => Kind::Unusable(Damage::Sparse),
        _ => Kind::Unusable(Damage::Device),
    };
    if name.len() > LONGEST_PATH {
        return Err(broken().into());
    }
    let entry = Entry::new(&name, kind, size);
    match gatherer.plan(&entry)? {
        Step::Skip => discard(from, size)?,
        Step::Pour(aim) => {
            let poured = pour(&mut Exactly::new(from, size), size, &aim, gatherer.archive);
            let poured = poured.map_err(|error| Stop::Error(error.into()))?;
            let halt = match &poured.state {
                State::Damaged(Damage::Cut) => Some(io::Error::from(io::ErrorKind::UnexpectedEof)),
                State::Damaged(_) => Some(broken()),
                _ => None,
            };
            gatherer.poured(entry.path, poured);
            if let Some(halt) = halt {
                return Err(halt.into());
            }
        }
    }
    Ok(discard(from, padding(size))?)
}

impl Extended {
    fn read(&mut self, records: &[u8]) -> io::Result<()> {
        for record in PaxExtensions::new(records) {
            let record = record.map_err(|_| broken())?;
            match record.key_bytes() {
                b"path" => self.path = Some(record.value_bytes().to_vec()),
                b"size" => {
                    let size = record.value().ok().and_then(|size| size.parse().ok());
                    self.size = Some(size.ok_or_else(broken)?);
                }
                key if key.starts_with(b"GNU.sparse.") => self.has_holes = true,
                _ => {}
            }
        }
        Ok(())
    }
}

/// What follows the end of the tar is read too: only then it is known that the archive is not cut off.
fn rest(from: &mut impl Read, gatherer: &mut Gatherer<'_>) -> Result<(), Halt> {
    let mut buffer = vec![0; 1 << 16];
    loop {
        match from.read(&mut buffer) {
            Ok(0) => return Ok(()),
            Ok(count) if buffer[..count].iter().all(|byte| *byte == 0) => gatherer.grow(count as u64)?,
            Ok(_) => return Err(broken().into()),
            Err(cause) if cause.kind() == io::ErrorKind::Interrupted => {}
            Err(cause) => return Err(cause.into()),
        }
    }
}

fn read_whole(from: &mut impl Read, size: u64, most: u64) -> io::Result<Vec<u8>> {
    if size > most {
        return Err(broken());
    }
    let mut bytes = Vec::new();
    Exactly::new(from, size).read_to_end(&mut bytes)?;
    discard(from, padding(size))?;
    Ok(bytes)
}

fn discard(from: &mut impl Read, count: u64) -> io::Result<()> {
    io::copy(&mut Exactly::new(from, count), &mut io::sink()).map(drop)
}

/// Bytes between a file and the next header.
fn padding(size: u64) -> u64 {
    let block = BLOCK as u64;
    (block - size % block) % block
}

fn broken() -> io::Error {
    io::ErrorKind::InvalidData.into()
}
