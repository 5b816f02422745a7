//! What a catalogue describes, by file names alone.

use std::path::Path;

use super::{Error, walk};
use crate::layout::{Role, roles};
use crate::model::Kind;

/// The descriptors of a kind: the name of each file or folder and its path below the root, sorted
/// by path.
///
/// # Errors
/// When the disk refuses.
pub fn described(root: &Path, kind: Kind) -> Result<Vec<(String, String)>, Error> {
    let files = walk::walk(root, &format!("content/{}", kind.folder()))?.files;
    let roles = roles(files.iter().map(|file| file.path.as_str()));
    let names = files.iter().zip(roles).filter_map(|(file, role)| match role {
        Role::Descriptor(_, name, _) => Some((name, file.path.clone())),
        _ => None,
    });
    Ok(names.collect())
}
