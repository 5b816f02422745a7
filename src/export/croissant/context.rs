//! The JSON-LD context that Croissant 1.0 prescribes, with the language of the texts.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// The context.
pub(super) struct JsonLd<'a> {
    pub(super) language: &'a str,
}

/// Names and what they stand for, in the order of the specification.
const TERMS: [(&str, &str); 32] = [
    ("@vocab", "https://schema.org/"),
    ("citeAs", "cr:citeAs"),
    ("column", "cr:column"),
    ("conformsTo", "dct:conformsTo"),
    ("cr", "http://mlcommons.org/croissant/"),
    ("rai", "http://mlcommons.org/croissant/RAI/"),
    ("dct", "http://purl.org/dc/terms/"),
    ("extract", "cr:extract"),
    ("field", "cr:field"),
    ("fileProperty", "cr:fileProperty"),
    ("fileObject", "cr:fileObject"),
    ("fileSet", "cr:fileSet"),
    ("format", "cr:format"),
    ("includes", "cr:includes"),
    ("isLiveDataset", "cr:isLiveDataset"),
    ("jsonPath", "cr:jsonPath"),
    ("key", "cr:key"),
    ("md5", "cr:md5"),
    ("parentField", "cr:parentField"),
    ("path", "cr:path"),
    ("recordSet", "cr:recordSet"),
    ("references", "cr:references"),
    ("regex", "cr:regex"),
    ("repeated", "cr:repeated"),
    ("replace", "cr:replace"),
    ("samplingRate", "cr:samplingRate"),
    ("sc", "https://schema.org/"),
    ("separator", "cr:separator"),
    ("source", "cr:source"),
    ("subField", "cr:subField"),
    ("transform", "cr:transform"),
    ("equivalentProperty", "cr:equivalentProperty"),
];

/// Names whose values are of a type.
const TYPED: [(&str, &str, &str); 3] =
    [("data", "cr:data", "@json"), ("dataType", "cr:dataType", "@vocab"), ("examples", "cr:examples", "@json")];

#[derive(Serialize)]
struct Typed {
    #[serde(rename = "@id")]
    id: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
}

impl Serialize for JsonLd<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("@language", self.language)?;
        for (name, value) in TERMS {
            map.serialize_entry(name, value)?;
        }
        for (name, id, kind) in TYPED {
            map.serialize_entry(name, &Typed { id, kind })?;
        }
        map.end()
    }
}
