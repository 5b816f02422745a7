//! Reads the values of one mapping, noting what does not fit.

use crate::date::{self, Moment};
use crate::model::{Coded, Extras, Fault, FaultKind, Wanted};
use crate::source::{KeyPath, Node, Place, Span, Value};
use crate::text::Text;
use crate::vocab;

use super::json;

/// A mapping being read. Every key that is asked for counts as known; [`Reader::finish`] reports
/// the others.
pub(super) struct Reader<'a> {
    node: &'a Node,
    path: KeyPath,
    known: Vec<&'static str>,
    pub(super) faults: &'a mut Vec<Fault>,
    /// Unknown keys of nested mappings, by whole key path: nothing of a descriptor is dropped.
    nested_unknown: &'a mut Extras,
}

impl<'a> Reader<'a> {
    /// The top of a descriptor.
    pub(super) fn top(node: &'a Node, faults: &'a mut Vec<Fault>, nested_unknown: &'a mut Extras) -> Self {
        Self { node, path: KeyPath::root(), known: Vec::with_capacity(48), faults, nested_unknown }
    }

    /// The mapping at `path`, whose node is `node`.
    pub(super) fn nested<'b>(&'b mut self, node: &'b Node, path: KeyPath) -> Reader<'b> {
        Reader { node, path, known: Vec::with_capacity(8), faults: self.faults, nested_unknown: self.nested_unknown }
    }

