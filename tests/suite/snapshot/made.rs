//! The part of a snapshot that its catalogue can be made from again, put together by hand.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use etal::evidence::{Evidence, Pages};
use etal::inputs::Drafts;
use etal::io::{Progress, Shape, read};
use etal::probe::sha256;
use etal::snapshot::{FileEntry, Heading, Quality, write_manifest};

use crate::project::Project;

pub(super) struct Silent;

impl Progress for Silent {
    fn read(&self, _: u64) {}
}

/// What stands before the payload.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Kind {
    Plain,
    Bag,
}

/// Writes into the folder `out` the snapshot of the catalogue at `root`, as of the day `now`.
pub(super) fn snapshot(root: &Path, out: &Path, now: &str, kind: Kind) {
    let now = now.parse().unwrap();
    let mut inputs = read(root, Shape::Catalogue, now, &Silent).unwrap().inputs;
    inputs.strays.clear();
    let before = if kind == Kind::Bag { "data/" } else { "" };
    let mut files = BTreeMap::new();
    for (path, bytes) in tree(root) {
        if path == "site.toml" || path.starts_with("content/") || path.starts_with("themes/") {
            files.insert(format!("{before}source/{path}"), bytes);
        }
    }
    let evidence = Evidence::of(&inputs, Drafts::Left, Pages::Plain);
    files.insert(format!("{before}evidence.json"), evidence.to_json().into_bytes());
    files.insert(String::from("index.html"), b"<!doctype html>".to_vec());
    let entry = |(path, bytes): (&String, &Vec<u8>)| FileEntry {
        path: path.clone(),
        size: bytes.len() as u64,
        sha256: sha256(bytes),
    };
    let entries: Vec<FileEntry> = files.iter().map(entry).collect();
    for (path, bytes) in &files {
        write(&out.join(path), bytes);
    }
    list(out, kind == Kind::Bag, now, &entries);
}

/// Writes the manifest of these files.
pub(super) fn list(out: &Path, bag: bool, now: jiff::civil::Date, files: &[FileEntry]) {
    let heading = Heading {
        format: 1,
        etal: String::from("1.0.0"),
        folder: String::from("data"),
        title: BTreeMap::from([(String::from("en"), String::from("Data"))]),
        catalogue: String::from("6f9619ff-8b86-4d01-b42d-00c04fc964ff"),
        base_url: None,
        now,
        commit: Some(String::from("0123456789")),
        clean: Some(true),
        drafts: false,
        bag,
        quality: Quality {
            profile: String::from("six-criteria"),
            datasets: 0,
            resources: 0,
            hosted_files: 0,
            hosted_bytes: 0,
            bands: BTreeMap::new(),
            errors: 0,
            warnings: 0,
            notes: 0,
        },
        licenses: Vec::new(),
        remote: Vec::new(),
    };
    let mut text = Vec::new();
    write_manifest(&heading, files, &mut text).unwrap();
    write(&out.join("manifest.json"), &text);
}

pub(super) fn write(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// The files below a folder but hidden ones, by path.
pub(super) fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(below) = folders.pop() {
        for entry in fs::read_dir(folder.join(&below)).unwrap() {
            let entry = entry.unwrap();
            let path = below.join(entry.file_name());
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            if entry.file_type().unwrap().is_dir() {
                folders.push(path);
            } else {
                files.insert(path.to_str().unwrap().to_owned(), fs::read(entry.path()).unwrap());
            }
        }
    }
    files
}

/// All names in a folder, hidden ones too.
pub(super) fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// Runs etal in a folder without a clock of its own: exit code, output and errors.
pub(super) fn etal(folder: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_etal"))
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .envs(variables.iter().copied())
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

const SITE: &str = "title = \"Data\"\nid = \"6f9619ff-8b86-4d01-b42d-00c04fc964ff\"\nbase_url = \"https://data.example.org/\"\n\
                    [forge]\nkind = \"gitlab\"\nurl = \"https://git.example.org/a/b\"\n";

/// A catalogue of five datasets in a repository, each from a commit of its own: 1,000,000,000 seconds since 1970 and the
/// hours after.
pub(super) fn catalogue() -> Project {
    let project = Project::empty().file("site.toml", SITE);
    project.git(0, &["init", "--quiet"]);
    for (hours, name) in ["arbres", "bancs", "chênes", "digues", "eaux"].into_iter().enumerate() {
        let text = format!(
            "title: The {name} of the town\ndescription: All the {name}, one a line.\nlicense: etalab-2.0\n\
             frequency: irregular\nresources:\n  - title: List\n    path: data.csv\n"
        );
        project.write(&format!("content/datasets/{name}/dataset.yaml"), text);
        project.write(&format!("content/datasets/{name}/data.csv"), format!("name,count\n{name},{hours}\n"));
        project.commit(1_000_000_000 + hours as i64 * 3600);
    }
    project
}
