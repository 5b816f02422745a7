//! How a conversation begins, goes wrong and ends.

use etal::lsp::{Effect, Event, Options, Server};
use serde_json::{Value, json};

use super::{Editor, OneFolder, ROOT, able, uri};

#[test]
fn the_server_says_what_it_can_do() {
    let mut editor = Editor::silent("");
    let result = editor.begin(json!({ "capabilities": able(), "rootUri": format!("file://{ROOT}") }));
    let can = &result["capabilities"];
    assert_eq!(can["positionEncoding"], "utf-16");
    assert_eq!(can["textDocumentSync"], json!({ "openClose": true, "change": 2, "save": { "includeText": false } }));
    for ability in ["completionProvider", "hoverProvider", "definitionProvider", "codeActionProvider"] {
        assert!(!can[ability].is_null(), "{ability}");
    }
    assert_eq!(result["serverInfo"]["name"], "etal");
    let registered = editor.received.iter().find(|message| message["method"] == "client/registerCapability");
    let registration = &registered.expect("a registration")["params"]["registrations"][0];
    assert_eq!(registration["method"], "workspace/didChangeWatchedFiles");
}

#[test]
fn bytes_are_counted_where_the_editor_can() {
    let mut editor = Editor::silent("title: \"🌳\" # x\nlicense: nope\n");
    let encodings = json!({ "general": { "positionEncodings": ["utf-16", "utf-8"] } });
    let result = editor.begin(json!({ "capabilities": encodings, "rootUri": format!("file://{ROOT}") }));
    assert_eq!(result["capabilities"]["positionEncoding"], "utf-8");
    let path = "content/datasets/example.yaml";
    editor.open(path, Some("title: 🌳🌳\nthemes: [🌳, nope]\n"));
    editor.rest();
    assert!(editor.findings(path).contains(&String::from("V003 1:15-1:19")), "{:?}", editor.findings(path));
    let watching = editor.received.iter().any(|message| message["method"] == "client/registerCapability");
    assert!(!watching, "an editor is asked for what it cannot do");
}

#[test]
fn a_folder_is_taken_from_whatever_the_editor_names() {
    for folder in [
        json!({ "workspaceFolders": [{ "uri": "file:///other", "name": "o" }, { "uri": uri("content"), "name": "c" }] }),
        json!({ "rootUri": format!("file://{ROOT}"), "workspaceFolders": null }),
        json!({ "rootPath": ROOT, "rootUri": null }),
    ] {
        let mut editor = Editor::silent("license: x\n");
        editor.begin(folder.clone());
        assert!(!editor.findings("content/datasets/example.yaml").is_empty(), "{folder}");
    }
    let mut editor = Editor::silent("license: x\n");
    editor.server = Server::new(
        Options { language: "en", is_language_asked: false },
        format!("{ROOT}/content"),
        Box::new(OneFolder),
    );
    editor.begin(json!({}));
    assert!(!editor.findings("content/datasets/example.yaml").is_empty(), "the folder of the command line");
}

#[test]
fn nothing_is_answered_before_the_beginning_and_after_the_end() {
    let mut editor = Editor::silent("");
    let hover = json!({ "textDocument": { "uri": uri("site.toml") }, "position": { "line": 0, "character": 0 } });
    assert_eq!(editor.reply("textDocument/hover", hover.clone())["error"]["code"], -32002);
    editor.begin(json!({ "capabilities": {} }));
    assert_eq!(editor.reply("initialize", json!({}))["error"]["code"], -32600);
    assert_eq!(editor.ask("textDocument/hover", hover.clone()), Value::Null);
    assert_eq!(editor.ask("shutdown", Value::Null), Value::Null);
    assert_eq!(editor.reply("textDocument/hover", hover)["error"]["code"], -32600);
    editor.tell("exit", Value::Null);
    assert_eq!(editor.exit, Some(0));
}

#[test]
fn an_end_without_a_word_is_told_by_the_exit_code() {
    let mut editor = Editor::silent("");
    editor.begin(json!({}));
    assert_eq!(editor.server.abandoned(), 1);
    editor.tell("exit", Value::Null);
    assert_eq!(editor.exit, Some(1));
}

