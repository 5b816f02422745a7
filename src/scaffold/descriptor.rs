//! A new descriptor: every key explained, what is known filled in, the rest commented out.

use serde_json::{Value as Json, json};

use super::words::comment;
use crate::descriptor::{Field, fields, yaml};
use crate::model::{Extras, Form, Kind};
use crate::schema::modeline;
use crate::vocab;

/// A descriptor to be begun.
#[derive(Clone, Copy, Debug)]
pub struct Draft<'a> {
    /// What it describes.
    pub kind: Kind,
    /// How it is kept.
    pub form: Form,
    /// Language of the explanations: `fr`, or English.
    pub language: &'a str,
    /// What is known already, by key.
    pub values: &'a Extras,
    /// Where editors find the schema of such a descriptor.
    pub schema: &'a str,
}

/// The text of a new descriptor.
pub fn text(draft: &Draft<'_>) -> String {
    let mut out = modeline(draft.schema);
    let body_key = if draft.kind == Kind::Page { "body" } else { "description" };
    let markdown = draft.form.is_markdown();
    for field in fields(draft.kind) {
        let is_body = markdown && field.key == body_key;
        out.push_str(&comment(&note(field, draft.language, is_body)));
        if is_body {
            continue;
        }
        match draft.values.get(field.key) {
            Some(value) => out.push_str(&entry(field.key, value)),
            None if field.is_required => out.push_str(&format!("{}:\n", field.key)),
            None => out.push_str(&commented(field.example.get(draft.language))),
        }
    }
    if !markdown {
        return out;
    }
    let body = draft.values.get(body_key).and_then(Json::as_str).unwrap_or("").trim();
    if body.is_empty() { format!("---\n{out}---\n\n") } else { format!("---\n{out}---\n\n{body}\n") }
}

fn note(field: &Field, language: &str, is_body: bool) -> String {
    let french = language.starts_with("fr");
    let note = field.note.get(language);
    let required = match (field.is_required, french) {
        (false, _) => "",
        (true, true) => " Obligatoire.",
        (true, false) => " Required.",
    };
    let below = match (is_body, french) {
        (false, _) => "",
        (true, true) => " C’est le texte sous la seconde ligne ---.",
        (true, false) => " It is the text below the second line ---.",
    };
    format!("{note}{required}{below}")
}

fn entry(key: &str, value: &Json) -> String {
    let mut values = Extras::new();
    values.insert(key.to_owned(), value.clone());
    yaml(&values)
}

/// Without the blank after `#` that explanations have: taking `#` away is all it needs.
fn commented(example: &str) -> String {
    example.lines().map(|line| format!("#{line}\n")).collect()
}

/// Why a `key=value` of the command line cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValueError {
    /// Such a descriptor has no such key; the nearest it has.
    UnknownKey(Option<&'static str>),
    /// The key holds more than one text or list of texts can say.
    NotPlain,
}

/// The value that a text stands for: a list is parted by commas, `true`, `false` and numbers are
/// what they look like where the field wants them.
///
/// # Errors
/// When the kind has no such key, or the key wants a mapping.
pub fn value(kind: Kind, key: &str, text: &str) -> Result<Json, ValueError> {
    let known = fields(kind).iter().find(|field| field.key == key);
    let field =
        known.ok_or_else(|| ValueError::UnknownKey(vocab::nearest(key, fields(kind).iter().map(|field| field.key))))?;
    let below = field.example.en.lines().nth(1).map(str::trim_start);
    let first = field.example.en.lines().next().unwrap_or("");
    let inline = first.split_once(": ").map_or("", |(_, example)| example);
    match below {
        Some(line) if line.starts_with("- ") && !line.contains(": ") => {
            let items = text.split(',').map(str::trim).filter(|item| !item.is_empty());
            Ok(items.collect())
        }
        // A period is written on one line as well: `2019/2024`.
        Some(_) if inline != "|" && key != "temporal_coverage" => Err(ValueError::NotPlain),
        _ => Ok(match (text, inline) {
            ("true" | "false", "true") => json!(text == "true"),
            _ if inline.parse::<u64>().is_ok() => {
                text.parse::<u64>().map_or_else(|_| json!(text), |number| json!(number))
            }
            _ => json!(text),
        }),
    }
}

/// A title from a slug: `open-air-markets` becomes `Open air markets`.
pub fn humanized(slug: &str) -> String {
    let words = slug.replace('-', " ");
    let mut letters = words.trim().chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
