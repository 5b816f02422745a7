//! Where an output is, whether it may be there, and where its state is kept.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::time::UNIX_EPOCH;

use super::error::{Error, Misplaced};
use super::record;

/// The state folder below the catalogue's root.
const STATE: &str = ".etal";
/// What the catalogue is read from, and what belongs to others: never an output.
const SOURCES: [&str; 5] = ["content", "themes", "site.toml", STATE, ".git"];

/// An output and its state.
pub(super) struct Location {
    /// The output, absolute, without links in its existing part.
    pub(super) out: PathBuf,
    /// The folder of its state.
    state: PathBuf,
    /// Name of the output in the state: its path below the root, or absolute. A catalogue that is
    /// moved keeps its state.
    name: String,
}

/// Where a build is staged. Both are on the output's file system where one is, for a rename within
/// it is one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StageFolder {
    /// In the state folder.
    State,
    /// Beside the output, for outputs on another file system than the catalogue.
    Beside,
}

impl Location {
    /// The place of an output, refused where a build could destroy what it did not make.
    pub(super) fn of(root: &Path, out: &Path) -> Result<Self, Error> {
        let root_as_given = absolute(root)?;
        let out_as_given = absolute(out)?;
        let misplaced = |why| Error::Misplaced(out.to_owned(), why);
        match fs::symlink_metadata(&out_as_given) {
            Ok(metadata) if metadata.is_symlink() => return Err(misplaced(Misplaced::Link)),
            Ok(metadata) if !metadata.is_dir() => return Err(misplaced(Misplaced::File)),
            _ => {}
        }
        let root = fs::canonicalize(&root_as_given).map_err(Error::disk(root))?;
        let out = resolved(&out_as_given)?.ok_or(misplaced(Misplaced::Unwritable))?;
        if root.starts_with(&out) {
            return Err(misplaced(Misplaced::HoldsCatalog));
        }
        if SOURCES.iter().any(|source| out.starts_with(root.join(source))) {
            return Err(misplaced(Misplaced::InsideSources));
        }
        if out_as_given.starts_with(&root_as_given) && !out.starts_with(&root) {
            return Err(misplaced(Misplaced::LeadsOutside));
        }
        let name = name_of(&root, &out).ok_or(misplaced(Misplaced::Unwritable))?;
        Ok(Self::named(&root, name))
    }

    fn named(root: &Path, name: String) -> Self {
        let key: String = record::digest(name.as_bytes())[..8].iter().map(|byte| format!("{byte:02x}")).collect();
        Self { out: root.join(&name), state: root.join(STATE).join("outputs").join(key), name }
    }

    /// All outputs that the state of a catalogue knows and that may be completed unasked, in a
    /// stable order.
    pub(super) fn all(root: &Path) -> Result<Vec<Self>, Error> {
        let Ok(root) = fs::canonicalize(root) else { return Ok(Vec::new()) };
        let folder = root.join(STATE).join("outputs");
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(Error::Disk(folder, error)),
        };
        let states = entries.filter_map(Result::ok).map(|entry| entry.path());
        let mut locations: Vec<Self> = states.filter_map(|state| Self::from_state(&root, &state)).collect();
        locations.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(locations)
    }

    /// The output of a state folder. One outside the catalogue only when the state was made here:
    /// a state that came with a repository must not lead a command to files of others.
    fn from_state(root: &Path, state: &Path) -> Option<Self> {
        let text = fs::read_to_string(state.join("output")).ok()?;
        let (name, birth) = text.rsplit_once('\n')?;
        let location = Self::of(root, &root.join(name)).ok()?;
        let is_own = location.out.starts_with(root) || !birth.is_empty() && birth == birth_of(state);
        (is_own && location.state == state).then_some(location)
    }

    /// Makes the state folder, out of git's sight.
    pub(super) fn prepare(&self) -> Result<(), Error> {
        let mut folders: Vec<&Path> = self.state.ancestors().take(3).collect();
        folders.reverse();
        for folder in &folders {
            match fs::symlink_metadata(folder) {
                Ok(metadata) if metadata.is_dir() => {}
                Ok(_) => return Err(Error::Misplaced((*folder).to_owned(), Misplaced::State)),
                Err(_) => fs::create_dir_all(folder).map_err(Error::disk(folder))?,
            }
        }
        write_once(&folders[0].join(".gitignore"), || String::from("*\n"))?;
        write_once(&self.state("output"), || format!("{}\n{}", self.name, birth_of(&self.state)))
    }

    /// A file of its state.
    pub(super) fn state(&self, name: &str) -> PathBuf {
        self.state.join(name)
    }

    /// A path of the output on disk.
    pub(super) fn path(&self, path: &str) -> PathBuf {
        self.out.join(path)
    }

    /// The folder of a stage.
    pub(super) fn stage(&self, folder: StageFolder) -> PathBuf {
        match folder {
            StageFolder::State => self.state("stage"),
            StageFolder::Beside => {
                let name = self.out.file_name().unwrap_or_default().to_string_lossy();
                self.out.with_file_name(format!(".{name}.etal-stage"))
            }
        }
    }

    /// The stage on the output's file system; the state's when neither is.
    pub(super) fn nearest_stage(&self) -> StageFolder {
        let device = device(&self.out);
        let beside = self.out.parent().and_then(self::device);
        if device != self::device(&self.state) && device == beside { StageFolder::Beside } else { StageFolder::State }
    }
}

fn write_once(path: &Path, text: impl FnOnce() -> String) -> Result<(), Error> {
    if path.exists() { Ok(()) } else { fs::write(path, text()).map_err(Error::disk(path)) }
}

/// When a folder was made, to the nanosecond: what nobody can know who has not seen it made. Empty
/// where the system does not keep it.
fn birth_of(folder: &Path) -> String {
    let birth = fs::metadata(folder).and_then(|metadata| metadata.created());
    let since = birth.ok().and_then(|birth| birth.duration_since(UNIX_EPOCH).ok());
    since.map(|since| since.as_nanos().to_string()).unwrap_or_default()
}

/// Absolute, without `.` and final slashes, links as they are.
fn absolute(path: &Path) -> Result<PathBuf, Error> {
    Ok(std::path::absolute(path).map_err(Error::disk(path))?.components().collect())
}

/// The same path without links, as far as it exists; nothing when the rest goes up.
fn resolved(path: &Path) -> Result<Option<PathBuf>, Error> {
    let exists = |path: &&Path| fs::symlink_metadata(path).is_ok();
    let Some(existing) = path.ancestors().find(exists) else { return Ok(None) };
    let base = fs::canonicalize(existing).map_err(Error::disk(existing))?;
    let rest = path.strip_prefix(existing).expect("internal error: an ancestor is a prefix");
    let plain = rest.components().all(|component| matches!(component, Component::Normal(_)));
    Ok(plain.then(|| if rest.as_os_str().is_empty() { base } else { base.join(rest) }))
}

fn name_of(root: &Path, out: &Path) -> Option<String> {
    let Ok(below) = out.strip_prefix(root) else { return out.to_str().map(str::to_owned) };
    let names: Option<Vec<&str>> = below.iter().map(|name| name.to_str()).collect();
    Some(names?.join("/"))
}

/// The device of a path, or of the folder that it will be in.
#[cfg(unix)]
fn device(path: &Path) -> Option<u64> {
    use std::os::unix::fs::MetadataExt;
    path.ancestors().find_map(|path| fs::metadata(path).ok()).map(|metadata| metadata.dev())
}

/// The drive of a path, or of the folder that it will be in.
#[cfg(not(unix))]
fn device(path: &Path) -> Option<Component<'_>> {
    path.components().next()
}
