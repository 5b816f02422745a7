//! Turtle 1.1 (W3C Recommendation of 2014).

use super::names::{Name, PREFIXES};
use super::{Iri, Sink, escape};

/// Writes Turtle.
#[derive(Debug, Default)]
pub(in crate::export) struct Turtle {
    buffer: String,
    /// The property whose first value is still to come.
    pending: Option<Name>,
}

impl Turtle {
    /// What comes before a value.
    fn value(&mut self) {
        match self.pending.take() {
            Some(name) => {
                self.buffer.push_str(" ;\n  ");
                self.buffer.push_str(name.short);
                self.buffer.push(' ');
            }
            None => self.buffer.push_str(" , "),
        }
    }

    fn bracketed(&mut self, Iri(head, tail): Iri<'_>) {
        self.buffer.push('<');
        self.buffer.push_str(head);
        self.buffer.push_str(tail);
        self.buffer.push('>');
    }

    fn quoted(&mut self, text: &str) {
        self.value();
        escape::quoted(&mut self.buffer, text);
    }
}

impl Sink for Turtle {
    fn buffer(&mut self) -> &mut String {
        &mut self.buffer
    }

    fn start(&mut self) {
        for (prefix, namespace) in PREFIXES {
            for piece in ["@prefix ", prefix, ": <", namespace, "> .\n"] {
                self.buffer.push_str(piece);
            }
        }
        self.buffer.push('\n');
    }

    fn finish(&mut self) {}

    fn begin(&mut self, subject: Iri<'_>, types: &[Name]) {
        self.bracketed(subject);
        for (at, class) in types.iter().enumerate() {
            self.buffer.push_str(if at == 0 { " a " } else { " , " });
            self.buffer.push_str(class.short);
        }
    }

    fn end(&mut self) {
        self.pending = None;
        self.buffer.push_str(" .\n");
    }

    fn property(&mut self, name: Name) {
        self.pending = Some(name);
    }

    fn iri(&mut self, iri: Iri<'_>) {
        self.value();
        self.bracketed(iri);
    }

    fn text(&mut self, text: &str, language: &str) {
        self.quoted(text);
        if !language.is_empty() {
            self.buffer.push('@');
            self.buffer.push_str(language);
        }
    }

    fn typed(&mut self, value: &str, datatype: Name) {
        self.quoted(value);
        self.buffer.push_str("^^");
        match datatype.short {
            "" => self.bracketed(Iri(datatype.namespace, datatype.local)),
            short => self.buffer.push_str(short),
        }
    }
}
