//! What is searched of a dataset, and what each part counts.

use std::fs;
use std::path::Path;

use etal::search::read::{Answer, Question};
use tempfile::TempDir;

use super::catalogues::searched;
use crate::demonstration::{etal, tree};

const SITE: &str = "id = \"0b7e2f9e-58f4-4a3c-9c35-6a1f9a4c2d10\"\ntitle = \"t\"\nlanguages = [\"fr\"]\n";

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join("content").join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// A catalogue with a word in each part of a dataset, and one dataset that has it in its title.
fn catalogue(settings: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("site.toml"), format!("{SITE}{settings}")).unwrap();
    write(folder.path(), "organizations/mairie.yaml", "name: Mairie des Coquelicots\n");
    write(
        folder.path(),
        "datasets/parties/dataset.yaml",
        "title: Jeu complet\nacronym: ZYGO\norganization: mairie\ntags: [tournesol]\ndescription: |\n  Des *marguerites*.\n\n  \
         Encore des marguerites, toujours des marguerites.\nresources:\n  - title: Relevé des jonquilles\n    path: fleurs.csv\n",
    );
    write(folder.path(), "datasets/parties/fleurs.csv", "code_pivoine;nombre\n1;2\n");
    write(folder.path(), "datasets/titre.yaml", "title: La marguerite\nlanguage: fr\ndescription: Rien.\n");
    write(
        folder.path(),
        "datasets/anglais.yaml",
        "title: { fr: Les abeilles, en: Honey bees }\nlanguage: en\ndescription: Counting hives.\n",
    );
    write(folder.path(), "datasets/basque.yaml", "title: Etxeak\nlanguage: eu\ndescription: Zerrenda.\n");
    folder
}

fn asked(folder: &TempDir, text: &str) -> Answer {
    let question = Question { text: format!("{text} "), page: 1, size: 10, ..Question::default() };
    searched(folder.path()).reader().search(&question).unwrap()
}

fn found(folder: &TempDir, text: &str) -> Vec<String> {
    asked(folder, text).hits.into_iter().map(|hit| hit.card.slug).collect()
}

#[test]
fn every_part_of_a_dataset_is_searched() {
    let folder = catalogue("");
    for word in ["complet", "zygo", "coquelicot", "TOURNESOLS", "jonquille", "csv", "pivoine", "code_pivoine"] {
        assert_eq!(found(&folder, word), ["parties"], "{word}");
    }
    for (word, slug) in [("abeille", "anglais"), ("bee", "anglais"), ("hive", "anglais"), ("etxeak", "basque")] {
        assert_eq!(found(&folder, word), [slug], "{word}");
    }
    assert_eq!(found(&folder, "title:marguerites"), ["titre"]);
}

#[test]
fn boosts_of_the_settings_change_the_order() {
    assert_eq!(found(&catalogue(""), "marguerites"), ["titre", "parties"]);
    let folder = catalogue("[search.boosts]\ntitle = 0\ndescription = 10.5\n");
    assert_eq!(found(&folder, "marguerites"), ["parties", "titre"]);
    // A part that does not count is still found.
    assert_eq!(asked(&folder, "etxeak").hits[0].score, 1);
}

#[test]
fn a_site_may_have_no_search() {
    let folder = catalogue("search = \"none\"\n");
    let searched = searched(folder.path());
    assert_eq!((searched.published.shards.len(), searched.published.entry), (0, None));
    let built = etal(folder.path()).args(["build", "--quiet", "--now", crate::catalog::NOW]).output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    for (path, bytes) in tree(&folder.path().join("public")) {
        let text = String::from_utf8_lossy(&bytes);
        let mentions = path.ends_with(".html") && (text.contains("role=search") || text.contains("role=\"search\""));
        assert!(!path.contains("search") && !mentions, "{path}");
    }
}
