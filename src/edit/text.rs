//! A descriptor whose values change and whose other bytes stay.
//!
//! A change is made step by step. Each step is written in one of several ways, and the text is read
//! again: a way that changed anything else is not taken.

use serde_json::Value as Json;

use super::expected;
use super::pieces::Pieces;
use super::steps::{Fault, Step, find, steps};
use super::values::json;
use super::ways::ways;
use crate::fix::{Descriptor, Edit, Tree, edited};
use crate::model::Kind;
use crate::source::{Content, KeyPath, MAX_DESCRIPTOR_BYTES, SourceFile, split};

/// A change of the values of a descriptor.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// The value at this path is so; with nothing for a value, it is taken out.
    Set(KeyPath, Json),
    /// Nothing is at this path.
    Unset(KeyPath),
    /// The list at this path has this item; at its end when it is new.
    Add(KeyPath, Json),
    /// The list at this path has no such item.
    Take(KeyPath, Json),
}

/// A value that is another one than it was; nothing where there was or is none.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    /// Where.
    pub path: KeyPath,
    /// Before.
    pub before: Json,
    /// After.
    pub after: Json,
}

/// A descriptor that is edited.
#[derive(Clone, Debug)]
pub struct Text {
    kind: Kind,
    file: SourceFile,
    original: String,
    pieces: Pieces,
}

impl Change {
    /// What it is about.
    pub fn path(&self) -> &KeyPath {
        match self {
            Self::Set(path, _) | Self::Unset(path) | Self::Add(path, _) | Self::Take(path, _) => path,
        }
    }
}

impl Text {
    /// A descriptor as it is.
    pub fn new(kind: Kind, file: &SourceFile) -> Self {
        let original = file.text().to_owned();
        Self { kind, file: file.clone(), pieces: Pieces::whole(original.len()), original }
    }

    /// The file as it is now.
    pub fn file(&self) -> &SourceFile {
        &self.file
    }

    /// The text before any change.
    pub fn original(&self) -> &str {
        &self.original
    }

    /// The edits that were made, as bytes of the text before any of them, by place.
    pub fn edits(&self) -> Vec<Edit> {
        self.pieces.edits(self.original.len())
    }

    /// Gives the file another path.
    pub(super) fn moved(&mut self, path: String) {
        self.file.path = path;
    }

    /// The values, the body of a Markdown descriptor among them; none when it cannot be read.
    pub fn values(&self) -> Option<Json> {
        let descriptor = Descriptor::read(&self.file)?;
        let mut values = json(&descriptor.root);
        let key = body_key(self.kind);
        if let (Json::Object(map), false) = (&mut values, descriptor.body.is_empty())
            && map.get(key).is_none_or(Json::is_null)
        {
            map.insert(key.to_owned(), Json::from(descriptor.body.replace("\r\n", "\n")));
        }
        Some(values)
    }

    /// The value at a path.
    pub fn value(&self, path: &KeyPath) -> Json {
        Descriptor::read(&self.file).and_then(|descriptor| find(&descriptor.root, path).map(json)).unwrap_or(Json::Null)
    }

    /// Makes a change; tells what it changed, nothing when it was so already.
    ///
    /// # Errors
    /// When the descriptor cannot be read, or the change cannot be made without changing something else.
    /// The text is then what it was.
    pub fn change(&mut self, change: &Change) -> Result<Option<Changed>, Fault> {
        let kept = (self.file.clone(), self.pieces.clone());
        let made = self.make(change);
        if made.is_err() {
            (self.file, self.pieces) = kept;
        }
        made
    }

    fn make(&mut self, change: &Change) -> Result<Option<Changed>, Fault> {
        let path = change.path();
        let descriptor = Descriptor::read(&self.file).ok_or(Fault::Unreadable)?;
        let is_body = self.file.path.ends_with(".md")
            && *path == KeyPath::of(body_key(self.kind))
            && descriptor.root.get(body_key(self.kind)).is_none();
        if is_body && let Some(text) = body_of(change) {
            return self.set_body(path, text);
        }
        let before = find(&descriptor.root, path).map_or(Json::Null, json);
        let steps = steps(&descriptor.root, change)?;
        if steps.is_empty() {
            return Ok(None);
        }
        for step in &steps {
            self.step(step).ok_or_else(|| Fault::Entangled(path.clone()))?;
        }
        let after = self.value(path);
        Ok(Some(told(change, before, after)))
    }

