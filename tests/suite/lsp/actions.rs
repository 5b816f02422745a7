//! Quick fixes.

use serde_json::{Value, json};

use super::{Editor, able, edited, uri};

const PATH: &str = "content/datasets/example.yaml";

/// The actions for a whole line, counted from 0.
fn actions(editor: &mut Editor, path: &str, line: u32, only: Option<&str>) -> Vec<Value> {
    let range = json!({ "start": { "line": line, "character": 0 }, "end": { "line": line, "character": 999 } });
    let mut context = json!({ "diagnostics": [] });
    if let Some(only) = only {
        context["only"] = json!([only]);
    }
    let parameters = json!({ "textDocument": { "uri": uri(path) }, "range": range, "context": context });
    editor.ask("textDocument/codeAction", parameters).as_array().unwrap().clone()
}

fn of(locale: &str, path: &str, text: &str, line: u32, only: Option<&str>) -> Vec<Value> {
    let mut editor = Editor::on("==> content/datasets/other.yaml <==\ntitle: b\n", locale);
    editor.open(path, Some(text));
    actions(&mut editor, path, line, only)
}

fn after(text: &str, action: &Value) -> String {
    let change = &action["edit"]["documentChanges"][0];
    assert_eq!(change["textDocument"]["version"], 1);
    edited(text, &change["edits"])
}

const MENDABLE: &str = "title: \"🌳\" # tree\r\nlicense: Licence Ouverte 2.0\r\nmodified: 31/05/2024\r\n";

#[test]
fn what_has_one_right_answer_is_preferred() {
    let fixes = of("en", PATH, MENDABLE, 1, Some("quickfix"));
    let fix = fixes.iter().find(|action| action["isPreferred"] == true).unwrap();
    assert_eq!(fix["title"], "Replace `Licence Ouverte 2.0` by `etalab-2.0`");
    assert_eq!(fix["kind"], "quickfix");
    assert_eq!(fix["diagnostics"][0]["code"], "L003");
    assert_eq!(after(MENDABLE, fix), MENDABLE.replace("Licence Ouverte 2.0", "etalab-2.0"));
    let french = of("fr", PATH, MENDABLE, 1, Some("quickfix"));
    assert_eq!(french[0]["title"], "Remplacer `Licence Ouverte 2.0` par `etalab-2.0`");
    assert!(of("en", PATH, MENDABLE, 0, Some("refactor")).is_empty());
}

#[test]
fn what_a_person_must_choose_is_offered_and_not_preferred() {
    let text = "title: a\ntemporal_coverage:\n  start: 2024\n  end: 2019\n";
    let fixes = of("fr", PATH, text, 3, Some("quickfix"));
    let swap = fixes.iter().find(|action| action["diagnostics"][0]["data"]["rule"] == "reversed-coverage").unwrap();
    assert_eq!(swap.get("isPreferred"), None);
    assert!(swap["title"].as_str().unwrap().starts_with("Peut-être\u{a0}: "), "{}", swap["title"]);
    assert_eq!(after(text, swap), "title: a\ntemporal_coverage:\n  start: 2019\n  end: 2024\n");
}

#[test]
fn a_mistyped_word_is_replaced_by_the_nearest_where_that_changes_nothing_else() {
    let nearest = |path: &str, text: &str, line: u32, rule: &str| {
        let fixes = of("en", path, text, line, Some("quickfix"));
        let is_it = |action: &&Value| {
            let is_change = action["title"].as_str().unwrap().starts_with("Replace");
            is_change && action["diagnostics"][0]["data"]["rule"] == rule
        };
        let fix = fixes.iter().find(is_it)?;
        assert_eq!(fix.get("isPreferred"), None);
        Some(after(text, fix))
    };
    let key = nearest(PATH, "title: a\nlicens: x # 🌳\n", 1, "unknown-key");
    assert_eq!(key.as_deref(), Some("title: a\nlicense: x # 🌳\n"));
    let value = nearest(PATH, "title: a\nthemes: [AGRI, 'ENVY']\n", 1, "unknown-code");
    assert_eq!(value.as_deref(), Some("title: a\nthemes: [AGRI, 'ENVI']\n"));
    let reference = nearest(PATH, "title: a\nreplaced_by: othre\n", 1, "orphaned-reference");
    assert_eq!(reference.as_deref(), Some("title: a\nreplaced_by: other\n"));
    let both = "title: a\nresources:\n  - path: x.csv\n    url: http://x.example/\n";
    assert_eq!(nearest(PATH, both, 3, "exclusive-keys"), None, "there would be two of one key");
}

