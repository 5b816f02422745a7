//! Drafts taken out of a catalogue before anything is made of it: then nothing can mention them.

use std::collections::BTreeSet;

use rayon::prelude::*;
use uuid::Uuid;

use super::mentions::{self, Draft, Mention};
use crate::inputs::Inputs;
use crate::model::{Entry, Kind};
use crate::parse::{Descriptor, parse, parse_config};
use crate::source::{Content, SourceFile, SourceId};

/// A catalogue without drafts.
#[derive(Clone, Debug)]
pub struct Reduced {
    /// What is left of it. Files that belong to nothing are left out too.
    pub inputs: Inputs,
    /// Descriptors that are no drafts and lost references or comments to one, sorted by path.
    pub edited: Vec<String>,
    /// Descriptors that cannot be read and may be drafts: they are left out, sorted by path.
    pub unreadable: Vec<String>,
    /// Folders of datasets that are left out, below the catalogue's root, each with its final slash.
    pub folders: Vec<String>,
    /// Where a draft is still named, in words that are no reference.
    pub mentions: Vec<Mention>,
}

impl Reduced {
    /// A catalogue that keeps its drafts. Files that belong to nothing are left out all the same.
    pub fn whole(mut inputs: Inputs) -> Self {
        inputs.strays.clear();
        Self { inputs, edited: Vec::new(), unreadable: Vec::new(), folders: Vec::new(), mentions: Vec::new() }
    }
}

/// Takes out drafts, their files, what refers to them, comments on them, and files that belong to nothing.
pub fn without_drafts(inputs: Inputs) -> Reduced {
    let (config, _) = parse_config(&inputs.sources[inputs.config], SourceId(inputs.config as u32));
    let id = config.header.identity.uuid;
    let judged: Vec<Judged> = inputs.descriptors.par_iter().map(|one| judge(one, &inputs, id)).collect();
    let mut reduced = Reduced::whole(inputs);
    let mut drafts = Vec::new();
    let mut gone: BTreeSet<usize> = BTreeSet::new();
    for (descriptor, judged) in reduced.inputs.descriptors.iter().zip(judged) {
        let source = descriptor.source.0 as usize;
        match judged {
            Judged::Public => continue,
            Judged::Draft(draft) => drafts.push(draft),
            Judged::Unreadable => reduced.unreadable.push(reduced.inputs.sources[source].path.clone()),
        }
        gone.insert(source);
        if descriptor.kind == Kind::Dataset {
            reduced.folders.push(format!("content/datasets/{}/", descriptor.name));
        }
    }
    if gone.is_empty() {
        return reduced;
    }
    reduced.unreadable.sort();
    take_out(&mut reduced.inputs, &gone);
    let (edited, left) = mentions::forget(&mut reduced.inputs, &drafts);
    (reduced.edited, reduced.mentions) = (edited, left);
    reduced
}

/// What a descriptor turns out to be.
enum Judged {
    Public,
    Draft(Draft),
    Unreadable,
}

fn judge(descriptor: &Descriptor, inputs: &Inputs, id: Uuid) -> Judged {
    let file = &inputs.sources[descriptor.source.0 as usize];
    if !may_be_draft(file) {
        return Judged::Public;
    }
    let mut entry = parse(descriptor, file, id).entry;
    let private = match &entry {
        Entry::Unreadable(_) => return Judged::Unreadable,
        Entry::Dataset(one) => one.private,
        Entry::Reuse(one) => one.private,
        Entry::Topic(one) => one.private,
        Entry::Service(one) => one.private,
        Entry::Page(one) => one.private,
        Entry::Organization(_) | Entry::Person(_) => false,
    };
    if private { Judged::Draft(Draft::new(descriptor.kind, entry.header_mut(), file)) } else { Judged::Public }
}

/// Whether a text can say `private`, in plain letters or in escapes of YAML.
fn may_be_draft(file: &SourceFile) -> bool {
    match &file.content {
        Content::Text(text) => text.contains("private") || text.contains('\\'),
        Content::NotText(_) | Content::TooLarge(_) => true,
    }
}

/// Takes texts out, and the files and dates of what they describe.
fn take_out(inputs: &mut Inputs, gone: &BTreeSet<usize>) {
    let is_gone = |descriptor: &Descriptor| gone.contains(&(descriptor.source.0 as usize));
    let described: BTreeSet<String> = inputs
        .descriptors
        .iter()
        .filter(|one| one.kind == Kind::Dataset && !is_gone(one))
        .map(|one| one.name.clone())
        .collect();
    inputs.descriptors.retain(|one| !is_gone(one));
    inputs.files.retain(|folder, _| described.contains(folder));
    let mut places = Vec::with_capacity(inputs.sources.len());
    let mut kept = Vec::with_capacity(inputs.sources.len());
    for (at, file) in std::mem::take(&mut inputs.sources).into_iter().enumerate() {
        places.push(kept.len());
        if gone.contains(&at) {
            inputs.dates.remove(&file.path);
        } else {
            kept.push(file);
        }
    }
    inputs.sources = kept;
    inputs.config = places[inputs.config];
    for descriptor in &mut inputs.descriptors {
        descriptor.source = SourceId(places[descriptor.source.0 as usize] as u32);
    }
}
