//! A catalogue in memory while operations are made on it: its texts, its files, and what is to be done
//! on the disk afterwards.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::Value as Json;
use uuid::Uuid;

use super::refusal::Refusal;
use super::text::{Change, Changed, Text, is_text};
use crate::fix::Edit;
use crate::inputs::Inputs;
use crate::model::{Dataset, Entry, Form, HostedFile, Kind};
use crate::parse::{Descriptor, parse, parse_config};
use crate::slug::Slug;
use crate::source::{KeyPath, SourceFile, SourceId};
use crate::vocab;

/// Something to be done on the disk. Paths are below the catalogue's root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// A file or a folder gets another path; left out when it is not there.
    Move { from: String, to: String },
    /// A file from elsewhere is copied. With `over`, it takes the place of the one that is there.
    Copy { origin: PathBuf, sha256: String, to: String, over: bool },
    /// A file or a folder with all that is in it goes; left out when it is not there.
    Remove { path: String },
}

/// A text to be written once all actions are done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Where it is then.
    pub path: String,
    /// Where it was at first, and what it said; nothing for a new one.
    pub before: Option<(String, String)>,
    /// What it says.
    pub after: String,
    /// Bytes of the text before that become others.
    pub edits: Vec<Edit>,
}

/// What came of some operations.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The catalogue as it will be.
    pub inputs: Inputs,
    /// What is done on the disk, in this order, before any text is written.
    pub actions: Vec<Action>,
    /// Texts that are new or other than before, by path.
    pub written: Vec<Written>,
    /// Datasets that have another slug: the old one and the new one.
    pub renamed: BTreeMap<Slug, Slug>,
}

/// A text of the catalogue.
struct Doc {
    /// Where the disk has it; nothing for a new one.
    before: Option<String>,
    file: SourceFile,
    /// The text, once it is edited.
    text: Option<Text>,
    described: Option<(Kind, String, Form)>,
}

/// A catalogue that operations are made on.
pub struct Workspace<'a> {
    pub(super) inputs: Inputs,
    docs: BTreeMap<String, Doc>,
    /// Paths of descriptors of datasets by slug.
    slugs: BTreeMap<Slug, Vec<String>>,
    pub(super) actions: Vec<Action>,
    pub(super) renamed: BTreeMap<Slug, Slug>,
    catalog_id: Uuid,
    /// Gives UUIDs nobody has.
    pub(super) new_id: &'a mut dyn FnMut() -> Uuid,
}

/// Where the descriptor of a dataset is.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) path: String,
    pub(super) name: String,
    pub(super) form: Form,
}

impl<'a> Workspace<'a> {
    /// The catalogue as it was read.
    pub fn new(mut inputs: Inputs, new_id: &'a mut dyn FnMut() -> Uuid) -> Self {
        let (config, _) = parse_config(&inputs.sources[inputs.config], SourceId(inputs.config as u32));
        let mut described: BTreeMap<usize, (Kind, String, Form)> = BTreeMap::new();
        for one in std::mem::take(&mut inputs.descriptors) {
            described.insert(one.source.0 as usize, (one.kind, one.name, one.form));
        }
        let mut docs = BTreeMap::new();
        let mut slugs: BTreeMap<Slug, Vec<String>> = BTreeMap::new();
        for (at, file) in std::mem::take(&mut inputs.sources).into_iter().enumerate() {
            let described = described.remove(&at);
            if let Some((Kind::Dataset, name, _)) = &described {
                slugs.entry(slug_of(name)).or_default().push(file.path.clone());
            }
            docs.insert(file.path.clone(), Doc { before: Some(file.path.clone()), file, text: None, described });
        }
        let catalog_id = config.header.identity.uuid;
        Self { inputs, docs, slugs, actions: Vec::new(), renamed: BTreeMap::new(), catalog_id, new_id }
    }

