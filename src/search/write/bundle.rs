//! The files of the search while they are made: each named by its content, with directories to find them by.

use std::collections::BTreeMap;

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::super::Shard;

/// Characters of a file's name.
const NAME: usize = 8;

/// Files by kind and name.
#[derive(Debug, Default)]
pub(crate) struct Bundle {
    files: BTreeMap<(&'static str, String), String>,
}

/// Where keys are: the first key of each file, and the names of the files.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Directory(String, String);

impl Bundle {
    /// Adds a file; its name. The same content is one file.
    pub(crate) fn add(&mut self, kind: &'static str, value: &impl Serialize) -> String {
        let json = serde_json::to_string(value).expect("internal error: the value has a JSON form");
        let digest = Sha256::digest(json.as_bytes());
        // Two contents of one beginning are told apart by the next bytes of the digest.
        for start in 0..digest.len() - 5 {
            let name = name_of(&digest[start..]);
            let known = self.files.entry((kind, name.clone())).or_insert_with(|| json.clone());
            if *known == json {
                return name;
            }
        }
        unreachable!("internal error: two contents have one digest")
    }

    /// Adds the files of a list that was cut, with their directory.
    pub(crate) fn add_all<V: Serialize>(
        &mut self,
        kind: &'static str,
        files: impl IntoIterator<Item = (String, V)>,
    ) -> Directory {
        let mut directory = Directory::default();
        for (first, value) in files {
            if !directory.1.is_empty() {
                directory.0.push(' ');
            }
            directory.0.push_str(&first);
            directory.1.push_str(&self.add(kind, &value));
        }
        directory
    }

    /// The files as scripts, sorted by path.
    pub(crate) fn scripts(self) -> Vec<Shard> {
        // One after the other: at no time are all there twice.
        let script = |((kind, name), json): ((&str, String), String)| Shard {
            path: format!("search/{kind}/{name}.js"),
            bytes: call(kind, &name, &json).into_bytes(),
        };
        self.files.into_iter().map(script).collect()
    }

    /// All files in one, the boot file first.
    pub(crate) fn whole(&self) -> String {
        let boot = self.files.iter().filter(|((kind, _), _)| *kind == "boot");
        let others = self.files.iter().filter(|((kind, _), _)| *kind != "boot");
        boot.chain(others).map(|((kind, name), json)| call(kind, name, json)).collect()
    }
}

/// One file as a script.
fn call(kind: &str, name: &str, json: &str) -> String {
    format!("etal(\"{kind}/{name}\",{json})\n")
}

/// The name of a file with this content.
pub(crate) fn named(content: &[u8]) -> String {
    name_of(&Sha256::digest(content))
}

/// Eight characters, five bits each.
fn name_of(digest: &[u8]) -> String {
    const DIGITS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
    let number = digest.iter().take(5).fold(0u64, |number, byte| number << 8 | u64::from(*byte));
    (0..NAME).map(|at| char::from(DIGITS[(number >> (5 * at) & 31) as usize])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_content_is_one_file() {
        let mut bundle = Bundle::default();
        let one = bundle.add("cards", &[1]);
        assert_eq!(bundle.add("cards", &[1]), one);
        assert_ne!(bundle.add("cards", &[2]), one);
        assert_eq!(bundle.scripts().len(), 2);
        assert_eq!(one.len(), NAME);
    }
}
