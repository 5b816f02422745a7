//! The way from inputs to a site: read, assemble, check, score. Nothing is written here.

use std::collections::HashMap;

use rayon::prelude::*;
use uuid::Uuid;

use crate::inputs::{Drafts, Inputs};
use crate::model::{Catalog, Config, Entry, Forge, Kind};
use crate::parse::{Descriptor, Parsed, parse, parse_config};
use crate::rules::{Context, check};
use crate::score::{PROFILES, judge};
use crate::site::{Relations, Site, facets};
use crate::source::{SourceFile, SourceId, Spans};

/// Makes the site of some inputs.
pub fn site(inputs: Inputs, drafts: Drafts) -> Site {
    let settings = Settings::of(&inputs);
    let parsed = parsed(&inputs, settings.id(), None);
    made(inputs, settings, parsed, drafts)
}

/// Makes the sites of a catalogue at two points of its history, drafts kept. What both say alike is read once.
pub fn both(before: Inputs, after: Inputs) -> (Site, Site) {
    let [settings_before, settings_after] = [&before, &after].map(Settings::of);
    let new = parsed(&after, settings_after.id(), None);
    let known = Known::new(&after, settings_after.id(), &new);
    let old = parsed(&before, settings_before.id(), Some(&known));
    drop(known);
    rayon::join(|| made(before, settings_before, old, Drafts::Kept), || made(after, settings_after, new, Drafts::Kept))
}

fn made(inputs: Inputs, settings: Settings, parsed: Vec<Parsed>, drafts: Drafts) -> Site {
    let (config, spans, mut catalog) = assembled(&inputs, settings, parsed);
    if drafts == Drafts::Left {
        leave_drafts(&mut catalog);
    }
    let statics: Vec<String> = inputs.statics.iter().map(|file| file.path.clone()).collect();
    let profiles: Vec<&str> = PROFILES.iter().map(|profile| profile.id).collect();
    let context = Context {
        catalog: &catalog,
        config: &config,
        now: inputs.now,
        history: inputs.history,
        strays: &inputs.strays,
        statics: &statics,
        evidence_fault: inputs.evidence_fault.as_ref(),
        profiles: &profiles,
    };
    let checked = check(&context, &inputs.sources, &spans);
    drop(spans);
    let scores = checked.outcomes.par_iter().map(judge).collect();
    drop(checked.outcomes);
    let mut site = Site {
        relations: Relations::of(&catalog),
        listed: listed(&catalog),
        config,
        catalog,
        findings: checked.findings,
        scores,
        sources: inputs.sources,
        statics: inputs.statics,
        facets: Vec::new(),
        history: inputs.history,
        commit: inputs.commit,
        now: inputs.now,
    };
    let profile = site.profile();
    site.facets = facets(&site.catalog, &site.listed, |index| site.score(index).band(profile));
    site
}

/// What `site.toml` says, and where.
struct Settings {
    config: Config,
    spans: Spans,
}

impl Settings {
    fn of(inputs: &Inputs) -> Self {
        let config_id = SourceId(inputs.config as u32);
        let (mut config, spans) = parse_config(&inputs.sources[inputs.config], config_id);
        if inputs.base_url.is_some() {
            config.base_url.clone_from(&inputs.base_url);
        }
        if let Some(forge) = &inputs.forge {
            let owners = config.forge.take().map(|said| said.owners).unwrap_or_default();
            config.forge = Some(Forge { owners, ..forge.clone() });
        }
        Self { config, spans }
    }

    /// The identity of the catalogue.
    fn id(&self) -> Uuid {
        self.config.header.identity.uuid
    }
}

/// Descriptors that were read already.
struct Known<'a> {
    inputs: &'a Inputs,
    id: Uuid,
    /// Place among the descriptors, by path.
    places: HashMap<&'a str, usize>,
    parsed: &'a [Parsed],
}

impl<'a> Known<'a> {
    fn new(inputs: &'a Inputs, id: Uuid, parsed: &'a [Parsed]) -> Self {
        let path = |descriptor: &Descriptor| inputs.sources[descriptor.source.0 as usize].path.as_str();
        let places = inputs.descriptors.iter().enumerate().map(|(at, descriptor)| (path(descriptor), at)).collect();
        Self { inputs, id, places, parsed }
    }

