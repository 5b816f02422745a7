//! The fields of a dataset that readers see, each with what it says in words. To follow one more: a line of [`FIELDS`]
//! and its name in the themes' words (`review.field.<key>`).

use super::shown::Shown;
use super::words::Words;
use crate::markdown::sanitize_inline;
use crate::model::{Contact, Creator, Dataset, Extras, Harvest, Link};
use crate::text::Text;

/// A field.
pub(super) struct Field {
    /// Its key in descriptors.
    pub(super) key: &'static str,
    pub(super) shown: fn(&Dataset, &Words<'_>) -> Shown,
}

/// The keys that are followed of datasets, then those of resources, in the order of a report.
pub fn keys() -> impl Iterator<Item = &'static str> {
    FIELDS.iter().map(|field| field.key).chain(super::resource::FIELDS.iter().map(|(key, _)| *key))
}

const fn field(key: &'static str, shown: fn(&Dataset, &Words<'_>) -> Shown) -> Field {
    Field { key, shown }
}

pub(super) const FIELDS: &[Field] = &[
    field("title", |one, words| texts(&one.title, words)),
    field("acronym", |one, words| line(one.acronym.as_deref(), words)),
    field("summary", |one, words| texts(&one.summary, words)),
    field("description", |one, _| long(&one.description)),
    field("organization", |one, words| line(one.organization.as_deref(), words)),
    field("owner", |one, words| line(one.owner.as_deref(), words)),
    field("license", |one, words| one.license.as_ref().map(|code| words.coded(code, |row| row.title)).into()),
    field("access", access),
    field("frequency", |one, words| one.frequency.as_ref().map(|code| words.coded(code, |row| row.label)).into()),
    field("temporal_coverage", |one, words| words.period(&one.temporal).into()),
    field("spatial", spatial),
    field("granularity", |one, words| one.spatial.granularity.as_ref().map(|code| words.term(code)).into()),
    field("tags", |one, words| list(&one.tags, |tag| words.one_line(tag))),
    field("themes", |one, words| list(&one.themes, |code| words.coded(code, |row| row.label))),
    field("languages", |one, words| list(&one.languages, |code| words.coded(code, |row| row.label))),
    field("badges", |one, words| list(&one.badges, |code| words.term(code))),
    field("hvd_category", |one, words| one.hvd_category.as_ref().map(|code| words.term(code)).into()),
    field("contact_points", |one, words| list(&one.contact_points, |contact| contact_words(contact, words))),
    field("creators", |one, words| list(&one.creators, |creator| creator_words(creator, words))),
    field("schema", |one, words| schema(one.schema.as_ref(), words)),
    field("version", |one, words| line(one.version.as_deref(), words)),
    field("series", |one, words| line(one.series.as_deref(), words)),
    field("provenance", |one, _| long(&one.provenance)),
    field("identifiers", |one, words| list(&one.identifiers, |each| words.one_line(&each.value))),
    field("links", |one, words| list(&one.links, |each| link(each, words))),
    field("created", |one, words| one.created.map(|moment| words.moment(moment)).into()),
    field("modified", |one, words| one.modified.map(|moment| words.moment(moment)).into()),
    field("featured", |one, words| words.yes(one.featured).into()),
    field("archived", archived),
    field("retired", retired),
    field("replaced_by", |one, words| line(one.replaced_by.as_deref(), words)),
    field("redirects", |one, words| list(&one.redirects, |slug| words.one_line(slug))),
    field("harvest", |one, words| harvest(one.harvest.as_deref(), words)),
    field("transfer", transfer),
    field("id", |one, _| one.header.identity.declared.then(|| one.header.identity.uuid.to_string()).into()),
    field("extras", |one, words| extras(&one.extras, words)),
    field("unknown", |one, words| extras(&one.header.unknown, words)),
];

pub(super) fn texts(text: &Text, words: &Words<'_>) -> Shown {
    let texts = words.texts(text);
    match texts.as_slice() {
        [] => Shown::Nothing,
        [one] => Shown::Words(one.clone()),
        _ => Shown::Set(texts),
    }
}

/// A text of several lines, its languages one after the other.
pub(super) fn long(text: &Text) -> Shown {
    let texts = text.iter().filter(|(_, words)| !words.trim().is_empty());
    let told = texts.map(|(code, words)| {
        let words = sanitize_inline(words.trim());
        if code.is_empty() { words.into_owned() } else { format!("[{code}]\n{words}") }
    });
    let told = told.collect::<Vec<_>>().join("\n\n");
    if told.is_empty() { Shown::Nothing } else { Shown::Long(told) }
}

pub(super) fn line(text: Option<&str>, words: &Words<'_>) -> Shown {
    text.map(|text| words.one_line(text)).into()
}

pub(super) fn list<T>(values: &[T], told: impl Fn(&T) -> String) -> Shown {
    values.iter().map(told).filter(|value| !value.is_empty()).collect::<Vec<_>>().into()
}

