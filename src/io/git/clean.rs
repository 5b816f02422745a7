//! Whether files on the disk are as a commit has them. Their digests are compared here: `git status` would run the
//! filters that a repository names.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use sha1::Sha1;
use sha2::{Digest, Sha256};

use super::objects::{self, Blob};
use crate::io::walk::composed;
use crate::probe::hexadecimal;

/// Larger files are not looked at a second time for other line ends.
const MAX_TEXT_BYTES: u64 = 1 << 24;

/// Whether all of `files`, by path below `root` with their places on the disk, are as the commit has them, and none of
/// the commit's in `folders` is missing.
///
/// # Errors
/// In git's own words, or those of the disk.
pub(super) fn is_clean(
    root: &Path,
    commit: &str,
    files: &BTreeMap<String, PathBuf>,
    folders: &[&str],
) -> Result<bool, String> {
    let blobs = objects::files(root, commit)?;
    let blobs: BTreeMap<String, Blob> = blobs.into_iter().map(|blob| (composed(blob.path.clone()), blob)).collect();
    let is_in = |path: &str| {
        folders
            .iter()
            .any(|folder| path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
    };
    let gone = |blob: &Blob| root.join(&blob.path).symlink_metadata().is_err();
    let others = blobs.iter().filter(|(path, _)| is_in(path) && !files.contains_key(*path));
    if others.into_iter().any(|(_, blob)| gone(blob)) {
        return Ok(false);
    }
    for (path, disk) in files {
        let Some(blob) = blobs.get(path).filter(|blob| !blob.is_link) else { return Ok(false) };
        if !is_same(disk, &blob.object).map_err(|cause| cause.to_string())? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether a file has the content of that name, as it is or with the line ends that git keeps.
fn is_same(disk: &Path, object: &str) -> io::Result<bool> {
    let size = fs::metadata(disk)?.len();
    if named(&mut File::open(disk)?, size, object.len())? == object {
        return Ok(true);
    }
    if size > MAX_TEXT_BYTES {
        return Ok(false);
    }
    let bytes = fs::read(disk)?;
    let kept = String::from_utf8_lossy(&bytes).replace("\r\n", "\n");
    Ok(kept.len() < bytes.len() && named(&mut kept.as_bytes(), kept.len() as u64, object.len())? == object)
}

/// The name of a content, in a repository whose names have that many digits.
fn named(content: &mut dyn Read, size: u64, digits: usize) -> io::Result<String> {
    if digits == 64 { digest::<Sha256>(content, size) } else { digest::<Sha1>(content, size) }
}

fn digest<D: Digest>(content: &mut dyn Read, size: u64) -> io::Result<String> {
    let mut hash = D::new_with_prefix(format!("blob {size}\0"));
    let mut buffer = vec![0; 1 << 16];
    loop {
        match content.read(&mut buffer)? {
            0 => return Ok(hexadecimal(&hash.finalize())),
            count => hash.update(&buffer[..count]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contents_have_the_names_that_git_gives_them() {
        let case = |text: &str, digits, expected| {
            let name = named(&mut text.as_bytes(), text.len() as u64, digits).expect("memory is readable");
            assert_eq!(name, expected);
        };
        case("", 40, "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
        case("hello\n", 40, "ce013625030ba8dba906f756967f9e9ca394464a");
        case("", 64, "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813");
    }
}
