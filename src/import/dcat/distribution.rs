//! Distributions: the resources of a dataset.

use serde_json::{Map, Value as Json, json};

use super::graph::Term;
use super::reading::Reading;
use super::uuid_of;
use crate::import::identity::Resources;
use crate::import::values::set;
use crate::model::Extras;
use crate::vocab::checksum::Checksum;
use crate::vocab::resource_type::RESOURCE_TYPES;
use crate::vocab::{Format, Language, License};

/// The resources of a dataset of some licence, in the order of the file.
pub(super) fn convert_all(reading: &mut Reading<'_>, ids: &mut Resources, license: Option<&Json>) -> Vec<Json> {
    let mut resources = Vec::new();
    for (at, thing) in reading.described("dcat:distribution").into_iter().enumerate() {
        let mut inner = reading.resource(thing, at);
        let mut values = convert(&mut inner);
        let text = |key: &str| values.get(key).and_then(Json::as_str).unwrap_or("");
        let is_the_datasets = values.get("license").is_some() && values.get("license") == license;
        let derived = ids.next(text("url"), text("title"));
        if is_the_datasets {
            values.shift_remove("license");
        }
        set(&mut values, "id", uuid_of(thing).unwrap_or(derived).to_string());
        resources.push(Json::Object(values));
        reading.unplaced.append(&mut inner.unplaced);
    }
    resources
}

fn convert(reading: &mut Reading<'_>) -> Extras {
    let mut values = Extras::new();
    let format = |text: &str| Format::find(text).map(|format| format.id.to_owned());
    let is_own = |text: &str| uuid_of(text).filter(|uuid| Some(*uuid) == uuid_of(reading.thing));
    reading.codes("dct:identifier", is_own);
    set(&mut values, "title", reading.text("dct:title"));
    set(&mut values, "description", reading.text("dct:description"));
    let kind = |property: &str| reading.code(property, |text| RESOURCE_TYPES.find(text)).map(|term| term.id);
    let kind = kind("dc:type").or_else(|| kind("dct:type"));
    set(&mut values, "type", kind);
    set(&mut values, "url", url(reading));
    let media = reading.one("dcat:mediaType").map(media_type).map(str::to_owned);
    let unlisted = || reading.code("dc:format", |text| is_media_type(text).then(|| text.to_owned()));
    set(&mut values, "mime", media.or_else(unlisted));
    let free = || ["dct:format", "dc:format"].iter().find_map(|format| reading.one(format)).map(str::to_owned);
    set(
        &mut values,
        "format",
        reading.code("dct:format", format).or_else(|| reading.code("dc:format", format)).or_else(free),
    );
    set(&mut values, "size", reading.code("dcat:byteSize", whole));
    set(&mut values, "checksum", checksum(reading));
    reading.date(&mut values, "created", "dct:issued");
    reading.date(&mut values, "modified", "dct:modified");
    let license = license(reading);
    set(&mut values, "license", license);
    set(&mut values, "schema", schema(reading));
    set(&mut values, "language", languages(reading));
    set(&mut values, "harvest", harvest(reading));
    service(reading, &mut values);
    let status = |text: &str| text.ends_with("/distribution-status/DISCONT").then_some(());
    reading.codes("adms:status", status);
    reading.finish(&mut values);
    values
}

/// What the record of the source says of a resource.
fn harvest(reading: &mut Reading<'_>) -> Json {
    let mut harvest = Map::new();
    set(&mut harvest, "uri", reading.one("owl:sameAs"));
    let parts = reading.parts("adms:identifier");
    set(&mut harvest, "remote_id", parts.iter().find_map(|part| reading.one_of(part, "skos:notation")));
    Json::Object(harvest)
}

/// The service that gives a resource makes it an API.
fn service(reading: &mut Reading<'_>, values: &mut Extras) {
    for part in reading.parts("dcat:accessService") {
        reading.graph().skip(part);
        if !values.contains_key("type") && !is_service(values) {
            set(values, "type", "api");
        }
    }
}

fn is_service(values: &Extras) -> bool {
    let format = values.get("format").and_then(Json::as_str);
    format.and_then(Format::find).is_some_and(|format| format.service)
}

