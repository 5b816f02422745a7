//! Short names of properties and classes.

/// Prefixes of the vocabularies that DCAT files use.
const PREFIXES: [(&str, &str); 21] = [
    ("adms", "http://www.w3.org/ns/adms#"),
    ("dc", "http://purl.org/dc/elements/1.1/"),
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dcatap", "http://data.europa.eu/r5r/"),
    ("dct", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("geo", "http://www.opengis.net/ont/geosparql#"),
    ("geodcat", "http://data.europa.eu/930/"),
    ("hydra", "http://www.w3.org/ns/hydra/core#"),
    ("locn", "http://www.w3.org/ns/locn#"),
    ("odrl", "http://www.w3.org/ns/odrl/2/"),
    ("org", "http://www.w3.org/ns/org#"),
    ("owl", "http://www.w3.org/2002/07/owl#"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("schema", "http://schema.org/"),
    ("schemas", "https://schema.org/"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("spdx", "http://spdx.org/rdf/terms#"),
    ("vcard", "http://www.w3.org/2006/vcard/ns#"),
];

/// The IRI of a short name: `dct:title`.
pub(super) fn expand(short: &str) -> String {
    let known = short.split_once(':').and_then(|(prefix, name)| {
        let (_, base) = PREFIXES.iter().find(|(known, _)| *known == prefix)?;
        Some(format!("{base}{name}"))
    });
    known.unwrap_or_else(|| short.to_owned())
}

/// The short name of an IRI; the IRI when its vocabulary is none of these.
pub(super) fn shorten(iri: &str) -> String {
    let known = PREFIXES.iter().find_map(|(prefix, base)| Some((prefix, iri.strip_prefix(base)?)));
    known.map_or_else(|| iri.to_owned(), |(prefix, name)| format!("{prefix}:{name}"))
}
