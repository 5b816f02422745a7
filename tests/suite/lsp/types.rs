//! Messages judged by types of the protocol that are not ours.

use lsp_types::notification::{Notification, PublishDiagnostics, ShowMessage};
use lsp_types::request::{
    CodeActionRequest, Completion, DocumentSymbolRequest, GotoDefinition, HoverRequest, Initialize, RegisterCapability,
    Request, Shutdown,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The result of a request, or the parameters of a message of the server, have the form of the
/// protocol: nothing is missing, and nothing is there that it does not know.
#[track_caller]
pub(super) fn judge(method: &str, value: &Value) {
    match method {
        PublishDiagnostics::METHOD => form::<<PublishDiagnostics as Notification>::Params>(method, value),
        ShowMessage::METHOD => form::<<ShowMessage as Notification>::Params>(method, value),
        RegisterCapability::METHOD => form::<<RegisterCapability as Request>::Params>(method, value),
        CodeActionRequest::METHOD => form::<<CodeActionRequest as Request>::Result>(method, value),
        Completion::METHOD => form::<<Completion as Request>::Result>(method, value),
        DocumentSymbolRequest::METHOD => form::<<DocumentSymbolRequest as Request>::Result>(method, value),
        GotoDefinition::METHOD => form::<<GotoDefinition as Request>::Result>(method, value),
        HoverRequest::METHOD => form::<<HoverRequest as Request>::Result>(method, value),
        Initialize::METHOD => form::<<Initialize as Request>::Result>(method, value),
        Shutdown::METHOD => assert_eq!(*value, Value::Null),
        method => panic!("no type for {method}"),
    }
}

#[track_caller]
fn form<T: DeserializeOwned + Serialize>(method: &str, value: &Value) {
    let read: T = serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{method}: {error}: {value}"));
    let written = serde_json::to_value(&read).unwrap();
    if let Some(lost) = lost(value, &written) {
        panic!("{method}: `{lost}` is not of the protocol: {value}");
    }
}

/// A key of the first value that the second one has not kept.
fn lost(value: &Value, kept: &Value) -> Option<String> {
    match (value, kept) {
        (Value::Object(some), Value::Object(others)) => some.iter().find_map(|(key, value)| match others.get(key) {
            Some(kept) => lost(value, kept).map(|lost| format!("{key}.{lost}")),
            None => Some(key.clone()),
        }),
        (Value::Array(some), Value::Array(others)) if some.len() == others.len() => {
            some.iter().zip(others).find_map(|(value, kept)| lost(value, kept))
        }
        (value, kept) => (value != kept).then(|| format!("{value}")),
    }
}
