//! A catalogue as a commit has it: [`Inputs`] from git's objects instead of the disk.

use std::collections::{BTreeMap, HashMap};
use std::io::{Read, Result as IoResult};
use std::path::Path;

use jiff::civil::Date;

use super::files::look_into;
use super::git::{self, Blob};
use super::read::theme_of;
use super::seen::LEAST_BYTES;
use super::walk::composed;
use crate::inputs::{Inputs, StaticFile};
use crate::layout::{self, Role};
use crate::model::{Form, HostedFile, Kind};
use crate::parse::Descriptor;
use crate::rules::{Stray, StrayKind};
use crate::source::{Content, MAX_DESCRIPTOR_BYTES, SourceFile, SourceId};

/// Bytes of a theme's file that are read; a larger one is left out.
const MAX_THEME_BYTES: u64 = 8_000_000;

/// The catalogue that is compared with, where it is read already, and the objects of its files by path.
pub(super) type Like<'a> = (&'a Inputs, &'a HashMap<String, String>);

/// A catalogue of which the texts are read, and the files not yet.
#[derive(Debug)]
pub(super) struct Texts<'a> {
    inputs: Inputs,
    named: Vec<(String, &'a Blob)>,
    hosted: Vec<(&'a Blob, Option<String>, String)>,
}

/// What a text describes, by its path; none for the settings.
type Named = Option<(Kind, String, Form)>;

/// What git has.
#[derive(Debug)]
pub(super) struct At<'a> {
    pub(super) root: &'a Path,
}

