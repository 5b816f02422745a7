//! What an editor says that it can do.

use serde_json::{Value, json};

use super::text::Encoding;

/// An editor's abilities, as far as they matter.
#[derive(Clone, Copy, Debug)]
pub(super) struct Client {
    /// In what it counts columns.
    pub(super) encoding: Encoding,
    /// Whether a choice may place the cursor.
    pub(super) snippets: bool,
    /// Whether it can be told to adjust the indentation of a choice.
    pub(super) adjusts_indentation: bool,
    /// Whether it watches files for those who ask while running.
    pub(super) watches: bool,
    /// Whether changes of a file may name the state that they are for.
    pub(super) versioned_edits: bool,
    completion_markdown: bool,
    hover_markdown: bool,
}

impl Client {
    /// Reads the `capabilities` of `initialize`.
    pub(super) fn of(capabilities: &Value) -> Self {
        let at = |pointer: &str| capabilities.pointer(pointer);
        let is = |pointer: &str| at(pointer) == Some(&Value::Bool(true));
        let has = |pointer: &str, wanted: &Value| {
            at(pointer).and_then(Value::as_array).is_some_and(|list| list.contains(wanted))
        };
        let item = "/textDocument/completion/completionItem";
        let is_utf8 = has("/general/positionEncodings", &json!("utf-8"));
        Self {
            encoding: if is_utf8 { Encoding::Utf8 } else { Encoding::Utf16 },
            snippets: is(&format!("{item}/snippetSupport")),
            adjusts_indentation: has(&format!("{item}/insertTextModeSupport/valueSet"), &json!(2)),
            watches: is("/workspace/didChangeWatchedFiles/dynamicRegistration"),
            versioned_edits: is("/workspace/workspaceEdit/documentChanges"),
            completion_markdown: has(&format!("{item}/documentationFormat"), &json!("markdown")),
            hover_markdown: has("/textDocument/hover/contentFormat", &json!("markdown")),
        }
    }

    /// Words beside a choice.
    pub(super) fn completion_words(self, markdown: &str) -> Value {
        words(markdown, self.completion_markdown)
    }

    /// Words over a text.
    pub(super) fn hover_words(self, markdown: &str) -> Value {
        words(markdown, self.hover_markdown)
    }
}

/// Markdown, or the same without its signs.
fn words(markdown: &str, is_markdown: bool) -> Value {
    if is_markdown {
        return json!({ "kind": "markdown", "value": markdown });
    }
    let lines = markdown.lines().filter(|line| !line.starts_with("```"));
    let plain: Vec<String> = lines.map(without_signs).collect();
    json!({ "kind": "plaintext", "value": plain.join("\n") })
}

fn without_signs(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' if chars.peek().is_some_and(char::is_ascii_punctuation) => out.extend(chars.next()),
            '*' | '`' => {}
            '<' | '>' => {}
            c => out.push(c),
        }
    }
    out
}

/// A text that Markdown shows as it is.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if c.is_ascii_punctuation()
            && !matches!(c, ',' | '.' | ';' | ':' | '/' | '-' | '\'' | '"' | '?' | '%' | '=' | '@')
        {
            out.push('\\');
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
    out
}
