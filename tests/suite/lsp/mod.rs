//! The language server, asked as editors ask: messages in, messages out.

mod actions;
mod completion;
mod conversation;
mod diagnostics;
mod everywhere;
mod hover;
mod process;
mod types;

use std::collections::BTreeMap;

use etal::inputs::{Drafts, Inputs};
use etal::lsp::{Effect, Event, Loaded, Located, Options, Server, World};
use etal::pipeline;
use jiff::civil::Date;
use serde_json::{Value, json};

use crate::catalog::{NOW, files};

/// Where the catalogue is for the editor.
const ROOT: &str = "/data/catalogue";

/// A world in which one folder is a catalogue.
struct OneFolder;

impl World for OneFolder {
    fn locate(&self, path: &str) -> Option<Located> {
        let below = path.strip_prefix(ROOT)?;
        let below = below.strip_prefix('/').or(below.is_empty().then_some(""))?;
        Some(Located { root: ROOT.to_owned(), below: below.to_owned() })
    }

    fn today(&self) -> Date {
        NOW.parse().unwrap()
    }
}

/// An editor on a catalogue in memory.
struct Editor {
    server: Server,
    /// The files of the disk.
    files: BTreeMap<String, Vec<u8>>,
    /// Everything that the server sent and nobody looked at yet.
    received: Vec<Value>,
    /// The diagnostics that the editor shows, by address.
    shown: BTreeMap<String, Value>,
    exit: Option<u8>,
    last_id: u64,
    /// How often a catalogue was judged.
    judged: usize,
}

/// All that editors can do that matters here.
fn able() -> Value {
    json!({
        "general": { "positionEncodings": ["utf-16"] },
        "textDocument": {
            "hover": { "contentFormat": ["markdown", "plaintext"] },
            "completion": { "completionItem": {
                "snippetSupport": true,
                "documentationFormat": ["markdown"],
                "insertTextModeSupport": { "valueSet": [1, 2] },
            } },
        },
        "workspace": {
            "didChangeWatchedFiles": { "dynamicRegistration": true },
            "workspaceEdit": { "documentChanges": true },
        },
    })
}

fn uri(path: &str) -> String {
    format!("file://{ROOT}/{path}")
}

impl Editor {
    /// An editor that has said nothing yet, on a catalogue written as examples of rules are.
    fn silent(example: &str) -> Self {
        let options = Options { language: "en", is_language_asked: false };
        Self {
            server: Server::new(options, String::from("/elsewhere"), Box::new(OneFolder)),
            files: files(example),
            received: Vec::new(),
            shown: BTreeMap::new(),
            exit: None,
            last_id: 0,
            judged: 0,
        }
    }

    /// An editor that has opened the folder.
    fn on(example: &str, locale: &str) -> Self {
        let mut editor = Self::silent(example);
        editor.begin(json!({ "capabilities": able(), "rootUri": format!("file://{ROOT}"), "locale": locale }));
        editor
    }

    fn begin(&mut self, parameters: Value) -> Value {
        let result = self.ask("initialize", parameters);
        self.tell("initialized", json!({}));
        self.rest();
        result
    }

    /// Hands a message over, without time for anything else.
    fn send(&mut self, message: Value) {
        let effects = self.server.take(Event::Message(message));
        self.perform(effects);
    }

    fn tell(&mut self, method: &str, parameters: Value) {
        self.send(json!({ "jsonrpc": "2.0", "method": method, "params": parameters }));
    }

    /// The answer to a request.
    fn ask(&mut self, method: &str, parameters: Value) -> Value {
        let answer = self.reply(method, parameters);
        assert!(answer.get("error").is_none(), "{answer}");
        types::judge(method, &answer["result"]);
        answer["result"].clone()
    }

