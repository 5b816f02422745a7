//! Names and files that lead out of the catalogue, and a catalogue that changes meanwhile.

use std::fs;

use etal::edit::{Operation, Task, Workspace};
use etal::io::{Error, Progress, Shape, carry_out};
use uuid::Uuid;

use super::command::{output, run};
use crate::demonstration::{copy, tree};

struct Nobody;

impl Progress for Nobody {
    fn read(&self, _: u64) {}
}

#[test]
fn a_file_that_changed_meanwhile_is_not_written_over() {
    let folder = copy();
    let now = crate::catalog::NOW.parse().unwrap();
    let catalogue = etal::io::read(folder.path(), Shape::Catalogue, now, &Nobody).unwrap();
    let mut new_id = || Uuid::nil();
    let mut workspace = Workspace::new(catalogue.inputs, &mut new_id);
    let task = Task::Rename { to: String::from("bikes") };
    workspace.make(&Operation { slug: Some(String::from("stationnement-velo")), task }).unwrap();
    let outcome = workspace.finish();
    let path = folder.path().join("content/reuses/quiet-routes.yaml");
    fs::write(&path, "title: changed by somebody else\n").unwrap();
    let before = tree(&folder.path().join("content"));
    let error = carry_out(folder.path(), &catalogue.places, &outcome).unwrap_err();
    assert!(matches!(&error, Error::Changed(changed) if *changed == path), "{error}");
    // A folder that appeared meanwhile stands in the way too.
    fs::copy(crate::demonstration::root().join("content/reuses/quiet-routes.yaml"), &path).unwrap();
    fs::create_dir(folder.path().join("content/datasets/bikes")).unwrap();
    let error = carry_out(folder.path(), &catalogue.places, &outcome).unwrap_err();
    assert!(matches!(error, Error::Exists(_)), "{error}");
    fs::write(&path, "title: changed by somebody else\n").unwrap();
    assert_eq!(tree(&folder.path().join("content")), before);
}

#[test]
fn no_name_leads_out_of_the_catalogue() {
    let folder = copy();
    fs::write(folder.path().join("a.csv"), "a,b\n1,2\n").unwrap();
    let before = tree(folder.path());
    for arguments in [
        &["dataset", "create", "../x", "--title", "x"][..],
        &["dataset", "create", "/tmp/x", "--title", "x"],
        &["dataset", "create", "con", "--title", "x"],
        &["dataset", "rename", "stationnement-velo", "../../x"],
        &["dataset", "rename", "../stationnement-velo", "x"],
        &["dataset", "delete", "..", "--yes"],
        &["dataset", "delete", "stationnement-velo/../..", "--yes"],
        &["resource", "add", "stationnement-velo", "a.csv", "--as", "../x.csv"],
        &["resource", "add", "stationnement-velo", "a.csv", "--as", "/tmp/x.csv"],
        &["resource", "add", "stationnement-velo", "a.csv", "--as", "dataset.md"],
        &["resource", "add", "stationnement-velo", "a.csv", "--as", "discussions/1.md"],
        &["resource", "add", "stationnement-velo", "a.csv", "--as", "abris.csv"],
        &["resource", "update", "stationnement-velo", "abris.csv", "--file", "site.toml"],
        &["resource", "remove", "stationnement-velo", "../../site.toml", "--delete-file"],
        &["resource", "add", "stationnement-velo", "no-such-file.csv"],
        &["resource", "add", "stationnement-velo", "content"],
        &["dataset", "update", "stationnement-velo", "--set", "title"],
        &["dataset", "update", "stationnement-velo", "--set", "a..b=c"],
    ] {
        let (code, told) = run(folder.path(), arguments);
        assert_eq!(code, 2, "{arguments:?}: {told}");
    }
    let after: std::collections::BTreeMap<_, _> =
        tree(folder.path()).into_iter().filter(|(path, _)| !path.starts_with(".etal/")).collect();
    assert_eq!(after, before);
}

#[cfg(unix)]
#[test]
fn links_are_neither_copied_nor_followed() {
    let folder = copy();
    let outside = tempfile::TempDir::new().unwrap();
    fs::write(outside.path().join("secret.csv"), "a,b\n1,2\n").unwrap();
    std::os::unix::fs::symlink(outside.path().join("secret.csv"), folder.path().join("link.csv")).unwrap();
    assert_eq!(run(folder.path(), &["resource", "add", "stationnement-velo", "link.csv"]).0, 2);
    // A link below the folder that is deleted goes; what it leads to stays.
    let own = folder.path().join("content/datasets/stationnement-velo");
    std::os::unix::fs::symlink(outside.path(), own.join("elsewhere")).unwrap();
    assert_eq!(run(folder.path(), &["dataset", "delete", "stationnement-velo", "--yes"]).0, 0);
    assert!(!own.exists() && outside.path().join("secret.csv").exists());
    // The folder of a new dataset is a link already: nothing is written through it.
    std::os::unix::fs::symlink(outside.path(), &own).unwrap();
    let arguments = ["dataset", "create", "stationnement-velo", "--title", "x", "--description", "y"];
    let output = output(folder.path(), &arguments);
    assert_eq!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stdout));
    assert_eq!(tree(outside.path()).len(), 1);
}

#[cfg(unix)]
#[test]
fn what_the_disk_refuses_half_way_is_taken_back() {
    use std::os::unix::fs::PermissionsExt;
    let folder = copy();
    // A descriptor that nobody may write stands in the way after the folder was moved.
    let reuse = folder.path().join("content/reuses/quiet-routes.yaml");
    fs::set_permissions(&reuse, fs::Permissions::from_mode(0o444)).unwrap();
    let before = tree(&folder.path().join("content"));
    let (code, _) = run(folder.path(), &["dataset", "rename", "stationnement-velo", "bikes"]);
    assert_eq!(code, 2);
    assert_eq!(tree(&folder.path().join("content")), before);
}
