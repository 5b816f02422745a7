//! The graph of a DCAT file, in which every statement that was read is crossed off.
//!
//! RDF has no order, but a file has: statements about one thing stay in that of the file, so that
//! resources and keywords come as somebody put them.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use oxjsonld::JsonLdParser;
use oxrdf::{NamedOrBlankNode, Term as Object, Triple};
use oxttl::TurtleParser;

use super::names;

/// What a statement says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Term {
    /// A thing: its IRI, or `_:` and a label.
    Node(String),
    /// A text or another value.
    Literal {
        /// As it is written.
        value: String,
        /// Its language; empty when not said.
        language: String,
    },
}

impl Term {
    /// The IRI, or the text.
    pub(super) fn as_str(&self) -> &str {
        match self {
            Self::Node(text) | Self::Literal { value: text, .. } => text,
        }
    }

    /// The IRI of a thing that has one.
    pub(super) fn iri(&self) -> Option<&str> {
        match self {
            Self::Node(iri) => (!is_blank(iri)).then_some(iri),
            Self::Literal { .. } => None,
        }
    }

    /// The thing it names.
    pub(super) fn node(&self) -> Option<&str> {
        match self {
            Self::Node(node) => Some(node),
            Self::Literal { .. } => None,
        }
    }
}

/// Whether a thing has no IRI.
pub(super) fn is_blank(node: &str) -> bool {
    node.starts_with("_:")
}

/// A statement about a thing.
#[derive(Debug)]
struct Fact {
    predicate: String,
    object: Term,
    is_read: Cell<bool>,
}

/// Statements by the thing they are about.
#[derive(Debug, Default)]
pub(super) struct Graph {
    facts: BTreeMap<String, Vec<Fact>>,
    /// Things in the order of the file.
    order: Vec<String>,
    /// The file that first says something about a thing.
    files: BTreeMap<String, String>,
    /// Own labels of things without IRI, by file and label there: readers give them other ones each time.
    labels: BTreeMap<(String, String), String>,
    /// Where a thing is the value, by that thing: what says so, and the place of the statement.
    by_object: BTreeMap<String, Vec<(String, usize)>>,
}

/// A file could not be read to its end.
#[derive(Debug)]
pub(super) struct Broken {
    /// Line and column, from 1, where they are known.
    pub(super) place: Option<(u32, u32)>,
    /// What is wrong, in English.
    pub(super) message: String,
}