fn is_media_type(text: &str) -> bool {
    let mut parts = text.split('/');
    parts.by_ref().take(2).all(|part| !part.is_empty() && !part.contains(char::is_whitespace))
        && text.contains('/')
        && parts.next().is_none()
}

/// Where it is: the file when there is one, else the page.
fn url<'a>(reading: &Reading<'a>) -> Option<&'a str> {
    let file = reading.one("dcat:downloadURL");
    let page = reading
        .graph()
        .peek(reading.thing, "dcat:accessURL")
        .find(|term| file.is_none_or(|file| term.as_str() == file));
    if let Some(page) = page {
        reading.graph().cross_off(reading.thing, "dcat:accessURL", page);
    }
    file.or_else(|| page.map(Term::as_str))
}

/// The name of a media type in the registry of IANA.
fn media_type(text: &str) -> &str {
    text.split_once("/media-types/").map_or(text, |(_, name)| name)
}

/// A number of bytes; earlier versions of DCAT have it as a decimal.
fn whole(text: &str) -> Option<u64> {
    text.parse().ok().or_else(|| text.strip_suffix(".0")?.parse().ok())
}

fn checksum(reading: &mut Reading<'_>) -> Json {
    let Some(part) = reading.parts("spdx:checksum").into_iter().next() else {
        return Json::Null;
    };
    let find = |text: &str| {
        let name = text.rsplit(['#', '/', '_']).next().unwrap_or(text);
        Checksum::find(name).map(|checksum| checksum.id)
    };
    let kind = reading.codes_of(part, "spdx:algorithm", find).into_iter().next();
    match (kind, reading.one_of(part, "spdx:checksumValue")) {
        (Some(kind), Some(value)) => json!({ "type": kind, "value": value }),
        (None, Some(value)) => Json::from(value),
        (_, None) => Json::Null,
    }
}

/// A licence by its id; what no table has stays as it is written. Rights that say the same say
/// nothing more.
pub(super) fn license(reading: &mut Reading<'_>) -> Option<String> {
    let find = |text: &str| License::find(text).map(|found| found.license.id.to_owned());
    let known = ["dct:license", "dc:rights"].iter().find_map(|property| reading.code(property, find));
    let other = known.is_none().then(|| reading.graph().take_one(reading.thing, "dct:license")).flatten();
    if let Some(node) = other.and_then(Term::node) {
        reading.part("dct:license", node);
    }
    let words = other.and_then(|term| reading.one_of(term.node()?, "rdfs:label"));
    let license = known.or_else(|| words.or_else(|| other.map(Term::as_str)).map(str::to_owned));
    let same = |text: &str| (find(text) == license || other.is_some_and(|other| other.as_str() == text)).then_some(());
    reading.codes("dct:rights", same);
    license
}

/// The languages of data by their codes.
pub(super) fn languages(reading: &Reading<'_>) -> Json {
    let mut codes = reading.codes("dct:language", |text| Language::find(text).map(|found| found.code.to_owned()));
    codes.extend(reading.take("dc:language").into_iter().map(|term| term.as_str().to_owned()));
    match codes.as_slice() {
        [code] => Json::from(code.as_str()),
        codes => Json::from(codes.to_vec()),
    }
}

/// The structure that data promises, when exactly one is named.
pub(super) fn schema(reading: &Reading<'_>) -> Json {
    let graph = reading.graph();
    let Some(term) = graph.take_one(reading.thing, "dct:conformsTo") else {
        return Json::Null;
    };
    let Some(node) = term.node() else {
        return Json::from(term.as_str());
    };
    let mut schema = Map::new();
    let name = reading.one_of(node, "dct:title").or_else(|| reading.one_of(node, "rdfs:label"));
    set(&mut schema, "name", name);
    let url = reading.one_of(node, "foaf:page").or_else(|| term.iri());
    let is_part = |url: &str| url.strip_prefix(reading.thing).is_some_and(|part| part.starts_with(['#', '-']));
    set(&mut schema, "url", url.filter(|url| url.contains("://") && !is_part(url)));
    set(
        &mut schema,
        "version",
        reading.one_of(node, "dcat:version").or_else(|| reading.one_of(node, "owl:versionInfo")),
    );
    Json::Object(schema)
}
