//! Which file has a key: the first key of each file and the files' names.

use super::error::Damage;
use super::script::{HASH, is_hash};

/// Files that are looked through for keys with a beginning: the one where it stands, and three more.
const MOST_FILES: usize = 4;

/// A directory of the boot file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Directory {
    keys: Vec<String>,
    names: String,
}

impl Directory {
    /// A directory from its two strings.
    pub(super) fn read((keys, names): (String, String)) -> Result<Self, Damage> {
        let keys: Vec<String> = keys.split(' ').filter(|key| !key.is_empty()).map(str::to_owned).collect();
        let are_names =
            names.is_ascii() && names.as_bytes().chunks(HASH).all(|name| str::from_utf8(name).is_ok_and(is_hash));
        if names.len() != keys.len() * HASH || !are_names {
            return Err("a directory has not a name for each key");
        }
        if !keys.is_sorted() {
            return Err("the keys of a directory are not sorted");
        }
        Ok(Self { keys, names })
    }

    /// The file that has a key, if one has.
    pub(super) fn find(&self, key: &str) -> Option<&str> {
        self.place(key).map(|place| self.name(place))
    }

    /// The files that may have keys with a beginning, at most four: the file of the beginning, or the first, and
    /// those that follow.
    pub(super) fn with_beginning(&self, beginning: &str) -> Vec<&str> {
        let own = self.place(beginning);
        let first = own.unwrap_or(0);
        let may_have = |place: &usize| Some(*place) == own || self.keys[*place].starts_with(beginning);
        let end = self.keys.len().min(first + MOST_FILES);
        (first..end).take_while(may_have).map(|place| self.name(place)).collect()
    }

    fn place(&self, key: &str) -> Option<usize> {
        self.keys.partition_point(|first| first.as_str() <= key).checked_sub(1)
    }

    fn name(&self, place: usize) -> &str {
        &self.names[place * HASH..(place + 1) * HASH]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn directory(keys: &str) -> Directory {
        let names = ["aaaaaaaa", "bbbbbbbb", "cccccccc", "dddddddd", "eeeeeeee", "ffffffff"];
        let count = keys.split_whitespace().count();
        Directory::read((keys.to_owned(), names[..count].concat())).expect("directory")
    }

    #[test]
    fn the_last_file_that_does_not_begin_later_has_the_key() {
        let directory = directory("b d~1 é");
        let found = ["a", "b", "c", "d", "d~1", "z", "été"].map(|key| directory.find(key).map(|name| &name[..1]));
        assert_eq!(found, [None, Some("a"), Some("a"), Some("a"), Some("b"), Some("b"), Some("c")]);
        assert_eq!(super::Directory::default().find("a"), None);
    }

    #[test]
    fn a_beginning_is_looked_for_in_four_files_at_most() {
        let found = |keys: &str, beginning: &str| {
            directory(keys).with_beginning(beginning).iter().map(|name| &name[..1]).collect::<String>()
        };
        assert_eq!(found("a bab bad bag baz c", "ba"), "abcd");
        assert_eq!(found("bab bad bag baz bb c", "ba"), "abcd");
        assert_eq!(found("bab c", "ba"), "a");
        assert_eq!(found("c d", "ba"), "");
        assert_eq!(found("a c", "ba"), "a");
    }

    #[test]
    fn directories_that_cannot_be_are_refused() {
        for (keys, names) in
            [("a", ""), ("a b", "aaaaaaaa"), ("b a", "aaaaaaaabbbbbbbb"), ("a", "éééé"), ("a", "../../.a")]
        {
            assert!(Directory::read((keys.to_owned(), names.to_owned())).is_err(), "{keys}");
        }
    }
}
