//! Where an output may be, what its paths may be, and what links in it do.

use std::fs;
use std::path::Path;

use etal::io::write::{self, Options, Step};

use super::{Catalog, message, tree};

/// What building to a path below the folder of the test says.
#[track_caller]
fn refused(out: &str, expected: &str) {
    let catalog = Catalog::new();
    for folder in ["catalog/themes/own", "catalog/content/datasets", "elsewhere"] {
        fs::create_dir_all(catalog.folder.path().join(folder)).unwrap();
    }
    let before = super::read(catalog.folder.path());
    let result = catalog.write(&tree("a=1"), &Options::new(&catalog.root(), &catalog.folder.path().join(out)));
    assert_eq!(message(result, &catalog), expected);
    assert_eq!(super::read(catalog.folder.path()), before);
}

#[test]
fn an_output_never_holds_the_catalogue() {
    refused("catalog", "`/…/catalog` cannot be the output: it is the catalogue's own folder or contains it");
    refused("catalog/.", "`/…/catalog/.` cannot be the output: it is the catalogue's own folder or contains it");
    refused("", "`/…/` cannot be the output: it is the catalogue's own folder or contains it");
    refused(
        "catalog/content/..",
        "`/…/catalog/content/..` cannot be the output: it is the catalogue's own folder or contains it",
    );
}

#[test]
fn an_output_is_never_inside_the_sources() {
    let refused = |out: &str| {
        refused(
            out,
            &format!("`/…/{out}` cannot be the output: the catalogue is read from there, or it belongs to git or etal"),
        );
    };
    ["content", "content/datasets/x", "themes/own", ".etal/out", ".git", "site.toml/x"]
        .iter()
        .for_each(|out| refused(&format!("catalog/{out}")));
}

#[test]
fn an_output_that_does_not_exist_does_not_go_up() {
    let expected =
        "`/…/new/../x` cannot be the output: its path is not Unicode or goes up from a folder that does not exist";
    refused("new/../x", expected);
}

#[test]
fn an_output_is_a_folder() {
    refused("catalog/site.toml", "`/…/catalog/site.toml` cannot be the output: it is a file");
}

#[test]
fn an_output_may_be_anywhere_else() {
    let catalog = Catalog::new();
    for out in ["catalog/build/site", "deep/er/public", "catalog/contents"] {
        let out = catalog.folder.path().join(out);
        catalog.write(&tree("a=1 b/c=2"), &Options::new(&catalog.root(), &out)).unwrap();
        assert_eq!(super::read(&out), tree("a=1 b/c=2"));
    }
}

#[test]
fn outputs_are_reconciled_apart() {
    let catalog = Catalog::new();
    let (one, other) = (catalog.root().join("one"), catalog.root().join("other"));
    catalog.write(&tree("a=1"), &Options::new(&catalog.root(), &one)).unwrap();
    catalog.write(&tree("b=1"), &Options::new(&catalog.root(), &other)).unwrap();
    catalog.write(&tree("c=1"), &Options::new(&catalog.root(), &one)).unwrap();
    assert_eq!((super::read(&one), super::read(&other)), (tree("c=1"), tree("b=1")));
}

#[test]
fn a_catalogue_that_is_moved_keeps_its_state() {
    let catalog = Catalog::new();
    catalog.build("a=1 b=2").unwrap();
    let moved = catalog.folder.path().join("moved");
    fs::rename(catalog.root(), &moved).unwrap();
    let summary = catalog.write(&tree("a=1"), &Options::new(&moved, &moved.join("public"))).unwrap();
    assert_eq!(super::counts(&summary), (0, 1, 1));
}

#[test]
fn paths_of_a_plan_stay_below_the_output() {
    let catalog = Catalog::new();
    for path in ["../x", "/x", "a//b", "a/./b", "a/../b", "", "a/", ".git/config", ".ETAL/x", "a\0b", &"x".repeat(256)]
    {
        let tree = [(path.to_owned(), String::new())].into();
        let result = catalog.write(&tree, &Options::new(&catalog.root(), &catalog.out()));
        assert_eq!(message(result, &catalog), format!("internal error: `{path}` is no path of a site"));
    }
    assert_eq!(super::read(&catalog.root()), tree("site.toml="));
}

#[test]
fn paths_of_a_plan_are_told_apart_everywhere() {
    let catalog = Catalog::new();
    let case = |files: &str, expected: &str| {
        let expected = format!("{expected} would be the same file on some systems");
        assert_eq!(message(catalog.build(files), &catalog), expected);
    };
    case("a/B=1 a/b=2", "`a/B` and `a/b`");
    case("A/x=1 a/y=2", "`A` and `a`");
    case("é/x=1 É/y=2", "`É` and `é`");
    case("a=1 a/b=2", "`a` and `a`");
    assert_eq!(super::read(&catalog.root()), tree("site.toml="));
}

