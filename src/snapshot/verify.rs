//! Whether a snapshot is as its manifest says: what is missing, changed, added, renamed or damaged.
//!
//! The digests of the manifest are what counts. The manifest itself is held against `SHA256SUMS`, which has its digest.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Contents, Damage, Fault, FileEntry, Found, Heading, MANIFEST, Manifest, SUMS, State, bag, is_left_behind, lines,
    parse_lines,
};
use crate::probe::sha256;

/// What is to be said of a snapshot.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// What it is, when its manifest could be read.
    pub heading: Option<Heading>,
    /// Why it as a whole could not be read or judged.
    pub fault: Option<Fault>,
    /// What is to be said of its files, sorted by path.
    pub remarks: Vec<Remark>,
    /// Files that are as they were listed, and their bytes.
    pub files: usize,
    /// See there.
    pub bytes: u64,
}

/// What is to be said of a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Remark {
    /// Its path below the folder of the snapshot; `../` before what is beside it.
    pub path: String,
    /// What became of it.
    pub what: What,
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// It is listed and not there.
    Missing,
    /// It is there and not as listed.
    Changed,
    /// It is there and not listed.
    Added,
    /// It is not there, but a file that is not listed has its bytes: this one.
    Renamed(String),
    /// Its bytes cannot be had.
    Damaged(Damage),
    /// It is not listed, and of the kind that systems leave behind: nothing is held against it.
    Ignored,
}

impl Verdict {
    /// Whether every file is as it was listed, and there is none besides.
    pub fn is_whole(&self) -> bool {
        self.fault.is_none() && self.remarks.iter().all(|remark| remark.what == What::Ignored)
    }
}

/// Judges what was found.
pub fn judge(contents: &Contents) -> Verdict {
    let manifest = match contents.lists.get(MANIFEST) {
        Some(bytes) => Manifest::read(bytes).map(|manifest| (manifest, bytes)).map_err(Fault::Manifest),
        None if contents.files.iter().any(|file| file.path == MANIFEST) => Err(Fault::LostManifest),
        None => Err(Fault::NoManifest),
    };
    match manifest {
        Ok((manifest, bytes)) => with_manifest(contents, manifest, sha256(bytes)),
        Err(fault) => {
            let damaged = contents.files.iter().filter_map(|file| match &file.state {
                State::Damaged(damage) => Some(remark(&file.path, What::Damaged(damage.clone()))),
                _ => None,
            });
            let remarks = damaged.collect();
            Verdict { heading: None, fault: Some(contents.fault.clone().unwrap_or(fault)), remarks, files: 0, bytes: 0 }
        }
    }
}

fn with_manifest(contents: &Contents, manifest: Manifest, digest: String) -> Verdict {
    let listed = listed(contents, &manifest, digest);
    let mut verdict = Verdict { heading: None, fault: contents.fault.clone(), remarks: Vec::new(), files: 0, bytes: 0 };
    let (mut added, mut there) = (Vec::new(), BTreeSet::new());
    for files in contents.files.chunk_by(|one, other| one.path == other.path) {
        let file = &files[0];
        there.insert(file.path.as_str());
        match of_file(files, listed.get(file.path.as_str())) {
            Some(What::Added) => added.push(file),
            Some(what) => verdict.remarks.push(remark(&file.path, what)),
            None => {
                verdict.files += 1;
                verdict.bytes += size(file);
            }
        }
    }
    let missing = listed.iter().filter(|(path, _)| !there.contains(path.as_str()));
    verdict.remarks.extend(moved(missing, added));
    verdict.remarks.sort();
    verdict.heading = Some(manifest.heading);
    verdict
}

/// What is to be said of the files of one path; nothing when all is well.
fn of_file(files: &[Found], listed: Option<&String>) -> Option<What> {
    let file = &files[0];
    if listed.is_none() && is_left_behind(&file.path) {
        return Some(What::Ignored);
    }
    match (&file.state, listed) {
        _ if files.len() > 1 => Some(What::Damaged(Damage::Twice)),
        (State::Damaged(damage), _) => Some(What::Damaged(damage.clone())),
        (_, None) => Some(What::Added),
        (State::Link, Some(_)) => Some(What::Changed),
        (State::Read { sha256, .. }, Some(listed)) => (sha256 != listed).then_some(What::Changed),
    }
}

