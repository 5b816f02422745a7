//! Reading a catalogue from a disk.

use std::fs;

use etal::io::{Catalogue, Progress, Shape, read};
use etal::rules::{History, StrayKind};
use etal::source::Content;

use crate::catalog::NOW;
use crate::project::Project;

struct Silent;

impl Progress for Silent {
    fn read(&self, _: u64) {}
}

fn catalogue(project: &Project) -> Catalogue {
    read(&project.path("."), Shape::Catalogue, NOW.parse().unwrap(), &Silent).unwrap()
}

/// A table that is large enough to be remembered.
fn large_table(last: &str) -> String {
    let mut table = String::from("code;valeur\n");
    (0..10_000).for_each(|row| table.push_str(&format!("{row};{row},5\n")));
    table + last
}

#[test]
fn a_catalogue_is_read_in_the_order_of_its_paths() {
    let project = Project::new()
        .file("content/datasets/b.yaml", "title: b\n")
        .file("content/datasets/a/dataset.yaml", "title: a\n")
        .file("content/datasets/a/données/x.csv", "a,b\n1,2\n")
        .file("content/organizations/o.md", "---\nname: o\n---\n")
        .file("content/static/img/logo.svg", "<svg/>")
        .file("content/datasets/a/.hidden", "")
        .file("themes/default/style.css", "a{}")
        .file("themes/other/style.css", "b{}")
        .file("content/notes.txt", "");
    let inputs = catalogue(&project).inputs;
    let paths: Vec<&str> = inputs.sources.iter().map(|source| source.path.as_str()).collect();
    let expected =
        ["content/datasets/a/dataset.yaml", "content/datasets/b.yaml", "content/organizations/o.md", "site.toml"];
    assert_eq!(paths, expected);
    assert_eq!(inputs.config, 3);
    assert_eq!(inputs.descriptors.len(), 3);
    let file = &inputs.files["a"][0];
    assert_eq!((file.path.as_str(), file.size), ("données/x.csv", 8));
    assert_eq!(file.table.as_ref().unwrap().columns.len(), 2);
    assert_eq!(inputs.statics[0].path, "img/logo.svg");
    assert_eq!(inputs.theme.keys().collect::<Vec<_>>(), ["style.css"]);
    assert_eq!(inputs.theme["style.css"], b"a{}");
    assert_eq!(inputs.strays[0].path, "content/notes.txt");
    assert_eq!(inputs.history, History::None);
}

#[test]
fn descriptors_of_any_size_and_bytes_are_kept() {
    let project = Project::new()
        .file("content/datasets/large.yaml", "a".repeat(10_000_000))
        .file("content/datasets/odd.yaml", b"title: \xff\n");
    let inputs = catalogue(&project).inputs;
    assert_eq!(inputs.sources[0].content, Content::TooLarge(10_000_000));
    assert_eq!(inputs.sources[1].content, Content::NotText(7));
}

#[cfg(unix)]
#[test]
fn links_are_never_followed() {
    use std::os::unix::fs::symlink;
    let outside = Project::empty().file("secret.yaml", "title: secret\n").file("folder/secret.csv", "a\n");
    let project = Project::new().file("content/datasets/a.yaml", "title: a\n");
    symlink(outside.path("secret.yaml"), project.path("content/datasets/b.yaml")).unwrap();
    symlink(outside.path("folder"), project.path("content/datasets/c")).unwrap();
    symlink(outside.path("folder"), project.path("content/static")).unwrap();
    fs::create_dir(project.path("themes")).unwrap();
    symlink(outside.path("folder"), project.path("themes/default")).unwrap();
    let inputs = catalogue(&project).inputs;
    assert_eq!(inputs.sources.len(), 2);
    let strays: Vec<_> = inputs.strays.iter().map(|stray| (stray.path.as_str(), stray.kind)).collect();
    let link = StrayKind::Link;
    assert_eq!(strays, [("content/datasets/b.yaml", link), ("content/datasets/c", link), ("content/static", link)]);
    assert!(inputs.files.is_empty() && inputs.statics.is_empty() && inputs.theme.is_empty());
}