pub(super) fn extras(extras: &Extras, words: &Words<'_>) -> Shown {
    let told = extras.iter().map(|(key, value)| words.one_line(&format!("{key}: {value}")));
    told.collect::<Vec<_>>().into()
}

pub(super) fn schema(schema: Option<&crate::model::Schema>, words: &Words<'_>) -> Shown {
    let Some(schema) = schema else { return Shown::Nothing };
    joined([schema.name.as_deref(), schema.version.as_deref(), schema.url.as_deref()], words)
}

/// Those of some texts that are there, one after the other.
fn joined<'a>(parts: impl IntoIterator<Item = Option<&'a str>>, words: &Words<'_>) -> Shown {
    let parts: Vec<String> = parts.into_iter().flatten().map(|part| words.one_line(part)).collect();
    Shown::from(parts.join(" "))
}

fn access(one: &Dataset, words: &Words<'_>) -> Shown {
    let access = &one.access;
    let kind = access.kind.as_ref().map(|code| words.term(code));
    let audiences = access.audiences.iter().map(|audience| {
        let condition = audience.condition.as_ref().map(|code| words.term(code));
        [Some(words.term(&audience.role)), condition].into_iter().flatten().collect::<Vec<_>>().join(": ")
    });
    let reason = access.reason_category.as_ref().map(|code| words.term(code));
    let told = kind.into_iter().chain(audiences).chain(reason).chain(words.texts(&access.reason));
    told.chain(access.url.as_deref().map(|url| words.one_line(url))).collect::<Vec<_>>().into()
}

fn spatial(one: &Dataset, words: &Words<'_>) -> Shown {
    let zones = one.spatial.zones.iter().map(|zone| match (words.title(&zone.name), zone.known) {
        (name, None) if name.is_empty() => words.one_line(&zone.id),
        (name, Some(known)) if name.is_empty() => words.label(known.label),
        (name, _) => name,
    });
    let bounds = one.spatial.bbox.as_ref().map(|[west, south, east, north]| {
        let values = [("west", west), ("south", south), ("east", east), ("north", north)];
        words.one_line(&words.messages.fill("facts.bounds", &values.map(|(name, value)| (name, value.as_str()))))
    });
    let geometry = one
        .spatial
        .geometry
        .as_ref()
        .map(|geometry| words.one_line(&serde_json::to_string(geometry).unwrap_or_default()));
    zones.chain(bounds).chain(geometry).collect::<Vec<_>>().into()
}

fn contact_words(contact: &Contact, words: &Words<'_>) -> String {
    let role = contact.role.as_ref().map(|role| format!("({})", words.term(role)));
    let parts = [Some(words.title(&contact.name)), contact.email.clone(), contact.url.clone(), role];
    let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
    words.one_line(&parts.collect::<Vec<_>>().join(" "))
}

fn creator_words(creator: &Creator, words: &Words<'_>) -> String {
    let role = creator.role.as_ref().map(|role| format!("({})", words.term(role)));
    let named = [&creator.name, &creator.person, &creator.organization].into_iter().find_map(Clone::clone);
    let parts = [named, creator.orcid.clone(), role].into_iter().flatten();
    words.one_line(&parts.collect::<Vec<_>>().join(" "))
}

fn link(link: &Link, words: &Words<'_>) -> String {
    words.one_line(format!("{} {}", words.title(&link.title), link.url).trim())
}

fn archived(one: &Dataset, words: &Words<'_>) -> Shown {
    let Some(archived) = &one.archived else { return Shown::Nothing };
    state(archived.date, &archived.reason, words)
}

fn retired(one: &Dataset, words: &Words<'_>) -> Shown {
    let Some(retired) = &one.retired else { return Shown::Nothing };
    state(retired.date, &retired.reason, words)
}

fn state(date: Option<crate::date::Moment>, reason: &Text, words: &Words<'_>) -> Shown {
    let told = date.map(|date| words.moment(date)).into_iter().chain(words.texts(reason)).collect::<Vec<_>>();
    if told.is_empty() { words.yes(true).into() } else { Shown::Words(told.join(" – ")) }
}

pub(super) fn harvest(harvest: Option<&Harvest>, words: &Words<'_>) -> Shown {
    let Some(harvest) = harvest else { return Shown::Nothing };
    let named = [&harvest.source, &harvest.remote_id, &harvest.remote_url, &harvest.uri];
    let dates = [harvest.issued, harvest.modified].into_iter().flatten().map(|date| words.moment(date));
    let named = named.into_iter().flatten().map(|part| words.one_line(part));
    named.chain(dates).collect::<Vec<_>>().into()
}

fn transfer(one: &Dataset, words: &Words<'_>) -> Shown {
    let Some(transfer) = one.transfer.as_deref() else { return Shown::Nothing };
    let route = format!("{} → {}", transfer.from.as_deref().unwrap_or("?"), transfer.to.as_deref().unwrap_or("?"));
    joined([Some(route.as_str()), transfer.status.as_deref()], words)
}
