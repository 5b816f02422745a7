//! DCAT-US: members that its schema demands, in the shape that it takes.

use serde_json::{Value, json};

use super::written;
use crate::catalog;

fn catalogue(example: &str) -> Value {
    serde_json::from_str(&written(&catalog::site(example), "dcat-us")["dcat-us.json"]).unwrap()
}

#[test]
fn a_descriptor_with_a_title_alone_has_all_that_is_required() {
    let catalog = catalogue("title: Trees\n");
    for member in ["title", "description", "publisher", "dataset"] {
        assert!(!catalog[member].is_null(), "{member}");
    }
    let dataset = &catalog["dataset"][0];
    let uuid = dataset["identifier"][0].as_str().unwrap();
    assert_eq!(dataset["@id"], format!("https://data.example/id/dataset/{uuid}"));
    assert_eq!(dataset["publisher"], json!({ "@type": "org:Organization", "name": "Test", "prefLabel": "Test" }));
    assert_eq!(dataset["contactPoint"][0]["hasEmail"], "mailto:unknown@contact.invalid");
    assert_eq!(dataset["accessRights"], "http://publications.europa.eu/resource/authority/access-right/PUBLIC");
}

#[test]
fn what_a_descriptor_says_is_there() {
    let catalog = catalogue(
        "title: {en: Trees, fr: Arbres}\ntags: [tree, street]\nthemes: [ENVI]\nlanguage: [fr]\nfrequency: annual\n\
         temporal_coverage: {start: 2020}\nspatial: {zones: [country:fr], bbox: [-1, 47, 2, 49]}\nseries: Plants\n\
         identifiers: [10.5072/trees]\ncreators: [{name: Ann, role: processor}]\nlicense: CC-BY-4.0\n\
         resources:\n- {title: a, url: 'https://a.example/a.csv', size: 12, checksum: {type: md5, value: d41d8cd98f00b204e9800998ecf8427E}}\n\
         ==> content/reuses/map.yaml <==\ntitle: Map\nurl: https://map.example/\ndatasets: [example]\n\
         ==> content/reuses/draft.yaml <==\ntitle: Draft\nprivate: true\nurl: https://draft.example/\ndatasets: [example]\n",
    );
    let dataset = &catalog["dataset"][0];
    let case = |pointer: &str, expected: Value| assert_eq!(dataset.pointer(pointer), Some(&expected), "{pointer}");
    case("/titleMap", json!({ "en": "Trees", "fr": "Arbres" }));
    case("/keyword", json!("tree, street"));
    case("/keywordMap", json!({ "en": ["tree", "street"] }));
    case("/theme/0/@id", json!("http://publications.europa.eu/resource/authority/data-theme/ENVI"));
    case("/language", json!(["http://id.loc.gov/vocabulary/iso639-1/fr"]));
    case("/accrualPeriodicity", json!("http://purl.org/cld/freq/annual"));
    case("/temporal/0", json!({ "@type": "dcterms:PeriodOfTime", "startDate": "2020" }));
    case("/spatial/0/@id", json!("http://publications.europa.eu/resource/authority/country/FRA"));
    case("/geographicBoundingBox/0/northBoundingLatitude", json!("49"));
    case("/inSeries/0/title", json!("Plants"));
    case("/otherIdentifier/0/@id", json!("https://doi.org/10.5072/trees"));
    case("/creator/name", json!("Ann"));
    case(
        "/qualifiedAttribution/0/hadRole",
        json!("http://inspire.ec.europa.eu/metadata-codelist/ResponsiblePartyRole/processor"),
    );
    case("/isReferencedBy", json!(["https://map.example/"]));
    case("/distribution/0/byteSize", json!("12"));
    case("/distribution/0/license", json!("https://creativecommons.org/licenses/by/4.0/"));
    case("/distribution/0/mediaType", json!("https://www.iana.org/assignments/media-types/text/csv"));
    case("/distribution/0/checksum/algorithm", json!("http://spdx.org/rdf/terms#checksumAlgorithm_md5"));
    case("/distribution/0/checksum/checksumValue", json!("d41d8cd98f00b204e9800998ecf8427e"));
}

#[test]
fn services_are_those_with_a_page_and_name_listed_datasets() {
    let catalog = catalogue(
        "title: Trees\n==> content/datasets/draft.yaml <==\ntitle: Draft\nprivate: true\n\
         ==> content/services/trees.yaml <==\ntitle: Trees\nurl: https://api.example/\ndatasets: [example, draft]\n\
         ==> content/services/draft.yaml <==\ntitle: Draft\nprivate: true\nurl: https://api.example/\n",
    );
    let services = catalog["service"].as_array().unwrap();
    assert_eq!(services.len(), 1);
    assert_eq!(services[0]["servesDataset"], json!([catalog["dataset"][0]["@id"]]));
    assert_eq!(services[0]["endpointURL"], json!(["https://api.example/"]));
}
