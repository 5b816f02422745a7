//! `etal lsp` as a process that an editor starts, with pipes between them.

use std::collections::BTreeMap;
use std::io::{BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use etal::io::{Frame, read_frame, write_frame};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::catalog::NOW;
use crate::demonstration::{copy, copy_tree, etal};
use crate::outside::complete;

/// A running server.
struct Running {
    process: Child,
    to: Option<ChildStdin>,
    from: BufReader<ChildStdout>,
    folder: TempDir,
}

impl Running {
    /// Starts it in a folder of the demonstration catalogue.
    fn start() -> Self {
        let folder = copy();
        let mut command = etal(folder.path());
        command.args(["lsp", "--stdio", "--now", NOW]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut process = command.stderr(Stdio::null()).spawn().unwrap();
        let (to, from) = (process.stdin.take(), BufReader::new(process.stdout.take().unwrap()));
        Self { process, to, from, folder }
    }

    fn send(&mut self, message: &Value) {
        write_frame(self.to.as_mut().unwrap(), &serde_json::to_vec(message).unwrap()).unwrap();
    }

    fn raw(&mut self, bytes: &[u8]) {
        let to = self.to.as_mut().unwrap();
        to.write_all(bytes).unwrap();
        to.flush().unwrap();
    }

    /// The next message that is as wanted.
    fn until(&mut self, is_wanted: impl Fn(&Value) -> bool) -> Value {
        loop {
            let Frame::Message(bytes) = read_frame(&mut self.from).unwrap() else { panic!("no further message") };
            let message = serde_json::from_slice(&bytes).unwrap();
            if is_wanted(&message) {
                return message;
            }
        }
    }

    fn ask(&mut self, id: u32, method: &str, parameters: Value) -> Value {
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": parameters }));
        self.until(|message| message["id"] == id)
    }

    fn tell(&mut self, method: &str, parameters: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": parameters }));
    }

    fn uri(&self, path: &str) -> String {
        format!("file://{}/{path}", self.folder.path().to_str().unwrap())
    }

    fn begin(&mut self) -> Value {
        let root = self.uri("");
        let answer = self.ask(1, "initialize", json!({ "processId": null, "rootUri": root, "capabilities": {} }));
        self.tell("initialized", json!({}));
        answer
    }

    /// The findings that are told of a file next.
    fn findings(&mut self, path: &str, version: Option<i64>) -> Vec<String> {
        let address = self.uri(path);
        let message = self.until(|message| {
            message["method"] == "textDocument/publishDiagnostics"
                && message["params"]["uri"] == address.as_str()
                && message["params"].get("version").and_then(Value::as_i64) == version
        });
        let list = message["params"]["diagnostics"].as_array().unwrap().clone();
        list.iter().map(|one| one["code"].as_str().unwrap().to_owned()).collect()
    }

    /// Closes the pipe and waits. Nothing but whole messages may have come until then.
    fn end(mut self) -> Option<i32> {
        self.to = None;
        while let Frame::Message(bytes) = read_frame(&mut self.from).unwrap() {
            serde_json::from_slice::<Value>(&bytes).unwrap();
        }
        let mut rest = Vec::new();
        self.from.read_to_end(&mut rest).unwrap();
        assert!(rest.is_empty());
        self.process.wait().unwrap().code()
    }
}

const PATH: &str = "content/datasets/stationnement.yaml";

fn read(folder: &Path, path: &str) -> String {
    std::fs::read_to_string(folder.join(path)).unwrap()
}

#[test]
fn an_editor_opens_a_file_types_and_leaves() {
    let mut running = Running::start();
    let can = running.begin();
    assert_eq!(can["result"]["capabilities"]["positionEncoding"], "utf-16");
    // All files of the catalogue that have findings are told of, open or not.
    assert!(!running.findings(PATH, None).is_empty());
    let (address, text) = (running.uri(PATH), read(running.folder.path(), PATH));
    let document = json!({ "uri": address, "languageId": "yaml", "version": 1, "text": text });
    running.tell("textDocument/didOpen", json!({ "textDocument": document }));
    let before = running.findings(PATH, Some(1));
    let start = json!({ "line": 0, "character": 0 });
    let change = json!({ "range": { "start": start, "end": start }, "text": "licence: x # 🌳\n" });
    let version = json!({ "uri": address, "version": 2 });
    running.tell("textDocument/didChange", json!({ "textDocument": version, "contentChanges": [change] }));
    let after = running.findings(PATH, Some(2));
    assert!(after.len() > before.len(), "{before:?} {after:?}");
    let place = json!({ "textDocument": { "uri": address }, "position": { "line": 0, "character": 4 } });
    let offered = running.ask(2, "textDocument/completion", place);
    let labels: Vec<&str> =
        offered["result"]["items"].as_array().unwrap().iter().map(|item| item["label"].as_str().unwrap()).collect();
    assert!(labels.contains(&"acronym"), "{labels:?}");
    // What is saved is read again.
    std::fs::write(running.folder.path().join(PATH), "title: Parking\n").unwrap();
    running.tell("textDocument/didClose", json!({ "textDocument": { "uri": address } }));
    running.tell("workspace/didChangeWatchedFiles", json!({ "changes": [] }));
    while running.findings(PATH, None).iter().all(|code| code != "L001") {}
    assert_eq!(running.ask(3, "shutdown", Value::Null)["result"], Value::Null);
    running.tell("exit", Value::Null);
    assert_eq!(running.end(), Some(0));
}

/// Path, code, severity, line and message of each finding, sorted.
type Told = Vec<(String, String, u64, u64, String)>;

/// What `etal check` prints for programs, and what it shows an editor, of the same folder.
fn checked_and_shown(running: &mut Running) -> (Told, Told) {
    let severities = ["error", "warning", "info"];
    let ran = etal(running.folder.path()).args(["check", "--format", "json", "--now", NOW]).output().unwrap();
    let report: Value = serde_json::from_slice(&ran.stdout).unwrap();
    let shown = report["findings"].as_array().unwrap().iter().filter(|finding| finding["silenced"].is_null());
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let mut checked: Told = shown
        .map(|one| {
            let severity = severities.iter().position(|name| one["severity"] == *name).unwrap() as u64 + 1;
            let line = one["line"].as_u64().unwrap() - 1;
            (text(&one["path"]), text(&one["code"]), severity, line, text(&one["message"]))
        })
        .collect();
    let (address, root) = (running.uri("site.toml"), running.uri(""));
    let settings = read(running.folder.path(), "site.toml");
    running.begin();
    let document = json!({ "uri": address, "languageId": "toml", "version": 1, "text": settings });
    running.tell("textDocument/didOpen", json!({ "textDocument": document }));
    let start = json!({ "line": 0, "character": 0 });
    let range = json!({ "start": start, "end": start });
    let asked = json!({ "textDocument": { "uri": address }, "range": range, "context": { "diagnostics": [] } });
    running.send(&json!({ "jsonrpc": "2.0", "id": 2, "method": "textDocument/codeAction", "params": asked }));
    let mut told = BTreeMap::new();
    // Fixes are told once everything is judged, and after the findings.
    loop {
        let message = running.until(|_| true);
        match message["method"].as_str() {
            Some("textDocument/publishDiagnostics") => {
                let list = message["params"]["diagnostics"].as_array().unwrap().clone();
                told.insert(message["params"]["uri"].as_str().unwrap().strip_prefix(&root).unwrap().to_owned(), list);
            }
            _ if message["id"] == 2 => break,
            _ => {}
        }
    }
    let mut shown: Told = Vec::new();
    for (path, one) in told.iter().flat_map(|(path, list)| list.iter().map(move |one| (path, one))) {
        let (severity, line) = (&one["severity"], &one["range"]["start"]["line"]);
        let message = one["message"].as_str().unwrap().split("\nhelp: ").next().unwrap().to_owned();
        shown.push((path.clone(), text(&one["code"]), severity.as_u64().unwrap(), line.as_u64().unwrap(), message));
    }
    checked.sort();
    shown.sort();
    (checked, shown)
}

#[test]
fn an_editor_is_told_what_check_prints() {
    let mut running = Running::start();
    let (checked, shown) = checked_and_shown(&mut running);
    assert!(checked.len() > 20);
    assert_eq!(shown, checked);
    let mut running = Running::start();
    std::fs::remove_dir_all(running.folder.path().join("content")).unwrap();
    copy_tree(&complete(), running.folder.path());
    let (checked, shown) = checked_and_shown(&mut running);
    assert!(!checked.is_empty());
    assert_eq!(shown, checked);
}

#[test]
fn rubbish_between_messages_is_told_and_survived() {
    let mut running = Running::start();
    running.raw(b"Content-Length: 5\r\n\r\n{nope");
    assert_eq!(running.until(|_| true)["error"]["code"], -32700);
    running.raw(b"hello\r\n\r\n");
    assert_eq!(running.until(|_| true)["error"]["code"], -32700);
    running.raw(b"Content-Length: 4\r\n\r\n\xff\xfe\xfd\xfc");
    assert_eq!(running.until(|_| true)["error"]["code"], -32700);
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    running.raw(format!("Content-Length: {}\r\n\r\n{deep}", deep.len()).as_bytes());
    assert_eq!(running.until(|_| true)["error"]["code"], -32700);
    assert_eq!(running.ask(7, "shutdown", Value::Null)["error"]["code"], -32002);
    assert!(running.begin()["result"]["capabilities"].is_object());
    assert_eq!(running.ask(8, "no/such/method", json!({}))["error"]["code"], -32601);
    running.tell("exit", Value::Null);
    assert_eq!(running.end(), Some(1));
}

#[test]
fn an_editor_that_dies_takes_the_server_with_it() {
    let running = Running::start();
    assert_eq!(running.end(), Some(1));
    let mut running = Running::start();
    running.begin();
    running.raw(b"Content-Length: 500\r\n\r\n{");
    assert_eq!(running.end(), Some(1));
    let mut running = Running::start();
    running.begin();
    running.ask(2, "shutdown", Value::Null);
    assert_eq!(running.end(), Some(0));
}

#[test]
fn the_folder_may_be_named_on_the_command_line() {
    let folder = copy();
    let elsewhere = TempDir::new().unwrap();
    let mut command = etal(elsewhere.path());
    command.args(["lsp", folder.path().to_str().unwrap(), "--lang", "fr"]);
    let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let (to, from) = (process.stdin.take(), BufReader::new(process.stdout.take().unwrap()));
    let mut running = Running { process, to, from, folder };
    running.ask(1, "initialize", json!({ "capabilities": {} }));
    let message = running.until(|message| message["method"] == "textDocument/publishDiagnostics");
    let words = message["params"]["diagnostics"][0]["message"].as_str().unwrap();
    assert!(words.contains("\naide\u{a0}: "), "{words}");
    let mut said = String::new();
    let mut errors = running.process.stderr.take().unwrap();
    assert_eq!(running.end(), Some(1));
    errors.read_to_string(&mut said).unwrap();
    assert_eq!(said, "", "an editor would show what goes to the standard error");
}
