//! What can be written where the cursor is.

use serde_json::{Value, json};

use super::choices::{self, Choice};
use super::cursor::{At, Cursor};
use super::slots::{Known, Map, Scalar, Slot, keys, slot};
use super::view::View;
use crate::descriptor::{is_plain, single_quoted};
use crate::model::Kind;
use crate::source::KeyPath;
use crate::vocab::Language;

/// Choices that are sent; with more, those that do not have what was typed are left out first.
const MOST: usize = 500;

/// Kinds of items in the protocol.
const PROPERTY: u8 = 10;
const VALUE: u8 = 12;
const FILE: u8 = 17;
const REFERENCE: u8 = 18;
const CONSTANT: u8 = 21;

/// The list of choices at a place, as the protocol has it.
pub(super) fn complete(view: &View<'_>, kind: Kind, cursor: &Cursor) -> Value {
    let (items, is_incomplete) = items(view, kind, cursor);
    json!({ "isIncomplete": is_incomplete, "items": items })
}

fn items(view: &View<'_>, kind: Kind, cursor: &Cursor) -> (Vec<Value>, bool) {
    let writer = Writer { view, cursor, range: view.places().range(cursor.replaced) };
    match &cursor.at {
        At::Key { path, present, has_colon } => (writer.keys(kind, path, present, *has_colon), false),
        At::Value(path) => match slot(kind, path) {
            Some(slot) => writer.values(&slot, ""),
            None => (Vec::new(), false),
        },
        At::Item(path, present) => {
            let Some(slot) = slot(kind, path) else { return (Vec::new(), false) };
            let mut found = writer.values(&slot, "");
            if !cursor.is_quoted {
                found.0.extend(writer.keys(kind, path, present, false));
            }
            found
        }
        At::Below(path, present) => {
            let Some(slot) = slot(kind, path) else { return (Vec::new(), false) };
            if slot.is_list {
                return writer.values(&Slot { is_list: false, ..slot }, "- ");
            }
            let mut found = writer.values(&slot, "");
            found.0.extend(writer.keys(kind, path, present, false));
            found
        }
    }
}

struct Writer<'a> {
    view: &'a View<'a>,
    cursor: &'a Cursor,
    /// What a choice replaces.
    range: Value,
}