impl Graph {
    /// Adds the statements of a file. Those before a fault stay.
    pub(super) fn read(&mut self, path: &str, bytes: &[u8]) -> Result<(), Broken> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        if path.ends_with(".ttl") {
            for triple in TurtleParser::new().for_slice(bytes) {
                let triple = triple.map_err(|fault| {
                    let at = fault.location().start;
                    let place = (u32::try_from(at.line).unwrap_or(0) + 1, u32::try_from(at.column).unwrap_or(0) + 1);
                    Broken { place: Some(place), message: fault.to_string() }
                })?;
                self.add(path, triple);
            }
            return Ok(());
        }
        if is_too_deep(bytes) {
            let message = format!("nested deeper than {MAX_DEPTH} levels");
            return Err(Broken { place: None, message });
        }
        for quad in JsonLdParser::new().for_slice(bytes) {
            let quad = quad.map_err(|fault| Broken { place: None, message: fault.to_string() })?;
            self.add(path, Triple::new(quad.subject, quad.predicate, quad.object));
        }
        Ok(())
    }

    fn add(&mut self, path: &str, triple: Triple) {
        let subject = match triple.subject {
            NamedOrBlankNode::NamedNode(node) => node.into_string(),
            NamedOrBlankNode::BlankNode(node) => self.label(path, node.as_str()),
        };
        let object = match triple.object {
            Object::NamedNode(node) => Term::Node(node.into_string()),
            Object::BlankNode(node) => Term::Node(self.label(path, node.as_str())),
            Object::Literal(literal) => {
                let language = literal.language().unwrap_or("").to_owned();
                Term::Literal { value: literal.value().to_owned(), language }
            }
        };
        let facts = self.facts.entry(subject.clone()).or_insert_with(|| {
            self.order.push(subject.clone());
            self.files.insert(subject.clone(), path.to_owned());
            Vec::new()
        });
        let predicate = triple.predicate.into_string();
        if let Term::Node(node) = &object {
            self.by_object.entry(node.clone()).or_default().push((subject, facts.len()));
        }
        facts.push(Fact { predicate, object, is_read: Cell::new(false) });
    }

    /// The label of a thing without IRI, by the order in which they come.
    fn label(&mut self, path: &str, label: &str) -> String {
        let next = format!("_:{}", self.labels.len() + 1);
        self.labels.entry((path.to_owned(), label.to_owned())).or_insert(next).clone()
    }

    /// The file that first says something about a thing.
    pub(super) fn file_of(&self, thing: &str) -> &str {
        self.files.get(thing).map_or("", String::as_str)
    }

    /// Things of a class, in the order of the file.
    pub(super) fn of_class(&self, class: &str) -> Vec<&str> {
        let things = self.order.iter().map(String::as_str);
        things.filter(|thing| self.is_a(thing, class)).collect()
    }

    /// Whether a thing is of a class.
    pub(super) fn is_a(&self, thing: &str, class: &str) -> bool {
        let class = names::expand(class);
        self.peek(thing, "rdf:type").any(|term| term.as_str() == class)
    }

    /// The values of a property, each once, not crossed off.
    pub(super) fn peek<'a>(&'a self, thing: &str, property: &str) -> impl Iterator<Item = &'a Term> + use<'a> {
        let property = names::expand(property);
        let facts = self.facts.get(thing).map_or(&[][..], Vec::as_slice);
        let mut seen = BTreeSet::new();
        let values = facts.iter().filter(move |fact| fact.predicate == property).map(|fact| &fact.object);
        values.filter(move |value| seen.insert(*value))
    }

    /// The values of a property, each once, crossed off.
    pub(super) fn take(&self, thing: &str, property: &str) -> Vec<&Term> {
        let values: Vec<&Term> = self.peek(thing, property).collect();
        let property = names::expand(property);
        let facts = self.facts.get(thing).into_iter().flatten();
        facts.filter(|fact| fact.predicate == property).for_each(|fact| fact.is_read.set(true));
        values
    }

    /// The first value of a property; the others stay as they are.
    pub(super) fn take_one(&self, thing: &str, property: &str) -> Option<&Term> {
        let value = self.peek(thing, property).next()?;
        self.cross_off(thing, property, value);
        Some(value)
    }

    /// Crosses one statement off.
    pub(super) fn cross_off(&self, thing: &str, property: &str, value: &Term) {
        let property = names::expand(property);
        let facts = self.facts.get(thing).into_iter().flatten();
        for fact in facts.filter(|fact| fact.predicate == property && fact.object == *value) {
            fact.is_read.set(true);
        }
    }

    /// Crosses off all that is said about a thing.
    pub(super) fn skip(&self, thing: &str) {
        for fact in self.facts.get(thing).into_iter().flatten() {
            fact.is_read.set(true);
        }
    }

    /// Things that say of another that it is the value of a property, in the order of the file.
    pub(super) fn saying<'a>(&'a self, property: &str, value: &str) -> Vec<&'a str> {
        let places = self.by_object.get(value).into_iter().flatten();
        let property = names::expand(property);
        let says = |(subject, place): &&(String, usize)| self.facts[subject][*place].predicate == property;
        places.filter(says).map(|(subject, _)| subject.as_str()).collect()
    }

    /// Whether anything is said about a thing.
    pub(super) fn describes(&self, thing: &str) -> bool {
        self.facts.contains_key(thing)
    }

    /// What nobody read about a thing, but its classes: property in short and value.
    pub(super) fn left(&self, thing: &str) -> impl Iterator<Item = (String, &Term)> {
        let facts = self.facts.get(thing).into_iter().flatten();
        let left = facts.filter(|fact| !fact.is_read.get() && fact.predicate != names::expand("rdf:type"));
        left.map(|fact| (names::shorten(&fact.predicate), &fact.object))
    }

    /// The values of a property that nobody read.
    pub(super) fn left_of(&self, thing: &str, property: &str) -> Vec<&Term> {
        let property = names::expand(property);
        let facts = self.facts.get(thing).into_iter().flatten();
        let left = facts.filter(|fact| !fact.is_read.get() && fact.predicate == property);
        left.map(|fact| &fact.object).collect()
    }

    /// All things, in the order of the file.
    pub(super) fn things(&self) -> impl Iterator<Item = &str> {
        self.order.iter().map(String::as_str)
    }
}

/// Levels that a JSON-LD file may have: its reader goes down one by one on the stack.
const MAX_DEPTH: usize = 128;

fn is_too_deep(json: &[u8]) -> bool {
    let (mut depth, mut in_text, mut is_escaped) = (0_usize, false, false);
    for byte in json {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if in_text => is_escaped = true,
            b'"' => in_text = !in_text,
            b'[' | b'{' if !in_text => depth += 1,
            b']' | b'}' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MAX_DEPTH {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    const TURTLE: &str = "@prefix dct: <http://purl.org/dc/terms/> .
<urn:x:a> a <http://www.w3.org/ns/dcat#Dataset> ; dct:title \"Z\"@en, \"A\"@fr ; dct:subject [ dct:title \"inner\" ] .";

    #[test]
    fn statements_stay_in_the_order_of_the_file_and_are_crossed_off() {
        let mut graph = Graph::default();
        graph.read("a.ttl", TURTLE.as_bytes()).expect("readable");
        graph.read("b.ttl", TURTLE.as_bytes()).expect("readable");
        assert_eq!(graph.of_class("dcat:Dataset"), ["urn:x:a"]);
        let titles: Vec<&str> = graph.take("urn:x:a", "dct:title").into_iter().map(Term::as_str).collect();
        assert_eq!(titles, ["Z", "A"]);
        let left: Vec<String> = graph.left("urn:x:a").map(|(property, _)| property).collect();
        assert_eq!(left, ["dct:subject", "dct:subject"], "two files, two things without IRI");
    }

    #[test]
    fn a_fault_is_told_with_its_place() {
        let mut graph = Graph::default();
        let broken = graph.read("a.ttl", b"<urn:x:a> <urn:x:p> 1 .\n<urn:x:b> oops").expect_err("a fault");
        assert_eq!(broken.place.map(|(line, _)| line), Some(2));
        assert!(graph.describes("urn:x:a"));
        let deep = "[".repeat(200_000);
        assert!(graph.read("a.jsonld", deep.as_bytes()).is_err());
        assert!(graph.read("a.jsonld", b"{\"@context\": \"https://remote.example/context\"}").is_err());
    }
}
