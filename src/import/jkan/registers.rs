//! What datasets of a JKAN site refer to by name: organisations, categories, licences.

use std::collections::BTreeMap;

use super::record::Record;
use crate::import::category::category_key;
pub(super) use crate::import::names::Names;
use crate::slug::Slug;
use crate::source::{Node, Span, parse};
use crate::vocab;

/// The folded form of an organisation's name.
pub(super) fn organization_key(name: &str) -> String {
    vocab::key(name)
}

/// Names a collection by the first of `keys` each record has, and by its file.
pub(super) fn names(records: &[Record], keys: &[&str], fold: fn(&str) -> String) -> (Names, Vec<Slug>) {
    let mut names = Names::default();
    let slugs: Vec<Slug> = records.iter().map(|record| names.slug(&record.stem)).collect();
    for (record, slug) in records.iter().zip(&slugs) {
        let title = |key: &&str| record.root.as_ref()?.get(key).and_then(Node::scalar);
        names.name(fold(keys.iter().find_map(title).unwrap_or("")), slug);
    }
    for (record, slug) in records.iter().zip(&slugs) {
        names.name(fold(&record.stem), slug);
    }
    (names, slugs)
}

/// The slug of a category.
pub(super) fn category<'a>(categories: &'a Names, name: &str) -> Option<&'a Slug> {
    categories.find(&category_key(name))
}

/// Addresses of licences by folded name, from `_data/licenses.yml`.
pub(super) fn license_urls(text: &str) -> BTreeMap<String, String> {
    let mut urls = BTreeMap::new();
    let Some(root) = parse(text, Span::new(0, text.len())).root else {
        return urls;
    };
    let lists = root.entries().iter().map(|entry| entry.value.items());
    for item in lists.flatten() {
        let field = |key: &str| item.get(key).and_then(Node::scalar).map(str::trim);
        if let (Some(name), Some(url)) = (field("name").or_else(|| field("title")), field("url")) {
            urls.entry(vocab::key(name)).or_insert_with(|| url.to_owned());
        }
    }
    urls
}
