//! A catalogue with an `evidence.json` at its root: which dates hold, and the site of then made again.

use std::fs;
use std::path::Path;

use etal::evidence::MAX_BYTES;
use etal::io::unpack::extract;
use etal::io::{Shape, read};
use etal::rules::History;

use super::made::{Kind, Silent, catalogue, etal, snapshot, tree, write};
use crate::catalog::NOW;
use crate::demonstration;
use crate::project::Project;

/// The catalogue of [`catalogue`] in the folder `name` of a project, as a snapshot gives it back.
fn restored(name: &str) -> Project {
    let (project, original) = (Project::empty(), catalogue());
    snapshot(&original.path("."), &project.path("snapshot"), NOW, Kind::Plain);
    let (code, _, errors) = etal(&project.path("."), &["snapshot", "restore", "snapshot", name], &[]);
    assert_eq!((code, errors.as_str()), (0, ""));
    project
}

/// First and last change of the datasets, in hours after 1,000,000,000 seconds since 1970.
fn dates(root: &Path) -> Vec<(String, i64, i64)> {
    let inputs = read(root, Shape::Catalogue, NOW.parse().unwrap(), &Silent).unwrap().inputs;
    assert_eq!(inputs.evidence_fault, None);
    let hours = |moment: Option<etal::date::Moment>| {
        let seconds = moment.unwrap().to_string().parse::<jiff::Timestamp>().unwrap().as_second();
        (seconds - 1_000_000_000) / 3600
    };
    let name = |path: &str| path.split('/').nth(2).unwrap().to_owned();
    let dates = inputs.dates.iter();
    dates.map(|(path, dates)| (name(path), hours(dates.created), hours(dates.modified))).collect()
}

fn named(dates: &[(&str, i64, i64)]) -> Vec<(String, i64, i64)> {
    dates.iter().map(|(name, first, last)| ((*name).to_owned(), *first, *last)).collect()
}

#[test]
fn dates_hold_with_git_or_without_as_long_as_files_are_the_same() {
    let restored = restored("again");
    let root = restored.path("again");
    let old = named(&[("arbres", 0, 0), ("bancs", 1, 1), ("chênes", 2, 2), ("digues", 3, 3), ("eaux", 4, 4)]);
    assert_eq!(dates(&root), old);
    let git = |hours: i64, arguments: &[&str]| {
        let mut whole = vec!["-C", "again"];
        whole.extend(arguments);
        restored.git(1_000_000_000 + hours * 3600, &whole);
    };
    let commit = |hours: i64| {
        git(hours, &["add", "--all"]);
        git(hours, &["commit", "--quiet", "--message", "x"]);
    };
    git(0, &["init", "--quiet"]);
    assert_eq!(dates(&root), old);
    commit(1000);
    assert_eq!(dates(&root), old);
    let datasets = root.join("content/datasets");
    let text = fs::read_to_string(datasets.join("arbres/dataset.yaml")).unwrap();
    write(&datasets.join("arbres/dataset.yaml"), format!("{text}tags: [tree]\n").as_bytes());
    write(&datasets.join("bancs/data.csv"), b"name,count\nbancs,7\n");
    write(&datasets.join("chênes/more.csv"), b"name,count\n");
    fs::rename(datasets.join("digues"), datasets.join("digue")).unwrap();
    // Before the commit git only knows of the first one, and not at all of the new name.
    let meanwhile = named(&[("arbres", 1000, 1000), ("bancs", 1000, 1000), ("chênes", 1000, 1000), ("eaux", 4, 4)]);
    assert_eq!(dates(&root), meanwhile);
    commit(2000);
    let new = named(&[
        ("arbres", 1000, 2000),
        ("bancs", 1000, 2000),
        ("chênes", 1000, 2000),
        ("digue", 1000, 2000),
        ("eaux", 4, 4),
    ]);
    assert_eq!(dates(&root), new);
    let inputs = read(&root, Shape::Catalogue, NOW.parse().unwrap(), &Silent).unwrap().inputs;
    assert_eq!((inputs.history, inputs.now.to_string()), (History::Full, NOW.to_owned()));
    assert_ne!(inputs.commit.as_deref(), Some("0123456789"));
}

