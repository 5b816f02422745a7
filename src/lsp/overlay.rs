//! The inputs of a catalogue with the texts that an editor has open laid over them.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::cursor::yaml_of;
use super::text::Document;
use crate::inputs::Inputs;
use crate::layout::{self, Role};
use crate::model::{Form, Kind};
use crate::parse::Descriptor;
use crate::source::{Node, SourceFile, SourceId, parse};

/// What a file is, by its path below the root.
pub(super) fn descriptor_of(path: &str) -> Option<(Kind, String, Form)> {
    match layout::roles(std::iter::once(path)).pop() {
        Some(Role::Descriptor(kind, name, form)) => Some((kind, name, form)),
        _ => None,
    }
}

/// Whether a catalogue is made from a text at this path.
pub(super) fn is_source(path: &str) -> bool {
    path == "site.toml" || descriptor_of(path).is_some()
}

/// The inputs as they are on the disk, but with the texts of open documents.
pub(super) fn laid_over<'a>(base: &Inputs, open: impl Iterator<Item = &'a Document>) -> Inputs {
    let mut inputs = base.clone();
    let mut has_new = false;
    for document in open.filter(|document| is_source(&document.path)) {
        let known = inputs.sources.iter_mut().find(|source| source.path == document.path);
        if let Some(source) = known {
            source.content = document.content();
        } else if let Some((kind, name, form)) = descriptor_of(&document.path) {
            let source = SourceId(inputs.sources.len() as u32);
            inputs.sources.push(SourceFile { path: document.path.clone(), content: document.content() });
            inputs.descriptors.push(Descriptor { kind, name, form, source });
            has_new = true;
        }
    }
    if has_new {
        sort(&mut inputs);
    }
    inputs
}

/// Puts the sources in the order of their paths, and everything that names one after them.
fn sort(inputs: &mut Inputs) {
    let mut sources: Vec<(usize, SourceFile)> = std::mem::take(&mut inputs.sources).into_iter().enumerate().collect();
    sources.sort_by(|(_, one), (_, other)| one.path.cmp(&other.path));
    let mut places = vec![0; sources.len()];
    for (new, (old, _)) in sources.iter().enumerate() {
        places[*old] = new;
    }
    inputs.sources = sources.into_iter().map(|(_, source)| source).collect();
    inputs.config = places[inputs.config];
    for descriptor in &mut inputs.descriptors {
        descriptor.source = SourceId(places[descriptor.source.0 as usize] as u32);
    }
    inputs.descriptors.sort();
}

/// The inputs of a file that is in no catalogue.
pub(super) fn alone(path: &str, text: &str, now: Date) -> Option<Inputs> {
    let files = BTreeMap::from([(path_of_alone(path, text)?, text.as_bytes().to_vec())]);
    Some(Inputs::from_memory(&files, now))
}

/// The path in its inputs of a file that is in no catalogue; none when it describes nothing.
pub(super) fn path_of_alone(path: &str, text: &str) -> Option<String> {
    let kind = kind_of(path, text)?;
    let name = path.rsplit('/').next().unwrap_or(path);
    let source = format!("content/{}/{name}", kind.folder());
    descriptor_of(&source).map(|_| source)
}

/// Keys of which a dataset has one beside its title.
const OF_DATASETS: [&str; 8] =
    ["frequency", "license", "organization", "resources", "spatial", "tags", "temporal_coverage", "themes"];

/// What a file beyond any catalogue describes: by its folder or its name, else a dataset when its keys
/// say so. Editors ask about every YAML file; most describe nothing.
fn kind_of(path: &str, text: &str) -> Option<Kind> {
    let mut names = path.rsplit('/');
    let (stem, extension) = names.next()?.rsplit_once('.')?;
    if !matches!(extension, "yaml" | "yml" | "md") {
        return None;
    }
    let by_name = Kind::ALL.into_iter().find(|kind| kind.name() == stem && *kind != Kind::Page);
    let by_folder = names.take(2).find_map(Kind::of_folder).filter(|kind| *kind != Kind::Page);
    by_name.or(by_folder).or_else(|| {
        let has = |root: &Node, key: &&str| root.get(key).is_some();
        let root = (extension != "md").then(|| parse(text, yaml_of(path, text)?).root)??;
        (has(&root, &"title") && OF_DATASETS.iter().any(|key| has(&root, key))).then_some(Kind::Dataset)
    })
}