    /// The value of `key`, unless it is absent or null.
    pub(super) fn get(&mut self, key: &'static str) -> Option<&'a Node> {
        self.known.push(key);
        self.node.get(key).filter(|node| !node.is_null())
    }

    /// The path of `key`.
    pub(super) fn path(&self, key: &str) -> KeyPath {
        self.path.key(key)
    }

    /// A scalar as text, blanks around it removed; none when it is empty.
    pub(super) fn string(&mut self, key: &'static str) -> Option<String> {
        let node = self.get(key)?;
        let Some(text) = node.scalar() else {
            self.wrong(key, node, Wanted::Text);
            return None;
        };
        Some(text.trim().to_owned()).filter(|text| !text.is_empty())
    }

    /// A text, or texts by language.
    pub(super) fn text(&mut self, key: &'static str) -> Text {
        let Some(node) = self.get(key) else {
            return Text::default();
        };
        let path = self.path(key);
        self.text_of(node, path)
    }

    /// A text, or texts by language, that stands at `path`.
    pub(super) fn text_of(&mut self, node: &Node, path: KeyPath) -> Text {
        match &node.value {
            Value::Plain(text) | Value::Quoted(text) if text.trim().is_empty() => Text::default(),
            Value::Plain(text) | Value::Quoted(text) => Text::plain(text.trim()),
            Value::Mapping(_) => Text::by_language(self.languages_of(node, &path)),
            Value::Null => Text::default(),
            Value::Sequence(_) => {
                self.fault(FaultKind::WrongType(Wanted::Translated), Place::key(path), kind_of(node), None);
                Text::default()
            }
        }
    }

    fn languages_of(&mut self, node: &Node, path: &KeyPath) -> Vec<(String, String)> {
        let mut texts = Vec::new();
        for entry in node.entries() {
            let at = path.key(&entry.key);
            let Some(language) = language_code(&entry.key) else {
                let nearest = vocab::Language::find(&entry.key).map(|language| language.code.to_owned());
                self.fault(FaultKind::BadLanguage, Place::key(at), entry.key.clone(), nearest);
                continue;
            };
            match entry.value.scalar() {
                Some(text) if !text.trim().is_empty() => texts.push((language, text.trim().to_owned())),
                Some(_) => {}
                None if entry.value.is_null() => {}
                None => {
                    let found = kind_of(&entry.value);
                    self.fault(FaultKind::WrongType(Wanted::Text), Place::key(at), found, None);
                }
            }
        }
        texts
    }

    /// `true` or `false`, quoted or not.
    pub(super) fn boolean(&mut self, key: &'static str) -> Option<bool> {
        let node = self.get(key)?;
        match node.scalar().map(|text| text.trim().to_ascii_lowercase()).as_deref() {
            Some("true" | "yes" | "oui") => Some(true),
            Some("false" | "no" | "non") => Some(false),
            _ => {
                self.wrong(key, node, Wanted::Boolean);
                None
            }
        }
    }

    /// Whether it is a draft: what cannot be read as a no is taken for a yes, for a draft that is published cannot be
    /// taken back.
    pub(super) fn is_private(&mut self) -> bool {
        self.get("private").is_some() && self.boolean("private").unwrap_or(true)
    }

    /// A whole number that is not negative.
    pub(super) fn count(&mut self, key: &'static str) -> Option<u64> {
        let node = self.get(key)?;
        let number = node.scalar().and_then(|text| text.trim().parse().ok());
        if number.is_none() {
            self.wrong(key, node, Wanted::Count);
        }
        number
    }

    /// A date.
    pub(super) fn moment(&mut self, key: &'static str) -> Option<Moment> {
        let node = self.get(key)?;
        let path = self.path(key);
        self.moment_of(node, path)
    }

    /// A date that stands at `path`.
    pub(super) fn moment_of(&mut self, node: &Node, path: KeyPath) -> Option<Moment> {
        let Some(text) = node.scalar() else {
            self.fault(FaultKind::WrongType(Wanted::Text), Place::key(path), kind_of(node), None);
            return None;
        };
        if text.trim().is_empty() {
            return None;
        }
        match date::parse(text) {
            Ok(moment) => Some(moment),
            Err(fault) => {
                let nearest = fault.meant();
                self.fault(FaultKind::Date(fault), Place::value(path), text.trim().to_owned(), nearest);
                None
            }
        }
    }

    /// The items of a list; one scalar counts as a list of one. Texts with commas are one item.
    pub(super) fn list(&mut self, key: &'static str) -> Vec<(&'a Node, KeyPath)> {
        let Some(node) = self.get(key) else {
            return Vec::new();
        };
        let path = self.path(key);
        match &node.value {
            Value::Sequence(items) => {
                let items = items.iter().enumerate().filter(|(_, item)| !item.is_null());
                items.map(|(at, item)| (item, path.index(at))).collect()
            }
            _ => vec![(node, path)],
        }
    }

    /// The scalars of a list.
    pub(super) fn strings(&mut self, key: &'static str) -> Vec<String> {
        self.scalars(key).into_iter().map(|(text, ..)| text.to_owned()).collect()
    }

    /// The scalars of a list with their bytes and places, empty ones left out.
    pub(super) fn scalars(&mut self, key: &'static str) -> Vec<(&'a str, Span, KeyPath)> {
        let items = self.list(key);
        let mut scalars = Vec::with_capacity(items.len());
        for (node, path) in items {
            match node.scalar().map(str::trim) {
                Some("") => {}
                Some(text) => scalars.push((text, node.span, path)),
                None => self.fault(FaultKind::WrongType(Wanted::Text), Place::value(path), kind_of(node), None),
            }
        }
        scalars
    }

    /// The value of a mapping.
    pub(super) fn mapping(&mut self, key: &'static str) -> Option<(&'a Node, KeyPath)> {
        let node = self.get(key)?;
        if !matches!(node.value, Value::Mapping(_)) {
            self.wrong(key, node, Wanted::Mapping);
            return None;
        }
        Some((node, self.path(key)))
    }

    /// A map of free values.
    pub(super) fn extras(&mut self, key: &'static str) -> Extras {
        self.mapping(key).map(|(node, _)| json::object(node)).unwrap_or_default()
    }

    /// A code of a vocabulary with its own look-up.
    pub(super) fn code<T>(
        &mut self,
        key: &'static str,
        vocabulary: &'static str,
        find: impl Fn(&str) -> Option<&'static T>,
        nearest: impl Fn(&str) -> Option<&'static str>,
    ) -> Option<Coded<T>> {
        let raw = self.string(key)?;
        let path = self.path(key);
        Some(self.code_of(raw, path, vocabulary, find, nearest))
    }

    /// A code that stands at `path`.
    pub(super) fn code_of<T>(
        &mut self,
        raw: String,
        path: KeyPath,
        vocabulary: &'static str,
        find: impl Fn(&str) -> Option<&'static T>,
        nearest: impl Fn(&str) -> Option<&'static str>,
    ) -> Coded<T> {
        let known = find(&raw);
        if known.is_none() {
            let nearest = nearest(&raw).map(str::to_owned);
            self.fault(FaultKind::UnknownCode(vocabulary), Place::value(path), raw.clone(), nearest);
        }
        Coded { raw, known }
    }

    /// A code of a small vocabulary.
    pub(super) fn term(
        &mut self,
        key: &'static str,
        vocabulary: &'static vocab::Vocabulary,
    ) -> Option<Coded<vocab::Term>> {
        let find = |text: &str| vocabulary.find(text);
        self.code(key, vocabulary.name, find, |text| vocabulary.nearest(text))
    }

    /// Notes that a mandatory key is absent or empty.
    pub(super) fn missing(&mut self, key: &'static str) {
        let place = Place::key(self.path(key));
        self.fault(FaultKind::Missing, place, key.to_owned(), None);
    }

    /// Notes a value of the wrong type.
    pub(super) fn wrong(&mut self, key: &str, node: &Node, wanted: Wanted) {
        let path = self.path(key);
        let place = if node.scalar().is_some() { Place::value(path) } else { Place::key(path) };
        let found = match node.scalar() {
            Some(text) if text.trim().is_empty() => String::from("\"\""),
            Some(text) => text.to_owned(),
            None => kind_of(node),
        };
        self.fault(FaultKind::WrongType(wanted), place, found, None);
    }

    /// Notes a fault.
    pub(super) fn fault(&mut self, kind: FaultKind, place: Place, found: String, nearest: Option<String>) {
        self.faults.push(Fault { kind, place, other: None, found, nearest });
    }

    /// Reports the keys nobody asked for and keeps their values with the descriptor's.
    pub(super) fn finish(self) {
        let path = self.path.clone();
        let known = self.known;
        let unknown = unknown_keys(self.node, &path, &known, self.faults);
        for (key, value) in unknown {
            self.nested_unknown.insert(path.key(&key).to_string(), value);
        }
    }

    /// Reports the keys nobody asked for and gives their values, with those of nested mappings.
    pub(super) fn finish_own(self) -> Extras {
        let mut unknown = unknown_keys(self.node, &self.path, &self.known, self.faults);
        if self.path.is_root() {
            unknown.append(self.nested_unknown);
        }
        unknown
    }
}

fn unknown_keys(node: &Node, path: &KeyPath, known: &[&'static str], faults: &mut Vec<Fault>) -> Extras {
    let mut unknown = Extras::new();
    for entry in node.entries().iter().filter(|entry| !known.contains(&entry.key.as_str())) {
        let nearest = vocab::nearest(&entry.key, known.iter().copied());
        faults.push(Fault {
            kind: FaultKind::UnknownKey,
            place: Place::key(path.key(&entry.key)),
            other: None,
            found: entry.key.clone(),
            nearest: nearest.map(str::to_owned),
        });
        unknown.insert(entry.key.clone(), json::value(&entry.value));
    }
    unknown
}

/// What a value is, for people: `a list`, `a mapping`. The words are codes of the interface.
pub(super) fn kind_of(node: &Node) -> String {
    match &node.value {
        Value::Null => "null",
        Value::Plain(text) | Value::Quoted(text) => text.as_str(),
        Value::Sequence(_) => "[…]",
        Value::Mapping(_) => "{…}",
    }
    .to_owned()
}

/// A language tag as texts have it: `fr`, `pt-BR` (BCP 47: two or three letters, then subtags).
fn language_code(key: &str) -> Option<String> {
    let mut parts = key.split('-');
    let primary = parts.next()?;
    let right = (2..=3).contains(&primary.len()) && primary.bytes().all(|byte| byte.is_ascii_lowercase());
    let subtags =
        parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    (right && subtags).then(|| key.to_owned())
}