#[test]
fn the_site_of_then_is_made_again() {
    let original = catalogue();
    let out = Project::empty();
    let site = out.path("site");
    let (root, place) = (original.path("."), site.to_str().unwrap());
    let (code, ..) = etal(&root, &["build", "--no-minify", "--now", NOW, "--out", place], &[("TZ", "UTC")]);
    assert_eq!(code, 0);
    let expected = tree(&site);
    assert_eq!(expected.keys().filter(|path| path.ends_with("/files/data.csv")).count(), 5);
    snapshot(&root, &out.path("snapshot"), NOW, Kind::Bag);
    let name = "vu d’été, à part";
    assert_eq!(etal(&out.path("."), &["snapshot", "restore", "snapshot", name], &[]).0, 0);
    let variables = [("TZ", "Pacific/Kiritimati"), ("LC_ALL", "fr_FR.UTF-8"), ("SOURCE_DATE_EPOCH", "0")];
    let replay = || {
        let (code, _, errors) = etal(&out.path(name), &["build", "--replay"], &variables);
        assert_eq!((code, errors.lines().next()), (0, Some("horloge\u{a0}: 2026-11-23 (d’après `evidence.json`)")));
        let found = tree(&out.path(name).join("public"));
        fs::remove_dir_all(out.path(name).join("public")).unwrap();
        assert_eq!(found.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>());
        found.into_iter().find(|(path, bytes)| expected[path] != *bytes).map(|(path, _)| path)
    };
    assert_eq!(replay(), None);
    out.git(0, &["-C", name, "init", "--quiet"]);
    out.git(0, &["-C", name, "add", "--all"]).git(0, &["-C", name, "commit", "--quiet", "--message", "x"]);
    assert_eq!(replay(), None);
    // What changed since has no date, and that is said.
    write(&out.path(name).join("content/datasets/eaux/data.csv"), b"a\n1\n");
    let (code, _, errors) = etal(&out.path(name), &["build", "--replay"], &[]);
    assert_eq!(code, 0);
    assert!(errors.contains("no longer those of then, and which have no dates: 1\n"), "{errors}");
}

#[test]
fn an_archive_gives_back_the_site_that_is_in_it() {
    let (demonstration, project) = (demonstration::copy(), Project::empty());
    for (archive, payload, more) in [("a.zip", "", &[][..]), ("a.tar.gz", "data/", &["--bagit"])] {
        let place = project.path(archive);
        let mut arguments = vec!["snapshot", "create", "--now", NOW, "--out", place.to_str().unwrap()];
        arguments.extend(more);
        let (code, _, errors) = etal(demonstration.path(), &arguments, &[]);
        assert_eq!(code, 0, "{errors}");
        let again = format!("again from {archive}");
        assert_eq!(etal(&project.path("."), &["snapshot", "restore", archive, &again], &[]).0, 0);
        let (code, _, errors) = etal(&project.path(&again), &["build", "--replay"], &[("TZ", "America/Lima")]);
        assert_eq!(code, 0, "{errors}");
        let (top, _) = extract(&place, &project.path("unpacked").join(archive), None).unwrap();
        let (expected, found) = (tree(&top.join(format!("{payload}site"))), tree(&project.path(&again).join("public")));
        assert!(expected.len() > 100);
        assert_eq!(found.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>());
        assert_eq!(found.into_iter().find(|(path, bytes)| expected[path] != *bytes), None);
        let (code, out, _) = etal(&project.path("."), &["snapshot", "diff", archive, &again, "--now", NOW], &[]);
        assert_eq!((code, out.contains("Rien ne change pour les lecteurs.")), (0, true), "{out}");
    }
}

