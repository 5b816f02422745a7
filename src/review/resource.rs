//! Resources: added, removed, moved, and what changes in those that stay.

use serde::Serialize;

use super::fields::{extras, harvest, line, list, long, schema, texts};
use super::shown::{FieldReview, Shown, compare as field};
use super::words::Words;
use crate::model::{Dataset, Location, Resource};

/// What becomes of a resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ResourceFate {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It has another address.
    Moved,
    /// Something else of it changes.
    Changed,
}

impl ResourceFate {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Added, Self::Removed, Self::Moved, Self::Changed];

    /// Its name in keys of words and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Moved => "moved",
            Self::Changed => "changed",
        }
    }
}

/// A resource that changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ResourceReview {
    /// What becomes of it.
    pub fate: ResourceFate,
    /// Its title, else its file or address.
    pub title: String,
    /// Its format and size, now or as it was.
    pub what: String,
    /// Its path or address, now or as it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// What changes in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldReview>,
}

/// Characters of an address that are told.
const LONGEST_ADDRESS: usize = 2_000;

/// What makes two resources one, from sure to likely: the same identity, the same place, the same title.
const ALIKE: [fn(&Resource, &Resource) -> bool; 4] = [
    |one, other| both_declared(one, other) && one.identity.uuid == other.identity.uuid,
    |one, other| one.location != Location::Absent && one.location == other.location && !contradict(one, other),
    |one, other| !one.title.is_blank() && one.title == other.title && !contradict(one, other),
    // One file that is given another id stays the file that it is.
    |one, other| one.location != Location::Absent && one.location == other.location,
];

fn both_declared(one: &Resource, other: &Resource) -> bool {
    one.identity.declared && other.identity.declared
}

fn contradict(one: &Resource, other: &Resource) -> bool {
    both_declared(one, other) && one.identity.uuid != other.identity.uuid
}

/// The resources of a dataset as they belong together: places before and now.
pub(super) fn pairs(before: &Dataset, after: &Dataset) -> Vec<(Option<usize>, Option<usize>)> {
    let mut partner: Vec<Option<usize>> = vec![None; after.resources.len()];
    let mut taken = vec![false; before.resources.len()];
    for is_alike in ALIKE {
        for (at, resource) in
            after.resources.iter().enumerate().filter(|(at, _)| partner[*at].is_none()).collect::<Vec<_>>()
        {
            let mut free = before.resources.iter().enumerate().filter(|(old, _)| !taken[*old]);
            if let Some((old, _)) = free.find(|(_, old)| is_alike(old, resource)) {
                partner[at] = Some(old);
                taken[old] = true;
            }
        }
    }
    let now = partner.into_iter().enumerate().map(|(at, old)| (old, Some(at)));
    let gone = (0..taken.len()).filter(|old| !taken[*old]).map(|old| (Some(old), None));
    now.chain(gone).collect::<Vec<_>>()
}

/// What changes in the resources of a dataset.
pub(super) fn compare(before: &Dataset, after: &Dataset, words: &Words<'_>) -> Vec<ResourceReview> {
    let review = |(old, new): (Option<usize>, Option<usize>)| match (old, new) {
        (Some(old), Some(new)) => changed((before, &before.resources[old]), (after, &after.resources[new]), words),
        (None, Some(new)) => Some(whole(ResourceFate::Added, after, &after.resources[new], words)),
        (Some(old), None) => Some(whole(ResourceFate::Removed, before, &before.resources[old], words)),
        (None, None) => None,
    };
    pairs(before, after).into_iter().filter_map(review).collect()
}

/// A resource that came or went.
pub(super) fn whole(fate: ResourceFate, dataset: &Dataset, resource: &Resource, words: &Words<'_>) -> ResourceReview {
    ResourceReview {
        fate,
        title: words.resource(resource),
        what: words.format_and_size(resource, &dataset.files),
        // Two addresses may differ at their ends alone.
        address: address(resource, words).map(|address| address.chars().take(LONGEST_ADDRESS).collect()),
        fields: Vec::new(),
    }
}

fn address(resource: &Resource, words: &Words<'_>) -> Option<String> {
    resource.path().or_else(|| resource.url()).map(|address| words.one_line(address))
}

/// A resource with the dataset it is of.
type Owned<'a> = (&'a Dataset, &'a Resource);

fn changed(before: Owned<'_>, after: Owned<'_>, words: &Words<'_>) -> Option<ResourceReview> {
    let compared = FIELDS.iter().filter_map(|(key, shown)| {
        let label = words.messages.text(&format!("review.field.{key}")).to_owned();
        field(key, label, shown(before, words), shown(after, words))
    });
    let fields: Vec<FieldReview> = compared.collect();
    if fields.is_empty() {
        return None;
    }
    let is_moved = before.1.location != after.1.location;
    let fate = if is_moved { ResourceFate::Moved } else { ResourceFate::Changed };
    Some(ResourceReview { fields, ..whole(fate, after.0, after.1, words) })
}

type Show = fn(Owned<'_>, &Words<'_>) -> Shown;

/// The fields of a resource, in the order of a report.
pub(super) const FIELDS: &[(&str, Show)] = &[
    ("title", |(_, one), words| texts(&one.title, words)),
    ("address", |(_, one), words| address(one, words).into()),
    ("description", |(_, one), _| long(&one.description)),
    ("type", |(_, one), words| one.kind.as_ref().map(|code| words.term(code)).into()),
    ("format", |(dataset, one), words| one.format_among(&dataset.files).map(|format| words.label(format.label)).into()),
    ("mime", |(_, one), words| line(one.mime.as_deref(), words)),
    ("size", |(dataset, one), words| {
        let size = one.hosted(&dataset.files).map(|file| file.size).or(one.size);
        size.map(|size| words.messages.size(size)).into()
    }),
    ("content", |(dataset, one), _| {
        one.hosted(&dataset.files).map(|file| format!("SHA-256 {}", &file.sha256[..12.min(file.sha256.len())])).into()
    }),
    ("columns", |(dataset, one), words| {
        let table = one.hosted(&dataset.files).and_then(|file| file.table.as_ref());
        table.map_or(Shown::Nothing, |table| list(&table.columns, |column| words.one_line(&column.name)))
    }),
    ("checksum", |(_, one), words| {
        one.checksum.as_ref().map(|sum| words.one_line(&format!("{} {}", sum.kind, sum.value))).into()
    }),
    ("created", |(_, one), words| one.created.map(|moment| words.moment(moment)).into()),
    ("modified", |(_, one), words| one.modified.map(|moment| words.moment(moment)).into()),
    ("license", |(_, one), words| one.license.as_ref().map(|code| words.coded(code, |row| row.title)).into()),
    ("schema", |(_, one), words| schema(one.schema.as_ref(), words)),
    ("languages", |(_, one), words| list(&one.languages, |code| words.coded(code, |row| row.label))),
    ("harvest", |(_, one), words| harvest(one.harvest.as_deref(), words)),
    ("id", |(_, one), _| one.identity.declared.then(|| one.identity.uuid.to_string()).into()),
    ("extras", |(_, one), words| extras(&one.extras, words)),
];
