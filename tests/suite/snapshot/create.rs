//! What a snapshot holds: the demonstration packed, drafts left out of all of it, the same bytes everywhere.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::Path;

use etal::snapshot::{Manifest, parse_lines};

use crate::project::Project;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const TOP: &str = "donnees-d-aubrelle-2026-11-23";

/// The files of a zip by path.
fn unzipped(path: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
    let mut files = BTreeMap::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        let name = file.name().unwrap().into_owned();
        files.insert(name, bytes);
    }
    files
}

/// The files of a tar.gz by path.
fn untarred(path: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut archive = tar::Archive::new(flate2::read::GzDecoder::new(fs::File::open(path).unwrap()));
    let mut files = BTreeMap::new();
    for entry in archive.entries().unwrap() {
        let mut entry = entry.unwrap();
        assert_eq!((entry.header().mode().unwrap(), entry.header().uid().unwrap()), (0o644, 0));
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        files.insert(entry.path().unwrap().to_str().unwrap().to_owned(), bytes);
    }
    files
}

/// A snapshot of a catalogue, by path below its only folder.
fn snapshot(project: &Project, arguments: &[&str]) -> BTreeMap<String, Vec<u8>> {
    let ran = project.run(&[&["snapshot", "create", "-o", "s.zip", "--force"], arguments].concat());
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let files = unzipped(&project.path("s.zip"));
    let top = files.keys().next().unwrap().split('/').next().unwrap().to_owned();
    files.into_iter().map(|(path, bytes)| (path.strip_prefix(&format!("{top}/")).unwrap().to_owned(), bytes)).collect()
}

fn text(files: &BTreeMap<String, Vec<u8>>, path: &str) -> String {
    String::from_utf8(files.get(path).unwrap_or_else(|| panic!("no {path}")).clone()).unwrap()
}

#[test]
fn the_demonstration_is_packed_with_what_it_was_made_from() {
    let project = Project::empty();
    let files = snapshot(&project, &[ROOT]);
    for path in ["index.html", "site/index.html", "source/site.toml", "evidence.json", "licenses/ODbL-1.0.txt"] {
        assert!(files.contains_key(path), "{path}");
    }
    for (path, bytes) in files.iter().filter(|(path, _)| path.starts_with("source/")) {
        let original = fs::read(Path::new(ROOT).join(path.strip_prefix("source/").unwrap())).unwrap();
        assert!(&original == bytes, "{path} is another one");
    }
    let manifest = Manifest::read(&files["manifest.json"]).unwrap();
    assert_eq!(manifest.heading.folder, TOP);
    assert_eq!(manifest.heading.quality.datasets, 35);
    let listed: Vec<&str> = manifest.files.iter().map(|file| file.path.as_str()).collect();
    let expected: Vec<&str> =
        files.keys().map(String::as_str).filter(|path| !matches!(*path, "manifest.json" | "SHA256SUMS")).collect();
    assert_eq!(listed, expected);
    let sums = text(&files, "SHA256SUMS");
    let sums = parse_lines(&sums).unwrap();
    assert_eq!(sums.len(), files.len() - 1, "all but itself");
    for (path, digest) in sums {
        assert_eq!(etal::probe::sha256(&files[path]), digest, "{path}");
    }
}

#[test]
fn a_tar_holds_the_same_files_as_a_zip() {
    let project = Project::empty();
    for name in ["a.zip", "a.tar.gz"] {
        let ran = project.run(&["snapshot", "create", ROOT, "-o", name]);
        assert_eq!(ran.code, Some(0), "{}", ran.err);
    }
    assert!(unzipped(&project.path("a.zip")) == untarred(&project.path("a.tar.gz")));
    // The tools that everybody has read it too.
    let tar = std::process::Command::new("tar").args(["-xzf", "a.tar.gz"]).current_dir(project.path("")).output();
    assert!(tar.unwrap().status.success());
    let sums = std::process::Command::new("sha256sum")
        .args(["--quiet", "--strict", "-c", "SHA256SUMS"])
        .current_dir(project.path(TOP))
        .output()
        .unwrap();
    assert!(sums.status.success(), "{}", String::from_utf8_lossy(&sums.stdout));
}