#[test]
fn a_build_knows_that_the_evidence_changed() {
    let restored = restored("again");
    let root = restored.path("again");
    let page = || fs::read_to_string(root.join("public/datasets/eaux/index.html")).unwrap();
    let build = || etal(&root, &["build", "--now", NOW], &[]);
    assert_eq!(build().0, 0);
    let before = page();
    assert!(before.contains("2001-09-09"));
    fs::remove_file(root.join("evidence.json")).unwrap();
    assert_eq!(build().0, 0);
    assert!(!page().contains("2001-09-09"));
}

#[test]
fn what_replay_takes_from_the_evidence_cannot_be_given_too() {
    let restored = restored("again");
    let root = restored.path("again");
    for more in [&["--now", NOW][..], &["--base-url", "https://x.example/"], &["--drafts"], &["--no-minify"]] {
        let mut arguments = vec!["build", "--replay"];
        arguments.extend(more);
        let (code, out, errors) = etal(&root, &arguments, &[]);
        let expected = format!(
            "error: `--replay` takes from `evidence.json` what `{}` says\nhelp: leave one of the two out\n",
            more[0]
        );
        assert_eq!((code, out, errors), (2, String::new(), expected));
    }
    fs::remove_file(root.join("evidence.json")).unwrap();
    let (code, _, errors) = etal(&root, &["build", "--replay"], &[]);
    assert_eq!(code, 2);
    assert!(errors.starts_with("error: `./evidence.json` does not exist\nhelp: take it from the snapshot"), "{errors}");
    assert!(!root.join("public").exists());
}

/// What `etal check` finds, and how a build and a replay end.
#[track_caller]
fn unusable(root: &Path, reason: &str) {
    let (_, out, _) = etal(root, &["check", "--now", NOW], &[]);
    assert!(out.contains("evidence-unreadable") && out.contains(reason), "{out}");
    assert_eq!(etal(root, &["build", "--now", NOW], &[]).0, 0);
    let (code, _, errors) = etal(root, &["build", "--replay"], &[]);
    assert_eq!(code, 2, "{errors}");
    assert!(errors.contains(reason) && errors.contains("\nhelp: "), "{errors}");
}

#[test]
fn a_file_that_cannot_be_used_is_a_finding_and_no_obstacle() {
    let project = Project::empty().file("site.toml", "title = \"Data\"\n");
    let root = project.path(".");
    project.write("evidence.json", "{");
    unusable(&root, "it has not the form that is expected");
    project.write("evidence.json", "{\"format\": 2}");
    unusable(&root, "its form 2 is not known to this version of etal");
    project.write("evidence.json", "[".repeat(1_000_000));
    unusable(&root, "it has not the form that is expected");
    fs::File::create(project.path("evidence.json")).unwrap().set_len(MAX_BYTES + 1).unwrap();
    unusable(&root, "its 100000001 bytes are more than 100000000");
    fs::remove_file(project.path("evidence.json")).unwrap();
    fs::create_dir(project.path("evidence.json")).unwrap();
    unusable(&root, "it is no regular file");
}

#[cfg(unix)]
#[test]
fn a_link_to_evidence_is_not_followed() {
    let restored = restored("again");
    let root = restored.path("again");
    fs::rename(root.join("evidence.json"), restored.path("evidence.json")).unwrap();
    std::os::unix::fs::symlink("../evidence.json", root.join("evidence.json")).unwrap();
    unusable(&root, "it is no regular file");
}

#[test]
fn a_review_gives_both_sides_the_dates_that_hold() {
    let restored = restored("again");
    let root = restored.path("again");
    for arguments in [&["init", "--quiet"][..], &["add", "--all"], &["commit", "--quiet", "--message", "x"]] {
        let mut whole = vec!["-C", "again"];
        whole.extend(arguments);
        restored.git(1_700_000_000, &whole);
    }
    let (code, out, _) = etal(&root, &["review", "--base", "HEAD", "--now", NOW], &[]);
    assert_eq!(code, 0);
    assert!(!out.contains("eaux"), "{out}");
}
