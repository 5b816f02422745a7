//! What is kept from build to build.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use etal::evidence::EvidenceError;
use etal::inputs::Inputs;
use etal::io::write::{self, Content, Error, Fingerprint, Notice, Options};
use jiff::civil::date;

use super::{Catalog, counts, message, tree};

/// The file of the state of the only output.
fn state(catalog: &Catalog, name: &str) -> PathBuf {
    let folder = fs::read_dir(catalog.root().join(".etal/outputs")).unwrap().next().unwrap().unwrap();
    folder.path().join(name)
}

#[test]
fn the_state_is_out_of_gits_sight() {
    let catalog = Catalog::new();
    catalog.build("a=1").unwrap();
    assert_eq!(fs::read_to_string(catalog.root().join(".etal/.gitignore")).unwrap(), "*\n");
    assert_eq!(catalog.files(), tree("a=1"));
}

#[test]
fn a_damaged_manifest_makes_all_files_strangers() {
    let catalog = Catalog::new();
    catalog.build("a=1 b=2").unwrap();
    let path = state(&catalog, "manifest");
    let bytes = fs::read(&path).unwrap();
    for index in [0, 20, 40, bytes.len() - 1] {
        let mut damaged = bytes.clone();
        damaged[index] ^= 1;
        fs::write(&path, &damaged).unwrap();
        catalog.build("a=2").unwrap_err();
    }
    fs::write(&path, &bytes[..bytes.len() / 2]).unwrap();
    let summary = catalog.adopt("a=2").unwrap();
    assert_eq!(summary.notices, [Notice::ManifestDamaged(fs::canonicalize(catalog.out()).unwrap())]);
    assert_eq!(summary.adopted, ["a", "b"]);
    assert_eq!(catalog.files(), tree("a=2"));
}

#[test]
fn a_second_build_at_the_same_time_stops() {
    let catalog = Catalog::new();
    let (root, out) = (catalog.root(), catalog.out());
    let render = |_| {
        let second = message(catalog.build("b=1"), &catalog);
        let expected = format!("another build is writing `/…/catalog/public` (process {})", std::process::id());
        assert_eq!(second, expected);
        // Another command goes on meanwhile, and leaves the stage alone.
        assert_eq!(write::recover(&catalog.root()).unwrap(), []);
        Ok(Content::Bytes(b"1".to_vec()))
    };
    write::commit(&Options::new(&root, &out), &["a"], render).unwrap();
    assert_eq!(catalog.files(), tree("a=1"));
}

/// The fingerprint of a catalogue of one file.
fn fingerprint(text: &str) -> Fingerprint {
    let files = BTreeMap::from([("site.toml".to_owned(), text.as_bytes().to_vec())]);
    Fingerprint::of(&Inputs::from_memory(&files, date(2024, 5, 31)), &"options")
}

#[test]
fn a_fingerprint_is_of_everything() {
    let files = BTreeMap::from([("site.toml".to_owned(), Vec::new())]);
    let of = |change: &dyn Fn(&mut Inputs), told: &str| {
        let mut inputs = Inputs::from_memory(&files, date(2024, 5, 31));
        change(&mut inputs);
        Fingerprint::of(&inputs, &told)
    };
    let same = of(&|_| (), "");
    assert_eq!(of(&|_| (), ""), same);
    assert_ne!(of(&|_| (), "--drafts"), same);
    assert_ne!(of(&|inputs| inputs.now = date(2024, 6, 1), ""), same);
    assert_ne!(of(&|inputs| inputs.commit = Some("1a2b3c4".to_owned()), ""), same);
    assert_ne!(of(&|inputs| inputs.evidence_fault = Some(EvidenceError::NoFile), ""), same);
    assert_ne!(of(&|inputs| inputs.sources[0].path.push('x'), ""), same);
    assert_ne!(of(&|inputs| drop(inputs.theme.insert("a".to_owned(), Vec::new())), ""), same);
}

#[test]
fn what_is_unchanged_is_known_with_its_note() {
    let catalog = Catalog::new();
    let (root, out) = (catalog.root(), catalog.out());
    let options = Options::new(&root, &out);
    let unchanged = |text| write::unchanged(&options, fingerprint(text)).unwrap();
    let build = |files| {
        let summary = catalog.build(files).unwrap();
        write::remember(&options, &summary, fingerprint("one"), "3 findings").unwrap();
    };
    assert_eq!(unchanged("one"), None);
    build("a=1 b/c=2");
    assert_eq!(unchanged("one").as_deref(), Some("3 findings"));
    assert_eq!(unchanged("two"), None);

    catalog.put("stranger", "");
    assert_eq!(unchanged("one"), None);
    fs::remove_file(out.join("stranger")).unwrap();
    assert_eq!(unchanged("one").as_deref(), Some("3 findings"));
    catalog.put(".git/HEAD", "");
    assert_eq!(unchanged("one").as_deref(), Some("3 findings"));

    catalog.put("a", "2");
    assert_eq!(unchanged("one"), None);
    build("a=1 b/c=2");
    fs::remove_file(out.join("b/c")).unwrap();
    assert_eq!(unchanged("one"), None);
    build("a=1 b/c=2");
    // Another build in between, whose note was never kept.
    catalog.build("a=1").unwrap();
    assert_eq!(unchanged("one"), None);
}

#[test]
fn errors_and_notices_have_two_languages() {
    let catalog = Catalog::new();
    let out = PathBuf::from("public");
    let errors = [
        Error::Disk(out.clone(), std::io::Error::other("full")),
        Error::Settling(out.clone(), std::io::Error::other("full")),
        Error::Misplaced(out.clone(), write::Misplaced::Link),
        catalog.build("a=1 a/b=1").unwrap_err(),
        Error::Busy(out.clone(), Some(7)),
        Error::Changed(out.clone()),
    ];
    for error in errors {
        assert_ne!(error.message("fr"), error.message("en"));
        assert_ne!(error.remedy("fr"), error.remedy("en"));
        assert_eq!(error.to_string(), format!("{}; {}", error.message("en"), error.remedy("en")));
    }
    for notice in [Notice::Completed(out.clone()), Notice::Abandoned(out)] {
        assert_ne!(notice.message("fr"), notice.message("en"));
    }
    assert_eq!(counts(&catalog.build("a=1").unwrap()), (1, 0, 0));
}