impl At<'_> {
    /// Reads the descriptors and the settings of a commit's files.
    pub(super) fn texts<'f>(&self, files: &'f [Blob], now: Date) -> Result<Texts<'f>, String> {
        let mut inputs = Inputs::empty(now);
        let (links, files): (Vec<&Blob>, Vec<&Blob>) = files.iter().partition(|file| file.is_link);
        let named: Vec<(String, &Blob)> = files.into_iter().map(|file| (composed(file.path.clone()), file)).collect();
        let roles = layout::roles(named.iter().map(|(path, _)| path.as_str()));
        let strays = links.iter().filter(|link| link.path.starts_with("content/"));
        inputs.strays = strays.map(|link| Stray { path: composed(link.path.clone()), kind: StrayKind::Link }).collect();
        let (mut texts, mut hosted, mut statics) = (Vec::new(), Vec::new(), Vec::new());
        for ((path, file), role) in named.iter().zip(roles) {
            match role {
                Role::Config => texts.push((path.as_str(), *file, None)),
                Role::Descriptor(kind, name, form) => texts.push((path, *file, Some((kind, name, form)))),
                Role::Hosted(folder, name) => hosted.push((*file, Some(folder), name)),
                Role::Static(name) => statics.push((*file, None, name)),
                Role::Stray(kind) => inputs.strays.push(Stray { path: path.clone(), kind }),
                Role::Reserved | Role::Outside => {}
            }
        }
        inputs.strays.sort();
        self.add_sources(&mut inputs, texts)?;
        hosted.extend(statics);
        Ok(Texts { inputs, named, hosted })
    }

    /// Looks into the files beside the texts; a catalogue to compare with gives what it knows of them and of the history.
    pub(super) fn whole(&self, texts: Texts<'_>, like: Option<Like<'_>>) -> Result<Inputs, String> {
        let Texts { mut inputs, named, hosted } = texts;
        if let Some((like, _)) = like {
            inputs.history = like.history;
            inputs.dates = like.dates.clone();
            inputs.evidence_fault = like.evidence_fault.clone();
        }
        self.add_files(&mut inputs, hosted, like)?;
        inputs.theme = self.theme(&inputs, &named)?;
        Ok(inputs)
    }

    fn add_sources(&self, inputs: &mut Inputs, mut texts: Vec<(&str, &Blob, Named)>) -> Result<(), String> {
        texts.sort_unstable_by_key(|(path, ..)| *path);
        let objects: Vec<&str> = texts.iter().map(|(_, file, _)| file.object.as_str()).collect();
        git::contents(self.root, &objects, |at, size, stream| {
            let content = descriptor(size, stream)?;
            inputs.sources.push(SourceFile { path: texts[at].0.to_owned(), content });
            Ok(())
        })?;
        let mut has_config = false;
        for (at, (_, _, descriptor)) in texts.into_iter().enumerate() {
            match descriptor {
                Some((kind, name, form)) => {
                    inputs.descriptors.push(Descriptor { kind, name, form, source: SourceId(at as u32) });
                }
                None => (inputs.config, has_config) = (at, true),
            }
        }
        inputs.descriptors.sort();
        if !has_config {
            inputs.config = inputs.sources.len();
            inputs.sources.push(SourceFile::new(String::from(super::CONFIG), String::new()));
        }
        Ok(())
    }

    fn add_files(
        &self,
        inputs: &mut Inputs,
        wanted: Vec<(&Blob, Option<String>, String)>,
        like: Option<Like<'_>>,
    ) -> Result<(), String> {
        let mut looked: Vec<Option<HostedFile>> =
            wanted.iter().map(|(file, folder, name)| known(like, file, folder.as_deref(), name)).collect();
        let missing: Vec<usize> = (0..wanted.len()).filter(|at| looked[*at].is_none()).collect();
        let objects: Vec<&str> = missing.iter().map(|at| wanted[*at].0.object.as_str()).collect();
        git::contents(self.root, &objects, |at, size, stream| {
            let at = missing[at];
            looked[at] = Some(look_into(stream, &wanted[at].2, size, &|_| ())?);
            Ok(())
        })?;
        for ((_, folder, _), file) in wanted.into_iter().zip(looked) {
            let Some(file) = file else { continue };
            match folder {
                Some(folder) => inputs.files.entry(folder).or_default().push(file),
                None => inputs.statics.push(StaticFile { path: file.path, size: file.size, sha256: file.sha256 }),
            }
        }
        for files in inputs.files.values_mut() {
            files.sort_by(|one, other| one.path.cmp(&other.path));
        }
        inputs.statics.sort();
        Ok(())
    }

    /// The files of the site's own theme, by path below its folder.
    fn theme(&self, inputs: &Inputs, files: &[(String, &Blob)]) -> Result<BTreeMap<String, Vec<u8>>, String> {
        let Some(folder) = theme_of(inputs) else {
            return Ok(BTreeMap::new());
        };
        let below = |path: &str| path.strip_prefix(&folder)?.strip_prefix('/').map(str::to_owned);
        let files: Vec<(String, &str)> =
            files.iter().filter_map(|(path, file)| Some((below(path)?, file.object.as_str()))).collect();
        let objects: Vec<&str> = files.iter().map(|(_, object)| *object).collect();
        let mut theme = BTreeMap::new();
        git::contents(self.root, &objects, |at, size, stream| {
            if size <= MAX_THEME_BYTES {
                let mut bytes = Vec::new();
                stream.read_to_end(&mut bytes)?;
                theme.insert(files[at].0.clone(), bytes);
            }
            Ok(())
        })?;
        Ok(theme)
    }
}

/// What is known of a file from the catalogue that is compared with. Large files that both commits have are taken
/// for the same on the disk; small ones are read.
fn known(like: Option<Like<'_>>, file: &Blob, folder: Option<&str>, name: &str) -> Option<HostedFile> {
    let (inputs, objects) = like?;
    if objects.get(&file.path) != Some(&file.object) {
        return None;
    }
    let files = inputs.files.get(folder?)?;
    let found = files.iter().find(|found| found.path == name)?;
    (found.size >= LEAST_BYTES).then(|| found.clone())
}

fn descriptor(size: u64, stream: &mut dyn Read) -> IoResult<Content> {
    if size > MAX_DESCRIPTOR_BYTES {
        return Ok(Content::TooLarge(size));
    }
    let mut bytes = Vec::with_capacity(size as usize);
    stream.read_to_end(&mut bytes)?;
    Ok(Content::of(&bytes))
}
