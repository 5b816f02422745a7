//! A small closed list of codes with labels, and its look-up.

use super::{Label, key, nearest};

/// One code of a small list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    pub id: &'static str,
    pub label: Label,
    /// The concept's address in a public vocabulary, when it has one.
    pub uri: Option<&'static str>,
    /// Other spellings people write; compared without case, accents and punctuation.
    pub aliases: &'static [&'static str],
}

impl Term {
    pub(super) const fn new(id: &'static str, en: &'static str, fr: &'static str) -> Term {
        Term { id, label: Label::new(en, fr), uri: None, aliases: &[] }
    }

    pub(super) const fn uri(mut self, uri: &'static str) -> Term {
        self.uri = Some(uri);
        self
    }

    pub(super) const fn also(mut self, aliases: &'static [&'static str]) -> Term {
        self.aliases = aliases;
        self
    }

    /// Id, labels and other spellings.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        [self.id, self.label.en, self.label.fr].into_iter().chain(self.aliases.iter().copied())
    }
}

/// A closed list of terms, in the order in which people should read it.
#[derive(Debug)]
pub struct Vocabulary {
    /// The list's name in messages: `access type`.
    pub name: &'static str,
    pub terms: &'static [Term],
}

impl Vocabulary {
    /// The term of an id, URI, label or alias.
    pub fn find(&self, text: &str) -> Option<&'static Term> {
        let text = text.trim();
        if let Some(term) = self.terms.iter().find(|term| term.id == text) {
            return Some(term);
        }
        if text.is_empty() {
            return None;
        }
        if text.contains("://") {
            let bare = without_scheme(text);
            let same = |uri: &str| without_scheme(uri).eq_ignore_ascii_case(bare);
            return self.terms.iter().find(|term| term.uri.is_some_and(same));
        }
        let wanted = key(text);
        self.terms.iter().find(|term| term.names().any(|name| key(name) == wanted))
    }

    /// The ids in the order of the list.
    pub fn ids(&self) -> impl Iterator<Item = &'static str> {
        self.terms.iter().map(|term| term.id)
    }

    /// The id that a mistyped one most probably meant.
    pub fn nearest(&self, text: &str) -> Option<&'static str> {
        nearest(text, self.ids())
    }
}

fn without_scheme(uri: &str) -> &str {
    uri.split_once("://").map_or(uri, |(_, rest)| rest).trim_end_matches('/')
}

#[cfg(test)]
pub(super) mod checks {
    use super::*;

    /// Ids are unique, and every name of a term finds that term and no other.
    #[track_caller]
    pub(in super::super) fn sound(vocabulary: &Vocabulary, count: usize) {
        assert_eq!(vocabulary.terms.len(), count, "{}", vocabulary.name);
        for term in vocabulary.terms {
            for name in term.names().chain(term.uri) {
                let found = vocabulary.find(name).map(|term| term.id);
                assert_eq!(found, Some(term.id), "{}: {name}", vocabulary.name);
            }
            assert!(!term.label.en.is_empty() && !term.label.fr.is_empty());
        }
        assert_eq!(vocabulary.find(""), None);
        assert_eq!(vocabulary.find("no such thing"), None);
    }
}
