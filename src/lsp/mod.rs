//! The language server: messages of an editor in, messages and wishes out. Nothing here reads a disk
//! or waits: whoever runs it reads catalogues, has them judged, and tells when that is done.
//!
//! Messages are JSON values. The crates for the protocol's types describe all of its three hundred
//! messages and lag behind it; the thirty that are used here are written out instead, and a handful of
//! lines of framing in `io` replace a transport.

mod actions;
mod answers;
mod catalogue;
mod choices;
mod client;
mod complete;
mod cursor;
mod definition;
mod diagnostics;
mod hover;
mod outline;
mod overlay;
mod parts;
mod place;
mod slots;
mod text;
mod uri;
mod view;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::{Value, json};

use crate::inputs::Inputs;
use crate::site::Site;
use catalogue::Catalogue;
use client::Client;
use text::Document;

/// What the server must ask of the world at once.
pub trait World {
    /// The catalogue that a file or folder belongs to: the nearest upwards.
    fn locate(&self, path: &str) -> Option<Located>;
    /// Today.
    fn today(&self) -> Date;
}

/// A place in a catalogue. Paths have `/` between names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// The root of the catalogue, as the path asked for begins.
    pub root: String,
    /// The path below it, in Unicode NFC; empty for the root itself.
    pub below: String,
}

/// A catalogue as the disk has it.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// All that it says.
    pub inputs: Inputs,
    /// Paths below the root that the disk spells otherwise, by their path in the catalogue.
    pub spelled: BTreeMap<String, String>,
}

/// What happened.
#[derive(Debug)]
pub enum Event {
    /// The editor sent a message.
    Message(Value),
    /// The editor sent something that is no message; why, in a few words.
    Malformed(String),
    /// The catalogue at a root was read, or why it could not be.
    Loaded(String, Result<Box<Loaded>, String>),
    /// The catalogue at a root was judged; none when that failed.
    Judged(String, Option<Box<Site>>),
}

/// What is to be done.
#[derive(Debug)]
pub enum Effect {
    /// Send a message to the editor.
    Send(Value),
    /// Read the catalogue at this root.
    Load(String),
    /// Judge these inputs of the catalogue at this root.
    Judge(String, Box<Inputs>),
    /// End with this exit code.
    Exit(u8),
}

/// How the server was started.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The language of messages, `fr` or `en`, when the editor says none.
    pub language: &'static str,
    /// Whether that language was asked for, whatever the editor says.
    pub is_language_asked: bool,
}

/// How far the conversation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    New,
    Running,
    Over,
}

/// Everything that the server knows.
pub struct Server {
    world: Box<dyn World>,
    language: &'static str,
    is_language_asked: bool,
    /// The folder to serve when the editor names none.
    folder: String,
    client: Client,
    stage: Stage,
    documents: BTreeMap<String, Document>,
    catalogues: BTreeMap<String, Catalogue>,
    /// Requests that wait until their document is judged as it is now: id, method, parameters.
    waiting: Vec<(Value, String, Value)>,
    out: Vec<Effect>,
}

/// Codes of errors in the protocol.
mod code {
    pub(super) const PARSE: i32 = -32700;
    pub(super) const INVALID_REQUEST: i32 = -32600;
    pub(super) const UNKNOWN_METHOD: i32 = -32601;
    pub(super) const NOT_INITIALIZED: i32 = -32002;
    pub(super) const CANCELLED: i32 = -32800;
}

impl Server {
    /// A server that waits for an editor. `folder` is served when the editor names none.
    pub fn new(options: Options, folder: String, world: Box<dyn World>) -> Self {
        Self {
            world,
            language: options.language,
            is_language_asked: options.is_language_asked,
            folder,
            client: Client::of(&Value::Null),
            stage: Stage::New,
            documents: BTreeMap::new(),
            catalogues: BTreeMap::new(),
            waiting: Vec::new(),
            out: Vec::new(),
        }
    }

