//! Operations on datasets, made in a [`Workspace`].

use serde_json::{Value as Json, json};
use uuid::Uuid;

use super::operation::{Operation, Task, changes_of};
use super::refusal::Refusal;
use super::text::{Change, Changed};
use super::workspace::{Action, Found, Workspace};
use super::{references, resource};
use crate::descriptor::{self, resource_fields, sorted};
use crate::layout::folder_of;
use crate::model::{Extras, Form, Kind};
use crate::scaffold::humanized;
use crate::slug::Slug;
use crate::source::KeyPath;

/// What an operation did.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    /// Its name.
    pub name: &'static str,
    /// The dataset, by the slug it has now.
    pub slug: String,
    /// The path of its descriptor.
    pub path: String,
    /// Identity of the dataset, or of the resource it is about.
    pub id: Option<Uuid>,
    /// Values that changed in that descriptor.
    pub changes: Vec<Changed>,
    /// Values that changed in others, by path.
    pub others: Vec<(String, Vec<Changed>)>,
    /// The path that the descriptor had, when it has another one now.
    pub moved_from: Option<String>,
    /// Whether the descriptor is new.
    pub is_new: bool,
}

impl Done {
    pub(super) fn new(operation: &Operation, slug: &str, path: &str) -> Self {
        Self {
            name: operation.name(),
            slug: slug.to_owned(),
            path: path.to_owned(),
            id: None,
            changes: Vec::new(),
            others: Vec::new(),
            moved_from: None,
            is_new: false,
        }
    }
}

