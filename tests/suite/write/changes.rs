//! What a build changes in an output of an earlier one.

use std::fs;
use std::path::Path;

use etal::io::write::{self, Content, Error, Options};

use super::{Catalog, counts, message, tree};

#[test]
fn a_first_build_writes_every_file() {
    let catalog = Catalog::new();
    let files = "404.html=n .nojekyll= datasets/a/files/b/c.csv=x index.html=home";
    let summary = catalog.build(files).unwrap();
    assert_eq!(counts(&summary), (4, 0, 0));
    assert_eq!((summary.bytes_written, summary.bytes), (6, 6));
    assert_eq!(catalog.files(), tree(files));
}

#[test]
fn an_empty_output_is_filled() {
    let catalog = Catalog::new();
    fs::create_dir(catalog.out()).unwrap();
    assert_eq!(counts(&catalog.build("a=1 b/c=2").unwrap()), (2, 0, 0));
    assert_eq!(catalog.files(), tree("a=1 b/c=2"));
}

#[test]
fn only_changed_files_are_written() {
    let catalog = Catalog::new();
    catalog.build("a/x=1 b/x=2 c/x=3").unwrap();
    let before = (catalog.modified("a/x"), catalog.modified("b/x"));
    let summary = catalog.build("a/x=1 b/x=new d/x=4").unwrap();
    assert_eq!(counts(&summary), (2, 1, 1));
    assert_eq!(summary.bytes_written, 4);
    assert_eq!(catalog.files(), tree("a/x=1 b/x=new d/x=4"));
    assert_eq!(catalog.modified("a/x"), before.0);
    assert_ne!(catalog.modified("b/x"), before.1);
}

#[test]
fn a_build_of_the_same_writes_nothing() {
    let catalog = Catalog::new();
    catalog.build("a=1 b/c=2").unwrap();
    let state = || super::read(&catalog.root().join(".etal").join("outputs"));
    let inode = |folder: &Path| fs::metadata(folder).unwrap().modified().unwrap();
    let before = (catalog.modified("a"), inode(&catalog.out()), state());
    assert_eq!(counts(&catalog.build("a=1 b/c=2").unwrap()), (0, 2, 0));
    assert_eq!((catalog.modified("a"), inode(&catalog.out()), state()), before);
}

#[test]
fn folders_left_empty_are_removed() {
    let catalog = Catalog::new();
    catalog.build("a/b/c/x=1 a/y=2 d/e/z=3").unwrap();
    assert_eq!(counts(&catalog.build("a/y=2").unwrap()), (0, 1, 2));
    assert!(!catalog.out().join("a/b").exists() && !catalog.out().join("d").exists());
}

#[test]
fn a_file_changed_by_hand_is_written_again() {
    let catalog = Catalog::new();
    catalog.build("a=1 b=2").unwrap();
    catalog.put("a", "hand");
    fs::write(catalog.out().join("b"), "3").unwrap();
    assert_eq!(counts(&catalog.build("a=1 b=2").unwrap()), (2, 0, 0));
    assert_eq!(catalog.files(), tree("a=1 b=2"));
}

#[test]
fn a_file_removed_by_hand_is_written_again() {
    let catalog = Catalog::new();
    catalog.build("a/x=1 b=2").unwrap();
    fs::remove_dir_all(catalog.out().join("a")).unwrap();
    assert_eq!(counts(&catalog.build("a/x=1 b=2").unwrap()), (1, 1, 0));
    assert_eq!(catalog.files(), tree("a/x=1 b=2"));
}

#[test]
fn a_touched_file_is_compared_and_left() {
    let catalog = Catalog::new();
    catalog.build("a=1").unwrap();
    fs::File::open(catalog.out().join("a")).unwrap().set_modified(std::time::UNIX_EPOCH).unwrap();
    assert_eq!(counts(&catalog.build("a=1").unwrap()), (0, 1, 0));
    assert_eq!(catalog.modified("a"), std::time::UNIX_EPOCH);
    assert_eq!(counts(&catalog.build("a=2").unwrap()), (1, 0, 0));
}

