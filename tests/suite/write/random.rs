//! Any sequence of outputs, with failures anywhere in between.

use std::sync::atomic::{AtomicUsize, Ordering};

use etal::io::write::{self, Error, Options, Step};
use proptest::prelude::*;

use super::{Catalog, Tree};

/// Some files, none of which stands where another needs a folder.
fn trees() -> impl Strategy<Value = Tree> {
    proptest::collection::btree_map("[abc](/[ab]){0,2}", "[xy]{0,2}", 0..8).prop_map(|mut tree| {
        let paths: Vec<String> = tree.keys().cloned().collect();
        tree.retain(|path, _| !paths.iter().any(|other| other.starts_with(&format!("{path}/"))));
        tree
    })
}

/// How many files of `new` are not in `old` as they are.
fn changed(old: &Tree, new: &Tree) -> usize {
    new.iter().filter(|(path, text)| old.get(*path) != Some(*text)).count()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_output_is_an_old_one_or_the_new_one(builds in proptest::collection::vec((trees(), 0..40usize), 1..6)) {
        let catalog = Catalog::new();
        let (root, out) = (catalog.root(), catalog.out());
        let mut old = Tree::new();
        for (new, last) in builds {
            let count = AtomicUsize::new(0);
            let before = |_: Step<'_>| match count.fetch_add(1, Ordering::SeqCst) {
                count if count < last => Ok(()),
                _ => Err(Error::Content("stopped".into())),
            };
            let result = catalog.write(&new, &Options { before: &before, ..Options::new(&root, &out) });
            if let Ok(summary) = result {
                prop_assert_eq!(summary.written, changed(&old, &new));
                prop_assert_eq!(catalog.files(), new.clone());
                old = new;
            } else {
                for (path, text) in catalog.files() {
                    prop_assert!(old.get(&path) == Some(&text) || new.get(&path) == Some(&text));
                }
                let completed = !write::recover(&root).unwrap().is_empty();
                old = if completed { new } else { old };
                prop_assert_eq!(catalog.files(), old.clone());
            }
        }
    }
}