/// Pairs what is missing with what was added and has the same bytes.
fn moved<'a>(missing: impl Iterator<Item = (&'a String, &'a String)>, added: Vec<&'a Found>) -> Vec<Remark> {
    let mut by_digest: BTreeMap<&str, Vec<&Found>> = BTreeMap::new();
    let mut remarks = Vec::new();
    for file in added.into_iter().rev() {
        match &file.state {
            State::Read { sha256, .. } => by_digest.entry(sha256).or_default().push(file),
            _ => remarks.push(remark(&file.path, What::Added)),
        }
    }
    for (path, digest) in missing {
        let what = match by_digest.get_mut(digest.as_str()).and_then(Vec::pop) {
            Some(file) => What::Renamed(file.path.clone()),
            None => What::Missing,
        };
        remarks.push(remark(path, what));
    }
    remarks.extend(by_digest.into_values().flatten().map(|file| remark(&file.path, What::Added)));
    remarks
}

/// The digest that each file should have, by its path: those of the manifest, and of what is made from it.
fn listed(contents: &Contents, manifest: &Manifest, digest: String) -> BTreeMap<String, String> {
    let mut listed: BTreeMap<String, String> =
        manifest.files.iter().map(|file| (file.path.clone(), file.sha256.clone())).collect();
    listed.insert(MANIFEST.to_owned(), digest);
    let sums = lines(pairs(&listed));
    let told = contents.lists.get(SUMS).filter(|told| **told != sums.as_bytes());
    match told.and_then(|told| digest_of_manifest(told, contents)) {
        // It is the manifest that was changed, for the sums are right about everything else.
        Some((digest, sums)) => {
            listed.insert(MANIFEST.to_owned(), digest);
            listed.insert(SUMS.to_owned(), sums);
        }
        None => {
            listed.insert(SUMS.to_owned(), sha256(sums.as_bytes()));
        }
    }
    if manifest.heading.bag {
        let payload: Vec<FileEntry> =
            manifest.files.iter().filter(|file| bag::is_payload(&file.path)).cloned().collect();
        hold(contents, bag::PAYLOAD_MANIFEST, &bag::payload_manifest(&payload), &mut listed);
        let tags = lines(pairs(&listed).filter(|(path, _)| !bag::is_payload(path)));
        hold(contents, bag::TAG_MANIFEST, &tags, &mut listed);
    }
    listed
}

/// Holds a list of a bag against what it should say, in whatever order: others write these lists too.
fn hold(contents: &Contents, path: &str, expected: &str, listed: &mut BTreeMap<String, String>) {
    let told = contents.lists.get(path);
    let said = told.and_then(|told| set(std::str::from_utf8(told).ok()?));
    match told {
        // That of the payload has its digest in the manifest, too.
        Some(told) if said == set(expected) => {
            listed.entry(path.to_owned()).or_insert_with(|| sha256(told));
        }
        _ => {
            listed.insert(path.to_owned(), sha256(expected.as_bytes()));
        }
    }
}

fn set(text: &str) -> Option<BTreeSet<(&str, &str)>> {
    Some(parse_lines(text)?.into_iter().collect())
}

fn pairs(listed: &BTreeMap<String, String>) -> impl Iterator<Item = (&str, &str)> {
    listed.iter().map(|(path, digest)| (path.as_str(), digest.as_str()))
}

/// The digest that sums give the manifest, and their own, when they are right about every other file.
fn digest_of_manifest(sums: &[u8], contents: &Contents) -> Option<(String, String)> {
    let told: BTreeMap<&str, &str> = parse_lines(std::str::from_utf8(sums).ok()?)?.into_iter().collect();
    let is_right = contents.files.iter().all(|file| match (&file.state, told.get(file.path.as_str())) {
        (State::Read { sha256, .. }, Some(digest)) => file.path == MANIFEST || sha256 == digest,
        (_, Some(_)) => false,
        (_, None) => true,
    });
    let there = |path: &&str| contents.files.binary_search_by(|file| file.path.as_str().cmp(path)).is_ok();
    let is_right = is_right && told.keys().all(there);
    let digest = told.get(MANIFEST)?;
    is_right.then(|| ((*digest).to_owned(), sha256(sums)))
}

fn remark(path: &str, what: What) -> Remark {
    Remark { path: path.to_owned(), what }
}

fn size(file: &Found) -> u64 {
    match &file.state {
        State::Read { size, .. } => *size,
        _ => 0,
    }
}
