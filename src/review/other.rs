//! Everything that is no dataset: organisations, people, reuses, topics, APIs, pages and the settings, key by key.

use serde::Serialize;

use super::breaks::facts;
use super::dataset::{self, Fate};
use super::findings::{Compared, FindingsReview, Subject};
use super::pair::Paired;
use super::shown::{FieldReview, Shown, compare as field};
use super::words::Words;
use super::{Draft, Sides};
use crate::model::{Header, Kind};
use crate::site::Site;
use crate::source::{Node, SourceFile, SourceId, Span, Value, parse, split};

/// Characters of a text from which its lines are compared.
const LONG: usize = 120;

/// Something that changes and is no dataset.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ThingReview {
    /// What it is.
    pub kind: &'static str,
    /// What becomes of it.
    pub fate: Fate,
    /// Its slug, now or as it was; empty for the settings.
    pub slug: String,
    /// The slug it had, when that was another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub former_slug: Option<String>,
    /// Its title.
    pub title: String,
    /// Its descriptor, below the root.
    pub path: String,
    /// What changes of it, by key.
    pub fields: Vec<FieldReview>,
    /// What becomes of its findings.
    pub findings: FindingsReview,
}

/// Whether the text of a thing is another, or its slug or its files are.
pub(super) fn differs(sides: &Sides<'_>, kind: Kind, pair: Paired) -> bool {
    let Some((was, is)) = headers(sides, kind, pair) else { return true };
    let has_other_files = kind == Kind::Dataset
        && dataset::old(sides, pair).map(|one| &one.files) != dataset::new(sides, pair).map(|one| &one.files);
    has_other_files || was.slug != is.slug || source(sides.before, was).content != source(sides.after, is).content
}

/// The same, or whether its descriptor has another place: who answers for it goes by paths.
pub(super) fn is_touched(sides: &Sides<'_>, kind: Kind, pair: Paired) -> bool {
    let Some((was, is)) = headers(sides, kind, pair) else { return true };
    source(sides.before, was).path != source(sides.after, is).path || differs(sides, kind, pair)
}

/// What both sides of a pair have, where it has both.
fn headers<'a>(sides: &Sides<'a>, kind: Kind, pair: Paired) -> Option<(&'a Header, &'a Header)> {
    let of = sides.of(kind);
    Some((of.before[pair.before?], of.after[pair.after?]))
}

/// The text of now of a descriptor of before that is there and cannot be read any more.
pub(super) fn unreadable(sides: &Sides<'_>, old: &Header) -> Option<SourceId> {
    let path = &source(sides.before, old).path;
    let mut unreadable = sides.after.catalog.unreadable.iter();
    unreadable.find(|header| source(sides.after, header).path == *path).map(|header| header.source)
}

fn source<'a>(site: &'a Site, header: &Header) -> &'a SourceFile {
    &site.sources[header.source.0 as usize]
}

/// Things that change; drafts among them by slug alone.
pub(super) fn compare(sides: &Sides<'_>, findings: &mut Compared, drafts: &mut Vec<Draft>) -> Vec<ThingReview> {
    let mut reviews = Vec::new();
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Dataset) {
        for pair in sides.pairs_of(kind).iter().filter(|pair| is_touched(sides, kind, **pair)) {
            match draft(sides, kind, *pair) {
                Some(slug) => drafts.push(Draft { kind: kind.name(), slug }),
                None => reviews.push(review(sides, kind, *pair, findings)),
            }
        }
    }
    reviews.extend(settings(sides, findings));
    reviews
}

/// The slug of a thing that readers have seen neither before nor now.
fn draft(sides: &Sides<'_>, kind: Kind, pair: Paired) -> Option<String> {
    let before = pair.before.filter(|at| !facts(sides.before, kind, *at).1);
    let after = pair.after.filter(|at| !facts(sides.after, kind, *at).1);
    let of = sides.of(kind);
    let header = pair.after.map(|at| of.after[at]).or(pair.before.map(|at| of.before[at]))?;
    (before.is_none() && after.is_none()).then(|| header.slug.as_str().to_owned())
}

fn review(sides: &Sides<'_>, kind: Kind, pair: Paired, findings: &mut Compared) -> ThingReview {
    // What was a draft is new to readers, and what becomes one is gone.
    let before = pair.before.filter(|at| !facts(sides.before, kind, *at).1).map(|at| sides.of(kind).before[at]);
    let after = pair.after.filter(|at| !facts(sides.after, kind, *at).1).map(|at| sides.of(kind).after[at]);
    let (site, header, title) = match (before, after, pair) {
        (_, Some(after), Paired { after: Some(at), .. }) => (sides.after, after, facts(sides.after, kind, at).0),
        (Some(before), _, Paired { before: Some(at), .. }) => (sides.before, before, facts(sides.before, kind, at).0),
        _ => unreachable!("internal error: a pair has a side that is no draft"),
    };
    let former = before.map(|before| before.slug.as_str()).filter(|slug| *slug != header.slug.as_str());
    let fate = match (before, after) {
        (None, _) => Fate::Added,
        (_, None) if pair.after.is_some() => Fate::Hidden,
        (Some(old), None) if unreadable(sides, old).is_some() => Fate::Unreadable,
        (_, None) => Fate::Deleted,
        _ if former.is_some() => Fate::Renamed,
        _ => Fate::Changed,
    };
    let old = before.map(|header| values(source(sides.before, header), header, &sides.words)).unwrap_or_default();
    let new = after.map(|header| values(source(sides.after, header), header, &sides.words)).unwrap_or_default();
    let subject = if after.is_some() { Subject::Now(header.source) } else { Subject::Gone(header.source) };
    ThingReview {
        kind: kind.name(),
        fate,
        slug: header.slug.as_str().to_owned(),
        former_slug: former.map(str::to_owned),
        title: sides.words.title(title),
        path: source(site, header).path.clone(),
        fields: if after.is_none() { Vec::new() } else { by_key(old, new) },
        findings: findings.take(subject),
    }
}

