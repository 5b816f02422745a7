//! JSON-LD 1.1 (W3C Recommendation of 2020), flat, with its context inside: a remote one would be fetched at every
//! reading.

use super::names::{Name, PREFIXES};
use super::{Iri, Sink, escape};

/// Writes JSON-LD.
#[derive(Debug, Default)]
pub(in crate::export) struct JsonLd {
    buffer: String,
    /// Whether a node was written.
    has_node: bool,
    /// The property whose first value is still to come.
    pending: Option<Name>,
    /// Whether a list of values is open.
    in_list: bool,
}

impl JsonLd {
    fn push(&mut self, pieces: &[&str]) {
        for piece in pieces {
            self.buffer.push_str(piece);
        }
    }

    /// What comes before a value.
    fn value(&mut self) {
        match self.pending.take() {
            Some(name) => {
                self.push(&[",\n\"", name.short, "\":["]);
                self.in_list = true;
            }
            None => self.buffer.push(','),
        }
    }

    fn close(&mut self) {
        if std::mem::take(&mut self.in_list) {
            self.buffer.push(']');
        }
        self.pending = None;
    }

    fn quoted(&mut self, text: &str) {
        self.value();
        self.buffer.push_str("{\"@value\":");
        escape::quoted(&mut self.buffer, text);
    }
}

impl Sink for JsonLd {
    fn buffer(&mut self) -> &mut String {
        &mut self.buffer
    }

    fn start(&mut self) {
        self.buffer.push_str("{\"@context\":{");
        for (at, (prefix, namespace)) in PREFIXES.iter().enumerate() {
            self.push(&[if at == 0 { "\n\"" } else { ",\n\"" }, prefix, "\":\"", namespace, "\""]);
        }
        self.buffer.push_str("\n},\n\"@graph\":[");
    }

    fn finish(&mut self) {
        self.buffer.push_str("\n]}\n");
    }

    fn begin(&mut self, Iri(head, tail): Iri<'_>, types: &[Name]) {
        let separator = if std::mem::replace(&mut self.has_node, true) { "," } else { "" };
        self.push(&[separator, "\n{\"@id\":\"", head, tail, "\",\"@type\":["]);
        for (at, class) in types.iter().enumerate() {
            self.push(&[if at == 0 { "\"" } else { ",\"" }, class.short, "\""]);
        }
        self.buffer.push(']');
    }

    fn end(&mut self) {
        self.close();
        self.buffer.push('}');
    }

    fn property(&mut self, name: Name) {
        self.close();
        self.pending = Some(name);
    }

    fn iri(&mut self, Iri(head, tail): Iri<'_>) {
        self.value();
        self.push(&["{\"@id\":\"", head, tail, "\"}"]);
    }

    fn text(&mut self, text: &str, language: &str) {
        self.quoted(text);
        if !language.is_empty() {
            self.push(&[",\"@language\":\"", language, "\""]);
        }
        self.buffer.push('}');
    }

    fn typed(&mut self, value: &str, datatype: Name) {
        self.quoted(value);
        match datatype.short {
            "" => self.push(&[",\"@type\":\"", datatype.namespace, datatype.local, "\"}"]),
            short => self.push(&[",\"@type\":\"", short, "\"}"]),
        }
    }
}