impl Writer<'_> {
    fn keys(&self, kind: Kind, path: &KeyPath, present: &[String], has_colon: bool) -> Vec<Value> {
        let Some(slot) = slot(kind, path).filter(|slot| !slot.is_list) else { return Vec::new() };
        let Some(map) = slot.map else { return self.languages(slot.scalar, present, has_colon) };
        let mut absent: Vec<Known> = keys(map);
        absent.retain(|known| !present.iter().any(|key| key == known.key) && !is_body(self.view, map, known.key));
        absent.sort_by_key(|known| !known.is_required);
        let one = |(at, known): (usize, &Known)| self.key(kind, path, known, at, has_colon);
        absent.iter().enumerate().map(one).collect()
    }

    fn key(&self, kind: Kind, path: &KeyPath, known: &Known, at: usize, has_colon: bool) -> Value {
        let language = self.view.language;
        let after = if has_colon { None } else { slot(kind, &path.key(known.key)) };
        let (text, is_snippet) = match after {
            None if has_colon => (known.key.to_owned(), false),
            Some(slot) if slot.is_list => self.opened(known.key, "  - "),
            Some(Slot { map: Some(_), scalar: Scalar::Free, .. }) => self.opened(known.key, "  "),
            _ => (format!("{}: ", known.key), false),
        };
        let detail = known.is_required.then(|| self.view.say("required", "obligatoire"));
        let mut documentation = known.note.get(language).to_owned();
        if let Some(example) = known.example {
            documentation = format!("{documentation}\n\n```yaml\n{}\n```", example.get(language));
        }
        let order = format!("{at:03}");
        let item = Item { label: known.key, kind: PROPERTY, detail, documentation, filter: known.key, order };
        self.item(item, &text, is_snippet)
    }

    /// A key whose value begins on the next line, for editors that can place the cursor there.
    fn opened(&self, key: &str, below: &str) -> (String, bool) {
        if !self.view.client.snippets || self.cursor.is_flow {
            return (format!("{key}: "), false);
        }
        // The editor repeats the blanks at the start of the line itself.
        let deeper = " ".repeat(self.cursor.column.saturating_sub(self.cursor.indent));
        (format!("{key}:\n{deeper}{below}$0"), true)
    }

    /// The languages of the site, for a text that is given in several.
    fn languages(&self, scalar: Scalar, present: &[String], has_colon: bool) -> Vec<Value> {
        if !matches!(scalar, Scalar::Text) {
            return Vec::new();
        }
        let codes = self.view.site.map_or(&[][..], |site| &site.config.languages);
        let absent = codes.iter().filter(|code| !present.contains(code));
        let one = |(at, code): (usize, &String)| {
            let name = Language::find(code).map(|language| language.label.get(self.view.language));
            let text = if has_colon { code.clone() } else { format!("{code}: ") };
            let (order, documentation) = (format!("{at:03}"), String::new());
            let item = Item { label: code, kind: PROPERTY, detail: name, documentation, filter: code, order };
            self.item(item, &text, false)
        };
        absent.enumerate().map(one).collect()
    }

    /// The values of a scalar, each with what is to stand before it.
    fn values(&self, slot: &Slot, before: &str) -> (Vec<Value>, bool) {
        let (kind, choices) = self.choices(slot.scalar);
        let (choices, is_incomplete) = self.near(choices);
        let one = |(at, choice): (usize, &Choice)| {
            let text = format!("{before}{}", self.written(&choice.value));
            let filter = format!("{before}{} {}", choice.value, choice.name);
            let detail = (choice.name != choice.value).then_some(choice.name.as_str());
            let (documentation, order) = (self.view.about(choice), format!("{at:04}"));
            let item = Item { label: &choice.value, kind, detail, documentation, filter: filter.trim_end(), order };
            self.item(item, &text, false)
        };
        (choices.iter().enumerate().map(one).collect(), is_incomplete)
    }

    fn choices(&self, scalar: Scalar) -> (u8, Vec<Choice>) {
        let language = self.view.language;
        match scalar {
            Scalar::Code(codes) => (CONSTANT, choices::codes(codes, language)),
            Scalar::Switch => (VALUE, ["true", "false"].map(Choice::plain).into()),
            Scalar::Hosted => (FILE, self.view.hosted().map(Choice::plain).collect()),
            Scalar::Static => (FILE, self.view.statics().map(Choice::plain).collect()),
            Scalar::Slug(kinds) => {
                let Some(site) = self.view.site else { return (REFERENCE, Vec::new()) };
                let all = kinds.iter().flat_map(|kind| choices::things(&site.catalog, *kind, language));
                (REFERENCE, all.collect())
            }
            Scalar::Free | Scalar::Text => (VALUE, Vec::new()),
        }
    }

    /// As many choices as an editor can take, those with what was typed first.
    fn near(&self, mut choices: Vec<Choice>) -> (Vec<Choice>, bool) {
        if choices.len() <= MOST {
            return (choices, false);
        }
        let typed = self.cursor.typed.to_lowercase();
        let has = |choice: &Choice| {
            choice.value.to_lowercase().contains(&typed) || choice.name.to_lowercase().contains(&typed)
        };
        choices.retain(has);
        choices.sort_by_key(|choice| !choice.value.to_lowercase().starts_with(&typed));
        choices.truncate(MOST);
        (choices, true)
    }

    /// A value with the quotes that YAML needs.
    fn written(&self, value: &str) -> String {
        let quoted = || single_quoted(value).unwrap_or_else(|| value.to_owned());
        let is_plain = is_plain(value) && !(self.cursor.is_flow && value.contains([',', '[', ']', '{', '}']));
        if self.cursor.is_quoted || is_plain { value.to_owned() } else { quoted() }
    }

    fn item(&self, item: Item<'_>, text: &str, is_snippet: bool) -> Value {
        let mut out = json!({
            "label": item.label,
            "kind": item.kind,
            "sortText": item.order,
            "filterText": item.filter,
            "textEdit": { "range": self.range, "newText": text },
        });
        if let Some(detail) = item.detail {
            out["detail"] = detail.into();
        }
        if !item.documentation.is_empty() {
            out["documentation"] = self.view.client.completion_words(&item.documentation);
        }
        if is_snippet {
            out["insertTextFormat"] = 2.into();
            if self.view.client.adjusts_indentation {
                out["insertTextMode"] = 2.into();
            }
        }
        out
    }
}

struct Item<'a> {
    label: &'a str,
    kind: u8,
    detail: Option<&'a str>,
    documentation: String,
    filter: &'a str,
    order: String,
}

/// Whether the body of a Markdown file says what this key would.
fn is_body(view: &View<'_>, map: Map, key: &str) -> bool {
    let body = if map == Map::Top(Kind::Page) { "body" } else { "description" };
    matches!(map, Map::Top(_)) && view.document.path.ends_with(".md") && key == body
}
