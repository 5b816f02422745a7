//! Archives that were made to do harm: nothing of them is unpacked, and what is wrong is said.

use std::io::Write;

use super::extract::names;
use super::tiny::{Packed, TOP, Tiny, gzip, tar, verdict, zip};
use crate::project::Project;

/// The archive is refused in words, leaves nothing behind, and is not whole.
#[track_caller]
fn refused(archive: &[u8], why: &str) {
    let project = Project::empty().file("around/a", archive);
    let ran = project.run(&["snapshot", "extract", "around/a", "around/to"]);
    assert_eq!((ran.out.as_str(), ran.code), ("", Some(2)), "{}", ran.err);
    assert!(ran.err.starts_with("error: `around/a`: ") && ran.err.contains(why), "{}", ran.err);
    assert!(ran.err.contains("\nhelp: "), "{}", ran.err);
    assert_eq!((names(&project.path("")), names(&project.path("around"))), (vec!["around".into()], vec!["a".into()]));
    assert!(!verdict(archive).is_whole());
}

/// Refused as a zip and as a tar.gz.
#[track_caller]
fn refused_with(entry: Packed, why: &str) {
    let mut entries = Tiny::new().entries();
    entries.push(entry);
    refused(&zip(&entries), why);
    refused(&gzip(&tar(&entries)), why);
}

fn file(path: &str) -> Packed {
    Packed::new(path, b"x")
}

#[test]
fn paths_that_lead_out_are_refused() {
    for path in ["/etc/x", "../x", "s/../../x", "C:\\x", "C:x", "..\\x", "\\\\host\\x"] {
        refused_with(file(path), "its path can lead out of the folder");
    }
    for path in ["/../../x", "//x", "/./x", "/..\\..\\x"] {
        refused_with(file(&format!("{TOP}{path}")), "its path can lead out of the folder");
    }
}

#[test]
fn names_that_some_system_cannot_have_are_refused() {
    for path in ["nul", "site/com1.txt", "a:b", "a?", "a ", "a.", "a\u{7}"] {
        refused_with(file(&format!("{TOP}/{path}")), "not every system can have a file of this name");
    }
    let mut entries = Tiny::new().entries();
    entries.push(file(&format!("{TOP}/a\0.html")));
    refused(&zip(&entries), "not every system can have a file of this name");
}

#[test]
fn links_and_devices_are_refused() {
    let path = format!("{TOP}/a");
    for (mode, kind, why) in [(0o120_777, b'2', "it is a link"), (0o060_644, b'4', "it is no file")] {
        refused_with(Packed { mode, kind, bytes: Vec::new(), size: 0, ..file(&path) }, why);
    }
    let mut entries = Tiny::new().entries();
    entries.push(Packed { kind: b'1', bytes: Vec::new(), size: 0, ..file(&path) });
    refused(&gzip(&tar(&entries)), "it is a link");
}

#[test]
fn two_of_one_path_are_refused() {
    refused_with(file(&format!("{TOP}/index.html")), "it is there twice");
    refused_with(file(&format!("{TOP}/INDEX.html")), "in capitals or accents only");
    refused_with(file(&format!("{TOP}/Site/x")), "in capitals or accents only");
    refused_with(file(&format!("{TOP}/index.html/x")), "it is a file and a folder");
    refused_with(file(&format!("{TOP}/site")), "it is a file and a folder");
}

#[test]
fn two_of_one_path_are_named() {
    let mut entries = Tiny::new().entries();
    entries.push(file(&format!("{TOP}/index.html")));
    for archive in [zip(&entries), gzip(&tar(&entries))] {
        assert_eq!(super::tiny::remarks(&verdict(&archive)), ["damaged index.html: it is there twice"]);
    }
}

#[test]
fn a_second_folder_at_the_top_is_refused() {
    refused_with(file("other/x"), &format!("is not in the folder `{TOP}`"));
    refused_with(file("x"), "is in no folder");
}