impl Workspace<'_> {
    /// Makes an operation.
    ///
    /// # Errors
    /// When it cannot be made; the workspace is of no more use then.
    pub fn make(&mut self, operation: &Operation) -> Result<Done, Refusal> {
        let slug = operation.slug.as_deref();
        match &operation.task {
            Task::Create { values, form } => self.create(operation, slug, values, *form),
            Task::Upsert { values, form } => match slug.map(|slug| self.find(slug)) {
                Some(Ok(_)) => self.update(operation, &changes_of(values.clone())),
                _ => self.create(operation, slug, values, *form),
            },
            Task::Update(changes) => self.update(operation, changes),
            Task::Rename { to } => self.rename(operation, to),
            Task::Archive { date, reason } => {
                let value = self.since(slug, "archived", date.as_deref(), reason.as_deref())?;
                self.update(operation, &[Change::Set(KeyPath::of("archived"), value)])
            }
            Task::Retire { date, reason, replaced_by } => {
                if reason.as_deref().is_none_or(|reason| reason.trim().is_empty()) {
                    return Err(Refusal::NoReason);
                }
                if let Some(itself) = replaced_by.as_deref().filter(|other| Some(*other) == slug) {
                    return Err(Refusal::Itself(itself.to_owned()));
                }
                let value = self.since(slug, "retired", date.as_deref(), reason.as_deref())?;
                let mut changes = vec![Change::Set(KeyPath::of("retired"), value)];
                changes.extend(replaced_by.as_ref().map(|slug| Change::Set(KeyPath::of("replaced_by"), json!(slug))));
                self.update(operation, &changes)
            }
            Task::Delete => self.delete(operation),
            Task::ResourceAdd { values, file } => resource::add(self, operation, values, file.as_ref()),
            Task::ResourceUpdate { resource, changes, file } => {
                resource::update(self, operation, resource, changes, file.as_ref())
            }
            Task::ResourceRemove { resource, file } => resource::remove(self, operation, resource, *file),
        }
    }

    fn create(
        &mut self,
        operation: &Operation,
        slug: Option<&str>,
        given: &Extras,
        form: Form,
    ) -> Result<Done, Refusal> {
        let title = given.get("title").and_then(any_text).unwrap_or("");
        let slug = match slug {
            Some(text) => Slug::new(text).ok_or_else(|| Refusal::BadSlug(text.to_owned()))?,
            None if title.trim().is_empty() => return Err(Refusal::NoName),
            None => Slug::from_text(title),
        };
        if let Some(path) = self.taken(&slug) {
            return Err(Refusal::Exists(path.to_owned()));
        }
        let mut values = given.clone();
        if !values.contains_key("title") {
            values.insert(String::from("title"), json!(humanized(slug.as_str())));
        }
        self.complete(&mut values);
        let path = descriptor::path(Kind::Dataset, form, slug.as_str());
        let text = descriptor::write(Kind::Dataset, form, &values);
        self.put(path.clone(), &slug, form, text);
        let mut done = Done::new(operation, slug.as_str(), &path);
        done.id = values.get("id").and_then(Json::as_str).and_then(|id| Uuid::try_parse(id).ok());
        done.is_new = true;
        let values = values.into_iter();
        done.changes =
            values.map(|(key, after)| Changed { path: KeyPath::of(&key), before: Json::Null, after }).collect();
        Ok(done)
    }

    /// Adds what `etal new` would: identities, the only producer, a frequency.
    fn complete(&mut self, values: &mut Extras) {
        if !values.contains_key("id") {
            values.insert(String::from("id"), json!((self.new_id)().to_string()));
        }
        if !values.contains_key("frequency") {
            values.insert(String::from("frequency"), json!("unknown"));
        }
        if !values.contains_key("organization") && !values.contains_key("owner") {
            let only = match self.names(Kind::Organization).as_slice() {
                [only] => Some(json!(only)),
                _ => None,
            };
            values.extend(only.map(|only| (String::from("organization"), only)));
        }
        let resources = values.get_mut("resources").and_then(Json::as_array_mut);
        for resource in resources.into_iter().flatten().filter_map(Json::as_object_mut) {
            if !resource.contains_key("id") {
                resource.insert(String::from("id"), json!((self.new_id)().to_string()));
            }
            *resource = sorted(resource_fields(), resource);
        }
    }

    pub(super) fn update(&mut self, operation: &Operation, changes: &[Change]) -> Result<Done, Refusal> {
        let slug = operation.slug.as_deref().ok_or(Refusal::NoName)?;
        let found = self.find(slug)?;
        let mut done = Done::new(operation, slug, &found.path);
        let is_of_resource = |change: &Change| change.path().segments().len() == 3;
        let mut all = Vec::new();
        if changes.iter().any(is_of_resource)
            && let Ok(dataset) = self.dataset(&found)
        {
            all = resource::ids_to_keep(&dataset, changes);
        }
        all.extend_from_slice(changes);
        done.changes = self.edit(&found.path, slug, &all)?;
        done.id = self.dataset(&found).ok().map(|dataset| dataset.header.identity.uuid);
        Ok(done)
    }

    fn rename(&mut self, operation: &Operation, to: &str) -> Result<Done, Refusal> {
        let slug = operation.slug.as_deref().ok_or(Refusal::NoName)?;
        let found = self.find_alone(slug)?;
        let new = Slug::new(to).ok_or_else(|| Refusal::BadSlug(to.to_owned()))?;
        if let Some(path) = self.taken(&new) {
            return Err(Refusal::Exists(path.to_owned()));
        }
        let dataset = self.dataset(&found)?;
        let mut changes = Vec::new();
        // An id that is derived is derived from the slug: it is written down before the slug changes.
        if !dataset.header.identity.declared {
            changes.push(Change::Set(KeyPath::of("id"), json!(dataset.header.identity.uuid.to_string())));
        }
        changes.push(Change::Take(KeyPath::of("redirects"), json!(to)));
        if Slug::new(slug).is_some() {
            changes.push(Change::Add(KeyPath::of("redirects"), json!(slug)));
        }
        let path = self.move_to(&found, &new);
        let mut done = Done::new(operation, to, &path);
        done.moved_from = Some(found.path.clone());
        done.id = Some(dataset.header.identity.uuid);
        done.changes = self.edit(&path, to, &changes)?;
        done.others = references::rename(self, slug, to)?;
        if let Some(old) = Slug::new(slug) {
            // What was renamed before has the last of its names.
            for to in self.renamed.values_mut().filter(|to| **to == old) {
                to.clone_from(&new);
            }
            self.renamed.insert(old, new);
        }
        Ok(done)
    }

    /// Gives descriptor and folder of a dataset another name; the new path of the descriptor.
    fn move_to(&mut self, found: &Found, new: &Slug) -> String {
        let old_folder = folder_of(&found.path, found.form).to_owned();
        let new_folder = format!("content/datasets/{new}");
        let path = match found.path.strip_prefix(&format!("{old_folder}/")) {
            Some(below) => format!("{new_folder}/{below}"),
            None => format!("{new_folder}{}", found.path.strip_prefix(&old_folder).unwrap_or(".yaml")),
        };
        self.actions.push(Action::Move { from: old_folder.clone(), to: new_folder.clone() });
        if !path.starts_with(&format!("{new_folder}/")) {
            self.actions.push(Action::Move { from: found.path.clone(), to: path.clone() });
        }
        if let Some(files) = self.inputs.files.remove(&found.name) {
            self.inputs.files.insert(new.to_string(), files);
        }
        for stray in &mut self.inputs.strays {
            if let Some(below) = stray.path.strip_prefix(&format!("{old_folder}/")) {
                stray.path = format!("{new_folder}/{below}");
            }
        }
        self.inputs.strays.sort();
        self.moved(&found.path, &path, new);
        path
    }

    fn delete(&mut self, operation: &Operation) -> Result<Done, Refusal> {
        let slug = operation.slug.as_deref().ok_or(Refusal::NoName)?;
        let found = self.find_alone(slug)?;
        let mut done = Done::new(operation, slug, &found.path);
        done.id = self.dataset(&found).ok().map(|dataset| dataset.header.identity.uuid);
        let folder = folder_of(&found.path, found.form).to_owned();
        self.actions.push(Action::Remove { path: folder.clone() });
        if !found.path.starts_with(&format!("{folder}/")) {
            self.actions.push(Action::Remove { path: found.path.clone() });
        }
        self.inputs.files.remove(&found.name);
        self.inputs.dates.remove(&found.path);
        self.inputs.strays.retain(|stray| !stray.path.starts_with(&format!("{folder}/")));
        self.drop(&found.path);
        done.others = references::remove(self, slug)?;
        Ok(done)
    }

    /// The value of `archived` and `retired`. What was said before and is not said anew stays.
    fn since(&self, slug: Option<&str>, key: &str, date: Option<&str>, reason: Option<&str>) -> Result<Json, Refusal> {
        let found = self.find(slug.ok_or(Refusal::NoName)?)?;
        let before = self.value(&found.path, &KeyPath::of(key));
        let date =
            date.map_or_else(|| known_date(&before).unwrap_or_else(|| self.inputs.now.to_string()), str::to_owned);
        let before = before.get("reason").filter(|reason| !reason.is_null()).cloned();
        Ok(match reason.map(Json::from).or(before) {
            Some(reason) => json!({ "date": date, "reason": reason }),
            None => json!({ "date": date }),
        })
    }
}

/// A text, or the first of those by language.
fn any_text(value: &Json) -> Option<&str> {
    value.as_str().or_else(|| value.as_object()?.values().next()?.as_str())
}

/// The date that `archived` or `retired` has: alone, or beside a reason.
fn known_date(value: &Json) -> Option<String> {
    let date = value.as_str().or_else(|| value.get("date")?.as_str())?.trim();
    date.starts_with(|c: char| c.is_ascii_digit()).then(|| date.to_owned())
}
