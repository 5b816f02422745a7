//! A build that is killed at any step, and a machine that crashes.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use etal::io::write::{self, Error, Notice, Options, Step};

use super::{Catalog, Tree, counts, read, tree};

/// A file becomes a folder, a folder a file, others change, come, go and stay.
const OLD: &str = "a=1 b/c=2 d=3 e/f=4 g/h/i=5 g/j=6 same=0";
const NEW: &str = "a=new b=2 d/x=3 e/f=4 g/h/i=longer j/k/l=6 same=0";

/// What a killed process had been told: its folder, the step to die before, its files.
const TOLD: &str = "ETAL_TEST_VICTIM";

#[test]
#[ignore = "the process that other tests kill"]
fn victim() {
    let told = env::var(TOLD).unwrap();
    let [root, step, files] = *told.split('|').collect::<Vec<_>>() else { panic!("{told}") };
    let step: usize = step.parse().unwrap();
    let count = AtomicUsize::new(0);
    let before = |_: Step<'_>| {
        if count.fetch_add(1, Ordering::SeqCst) == step {
            // No destructor runs, nothing is flushed: what a kill leaves.
            std::process::abort();
        }
        Ok(())
    };
    let root = Path::new(root);
    Catalog::at(root.parent().unwrap())
        .write(&tree(files), &Options { before: &before, ..Options::new(root, &root.join("public")) })
        .unwrap();
}

/// Builds in a process that dies before a step; true when it did.
fn kill(catalog: &Catalog, step: usize, files: &str) -> bool {
    let told = format!("{}|{step}|{files}", catalog.root().display());
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--exact", "write::kills::victim", "--ignored"]).env(TOLD, told);
    !command.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap().success()
}

/// Fails in this process before a step; true when it did. After the journal this leaves what a kill
/// leaves.
fn fail(catalog: &Catalog, step: usize, files: &Tree) -> bool {
    let count = AtomicUsize::new(0);
    let before = |_: Step<'_>| match count.fetch_add(1, Ordering::SeqCst) {
        count if count < step => Ok(()),
        _ => Err(Error::Content("stopped".into())),
    };
    let (root, out) = (catalog.root(), catalog.out());
    catalog.write(files, &Options { before: &before, ..Options::new(&root, &out) }).is_err()
}

/// Each file is whole, from before or after.
#[track_caller]
fn assert_whole(catalog: &Catalog, old: &Tree, new: &Tree) {
    for (path, text) in catalog.files() {
        let texts = [old.get(&path), new.get(&path)];
        assert!(texts.contains(&Some(&text)), "{path}: {text}");
    }
}

