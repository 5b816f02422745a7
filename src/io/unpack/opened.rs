//! A snapshot that is opened for what it was made from: its manifest, its sources, its evidence.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::gather::LONGEST_KEPT;
use super::{UnpackError, unfold};
use crate::evidence;
use crate::io::Error;
use crate::snapshot::{Fault, MANIFEST, Manifest, PAYLOAD, SOURCE};

/// A snapshot of which at least the manifest, the sources and the evidence are on the disk.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The folder at its top.
    pub folder: PathBuf,
    /// What it says it holds.
    pub manifest: Manifest,
}

impl Opened {
    /// Opens the snapshot at `path`: an archive is unpacked into `into`, and only as far as it is needed here; a folder is
    /// read where it stands.
    ///
    /// # Errors
    /// When it is none, is damaged, or the disk refuses.
    pub fn open(path: &Path, into: &Path) -> Result<Self, UnpackError> {
        let mut wanted = vec![MANIFEST.to_owned()];
        for before in ["", PAYLOAD] {
            wanted.extend([format!("{before}{SOURCE}/"), format!("{before}{}", evidence::NAME)]);
        }
        let wanted: Vec<&str> = wanted.iter().map(String::as_str).collect();
        let folder = unfold(path, into, &wanted)?;
        let fault = |fault| UnpackError::Fault(path.to_owned(), fault);
        let text = manifest(&folder.join(MANIFEST))?.ok_or_else(|| fault(Fault::LostManifest))?;
        let manifest = Manifest::read(&text).map_err(|error| fault(Fault::Manifest(error)))?;
        Ok(Self { folder, manifest })
    }

    /// What its files of old stand below: nothing, or `data/` in a bag.
    pub fn payload(&self) -> &'static str {
        if self.manifest.heading.bag { PAYLOAD } else { "" }
    }

    /// The folder that has the evidence.
    pub fn evidence(&self) -> PathBuf {
        self.folder.join(self.payload())
    }

    /// The folder of the catalogue that it was made from; none when links would lead there.
    pub fn source(&self) -> Option<PathBuf> {
        let is_folder = |path: &PathBuf| path.symlink_metadata().is_ok_and(|found| found.is_dir());
        let source = self.evidence().join(SOURCE);
        (is_folder(&self.evidence()) && is_folder(&source)).then_some(source)
    }
}

/// The bytes of a manifest; none when it is no file, or far too large.
fn manifest(path: &Path) -> Result<Option<Vec<u8>>, Error> {
    let found = path.symlink_metadata().map_err(Error::read(path))?;
    if !found.is_file() || found.len() > LONGEST_KEPT {
        return Ok(None);
    }
    let mut text = Vec::new();
    let read = File::open(path).and_then(|file| file.take(LONGEST_KEPT).read_to_end(&mut text));
    read.map_err(Error::read(path))?;
    Ok(Some(text))
}
