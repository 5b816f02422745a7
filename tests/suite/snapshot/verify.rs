//! `etal snapshot verify`: every file that is not as it was listed is named, and nothing else is.

use std::sync::LazyLock;

use etal::snapshot::{Fault, ManifestError, judge, verdict_text};
use proptest::prelude::*;
use serde_json::Value as Json;

use super::tiny::{Packed, TOP, Tiny, gzip, remarks, tar, verdict, zip};
use crate::project::Project;

#[track_caller]
fn found(tiny: &Tiny, expected: &[&str]) {
    for (name, archive) in tiny.archives() {
        let verdict = verdict(&archive);
        assert_eq!(remarks(&verdict), expected, "{name}");
        assert!(!verdict.is_whole() && verdict.fault.is_none(), "{name}");
    }
    let project = Project::empty();
    tiny.write(&project.path("s"));
    let verdict = judge(&etal::io::unpack::contents(&project.path("s"), None).unwrap());
    assert_eq!(remarks(&verdict), expected, "folder");
}

#[test]
fn a_whole_snapshot_is_whole_in_every_form() {
    for tiny in [Tiny::new(), Tiny::bag()] {
        for (name, archive) in tiny.archives() {
            let verdict = verdict(&archive);
            assert!(verdict.is_whole() && verdict.remarks.is_empty(), "{name}: {verdict:?}");
            assert_eq!(verdict.files, tiny.files.len(), "{name}");
        }
    }
}

#[test]
fn a_whole_snapshot_is_described() {
    let project = Project::empty().file("x", Tiny::new().zip());
    let bytes: usize = Tiny::new().files.values().map(Vec::len).sum();
    let ran = project.run(&["snapshot", "verify", "x"]);
    let expected = format!("whole: Test, 2026-11-23, commit 0123456789ab, etal 0.1.0: 8 files, {bytes} bytes\n");
    assert_eq!((ran.out, ran.err, ran.code), (expected, String::new(), Some(0)));
    let ran = project.run(&["snapshot", "verify", "x", "--lang", "fr"]);
    assert!(ran.out.starts_with("intact\u{a0}: Essai, 2026-11-23, commit"), "{}", ran.out);
    let ran = project.run(&["snapshot", "verify", "x", "--format", "json"]);
    let json: Json = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((&json["format"], &json["whole"], &json["fault"]), (&1.into(), &true.into(), &Json::Null));
    assert_eq!((&json["snapshot"]["title"]["fr"], &json["files"]), (&"Essai".into(), &8.into()));
}

#[test]
fn a_folder_is_verified_as_itself_and_as_the_only_one_in_another() {
    let project = Project::empty();
    Tiny::new().write(&project.path("around/s"));
    for folder in ["around", "around/s", "around/s/"] {
        assert_eq!(project.run(&["snapshot", "verify", folder]).code, Some(0), "{folder}");
    }
    Tiny::new().write(&project.path("around/t"));
    let ran = project.run(&["snapshot", "verify", "around"]);
    assert_eq!((ran.out.lines().next(), ran.code), (Some("several of its folders have a `manifest.json`"), Some(1)));
}

#[test]
fn a_flipped_byte_is_found_though_the_archive_has_the_right_checksum() {
    found(&Tiny::new().flipped("site/index.html"), &["changed site/index.html"]);
    found(&Tiny::bag().flipped("data/source/site.toml"), &["changed data/source/site.toml"]);
}

#[test]
fn what_is_missing_added_or_renamed_is_named() {
    found(&Tiny::new().without("site/é à.css"), &["missing site/é à.css"]);
    found(&Tiny::new().with("site/x.css", "x"), &["added site/x.css"]);
    found(&Tiny::new().moved("site/é à.css", "site/b.css"), &["renamed site/é à.css -> site/b.css"]);
    found(
        &Tiny::new().moved("evidence.json", "a").flipped("index.html").without("source/site.toml").with("b", "c"),
        &["added b", "renamed evidence.json -> a", "changed index.html", "missing source/site.toml"].as_slice(),
    );
}