#[track_caller]
fn assert_clean(catalog: &Catalog) {
    let state = read(&catalog.root().join(".etal"));
    let left: Vec<_> = state.keys().filter(|path| path.contains("stage") || path.contains("journal")).collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn a_killed_build_is_completed_or_forgotten() {
    let mut completed = Vec::new();
    for step in 0.. {
        let catalog = Catalog::new();
        catalog.build(OLD).unwrap();
        if !kill(&catalog, step, NEW) {
            break;
        }
        assert_whole(&catalog, &tree(OLD), &tree(NEW));
        let notices = write::recover(&catalog.root()).unwrap();
        completed.push(!notices.is_empty());
        assert_eq!(catalog.files(), tree(if notices.is_empty() { OLD } else { NEW }), "step {step}");
        assert_clean(&catalog);
        let expected = if notices.is_empty() { (5, 2, 3) } else { (0, 7, 0) };
        assert_eq!(counts(&catalog.build(NEW).unwrap()), expected);
        assert_eq!(catalog.files(), tree(NEW));
    }
    // Five files are staged, and the journal divides what is forgotten from what is completed.
    assert_eq!(completed.iter().position(|completed| *completed), Some(6));
    assert!(completed.len() > 20 && completed[6..].iter().all(|completed| *completed));
}

#[test]
fn the_next_build_need_not_be_the_same() {
    let other = "a=other b/c=2 new/x=1";
    for step in (0..24).step_by(3) {
        let catalog = Catalog::new();
        catalog.build(OLD).unwrap();
        kill(&catalog, step, NEW);
        catalog.build(other).unwrap();
        assert_eq!(catalog.files(), tree(other));
    }
}

#[test]
fn a_killed_first_build_leaves_all_or_nothing() {
    for step in 0.. {
        let catalog = Catalog::new();
        if !kill(&catalog, step, NEW) {
            assert_eq!(step, 11);
            break;
        }
        let files = catalog.files();
        assert!(files.is_empty() || files == tree(NEW), "step {step}");
        catalog.build(NEW).unwrap();
        assert_eq!(catalog.files(), tree(NEW));
        assert_clean(&catalog);
    }
}

#[test]
fn completing_may_be_killed_too() {
    let (old, new) = (tree(OLD), tree(NEW));
    for step in (6..).step_by(4) {
        let mut recoveries = 0;
        for second in (0..).step_by(3) {
            let catalog = Catalog::new();
            catalog.build(OLD).unwrap();
            if !fail(&catalog, step, &new) {
                return;
            }
            let failed = fail(&catalog, second, &new);
            assert_whole(&catalog, &old, &new);
            write::recover(&catalog.root()).unwrap();
            assert_eq!(catalog.files(), new);
            if !failed {
                break;
            }
            recoveries += 1;
        }
        assert!(recoveries > 1);
    }
}

/// An output whose commit was interrupted after some files were put in place, and its state folder.
fn interrupted() -> (Catalog, PathBuf) {
    let catalog = Catalog::new();
    catalog.build(OLD).unwrap();
    assert!(fail(&catalog, 16, &tree(NEW)));
    let state = fs::read_dir(catalog.root().join(".etal/outputs")).unwrap().next().unwrap().unwrap().path();
    (catalog, state)
}

#[test]
fn what_a_crash_has_lost_is_written_again() {
    let (catalog, state) = interrupted();
    for entry in fs::read_dir(state.join("stage")).unwrap() {
        fs::write(entry.unwrap().path(), "").unwrap();
    }
    let out = fs::canonicalize(catalog.out()).unwrap();
    assert_eq!(write::recover(&catalog.root()).unwrap(), [Notice::Abandoned(out)]);
    assert_clean(&catalog);
    catalog.build(NEW).unwrap();
    assert_eq!(catalog.files(), tree(NEW));
}

#[test]
fn a_damaged_journal_is_told_and_dropped() {
    let (catalog, state) = interrupted();
    let mut bytes = fs::read(state.join("journal")).unwrap();
    bytes[50] ^= 1;
    fs::write(state.join("journal"), bytes).unwrap();
    let out = fs::canonicalize(catalog.out()).unwrap();
    assert_eq!(write::recover(&catalog.root()).unwrap(), [Notice::JournalDamaged(out)]);
    assert_clean(&catalog);
    let _ = catalog.build(NEW);
    catalog.adopt(NEW).unwrap();
    assert_eq!(catalog.files(), tree(NEW));
}

#[test]
fn recovery_writes_nothing_through_links() {
    let (catalog, _) = interrupted();
    let outside = catalog.folder.path().join("outside");
    fs::create_dir_all(outside.join("h")).unwrap();
    fs::write(outside.join("j"), "theirs").unwrap();
    fs::remove_dir_all(catalog.out().join("g")).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(&outside, catalog.out().join("g")).unwrap();
    write::recover(&catalog.root()).unwrap();
    assert_eq!(read(&outside), tree("j=theirs"));
    catalog.build(NEW).unwrap();
    assert_eq!((catalog.files(), read(&outside)), (tree(NEW), tree("j=theirs")));
}

/// Interrupts a build to a folder outside the catalogue.
fn interrupt_outside(catalog: &Catalog) -> PathBuf {
    let (root, out) = (catalog.root(), catalog.folder.path().join("www"));
    let before = |step: Step<'_>| match step {
        Step::Manifest => Err(Error::Content("stopped".into())),
        _ => Ok(()),
    };
    catalog.write(&tree("a=1"), &Options { before: &before, ..Options::new(&root, &out) }).unwrap_err();
    out
}

#[test]
fn an_output_outside_is_completed_by_any_command() {
    let catalog = Catalog::new();
    if fs::metadata(catalog.folder.path()).unwrap().created().is_err() {
        // Without times of creation the next build completes it, but no other command.
        return;
    }
    let out = fs::canonicalize(interrupt_outside(&catalog)).unwrap();
    assert_eq!(write::recover(&catalog.root()).unwrap(), [Notice::Completed(out)]);
    assert_clean(&catalog);
}

#[test]
fn a_state_that_came_with_a_repository_leads_nowhere_outside() {
    let catalog = Catalog::new();
    interrupt_outside(&catalog);
    let copy = catalog.folder.path().join("clone");
    for (path, text) in read(&catalog.root()).keys().map(|path| (path, fs::read(catalog.root().join(path)).unwrap())) {
        let path = copy.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    assert_eq!(write::recover(&copy).unwrap(), []);
}

#[test]
fn a_journal_names_nothing_outside_the_output() {
    use sha2::{Digest, Sha256};

    let (catalog, state) = interrupted();
    let mut bytes = fs::read(state.join("journal")).unwrap();
    let at = bytes.windows(3).position(|path| path == b"g/j").unwrap();
    bytes[at..at + 3].copy_from_slice(b"../");
    let sealed = [&bytes[..16], &bytes[32..]].concat();
    bytes[16..32].copy_from_slice(&Sha256::digest(sealed)[..16]);
    fs::write(state.join("journal"), bytes).unwrap();
    let out = fs::canonicalize(catalog.out()).unwrap();
    assert_eq!(write::recover(&catalog.root()).unwrap(), [Notice::JournalDamaged(out)]);
}

#[test]
fn an_output_on_another_file_system_is_staged_beside_it() {
    let Ok(other) = tempfile::tempdir_in("/dev/shm") else { return };
    let catalog = Catalog::new();
    let (root, out) = (catalog.root(), other.path().join("www"));
    for files in [OLD, NEW] {
        catalog.write(&tree(files), &Options::new(&root, &out)).unwrap();
        assert_eq!(read(other.path()).len(), tree(files).len());
        assert_eq!(read(&out), tree(files));
    }
}
