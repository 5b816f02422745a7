//! The files that were fetched, each once.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::error::{Cause, Damage, ReadError};
use super::script::{calls, is_hash, is_name};

/// Gives the text of a file by its path below the site's root.
type Fetch<'f> = Box<dyn Fn(&str) -> Result<String, Cause> + 'f>;

/// Files by name, before they are understood.
pub(super) struct Store<'f> {
    fetch: Fetch<'f>,
    /// The name of the file that has all others, if one does.
    whole: Option<String>,
    /// What came with that file and was not asked for yet.
    values: RefCell<BTreeMap<String, Value>>,
    fetched: RefCell<Vec<String>>,
}

impl<'f> Store<'f> {
    /// A store that begins with `entry` (`boot/…` or `whole/…`), and the name and value of the boot file.
    pub(super) fn open(fetch: Fetch<'f>, entry: &str) -> Result<(Self, String, Value), ReadError> {
        let mut store = Self { fetch, whole: None, values: RefCell::default(), fetched: RefCell::default() };
        if !is_name(entry) {
            return Err(damaged(entry, "it is no name of a file"));
        }
        let calls = store.fetch(entry)?;
        if entry.starts_with("whole/") {
            store.whole = Some(entry.to_owned());
        }
        store.values = RefCell::new(calls.into_iter().collect());
        let values = store.values.get_mut();
        let boot = values.keys().find(|name| name.starts_with("boot/")).cloned();
        let boot = boot.filter(|name| store.whole.is_some() || name == entry);
        let (name, value) =
            boot.and_then(|name| values.remove_entry(&name)).ok_or_else(|| damaged(entry, "it has no boot"))?;
        Ok((store, name, value))
    }

    /// The names of the files that were fetched, in their order.
    pub(super) fn fetched(&self) -> Vec<String> {
        self.fetched.borrow().clone()
    }

    fn fetch(&self, name: &str) -> Result<Vec<(String, Value)>, ReadError> {
        let text = (self.fetch)(&path(name)).map_err(|cause| ReadError::Fetch { path: path(name), cause })?;
        self.fetched.borrow_mut().push(name.to_owned());
        calls(&text).map_err(|fault| damaged(name, fault))
    }

    fn value(&self, name: &str) -> Result<Value, ReadError> {
        if let Some(value) = self.values.borrow_mut().remove(name) {
            return Ok(value);
        }
        if let Some(whole) = &self.whole {
            return Err(damaged(whole, "a part of it is missing"));
        }
        match <[_; 1]>::try_from(self.fetch(name)?) {
            Ok([(said, value)]) if said == name => Ok(value),
            _ => Err(damaged(name, "it is not the file of this name")),
        }
    }
}

/// The files of one kind, understood.
pub(super) struct Files<T> {
    kind: &'static str,
    known: RefCell<BTreeMap<String, Rc<T>>>,
}

impl<T> Files<T> {
    pub(super) fn new(kind: &'static str) -> Self {
        Self { kind, known: RefCell::default() }
    }

    /// The file of a hash, understood by `read` when it is asked for the first time.
    pub(super) fn get<V: DeserializeOwned>(
        &self,
        store: &Store<'_>,
        hash: &str,
        read: impl FnOnce(V) -> Result<T, Damage>,
    ) -> Result<Rc<T>, ReadError> {
        if let Some(file) = self.known.borrow().get(hash) {
            return Ok(Rc::clone(file));
        }
        let name = format!("{}/{hash}", self.kind);
        if !is_hash(hash) {
            return Err(damaged(&name, "it is no name of a file"));
        }
        let value =
            serde_json::from_value(store.value(&name)?).map_err(|_| damaged(&name, "it has not the right shape"))?;
        let file = Rc::new(read(value).map_err(|fault| damaged(&name, fault))?);
        self.known.borrow_mut().insert(hash.to_owned(), Rc::clone(&file));
        Ok(file)
    }

    /// What is wrong with the file of a hash.
    pub(super) fn damaged(&self, hash: &str, fault: Damage) -> ReadError {
        damaged(&format!("{}/{hash}", self.kind), fault)
    }
}

/// What is wrong with a file.
pub(super) fn damaged(name: &str, fault: Damage) -> ReadError {
    ReadError::Damaged { path: path(name), fault }
}

/// The path of a file below the site's root.
pub(super) fn path(name: &str) -> String {
    format!("search/{name}.js")
}