    /// Takes what happened. Cheap: what takes time is asked for by [`Self::rest`].
    pub fn take(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Message(message) => self.message(message),
            Event::Malformed(why) => self.refuse(&Value::Null, code::PARSE, &why),
            Event::Loaded(root, loaded) => self.loaded(&root, loaded),
            Event::Judged(root, site) => self.judged(&root, site),
        }
        std::mem::take(&mut self.out)
    }

    /// What is to be read and judged now that no message waits. Changes that came together are judged
    /// together, and never while an earlier state of the same catalogue still is.
    pub fn rest(&mut self) -> Vec<Effect> {
        for (root, catalogue) in &mut self.catalogues {
            let documents = self.documents.values().filter(|document| document.root == *root);
            self.out.extend(catalogue.next(root, documents, self.world.today()));
        }
        self.answer_waiting();
        std::mem::take(&mut self.out)
    }

    /// The exit code when the editor has gone without a word.
    pub fn abandoned(&self) -> u8 {
        u8::from(self.stage != Stage::Over)
    }

    fn message(&mut self, message: Value) {
        let id = message.get("id").cloned();
        let Some(method) = message.get("method").and_then(Value::as_str) else {
            let is_answer = message.get("result").is_some() || message.get("error").is_some();
            if !is_answer {
                self.refuse(&id.unwrap_or(Value::Null), code::INVALID_REQUEST, "neither a request nor a notification");
            }
            return;
        };
        let parameters = message.get("params").unwrap_or(&Value::Null);
        match id {
            Some(id) => self.request(&id, method, parameters),
            None => self.notification(method, parameters),
        }
    }

    fn request(&mut self, id: &Value, method: &str, parameters: &Value) {
        match (self.stage, method) {
            (Stage::New, "initialize") => self.initialize(id, parameters),
            (Stage::New, _) => self.refuse(id, code::NOT_INITIALIZED, "`initialize` comes first"),
            (Stage::Running, "shutdown") => {
                self.stage = Stage::Over;
                for (id, ..) in std::mem::take(&mut self.waiting) {
                    self.refuse(&id, code::CANCELLED, "the server ends");
                }
                self.answer(id, Value::Null);
            }
            (Stage::Over, _) => self.refuse(id, code::INVALID_REQUEST, "the server is shut down"),
            (Stage::Running, "initialize") => self.refuse(id, code::INVALID_REQUEST, "`initialize` comes once"),
            (Stage::Running, method) if answers::is_known(method) => self.ask(id, method, parameters),
            (Stage::Running, _) => self.refuse(id, code::UNKNOWN_METHOD, &format!("no method `{method:.80}`")),
        }
    }

    fn notification(&mut self, method: &str, parameters: &Value) {
        if method == "exit" {
            let code = self.abandoned();
            self.out.push(Effect::Exit(code));
        }
        if self.stage != Stage::Running {
            return;
        }
        match method {
            "initialized" => self.watch(),
            "textDocument/didOpen" => {
                self.open(parameters);
            }
            "textDocument/didChange" => {
                self.change(parameters);
            }
            "textDocument/didClose" => {
                self.close(parameters);
            }
            "textDocument/didSave" => {
                self.save(parameters);
            }
            "workspace/didChangeWatchedFiles" => self.catalogues.values_mut().for_each(Catalogue::read_again),
            "workspace/didChangeWorkspaceFolders" => self.change_folders(parameters),
            "$/cancelRequest" => self.cancel(parameters),
            _ => {}
        }
    }

    fn initialize(&mut self, id: &Value, parameters: &Value) {
        self.client = Client::of(parameters.get("capabilities").unwrap_or(&Value::Null));
        if let Some(locale) = parameters.get("locale").and_then(Value::as_str).filter(|_| !self.is_language_asked) {
            self.language = if locale.to_ascii_lowercase().starts_with("fr") { "fr" } else { "en" };
        }
        self.stage = Stage::Running;
        let mut folders: Vec<String> = paths_of(parameters.get("workspaceFolders"));
        if folders.is_empty() {
            let root = parameters.get("rootUri").and_then(Value::as_str).and_then(uri::path_of);
            let path = || parameters.get("rootPath").and_then(Value::as_str).map(|path| path.replace('\\', "/"));
            folders.extend(root.or_else(path));
        }
        if folders.is_empty() {
            folders.push(self.folder.clone());
        }
        folders.iter().for_each(|folder| self.add_folder(folder));
        self.answer(id, answers::abilities(self.client.encoding));
    }

    fn add_folder(&mut self, folder: &str) {
        if let Some(located) = self.world.locate(folder) {
            self.catalogues.entry(located.root).or_insert_with(Catalogue::whole);
        }
    }

    /// Asks the editor to tell of files that change, where it can be asked.
    fn watch(&mut self) {
        if !self.client.watches {
            return;
        }
        let watchers = ["**/site.toml", "**/content/**"].map(|pattern| json!({ "globPattern": pattern }));
        let method = "workspace/didChangeWatchedFiles";
        let registration = json!({ "id": "etal-files", "method": method, "registerOptions": { "watchers": watchers } });
        self.send(json!({
            "jsonrpc": "2.0",
            "id": "etal-watch",
            "method": "client/registerCapability",
            "params": { "registrations": [registration] },
        }));
    }

    fn change_folders(&mut self, parameters: &Value) {
        for folder in paths_of(parameters.pointer("/event/added")) {
            self.add_folder(&folder);
        }
        for folder in paths_of(parameters.pointer("/event/removed")) {
            let is_open = |root: &String| self.documents.values().any(|document| document.root == *root);
            let located = self.world.locate(&folder).map(|located| located.root);
            let Some(root) = located.filter(|root| !is_open(root)) else { continue };
            if let Some(catalogue) = self.catalogues.remove(&root) {
                self.out.extend(catalogue.forgotten());
            }
        }
    }

    fn open(&mut self, parameters: &Value) -> Option<()> {
        let document = parameters.get("textDocument")?;
        let uri = document.get("uri")?.as_str()?.to_owned();
        let file = uri::path_of(&uri);
        let located = file.as_ref().and_then(|path| self.world.locate(path));
        // A file that was never saved has no name that tells what it is. Other addresses are former
        // states of files and the like: nobody can mend them.
        let is_yaml = document.get("languageId").and_then(Value::as_str) == Some("yaml");
        let is_yaml = is_yaml && uri.starts_with("untitled:");
        let unnamed = || String::from(if is_yaml { "unnamed.yaml" } else { "unnamed" });
        let (root, path, catalogue): (_, _, fn() -> Catalogue) = match located {
            Some(located) => (located.root, located.below, Catalogue::whole),
            None => (uri.clone(), file.unwrap_or_else(unnamed), Catalogue::alone),
        };
        let catalogue = self.catalogues.entry(root.clone()).or_insert_with(catalogue);
        catalogue.judge_again();
        let (version, text) = (document.get("version").and_then(Value::as_i64), document.get("text")?.as_str()?);
        let document = Document { uri: uri.clone(), root, path, version, text: text.to_owned() };
        self.documents.insert(uri, document);
        Some(())
    }

    fn change(&mut self, parameters: &Value) -> Option<()> {
        let document = self.documents.get_mut(parameters.pointer("/textDocument/uri")?.as_str()?)?;
        document.version = parameters.pointer("/textDocument/version").and_then(Value::as_i64).or(document.version);
        if !document.change(parameters.get("contentChanges")?.as_array()?, self.client.encoding) {
            let words = self.say(
                "a change of the editor cannot be read: close the file and open it again",
                "une modification de l’éditeur est illisible\u{a0}: fermer le fichier et le rouvrir",
            );
            self.show(1, words);
        }
        let root = self.documents.get(parameters.pointer("/textDocument/uri")?.as_str()?)?.root.clone();
        self.catalogues.get_mut(&root)?.judge_again();
        Some(())
    }

    fn close(&mut self, parameters: &Value) -> Option<()> {
        let document = self.documents.remove(parameters.pointer("/textDocument/uri")?.as_str()?)?;
        let catalogue = self.catalogues.get_mut(&document.root)?;
        if catalogue.is_alone() {
            let catalogue = self.catalogues.remove(&document.root)?;
            self.out.extend(catalogue.forgotten());
        } else {
            catalogue.judge_again();
        }
        Some(())
    }

    fn save(&mut self, parameters: &Value) -> Option<()> {
        let document = self.documents.get(parameters.pointer("/textDocument/uri")?.as_str()?)?;
        // A file may have become part of a catalogue: `site.toml` was written.
        let path = uri::path_of(&document.uri)?;
        let located = self.world.locate(&path).filter(|located| located.root != document.root);
        if let Some(located) = located {
            let (uri, text, version) = (document.uri.clone(), document.text.clone(), document.version);
            self.close(&json!({ "textDocument": { "uri": uri } }));
            self.open(&json!({ "textDocument": { "uri": uri, "text": text, "version": version } }));
            self.catalogues.get_mut(&located.root)?.read_again();
            return Some(());
        }
        let root = document.root.clone();
        self.catalogues.get_mut(&root)?.read_again();
        Some(())
    }

    fn cancel(&mut self, parameters: &Value) {
        let id = parameters.get("id").unwrap_or(&Value::Null);
        if let Some(at) = self.waiting.iter().position(|(waiting, ..)| waiting == id) {
            let (id, ..) = self.waiting.remove(at);
            self.refuse(&id, code::CANCELLED, "cancelled");
        }
    }

    fn loaded(&mut self, root: &str, loaded: Result<Box<Loaded>, String>) {
        let Some(catalogue) = self.catalogues.get_mut(root) else { return };
        match loaded {
            Ok(loaded) => catalogue.loaded(*loaded),
            Err(words) => {
                if catalogue.failed() {
                    self.show(1, &format!("etal: {words}"));
                }
            }
        }
    }

    fn judged(&mut self, root: &str, site: Option<Box<Site>>) {
        let Some(catalogue) = self.catalogues.get_mut(root) else { return };
        let Some(site) = site else {
            if catalogue.failed() {
                let words = self.say(
                    "internal error: this catalogue cannot be checked; please report it with the file",
                    "erreur interne\u{a0}: ce catalogue ne peut pas être vérifié\u{202f}; merci de le signaler avec le fichier",
                );
                self.show(1, words);
            }
            return;
        };
        let documents: Vec<&Document> = self.documents.values().filter(|document| document.root == root).collect();
        let (messages, left) = catalogue.judged(root, site, &documents, self.client.encoding, self.language);
        self.out.extend(messages);
        if left > 0 {
            let words = match self.language {
                "fr" => format!("{left} autres fichiers ont des constats\u{a0}: `etal check` les donne tous"),
                _ => format!("{left} more files have findings: `etal check` tells all"),
            };
            self.show(3, &words);
        }
    }

    fn show(&mut self, kind: u8, words: &str) {
        let parameters = json!({ "type": kind, "message": words });
        self.send(json!({ "jsonrpc": "2.0", "method": "window/showMessage", "params": parameters }));
    }

    fn answer(&mut self, id: &Value, result: Value) {
        self.send(json!({ "jsonrpc": "2.0", "id": id, "result": result }));
    }

    fn refuse(&mut self, id: &Value, code: i32, why: &str) {
        self.send(json!({ "jsonrpc": "2.0", "id": id, "error": { "code": code, "message": why } }));
    }

    fn send(&mut self, message: Value) {
        self.out.push(Effect::Send(message));
    }

    fn say(&self, en: &'static str, fr: &'static str) -> &'static str {
        if self.language == "fr" { fr } else { en }
    }
}

/// The paths of a list of workspace folders.
fn paths_of(folders: Option<&Value>) -> Vec<String> {
    let folders = folders.and_then(Value::as_array).into_iter().flatten();
    folders.filter_map(|folder| uri::path_of(folder.get("uri")?.as_str()?)).collect()
}
