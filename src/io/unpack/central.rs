//! The entries of a zip, by the list at its end, and their bytes, on several threads.
//!
//! Its checksums are not looked at: the snapshot has better ones.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use rayon::prelude::*;

use super::directory::{Directory, Listed};
use super::entry::{Entry, Kind, LONGEST_PATH};
use super::error::{Refusal, UnpackError};
use super::gather::{Gatherer, Step, Stop};
use super::inflate::Inflated;
use super::pour::{Aim, Exactly, Poured, damage, pour};
use crate::io::Error;
use crate::snapshot::{Damage, Fault, State};

/// Bytes of a local header before the name.
const LOCAL: usize = 30;
/// Bits of a mode that say what a file is, and their values.
const MODE: u32 = 0o170_000;
const REGULAR: u32 = 0o100_000;
const FOLDER: u32 = 0o040_000;
const LINK: u32 = 0o120_000;
/// Ways of packing.
const STORED: u16 = 0;
const DEFLATED: u16 = 8;
/// Flags of what is encrypted: the bytes, strongly, or the list too.
const ENCRYPTED: u16 = 0x2041;

/// Where the bytes of an entry are.
struct Packed {
    path: String,
    aim: Option<Aim>,
    size: u64,
    start: u64,
    packed: u64,
    /// How many bytes it takes at least, with its header.
    takes: u64,
    is_stored: bool,
}

/// Goes through all entries. Gives why it could not go to the end.
pub(super) fn gather(gatherer: &mut Gatherer<'_>) -> Result<Option<Fault>, UnpackError> {
    let (list, fault) = match list(gatherer) {
        Ok(listed) => listed,
        Err(Stop::Fault(fault)) => return Ok(Some(fault)),
        Err(Stop::Error(error)) => return Err(error),
    };
    if gatherer.unfolding.is_some() {
        if fault.is_some() {
            return Ok(fault);
        }
        apart(&list, gatherer.archive)?;
    }
    let archive = gatherer.archive;
    let wanted: Vec<Packed> = list.into_iter().filter(|packed| packed.aim.is_some()).collect();
    let poured: Result<Vec<Poured>, Error> = wanted.par_iter().map(|packed| file_of(packed, archive)).collect();
    for (packed, poured) in wanted.into_iter().zip(poured?) {
        gatherer.poured(packed.path, poured);
    }
    Ok(fault)
}

/// What the list says, and why it says no more.
fn list(gatherer: &mut Gatherer<'_>) -> Result<(Vec<Packed>, Option<Fault>), Stop> {
    let archive = gatherer.archive;
    let failed = |cause: io::Error, fault| match damage(&cause) {
        Some(_) => Stop::Fault(fault),
        None => Stop::Error(Error::Read(archive.to_owned(), cause).into()),
    };
    let file = File::open(archive).map_err(|cause| failed(cause, Fault::NoDirectory))?;
    let mut directory = Directory::find(file).map_err(|cause| failed(cause, Fault::NoDirectory))?;
    let mut list: Vec<Packed> = Vec::new();
    loop {
        let listed = match directory.next() {
            Ok(Some(listed)) if listed.name.len() <= LONGEST_PATH => listed,
            Ok(None) => return Ok((list, None)),
            Err(cause) if damage(&cause).is_none() => return Err(failed(cause, Fault::NoDirectory)),
            _ => {
                let last = list.last().map(|packed| packed.path.clone());
                return Ok((list, Some(Fault::Directory(last))));
            }
        };
        let entry = entry(&listed);
        let aim = match gatherer.plan(&entry)? {
            Step::Pour(aim) => Some(aim),
            Step::Skip => None,
        };
        list.push(Packed {
            path: entry.path,
            aim,
            size: entry.size,
            start: listed.start,
            packed: listed.packed,
            takes: listed.packed.saturating_add((LOCAL + listed.name.len()) as u64),
            is_stored: listed.method == STORED,
        });
    }
}

fn entry(listed: &Listed) -> Entry {
    let name = String::from_utf8_lossy(&listed.name);
    let kind = match listed.mode & MODE {
        LINK => Kind::Link,
        0 | REGULAR | FOLDER if name.ends_with('/') => Kind::Folder,
        0 | REGULAR | FOLDER if listed.flags & ENCRYPTED != 0 => Kind::Unusable(Damage::Encrypted),
        0 | REGULAR | FOLDER if matches!(listed.method, STORED | DEFLATED) => Kind::File,
        0 | REGULAR | FOLDER => Kind::Unusable(Damage::Method),
        _ => Kind::Unusable(Damage::Device),
    };
    Entry::new(&name, kind, listed.size)
}

/// Refuses entries whose bytes lie over one another: a few bytes could become very many.
fn apart(list: &[Packed], archive: &Path) -> Result<(), UnpackError> {
    let mut list: Vec<&Packed> = list.iter().collect();
    list.sort_by_key(|packed| packed.start);
    let over = list.windows(2).find(|pair| pair[0].start.saturating_add(pair[0].takes) > pair[1].start);
    match over {
        Some(pair) => Err(UnpackError::Refused(archive.to_owned(), pair[1].path.clone(), Refusal::Overlap)),
        None => Ok(()),
    }
}

/// Reads the bytes of one entry.
fn file_of(packed: &Packed, archive: &Path) -> Result<Poured, Error> {
    let mut file = File::open(archive).map_err(Error::read(archive))?;
    let aim = packed.aim.as_ref().expect("internal error: only wanted entries are read");
    if let Err(cause) = to_bytes(&mut file, packed.start) {
        let damage = damage(&cause).ok_or_else(|| Error::Read(archive.to_owned(), cause))?;
        return Ok(Poured { state: State::Damaged(damage), kept: None });
    }
    let mut bytes = Exactly::new(&mut file, packed.packed);
    if packed.is_stored {
        pour(&mut bytes, packed.size, aim, archive)
    } else {
        pour(&mut Inflated::new(BufReader::with_capacity(1 << 16, bytes)), packed.size, aim, archive)
    }
}

/// Goes to the first of the packed bytes, behind the local header.
fn to_bytes(file: &mut File, start: u64) -> io::Result<()> {
    file.seek(SeekFrom::Start(start)).map_err(|_| io::ErrorKind::InvalidData)?;
    let mut header = [0; LOCAL];
    file.read_exact(&mut header)?;
    if header[..4] != *b"PK\x03\x04" {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let length = |at: usize| i64::from(u16::from_le_bytes([header[at], header[at + 1]]));
    file.seek(SeekFrom::Current(length(26) + length(28)))?;
    Ok(())
}
