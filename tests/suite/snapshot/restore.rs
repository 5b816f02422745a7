//! `etal snapshot restore`: a catalogue again, or nothing.

use std::fs;
use std::path::Path;

use etal::probe::sha256;
use etal::snapshot::{FileEntry, Manifest};

use super::made::{Kind, catalogue, etal, list, names, snapshot, tree, write};
use crate::catalog::NOW;
use crate::project::Project;

/// A folder with the snapshot of a small catalogue.
fn made(kind: Kind) -> Project {
    let project = Project::empty();
    snapshot(&catalogue().path("."), &project.path("snap"), NOW, kind);
    project
}

fn restore(project: &Project, target: &str) -> (i32, String, String) {
    etal(&project.path("."), &["snapshot", "restore", "snap", target], &[])
}

/// The files that a manifest lists.
fn entries(snapshot: &Path) -> Vec<FileEntry> {
    Manifest::read(&fs::read(snapshot.join("manifest.json")).unwrap()).unwrap().files
}

fn entry(path: &str, bytes: &[u8]) -> FileEntry {
    FileEntry { path: path.to_owned(), size: bytes.len() as u64, sha256: sha256(bytes) }
}

#[test]
fn all_that_it_was_made_from_comes_back() {
    for (kind, before) in [(Kind::Plain, ""), (Kind::Bag, "data/")] {
        let project = made(kind);
        fs::create_dir(project.path("empty")).unwrap();
        for target in ["new", "deep/er/new", "empty"] {
            let (code, out, errors) = restore(&project, target);
            assert_eq!((code, errors.as_str()), (0, ""));
            let first = format!("restored `{target}`: 12 files, as of {NOW}, commit 0123456789\n");
            assert!(out.starts_with(&first) && out.contains("etal build --replay"), "{out}");
            let mut expected = tree(&project.path(&format!("snap/{before}source")));
            let evidence = fs::read(project.path(&format!("snap/{before}evidence.json"))).unwrap();
            expected.insert(String::from("evidence.json"), evidence);
            assert_eq!(tree(&project.path(target)), expected);
        }
        assert_eq!(names(&project.path(".")), ["deep", "empty", "new", "snap"]);
    }
}

#[test]
fn what_is_not_empty_stays_as_it_is() {
    let project = made(Kind::Plain).file("full/x", "mine").file("file", "mine");
    for target in ["full", "file", "full/x"] {
        let (code, out, errors) = restore(&project, target);
        assert_eq!((code, out.as_str()), (2, ""));
        assert!(errors.contains("exists already and is not empty"), "{errors}");
    }
    assert_eq!(names(&project.path(".")), ["file", "full", "snap"]);
    assert_eq!(names(&project.path("full")), ["x"]);
}

#[test]
fn each_file_that_is_not_what_it_was_is_named_and_nothing_is_written() {
    let project = made(Kind::Plain);
    let source = project.path("snap/source");
    write(&source.join("content/datasets/arbres/data.csv"), b"name,count\narbres,1\n");
    fs::remove_file(source.join("content/datasets/bancs/data.csv")).unwrap();
    write(&source.join("content/datasets/eaux/more.csv"), b"x\n");
    // What systems leave behind is no reason, and stays behind.
    write(&source.join("Thumbs.db"), b"x");
    write(&source.join(".DS_Store"), b"x");
    let evidence = fs::read_to_string(project.path("snap/evidence.json")).unwrap();
    write(&project.path("snap/evidence.json"), evidence.replace("2001-09", "2002-09").as_bytes());
    let (code, out, _) = restore(&project, "deep/new");
    assert_eq!(code, 1);
    let expected = "`evidence.json` is not what it was\n\
                    `source/content/datasets/arbres/data.csv` is not what it was\n\
                    `source/content/datasets/bancs/data.csv` is missing\n\
                    `source/content/datasets/eaux/more.csv` does not belong there\n\n\
                    nothing was restored: this is not what the snapshot was; take another copy of it\n";
    assert_eq!(out, expected);
    assert_eq!(names(&project.path(".")), ["snap"]);
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    use std::os::unix::fs::symlink;
    let project = made(Kind::Plain);
    let file = project.path("snap/source/content/datasets/eaux/data.csv");
    fs::rename(&file, project.path("data.csv")).unwrap();
    symlink(project.path("data.csv"), &file).unwrap();
    let (code, out, _) = restore(&project, "new");
    assert_eq!(code, 1);
    assert!(out.contains("`source/content/datasets/eaux/data.csv` does not belong there\n"), "{out}");
    fs::rename(project.path("snap/source"), project.path("elsewhere")).unwrap();
    symlink(project.path("elsewhere"), project.path("snap/source")).unwrap();
    let (code, out, _) = restore(&project, "new");
    assert_eq!(code, 1);
    assert!(out.contains("`source/site.toml` is missing\n"), "{out}");
    assert!(!project.path("new").exists());
}

#[test]
fn a_manifest_puts_nothing_where_it_does_not_belong() {
    let refused = |path: &str| {
        let project = made(Kind::Plain);
        let snap = project.path("snap");
        write(&snap.join(path), b"x");
        let mut files = entries(&snap);
        files.push(entry(path, b"x"));
        list(&snap, false, NOW.parse().unwrap(), &files);
        let (code, out, errors) = restore(&project, "new");
        assert_eq!(names(&project.path(".")).iter().filter(|name| *name == "new").count(), usize::from(code == 0));
        (code, format!("{out}{errors}"))
    };
    // A repository of its own would run what it says.
    for path in ["source/.git/config", "source/content/.x/y", "source/evidence.json"] {
        let (code, said) = refused(path);
        assert_eq!(code, 1, "{said}");
        assert!(said.contains(&format!("`{path}`")), "{said}");
    }
    assert_eq!(refused("source/../outside").0, 2);
    assert_eq!(refused("source/content/datasets/eaux/more.csv").0, 0);
}

#[test]
fn a_snapshot_without_a_catalogue_gives_none() {
    let project = made(Kind::Plain);
    let snap = project.path("snap");
    let files: Vec<FileEntry> = entries(&snap).into_iter().filter(|file| file.path == "index.html").collect();
    fs::remove_dir_all(snap.join("source")).unwrap();
    fs::remove_file(snap.join("evidence.json")).unwrap();
    list(&snap, false, NOW.parse().unwrap(), &files);
    let (code, out, _) = restore(&project, "new");
    assert_eq!(code, 1);
    assert!(out.starts_with("`evidence.json` is missing\n`source/site.toml` is missing\n"), "{out}");
    fs::remove_file(snap.join("manifest.json")).unwrap();
    let (code, _, errors) = restore(&project, "new");
    assert_eq!(code, 2);
    assert!(errors.contains("manifest.json") && errors.contains("\nhelp: "), "{errors}");
    assert_eq!(restore(&Project::empty(), "new").0, 2);
}
