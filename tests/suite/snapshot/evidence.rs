//! `evidence.json`: what is written of some inputs, what is read of a file of unknown origin, what holds.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use etal::date::Moment;
use etal::evidence::{Evidence, EvidenceError, MAX_BYTES, Pages};
use etal::inputs::{Drafts, Inputs};
use etal::model::MetadataDates;
use etal::rules::History;
use proptest::prelude::*;
use sha2::{Digest, Sha256};

use crate::catalog::NOW;

const SITE: &str = "title = \"Data\"\n[forge]\nurl = \"https://git.example.org/a/b\"\nkind = \"gitea\"\n";
const TREES: &str = "content/datasets/trees/dataset.yaml";

/// Files of a catalogue, by path.
type Files = BTreeMap<String, Vec<u8>>;

fn catalogue() -> Files {
    let files = [
        ("site.toml", SITE),
        (TREES, "title: Trees\n"),
        ("content/datasets/trees/trees.csv", "a,b\n1,2\n"),
        ("content/datasets/trees/été/x.csv", "a\n1\n"),
        ("content/datasets/trees/discussions/1.md", "Hello\n"),
        ("content/people/ada.yaml", "name: Ada\n"),
        ("content/people/eve.yaml", "name: Eve\n"),
    ];
    files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).into()
}

fn at(seconds: i64) -> MetadataDates {
    MetadataDates { created: Moment::from_unix(seconds), modified: Moment::from_unix(seconds + 60) }
}

fn inputs(files: &Files) -> Inputs {
    Inputs::from_memory(files, NOW.parse().unwrap())
}

/// With a history of two of its things.
fn dated(files: &Files) -> Inputs {
    let mut inputs = inputs(files);
    inputs.dates =
        BTreeMap::from([(TREES.to_owned(), at(1_000_000_000)), ("content/people/ada.yaml".to_owned(), at(0))]);
    inputs.history = History::Full;
    inputs.commit = Some(String::from("0123456789"));
    inputs
}

fn recorded() -> Evidence {
    Evidence::of(&dated(&catalogue()), Drafts::Left, Pages::Plain)
}

fn sha256(text: &str) -> String {
    Sha256::digest(text).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[test]
fn what_came_from_outside_is_written_with_the_digest_of_its_files() {
    let mut lines = String::new();
    for (path, text) in [("dataset.yaml", "title: Trees\n"), ("trees.csv", "a,b\n1,2\n"), ("été/x.csv", "a\n1\n")] {
        let _ = writeln!(lines, "{}  content/datasets/trees/{path}", sha256(text));
    }
    let expected = format!(
        r#"{{
  "format": 1,
  "etal": "{}",
  "now": "{NOW}",
  "commit": "0123456789",
  "history": "full",
  "base_url": null,
  "forge": {{
    "kind": "forgejo",
    "url": "https://git.example.org/a/b",
    "branch": "main",
    "folder": ""
  }},
  "drafts": false,
  "minified": false,
  "availability": {{}},
  "dates": {{
    "content/datasets/trees/dataset.yaml": {{
      "created": "2001-09-09T01:46:40Z",
      "modified": "2001-09-09T01:47:40Z",
      "files": "{}"
    }},
    "content/people/ada.yaml": {{
      "created": "1970-01-01T00:00:00Z",
      "modified": "1970-01-01T00:01:00Z",
      "files": "{}"
    }}
  }}
}}
"#,
        env!("CARGO_PKG_VERSION"),
        sha256(&lines),
        sha256(&format!("{}  content/people/ada.yaml\n", sha256("name: Ada\n"))),
    );
    assert_eq!(recorded().to_json(), expected);
}

