//! Writers of RDF: the same calls of a [`Sink`] make Turtle, RDF/XML or JSON-LD, piece by piece.
//!
//! A description is a sequence of nodes, none inside another. All values of a property come one after the other, since
//! JSON has a key once. Nothing is kept but the buffer, which whoever writes empties from time to time.

mod escape;
mod json_ld;
pub(super) mod names;
mod turtle;
mod xml;

pub(super) use json_ld::JsonLd;
pub(super) use turtle::Turtle;
pub(super) use xml::Xml;

use crate::date::Moment;
use names::{Name, xsd};

/// An IRI in two pieces: of a thing and of its part, or of a vocabulary and a code. Both must be fit for an IRI as they
/// are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Iri<'t>(pub(super) &'t str, pub(super) &'t str);

impl<'t> From<&'t str> for Iri<'t> {
    fn from(iri: &'t str) -> Self {
        Self(iri, "")
    }
}

impl<'t> From<&'t String> for Iri<'t> {
    fn from(iri: &'t String) -> Self {
        Self(iri, "")
    }
}

/// What takes triples and writes them into its buffer.
pub(super) trait Sink {
    /// What has been written and not been taken.
    fn buffer(&mut self) -> &mut String;
    /// The head of the document.
    fn start(&mut self);
    /// The foot of the document.
    fn finish(&mut self);
    /// A node of these types, one at least.
    fn begin(&mut self, subject: Iri<'_>, types: &[Name]);
    /// The end of the node.
    fn end(&mut self);
    /// The property that the following values are of. One without values leaves no trace.
    fn property(&mut self, name: Name);
    /// A value that is a node.
    fn iri(&mut self, iri: Iri<'_>);
    /// A value that is a text, in a language where that is not empty.
    fn text(&mut self, text: &str, language: &str);
    /// A value of a datatype.
    fn typed(&mut self, value: &str, datatype: Name);

    /// A property with one node.
    fn link<'t>(&mut self, name: Name, iri: impl Into<Iri<'t>>) {
        self.property(name);
        self.iri(iri.into());
    }

    /// A property with one text of no language.
    fn say(&mut self, name: Name, text: &str) {
        self.property(name);
        self.text(text, "");
    }

    /// A property with one date, when there is one, as precise as it is known.
    fn date(&mut self, name: Name, moment: Option<Moment>) {
        let Some(moment) = moment else { return };
        let datatype = match (moment.second_of_day, moment.date.month(), moment.date.day()) {
            (Some(_), ..) => xsd::DATE_TIME,
            (None, Some(_), Some(_)) => xsd::DATE,
            (None, Some(_), None) => xsd::G_YEAR_MONTH,
            (None, None, _) => xsd::G_YEAR,
        };
        self.property(name);
        self.typed(&moment.to_string(), datatype);
    }
}

#[cfg(test)]
mod tests {
    use super::names::{GEO_JSON, dcat, dct, foaf};
    use super::*;

    fn written(mut sink: impl Sink) -> String {
        sink.start();
        sink.begin(Iri("https://a.example/id/1", "#x"), &[foaf::AGENT, foaf::PERSON]);
        sink.property(dct::TITLE);
        sink.text("a \"b\" \\\n<c> & d\r\té", "fr");
        sink.text("plain", "");
        sink.property(dct::LANGUAGE);
        sink.property(dcat::DATASET);
        sink.iri(Iri("https://b.example/?x=1&y=2", ""));
        sink.property(dcat::BBOX);
        sink.typed("{}", GEO_JSON);
        sink.date(dct::ISSUED, crate::date::parse("2024-05").ok());
        sink.end();
        sink.begin(Iri("urn:uuid:2", ""), &[foaf::AGENT]);
        sink.end();
        sink.finish();
        std::mem::take(sink.buffer())
    }

    #[test]
    fn turtle_is_written_as_turtle() {
        let text = written(Turtle::default());
        let body = &text[text.find("<https://a").expect("a node")..];
        assert!(text.starts_with("@prefix adms: <http://www.w3.org/ns/adms#> .\n"));
        assert_eq!(
            body,
            "<https://a.example/id/1#x> a foaf:Agent , foaf:Person ;\n  dct:title \
             \"a \\\"b\\\" \\\\\\n<c> & d\\r\\té\"@fr , \"plain\" ;\n  dcat:dataset <https://b.example/?x=1&y=2> ;\n  \
             dcat:bbox \"{}\"^^<https://www.iana.org/assignments/media-types/application/vnd.geo+json> ;\n  \
             dct:issued \"2024-05\"^^xsd:gYearMonth .\n<urn:uuid:2> a foaf:Agent .\n"
        );
    }

    #[test]
    fn xml_is_written_as_xml() {
        let text = written(Xml::default());
        let body = &text[text.find("<foaf:Agent").expect("a node")..];
        assert_eq!(
            body,
            "<foaf:Agent rdf:about=\"https://a.example/id/1#x\">\n\
             <rdf:type rdf:resource=\"http://xmlns.com/foaf/0.1/Person\"/>\n\
             <dct:title xml:lang=\"fr\">a &quot;b&quot; \\\n&lt;c&gt; &amp; d&#13;\té</dct:title>\n\
             <dct:title>plain</dct:title>\n\
             <dcat:dataset rdf:resource=\"https://b.example/?x=1&amp;y=2\"/>\n\
             <dcat:bbox rdf:datatype=\"https://www.iana.org/assignments/media-types/application/vnd.geo+json\">{}</dcat:bbox>\n\
             <dct:issued rdf:datatype=\"http://www.w3.org/2001/XMLSchema#gYearMonth\">2024-05</dct:issued>\n\
             </foaf:Agent>\n<foaf:Agent rdf:about=\"urn:uuid:2\">\n</foaf:Agent>\n</rdf:RDF>\n"
        );
    }

    #[test]
    fn json_is_written_as_json() {
        let document: serde_json::Value = serde_json::from_str(&written(JsonLd::default())).expect("JSON");
        let expected = serde_json::json!([
            {
                "@id": "https://a.example/id/1#x",
                "@type": ["foaf:Agent", "foaf:Person"],
                "dct:title": [{"@value": "a \"b\" \\\n<c> & d\r\té", "@language": "fr"}, {"@value": "plain"}],
                "dcat:dataset": [{"@id": "https://b.example/?x=1&y=2"}],
                "dcat:bbox": [{
                    "@value": "{}",
                    "@type": "https://www.iana.org/assignments/media-types/application/vnd.geo+json"
                }],
                "dct:issued": [{"@value": "2024-05", "@type": "xsd:gYearMonth"}],
            },
            {"@id": "urn:uuid:2", "@type": ["foaf:Agent"]},
        ]);
        assert_eq!(document["@graph"], expected);
        assert_eq!(document["@context"]["dct"], "http://purl.org/dc/terms/");
    }
}
