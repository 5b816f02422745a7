//! Takes what a graph says about one thing and its parts; what nobody took is kept and reported.

use serde_json::{Map, Value as Json};

use super::Catalog;
use super::graph::{Graph, Term, is_blank};
use crate::date;
use crate::import::values::{date_value, set};
use crate::import::{Reason, Unplaced};
use crate::model::Extras;
use crate::vocab::Language;

/// How deep things without IRI are kept within each other.
const MAX_DEPTH: usize = 8;

/// A thing while it is converted.
pub(super) struct Reading<'a> {
    pub(super) catalog: &'a Catalog<'a>,
    /// Its IRI.
    pub(super) thing: &'a str,
    /// What reports name: the dataset of a resource, else the thing.
    subject: &'a str,
    /// The language of texts that need not say theirs: that of the data when it has one, else the
    /// catalogue's; empty when neither says.
    language: String,
    /// `resources[2].` for a resource, empty at the top.
    prefix: String,
    /// Things that are only part of this one, by the property that leads there.
    parts: Vec<(&'static str, &'a str)>,
    /// What was reported.
    pub(super) unplaced: Vec<Unplaced>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(catalog: &'a Catalog<'a>, thing: &'a str) -> Self {
        let mut languages = catalog.graph.peek(thing, "dct:language").filter_map(|term| Language::find(term.as_str()));
        let language = match (languages.next(), languages.next()) {
            (Some(language), None) => language.code.to_owned(),
            _ => catalog.language.clone(),
        };
        Self {
            catalog,
            thing,
            subject: thing,
            language,
            prefix: String::new(),
            parts: Vec::new(),
            unplaced: Vec::new(),
        }
    }

    /// A resource of this dataset.
    pub(super) fn resource(&self, thing: &'a str, at: usize) -> Self {
        let (prefix, language) = (format!("resources[{at}]."), self.language.clone());
        Self { subject: self.subject, prefix, language, ..Self::new(self.catalog, thing) }
    }

    pub(super) fn graph(&self) -> &'a Graph {
        self.catalog.graph
    }

    /// The values of a property of the thing.
    pub(super) fn take(&self, property: &str) -> Vec<&'a Term> {
        self.graph().take(self.thing, property)
    }

    /// The values of a property that `find` can place, crossed off; the others stay.
    pub(super) fn placed<T>(&self, property: &str, find: impl Fn(&'a Term) -> Option<T>) -> Vec<T> {
        let mut placed = Vec::new();
        for term in self.graph().peek(self.thing, property) {
            if let Some(found) = find(term) {
                self.graph().cross_off(self.thing, property, term);
                placed.push(found);
            }
        }
        placed
    }

    /// The things that a property names and that the graph describes.
    pub(super) fn described(&self, property: &str) -> Vec<&'a str> {
        self.placed(property, |term| term.node().filter(|node| self.graph().describes(node)))
    }

    /// The things that a property names and that are parts of this one.
    pub(super) fn parts(&mut self, property: &'static str) -> Vec<&'a str> {
        let parts = self.described(property);
        self.parts.extend(parts.iter().map(|part| (property, *part)));
        parts
    }

    /// Lets another thing be a part of this one.
    pub(super) fn part(&mut self, property: &'static str, part: &'a str) {
        self.parts.push((property, part));
    }

    /// The text of a property.
    pub(super) fn text(&self, property: &str) -> Json {
        self.text_of(self.thing, property)
    }

    /// The text of a property of a part: a string, or one for each language. Of two texts in one
    /// language the first is taken.
    pub(super) fn text_of(&self, part: &str, property: &str) -> Json {
        let mut texts: Map<String, Json> = Map::new();
        for term in self.graph().peek(part, property) {
            let Term::Literal { value, language } = term else { continue };
            if value.trim().is_empty() || texts.contains_key(language) {
                continue;
            }
            texts.insert(language.clone(), Json::from(value.as_str()));
            self.graph().cross_off(part, property, term);
        }
        self.in_few_words(texts)
    }

    /// A text in the one language that needs no word is a string.
    fn in_few_words(&self, mut texts: Map<String, Json>) -> Json {
        let is_alone = texts.len() == 1;
        let plain = texts.get("").or_else(|| texts.get(&self.language)).filter(|_| is_alone);
        if let Some(plain) = plain {
            return plain.clone();
        }
        if let Some(unsaid) = texts.shift_remove("") {
            texts.entry(self.language.clone()).or_insert(unsaid);
        }
        if texts.is_empty() { Json::Null } else { Json::Object(texts) }
    }

    /// The one value of a property that has one value.
    pub(super) fn one(&self, property: &str) -> Option<&'a str> {
        self.graph().take_one(self.thing, property).map(Term::as_str)
    }

    /// The one value of a property of a part.
    pub(super) fn one_of(&self, part: &str, property: &str) -> Option<&'a str> {
        self.graph().take_one(part, property).map(Term::as_str)
    }

    /// Sets a date.
    pub(super) fn date(&mut self, values: &mut Extras, key: &str, property: &str) {
        self.date_of(self.thing, values, key, property);
    }

    /// Sets a date of a part; what is no date stays and is reported.
    pub(super) fn date_of(&mut self, part: &str, values: &mut Extras, key: &str, property: &str) {
        let Some(term) = self.graph().peek(part, property).next() else { return };
        if date::parse(term.as_str()).is_ok() {
            set(values, key, date_value(term.as_str().trim()));
            self.graph().cross_off(part, property, term);
        }
    }

    /// The first value of a property that a vocabulary knows; the others stay.
    pub(super) fn code<T>(&self, property: &str, find: impl Fn(&str) -> Option<T>) -> Option<T> {
        self.codes(property, find).into_iter().next()
    }

    /// The values of a property that a vocabulary knows; the others stay.
    pub(super) fn codes<T>(&self, property: &str, find: impl Fn(&str) -> Option<T>) -> Vec<T> {
        self.codes_of(self.thing, property, find)
    }

    /// The values of a property of a part that a vocabulary knows, by IRI or by label.
    pub(super) fn codes_of<T>(&self, part: &str, property: &str, find: impl Fn(&str) -> Option<T>) -> Vec<T> {
        let mut found = Vec::new();
        for term in self.graph().peek(part, property) {
            let labels = ["rdf:value", "rdfs:label", "skos:prefLabel", "dct:title"];
            let labelled =
                || labels.iter().find_map(|label| find(self.graph().peek(term.node()?, label).next()?.as_str()));
            if let Some(code) = find(term.as_str()).or_else(labelled) {
                self.graph().cross_off(part, property, term);
                found.push(code);
            }
        }
        found
    }

    /// Keeps what is left under `extras` and reports it.
    pub(super) fn finish(&mut self, values: &mut Extras) {
        let mut extras = Extras::new();
        let own = std::iter::once(("", self.thing)).chain(std::mem::take(&mut self.parts));
        for (way, part) in own.collect::<Vec<_>>() {
            for (property, term) in self.graph().left(part).collect::<Vec<_>>() {
                let key = if way.is_empty() { property } else { format!("{way}/{property}") };
                let kept = self.json(term, 0);
                self.report(&key, &kept);
                keep(&mut extras, key, kept);
            }
            self.graph().skip(part);
        }
        set(values, "extras", extras);
    }

    fn report(&mut self, key: &str, value: &Json) {
        let is_date = matches!(key, "dct:issued" | "dct:modified");
        let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        self.unplaced.push(Unplaced {
            path: self.graph().file_of(self.subject).to_owned(),
            line: 0,
            column: 0,
            key: format!("{} {}{key}", self.subject, self.prefix),
            value,
            reason: if is_date { Reason::NotADate } else { Reason::NoField },
            kept: Some(format!("{}extras.{key}", self.prefix)),
        });
    }

    /// A value with all that is said of it when it has no IRI.
    fn json(&self, term: &Term, depth: usize) -> Json {
        let Some(node) = term.node().filter(|node| is_blank(node)) else {
            return Json::from(term.as_str());
        };
        let mut inner = Extras::new();
        if depth < MAX_DEPTH {
            for (property, term) in self.graph().left(node) {
                keep(&mut inner, property, self.json(term, depth + 1));
            }
        }
        Json::Object(inner)
    }
}

/// Adds a value; a second one of a key makes a list.
fn keep(values: &mut Extras, key: String, value: Json) {
    match values.get_mut(&key) {
        Some(Json::Array(list)) => list.push(value),
        Some(one) => *one = Json::Array(vec![one.take(), value]),
        None => {
            values.insert(key, value);
        }
    }
}
