//! From a folder on the disk to [`Inputs`]: descriptors, hosted files, theme and history.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use rayon::prelude::*;

use super::files::{self, Wanted};
use super::git::{self, Known};
use super::root::CONFIG;
use super::seen::{Entries, Seen};
use super::walk::{self, Found, Walked};
use super::{Error, evidence, places::Places};
use crate::evidence::Evidence;
use crate::inputs::{Inputs, StaticFile};
use crate::layout::{self, Role};
use crate::model::{Config, HostedFile};
use crate::parse::{Descriptor, parse_config};
use crate::rules::Stray;
use crate::source::{Content, MAX_DESCRIPTOR_BYTES, SourceFile, SourceId};

/// A catalogue as it was read.
#[derive(Clone, Debug)]
pub struct Catalogue {
    /// Its root.
    pub root: PathBuf,
    /// All that it says.
    pub inputs: Inputs,
    /// Where the disk has its files.
    pub places: Places,
    /// Why git could not be asked, in its own words.
    pub git_refused: Option<String>,
    /// Paths of files that belong to datasets and are not read, such as discussions; sorted.
    pub reserved: Vec<String>,
}

/// How the descriptors are laid out below the root.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// `site.toml` and `content/`.
    Catalogue,
    /// Descriptors of datasets right in the folder, as other projects keep them: no settings, no
    /// history.
    Datasets,
}

/// Who wants to know how far reading is. All methods are called from several threads.
pub trait Progress: Sync {
    /// So many more bytes of hosted files were read.
    fn read(&self, bytes: u64);
}

/// What earlier runs saw in large files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Memory {
    /// Is believed, and kept for later ones.
    Used,
    /// Is left alone: the files are read, and nothing is written beside them.
    Left,
}

/// Reads the catalogue at `root`. Nothing outside of it is read. Dates that its `evidence.json` has for files that are
/// still the same win over those of git.
///
/// # Errors
/// When a file cannot be read; never for what is in one.
pub fn read(root: &Path, shape: Shape, now: Date, progress: &dyn Progress) -> Result<Catalogue, Error> {
    std::thread::scope(|scope| {
        let history = (shape == Shape::Catalogue).then(|| scope.spawn(|| git::read(root)));
        let memory = if shape == Shape::Catalogue { Memory::Used } else { Memory::Left };
        let mut catalogue = gather(root, shape, now, memory, progress)?;
        if let Some(history) = history {
            catalogue.learn(history.join().expect("internal error: reading the history cannot panic"));
            if let Some(evidence) = evidence::evidence(root)? {
                catalogue.inputs.hold(evidence);
            }
        }
        Ok(catalogue)
    })
}

/// Reads the catalogue at `root` as it was when `evidence` was recorded: neither git nor what earlier runs kept is asked,
/// and nothing is written.
///
/// # Errors
/// As [`read`].
pub fn replay(root: &Path, evidence: &Evidence, progress: &dyn Progress) -> Result<Catalogue, Error> {
    let mut catalogue = gather(root, Shape::Catalogue, evidence.now, Memory::Left, progress)?;
    evidence.replay(&mut catalogue.inputs);
    Ok(catalogue)
}

impl Catalogue {
    fn learn(&mut self, known: Known) {
        let inputs = &mut self.inputs;
        for descriptor in &inputs.descriptors {
            let thing = git::Thing::new(descriptor.kind, &descriptor.name);
            if let Some(dates) = known.dates(&thing) {
                let path = &inputs.sources[descriptor.source.0 as usize].path;
                inputs.dates.insert(path.clone(), dates);
            }
        }
        inputs.history = known.history;
        inputs.commit = known.commit;
        self.git_refused = known.refused;
    }
}

/// A text to read, and the descriptor that it is.
struct Text<'a> {
    path: &'a str,
    disk: PathBuf,
    descriptor: Option<(crate::model::Kind, String, crate::model::Form)>,
}

fn gather(root: &Path, shape: Shape, now: Date, memory: Memory, progress: &dyn Progress) -> Result<Catalogue, Error> {
    let Walked { files, mut strays } = match shape {
        Shape::Catalogue => walk::walk(root, "content")?,
        Shape::Datasets => walk::walk(root, "")?,
    };
    let roles = roles(&files, shape);
    let mut texts = vec![Text { path: CONFIG, disk: root.join(CONFIG), descriptor: None }];
    let (mut hosted, mut statics, mut reserved) = (Vec::new(), Vec::new(), Vec::new());
    for (found, role) in files.iter().zip(roles) {
        match role {
            Role::Descriptor(kind, name, form) => {
                texts.push(Text { path: &found.path, disk: found.disk.clone(), descriptor: Some((kind, name, form)) });
            }
            Role::Hosted(folder, name) => hosted.push((folder, Wanted { found, name })),
            Role::Static(name) => statics.push(Wanted { found, name }),
            Role::Stray(kind) => strays.push(Stray { path: found.path.clone(), kind }),
            Role::Reserved => reserved.push(found.path.clone()),
            Role::Config | Role::Outside => {}
        }
    }
    texts.sort_unstable_by_key(|text| text.path);
    let mut inputs = Inputs::empty(now);
    add_sources(&mut inputs, &texts, shape)?;
    let seen = if memory == Memory::Used { Seen::load(root) } else { Seen::default() };
    let entries = add_files(&mut inputs, &seen, hosted, statics, progress)?;
    if memory == Memory::Used {
        seen.save(root, entries);
    }
    inputs.strays = if shape == Shape::Catalogue { strays } else { Vec::new() };
    inputs.strays.sort();
    inputs.theme = theme(root, &inputs)?;
    Ok(Catalogue { root: root.to_owned(), inputs, places: Places::new(root, &files), git_refused: None, reserved })
}