#[test]
fn a_tampered_list_is_named() {
    let other_digest = "0".repeat(64);
    let tiny = Tiny::new();
    let sums = String::from_utf8(tiny.files["SHA256SUMS"].clone()).unwrap();
    let first = sums.lines().next().unwrap()[..64].to_owned();
    found(&tiny.clone().with("SHA256SUMS", sums.replace(&first, &other_digest)), &["changed SHA256SUMS"]);
    found(&tiny.clone().with("SHA256SUMS", format!("{sums}\n")), &["changed SHA256SUMS"]);
    found(&tiny.clone().without("SHA256SUMS"), &["missing SHA256SUMS"]);
    // Its sums are right about all the rest: then it is the manifest that was changed.
    let manifest = String::from_utf8(tiny.files["manifest.json"].clone()).unwrap();
    found(&tiny.with("manifest.json", manifest.replace("Essai", "Esszi")), &["changed manifest.json"]);
    let bag = Tiny::bag();
    found(&bag.clone().with("tagmanifest-sha256.txt", ""), &["changed tagmanifest-sha256.txt"]);
    found(&bag.clone().with("manifest-sha256.txt", ""), &["changed manifest-sha256.txt"]);
    // In which order the tag files stand is up to whoever wrote the bag.
    let tags = String::from_utf8(bag.files["tagmanifest-sha256.txt"].clone()).unwrap();
    let turned: String = tags.lines().rev().map(|line| format!("{line}\n")).collect();
    assert!(verdict(&bag.with("tagmanifest-sha256.txt", turned).zip()).is_whole());
}

#[test]
fn what_systems_leave_behind_is_told_and_not_held_against_it() {
    let tiny = Tiny::new().with(".DS_Store", "x").with("site/Thumbs.db", "y").with("site/._index.html", "z");
    let mut entries = tiny.entries();
    entries.push(Packed::new("__MACOSX/._x", b"x"));
    for archive in [zip(&entries), gzip(&tar(&entries))] {
        let verdict = verdict(&archive);
        assert!(verdict.is_whole());
        let expected =
            ["ignored ../__MACOSX/._x", "ignored .DS_Store", "ignored site/._index.html", "ignored site/Thumbs.db"];
        assert_eq!(remarks(&verdict), expected);
    }
}

#[test]
fn the_checksums_of_the_archive_do_not_count() {
    let mut entries = Tiny::new().entries();
    entries.iter_mut().for_each(|entry| entry.crc ^= 1);
    assert!(verdict(&zip(&entries)).is_whole());
    let mut archive = Tiny::new().tar_gz();
    let trailer = archive.len() - 8;
    archive[trailer] ^= 1;
    assert!(verdict(&archive).is_whole());
}

#[test]
fn a_file_that_cannot_be_unpacked_is_named_and_the_rest_is_judged() {
    let entries = Tiny::new().flipped("index.html").entries();
    let mut archive = zip(&entries);
    let name = format!("{TOP}/source/content/datasets/a/data.csv");
    let at = archive.windows(name.len()).position(|window| window == name.as_bytes()).unwrap() + name.len();
    // A block of a kind that deflate does not have.
    archive[at] = 0xff;
    let verdict = verdict(&archive);
    let expected = ["changed index.html", "damaged source/content/datasets/a/data.csv: its bytes cannot be unpacked"];
    assert_eq!(remarks(&verdict), expected);
}

#[test]
fn an_archive_that_is_cut_off_anywhere_is_not_whole() {
    for archive in [Tiny::new().zip(), Tiny::new().tar_gz(), Tiny::new().archives().remove(5).1] {
        for length in 0..archive.len() {
            let verdict = verdict(&archive[..length]);
            let fault = verdict.fault.as_ref().unwrap_or_else(|| panic!("{length} of {} bytes", archive.len()));
            let cut = matches!(fault, Fault::Empty | Fault::NoArchive | Fault::CutOff(_) | Fault::NoDirectory);
            assert!(cut, "{length} of {} bytes: {fault:?}", archive.len());
            assert!(!verdict.is_whole());
        }
    }
}

#[test]
fn what_was_read_of_an_archive_that_is_cut_off_is_judged() {
    let archive = Tiny::new().flipped("index.html").tar_gz();
    let project = Project::empty().file("x.tar.gz", &archive[..archive.len() - 9]);
    let ran = project.run(&["snapshot", "verify", "x.tar.gz"]);
    let expected = format!(
        "changed index.html\nthe archive is cut off: it ends early, after `{TOP}/source/site.toml`\nhelp: copy or \
         download it again, and compare its size with that of the original\nnot whole: 1 changed, 7 files as listed\n"
    );
    assert_eq!((ran.out, ran.code), (expected, Some(1)));
}

#[test]
fn what_is_no_snapshot_is_told_clearly() {
    let faults = |archive: &[u8]| verdict(archive).fault;
    assert_eq!(faults(b""), Some(Fault::Empty));
    assert_eq!(faults(b"%PDF-1.7"), Some(Fault::NoArchive));
    assert_eq!(faults(&Tiny::new().without("manifest.json").zip()), Some(Fault::NoManifest));
    assert_eq!(faults(&zip(&[])), Some(Fault::NoManifest));
    let manifest = String::from_utf8(Tiny::new().files["manifest.json"].clone()).unwrap();
    let later = Tiny::new().with("manifest.json", manifest.replace("\"format\": 1", "\"format\": 2"));
    assert_eq!(faults(&later.zip()), Some(Fault::Manifest(ManifestError::Version(2))));
    let broken = Tiny::new().with("manifest.json", &manifest[..200]);
    assert!(matches!(faults(&broken.tar_gz()), Some(Fault::Manifest(ManifestError::Malformed(_)))));
    for fault in ["", "fr"].map(|_| Fault::NoManifest) {
        assert!(fault.remedy("fr").contains("sha256sum"));
    }
}