#[test]
fn what_nobody_understands_is_refused_and_hurts_nothing() {
    let mut editor = Editor::on("title: a\n", "en");
    assert_eq!(editor.reply("textDocument/nonsense", json!({}))["error"]["code"], -32601);
    for message in [json!([]), json!(3), json!({}), json!({ "id": 9 }), json!({ "method": 4, "id": 1 })] {
        editor.received.clear();
        editor.send(message.clone());
        assert_eq!(editor.received[0]["error"]["code"], -32600, "{message}");
    }
    editor.received.clear();
    let effects = editor.server.take(Event::Malformed(String::from("expected value")));
    editor.perform(effects);
    assert_eq!(editor.received[0]["error"]["code"], -32700);
    assert_eq!(editor.received[0]["id"], Value::Null);
    editor.received.clear();
    for (method, parameters) in [
        ("textDocument/didOpen", json!({})),
        ("textDocument/didOpen", json!({ "textDocument": { "uri": 3, "text": [] } })),
        ("textDocument/didChange", json!({ "textDocument": { "uri": "file:///never/opened" }, "contentChanges": [] })),
        ("textDocument/didClose", json!([])),
        ("$/anything", json!({})),
        ("workspace/didChangeConfiguration", Value::Null),
    ] {
        editor.tell(method, parameters);
    }
    editor.send(json!({ "jsonrpc": "2.0", "id": "etal-watch", "result": null }));
    editor.rest();
    assert_eq!(editor.received, Vec::<Value>::new());
    let bad = json!({ "textDocument": { "uri": uri("x") }, "position": "here" });
    for method in ["hover", "completion", "definition", "codeAction", "documentSymbol"] {
        assert_eq!(editor.ask(&format!("textDocument/{method}"), bad.clone()), Value::Null, "{method}");
    }
}

#[test]
fn changes_that_come_together_are_judged_once() {
    let path = "content/datasets/example.yaml";
    let mut editor = Editor::on("title: a\n", "en");
    editor.open(path, None);
    editor.rest();
    let before = editor.judged;
    for version in 2..50 {
        editor.replace(path, version, &format!("title: a\nlicense: nope{version}\n"));
    }
    editor.rest();
    assert_eq!(editor.judged, before + 1);
    assert!(editor.findings(path).contains(&String::from("L002 1:9-1:15")), "{:?}", editor.findings(path));
    let last = editor.received.iter().rev().find(|message| message["params"]["uri"] == uri(path).as_str());
    assert_eq!(last.unwrap()["params"]["version"], 49);
}

#[test]
fn what_cannot_be_read_or_judged_is_told_once_and_tried_again() {
    let path = "content/datasets/example.yaml";
    let mut editor = Editor::on("title: a\n", "fr");
    editor.open(path, None);
    editor.rest();
    let told = |editor: &Editor| {
        let shown = editor.received.iter().filter(|message| message["method"] == "window/showMessage");
        shown.map(|message| message["params"]["message"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    for version in 2..4 {
        editor.replace(path, version, &format!("title: {version}\n"));
        let effects = editor.server.rest();
        assert!(matches!(effects[..], [Effect::Judge(..)]), "{effects:?}");
        let effects = editor.server.take(Event::Judged(ROOT.to_owned(), None));
        editor.perform(effects);
    }
    assert_eq!(told(&editor).len(), 1);
    assert!(told(&editor)[0].starts_with("erreur interne\u{a0}: "));
    editor.replace(path, 4, "title: a\nlicense: nope\n");
    editor.rest();
    assert!(editor.findings(path).contains(&String::from("L002 1:9-1:13")));
    editor.tell("textDocument/didSave", json!({ "textDocument": { "uri": uri(path) } }));
    let effects = editor.server.rest();
    assert!(matches!(effects[..], [Effect::Load(..)]), "{effects:?}");
    let effects = editor.server.take(Event::Loaded(ROOT.to_owned(), Err(String::from("no disk"))));
    editor.perform(effects);
    assert_eq!(told(&editor)[1], "etal: no disk");
    editor.replace(path, 5, "title: a\nlicense: etalab-2.0\n");
    editor.rest();
    assert!(!editor.findings(path).contains(&String::from("L002 1:9-1:13")), "what was read before still serves");
}

#[test]
fn a_request_that_waits_can_be_cancelled() {
    let path = "content/datasets/example.yaml";
    let mut editor = Editor::on("title: a\n", "en");
    editor.open(path, Some("license: etalab\n"));
    let range = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 0 } });
    let parameters = json!({ "textDocument": { "uri": uri(path) }, "range": range, "context": { "diagnostics": [] } });
    editor.send(json!({ "id": "late", "method": "textDocument/codeAction", "params": parameters }));
    editor.tell("$/cancelRequest", json!({ "id": "late" }));
    editor.rest();
    let answers: Vec<&Value> = editor.received.iter().filter(|message| message["id"] == "late").collect();
    assert_eq!(answers.len(), 1);
    assert_eq!(answers[0]["error"]["code"], -32800);
}