#[test]
fn nothing_of_a_draft_is_in_it_unless_it_is_asked_for() {
    let project = Project::empty();
    let mentions = |files: &BTreeMap<String, Vec<u8>>| {
        let found = files.iter().filter(|(path, bytes)| {
            let text = String::from_utf8_lossy(bytes).to_lowercase();
            path.contains("zanzibar") || text.contains("zanzibar")
        });
        found.map(|(path, _)| path.clone()).collect::<Vec<_>>()
    };
    assert_eq!(mentions(&snapshot(&project, &[ROOT])), Vec::<String>::new());
    let with = snapshot(&project, &["--drafts", ROOT]);
    assert!(mentions(&with).iter().any(|path| path.starts_with("source/content/datasets/brouillon-zanzibar")));
    assert!(Manifest::read(&with["manifest.json"]).unwrap().heading.drafts);
}

/// A catalogue with drafts of every kind that others refer to, in values and in comments.
fn with_drafts() -> Project {
    let open = "title: Open data\ndescription: Nothing to hide.\n";
    Project::new()
        .file("content/datasets/open/dataset.yaml", format!("{open}# secret-plan comes next\nreplaced_by: secret-plan\n"))
        .file("content/datasets/open/open.csv", "a,b\n1,2\n")
        .file("content/datasets/secret-plan/dataset.yaml", "title: The covert scheme\nprivate: true\n")
        .file("content/datasets/secret-plan/covert.csv", "a\n1\n")
        .file("content/datasets/secret-plan/discussions/1.md", "covert talk\n")
        .file("content/datasets/open/discussions/1.md", "open talk\n")
        .file("content/datasets/quoted.yaml", "title: Also covert\n\"priv\\x61te\": true\n")
        .file("content/datasets/broken.yaml", "title: Half covert\nprivate: true\n  wrong: [\n")
        .file("content/reuses/secret-reuse.yaml", "title: A covert reuse\nprivate: true\ndatasets: [open]\n")
        .file("content/reuses/shown.yaml", "title: Shown\nurl: https://example.org/\ndatasets: [secret-plan, open]\n")
        .file(
            "content/topics/all.yaml",
            "title: All\n# with secret-reuse\ndatasets:\n  - open # not secret-plan\n  - secret-plan\nreuses: [secret-reuse]\n",
        )
        .file("content/datasets/lost/covert.csv", "a stray of something covert\n")
}

#[test]
fn references_to_drafts_and_comments_on_them_are_taken_out_of_the_sources() {
    let project = with_drafts();
    let files = snapshot(&project, &[]);
    let sources: Vec<&str> = files.keys().filter_map(|path| path.strip_prefix("source/")).collect();
    let expected = [
        "content/datasets/open/dataset.yaml",
        "content/datasets/open/discussions/1.md",
        "content/datasets/open/open.csv",
        "content/reuses/shown.yaml",
        "content/topics/all.yaml",
        "site.toml",
    ];
    assert_eq!(sources, expected);
    assert_eq!(
        text(&files, "source/content/reuses/shown.yaml"),
        "title: Shown\nurl: https://example.org/\ndatasets: [open]\n"
    );
    assert_eq!(
        text(&files, "source/content/datasets/open/dataset.yaml"),
        "title: Open data\ndescription: Nothing to hide.\n"
    );
    for (path, bytes) in &files {
        let text = String::from_utf8_lossy(bytes);
        let named = ["covert", "secret-reuse"].iter().find(|word| text.contains(**word) || path.contains(**word));
        assert_eq!(named, None, "{path}");
    }
}

#[test]
fn a_draft_that_is_named_in_words_is_told() {
    let project = with_drafts();
    project.write("content/pages/about.md", "---\ntitle: About\n---\nLook at secret-plan.\n");
    let ran = project.run(&["snapshot", "create", "-o", "s.zip"]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.err.contains("a draft is still named, in words: content/pages/about.md:4"), "{}", ran.err);
    assert!(ran.err.contains("may be drafts: content/datasets/broken.yaml"), "{}", ran.err);
    let ran = project.run(&["snapshot", "create", "-o", "s2.zip", "--strict"]);
    assert_eq!(ran.code, Some(1));
}

