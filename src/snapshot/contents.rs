//! What was found in a snapshot, whatever it is kept in: the values that are judged.

use std::collections::{BTreeMap, BTreeSet};

use super::{Fault, MANIFEST, SUMS, bag, is_clutter};

/// Folder in which macOS keeps what other systems have no place for.
const APPLE: &str = "__MACOSX/";

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// Sorted by path; two of one path stand one after the other. Folders are not files.
    pub files: Vec<Found>,
    /// The bytes of those that are lists of files ([`is_list`]), by path, as far as they can be had.
    pub lists: BTreeMap<String, Vec<u8>>,
    /// Why not all of it could be read.
    pub fault: Option<Fault>,
}

/// A file that was found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// Below the folder that holds the manifest, `/` between names, in Unicode NFC. What stands outside that folder
    /// begins with `../`.
    pub path: String,
    /// What could be said of it.
    pub state: State,
}

/// What could be said of a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// All its bytes could be read: their number, and their SHA-256 in lower-case hexadecimal digits.
    Read { size: u64, sha256: String },
    /// It is a link, and was not followed.
    Link,
    /// Its bytes cannot be had.
    Damaged(Damage),
}

/// Why the bytes of a file cannot be had.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Damage {
    /// There are two of its path, and nobody can know which one counts.
    Twice,
    /// They end early.
    Cut,
    /// They cannot be unpacked.
    Corrupt,
    /// There are more of them than the archive says.
    Longer,
    /// They are encrypted.
    Encrypted,
    /// They are packed in a way that is not known.
    Method,
    /// It is kept with holes.
    Sparse,
    /// It is a device, a pipe or something else that is no file.
    Device,
    /// The disk refuses to read it: in the disk's words.
    Unreadable(String),
}

impl Contents {
    /// Sorts what was found. `files` have the paths of the archive or of the folder; `kept` are bytes by such a path.
    /// The folder of the snapshot is the one that has the manifest.
    pub fn gathered(files: Vec<Found>, kept: BTreeMap<String, Vec<u8>>, fault: Option<Fault>) -> Self {
        let mut contents = Self { files, fault, ..Self::default() };
        match contents.top() {
            Ok(top) => {
                contents.files.iter_mut().for_each(|file| file.path = below(&top, &file.path));
                contents.lists = kept.into_iter().map(|(path, bytes)| (below(&top, &path), bytes)).collect();
            }
            Err(fault) => contents.fault = contents.fault.or(Some(fault)),
        }
        contents.files.sort();
        contents
    }

    /// The folder that has the manifest, with its slash; empty when nothing is around it.
    fn top(&self) -> Result<String, Fault> {
        let tops: BTreeSet<&str> = self.files.iter().filter_map(|file| top_of_manifest(&file.path)).collect();
        match (tops.contains(""), tops.len()) {
            (true, _) => Ok(String::new()),
            (false, 0) => Err(Fault::NoManifest),
            (false, 1) => Ok(tops.into_iter().collect()),
            (false, _) => Err(Fault::SeveralFolders),
        }
    }
}

/// The folder of a manifest that stands at the top or one below it.
fn top_of_manifest(path: &str) -> Option<&str> {
    let top = path.strip_suffix(MANIFEST)?;
    let is_top = top.is_empty() || top.ends_with('/') && top.matches('/').count() == 1;
    (is_top && top != APPLE).then_some(top)
}

fn below(top: &str, path: &str) -> String {
    path.strip_prefix(top).map_or_else(|| format!("../{path}"), str::to_owned)
}

/// Whether a file, by its path below the folder of the snapshot, is a list of files.
pub fn is_list(path: &str) -> bool {
    matches!(path, MANIFEST | SUMS | bag::PAYLOAD_MANIFEST | bag::TAG_MANIFEST)
}

/// Whether a path, of an archive or below the top of a snapshot, is what systems leave behind unasked.
pub fn is_left_behind(path: &str) -> bool {
    let path = path.strip_prefix("../").unwrap_or(path);
    path.starts_with(APPLE) || is_clutter(path.rsplit('/').next().unwrap_or(path))
}

impl Damage {
    /// Why, as the end of a sentence about the file.
    pub fn message(&self, language: &str) -> String {
        let is_french = language.starts_with("fr");
        let (en, fr) = match self {
            Self::Twice => ("it is there twice", "il y est deux fois"),
            Self::Cut => ("its bytes end early", "ses octets s’arrêtent trop tôt"),
            Self::Corrupt => ("its bytes cannot be unpacked", "ses octets ne peuvent être décompressés"),
            Self::Longer => ("it is longer than the archive says", "il est plus long que ne le dit l’archive"),
            Self::Encrypted => ("it is encrypted", "il est chiffré"),
            Self::Method => ("it is packed in a way that etal does not know", "sa compression est inconnue d’etal"),
            Self::Sparse => ("it is kept with holes (a sparse file)", "il est rangé avec des trous (fichier creux)"),
            Self::Device => ("it is no file", "ce n’est pas un fichier"),
            Self::Unreadable(cause) if is_french => return format!("il ne peut être lu\u{a0}: {cause}"),
            Self::Unreadable(cause) => return format!("it cannot be read: {cause}"),
        };
        if is_french { fr.to_owned() } else { en.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gathered(paths: &[&str]) -> (Vec<String>, Option<Fault>, bool) {
        let found = |path: &&str| Found { path: (*path).to_owned(), state: State::Link };
        let kept = paths.iter().map(|path| ((*path).to_owned(), Vec::new())).collect();
        let contents = Contents::gathered(paths.iter().map(found).collect(), kept, None);
        let has_manifest = contents.lists.contains_key(MANIFEST);
        (contents.files.into_iter().map(|file| file.path).collect(), contents.fault, has_manifest)
    }

    #[test]
    fn the_snapshot_is_where_the_manifest_is() {
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        assert_eq!(gathered(&["s/manifest.json", "s/a"]), (names(&["a", "manifest.json"]), None, true));
        assert_eq!(gathered(&["manifest.json", "s/manifest.json"]).0, ["manifest.json", "s/manifest.json"]);
        let beside = gathered(&["s/manifest.json", "t/a", "__MACOSX/manifest.json"]);
        assert_eq!(beside, (names(&["../__MACOSX/manifest.json", "../t/a", "manifest.json"]), None, true));
        assert_eq!(gathered(&["s/t/manifest.json", "s/a"]).1, Some(Fault::NoManifest));
        assert_eq!(gathered(&["s/manifest.json", "t/manifest.json"]).1, Some(Fault::SeveralFolders));
    }

    #[test]
    fn what_systems_leave_behind_is_known_by_its_place() {
        for path in ["__MACOSX/a/._b", "../__MACOSX/a", "site/.DS_Store", "._manifest.json"] {
            assert!(is_left_behind(path), "{path}");
        }
        for path in ["site/__MACOSX/a", "site/DS_Store", "._/a"] {
            assert!(!is_left_behind(path), "{path}");
        }
    }
}