fn roles(files: &[Found], shape: Shape) -> Vec<Role> {
    match shape {
        Shape::Catalogue => layout::roles(files.iter().map(|found| found.path.as_str())),
        Shape::Datasets => {
            let paths: Vec<String> = files.iter().map(|found| format!("content/datasets/{}", found.path)).collect();
            layout::roles(paths.iter().map(String::as_str))
        }
    }
}

fn add_sources(inputs: &mut Inputs, texts: &[Text<'_>], shape: Shape) -> Result<(), Error> {
    let contents: Result<Vec<Content>, Error> = texts.par_iter().map(|text| content(text, shape)).collect();
    for (at, (text, content)) in texts.iter().zip(contents?).enumerate() {
        inputs.sources.push(SourceFile { path: text.path.to_owned(), content });
        match &text.descriptor {
            Some((kind, name, form)) => {
                let source = SourceId(at as u32);
                inputs.descriptors.push(Descriptor { kind: *kind, name: name.clone(), form: *form, source });
            }
            None => inputs.config = at,
        }
    }
    inputs.descriptors.sort();
    Ok(())
}

fn content(text: &Text<'_>, shape: Shape) -> Result<Content, Error> {
    if text.descriptor.is_none() {
        if shape == Shape::Datasets {
            return Ok(Content::Text(String::new()));
        }
        let kind = text.disk.symlink_metadata().map_err(Error::read(&text.disk))?;
        if kind.is_symlink() {
            return Err(Error::Link(text.disk.clone()));
        }
    }
    bounded(&text.disk).map_err(Error::read(&text.disk))
}

/// The content of a descriptor; of a file that is too large to be one, only its size.
fn bounded(disk: &Path) -> std::io::Result<Content> {
    let file = File::open(disk)?;
    let size = file.metadata()?.len();
    if size > MAX_DESCRIPTOR_BYTES {
        return Ok(Content::TooLarge(size));
    }
    // What is added after the size was asked is left for the next time: so one call reads a file.
    let mut bytes = Vec::with_capacity(size as usize);
    file.take(size).read_to_end(&mut bytes)?;
    Ok(match String::from_utf8(bytes) {
        Ok(text) => Content::Text(text),
        Err(error) => Content::of(error.as_bytes()),
    })
}

fn add_files(
    inputs: &mut Inputs,
    seen: &Seen,
    hosted: Vec<(String, Wanted<'_>)>,
    statics: Vec<Wanted<'_>>,
    progress: &dyn Progress,
) -> Result<Entries, Error> {
    let (folders, mut wanted): (Vec<String>, Vec<Wanted<'_>>) = hosted.into_iter().unzip();
    wanted.extend(statics);
    let (mut looked, entries) = files::look(seen, &wanted, progress)?;
    let statics = looked.split_off(folders.len());
    for (folder, file) in folders.into_iter().zip(looked) {
        inputs.files.entry(folder).or_default().push(file);
    }
    for files in inputs.files.values_mut() {
        files.sort_by(|one, other| one.path.cmp(&other.path));
    }
    let as_static = |file: HostedFile| StaticFile { path: file.path, size: file.size, sha256: file.sha256 };
    inputs.statics = statics.into_iter().map(as_static).collect();
    inputs.statics.sort();
    Ok(entries)
}

/// The folder of the theme that settings name, below the root.
pub(super) fn theme_of(inputs: &Inputs) -> Option<String> {
    let (config, _) = parse_config(&inputs.sources[inputs.config], SourceId(inputs.config as u32));
    folder_of_theme(&config.theme)
}

/// The files of the site's own theme, by path below its folder.
fn theme(root: &Path, inputs: &Inputs) -> Result<BTreeMap<String, Vec<u8>>, Error> {
    let Some(folder) = theme_of(inputs) else {
        return Ok(BTreeMap::new());
    };
    let mut theme = BTreeMap::new();
    for found in walk::walk(root, &folder)?.files {
        let bytes = std::fs::read(&found.disk).map_err(Error::read(&found.disk))?;
        let below = found.path.strip_prefix(&folder).map(|rest| rest.trim_start_matches('/').to_owned());
        theme.insert(below.unwrap_or(found.path), bytes);
    }
    Ok(theme)
}

/// Where a theme of this name has its files; none for a name that would lead elsewhere.
fn folder_of_theme(name: &str) -> Option<String> {
    let leads_elsewhere = name.is_empty() || name.starts_with('.') || name.contains(['/', '\\']);
    (!leads_elsewhere).then(|| format!("themes/{name}"))
}

/// The folder, below the root, for the own files of the theme that `site.toml` names.
///
/// # Errors
/// When the settings cannot be read.
pub fn theme_folder(root: &Path) -> Result<String, Error> {
    let config = settings(root)?;
    Ok(folder_of_theme(&config.theme).unwrap_or_else(|| String::from("themes/default")))
}

/// The settings of the catalogue in `root`, and nothing else of it.
///
/// # Errors
/// When `site.toml` cannot be read.
pub fn settings(root: &Path) -> Result<Config, Error> {
    let disk = root.join(CONFIG);
    let content = bounded(&disk).map_err(Error::read(&disk))?;
    Ok(parse_config(&SourceFile { path: CONFIG.to_owned(), content }, SourceId(0)).0)
}
