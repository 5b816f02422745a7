//! Evidence and inputs: what of some inputs came from outside the descriptors, and how that is given back to them.

use std::collections::BTreeMap;

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::{Drafts, Inputs};
use crate::evidence::{Dated, Evidence, EvidenceError, FORGES, FORMAT, ForgeOf, HISTORIES, Pages, moment};
use crate::layout;
use crate::model::{Forge, ForgeKind, Kind, MetadataDates};
use crate::parse::{Descriptor, parse_config};
use crate::probe;
use crate::rules::History;
use crate::source::{Content, SourceId};

/// In the order of their names.
const KINDS: [ForgeKind; 3] = [ForgeKind::GitHub, ForgeKind::GitLab, ForgeKind::Forgejo];
const KNOWN: [History; 3] = [History::None, History::Shallow, History::Full];

impl Evidence {
    /// What a build of these inputs takes from outside the descriptors.
    pub fn of(inputs: &Inputs, drafts: Drafts, pages: Pages) -> Self {
        let dated = |descriptor: &Descriptor| {
            let path = path_of(inputs, descriptor);
            let dates = inputs.dates.get(path)?;
            let [created, modified] = [dates.created, dates.modified]
                .map(|date| date.map(|date| date.to_string()).filter(|text| moment(text).is_some()));
            let files = (created.is_some() || modified.is_some()).then(|| digest(inputs, descriptor))??;
            Some((path.to_owned(), Dated { created, modified, files }))
        };
        Self {
            format: FORMAT,
            etal: env!("CARGO_PKG_VERSION").to_owned(),
            now: inputs.now,
            commit: inputs.commit.clone(),
            history: name(KNOWN, HISTORIES, inputs.history),
            base_url: inputs.base_url.clone(),
            forge: forge_of(inputs),
            drafts: drafts == Drafts::Kept,
            minified: pages == Pages::Minified,
            availability: BTreeMap::new(),
            dates: inputs.descriptors.par_iter().filter_map(dated).collect(),
        }
    }

    /// Gives its dates to the things whose files are still those that they were recorded for; they win over git's.
    pub fn hold_dates(&self, inputs: &mut Inputs) {
        let held = |descriptor: &Descriptor| {
            let path = path_of(inputs, descriptor);
            let dated = self.dates.get(path)?;
            let [created, modified] = [&dated.created, &dated.modified].map(|date| date.as_deref().and_then(moment));
            let is_known = created.is_some() || modified.is_some();
            let holds = is_known && digest(inputs, descriptor).is_some_and(|files| files == dated.files);
            holds.then(|| (path.to_owned(), MetadataDates { created, modified }))
        };
        let held: Vec<(String, MetadataDates)> = inputs.descriptors.par_iter().filter_map(held).collect();
        inputs.dates.extend(held);
    }

    /// Makes the inputs those of then: clock, commit, history, addresses and dates, as far as they still hold.
    pub fn replay(&self, inputs: &mut Inputs) {
        inputs.now = self.now;
        inputs.commit.clone_from(&self.commit);
        inputs.history = value(HISTORIES, KNOWN, &self.history).unwrap_or_default();
        inputs.base_url.clone_from(&self.base_url);
        inputs.forge = self.forge.as_ref().and_then(forge);
        inputs.dates.clear();
        self.hold_dates(inputs);
    }

    /// Whether drafts are part of what is made.
    pub fn drafts(&self) -> Drafts {
        if self.drafts { Drafts::Kept } else { Drafts::Left }
    }

    /// How pages are written.
    pub fn pages(&self) -> Pages {
        if self.minified { Pages::Minified } else { Pages::Plain }
    }
}

impl Inputs {
    /// Takes the dates of an `evidence.json`, or notes what is wrong with it.
    pub(crate) fn hold(&mut self, evidence: Result<Evidence, EvidenceError>) {
        match evidence {
            Ok(evidence) => evidence.hold_dates(self),
            Err(fault) => self.evidence_fault = Some(fault),
        }
    }
}

fn path_of<'a>(inputs: &'a Inputs, descriptor: &Descriptor) -> &'a str {
    &inputs.sources[descriptor.source.0 as usize].path
}

/// The digest of a thing's files, as [`Dated::files`] has it. None when its descriptor is no text.
fn digest(inputs: &Inputs, descriptor: &Descriptor) -> Option<String> {
    let source = &inputs.sources[descriptor.source.0 as usize];
    let Content::Text(text) = &source.content else { return None };
    let mut files = vec![(source.path.clone(), probe::sha256(text.as_bytes()))];
    if descriptor.kind == Kind::Dataset {
        let folder = layout::folder_of(&source.path, descriptor.form);
        let hosted = inputs.files.get(&descriptor.name).into_iter().flatten();
        files.extend(hosted.map(|file| (format!("{folder}/{}", file.path), file.sha256.clone())));
    }
    files.sort();
    let mut lines = Sha256::new();
    for (path, sha256) in files {
        lines.update(format!("{sha256}  {path}\n"));
    }
    Some(probe::hexadecimal(&lines.finalize()))
}

/// The forge that links lead to. One that no link could lead to is left to `site.toml`.
fn forge_of(inputs: &Inputs) -> Option<ForgeOf> {
    let said = || parse_config(&inputs.sources[inputs.config], SourceId(inputs.config as u32)).0.forge;
    let forge = inputs.forge.clone().or_else(said)?;
    let kind = name(KINDS, FORGES, forge.kind);
    Some(ForgeOf { kind, url: forge.url, branch: forge.branch, folder: forge.folder }).filter(ForgeOf::has_address)
}

fn forge(recorded: &ForgeOf) -> Option<Forge> {
    Some(Forge {
        kind: value(FORGES, KINDS, &recorded.kind)?,
        url: recorded.url.clone(),
        branch: recorded.branch.clone(),
        folder: recorded.folder.clone(),
        owners: Vec::new(),
    })
}

fn name<T: PartialEq>(values: [T; 3], names: [&str; 3], wanted: T) -> String {
    let place = values.iter().position(|value| *value == wanted);
    place.map(|place| names[place].to_owned()).expect("internal error: each value is listed")
}

fn value<T: Copy>(names: [&str; 3], values: [T; 3], wanted: &str) -> Option<T> {
    names.iter().position(|name| *name == wanted).map(|place| values[place])
}