    /// What a descriptor says, when one of the same path and text was read.
    fn said(&self, descriptor: &Descriptor, file: &SourceFile, id: Uuid) -> Option<Parsed> {
        let at = *self.places.get(file.path.as_str()).filter(|_| id == self.id)?;
        let other = &self.inputs.sources[self.inputs.descriptors[at].source.0 as usize];
        let mut parsed = (other.content == file.content).then(|| self.parsed[at].clone())?;
        parsed.entry.header_mut().source = descriptor.source;
        Some(parsed)
    }
}

/// Reads the descriptors, in their order.
fn parsed(inputs: &Inputs, id: Uuid, known: Option<&Known<'_>>) -> Vec<Parsed> {
    let read = |descriptor: &Descriptor| {
        let file = &inputs.sources[descriptor.source.0 as usize];
        let same = known.and_then(|known| known.said(descriptor, file, id));
        same.unwrap_or_else(|| parse(descriptor, file, id))
    };
    inputs.descriptors.par_iter().map(read).collect()
}

fn assembled(inputs: &Inputs, settings: Settings, parsed: Vec<Parsed>) -> (Config, Vec<Spans>, Catalog) {
    let id = settings.id();
    let mut spans = vec![Spans::default(); inputs.sources.len()];
    spans[inputs.config] = settings.spans;
    let mut entries = Vec::with_capacity(parsed.len());
    for (descriptor, mut parsed) in inputs.descriptors.iter().zip(parsed) {
        spans[descriptor.source.0 as usize] = std::mem::take(&mut parsed.spans);
        entries.push(completed(parsed.entry, &descriptor.name, inputs));
    }
    (settings.config, spans, Catalog::assemble(id, entries))
}

/// Adds what the descriptor does not say itself: dates of git, files of the folder.
fn completed(mut entry: Entry, name: &str, inputs: &Inputs) -> Entry {
    if let Entry::Dataset(dataset) = &mut entry {
        dataset.files = inputs.files.get(name).cloned().unwrap_or_default();
    }
    let header = entry.header_mut();
    let path = &inputs.sources[header.source.0 as usize].path;
    if let Some(dates) = inputs.dates.get(path) {
        header.dates.created = header.dates.created.or(dates.created);
        header.dates.modified = header.dates.modified.or(dates.modified);
    }
    entry
}

/// Takes drafts out before anything is judged, counted or related: nothing can then mention them.
fn leave_drafts(catalog: &mut Catalog) {
    let slug_of =
        |private: bool, kind: Kind, header: &crate::model::Header| private.then(|| (kind, header.slug.clone()));
    let mut drafts = Vec::new();
    drafts.extend(catalog.datasets.iter().filter_map(|one| slug_of(one.private, Kind::Dataset, &one.header)));
    drafts.extend(catalog.reuses.iter().filter_map(|one| slug_of(one.private, Kind::Reuse, &one.header)));
    drafts.extend(catalog.topics.iter().filter_map(|one| slug_of(one.private, Kind::Topic, &one.header)));
    drafts.extend(catalog.services.iter().filter_map(|one| slug_of(one.private, Kind::Service, &one.header)));
    drafts.extend(catalog.pages.iter().filter_map(|one| slug_of(one.private, Kind::Page, &one.header)));
    catalog.datasets.retain(|one| !one.private);
    catalog.reuses.retain(|one| !one.private);
    catalog.topics.retain(|one| !one.private);
    catalog.services.retain(|one| !one.private);
    catalog.pages.retain(|one| !one.private);
    catalog.drafts = drafts.into_iter().collect();
}

fn listed(catalog: &Catalog) -> Vec<usize> {
    let datasets = catalog.datasets.iter().enumerate();
    let mut listed: Vec<usize> = datasets.filter(|(_, dataset)| dataset.is_listed()).map(|(index, _)| index).collect();
    // Slugs settle equal dates; undated ones come last.
    let key = |index: &usize| std::cmp::Reverse(catalog.datasets[*index].last_update().map(order_of));
    listed.sort_by_key(key);
    listed
}

/// The day and second by which moments of different precision are put in order.
pub(crate) fn order_of(moment: crate::date::Moment) -> (jiff::civil::Date, u32) {
    (moment.date.first_day(), moment.second_of_day.unwrap_or(0))
}