#[test]
fn exit_codes_tell_what_is_not_whole_from_what_is_not_there() {
    let project = Project::empty().file("empty", "").file("text", "hello").file("folder/a", "");
    for name in ["empty", "text", "folder"] {
        let ran = project.run(&["snapshot", "verify", name]);
        assert_eq!(ran.code, Some(1), "{name}");
        assert!(ran.out.contains("\nhelp: "), "{name}: {}", ran.out);
    }
    let ran = project.run(&["snapshot", "verify", "absent", "--lang", "fr"]);
    assert_eq!((ran.out.as_str(), ran.code), ("", Some(2)));
    assert!(ran.err.starts_with("erreur\u{a0}: `absent` n’existe pas\n"), "{}", ran.err);
}

#[test]
fn names_cannot_steer_a_terminal() {
    let mut entries = Tiny::new().entries();
    entries.push(Packed::new(&format!("{TOP}/\u{1b}[2Jx\n\u{202e}y"), b""));
    let found = verdict(&zip(&entries));
    assert_eq!(remarks(&found), ["added \\u{1b}[2Jx\\u{a}\\u{202e}y"]);
}

#[test]
fn long_lists_are_counted_for_people_and_whole_for_programs() {
    let mut tiny = Tiny::new();
    (0..150).for_each(|number| tiny.put(&format!("x/{number:03}"), number.to_string()));
    let project = Project::empty().file("x.zip", tiny.zip());
    let ran = project.run(&["snapshot", "verify", "x.zip"]);
    assert_eq!(ran.out.matches("added x/").count(), 100);
    assert!(ran.out.contains("\n… and 50 more, all named with `--format json`\nnot whole: 150 added, 8 files"));
    let ran = project.run(&["snapshot", "verify", "x.zip", "--format", "json"]);
    let json: Json = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(json["remarks"].as_array().unwrap().len(), 150);
    assert_eq!((&json["remarks"][149]["what"], ran.code), (&"added".into(), Some(1)));
}

#[cfg(unix)]
#[test]
fn a_link_in_a_folder_is_not_followed() {
    use std::os::unix::fs::symlink;
    let project = Project::empty();
    Tiny::new().write(&project.path("s"));
    std::fs::rename(project.path("s/index.html"), project.path("elsewhere")).unwrap();
    symlink(project.path("elsewhere"), project.path("s/index.html")).unwrap();
    symlink("/", project.path("s/more")).unwrap();
    let ran = project.run(&["snapshot", "verify", "s"]);
    assert_eq!(ran.out, "changed index.html\nadded more\nnot whole: 1 changed, 1 added, 7 files as listed\n");
    assert_eq!(ran.code, Some(1));
}

#[test]
fn a_verdict_is_said_in_french() {
    let archive = Tiny::new().moved("evidence.json", "a").flipped("index.html").without("source/site.toml").zip();
    let expected = "renommé evidence.json -> a\nmodifié index.html\nmanquant source/site.toml\nnon intact\u{a0}: 1 \
                    manquant, 1 modifié, 1 renommé, 5 fichiers conformes\n";
    assert_eq!(verdict_text(&verdict(&archive), "fr"), expected);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn flipped_bytes_of_an_archive_are_found_or_do_no_harm(
        flips in prop::collection::vec((any::<prop::sample::Index>(), 1..=255u8), 1..4),
        form in 0..7usize,
    ) {
        let whole = Tiny::new();
        static ARCHIVES: LazyLock<Vec<(&str, Vec<u8>)>> = LazyLock::new(|| Tiny::new().archives());
        let mut archive = ARCHIVES[form].1.clone();
        for (at, bits) in flips {
            let at = at.index(archive.len());
            archive[at] ^= bits;
        }
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), &archive).unwrap();
        let contents = etal::io::unpack::contents(file.path(), None).unwrap();
        if judge(&contents).is_whole() {
            // Nothing but the bytes that were listed.
            let found = |path: &str| contents.files.iter().find(|file| file.path == path).map(|file| file.state.clone());
            for (path, bytes) in &whole.files {
                let (size, sha256) = (bytes.len() as u64, etal::probe::sha256(bytes));
                prop_assert_eq!(found(path), Some(etal::snapshot::State::Read { size, sha256 }), "{}", path);
            }
        }
    }
}