#[test]
fn dates_hold_as_long_as_the_files_are_those_of_then() {
    let held = |change: &dyn Fn(&mut Files)| {
        let mut files = catalogue();
        change(&mut files);
        files.insert(String::from("evidence.json"), recorded().to_json().into_bytes());
        let inputs = inputs(&files);
        assert_eq!(inputs.evidence_fault, None);
        assert_eq!(inputs.dates.get("content/people/ada.yaml"), Some(&at(0)));
        assert_eq!(inputs.dates.len(), if inputs.dates.contains_key(TREES) { 2 } else { 1 });
        inputs.dates.get(TREES).copied()
    };
    let put = |path: &'static str, text: &'static str| {
        move |files: &mut Files| {
            files.insert(format!("content/datasets/trees/{path}"), text.as_bytes().to_vec());
        }
    };
    assert_eq!(held(&|_| ()), Some(at(1_000_000_000)));
    assert_eq!(held(&put("discussions/2.md", "Hi\n")), Some(at(1_000_000_000)));
    assert_eq!(held(&put(".DS_Store", "x")), Some(at(1_000_000_000)));
    assert_eq!(held(&put("dataset.yaml", "title: Tree\n")), None);
    assert_eq!(held(&put("dataset.yaml", "title: Trees")), None);
    assert_eq!(held(&put("trees.csv", "a,b\n1,3\n")), None);
    assert_eq!(held(&put("more.csv", "a,b\n1,3\n")), None);
    assert_eq!(held(&|files| drop(files.remove("content/datasets/trees/trees.csv"))), None);
    let renamed = |files: &mut Files| {
        let text = files.remove("content/datasets/trees/trees.csv").unwrap();
        files.insert(String::from("content/datasets/trees/tree.csv"), text);
    };
    assert_eq!(held(&renamed), None);
    let not_text = |files: &mut Files| drop(files.insert(TREES.to_owned(), vec![0xff]));
    assert_eq!(held(&not_text), None);
}

#[test]
fn what_cannot_be_read_as_text_has_no_recorded_dates() {
    let mut files = catalogue();
    files.insert(TREES.to_owned(), vec![0xff]);
    let recorded = Evidence::of(&dated(&files), Drafts::Left, Pages::Plain);
    assert_eq!(recorded.dates.keys().collect::<Vec<_>>(), ["content/people/ada.yaml"]);
}

#[test]
fn held_dates_win_over_those_of_git() {
    let mut inputs = inputs(&catalogue());
    inputs.dates.insert(TREES.to_owned(), at(1_700_000_000));
    inputs.dates.insert(String::from("content/people/eve.yaml"), at(1_700_000_000));
    recorded().hold_dates(&mut inputs);
    let expected = [
        (TREES, at(1_000_000_000)),
        ("content/people/ada.yaml", at(0)),
        ("content/people/eve.yaml", at(1_700_000_000)),
    ];
    assert_eq!(inputs.dates, BTreeMap::from(expected.map(|(path, dates)| (path.to_owned(), dates))));
    assert_eq!((inputs.history, inputs.commit), (History::None, None));
}

#[test]
fn a_replay_gives_all_of_it_back() {
    let mut before = dated(&catalogue());
    before.base_url = Some(String::from("https://data.example.org/"));
    let evidence = Evidence::of(&before, Drafts::Kept, Pages::Minified);
    assert_eq!((evidence.drafts(), evidence.minified), (Drafts::Kept, true));
    let mut inputs = Inputs::from_memory(&catalogue(), "2030-01-01".parse().unwrap());
    inputs.dates.insert(String::from("content/people/eve.yaml"), at(1_700_000_000));
    inputs.commit = Some(String::from("fedcba"));
    evidence.replay(&mut inputs);
    let again = Evidence::of(&inputs, Drafts::Kept, Pages::Minified);
    assert_eq!(again, evidence);
    assert_eq!((inputs.now, inputs.dates), (before.now, before.dates));
}

/// What is wrong with the file when one value of it is another.
#[track_caller]
fn wrong(change: impl Fn(&mut serde_json::Value)) -> EvidenceError {
    let mut json = serde_json::to_value(recorded()).unwrap();
    change(&mut json);
    Evidence::read(json.to_string().as_bytes()).unwrap_err()
}

