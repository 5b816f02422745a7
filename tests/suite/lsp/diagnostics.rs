//! Findings in the editor: the same as those of `etal check`, and gone when they are mended.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};

use super::{Editor, able, short, uri};
use crate::catalog::site_of;
use crate::demonstration::{root, tree};
use crate::outside::complete;

const PATH: &str = "content/datasets/example.yaml";

#[test]
fn a_finding_has_its_code_its_words_and_its_place() {
    let mut editor = Editor::on("title: \"Été 🌳\" \r\nlicense: \"🌳 nope\"\r\n", "en");
    editor.open(PATH, None);
    editor.rest();
    let shown = editor.shown[&uri(PATH)].as_array().unwrap().clone();
    let finding = shown.iter().find(|one| one["code"] == "L002").unwrap();
    assert_eq!(
        *finding,
        json!({
            "range": { "start": { "line": 1, "character": 9 }, "end": { "line": 1, "character": 18 } },
            "severity": 2,
            "code": "L002",
            "source": "etal",
            "message": finding["message"],
            "data": { "rule": "unknown-license" },
        })
    );
    let message = finding["message"].as_str().unwrap();
    assert!(message.contains("`🌳 nope`") && message.contains("\nhelp: "), "{message}");
}

#[test]
fn words_are_those_of_the_editors_language_unless_one_was_asked_for() {
    let message = |editor: &Editor| {
        let shown = editor.shown[&uri(PATH)].as_array().unwrap().clone();
        shown.iter().find(|one| one["code"] == "L002").unwrap()["message"].as_str().unwrap().to_owned()
    };
    let french = message(&Editor::on("license: nope\n", "fr-FR"));
    assert!(french.contains("licence inconnue") && french.contains("\naide\u{a0}: "), "{french}");
    assert!(message(&Editor::on("license: nope\n", "en")).contains("unknown licence"));
    let mut asked = Editor::silent("license: nope\n");
    let options = etal::lsp::Options { language: "fr", is_language_asked: true };
    asked.server = etal::lsp::Server::new(options, String::new(), Box::new(super::OneFolder));
    asked.begin(json!({ "capabilities": able(), "rootUri": uri(""), "locale": "en" }));
    assert_eq!(message(&asked), french);
}

#[test]
fn other_places_are_named() {
    let mut editor = Editor::on("title: a\nlicense: x\ntitle: b\n", "fr");
    editor.open(PATH, None);
    editor.rest();
    let shown = editor.shown[&uri(PATH)].as_array().unwrap().clone();
    let finding = shown.iter().find(|one| short(one).ends_with("2:0-2:5")).unwrap();
    let place = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 5 } });
    let location = json!({ "uri": uri(PATH), "range": place });
    assert_eq!(finding["relatedInformation"], json!([{ "location": location, "message": "l’autre endroit" }]));
}

#[test]
fn findings_of_files_that_are_not_open_come_at_the_start_and_go_when_mended() {
    let mut editor = Editor::on("==> content/datasets/a.yaml <==\nlicense: nope\n", "en");
    let path = "content/datasets/a.yaml";
    assert!(editor.findings(path).contains(&String::from("L002 0:9-0:13")));
    editor.files.insert(path.to_owned(), b"license: etalab-2.0\n".to_vec());
    editor.tell("workspace/didChangeWatchedFiles", json!({ "changes": [{ "uri": uri(path), "type": 2 }] }));
    editor.rest();
    assert!(!editor.findings(path).iter().any(|finding| finding.starts_with("L002")));
    editor.files.remove(path);
    editor.tell("workspace/didChangeWatchedFiles", json!({ "changes": [{ "uri": uri(path), "type": 3 }] }));
    editor.rest();
    assert_eq!(editor.shown[&uri(path)], json!([]));
}

#[test]
fn a_text_that_is_typed_wins_over_the_disk_until_it_is_closed() {
    let mut editor = Editor::on("license: nope\n", "en");
    editor.open(PATH, Some("license: etalab-2.0\n"));
    editor.rest();
    let has = |editor: &Editor| editor.findings(PATH).iter().any(|finding| finding.starts_with("L002"));
    assert!(!has(&editor));
    editor.tell("textDocument/didClose", json!({ "textDocument": { "uri": uri(PATH) } }));
    editor.rest();
    assert!(has(&editor));
}

#[test]
fn a_file_that_is_not_saved_yet_is_part_of_the_catalogue() {
    let mut editor = Editor::on("==> content/datasets/b.yaml <==\ntitle: b\norganization: hall\n", "en");
    let orphan = "I007 1:14-1:18";
    assert!(editor.findings("content/datasets/b.yaml").contains(&orphan.to_owned()));
    editor.open("content/organizations/hall.yaml", Some("name: Town hall\nsiret: '1'\n"));
    editor.rest();
    assert!(!editor.findings("content/datasets/b.yaml").contains(&orphan.to_owned()));
    let own = editor.findings("content/organizations/hall.yaml");
    assert!(own.iter().any(|finding| finding.ends_with("1:7-1:10")), "{own:?}");
}

