//! The command: what it writes, what it leaves, what it says.

use std::fs;
use std::path::Path;
use std::process::Output;

use tempfile::TempDir;

use crate::catalog::{NOW, SITE};
use crate::demonstration::{etal, tree};

const BAD: &str = "# note\ntitle: Trees\r\nlicense:\t\"Licence Ouverte 2.0\"\nmodified: 31/05/2024\n";

fn catalogue() -> TempDir {
    let folder = TempDir::new().unwrap();
    let datasets = folder.path().join("content/datasets");
    fs::create_dir_all(&datasets).unwrap();
    fs::write(folder.path().join("site.toml"), SITE).unwrap();
    fs::write(datasets.join("a.yaml"), BAD).unwrap();
    fs::write(datasets.join("b.yaml"), "title: B\ntemporal_coverage: 2024/2019\n").unwrap();
    fs::write(datasets.join("c.yaml"), "title: 'C").unwrap();
    folder
}

fn check(folder: &Path, arguments: &[&str]) -> Output {
    etal(folder).args(["check", "--now", NOW]).args(arguments).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn a_diff_writes_nothing_and_is_what_fix_writes() {
    let folder = catalogue();
    let before = tree(&folder.path().join("content"));
    let shown = check(folder.path(), &["--diff"]);
    assert_eq!(shown.status.code(), Some(1));
    assert_eq!(tree(&folder.path().join("content")), before);
    assert!(
        String::from_utf8(shown.stderr.clone())
            .unwrap()
            .contains("reversed-coverage: not changed, perhaps `2024/2019` → `2019/2024`")
    );
    assert_eq!(out(&check(folder.path(), &["--fix", "--diff"])), out(&shown));
    let other = catalogue();
    fs::write(other.path().join("fix.diff"), &shown.stdout).unwrap();
    let mut git = std::process::Command::new("git");
    let applied = git.args(["apply", "fix.diff"]).current_dir(other.path()).output().unwrap();
    assert!(applied.status.success(), "{}", String::from_utf8_lossy(&applied.stderr));
    assert_eq!(check(folder.path(), &["--fix"]).status.code(), Some(1));
    assert_eq!(tree(&folder.path().join("content")), tree(&other.path().join("content")));
    let again = check(folder.path(), &["--diff"]);
    assert_eq!((again.status.code(), again.stdout.len()), (Some(0), 0));
}

#[test]
fn fix_tells_what_it_did_and_then_what_is_left() {
    let folder = catalogue();
    let words = out(&check(folder.path(), &["--fix"]));
    let told: Vec<&str> = words.lines().take_while(|line| !line.is_empty()).collect();
    assert_eq!(told[0], "content/datasets/a.yaml");
    assert!(told[1].starts_with("  2:13 missing-id: + `id: "), "{words}");
    assert_eq!(told[2], "  3:9 tab-after-key: `\\t` → ` `");
    assert_eq!(told[3], "  3:10 license-alias: `\"Licence Ouverte 2.0\"` → `\"etalab-2.0\"`");
    assert_eq!(told[4], "  4:11 bad-date: `31/05/2024` → `2024-05-31`");
    assert_eq!(told[5], "content/datasets/b.yaml");
    assert_eq!(*told.last().unwrap(), "5 findings mended in 2 files");
    assert!(!words.contains("license-alias]") && words.contains("reversed-coverage]"), "{words}");
    let french = out(&check(catalogue().path(), &["--fix", "--lang", "fr"]));
    assert!(french.contains("5 constats corrigés dans 2 fichiers"), "{french}");
}

#[test]
fn a_report_for_programs_stays_one() {
    let folder = catalogue();
    let output = check(folder.path(), &["--fix", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let codes: Vec<&str> =
        report["findings"].as_array().unwrap().iter().filter_map(|one| one["rule"].as_str()).collect();
    assert!(codes.contains(&"reversed-coverage") && !codes.contains(&"bad-date"), "{codes:?}");
    assert!(String::from_utf8(output.stderr).unwrap().contains("5 findings mended in 2 files"));
}

#[test]
fn only_what_was_named_is_touched() {
    let folder = catalogue();
    let before = tree(&folder.path().join("content"));
    check(folder.path(), &["--fix", "content/datasets/b.yaml"]);
    let after = tree(&folder.path().join("content"));
    let changed: Vec<_> = after.iter().filter(|(path, bytes)| before.get(*path) != Some(*bytes)).collect();
    assert_eq!(changed.len(), 1);
    assert_eq!(changed[0].0, "datasets/b.yaml");
}

#[cfg(unix)]
#[test]
fn links_are_left_and_permissions_stay() {
    use std::os::unix::fs::PermissionsExt;
    let folder = catalogue();
    let outside = folder.path().join("outside.yaml");
    fs::write(&outside, BAD).unwrap();
    std::os::unix::fs::symlink(&outside, folder.path().join("content/datasets/d.yaml")).unwrap();
    let file = folder.path().join("content/datasets/a.yaml");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    check(folder.path(), &["--fix"]);
    assert_eq!(fs::read_to_string(&outside).unwrap(), BAD);
    assert_ne!(fs::read_to_string(&file).unwrap(), BAD);
    assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o640);
    let names: Vec<_> = tree(&folder.path().join("content")).into_keys().collect();
    assert_eq!(names.len(), 4, "{names:?}");
}

#[test]
fn a_file_that_changed_meanwhile_is_not_overwritten() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("a.yaml");
    fs::write(&path, "new").unwrap();
    assert!(matches!(etal::io::rewrite(&path, "old", "mended"), Err(etal::io::Error::Changed(_))));
    assert_eq!(fs::read_to_string(&path).unwrap(), "new");
}