#[test]
fn everything_is_mended_at_once() {
    let all = of("en", PATH, MENDABLE, 0, Some("source.fixAll"));
    assert_eq!(all.len(), 1, "{all:?}");
    assert_eq!(all[0]["kind"], "source.fixAll.etal");
    let text = after(MENDABLE, &all[0]);
    assert!(text.contains("license: etalab-2.0\r\n") && text.contains("modified: 2024-05-31\r\n"), "{text}");
    assert!(text.contains("title: \"🌳\" # tree\r\n"), "{text}");
    assert!(of("en", PATH, MENDABLE, 0, Some("source.organizeImports")).is_empty());
}

/// The text once the finding of a rule on a line is accepted; none when that is not offered.
fn accepted(path: &str, text: &str, line: u32, rule: &str) -> Option<String> {
    let actions = of("en", path, text, line, Some("quickfix"));
    let title = format!("Accept this finding ({rule}) with a comment, and write the reason");
    actions.iter().find(|action| action["title"] == title.as_str()).map(|action| after(text, action))
}

#[test]
fn a_finding_is_accepted_by_a_comment_that_asks_for_a_reason() {
    let text = "title: a\r\nresources:\r\n  - url: x\r\n    license: nope\r\n";
    let expected = text.replace("    license", "    # etal: allow unknown-license: \r\n    license");
    assert_eq!(accepted(PATH, text, 3, "unknown-license"), Some(expected.clone()));
    let mut editor = Editor::on("==> content/datasets/other.yaml <==\ntitle: b\n", "en");
    let has = |editor: &Editor, code: &str| editor.findings(PATH).iter().any(|finding| finding.starts_with(code));
    editor.open(PATH, Some(&expected));
    editor.rest();
    assert!(has(&editor, "L002"), "a comment without a reason accepts nothing");
    editor.replace(PATH, 2, &expected.replace("license: \r", "license: our own\r"));
    editor.rest();
    assert!(!has(&editor, "L002") && !has(&editor, "Y011"), "{:?}", editor.findings(PATH));
}

#[test]
fn a_comment_that_would_change_a_text_is_not_offered() {
    let block = "title: a\ndescription: |\n  Words.\n  See <b>here</b>.\n";
    assert_eq!(accepted(PATH, block, 3, "raw-html"), None);
    let markdown = "---\ntitle: a\n---\nWords.\n\nSee <b>here</b>.\n";
    let path = "content/datasets/example.md";
    let expected = markdown.replace("</b>.\n", "</b>. <!-- etal: allow raw-html:  -->\n");
    assert_eq!(accepted(path, markdown, 5, "raw-html"), Some(expected));
}

#[test]
fn a_setting_is_accepted_too() {
    let text = "title = \"x\"\ntitel = \"y\"\n";
    let expected = "title = \"x\"\n# etal: allow unknown-key: \ntitel = \"y\"\n";
    assert_eq!(accepted("site.toml", text, 1, "unknown-key").as_deref(), Some(expected));
}

#[test]
fn fixes_wait_for_the_text_as_it_is_now() {
    let mut editor = Editor::on("license: etalab\n", "en");
    editor.open(PATH, None);
    editor.rest();
    editor.replace(PATH, 2, "title: a\nlicense: Licence Ouverte 2.0\n");
    let fixes = actions(&mut editor, PATH, 1, Some("quickfix"));
    assert_eq!(fixes[0]["edit"]["documentChanges"][0]["textDocument"]["version"], 2);
    assert_eq!(fixes[0]["title"], "Replace `Licence Ouverte 2.0` by `etalab-2.0`");
}

#[test]
fn an_editor_without_versions_gets_plain_changes() {
    let mut editor = Editor::silent("license: Licence Ouverte 2.0\n");
    let mut can = able();
    can["workspace"]["workspaceEdit"]["documentChanges"] = json!(false);
    editor.begin(json!({ "capabilities": can, "rootUri": uri("") }));
    editor.open(PATH, None);
    let fixes = actions(&mut editor, PATH, 0, None);
    let fix = fixes.iter().find(|action| action["diagnostics"][0]["code"] == "L003").unwrap();
    let edits = &fix["edit"]["changes"][uri(PATH).as_str()];
    assert_eq!(edited("license: Licence Ouverte 2.0\n", edits), "license: etalab-2.0\n");
}
