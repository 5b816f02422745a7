//! The names of the licences, indexed: whole texts, and names that count within a sentence.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::tokens::name_key;
use super::{ALL, License};

/// A licence of exactly this id, slug or data.gouv.fr id.
pub(super) fn exact(text: &str) -> Option<&'static License> {
    static EXACT: LazyLock<HashMap<&'static str, &'static License>> = LazyLock::new(|| {
        let mut names = HashMap::new();
        for license in ALL.iter() {
            names.insert(license.id, *license);
        }
        for license in ALL.iter() {
            for name in [Some(license.slug), license.data_gouv].into_iter().flatten() {
                names.entry(name).or_insert(*license);
            }
        }
        names
    });
    EXACT.get(text).copied()
}

/// A licence of this code of the EU table.
pub(super) fn eu(code: &str) -> Option<&'static License> {
    ALL.iter().find(|license| license.eu == Some(code)).copied()
}

/// A licence that has this text for a name, whatever its case, accents and punctuation.
pub(super) fn whole_text(text: &str) -> Option<&'static License> {
    whole(&name_key(text))
}

/// The same for a text that is already a key.
pub(super) fn whole(key: &str) -> Option<&'static License> {
    static WHOLE: LazyLock<HashMap<String, &'static License>> = LazyLock::new(|| {
        let mut names = HashMap::new();
        for license in ALL.iter() {
            for name in own_names(license) {
                names.entry(name_key(name)).or_insert(*license);
            }
        }
        for license in ALL.iter() {
            for name in [license.data_gouv, license.eu].into_iter().flatten() {
                names.entry(name_key(name)).or_insert(*license);
            }
        }
        names
    });
    WHOLE.get(key).copied()
}

/// The names no two rows share.
pub(super) fn own_names(license: &'static License) -> impl Iterator<Item = &'static str> {
    [license.id, license.slug, license.title.en, license.title.fr, license.short.en, license.short.fr]
        .into_iter()
        .chain(license.aliases.iter().map(|alias| alias.trim_start_matches('=')))
}

/// A name that counts within a sentence.
pub(super) struct Name {
    pub(super) words: Vec<String>,
    pub(super) license: &'static License,
}

/// The names that count within a sentence and start with this word, the longest first.
pub(super) fn starting_with(word: &str) -> &'static [Name] {
    static NAMES: LazyLock<HashMap<String, Vec<Name>>> = LazyLock::new(|| {
        let mut names: HashMap<String, Vec<Name>> = HashMap::new();
        for license in ALL.iter() {
            for name in sentence_names(license) {
                let words: Vec<String> = name_key(name).split(' ').map(str::to_owned).collect();
                if let Some(first) = words.first() {
                    let first = first.clone();
                    names.entry(first).or_default().push(Name { words, license });
                }
            }
        }
        for same_start in names.values_mut() {
            same_start.sort_by_key(|name| std::cmp::Reverse(name.words.len()));
        }
        names
    });
    NAMES.get(word).map_or(&[], Vec::as_slice)
}

/// Aliases not marked `=`, and titles and ids of several words. Generic rows name no licence, and
/// Creative Commons' names have a grammar of their own.
fn sentence_names(license: &'static License) -> impl Iterator<Item = &'static str> {
    let grammar = license.id.starts_with("CC-BY") || license.id.starts_with("cc-by");
    let generic = license.id.starts_with("other-") || !license.specified;
    let several_words = |name: &&str| name_key(name).contains(' ');
    let titles = [license.id, license.title.en, license.title.fr];
    let aliases = license.aliases.iter().copied().filter(|alias| !alias.starts_with('='));
    titles.into_iter().filter(several_words).chain(aliases).filter(move |_| !grammar && !generic)
}
