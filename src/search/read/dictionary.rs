//! What the dictionary says of a form: its classes, and those of the forms that begin with it.

use super::body::Body;
use super::error::ReadError;
use super::index::Index;
use super::terms::{Link, List, Terms};

/// Classes that completions give at most.
const MOST_COMPLETIONS: usize = 8;

/// Longer lists are in files of postings.
const LONGEST_LIST: usize = 256;

/// Forms of so many characters, or fewer, are completed from the lists of frequent words.
const LONGEST_START: usize = 3;

/// The classes of a form, if it is in the dictionary.
pub(super) fn classes(index: &Index<'_>, form: &str) -> Result<Option<Vec<List>>, ReadError> {
    let Some(hash) = index.boot.terms.find(form) else {
        return Ok(None);
    };
    let file = index.terms(hash)?;
    let Some(links) = file.find(form) else {
        return Ok(None);
    };
    let list = |link| match link {
        Link::Own(list) => Ok(list.clone()),
        Link::Foreign(key) => foreign(index, key),
    };
    links.map(list).collect::<Result<_, _>>().map(Some)
}

/// The class of a key, which the form in it brought.
fn foreign(index: &Index<'_>, key: &str) -> Result<List, ReadError> {
    let form = key.split('~').next().unwrap_or(key);
    let lost = || index.damaged_list(key, "a class that another file names is not there");
    let file = index.terms(index.boot.terms.find(form).ok_or_else(lost)?)?;
    let mut links = file.find(form).ok_or_else(lost)?;
    let found = links.find_map(|link| match link {
        Link::Own(list) if list.key == key => Some(list.clone()),
        _ => None,
    });
    found.ok_or_else(lost)
}

/// The classes of the words that a form may be the beginning of.
pub(super) fn completions(index: &Index<'_>, form: &str) -> Result<Vec<List>, ReadError> {
    if form.chars().count() <= LONGEST_START { of_starts(index, form) } else { of_beginning(index, form) }
}

fn of_starts(index: &Index<'_>, form: &str) -> Result<Vec<List>, ReadError> {
    let Some(hash) = index.boot.starts.find(form) else {
        return Ok(Vec::new());
    };
    let file = index.starts(hash)?;
    let mut found: Vec<List> = Vec::new();
    for form in file.get(form).map_or("", String::as_str).split(' ').filter(|form| !form.is_empty()) {
        found.extend(classes(index, form)?.unwrap_or_default());
    }
    Ok(found)
}

/// By descending number of datasets, then by key; the first ones alone.
fn of_beginning(index: &Index<'_>, form: &str) -> Result<Vec<List>, ReadError> {
    let mut found: Vec<List> = Vec::new();
    for hash in index.boot.terms.with_beginning(form) {
        let file = index.terms(hash)?;
        found.extend(file.with_beginning(form).flat_map(|place| own(&file, place)).cloned());
    }
    found.sort_by(|one, other| other.df.cmp(&one.df).then_with(|| one.key.cmp(&other.key)));
    found.dedup_by(|one, other| one.key == other.key);
    found.truncate(MOST_COMPLETIONS);
    Ok(found)
}

/// The classes of a form whose lists are in its own file.
pub(super) fn own(file: &Terms, place: usize) -> impl Iterator<Item = &List> {
    file.classes(place).filter_map(|link| match link {
        Link::Own(list) => Some(list),
        Link::Foreign(_) => None,
    })
}

/// The posting list of a class, from wherever it is.
pub(super) fn body(index: &Index<'_>, list: &List) -> Result<Body, ReadError> {
    let damaged = |fault| index.damaged_list(&list.key, fault);
    let read = |text: &str| Body::read(text, list.df, index.boot.ids).map_err(damaged);
    if list.df <= LONGEST_LIST {
        return read(&list.text);
    }
    let file = index.postings(&list.text)?;
    let place = file.keys.binary_search(&list.key).map_err(|_| damaged("a long list is not where it should be"))?;
    read(&file.bodies[place])
}