#[test]
fn a_value_that_cannot_be_is_named() {
    let value = |key: &str, found: &str| EvidenceError::Value(key.to_owned(), found.to_owned());
    assert_eq!(wrong(|json| json["now"] = "0999-12-31".into()), value("now", "0999-12-31"));
    assert_eq!(wrong(|json| json["history"] = "some".into()), value("history", "some"));
    assert_eq!(wrong(|json| json["commit"] = "<script>".into()), value("commit", "<script>"));
    assert_eq!(wrong(|json| json["commit"] = "".into()), value("commit", ""));
    assert_eq!(wrong(|json| json["base_url"] = "javascript:x()".into()), value("base_url", "javascript:x()"));
    assert_eq!(wrong(|json| json["forge"]["kind"] = "svn".into()), value("forge.kind", "svn"));
    assert_eq!(wrong(|json| json["forge"]["url"] = "data:x".into()), value("forge.url", "data:x"));
    let date = |text: &str| wrong(|json| json["dates"][TREES]["modified"] = text.into());
    for text in ["", "2024", "2024-05-31", "2024-02-30T00:00:00Z", "2024-05-31T10:00:00+02:00", "12024-05-31T10:00:00Z"]
    {
        assert_eq!(date(text), value(&format!("dates.{TREES}.modified"), text));
    }
    let digest = "A".repeat(64);
    assert_eq!(
        wrong(|json| json["dates"][TREES]["files"] = digest.clone().into()),
        value(&format!("dates.{TREES}.files"), &digest)
    );
    let EvidenceError::Value(_, found) = wrong(|json| json["history"] = "é".repeat(10_000).into()) else {
        panic!("another fault");
    };
    assert_eq!(found.chars().count(), 101);
}

#[test]
fn what_is_not_of_this_form_is_refused() {
    assert_eq!(wrong(|json| json["format"] = 2.into()), EvidenceError::Version(2));
    let is_malformed = |text: &str| matches!(Evidence::read(text.as_bytes()), Err(EvidenceError::Malformed(_)));
    for text in ["", "{}", "[]", "null", "{\"format\": \"1\"}", "{\"format\": 1}", "\u{feff}{\"format\": 1}"] {
        assert!(is_malformed(text), "{text}");
    }
    assert!(is_malformed(&"[".repeat(1_000_000)));
    assert!(is_malformed(&format!("{{\"format\": 1, \"x\": {}", "{\"a\":".repeat(1_000_000))));
    assert!(is_malformed(recorded().to_json().trim_end().strip_suffix('}').unwrap()));
    let types = [
        |json: &mut serde_json::Value| json["dates"] = serde_json::json!([]),
        |json: &mut serde_json::Value| json["dates"][TREES] = serde_json::json!("2024-05-31"),
        |json: &mut serde_json::Value| json["now"] = serde_json::json!("+12024-01-01"),
        |json: &mut serde_json::Value| json["now"] = serde_json::json!(5),
        |json: &mut serde_json::Value| json["drafts"] = serde_json::json!("no"),
        |json: &mut serde_json::Value| json["format"] = serde_json::json!(-1),
    ];
    for change in types {
        assert!(matches!(wrong(change), EvidenceError::Malformed(_)));
    }
    let mut large = recorded().to_json();
    large.push_str(&" ".repeat(MAX_BYTES as usize));
    assert_eq!(Evidence::read(large.as_bytes()), Err(EvidenceError::TooLarge(large.len() as u64)));
}

#[test]
fn keys_of_later_versions_are_passed_over() {
    let mut json = serde_json::to_value(recorded()).unwrap();
    json["later"] = serde_json::json!({ "a": [1] });
    assert_eq!(Evidence::read(json.to_string().as_bytes()), Ok(recorded()));
}

fn moments() -> impl Strategy<Value = Option<Moment>> {
    prop::option::of((-30_000_000_000_i64..253_402_207_200).prop_map(|seconds| Moment::from_unix(seconds).unwrap()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_written_is_read_as_it_was(
        dates in prop::collection::vec((moments(), moments()), 3),
        commit in prop::option::of("[0-9a-f]{4,64}"),
        base_url in prop::option::of("https://[a-zé]{1,9}(/[a-z'&]{1,9}){0,3}/"),
        days in 0..20_000_i32,
    ) {
        let mut inputs = inputs(&catalogue());
        let paths = [TREES, "content/people/ada.yaml", "content/people/eve.yaml"];
        for (path, (created, modified)) in paths.into_iter().zip(dates) {
            inputs.dates.insert(path.to_owned(), MetadataDates { created, modified });
        }
        inputs.commit = commit;
        inputs.base_url = base_url;
        inputs.now = jiff::civil::date(2000, 1, 1) + jiff::Span::new().days(days);
        let written = Evidence::of(&inputs, Drafts::Left, Pages::Plain);
        let read = Evidence::read(written.to_json().as_bytes());
        prop_assert_eq!(read.as_ref(), Ok(&written));
        prop_assert!(written.dates.len() <= 3);
    }
}
