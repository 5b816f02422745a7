//! Hosted files: read once in parallel, looked into, and remembered when they are large.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::seen::{Entries, Entry, LEAST_BYTES, Seen};
use super::walk::Found;
use super::{Error, Progress};
use crate::model::HostedFile;
use crate::probe;

/// A file to look into, and its path below its own folder.
pub(super) struct Wanted<'a> {
    pub(super) found: &'a Found,
    pub(super) name: String,
}

/// What is in some files, in their order, and what to keep of that for the next time.
pub(super) fn look(
    seen: &Seen,
    wanted: &[Wanted<'_>],
    progress: &dyn Progress,
) -> Result<(Vec<HostedFile>, Entries), Error> {
    let looked: Result<Vec<_>, Error> = wanted.par_iter().map(|one| look_at(one, seen, progress)).collect();
    let mut entries = Entries::new();
    let mut files = Vec::with_capacity(wanted.len());
    for (one, (file, entry)) in wanted.iter().zip(looked?) {
        if let Some(entry) = entry {
            entries.insert(one.found.path.clone(), entry);
        }
        files.push(file);
    }
    Ok((files, entries))
}

fn look_at(wanted: &Wanted<'_>, seen: &Seen, progress: &dyn Progress) -> Result<(HostedFile, Option<Entry>), Error> {
    let disk = &wanted.found.disk;
    let metadata = fs::symlink_metadata(disk).map_err(Error::read(disk))?;
    let is_large = metadata.len() >= LEAST_BYTES;
    let known = if is_large { seen.get(&wanted.found.path, &metadata, &wanted.name) } else { None };
    let file = match known {
        Some(file) => file,
        None => read(disk, &wanted.name, metadata.len(), progress).map_err(Error::read(disk))?,
    };
    let entry = is_large.then(|| Entry::new(&metadata, &file));
    Ok((file, entry))
}

/// Reads a file to its end. `expected` is a guess of its size.
pub(super) fn read(disk: &Path, name: &str, expected: u64, progress: &dyn Progress) -> std::io::Result<HostedFile> {
    look_into(&mut File::open(disk)?, name, expected, &|bytes| progress.read(bytes))
}

/// Looks into a stream of any length with little memory, telling how many more bytes were read. `expected` is a guess of
/// its length.
pub(super) fn look_into(
    stream: &mut dyn Read,
    name: &str,
    expected: u64,
    told: &dyn Fn(u64),
) -> std::io::Result<HostedFile> {
    let mut head = Vec::with_capacity(expected.min(probe::HEAD_BYTES as u64) as usize + 1);
    let mut size = (&mut *stream).take(probe::HEAD_BYTES as u64).read_to_end(&mut head)? as u64;
    let mut digest = Sha256::new_with_prefix(&head);
    told(size);
    if head.len() == probe::HEAD_BYTES {
        let mut buffer = vec![0; 256 * 1024];
        loop {
            let count = stream.read(&mut buffer)?;
            if count == 0 {
                break;
            }
            digest.update(&buffer[..count]);
            size += count as u64;
            told(count as u64);
        }
    }
    Ok(probe::probe_head(name, &head, size, probe::hexadecimal(&digest.finalize())))
}