    /// Makes a step in the first way that changes just that.
    fn step(&mut self, step: &Step) -> Option<()> {
        let descriptor = Descriptor::read(&self.file)?;
        let mut expected = Tree::of(&descriptor.root);
        expected::make(&mut expected, step)?;
        let is_right = |edit: &Edit| {
            let text = edited(descriptor.text, [edit]);
            let file = SourceFile::new(self.file.path.clone(), text);
            let after = Descriptor::read(&file).filter(|_| file.text().len() as u64 <= MAX_DESCRIPTOR_BYTES)?;
            let is_right = Tree::of(&after.root) == expected
                && after.body == descriptor.body
                && after.faults.len() <= descriptor.faults.len();
            is_right.then_some(file)
        };
        let found = ways(self.kind, &descriptor, step).into_iter().find_map(|edit| Some((is_right(&edit)?, edit)));
        let (file, edit) = found?;
        self.pieces.edit(&edit);
        self.file = file;
        Some(())
    }

    fn set_body(&mut self, path: &KeyPath, body: &str) -> Result<Option<Changed>, Fault> {
        let descriptor = Descriptor::read(&self.file).ok_or(Fault::Unreadable)?;
        let (text, line_break) = (descriptor.text, descriptor.line_break());
        let span = split(text).body;
        let old = descriptor.body.replace("\r\n", "\n");
        let body = body.trim().replace("\r\n", "\n");
        if old == body {
            return Ok(None);
        }
        let new = body.replace('\n', line_break);
        let edit = if old.is_empty() {
            let joint = if text.ends_with(['\n', '\r']) || text.is_empty() { "" } else { line_break };
            Edit::insert(text.len(), format!("{joint}{line_break}{new}{line_break}"))
        } else {
            Edit::new(span, new.clone())
        };
        let file = SourceFile::new(self.file.path.clone(), edited(text, [&edit]));
        let after = Descriptor::read(&file).filter(|after| {
            Tree::of(&after.root) == Tree::of(&descriptor.root)
                && after.body == new
                && file.text().len() as u64 <= MAX_DESCRIPTOR_BYTES
        });
        if after.is_none() {
            return Err(Fault::Entangled(path.clone()));
        }
        self.pieces.edit(&edit);
        self.file = file;
        let json = |text: String| if text.is_empty() { Json::Null } else { Json::from(text) };
        Ok(Some(Changed { path: path.clone(), before: json(old), after: json(body) }))
    }
}

/// What a change changed, told of the item where it is about one of a list: others only moved up.
fn told(change: &Change, before: Json, after: Json) -> Changed {
    let path = change.path();
    match (change, &before, &after) {
        (Change::Unset(_), ..) => Changed { path: path.clone(), before, after: Json::Null },
        (Change::Add(_, value), _, Json::Array(items)) if items.len() > 1 => {
            Changed { path: path.index(items.len() - 1), before: Json::Null, after: value.clone() }
        }
        (Change::Take(_, value), Json::Array(items), _) => {
            let at = items.iter().position(|item| item == value).unwrap_or(0);
            Changed { path: path.index(at), before: value.clone(), after: Json::Null }
        }
        _ => Changed { path: path.clone(), before, after },
    }
}

/// The text of a file that holds one.
pub(super) fn is_text(file: &SourceFile) -> bool {
    matches!(file.content, Content::Text(_))
}

fn body_key(kind: Kind) -> &'static str {
    if kind == Kind::Page { "body" } else { "description" }
}

fn body_of(change: &Change) -> Option<&str> {
    match change {
        Change::Set(_, Json::String(text)) => Some(text),
        Change::Set(_, Json::Null) | Change::Unset(_) => Some(""),
        _ => None,
    }
}
