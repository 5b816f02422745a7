//! `etal snapshot extract`: the folder that was packed, all of it or nothing.

use std::fs;
use std::path::Path;

use etal::io::unpack::{UnpackError, unfold};
use serde_json::Value as Json;

use super::tiny::{Packed, TOP, Tiny, gzip, tar, zip};
use crate::project::Project;

/// All files below a folder, with what is in them.
fn tree(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let below = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                files.push((below, fs::read(&path).unwrap()));
            }
        }
    }
    files.sort();
    files
}

/// What is in a folder, by name.
pub(super) fn names(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

#[test]
fn what_was_packed_is_there_again() {
    let tiny = Tiny::new();
    for (name, archive) in tiny.archives() {
        let project = Project::empty().file("archive", archive);
        let ran = project.run(&["snapshot", "extract", "archive", "to/here"]);
        assert_eq!((ran.err.as_str(), ran.code), ("", Some(0)), "{name}");
        assert!(ran.out.starts_with(&format!("unpacked into `to/here/{TOP}`\nwhole: Test")), "{name}: {}", ran.out);
        let files: Vec<(String, Vec<u8>)> = tiny.files.clone().into_iter().collect();
        assert_eq!(tree(&project.path(&format!("to/here/{TOP}"))), files, "{name}");
        assert_eq!(names(&project.path("to/here")), [TOP], "{name}");
    }
}

#[test]
fn the_folder_goes_where_the_command_is_run() {
    let project = Project::empty().file("a.zip", Tiny::new().zip());
    assert_eq!(project.run(&["snapshot", "extract", "a.zip"]).code, Some(0));
    assert_eq!(names(&project.path("")), ["a.zip", TOP]);
    let ran = project.run(&["snapshot", "extract", "a.zip"]);
    assert_eq!((ran.out.as_str(), ran.code), ("", Some(2)));
    assert!(ran.err.contains("exists already and is not empty"), "{}", ran.err);
    assert_eq!(names(&project.path("")), ["a.zip", TOP]);
}

#[test]
fn an_empty_folder_is_taken_and_a_full_one_is_not() {
    let project = Project::empty().file("a", Tiny::new().tar_gz());
    fs::create_dir(project.path(TOP)).unwrap();
    assert_eq!(project.run(&["snapshot", "extract", "a"]).code, Some(0));
    fs::remove_dir_all(project.path(TOP)).unwrap();
    project.write(&format!("{TOP}/mine"), "x");
    assert_eq!(project.run(&["snapshot", "extract", "a"]).code, Some(2));
    assert_eq!(names(&project.path(TOP)), ["mine"]);
}

#[test]
fn what_is_not_as_listed_is_unpacked_and_told() {
    let project = Project::empty().file("a", Tiny::new().flipped("index.html").zip());
    let ran = project.run(&["snapshot", "extract", "a"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("\nchanged index.html\nnot whole: 1 changed"), "{}", ran.out);
    assert_eq!(names(&project.path("")), ["a", TOP]);
    let ran = Project::empty().file("a", Tiny::new().zip()).run(&["snapshot", "extract", "a", "--format", "json"]);
    let json: Json = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((&json["whole"], json["folder"].as_str()), (&true.into(), Some(format!("./{TOP}").as_str())));
}

#[test]
fn a_damaged_file_is_left_out_and_named() {
    let mut entries = Tiny::new().entries();
    entries.iter_mut().filter(|entry| entry.name.ends_with(b"data.csv")).for_each(|entry| entry.size = 10);
    let project = Project::empty().file("a", zip(&entries));
    let ran = project.run(&["snapshot", "extract", "a"]);
    assert_eq!(ran.code, Some(1));
    let line = "damaged source/content/datasets/a/data.csv: it is longer than the archive says\n";
    assert!(ran.out.contains(line), "{}", ran.out);
    assert!(!project.path(&format!("{TOP}/source/content/datasets/a/data.csv")).exists());
    let into = tempfile::tempdir().unwrap();
    assert!(matches!(unfold(&project.path("a"), into.path(), &[]), Err(UnpackError::Damaged(..))));
    assert!(names(into.path()).is_empty());
}

#[test]
fn a_cut_off_archive_is_not_unpacked() {
    let archive = Tiny::new().tar_gz();
    let project = Project::empty().file("a", &archive[..archive.len() - 5]);
    let ran = project.run(&["snapshot", "extract", "a", "b/c"]);
    assert_eq!((ran.out.as_str(), ran.code), ("", Some(2)));
    assert!(ran.err.contains("cut off"), "{}", ran.err);
    assert_eq!(names(&project.path("")), ["a"]);
}

#[test]
fn what_systems_leave_behind_is_left_there() {
    let mut entries = Tiny::new().with(".DS_Store", "x").entries();
    entries.push(Packed::new("__MACOSX/._x", b"x"));
    for archive in [zip(&entries), gzip(&tar(&entries))] {
        let project = Project::empty().file("a", archive);
        let ran = project.run(&["snapshot", "extract", "a"]);
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        assert_eq!(tree(&project.path(TOP)), Tiny::new().files.into_iter().collect::<Vec<_>>());
    }
}

#[test]
fn other_commands_get_the_folder_or_a_part_of_it() {
    let project = Project::empty();
    Tiny::new().write(&project.path("s"));
    assert_eq!(unfold(&project.path("s"), &project.path("none"), &[]).unwrap(), project.path("s"));
    for (name, archive) in Tiny::new().archives() {
        let project = Project::empty().file("a", archive);
        let top = unfold(&project.path("a"), &project.path("into"), &["source/", "manifest.json"]).unwrap();
        assert_eq!(top, project.path(&format!("into/{TOP}")));
        let files: Vec<String> = tree(&top).into_iter().map(|(path, _)| path).collect();
        let expected = ["manifest.json", "source/content/datasets/a/data.csv", "source/site.toml"];
        assert_eq!(files, expected, "{name}");
    }
}

#[test]
fn a_folder_is_not_unpacked() {
    let project = Project::empty();
    Tiny::new().write(&project.path("s"));
    let ran = project.run(&["snapshot", "extract", "s"]);
    assert_eq!((ran.err.lines().next(), ran.code), (Some("error: `s` is no file"), Some(2)));
}