#[test]
fn entries_that_cannot_be_unpacked_are_refused() {
    let mut entries = Tiny::new().entries();
    entries.push(Packed { flags: 0x801, ..file(&format!("{TOP}/a")) });
    refused(&zip(&entries), "it is encrypted");
    entries.pop();
    entries.push(Packed { method: 12, ..file(&format!("{TOP}/a")) });
    refused(&zip(&entries), "packed in a way that etal does not know");
    let mut entries = Tiny::new().entries();
    entries.push(Packed { kind: b'S', ..file(&format!("{TOP}/a")) });
    refused(&gzip(&tar(&entries)), "kept with holes");
    entries.pop();
    let record = b"22 GNU.sparse.major=1\n";
    entries.push(Packed { kind: b'x', ..Packed::new("x", record) });
    entries.push(file(&format!("{TOP}/a")));
    refused(&gzip(&tar(&entries)), "kept with holes");
}

#[test]
fn what_unpacks_to_far_more_than_it_weighs_is_refused() {
    let mut entries = Tiny::new().entries();
    let zeros = vec![0; 60_000_000];
    entries.push(Packed::new(&format!("{TOP}/a"), &zeros));
    entries.push(Packed::new(&format!("{TOP}/b"), &zeros));
    for archive in [zip(&entries), gzip(&tar(&entries))] {
        refused(&archive, "would unpack to more than");
        let project = Project::empty().file("a", archive);
        assert_eq!(project.run(&["snapshot", "extract", "a", "--max-size", "1GB"]).code, Some(1));
    }
}

#[test]
fn a_file_is_never_longer_than_declared() {
    let mut entries = Tiny::new().entries();
    let bomb = Packed { size: 10, ..Packed::new(&format!("{TOP}/a"), &vec![0; 10_000_000]) };
    entries.push(bomb);
    let project = Project::empty().file("a", zip(&entries));
    let ran = project.run(&["snapshot", "extract", "a"]);
    assert!(ran.out.contains("\ndamaged a: it is longer than the archive says\n"), "{}", ran.out);
    assert!(!project.path(&format!("{TOP}/a")).exists());
}

#[test]
fn a_size_that_only_a_header_has_costs_nothing() {
    let mut entries = Tiny::new().entries();
    entries.push(Packed { size: 8_000_000_000, ..file(&format!("{TOP}/a")) });
    refused(&gzip(&tar(&entries)), "would unpack to more than");
}

#[test]
fn zeros_without_end_behind_a_tar_are_refused() {
    let mut archive = std::io::BufWriter::new(Vec::new());
    archive.write_all(&gzip(&tar(&Tiny::new().entries()))).unwrap();
    let zeros = gzip(&vec![0; 60_000_000]);
    archive.write_all(&zeros).unwrap();
    archive.write_all(&zeros).unwrap();
    refused(&archive.into_inner().unwrap(), "would unpack to more than");
}

#[test]
fn overlapping_bytes_are_refused() {
    let entries = Tiny::new().entries();
    let mut archive = zip(&entries);
    // The second entry of the list begins where the first one does.
    let list = archive.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    let second = list + 46 + entries[0].name.len();
    archive[second + 42..second + 46].copy_from_slice(&0u32.to_le_bytes());
    refused(&archive, "its bytes lie over those of another file");
}

#[test]
fn long_names_are_bounded_and_read() {
    let long = format!("{TOP}/site/{}/{}", "a".repeat(120), "b".repeat(120));
    for kind in [b'L', b'x'] {
        let whole = Tiny::new().with(long.strip_prefix(&format!("{TOP}/")).unwrap(), "x");
        let mut entries = whole.clone().without("site/index.html").entries();
        entries.retain(|entry| entry.name.len() <= 100);
        let record = match kind {
            b'L' => format!("{long}\0"),
            _ => format!("{} path={long}\n", long.len() + 10),
        };
        entries.push(Packed { kind, ..Packed::new("long", record.as_bytes()) });
        entries.push(file("short"));
        let found = super::tiny::remarks(&verdict(&gzip(&tar(&entries))));
        assert_eq!(found, [format!("added {}", &long[TOP.len() + 1..]), "missing site/index.html".into()]);
        let endless = Packed { kind, ..Packed::new("long", "a".repeat(70_000).as_bytes()) };
        let mut entries = Tiny::new().entries();
        entries.push(endless);
        entries.push(file("short"));
        refused(&gzip(&tar(&entries)), "the archive is damaged");
    }
}