#[cfg(unix)]
#[test]
fn a_catalogue_may_be_reached_through_a_link() {
    let project = Project::new().file("content/datasets/a.yaml", "title: a\n");
    let other = Project::empty();
    std::os::unix::fs::symlink(project.path("."), other.path("here")).unwrap();
    let catalogue = read(&other.path("here"), Shape::Catalogue, NOW.parse().unwrap(), &Silent).unwrap();
    assert_eq!(catalogue.inputs.sources.len(), 2);
}

#[cfg(target_os = "linux")]
#[test]
fn names_are_composed_and_still_found() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let project = Project::new()
        .file("content/datasets/a/dataset.yaml", "title: a\n")
        .file("content/datasets/a/donne\u{301}es.csv", "a,b\n")
        .file("content/datasets/a/e\u{301}.csv", "decomposed")
        .file("content/datasets/a/\u{e9}.csv", "composed");
    fs::write(project.path("content/datasets/a").join(OsStr::from_bytes(b"\xff.csv")), "").unwrap();
    let catalogue = catalogue(&project);
    let files: Vec<&str> = catalogue.inputs.files["a"].iter().map(|file| file.path.as_str()).collect();
    assert_eq!(files, ["données.csv", "é.csv"]);
    let place = catalogue.places.of("content/datasets/a/données.csv");
    assert_eq!(fs::read(place).unwrap(), b"a,b\n");
    let strays: Vec<_> = catalogue.inputs.strays.iter().map(|stray| (stray.path.as_str(), stray.kind)).collect();
    let bad = StrayKind::BadName;
    assert_eq!(strays, [("content/datasets/a/é.csv", bad), ("content/datasets/a/\u{fffd}.csv", bad)]);
}

#[test]
fn a_large_file_is_judged_the_same_when_it_is_remembered() {
    let path = "content/datasets/a/x.csv";
    let project = Project::new().file("content/datasets/a/dataset.yaml", "title: a\n").file(path, large_table(""));
    let long_ago = std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_700_000_000);
    let date = || fs::File::options().append(true).open(project.path(path)).unwrap().set_modified(long_ago).unwrap();
    date();
    let first = catalogue(&project).inputs.files;
    assert_eq!(catalogue(&project).inputs.files, first);
    // The same size and time: what is remembered is taken, which shows that the file is not read.
    let changed = large_table("").replace("9999,5", "9999,6");
    project.write(path, &changed);
    date();
    assert_eq!(catalogue(&project).inputs.files, first);
    project.write(path, large_table("x;y\n"));
    let files = catalogue(&project).inputs.files;
    assert_ne!(files["a"][0].sha256, first["a"][0].sha256);
}

#[test]
fn a_large_file_that_has_just_changed_is_read_again() {
    let path = "content/datasets/a/x.csv";
    let project = Project::new().file("content/datasets/a/dataset.yaml", "title: a\n").file(path, large_table(""));
    let modified = fs::metadata(project.path(path)).unwrap().modified().unwrap();
    let first = catalogue(&project).inputs.files;
    project.write(path, large_table("").replace("9999,5", "9999,6"));
    fs::File::options().append(true).open(project.path(path)).unwrap().set_modified(modified).unwrap();
    assert_ne!(catalogue(&project).inputs.files, first);
}

#[cfg(unix)]
#[test]
fn new_files_are_never_written_through_a_link() {
    let project = Project::empty().file("outside/x.txt", "");
    fs::create_dir_all(project.path("catalogue")).unwrap();
    std::os::unix::fs::symlink(project.path("outside"), project.path("catalogue/a")).unwrap();
    let files = [(String::from("a/b/c.yml"), b"x".to_vec())].into();
    let error = etal::io::write_new(&project.path("catalogue"), &files).unwrap_err();
    assert!(matches!(error, etal::io::Error::Link(_)), "{error}");
    assert!(!project.path("outside/b").exists());
}
