//! Files in the output that etal did not write.

use std::fs;

use super::{Catalog, counts, message, tree};

#[test]
fn a_foreign_file_stops_the_build() {
    let catalog = Catalog::new();
    catalog.build("a=1").unwrap();
    catalog.put("notes/todo.txt", "mine");
    let result = catalog.build("a=2 b=3");
    assert_eq!(
        message(result, &catalog),
        "`/…/catalog/public` holds 1 file that etal did not write (`notes/todo.txt`)"
    );
    assert_eq!(catalog.files(), tree("a=1 notes/todo.txt=mine"));
}

#[test]
fn ten_foreign_files_are_named() {
    let catalog = Catalog::new();
    for number in 10..22 {
        catalog.put(&number.to_string(), "");
    }
    let expected = "`/…/catalog/public` holds 12 files that etal did not write (`10`, `11`, `12`, `13`, `14`, `15`, `16`, \
                    `17`, `18`, `19` and 2 more)";
    assert_eq!(message(catalog.build("a=1"), &catalog), expected);
}

#[test]
fn adopting_removes_only_what_was_named() {
    let catalog = Catalog::new();
    catalog.put("old/page.html", "x");
    catalog.put("index.html", "theirs");
    let expected = "`/…/catalog/public` holds 2 files that etal did not write (`index.html`, `old/page.html`)";
    assert_eq!(message(catalog.adopt("index.html=ours"), &catalog), expected);
    catalog.put("later.txt", "y");
    let expected =
        "`/…/catalog/public` holds 3 files that etal did not write (`index.html`, `later.txt`, `old/page.html`)";
    assert_eq!(message(catalog.adopt("index.html=ours"), &catalog), expected);
    let summary = catalog.adopt("index.html=ours").unwrap();
    assert_eq!(summary.adopted, ["index.html", "later.txt", "old/page.html"]);
    assert_eq!(catalog.files(), tree("index.html=ours"));
    assert!(!catalog.out().join("old").exists());
}

#[test]
fn adopting_is_forgotten_once_done() {
    let catalog = Catalog::new();
    catalog.put("x", "1");
    catalog.build("a=1").unwrap_err();
    catalog.adopt("a=1").unwrap();
    catalog.put("x", "2");
    catalog.adopt("a=1").unwrap_err();
    assert_eq!(catalog.files(), tree("a=1 x=2"));
}

#[test]
fn a_stranger_where_a_page_goes_is_not_overwritten() {
    let catalog = Catalog::new();
    catalog.put("index.html", "theirs");
    let expected = "`/…/catalog/public` holds 1 file that etal did not write (`index.html`)";
    assert_eq!(message(catalog.build("index.html=ours"), &catalog), expected);
    assert_eq!(catalog.files(), tree("index.html=theirs"));
    catalog.adopt("index.html=ours").unwrap();
    assert_eq!(catalog.files(), tree("index.html=ours"));
}

#[test]
fn an_output_without_its_list_goes_on_when_it_holds_the_same() {
    let catalog = Catalog::new();
    catalog.build("a=1 b/c=2").unwrap();
    fs::remove_dir_all(catalog.root().join(".etal")).unwrap();
    assert_eq!(counts(&catalog.build("a=1 b/c=2").unwrap()), (0, 2, 0));
    assert_eq!(counts(&catalog.build("a=2").unwrap()), (1, 0, 1));
}

#[test]
fn dot_entries_at_the_top_are_left_alone() {
    let catalog = Catalog::new();
    catalog.put(".git/HEAD", "ref");
    catalog.put(".domains", "example.org");
    catalog.build(".nojekyll= a=1").unwrap();
    catalog.build(".nojekyll= b=1").unwrap();
    assert_eq!(catalog.files(), tree(".git/HEAD=ref .domains=example.org .nojekyll= b=1"));
    // Below, a dot is nothing special.
    catalog.put("sub/.hidden", "x");
    catalog.build(".nojekyll= b=1").unwrap_err();
}

#[test]
fn dot_entries_of_ours_are_reconciled() {
    let catalog = Catalog::new();
    catalog.build(".well-known/security.txt=1 a=1").unwrap();
    assert_eq!(counts(&catalog.build("a=1").unwrap()), (0, 1, 1));
    assert_eq!(catalog.files(), tree("a=1"));
}