#[test]
fn a_mention_is_told_by_its_line_on_the_disk() {
    let project = with_drafts();
    let page = "---\ntitle: About\n# secret-plan\n# and more\n---\nThe Covert Scheme of old-plan.\n";
    project.write("content/pages/about.md", page);
    let draft = "title: The covert scheme\nprivate: maybe\nredirects: [old-plan]\n";
    project.write("content/datasets/secret-plan/dataset.yaml", draft);
    project.write("content/topics/former.yaml", "title: F\ndatasets: [old-plan, open]\n");
    let ran = project.run(&["snapshot", "create", "-o", "s.zip"]);
    assert!(ran.err.contains("content/pages/about.md:6"), "{}", ran.err);
    let files = snapshot(&project, &[]);
    assert_eq!(text(&files, "source/content/topics/former.yaml"), "title: F\ndatasets: [open]\n");
    assert!(!files.contains_key("source/content/datasets/secret-plan/dataset.yaml"), "`maybe` is no no");
}

#[test]
fn files_that_differ_in_capitals_only_stop_the_command() {
    let project = with_drafts().file("content/static/a.svg", "<svg/>").file("content/static/A.svg", "<svg/>");
    let ran = project.run(&["snapshot", "create", "-o", "s.zip"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("would be the same file on some systems"), "{}", ran.err);
    assert!(!project.path("s.zip").exists());
}

#[test]
fn a_snapshot_is_not_put_among_its_sources_nor_in_the_place_of_a_link() {
    let project = with_drafts().file("elsewhere.zip", "mine");
    for out in ["content/static/s.zip", "content/datasets/open/", "content/new/s.zip"] {
        let ran = project.run(&["snapshot", "create", "--force", "-o", out]);
        assert_eq!(ran.code, Some(2), "{out}");
        assert!(ran.err.contains("among the files that the catalogue is made from"), "{}", ran.err);
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(project.path("elsewhere.zip"), project.path("link.zip")).unwrap();
        assert_eq!(project.run(&["snapshot", "create", "--force", "-o", "link.zip"]).code, Some(2));
        assert_eq!(fs::read(project.path("elsewhere.zip")).unwrap(), b"mine");
    }
    assert_eq!(project.run(&["snapshot", "create", "-o", "new folder/"]).code, Some(0));
    assert_eq!(fs::read_dir(project.path("new folder")).unwrap().count(), 1);
}

#[test]
fn the_same_catalogue_gives_the_same_bytes_everywhere() {
    let first = with_drafts();
    let second = with_drafts();
    let made = |project: &Project, name: &str, variables: &[(&str, &str)]| {
        let ran = project.run_with(&["snapshot", "create", "-o", name], variables);
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        fs::read(project.path(name)).unwrap()
    };
    for name in ["s.zip", "s.tar.gz"] {
        let one = made(&first, name, &[("RAYON_NUM_THREADS", "1"), ("TZ", "Pacific/Kiritimati"), ("LANG", "C")]);
        let variables = [("RAYON_NUM_THREADS", "7"), ("TZ", "America/Los_Angeles"), ("LANG", "fr_FR.UTF-8")];
        assert!(one == made(&second, &format!("other/{name}"), &variables), "{name} differs");
    }
}

#[test]
fn the_clock_of_the_environment_is_honoured() {
    let project = Project::new();
    let ran = project.run_plain(&["snapshot", "create", "-o", "s.zip"], &[("SOURCE_DATE_EPOCH", "1700000000")]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(unzipped(&project.path("s.zip")).keys().all(|path| path.contains("-2023-11-14/")));
}

#[test]
fn what_is_there_is_not_written_over() {
    let project = Project::new().file("s.zip", "mine");
    let ran = project.run(&["snapshot", "create", "-o", "s.zip"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("`s.zip` exists already") && ran.err.contains("--force"), "{}", ran.err);
    assert_eq!(fs::read(project.path("s.zip")).unwrap(), b"mine");
    assert_eq!(project.run(&["snapshot", "create", "-o", "s.zip", "--force"]).code, Some(0));
    let names: Vec<_> = fs::read_dir(project.path("")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(names.iter().all(|name| !name.to_str().unwrap().starts_with(".etal-")), "{names:?}");
}

#[test]
fn a_large_file_is_copied_piece_by_piece() {
    let project = with_drafts();
    let picture: Vec<u8> = (0..10_000_000_u32).map(|at| (at / 1000) as u8).collect();
    project.write("content/static/picture.bin", &picture);
    for name in ["a.tar.gz", "a.zip"] {
        assert_eq!(project.run(&["snapshot", "create", "-o", name]).code, Some(0));
        let path = project.path(name);
        let files = if name.ends_with("zip") { unzipped(&path) } else { untarred(&path) };
        let copies = files.iter().filter(|(path, _)| path.ends_with("/picture.bin"));
        assert!(copies.clone().count() == 2 && copies.into_iter().all(|(_, bytes)| *bytes == picture), "{name}");
    }
}

#[test]
fn the_commit_is_named_and_whether_all_is_as_it_has_it() {
    let project = with_drafts();
    project.git(1_700_000_000, &["init", "-q"]).git(1_700_000_000, &["add", "."]);
    project.git(1_700_000_000, &["commit", "-qm", "all"]);
    let clean = |project: &Project| Manifest::read(&snapshot(project, &[])["manifest.json"]).unwrap().heading.clean;
    assert_eq!(clean(&project), Some(true));
    project.write("content/datasets/open/open.csv", "a,b\n1,3\n");
    assert_eq!(clean(&project), Some(false), "a hosted file changed");
    project.write("content/datasets/open/open.csv", "a,b\n1,2\n");
    assert_eq!(clean(&project), Some(true));
    project.write("content/datasets/new.yaml", "title: New\n");
    assert_eq!(clean(&project), Some(false), "a descriptor was added");
    fs::remove_file(project.path("content/datasets/new.yaml")).unwrap();
    project.write("content/notes.txt", "of no part of it");
    project.write("content/datasets/secret-plan/covert.csv", "a\n2\n");
    assert_eq!(clean(&project), Some(true), "what is not packed does not count");
    fs::remove_file(project.path("content/datasets/open/discussions/1.md")).unwrap();
    assert_eq!(clean(&project), Some(false), "a file is missing");
}

#[test]
fn a_bag_is_what_the_validator_of_others_accepts() {
    let project = with_drafts();
    let files = snapshot(&project, &["--bagit"]);
    let top: Vec<&str> = files.keys().map(String::as_str).filter(|path| !path.starts_with("data/")).collect();
    let expected = [
        "SHA256SUMS",
        "bag-info.txt",
        "bagit.txt",
        "index.html",
        "manifest-sha256.txt",
        "manifest.json",
        "tagmanifest-sha256.txt",
    ];
    assert_eq!(top, expected);
    assert_eq!(text(&files, "bagit.txt"), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    let Some(python) = std::env::var_os("ETAL_REQUIRE_OUTSIDE") else {
        eprintln!("not run: ETAL_REQUIRE_OUTSIDE names no Python");
        return;
    };
    for (path, bytes) in &files {
        project.write(&format!("bag/{path}"), bytes);
    }
    let script = "import bagit, sys; bagit.Bag(sys.argv[1]).validate()";
    let checked = std::process::Command::new(&python).args(["-c", script]).arg(project.path("bag")).output().unwrap();
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
    project.write("bag/data/source/site.toml", "tampered");
    let checked = std::process::Command::new(&python).args(["-c", script]).arg(project.path("bag")).output().unwrap();
    assert!(!checked.status.success(), "the validator looks at nothing");
}

#[test]
fn a_kill_leaves_nothing_under_the_name() {
    let project = with_drafts();
    project.write("content/static/picture.bin", vec![7; 30_000_000]);
    let mut killed = 0;
    for name in ["s.zip", "s.tar.gz"] {
        for step in 0..10 {
            let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_etal"))
                .args(["snapshot", "create", "--now", "2026-11-23", "-o", name])
                .current_dir(project.path(""))
                .stdout(std::process::Stdio::null())
                .stderr(std::process::Stdio::null())
                .spawn()
                .unwrap();
            std::thread::sleep(std::time::Duration::from_millis(step * step * 3));
            child.kill().unwrap();
            child.wait().unwrap();
            if project.path(name).exists() {
                assert_eq!(project.run(&["snapshot", "verify", name]).code, Some(0), "it is whole or absent");
                fs::remove_file(project.path(name)).unwrap();
            } else {
                killed += 1;
            }
        }
    }
    assert!(killed > 0, "no kill came in time");
}