#[test]
fn an_output_removed_by_hand_is_made_again() {
    let catalog = Catalog::new();
    catalog.build("a=1 b=2").unwrap();
    fs::remove_dir_all(catalog.out()).unwrap();
    assert_eq!(counts(&catalog.build("a=1 b=2").unwrap()), (2, 0, 0));
}

#[test]
fn a_file_becomes_a_folder_and_back() {
    let catalog = Catalog::new();
    for files in ["a=1 b=2", "a/x/y=1 a/z=2 b=2", "a=3 b=2", "a/x=4", "a/x/y=5"] {
        catalog.build(files).unwrap();
        assert_eq!(catalog.files(), tree(files));
    }
}

#[test]
fn an_empty_folder_gives_way_to_a_file() {
    let catalog = Catalog::new();
    catalog.build("a=1").unwrap();
    fs::create_dir_all(catalog.out().join("b/c/d")).unwrap();
    catalog.build("a=1 b=2").unwrap();
    assert_eq!(catalog.files(), tree("a=1 b=2"));
}

#[test]
fn a_name_may_change_its_capitals() {
    let catalog = Catalog::new();
    catalog.build("a/B=1 D/x=2").unwrap();
    assert_eq!(counts(&catalog.build("a/b=1 d/x=2").unwrap()), (2, 0, 2));
    assert_eq!(catalog.files(), tree("a/b=1 d/x=2"));
}

#[test]
fn a_failed_page_touches_nothing() {
    let catalog = Catalog::new();
    catalog.build("a=1 b=2").unwrap();
    let (root, out) = (catalog.root(), catalog.out());
    let render = |index: usize| match index {
        2 => Err(Error::Content("no such template".into())),
        _ => Ok(Content::Bytes(b"new".to_vec())),
    };
    let result = write::commit(&Options::new(&root, &out), &["a", "b", "c"], render);
    assert_eq!(message(result, &catalog), "no such template");
    assert_eq!(catalog.files(), tree("a=1 b=2"));
    assert_eq!(counts(&catalog.build("a=1 b=2").unwrap()), (0, 2, 0));
    assert!(!super::read(&root.join(".etal")).keys().any(|path| path.contains("stage")));
}

fn copy(catalog: &Catalog, from: &Path, text: &str) -> Result<write::Summary, Error> {
    let (root, out) = (catalog.root(), catalog.out());
    let content = || Content::CopyOf {
        from: from.to_owned(),
        size: text.len() as u64,
        sha256: etal::probe::sha256(text.as_bytes()),
    };
    write::commit(&Options::new(&root, &out), &["data.csv"], |_| Ok(content()))
}

#[test]
fn a_hosted_file_is_copied_when_it_changed() {
    let catalog = Catalog::new();
    let from = catalog.root().join("content/data.csv");
    fs::write(&from, "a;b").unwrap();
    assert_eq!(counts(&copy(&catalog, &from, "a;b").unwrap()), (1, 0, 0));
    assert_eq!(catalog.files(), tree("data.csv=a;b"));
    // It is not even read when the output has it.
    fs::remove_file(&from).unwrap();
    assert_eq!(counts(&copy(&catalog, &from, "a;b").unwrap()), (0, 1, 0));
    fs::write(&from, "c;d").unwrap();
    assert_eq!(counts(&copy(&catalog, &from, "c;d").unwrap()), (1, 0, 0));
    assert_eq!(catalog.files(), tree("data.csv=c;d"));
}

#[test]
fn a_hosted_file_that_changes_meanwhile_stops_the_build() {
    let catalog = Catalog::new();
    let from = catalog.root().join("content/data.csv");
    fs::write(&from, "new").unwrap();
    let result = copy(&catalog, &from, "old");
    assert_eq!(message(result, &catalog), "`/…/catalog/content/data.csv` changed while it was copied");
    assert!(!catalog.out().exists());
}
