//! Tags: a list of datasets for each, all of them by key, and the most used ones in a column of their own.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::index::Ids;
use super::super::words::{ELISIONS, analyse, known_fold};
use super::body::push_gaps;
use super::bundle::{Bundle, Directory};
use super::cut::cut;
use super::symbols::push_varint;
use crate::render::Renderer;
use crate::site::{FacetKind, Site};

/// Tags in the column, and the bytes that more of them may take.
const LEAST: usize = 50;
const COLUMN_BYTES: usize = 8_000;

struct Tag {
    key: String,
    value: String,
    label: String,
    datasets: usize,
    list: String,
}

#[derive(Serialize)]
struct Column<'t> {
    values: Vec<&'t str>,
    labels: BTreeMap<&'static str, Vec<&'t str>>,
    lists: Vec<&'t str>,
}

/// Writes all tags; their directory, and the name of the column.
pub(crate) fn write(
    site: &Site,
    renderer: &Renderer<'_>,
    ids: &Ids,
    bundle: &mut Bundle,
    target: usize,
) -> (Directory, String) {
    let tags = tags(site, renderer, ids);
    let sizes = tags.iter().map(|tag| (tag.key.as_str(), 2 * tag.key.len() + tag.label.len() + tag.list.len() + 9));
    let files = cut(sizes, target).into_iter().map(|run| {
        let tags = &tags[run];
        let keys: Vec<&str> = tags.iter().map(|tag| tag.key.as_str()).collect();
        let texts = |text: fn(&Tag) -> &str| tags.iter().map(text).collect::<Vec<_>>();
        let file = (keys.join(" "), texts(|tag| &tag.value), texts(|tag| &tag.label), texts(|tag| &tag.list));
        (keys[0].to_owned(), file)
    });
    let directory = bundle.add_all("tags", files);
    let column = bundle.add("columns", &column(&tags));
    (directory, column)
}

fn column(tags: &[Tag]) -> Column<'_> {
    let mut by_use: Vec<&Tag> = tags.iter().collect();
    by_use.sort_by_key(|tag| std::cmp::Reverse(tag.datasets));
    let mut bytes = 0;
    let shown: Vec<&Tag> = by_use
        .into_iter()
        .enumerate()
        .take_while(|(at, tag)| {
            bytes += tag.list.len() + tag.label.len() + tag.value.len();
            *at < LEAST || bytes < COLUMN_BYTES
        })
        .map(|(_, tag)| tag)
        .collect();
    Column {
        values: shown.iter().map(|tag| tag.value.as_str()).collect(),
        labels: BTreeMap::from([("", shown.iter().map(|tag| tag.label.as_str()).collect())]),
        lists: shown.iter().map(|tag| tag.list.as_str()).collect(),
    }
}

fn tags(site: &Site, renderer: &Renderer<'_>, ids: &Ids) -> Vec<Tag> {
    let mut id_of = vec![0; site.catalog.datasets.len()];
    for (index, id) in ids.datasets.iter().zip(&ids.ids) {
        id_of[*index] = *id;
    }
    let facet = site.facet(FacetKind::Tag);
    let mut tags: Vec<Tag> = facet
        .values
        .iter()
        .map(|value| {
            let label = renderer.value_name(0, FacetKind::Tag, value);
            let mut of: Vec<u32> = value.datasets.iter().map(|index| id_of[*index]).collect();
            of.sort_unstable();
            let mut list = String::with_capacity(of.len() * 2 + 2);
            push_varint(&mut list, of.len() as u32);
            push_gaps(&mut list, of.into_iter());
            Tag { key: key(&label), value: String::new(), label, datasets: value.datasets.len(), list }
        })
        .collect();
    tags.sort_by(|one, other| (&one.key, &one.label).cmp(&(&other.key, &other.label)));
    let shared: Vec<bool> = tags
        .iter()
        .enumerate()
        .map(|(at, tag)| {
            let same = |other: Option<&Tag>| other.is_some_and(|other| other.key == tag.key);
            same(at.checked_sub(1).and_then(|before| tags.get(before))) || same(tags.get(at + 1))
        })
        .collect();
    for (tag, shared) in tags.iter_mut().zip(shared) {
        tag.value = if shared { tag.label.clone() } else { tag.key.clone() };
    }
    tags
}

/// The words of a tag, joined; `-` when it has none.
fn key(label: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    analyse(label, known_fold, &ELISIONS, |_, folded| words.push(folded.to_owned()));
    if words.is_empty() { String::from("-") } else { words.join("-") }
}
