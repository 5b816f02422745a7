//! Requests about a document: what the server can do, and who answers what.

use serde_json::{Value, json};

use super::actions::{FIX_ALL, actions};
use super::complete::complete;
use super::cursor::cursor;
use super::definition::{definition, symbols};
use super::hover::hover;
use super::text::Encoding;
use super::view::View;
use super::{Server, code};

const ACTIONS: &str = "textDocument/codeAction";
const COMPLETION: &str = "textDocument/completion";
const DEFINITION: &str = "textDocument/definition";
const HOVER: &str = "textDocument/hover";
const SYMBOLS: &str = "textDocument/documentSymbol";

/// Requests that wait to be answered; further ones are refused.
const MOST_WAITING: usize = 100;

/// Whether a method asks about a document.
pub(super) fn is_known(method: &str) -> bool {
    [ACTIONS, COMPLETION, DEFINITION, HOVER, SYMBOLS].contains(&method)
}

/// What `initialize` is answered.
pub(super) fn abilities(encoding: Encoding) -> Value {
    json!({
        "capabilities": {
            "positionEncoding": encoding.name(),
            "textDocumentSync": { "openClose": true, "change": 2, "save": { "includeText": false } },
            "completionProvider": { "triggerCharacters": [" ", ":", "-", "[", "{", ",", "/", "\"", "'"] },
            "hoverProvider": true,
            "definitionProvider": true,
            "documentSymbolProvider": true,
            "codeActionProvider": { "codeActionKinds": ["quickfix", FIX_ALL] },
            "workspace": { "workspaceFolders": { "supported": true, "changeNotifications": true } },
        },
        "serverInfo": { "name": "etal", "version": env!("CARGO_PKG_VERSION") },
    })
}

impl Server {
    /// Answers a request about a document, or keeps it until the document is judged.
    pub(super) fn ask(&mut self, id: &Value, method: &str, parameters: &Value) {
        if method == ACTIONS && self.is_awaited(parameters) {
            if self.waiting.len() < MOST_WAITING {
                self.waiting.push((id.clone(), method.to_owned(), parameters.clone()));
            } else {
                self.refuse(id, code::CANCELLED, "too many requests wait");
            }
            return;
        }
        let result = self.result(method, parameters);
        self.answer(id, result);
    }

    /// Answers what waited for a judgement that has come.
    pub(super) fn answer_waiting(&mut self) {
        for (id, method, parameters) in std::mem::take(&mut self.waiting) {
            self.ask(&id, &method, &parameters);
        }
    }

    /// Whether a judgement of the document as it is now is still to come.
    fn is_awaited(&self, parameters: &Value) -> bool {
        let awaited = |view: &View<'_>| view.judged().is_none() && view.is_awaited;
        self.with_view(parameters, awaited).unwrap_or(false)
    }

    fn result(&self, method: &str, parameters: &Value) -> Value {
        let answer = |view: &View<'_>| match method {
            _ if view.document.is_too_large() => Value::Null,
            ACTIONS => Value::Array(actions(view, parameters)),
            SYMBOLS => symbols(view),
            _ => view.byte(parameters).map_or(Value::Null, |at| match method {
                HOVER => hover(view, at),
                DEFINITION => definition(view, at),
                _ => view
                    .kind()
                    .and_then(|kind| Some(complete(view, kind, &cursor(view.path, view.text, at)?)))
                    .unwrap_or(Value::Null),
            }),
        };
        self.with_view(parameters, answer).unwrap_or(Value::Null)
    }

    /// What is known of the document that a request is about; none when it is not open or is no part
    /// of a catalogue.
    fn with_view<T>(&self, parameters: &Value, look: impl FnOnce(&View<'_>) -> T) -> Option<T> {
        let document = self.documents.get(parameters.pointer("/textDocument/uri")?.as_str()?)?;
        let catalogue = self.catalogues.get(&document.root)?;
        let path = catalogue.path_of(document)?;
        let uri = |path: &str| catalogue.uri_of(&document.root, path, self.documents.values());
        Some(look(&View {
            document,
            text: &document.text,
            path: &path,
            inputs: catalogue.inputs(),
            site: catalogue.site(),
            is_awaited: catalogue.is_awaited(),
            language: self.language,
            client: self.client,
            uri: &uri,
            is_told: catalogue.is_told(),
        }))
    }
}
