//! `etal check --fix`: mends what has one right answer, and touches nothing else.

mod cases;
mod command;
mod everywhere;
mod generated;

use std::collections::{BTreeMap, BTreeSet};

use etal::finding::Finding;
use etal::fix::{Change, Mend, Mended, mended, mends};
use etal::site::Site;
use etal::source::{KeyPath, Node, SourceFile, Span, Value, parse, split};

use crate::catalog::site_of;

/// What mending made of a catalogue.
pub(crate) struct Fixed {
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    /// Mends that were made.
    pub(crate) made: usize,
    /// Mends left for the next run.
    pub(crate) later: usize,
    /// Names of the rules whose mends were dropped.
    pub(crate) dropped: Vec<&'static str>,
}

/// Rules that may find something only once a value can be read.
const SEEN_ONLY_THEN: [&str; 14] = [
    "changed-id",
    "duplicate-tag",
    "duplicate-url",
    "extension-mismatch",
    "few-tags",
    "future-date",
    "insecure-url",
    "late-update",
    "private-address",
    "reversed-coverage",
    "reversed-dates",
    "unlikely-year",
    "unreachable-distribution",
    "useless-silence",
];

/// Mends all of a catalogue in memory and asserts what always holds: bytes outside of the edits are
/// the same, only the values meant have changed, what was mended is found no more, nothing else is
/// found, and every id stays.
#[track_caller]
pub(crate) fn fixed(files: &BTreeMap<String, Vec<u8>>) -> Fixed {
    let before = site_of(files);
    let findings: Vec<&Finding> = before.findings.shown().collect();
    let mends = mends(&before, &findings);
    let mut fixed = Fixed { files: files.clone(), made: 0, later: 0, dropped: Vec::new() };
    let mut gone: Vec<&Finding> = Vec::new();
    for of_file in mends.chunk_by(|one, other| one.source == other.source) {
        let file = &before.sources[of_file[0].source.0 as usize];
        let mended = mended(file, of_file);
        outside_is_the_same(file, &mended);
        only_the_meant_values_differ(file, &mended);
        fixed.made += mended.made.len();
        fixed.later += mended.later.len();
        fixed.dropped.extend(mended.dropped.iter().map(|mend| mend.rule.name));
        gone.extend(mended.made.iter().map(|mend| findings[mend.finding]));
        fixed.files.insert(file.path.clone(), mended.text.into_bytes());
    }
    let after = site_of(&fixed.files);
    findings_are_gone(&before, &after, &gone);
    assert_eq!(ids(&before), ids(&after));
    fixed
}

#[track_caller]
fn outside_is_the_same(file: &SourceFile, mended: &Mended<'_>) {
    let mut edits: Vec<_> = mended.made.iter().flat_map(|mend| &mend.edits).collect();
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    let (mut old, mut new) = (file.text(), mended.text.as_str());
    let mut at = 0;
    for edit in edits {
        let kept = edit.span.start as usize - at;
        assert_eq!(&old[..kept], &new[..kept], "{}", file.path);
        (old, new) = (&old[kept + edit.span.range().len()..], &new[kept..]);
        new = new.strip_prefix(edit.replacement.as_str()).expect("the edit stands in the new text");
        at = edit.span.end as usize;
    }
    assert_eq!(old, new, "{}", file.path);
}

/// Scalars by path.
fn leaves(path: &str, text: &str) -> BTreeMap<String, String> {
    let range = if path.ends_with(".md") { split(text).yaml } else { Span::new(0, text.len()) };
    let mut found = BTreeMap::new();
    walk(&parse(text, range).root.expect("a tree"), &KeyPath::root(), &mut found);
    found
}

fn walk(node: &Node, path: &KeyPath, found: &mut BTreeMap<String, String>) {
    match &node.value {
        Value::Null => drop(found.insert(path.to_string(), String::from("null"))),
        Value::Plain(text) | Value::Quoted(text) => drop(found.insert(path.to_string(), format!("{text:?}"))),
        Value::Sequence(items) => items.iter().enumerate().for_each(|(at, item)| walk(item, &path.index(at), found)),
        Value::Mapping(entries) => {
            entries.iter().for_each(|entry| walk(&entry.value, &path.key(&entry.key), found));
        }
    }
}

#[track_caller]
fn only_the_meant_values_differ(file: &SourceFile, mended: &Mended<'_>) {
    let (before, after) = (leaves(&file.path, file.text()), leaves(&file.path, &mended.text));
    let mut meant: BTreeMap<String, String> = BTreeMap::new();
    let mut lists: BTreeSet<String> = BTreeSet::new();
    for change in mended.made.iter().flat_map(|mend: &&Mend| &mend.changes) {
        match change {
            Change::Set(path, text) => drop(meant.insert(path.to_string(), format!("{text:?}"))),
            Change::Part(path, from, to) => {
                let old = meant.get(&path.to_string()).unwrap_or(&before[&path.to_string()]);
                let new = old.replacen(from, to, 1);
                meant.insert(path.to_string(), new);
            }
            Change::Remove(path) | Change::Split(path, _) => drop(lists.insert(path.parent().unwrap().to_string())),
        }
    }
    let outside = |values: &BTreeMap<String, String>| -> BTreeMap<String, String> {
        let is_in = |path: &str| lists.iter().any(|list| path.starts_with(&format!("{list}[")));
        let kept = values.iter().filter(|(path, _)| !is_in(path) && !meant.contains_key(*path));
        kept.map(|(path, value)| (path.clone(), value.clone())).collect()
    };
    assert_eq!(outside(&before), outside(&after), "{}", file.path);
    for (path, value) in &meant {
        assert_eq!(after.get(path), Some(value), "{}: {path}", file.path);
    }
}

/// What tells findings apart when lines have moved and values are other ones: file, rule, and the
/// key, without the place in a list of keywords.
fn key(site: &Site, finding: &Finding) -> (String, &'static str, String) {
    let file = &site.sources[finding.site.source.0 as usize];
    let path = finding.path.to_string();
    let path = if path.starts_with("tags[") { String::from("tags") } else { path };
    (file.path.clone(), finding.rule.name, path)
}

#[track_caller]
fn findings_are_gone(before: &Site, after: &Site, gone: &[&Finding]) {
    let mut left: BTreeMap<_, isize> = BTreeMap::new();
    before.findings.shown().for_each(|finding| *left.entry(key(before, finding)).or_default() += 1);
    gone.iter().for_each(|finding| *left.entry(key(before, finding)).or_default() -= 1);
    after.findings.shown().for_each(|finding| *left.entry(key(after, finding)).or_default() -= 1);
    let new = left.iter().filter(|((_, rule, _), count)| **count < 0 && !SEEN_ONLY_THEN.contains(rule));
    assert_eq!(new.collect::<Vec<_>>(), []);
}

fn ids(site: &Site) -> Vec<String> {
    let headers = site.catalog.headers().map(|header| header.identity.uuid.to_string());
    let resources = site.catalog.datasets.iter().flat_map(|dataset| &dataset.resources);
    headers.chain(resources.map(|resource| resource.identity.uuid.to_string())).collect()
}
