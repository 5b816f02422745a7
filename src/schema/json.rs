//! JSON Schema 2020-12 of a document: its keys, and below `$defs` the forms that they share.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json, json};

use super::shape::{Group, Key, Shape};
use super::{Document, List, example, note, values};
use crate::model::EXPORTS;
use crate::rules::RULES;
use crate::vocab::Label;

/// The schema of a document. Titles and descriptions are in `language`, French or else English; the other language
/// stands beside them, under `x-en` or `x-fr`.
pub fn schema(document: Document, language: &str) -> Json {
    let language = if language.starts_with("fr") { "fr" } else { "en" };
    let mut writer = Writer { language, defs: BTreeMap::new() };
    let mut root = Map::new();
    root.insert("$schema".into(), "https://json-schema.org/draft/2020-12/schema".into());
    root.insert("$id".into(), format!("urn:etal:schema:{}", document.name()).into());
    writer.name(&mut root, document.title(), Label::same(""));
    writer.mapping(&mut root, document.group(), Some(document));
    root.insert("$defs".into(), Json::Object(writer.defs.into_iter().collect()));
    Json::Object(root)
}

struct Writer {
    language: &'static str,
    defs: BTreeMap<String, Json>,
}

impl Writer {
    /// Title and description in the language, and in the other one beside.
    fn name(&self, into: &mut Map<String, Json>, name: Label, note: Label) {
        let other = if self.language == "fr" { "en" } else { "fr" };
        let mut beside = Map::new();
        for (key, label) in [("title", name), ("description", note)] {
            if !label.en.is_empty() {
                into.insert(key.into(), label.get(self.language).into());
                beside.insert(key.into(), label.get(other).into());
            }
        }
        into.insert(format!("x-{other}"), Json::Object(beside));
    }

    /// What a mapping asks: its keys, which must be there, which exclude each other.
    fn mapping(&mut self, into: &mut Map<String, Json>, group: &'static Group, document: Option<Document>) {
        into.insert("type".into(), "object".into());
        let mut properties = Map::new();
        for key in group.keys {
            properties.insert(key.key.into(), self.property(key, document));
        }
        into.insert("properties".into(), Json::Object(properties));
        if !group.required.is_empty() {
            into.insert("required".into(), json!(group.required));
        }
        let mut all: Vec<Json> = Vec::new();
        all.extend(group.required.iter().filter(|key| is_text(group, key)).map(|key| self.with(&[key])));
        if !group.one_of.is_empty() {
            let one: Vec<Json> = group.one_of.iter().map(|key| self.with(&[key])).collect();
            all.push(json!({ "anyOf": one }));
        }
        if let Some((one, other)) = group.exclusive {
            // Said so that editors point at the second one.
            let message = match self.language {
                "fr" => format!("`{one}` et `{other}` s’excluent"),
                _ => format!("`{one}` and `{other}` exclude each other"),
            };
            let blank = json!({ "type": "string", "pattern": r"^\s*$", "patternErrorMessage": message });
            let blank = json!({ "anyOf": [blank, values::absent()] });
            all.push(json!({ "if": self.with(&[one]), "then": { "properties": { other: blank } } }));
        }
        if !all.is_empty() {
            into.insert("allOf".into(), json!(all));
        }
    }

    /// That some keys are there and say something.
    fn with(&mut self, keys: &[&str]) -> Json {
        let filled = self.shared("filled", values::filled);
        let properties: Map<String, Json> = keys.iter().map(|key| ((*key).to_owned(), filled.clone())).collect();
        json!({ "required": keys, "properties": properties })
    }

    fn property(&mut self, key: &'static Key, document: Option<Document>) -> Json {
        let mut property = Map::new();
        let note = document.map_or(key.note, |document| note(document, key));
        self.name(&mut property, key.name, note);
        if let Some(example) = document.and_then(|document| example(document, key, self.language)) {
            property.insert("examples".into(), json!([example]));
        }
        if let Json::Object(value) = self.value(key.shape) {
            property.extend(value);
        }
        Json::Object(property)
    }

    fn value(&mut self, shape: Shape) -> Json {
        let language = self.language;
        match shape {
            Shape::Line(_) | Shape::Slug(_) => self.shared("scalar", values::scalar),
            Shape::Fixed(fixed) => values::fixed(fixed),
            Shape::Text(_) | Shape::Markdown => {
                self.shared("scalar", values::scalar);
                self.shared("text", values::translated)
            }
            Shape::Uuid => self.shared("uuid", values::uuid),
            Shape::Date => self.shared("date", || values::date(language)),
            Shape::Period => self.shared("period-text", || values::period(language)),
            Shape::State => self.shared("state-word", || values::state(language)),
            Shape::Boolean => self.shared("boolean", values::boolean),
            Shape::Count => self.shared("count", values::count),
            Shape::Number(max) => values::number(max),
            Shape::BoundingBox => values::bounding_box(),
            Shape::Geometry => values::geometry(),
            Shape::Free => json!({ "anyOf": [{ "type": "object" }, values::absent()] }),
            Shape::Code(list) => self.code(list),
            Shape::Choice(choices) => self.choice(choices),
            Shape::List(item) => self.list(*item),
            Shape::Group(group) => self.group(group),
            Shape::Rules => self.rules(),
            Shape::Exports => self.exports(),
        }
    }

