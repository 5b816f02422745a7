//! Tags: too many for a column, so their lists are in files by key.

use super::column_files::ids_of;
use super::error::{Damage, ReadError};
use super::index::Index;

/// A file of tags.
pub(super) struct Tags {
    keys: Vec<String>,
    tags: Vec<Tag>,
}

/// A tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tag {
    /// As addresses say it.
    pub(super) value: String,
    pub(super) label: String,
    /// The datasets that have it, ascending.
    pub(super) ids: Vec<u32>,
}

type Raw = (String, Vec<String>, Vec<String>, Vec<String>);

impl Tags {
    /// A file of a catalogue with so many ids.
    pub(super) fn read((keys, values, labels, lists): Raw, ids: u32) -> Result<Self, Damage> {
        let keys: Vec<String> = keys.split(' ').filter(|key| !key.is_empty()).map(str::to_owned).collect();
        if [values.len(), labels.len(), lists.len()] != [keys.len(); 3] || !keys.is_sorted() {
            return Err("it has not a key for each tag");
        }
        let lists = lists.iter().map(|list| ids_of(list, ids)).collect::<Result<Vec<_>, _>>()?;
        let tags = values.into_iter().zip(labels).zip(lists);
        Ok(Self { keys, tags: tags.map(|((value, label), ids)| Tag { value, label, ids }).collect() })
    }

    fn with_key(&self, key: &str) -> impl Iterator<Item = &Tag> {
        self.from(key).take_while(move |(known, _)| *known == key).map(|(_, tag)| tag)
    }

    fn with_beginning(&self, beginning: &str) -> impl Iterator<Item = &Tag> {
        self.from(beginning).take_while(move |(known, _)| known.starts_with(beginning)).map(|(_, tag)| tag)
    }

    fn from(&self, key: &str) -> impl Iterator<Item = (&str, &Tag)> {
        let first = self.keys.partition_point(|known| known.as_str() < key);
        self.keys.iter().map(String::as_str).zip(&self.tags).skip(first)
    }
}

/// The key of a tag, or of a text that means one.
fn key_of(index: &Index<'_>, text: &str) -> String {
    let words = index.boot.analyser.words(text);
    if words.is_empty() { String::from("-") } else { words.join("-") }
}

/// The tags of a text: all that have its words, but one alone when it is written the very same.
pub(super) fn of_text(index: &Index<'_>, text: &str) -> Result<Vec<Tag>, ReadError> {
    let key = key_of(index, text);
    let Some(hash) = index.boot.tags.find(&key) else {
        return Ok(Vec::new());
    };
    let mut found: Vec<Tag> = index.tags(hash)?.with_key(&key).cloned().collect();
    if found.iter().any(|tag| tag.label == text) {
        found.retain(|tag| tag.label == text);
    }
    Ok(found)
}

/// Whether each id has a tag that a text means, or the beginning of one.
pub(super) fn having(index: &Index<'_>, text: &str) -> Result<Vec<bool>, ReadError> {
    let mut found = of_text(index, text)?;
    if found.is_empty() {
        let key = key_of(index, text);
        for hash in index.boot.tags.with_beginning(&key) {
            found.extend(index.tags(hash)?.with_beginning(&key).cloned());
        }
    }
    let mut marks = vec![false; index.boot.ids as usize];
    found.iter().flat_map(|tag| &tag.ids).for_each(|id| marks[*id as usize] = true);
    Ok(marks)
}
