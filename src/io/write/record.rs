//! Files of the state folder: encoded, sealed with a checksum, and replaced in one step.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use sha2::{Digest, Sha256};

/// The first half of a SHA-256: enough to tell the contents of one path apart.
pub(super) type Digest16 = [u8; 16];

/// The digest of some bytes.
pub(super) fn digest(bytes: &[u8]) -> Digest16 {
    shorten(Sha256::new_with_prefix(bytes))
}

/// The digest that a finished hash is.
pub(super) fn shorten(hash: Sha256) -> Digest16 {
    let full: [u8; 32] = hash.finalize().into();
    let mut short = Digest16::default();
    short.copy_from_slice(&full[..16]);
    short
}

/// What a state file turned out to be.
pub(super) enum Loaded {
    /// There is none.
    Absent,
    /// It is not what was written, or of another version of etal.
    Damaged,
    /// Its body, and its seal.
    Sound(Vec<u8>, Digest16),
}

/// Replaces a state file: after a kill or a crash there is the old one or the new one, whole.
/// `magic` names what it holds and its version. Gives its seal.
pub(super) fn save(path: &Path, magic: &[u8; 16], body: &[u8]) -> io::Result<Digest16> {
    let seal = seal(magic, body);
    let fresh = path.with_extension("new");
    let mut file = File::create(&fresh)?;
    file.write_all(magic)?;
    file.write_all(&seal)?;
    file.write_all(body)?;
    file.sync_all()?;
    fs::rename(&fresh, path)?;
    sync_folder(path)?;
    Ok(seal)
}

/// Reads a state file.
pub(super) fn load(path: &Path, magic: &[u8; 16]) -> io::Result<Loaded> {
    let mut bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Loaded::Absent),
        Err(error) => return Err(error),
    };
    let sealed = match (bytes.get(..16), bytes.get(16..32)) {
        (Some(found), Some(stored)) if found == magic => Digest16::try_from(stored).ok(),
        _ => None,
    };
    let Some(sealed) = sealed else { return Ok(Loaded::Damaged) };
    bytes.drain(..32);
    Ok(if seal(magic, &bytes) == sealed { Loaded::Sound(bytes, sealed) } else { Loaded::Damaged })
}

fn seal(magic: &[u8; 16], body: &[u8]) -> Digest16 {
    shorten(Sha256::new().chain_update(magic).chain_update(body))
}

/// Makes a rename last over a crash of the machine, where folders can be synced.
fn sync_folder(path: &Path) -> io::Result<()> {
    if cfg!(unix)
        && let Some(folder) = path.parent()
    {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// Puts numbers (little endian) and texts (after their length) one behind the other.
#[derive(Default)]
pub(super) struct Encoder(pub(super) Vec<u8>);

impl Encoder {
    pub(super) fn number(&mut self, number: u64) {
        self.0.extend_from_slice(&number.to_le_bytes());
    }

    pub(super) fn text(&mut self, text: &str) {
        let length = u32::try_from(text.len()).expect("internal error: a path or note has less than 4 GB");
        self.0.extend_from_slice(&length.to_le_bytes());
        self.0.extend_from_slice(text.as_bytes());
    }

    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    pub(super) fn texts<T: AsRef<str>>(&mut self, texts: &[T]) {
        self.number(texts.len() as u64);
        texts.iter().for_each(|text| self.text(text.as_ref()));
    }
}

/// Takes what an [`Encoder`] put; nothing when the bytes end early or are no text.
pub(super) struct Decoder<'a>(pub(super) &'a [u8]);

impl<'a> Decoder<'a> {
    pub(super) fn number(&mut self) -> Option<u64> {
        self.bytes().map(u64::from_le_bytes)
    }

    pub(super) fn text(&mut self) -> Option<&'a str> {
        let length = u32::from_le_bytes(self.bytes()?) as usize;
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        std::str::from_utf8(text).ok()
    }

    pub(super) fn bytes<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (bytes, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*bytes)
    }

    pub(super) fn texts(&mut self) -> Option<Vec<String>> {
        let count = self.number()?;
        (0..count).map(|_| self.text().map(str::to_owned)).collect()
    }
}