    /// What came of it.
    pub fn finish(mut self) -> Outcome {
        let mut written = Vec::new();
        for (at, (path, doc)) in self.docs.into_iter().enumerate() {
            match (&doc.before, doc.text) {
                (Some(before), Some(text)) if text.original() != text.file().text() => written.push(Written {
                    path: path.clone(),
                    before: Some((before.clone(), text.original().to_owned())),
                    after: text.file().text().to_owned(),
                    edits: text.edits(),
                }),
                (None, _) => written.push(Written {
                    path: path.clone(),
                    before: None,
                    after: doc.file.text().to_owned(),
                    edits: Vec::new(),
                }),
                _ => {}
            }
            match doc.described {
                Some((kind, name, form)) => {
                    self.inputs.descriptors.push(Descriptor { kind, name, form, source: SourceId(at as u32) });
                }
                None => self.inputs.config = at,
            }
            self.inputs.sources.push(doc.file);
        }
        self.inputs.descriptors.sort();
        Outcome { inputs: self.inputs, actions: self.actions, written, renamed: self.renamed }
    }

    /// The descriptor of a dataset: of several, the one that has the page.
    pub(super) fn find(&self, slug: &str) -> Result<Found, Refusal> {
        let paths = self.slugs.get(slug).filter(|paths| !paths.is_empty());
        let paths = paths.ok_or_else(|| Refusal::NoDataset(slug.to_owned(), self.nearest(slug)))?;
        let found = paths.iter().filter_map(|path| {
            let (_, name, form) = self.docs.get(path)?.described.clone()?;
            Some(Found { path: path.clone(), name, form })
        });
        found.min_by_key(|found| (found.form, found.path.clone())).ok_or(Refusal::NoName)
    }

    /// The descriptor of a dataset whose folder is nobody else's: what moves or deletes it would take
    /// the other one along.
    pub(super) fn find_alone(&self, slug: &str) -> Result<Found, Refusal> {
        let found = self.find(slug)?;
        let paths = self.slugs.get(slug).into_iter().flatten();
        match paths.into_iter().find(|path| **path != found.path) {
            Some(other) => Err(Refusal::Twin(slug.to_owned(), other.clone())),
            None => Ok(found),
        }
    }

    /// Whether a dataset has this name on some disk, and where.
    pub(super) fn taken(&self, slug: &Slug) -> Option<&str> {
        self.slugs.get(slug).and_then(|paths| paths.first()).map(String::as_str)
    }

    fn nearest(&self, slug: &str) -> Option<String> {
        if let Some(renamed) = self.renamed.get(slug) {
            return Some(renamed.to_string());
        }
        if let Some(name) = self.holder(slug) {
            return Some(name);
        }
        vocab::nearest(slug, self.slugs.keys().map(Slug::as_str)).map(str::to_owned)
    }

    /// The dataset that once had this slug.
    fn holder(&self, slug: &str) -> Option<String> {
        let had = |file: &SourceFile| {
            let redirects = Text::new(Kind::Dataset, file).value(&KeyPath::of("redirects"));
            redirects == slug || redirects.as_array().is_some_and(|all| all.iter().any(|old| old == slug))
        };
        let mut speaking = self.speaking_of(slug).into_iter();
        speaking
            .find(|(kind, _, file)| *kind == Kind::Dataset && had(file))
            .map(|(_, name, _)| slug_of(&name).to_string())
    }

    /// A dataset as it is read now.
    pub(super) fn dataset(&self, found: &Found) -> Result<Dataset, Refusal> {
        let unreadable = || Refusal::Unreadable(found.path.clone());
        let doc = self.docs.get(&found.path).ok_or_else(unreadable)?;
        let source = SourceId(0);
        let descriptor = Descriptor { kind: Kind::Dataset, name: found.name.clone(), form: found.form, source };
        match parse(&descriptor, &doc.file, self.catalog_id).entry {
            Entry::Dataset(dataset) => Ok(*dataset),
            _ => Err(unreadable()),
        }
    }

