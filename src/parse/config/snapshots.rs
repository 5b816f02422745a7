//! `[[snapshots]]` of `site.toml`: the snapshots of the catalogue that were published.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::super::reader::Reader;
use crate::date::Moment;
use crate::model::{FaultKind, ListedSnapshot, SnapshotFault, SnapshotFile};
use crate::source::Place;
use crate::text::path;
use crate::text::url::{Target, target};

/// Hexadecimal digits of a SHA-256.
const DIGITS: usize = 64;

/// Those of which all is known, newest first; days that are equal keep the order of the file. Of the others the faults
/// speak.
pub(super) fn snapshots(reader: &mut Reader<'_>) -> Vec<ListedSnapshot> {
    let mut snapshots: Vec<ListedSnapshot> = Vec::new();
    let mut seen = BTreeSet::new();
    for (place, (node, path)) in reader.list("snapshots").into_iter().enumerate() {
        let mut inner = reader.nested(node, path);
        let file = file(&mut inner, &mut seen);
        let date = date(&mut inner);
        let size = size(&mut inner);
        let sha256 = sha256(&mut inner);
        inner.finish();
        if let (Some(file), Some(date), Some(size_bytes), Some(sha256)) = (file, date, size, sha256) {
            snapshots.push(ListedSnapshot { place, file, date, size_bytes, sha256 });
        }
    }
    snapshots.sort_by_key(|one| Reverse((one.date.date.first_day(), one.date.second_of_day)));
    snapshots
}

fn file(reader: &mut Reader<'_>, seen: &mut BTreeSet<String>) -> Option<SnapshotFile> {
    let Some(written) = reader.string("file") else {
        if reader.get("file").is_none_or(|node| node.scalar().is_some()) {
            reader.missing("file");
        }
        return None;
    };
    match place_of(&written) {
        Ok(file) if seen.insert(file.as_str().to_owned()) => Some(file),
        Ok(_) => bad(reader, "file", SnapshotFault::Twice, written),
        Err(fault) => bad(reader, "file", fault, written),
    }
}

/// Where a text leads: to a whole web address, or to a file of the site and never out of it.
fn place_of(written: &str) -> Result<SnapshotFile, SnapshotFault> {
    match target(written) {
        Some(Target::External(address)) if written.contains("://") && address.starts_with("http") => {
            Ok(SnapshotFile::Address(address))
        }
        Some(Target::Relative(path)) => {
            let plain = path::plain(&path);
            let is_name = |name: &str| !name.is_empty() && name != ".";
            match path::fault(plain) {
                Some(_) => Err(SnapshotFault::Outside),
                None if plain.split('/').all(is_name) => Ok(SnapshotFile::Path(plain.to_owned())),
                None => Err(SnapshotFault::NoPlace),
            }
        }
        _ => Err(SnapshotFault::NoPlace),
    }
}

fn date(reader: &mut Reader<'_>) -> Option<Moment> {
    if reader.get("date").is_none() {
        reader.missing("date");
    }
    reader.moment("date")
}

fn size(reader: &mut Reader<'_>) -> Option<u64> {
    if reader.get("size").is_none() {
        reader.missing("size");
    }
    reader.count("size")
}

fn sha256(reader: &mut Reader<'_>) -> Option<String> {
    if reader.get("sha256").is_none() {
        reader.missing("sha256");
    }
    let written = reader.string("sha256")?;
    if written.len() == DIGITS && written.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Some(written.to_ascii_lowercase());
    }
    bad(reader, "sha256", SnapshotFault::NoDigest, written)
}

fn bad<T>(reader: &mut Reader<'_>, key: &str, fault: SnapshotFault, written: String) -> Option<T> {
    let place = Place::value(reader.path(key));
    reader.fault(FaultKind::BadSnapshot(fault), place, written, None);
    None
}
