//! Operations as values: what a script may ask for, and how it is written in a file.

use std::path::PathBuf;

use serde_json::Value as Json;

use super::refusal::Refusal;
use super::text::Change;
use super::values::{key_path, without_nulls};
use crate::model::{Extras, Form, HostedFile};
use crate::source::KeyPath;

/// Something to be done to a dataset.
#[derive(Clone, Debug, PartialEq)]
pub struct Operation {
    /// Its slug; may be left out where a title makes one.
    pub slug: Option<String>,
    /// What is done.
    pub task: Task,
}

/// What is done to a dataset.
#[derive(Clone, Debug, PartialEq)]
pub enum Task {
    /// It is made.
    Create { values: Extras, form: Form },
    /// Its values change.
    Update(Vec<Change>),
    /// It is made when it is not there, else its values change.
    Upsert { values: Extras, form: Form },
    /// It gets another slug; the old one leads to it.
    Rename { to: String },
    /// It is no longer kept up.
    Archive { date: Option<String>, reason: Option<String> },
    /// It is withdrawn, and its page says so.
    Retire { date: Option<String>, reason: Option<String>, replaced_by: Option<String> },
    /// It goes, with its folder and what refers to it.
    Delete,
    /// It gets a resource.
    ResourceAdd { values: Extras, file: Option<Given> },
    /// A resource changes.
    ResourceUpdate { resource: String, changes: Vec<Change>, file: Option<Given> },
    /// A resource goes; its file stays unless that is asked for.
    ResourceRemove { resource: String, file: Leftover },
}

/// What becomes of the file of a resource that goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leftover {
    /// It stays in its folder.
    Kept,
    /// It goes too.
    Removed,
}

/// A file that is given for a resource.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// Where the disk has it.
    pub origin: PathBuf,
    /// The path below the folder of the dataset that it is to have; by default its own name.
    pub name: Option<String>,
    /// What is in it, once somebody has looked.
    pub file: Option<HostedFile>,
    /// Its path below the catalogue's root, when it lies in the catalogue already.
    pub within: Option<String>,
}

impl Given {
    /// A file nobody has looked into yet.
    pub fn new(origin: impl Into<PathBuf>, name: Option<String>) -> Self {
        Self { origin: origin.into(), name, file: None, within: None }
    }
}

impl Operation {
    /// Its name on the command line and in files.
    pub fn name(&self) -> &'static str {
        match &self.task {
            Task::Create { .. } => "create",
            Task::Update(_) => "update",
            Task::Upsert { .. } => "upsert",
            Task::Rename { .. } => "rename",
            Task::Archive { .. } => "archive",
            Task::Retire { .. } => "retire",
            Task::Delete => "delete",
            Task::ResourceAdd { .. } => "resource-add",
            Task::ResourceUpdate { .. } => "resource-update",
            Task::ResourceRemove { .. } => "resource-remove",
        }
    }

    /// The file that is given with it.
    pub fn given_mut(&mut self) -> Option<&mut Given> {
        match &mut self.task {
            Task::ResourceAdd { file, .. } | Task::ResourceUpdate { file, .. } => file.as_mut(),
            _ => None,
        }
    }
}

/// The changes that give a descriptor these values at its top; null takes a key out.
pub fn changes_of(values: Extras) -> Vec<Change> {
    values.into_iter().map(|(key, value)| Change::Set(KeyPath::root().key(&key), value)).collect()
}

/// The operations that a file says: one mapping, or a list of them.
///
/// # Errors
/// When one is not written as it should be; it is named by its number, from 1.
pub fn operations(value: Json) -> Result<Vec<Operation>, Refusal> {
    let list = match value {
        Json::Array(list) => list,
        Json::Null => Vec::new(),
        one => vec![one],
    };
    list.into_iter().enumerate().map(|(at, value)| Reading::of(at + 1, value)?.operation()).collect()
}

/// The keys of an operation that are not read yet.
struct Reading {
    number: usize,
    left: Extras,
}

impl Reading {
    fn of(number: usize, value: Json) -> Result<Self, Refusal> {
        match value {
            Json::Object(left) => Ok(Self { number, left }),
            _ => {
                Err(Refusal::BadOperation(number, "it is no mapping".into(), "ce n’est pas un ensemble de clés".into()))
            }
        }
    }

    fn wrong(&self, en: String, fr: String) -> Refusal {
        Refusal::BadOperation(self.number, en, fr)
    }

    fn text(&mut self, key: &str) -> Result<Option<String>, Refusal> {
        match self.left.shift_remove(key) {
            None | Some(Json::Null) => Ok(None),
            Some(Json::String(text)) => Ok(Some(text)),
            Some(Json::Number(number)) => Ok(Some(number.to_string())),
            Some(_) => Err(self.wrong(format!("`{key}` is no text"), format!("`{key}` n’est pas un texte"))),
        }
    }