#[test]
fn the_settings_have_findings_too() {
    let mut editor = Editor::on("title: a\n==> site.toml <==\ntitle = \"🌳\"\ntitel = \"x\"\n", "en");
    let at_start = editor.findings("site.toml");
    assert!(at_start.contains(&String::from("V001 1:0-1:5")), "{at_start:?}");
    editor.open("site.toml", Some("title = \"🌳\"\n"));
    editor.rest();
    assert!(!editor.findings("site.toml").iter().any(|finding| finding.starts_with("V001")));
}

#[test]
fn a_file_in_no_catalogue_is_served_alone() {
    let mut editor = Editor::silent("");
    editor.begin(json!({ "capabilities": able() }));
    let open = |editor: &mut Editor, address: &str, text: &str| {
        let document = json!({ "uri": address, "languageId": "yaml", "version": 1, "text": text });
        editor.tell("textDocument/didOpen", json!({ "textDocument": document }));
        editor.rest();
        let shown = editor.shown.get(address).cloned().unwrap_or(json!([]));
        shown.as_array().unwrap().iter().map(short).collect::<Vec<_>>()
    };
    let text = "title: a\nlicense: nope\norganization: nobody\nresources:\n  - path: x.csv\n";
    let address = "file:///home/x/some.yaml";
    let found = open(&mut editor, address, text);
    assert!(found.contains(&String::from("L002 1:9-1:13")), "{found:?}");
    let around = |found: &[String]| found.iter().any(|one| one.starts_with("I007") || one.starts_with("R002"));
    assert!(!around(&found), "nothing is known of what is around it: {found:?}");
    editor.tell("textDocument/didClose", json!({ "textDocument": { "uri": address } }));
    assert_eq!(editor.shown[address], json!([]));
    let compose = "services:\n  web:\n    image: x\n";
    assert_eq!(open(&mut editor, "file:///home/x/compose.yaml", compose), Vec::<String>::new());
    assert_ne!(open(&mut editor, "file:///home/x/organizations/hall.yaml", compose), Vec::<String>::new());
    assert_eq!(open(&mut editor, "untitled:Untitled-1", text), found);
    assert_eq!(open(&mut editor, "git:/home/x/some.yaml?old", text), Vec::<String>::new());
}

#[test]
fn a_huge_text_is_one_finding_and_is_looked_at_no_further() {
    let mut editor = Editor::on("title: a\n", "en");
    let huge = format!("title: a\nlicense: \n{}", "# the same line\n".repeat(100_000));
    editor.open(PATH, Some(&huge));
    editor.rest();
    assert_eq!(editor.findings(PATH).len(), 1, "{:?}", editor.findings(PATH));
    let here = json!({ "textDocument": { "uri": uri(PATH) }, "position": { "line": 1, "character": 9 } });
    assert_eq!(editor.ask("textDocument/completion", here.clone()), Value::Null);
    assert_eq!(editor.ask("textDocument/hover", here), Value::Null);
}

/// What the editor shows of a catalogue on disk, file by file, and what is found in it.
fn both(folder: &Path) -> (BTreeMap<String, Vec<String>>, BTreeMap<String, Vec<String>>) {
    let files = tree(&folder.join("content"));
    let mut files: BTreeMap<String, Vec<u8>> =
        files.into_iter().map(|(path, bytes)| (format!("content/{path}"), bytes)).collect();
    files.insert(String::from("site.toml"), std::fs::read(folder.join("site.toml")).unwrap());
    let site = site_of(&files);
    let mut editor = Editor::silent("");
    editor.files = files;
    let encodings = json!({ "general": { "positionEncodings": ["utf-8"] } });
    editor.begin(json!({ "capabilities": encodings, "rootUri": format!("file://{}", super::ROOT) }));
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for finding in site.findings.shown() {
        let path = &site.sources[finding.site.source.0 as usize].path;
        let place = format!("{} {}:{}", finding.rule.code, finding.site.start.line, finding.message("en"));
        found.entry(path.clone()).or_default().push(place);
    }
    let mut shown: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for path in site.sources.iter().map(|source| &source.path) {
        let address = editor.shown.keys().find(|address| address.ends_with(path.as_str()));
        for one in address.into_iter().flat_map(|address| editor.shown[address].as_array().unwrap()) {
            let line = one["range"]["start"]["line"].as_u64().unwrap() + 1;
            let message = one["message"].as_str().unwrap().split("\nhelp: ").next().unwrap();
            shown.entry(path.clone()).or_default().push(format!("{} {line}:{message}", one["code"].as_str().unwrap()));
        }
    }
    (shown, found)
}

#[test]
fn the_editor_shows_what_check_finds() {
    for folder in [root(), complete()] {
        let (shown, found) = both(&folder);
        assert!(!found.is_empty());
        assert_eq!(shown, found, "{}", folder.display());
    }
}