#[test]
fn what_cannot_be_put_in_place_is_named_and_completed_later() {
    let catalog = Catalog::new();
    catalog.build("a/x=1 b/x=1").unwrap();
    let (root, out) = (catalog.root(), catalog.out());
    // Somebody puts a folder there at the worst moment.
    let before = |step: Step<'_>| {
        if step == Step::Place("a/x") {
            fs::remove_file(out.join("a/x")).unwrap();
            catalog.put("a/x/hand", "mine");
        }
        Ok(())
    };
    let result = catalog.write(&tree("a/x=2 b/x=2"), &Options { before: &before, ..Options::new(&root, &out) });
    let expected = "cannot put `/…/catalog/public/a/x` in place: Directory not empty (os error 39)";
    assert_eq!(message(result, &catalog), expected);
    assert_eq!(catalog.files()["a/x/hand"], "mine");
    fs::remove_file(out.join("a/x/hand")).unwrap();
    write::recover(&root).unwrap();
    assert_eq!(catalog.files(), tree("a/x=2 b/x=2"));
}

#[cfg(unix)]
mod links {
    use std::os::unix::fs::symlink;

    use super::*;

    /// Replaces something in the output by a link that leads outside.
    fn link(catalog: &Catalog, path: &str, to: &Path) {
        let path = catalog.out().join(path);
        let _ = fs::remove_dir_all(&path).or_else(|_| fs::remove_file(&path));
        symlink(to, path).unwrap();
    }

    fn outside(catalog: &Catalog) -> std::path::PathBuf {
        let outside = catalog.folder.path().join("outside");
        fs::create_dir(&outside).unwrap();
        fs::write(outside.join("x"), "secret").unwrap();
        outside
    }

    #[test]
    fn a_link_where_a_page_goes_is_replaced() {
        let catalog = Catalog::new();
        catalog.build("a/x=1 b=1").unwrap();
        let outside = outside(&catalog);
        link(&catalog, "b", &outside.join("x"));
        link(&catalog, "a", &outside);
        catalog.build("a/x=1 b=1").unwrap();
        assert_eq!(catalog.files(), tree("a/x=1 b=1"));
        assert_eq!(super::super::read(&outside), tree("x=secret"));
    }

    #[test]
    fn nothing_is_removed_through_a_link() {
        let catalog = Catalog::new();
        catalog.build("a/x=1 b=1").unwrap();
        let outside = outside(&catalog);
        link(&catalog, "a", &outside);
        catalog.build("b=1").unwrap();
        assert_eq!(catalog.files(), tree("b=1"));
        assert_eq!(super::super::read(&outside), tree("x=secret"));
    }

    #[test]
    fn another_link_is_a_stranger() {
        let catalog = Catalog::new();
        catalog.build("b=1").unwrap();
        let outside = outside(&catalog);
        link(&catalog, "more", &outside);
        catalog.build("b=2").unwrap_err();
        catalog.adopt("b=2").unwrap();
        assert_eq!(catalog.files(), tree("b=2"));
        assert_eq!(super::super::read(&outside), tree("x=secret"));
    }

    #[test]
    fn the_output_is_no_link() {
        let catalog = Catalog::new();
        let outside = outside(&catalog);
        symlink(&outside, catalog.out()).unwrap();
        let expected = "`/…/catalog/public` cannot be the output: it is a link";
        assert_eq!(message(catalog.build("a=1"), &catalog), expected);
        let slash = catalog.root().join("public/");
        let result = catalog.write(&tree("a=1"), &Options::new(&catalog.root(), &slash));
        assert_eq!(message(result, &catalog), "`/…/catalog/public/` cannot be the output: it is a link");
        assert_eq!(super::super::read(&outside), tree("x=secret"));
    }

    #[test]
    fn the_state_is_no_link() {
        let catalog = Catalog::new();
        let outside = outside(&catalog);
        symlink(&outside, catalog.root().join(".etal")).unwrap();
        let expected = "`/…/catalog/.etal` cannot be the state: etal keeps its state there and needs a folder of its own, \
                        not a link or a file";
        assert_eq!(message(catalog.build("a=1"), &catalog), expected);
        assert_eq!(super::super::read(&outside), tree("x=secret"));
    }

    #[test]
    fn no_link_of_the_catalogue_leads_the_output_outside() {
        let catalog = Catalog::new();
        symlink(outside(&catalog), catalog.root().join("build")).unwrap();
        let out = catalog.root().join("build/site");
        let result = catalog.write(&tree("a=1"), &Options::new(&catalog.root(), &out));
        let expected = "`/…/catalog/build/site` cannot be the output: a link on its path leads outside the catalogue";
        assert_eq!(message(result, &catalog), expected);
    }
}