    fn needed(&mut self, key: &str) -> Result<String, Refusal> {
        let text = self.text(key)?;
        text.ok_or_else(|| self.wrong(format!("`{key}` is missing"), format!("il manque `{key}`")))
    }

    fn mapping(&mut self, key: &str) -> Result<Extras, Refusal> {
        match self.left.shift_remove(key) {
            None | Some(Json::Null) => Ok(Extras::new()),
            Some(Json::Object(values)) => Ok(values),
            Some(_) => {
                Err(self.wrong(format!("`{key}` is no mapping"), format!("`{key}` n’est pas un ensemble de clés")))
            }
        }
    }

    fn operation(mut self) -> Result<Operation, Refusal> {
        let name = self.needed("op")?;
        let slug = self.text("slug")?;
        let task = match name.as_str() {
            "create" => Task::Create { form: self.form()?, values: self.values()? },
            "upsert" => Task::Upsert { form: self.form()?, values: self.values()? },
            "update" => Task::Update(self.changes()?),
            "rename" => Task::Rename { to: self.needed("to")? },
            "archive" => Task::Archive { date: self.text("date")?, reason: self.text("reason")? },
            "retire" => Task::Retire {
                date: self.text("date")?,
                reason: Some(self.needed("reason")?),
                replaced_by: self.text("replaced_by")?,
            },
            "delete" => Task::Delete,
            "resource-add" => Task::ResourceAdd { file: self.file()?, values: self.values()? },
            "resource-update" => Task::ResourceUpdate {
                resource: self.needed("resource")?,
                file: self.file()?,
                changes: self.changes()?,
            },
            "resource-remove" => Task::ResourceRemove { resource: self.needed("resource")?, file: self.leftover()? },
            _ => {
                return Err(
                    self.wrong(format!("`{name}` is no operation"), format!("`{name}` n’est pas une opération"))
                );
            }
        };
        if let Some(key) = self.left.keys().next() {
            return Err(self.wrong(format!("`{name}` has no key `{key}`"), format!("`{name}` n’a pas de clé `{key}`")));
        }
        if slug.is_none() && !matches!(task, Task::Create { .. }) {
            return Err(self.wrong("`slug` is missing".into(), "il manque `slug`".into()));
        }
        Ok(Operation { slug, task })
    }

    fn values(&mut self) -> Result<Extras, Refusal> {
        match without_nulls(Json::Object(self.mapping("values")?)) {
            Json::Object(values) => Ok(values),
            _ => Ok(Extras::new()),
        }
    }

    fn form(&mut self) -> Result<Form, Refusal> {
        match self.text("form")?.as_deref() {
            None | Some("folder") => Ok(Form::Folder),
            Some("file") => Ok(Form::File),
            Some("markdown") => Ok(Form::Markdown),
            Some(other) => Err(self.wrong(
                format!("`{other}` is no form; folder, file or markdown"),
                format!("`{other}` n’est pas une forme\u{202f}; folder, file ou markdown"),
            )),
        }
    }

    fn file(&mut self) -> Result<Option<Given>, Refusal> {
        let name = self.text("as")?;
        Ok(self.text("file")?.map(|origin| Given::new(origin, name)))
    }

    fn leftover(&mut self) -> Result<Leftover, Refusal> {
        match self.left.shift_remove("delete_file") {
            None | Some(Json::Null | Json::Bool(false)) => Ok(Leftover::Kept),
            Some(Json::Bool(true)) => Ok(Leftover::Removed),
            Some(_) => {
                Err(self.wrong("`delete_file` is true or false".into(), "`delete_file` vaut true ou false".into()))
            }
        }
    }

    /// `values` and `set` give keys, `unset` takes them out, `add` and `take` change lists, in this order.
    fn changes(&mut self) -> Result<Vec<Change>, Refusal> {
        let mut changes = changes_of(self.mapping("values")?);
        for (key, value) in self.mapping("set")? {
            changes.push(Change::Set(self.path(&key)?, value));
        }
        let unset = match self.left.shift_remove("unset") {
            None | Some(Json::Null) => Vec::new(),
            Some(Json::Array(keys)) => keys,
            Some(one) => vec![one],
        };
        for key in unset {
            let key = key.as_str().unwrap_or("").to_owned();
            changes.push(Change::Unset(self.path(&key)?));
        }
        for (name, make) in [("add", Change::Add as fn(KeyPath, Json) -> Change), ("take", Change::Take)] {
            for (key, value) in self.mapping(name)? {
                let path = self.path(&key)?;
                let items = if let Json::Array(items) = value { items } else { vec![value] };
                changes.extend(items.into_iter().map(|item| make(path.clone(), item)));
            }
        }
        Ok(changes)
    }

    fn path(&self, key: &str) -> Result<KeyPath, Refusal> {
        key_path(key).ok_or_else(|| self.wrong(format!("`{key}` is no key"), format!("`{key}` n’est pas une clé")))
    }
}