    /// The value that a descriptor has at a key now.
    pub(super) fn value(&self, path: &str, key: &KeyPath) -> Json {
        let doc = self.docs.get(path).and_then(|doc| doc.described.as_ref().map(|(kind, ..)| (*kind, &doc.file)));
        doc.map_or(Json::Null, |(kind, file)| Text::new(kind, file).value(key))
    }

    /// Makes changes of the text at `path`; tells what they changed.
    pub(super) fn edit(&mut self, path: &str, slug: &str, changes: &[Change]) -> Result<Vec<Changed>, Refusal> {
        let unreadable = || Refusal::Unreadable(path.to_owned());
        let doc = self.docs.get_mut(path).filter(|doc| is_text(&doc.file)).ok_or_else(unreadable)?;
        let kind = doc.described.as_ref().map_or(Kind::Site, |(kind, _, _)| *kind);
        let mut text = doc.text.take().unwrap_or_else(|| Text::new(kind, &doc.file));
        let mut changed = Vec::new();
        let mut fault = None;
        for change in changes {
            match text.change(change) {
                Ok(one) => changed.extend(one),
                Err(found) => {
                    fault = Some(found);
                    break;
                }
            }
        }
        doc.file = text.file().clone();
        doc.text = Some(text);
        match fault {
            Some(fault) => Err(Refusal::of(fault, path, slug)),
            None => Ok(changed),
        }
    }

    /// Adds the descriptor of a new dataset.
    pub(super) fn put(&mut self, path: String, name: &Slug, form: Form, text: String) {
        let described = Some((Kind::Dataset, name.to_string(), form));
        let file = SourceFile::new(path.clone(), text);
        self.slugs.entry(name.clone()).or_default().push(path.clone());
        self.docs.insert(path, Doc { before: None, file, text: None, described });
    }

    /// Takes a descriptor out.
    pub(super) fn drop(&mut self, path: &str) {
        self.docs.remove(path);
        for paths in self.slugs.values_mut() {
            paths.retain(|known| known != path);
        }
        self.slugs.retain(|_, paths| !paths.is_empty());
    }

    /// Gives the descriptor of a dataset another name.
    pub(super) fn moved(&mut self, from: &str, to: &str, name: &Slug) {
        let Some(mut doc) = self.docs.remove(from) else { return };
        to.clone_into(&mut doc.file.path);
        if let Some(text) = &mut doc.text {
            text.moved(to.to_owned());
        }
        if let Some((_, old, _)) = &mut doc.described {
            *old = name.to_string();
        }
        if let Some(dates) = self.inputs.dates.remove(from) {
            self.inputs.dates.insert(to.to_owned(), dates);
        }
        self.docs.insert(to.to_owned(), doc);
        for paths in self.slugs.values_mut() {
            paths.retain(|known| known != from);
        }
        self.slugs.retain(|_, paths| !paths.is_empty());
        self.slugs.entry(name.clone()).or_default().push(to.to_owned());
    }

    /// Descriptors that speak of `word`: kind, name and text.
    pub(super) fn speaking_of(&self, word: &str) -> Vec<(Kind, String, SourceFile)> {
        let docs = self.docs.values().filter(|doc| doc.file.text().contains(word));
        docs.filter_map(|doc| {
            let (kind, name, _) = doc.described.as_ref()?;
            Some((*kind, name.clone(), doc.file.clone()))
        })
        .collect()
    }

    /// Names of everything described of a kind, sorted.
    pub(super) fn names(&self, kind: Kind) -> Vec<&str> {
        let described = self.docs.values().filter_map(|doc| doc.described.as_ref());
        described.filter(|(one, _, _)| *one == kind).map(|(_, name, _)| name.as_str()).collect()
    }

    /// The files of the folder of a dataset.
    pub(super) fn files(&self, name: &str) -> &[HostedFile] {
        self.inputs.files.get(name).map_or(&[], Vec::as_slice)
    }
}

/// The slug of a file or folder of that name.
fn slug_of(name: &str) -> Slug {
    Slug::new(name).unwrap_or_else(|| Slug::from_text(name))
}
