//! RDF 1.1 XML Syntax (W3C Recommendation of 2014).

use super::names::{Name, PREFIXES};
use super::{Iri, Sink, escape};

/// Writes RDF/XML.
#[derive(Debug, Default)]
pub(in crate::export) struct Xml {
    buffer: String,
    /// Name of the element of the node.
    node: &'static str,
    /// Name of the element of the values.
    property: &'static str,
}

impl Xml {
    fn push(&mut self, pieces: &[&str]) {
        for piece in pieces {
            self.buffer.push_str(piece);
        }
    }

    fn escaped(&mut self, text: &str) {
        escape::push(&mut self.buffer, text, |byte| match byte {
            b'&' => Some("&amp;"),
            b'<' => Some("&lt;"),
            b'>' => Some("&gt;"),
            b'"' => Some("&quot;"),
            // Parsers make a line feed of it otherwise.
            b'\r' => Some("&#13;"),
            _ => None,
        });
    }

    fn address(&mut self, Iri(head, tail): Iri<'_>) {
        self.escaped(head);
        self.escaped(tail);
    }

    fn content(&mut self, text: &str) {
        self.buffer.push('>');
        self.escaped(text);
        self.push(&["</", self.property, ">\n"]);
    }
}

impl Sink for Xml {
    fn buffer(&mut self) -> &mut String {
        &mut self.buffer
    }

    fn start(&mut self) {
        self.buffer.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF");
        for (prefix, namespace) in PREFIXES {
            self.push(&["\n xmlns:", prefix, "=\"", namespace, "\""]);
        }
        self.buffer.push_str(">\n");
    }

    fn finish(&mut self) {
        self.buffer.push_str("</rdf:RDF>\n");
    }

    fn begin(&mut self, subject: Iri<'_>, types: &[Name]) {
        let (first, others) =
            types.split_first().map_or(("rdf:Description", types), |(first, rest)| (first.short, rest));
        self.node = first;
        self.push(&["<", first, " rdf:about=\""]);
        self.address(subject);
        self.buffer.push_str("\">\n");
        for class in others {
            self.push(&["<rdf:type rdf:resource=\"", class.namespace, class.local, "\"/>\n"]);
        }
    }

    fn end(&mut self) {
        self.push(&["</", self.node, ">\n"]);
    }

    fn property(&mut self, name: Name) {
        self.property = name.short;
    }

    fn iri(&mut self, iri: Iri<'_>) {
        self.push(&["<", self.property, " rdf:resource=\""]);
        self.address(iri);
        self.buffer.push_str("\"/>\n");
    }

    fn text(&mut self, text: &str, language: &str) {
        self.push(&["<", self.property]);
        if !language.is_empty() {
            self.push(&[" xml:lang=\"", language, "\""]);
        }
        self.content(text);
    }

    fn typed(&mut self, value: &str, datatype: Name) {
        self.push(&["<", self.property, " rdf:datatype=\"", datatype.namespace, datatype.local, "\""]);
        self.content(value);
    }
}