    /// A definition that is written once.
    fn shared(&mut self, name: &str, make: impl FnOnce() -> Json) -> Json {
        if !self.defs.contains_key(name) {
            self.defs.insert(name.to_owned(), make());
        }
        json!({ "$ref": format!("#/$defs/{name}") })
    }

    /// A list, or one item in its place.
    fn list(&mut self, item: Shape) -> Json {
        let value = self.value(item);
        let items = json!({ "anyOf": [value, values::absent()] });
        json!({ "anyOf": [{ "type": "array", "items": items }, value, values::absent()] })
    }

    fn group(&mut self, group: &'static Group) -> Json {
        let name = group.id;
        if !self.defs.contains_key(name) {
            // A mapping never holds itself: its place is taken only once it is made.
            let mut mapping = Map::new();
            self.mapping(&mut mapping, group, document_of(group));
            let mut any = vec![Json::Object(mapping)];
            any.extend(group.or.map(|shape| self.value(*shape)));
            any.push(values::absent());
            self.defs.insert(name.to_owned(), json!({ "anyOf": any }));
        }
        json!({ "$ref": format!("#/$defs/{name}") })
    }

    /// The codes with their labels, then whatever else is understood.
    fn code(&mut self, list: List) -> Json {
        let name = list.id();
        if !self.defs.contains_key(&name) {
            let mut any = vec![json!({ "oneOf": self.rows(list.rows().into_iter()) })];
            if list.is_closed() {
                let message = match self.language {
                    "fr" => "ce code n’est pas de la liste",
                    _ => "this code is not of the list",
                };
                any.push(json!({ "type": "string", "pattern": list.pattern(), "patternErrorMessage": message }));
                any.extend(list.has_booleans().then(|| json!({ "type": "boolean" })));
                any.push(values::absent());
            } else {
                any.push(json!({ "not": { "type": ["array", "object"] } }));
            }
            self.defs.insert(name.clone(), json!({ "anyOf": any }));
        }
        json!({ "$ref": format!("#/$defs/{name}") })
    }

    fn choice(&mut self, choices: &'static [(&'static str, Label)]) -> Json {
        let mut any = vec![json!({ "oneOf": self.rows(choices.iter().copied()) })];
        any.extend(choices.iter().any(|(word, _)| *word == "true").then(|| json!({ "type": "boolean" })));
        any.push(json!({ "type": "string", "pattern": r"^\s*$" }));
        any.push(values::absent());
        json!({ "anyOf": any })
    }

    fn rows(&self, rows: impl Iterator<Item = (&'static str, Label)>) -> Vec<Json> {
        let row = |(code, label): (&'static str, Label)| {
            let mut row = Map::new();
            row.insert("const".into(), code.into());
            self.name(&mut row, label, Label::same(""));
            // What editors show beside a code that they propose.
            row.insert("description".into(), label.get(self.language).into());
            Json::Object(row)
        };
        rows.map(row).collect()
    }

    /// A severity for each rule, by its name; codes of rules and the rules of later versions pass too.
    fn rules(&mut self) -> Json {
        let severity = json!({ "enum": ["off", "info", "warning", "error"] });
        let mut rules: Vec<_> = RULES.iter().map(|registered| registered.rule).collect();
        rules.sort_by_key(|rule| rule.name);
        let mut properties = Map::new();
        for rule in rules {
            let mut property = Map::new();
            self.name(&mut property, Label::same(rule.code), Label::new(rule.en.checks, rule.fr.checks));
            property.insert("enum".into(), severity["enum"].clone());
            properties.insert(rule.name.into(), Json::Object(property));
        }
        json!({ "type": "object", "properties": properties, "additionalProperties": severity })
    }

    fn exports(&mut self) -> Json {
        let boolean = self.shared("boolean", values::boolean);
        let properties: Map<String, Json> = EXPORTS.iter().map(|(id, _)| ((*id).to_owned(), boolean.clone())).collect();
        json!({ "type": "object", "properties": properties })
    }
}

/// A resource has its notes in the tables of descriptors, wherever it stands.
fn document_of(group: &'static Group) -> Option<Document> {
    std::ptr::eq(group, Document::Resource.group()).then_some(Document::Resource)
}

/// Whether a key's text may be missing from no descriptor: an empty one is as good as none.
fn is_text(group: &'static Group, key: &str) -> bool {
    group.keys.iter().any(|known| known.key == key && matches!(known.shape, Shape::Text(_)))
}
