//! From messages and views to what Tera reads.

use serde::Serialize;
use tera::{Context, Value};

use crate::i18n::Messages;

/// The messages as nested maps, so that a template writes `m.frame.skip`.
pub(super) fn nested(messages: &Messages) -> Value {
    let mut root = serde_json::Map::new();
    for (key, text) in messages.iter() {
        let mut map = &mut root;
        let mut parts = key.split('.').peekable();
        while let Some(part) = parts.next() {
            if parts.peek().is_none() {
                map.insert(part.to_owned(), text.into());
                break;
            }
            let inner = map.entry(part.to_owned()).or_insert_with(|| serde_json::Map::new().into());
            // A text where another key wants a table: the table is of no use to templates.
            let serde_json::Value::Object(inner) = inner else { break };
            map = inner;
        }
    }
    Value::from_serializable(&root)
}

/// A context of one view with the messages.
pub(super) fn context(words: &Value, name: &'static str, view: &impl Serialize) -> Context {
    let mut context = Context::new();
    context.insert_value("m", words.clone());
    context.insert(name, view);
    context
}