/// What changes in `site.toml`.
fn settings(sides: &Sides<'_>, findings: &mut Compared) -> Option<ThingReview> {
    let (before, after) = (&sides.before.config.header, &sides.after.config.header);
    let (old, new) = (source(sides.before, before), source(sides.after, after));
    if old.content == new.content {
        return None;
    }
    let read = |file: &SourceFile| {
        let table: toml::Table = toml::from_str(file.text()).unwrap_or_default();
        let mut values = Vec::new();
        let object = serde_json::to_value(table).unwrap_or_default();
        flatten_json("", &object, &sides.words, &mut values);
        values
    };
    Some(ThingReview {
        kind: Kind::Site.name(),
        fate: if sides.facts.is_first { Fate::Added } else { Fate::Changed },
        slug: String::new(),
        former_slug: None,
        title: sides.words.title(&sides.after.config.title),
        path: new.path.clone(),
        fields: by_key(read(old), read(new)),
        findings: findings.take(Subject::Now(after.source)),
    })
}

/// Values by key, in the order of the text.
type Values = Vec<(String, Shown)>;

fn by_key(old: Values, mut new: Values) -> Vec<FieldReview> {
    let mut reviews = Vec::new();
    for (key, before) in old {
        let now = new.iter().position(|(name, _)| *name == key).map(|at| new.remove(at).1);
        reviews.extend(field(&key, key.clone(), before, now.unwrap_or(Shown::Nothing)));
    }
    for (key, after) in new {
        reviews.extend(field(&key, key.clone(), Shown::Nothing, after));
    }
    reviews
}

/// The values of a descriptor, its body as `body`.
fn values(file: &SourceFile, header: &Header, words: &Words<'_>) -> Values {
    let mut values = Vec::new();
    let text = file.text();
    let mut range = Span::new(0, text.len());
    if header.form.is_markdown() {
        let parts = split(text);
        let body = text[parts.body.range()].trim();
        if !body.is_empty() {
            values.push((String::from("body"), Shown::Long(crate::markdown::sanitize_inline(body).into_owned())));
        }
        range = parts.yaml;
    }
    if let Some(root) = parse(text, range).root {
        flatten("", &root, words, &mut values);
    }
    values
}

fn below(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

fn flatten(path: &str, node: &Node, words: &Words<'_>, values: &mut Values) {
    match &node.value {
        Value::Null => {}
        Value::Plain(text) | Value::Quoted(text) => values.push((words.one_line(path), scalar(text, words))),
        Value::Sequence(items) => {
            let items = items.iter().map(|item| one_line(item, words)).collect::<Vec<_>>();
            values.push((words.one_line(path), items.into()));
        }
        Value::Mapping(entries) => {
            for entry in entries {
                flatten(&below(path, &entry.key), &entry.value, words, values);
            }
        }
    }
}

fn scalar(text: &str, words: &Words<'_>) -> Shown {
    if text.contains('\n') || text.chars().count() > LONG {
        return Shown::Long(crate::markdown::sanitize_inline(text.trim()).into_owned());
    }
    words.one_line(text).into()
}

/// A value of any form on one line.
fn one_line(node: &Node, words: &Words<'_>) -> String {
    match &node.value {
        Value::Null => String::new(),
        Value::Plain(text) | Value::Quoted(text) => words.one_line(text),
        Value::Sequence(items) => items.iter().map(|item| one_line(item, words)).collect::<Vec<_>>().join(", "),
        Value::Mapping(entries) => {
            let told = entries.iter().map(|entry| format!("{}: {}", entry.key, one_line(&entry.value, words)));
            words.one_line(&told.collect::<Vec<_>>().join(", "))
        }
    }
}

fn flatten_json(path: &str, value: &serde_json::Value, words: &Words<'_>, values: &mut Values) {
    match value {
        serde_json::Value::Object(map) => {
            for (key, value) in map {
                flatten_json(&below(path, key), value, words, values);
            }
        }
        serde_json::Value::Array(items) if items.iter().any(serde_json::Value::is_object) => {
            for (at, item) in items.iter().enumerate() {
                flatten_json(&format!("{path}[{at}]"), item, words, values);
            }
        }
        serde_json::Value::String(text) => values.push((words.one_line(path), scalar(text, words))),
        other => values.push((words.one_line(path), Shown::Words(words.one_line(&other.to_string())))),
    }
}