    /// The whole message that answers a request.
    fn reply(&mut self, method: &str, parameters: Value) -> Value {
        self.last_id += 1;
        let id = self.last_id;
        self.send(json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": parameters }));
        if !self.received.iter().any(|message| message["id"] == id) {
            self.rest();
        }
        let at = self.received.iter().position(|message| message["id"] == id && message.get("method").is_none());
        self.received.remove(at.unwrap_or_else(|| panic!("no answer to {method}")))
    }

    /// Time passes until nothing is left to do.
    fn rest(&mut self) {
        loop {
            let effects = self.server.rest();
            if effects.is_empty() {
                return;
            }
            self.perform(effects);
        }
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            let event = match effect {
                Effect::Send(message) => {
                    self.receive(message);
                    continue;
                }
                Effect::Exit(code) => {
                    self.exit = Some(code);
                    continue;
                }
                Effect::Load(root) => {
                    let inputs = Inputs::from_memory(&self.files, NOW.parse().unwrap());
                    Event::Loaded(root, Ok(Box::new(Loaded { inputs, spelled: BTreeMap::new() })))
                }
                Effect::Judge(root, inputs) => {
                    self.judged += 1;
                    Event::Judged(root, Some(Box::new(pipeline::site(*inputs, Drafts::Kept))))
                }
            };
            let effects = self.server.take(event);
            self.perform(effects);
        }
    }

    fn receive(&mut self, message: Value) {
        if let Some(method) = message["method"].as_str() {
            types::judge(method, &message["params"]);
        }
        if message["method"] == "textDocument/publishDiagnostics" {
            let parameters = &message["params"];
            self.shown.insert(parameters["uri"].as_str().unwrap().to_owned(), parameters["diagnostics"].clone());
        }
        self.received.push(message);
    }

    /// Opens a file with the text that the disk has, or with another one.
    fn open(&mut self, path: &str, text: Option<&str>) {
        let of_disk = || String::from_utf8(self.files[path].clone()).unwrap();
        let text = text.map_or_else(of_disk, str::to_owned);
        self.tell(
            "textDocument/didOpen",
            json!({ "textDocument": { "uri": uri(path), "languageId": "yaml", "version": 1, "text": text } }),
        );
    }

    /// Replaces the whole text of a file.
    fn replace(&mut self, path: &str, version: i64, text: &str) {
        self.tell(
            "textDocument/didChange",
            json!({ "textDocument": { "uri": uri(path), "version": version }, "contentChanges": [{ "text": text }] }),
        );
    }

    /// Codes and ranges of what is shown for a file: `L001 1:9-1:14`, lines and columns from 0.
    fn findings(&self, path: &str) -> Vec<String> {
        let Some(list) = self.shown.get(&uri(path)) else { return Vec::new() };
        list.as_array().unwrap().iter().map(short).collect()
    }

    /// What a request about the bar in a text is answered; the text becomes that of the file.
    fn at_bar(&mut self, method: &str, path: &str, text: &str) -> Value {
        let (before, after) = text.split_once('¦').expect("a bar");
        self.open(path, Some(&format!("{before}{after}")));
        let line = before.matches('\n').count();
        let column: usize = before.rsplit('\n').next().unwrap().chars().map(char::len_utf16).sum();
        let position = json!({ "line": line, "character": column });
        self.ask(method, json!({ "textDocument": { "uri": uri(path) }, "position": position }))
    }
}

fn short(diagnostic: &Value) -> String {
    let place = |name: &str| {
        let at = &diagnostic["range"][name];
        format!("{}:{}", at["line"], at["character"])
    };
    format!("{} {}-{}", diagnostic["code"].as_str().unwrap(), place("start"), place("end"))
}

/// A text with edits of the protocol made, columns in UTF-16.
fn edited(text: &str, edits: &Value) -> String {
    let mut edits: Vec<&Value> = edits.as_array().unwrap().iter().collect();
    let offset = |place: &Value| {
        let (line, column) = (place["line"].as_u64().unwrap(), place["character"].as_u64().unwrap());
        let start: usize = text.split_inclusive('\n').take(line as usize).map(str::len).sum();
        let mut units = 0;
        let rest = text[start..].char_indices().find(|(_, c)| {
            let is_there = units >= column as usize;
            units += c.len_utf16();
            is_there
        });
        rest.map_or(text.len(), |(at, _)| start + at)
    };
    edits.sort_by_key(|edit| offset(&edit["range"]["start"]));
    let mut out = text.to_owned();
    for edit in edits.into_iter().rev() {
        let range = offset(&edit["range"]["start"])..offset(&edit["range"]["end"]);
        out.replace_range(range, edit["newText"].as_str().unwrap());
    }
    out
}
