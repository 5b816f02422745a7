//! What an import makes of DCAT files that others wrote.

use etal::finding::Severity;
use etal::import::{Imported, Source, dcat};
use insta::assert_snapshot;

use crate::catalog::site_of;
use crate::project::Project;

/// As ckanext-dcat and data.gouv.fr write: things without IRI, words of earlier versions of DCAT.
const TURTLE: &str = r#"
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@prefix schema: <http://schema.org/> .
@prefix locn: <http://www.w3.org/ns/locn#> .
@prefix gsp: <http://www.opengis.net/ont/geosparql#> .
@prefix adms: <http://www.w3.org/ns/adms#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix spdx: <http://spdx.org/rdf/terms#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<https://open.example/catalog> a dcat:Catalog ; dct:title "Open data of Examplebury"@en ; dct:language "en" ;
  foaf:homepage <https://open.example/> ; dcat:dataset <https://open.example/dataset/bus-stops> .
<https://open.example/dataset/bus-lines> a dcat:Dataset ; dct:title "Bus lines"@en, "Lignes de bus"@fr ;
  dct:description "Where buses go."@en ; dct:publisher [ a foaf:Agent ; foaf:name "Roads Department" ] ;
  dct:isReplacedBy <https://open.example/dataset/bus-stops> .

<https://open.example/dataset/bus-stops> a dcat:Dataset ;
  dct:identifier "bus-stops-1" ; dct:title "Bus stops" ; dct:description "Where buses stop." ;
  dcat:landingPage <https://open.example/dataset/bus-stops> ;
  dcat:keyword "bus", "stop" ; dcat:theme <http://publications.europa.eu/resource/authority/data-theme/TRAN> ;
  dct:accrualPeriodicity <http://purl.org/cld/freq/monthly> ; owl:versionInfo "2" ;
  dct:license <https://creativecommons.org/licenses/by/4.0/> ;
  dct:publisher [ a foaf:Organization ; foaf:name "Roads Department" ; foaf:mbox <mailto:roads@open.example> ] ;
  dcat:contactPoint [ a vcard:Organization ; vcard:fn "Roads desk" ; vcard:hasEmail <mailto:desk@open.example> ; vcard:hasTelephone "01" ] ;
  dct:temporal [ a dct:PeriodOfTime ; schema:startDate "2019-01-01"^^xsd:date ; schema:endDate "2024-12-31"^^xsd:date ] ;
  dct:spatial [ a dct:Location ; locn:geometry "POINT (2.5 48.5)"^^gsp:wktLiteral ] ;
  dct:creator [ a foaf:Person ; foaf:name "Ada Example" ] ;
  dct:issued "2019-05-06T00:00:00"^^xsd:dateTime ; dct:modified "last week" ;
  dct:subject <https://terms.example/roads> ; dct:relation [ dct:title "Another" ; dct:source <https://other.example/> ] ;
  dcat:distribution [ a dcat:Distribution ; dct:title "Stops" ; dct:format "CSV" ; dcat:mediaType "text/csv" ;
    dcat:accessURL <https://open.example/stops> ; dcat:downloadURL <https://open.example/stops.csv> ; dcat:byteSize 12.0 ;
    spdx:checksum [ spdx:algorithm spdx:checksumAlgorithm_sha1 ; spdx:checksumValue "2fd4e1c67a2d28fced849ee1bb76e7391b93eb12" ] ] .
"#;

/// The same dataset in JSON-LD, as far as it goes.
const JSON_LD: &str = r#"{
  "@context": {
    "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/"
  },
  "@id": "https://open.example/dataset/bus-stops",
  "@type": "dcat:Dataset",
  "dct:title": "Bus stops",
  "dcat:keyword": ["bus", "stop"],
  "dct:publisher": { "@type": "foaf:Organization", "foaf:name": "Roads Department" },
  "dcat:distribution": { "@type": "dcat:Distribution", "dcat:downloadURL": { "@id": "https://open.example/stops.csv" } }
}"#;

fn convert(path: &str, text: &str) -> Imported {
    let mut source = Source { name: String::from("town"), ..Source::default() };
    source.files.insert(path.to_owned(), text.as_bytes().to_vec());
    dcat::convert(&source)
}

fn text<'a>(imported: &'a Imported, path: &str) -> &'a str {
    let bytes = imported.files.get(path).unwrap_or_else(|| panic!("{path} of {:?}", imported.files.keys()));
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn a_file_of_others_becomes_a_catalogue() {
    let imported = convert("town.ttl", TURTLE);
    let paths: Vec<&str> = imported.files.keys().map(String::as_str).collect();
    assert_eq!(
        paths,
        [
            ".gitignore",
            "content/datasets/bus-lines/dataset.yaml",
            "content/datasets/bus-stops/dataset.yaml",
            "content/organizations/roads-department.yaml",
            "site.toml",
        ],
        "two publishers without IRI are one by their name"
    );
    assert_snapshot!(text(&imported, "content/datasets/bus-stops/dataset.yaml"), @"
    id: c6d0434d-060a-5c49-8948-7b238de9e3f5
    title: Bus stops
    description: Where buses stop.
    license: CC-BY-4.0
    frequency: monthly
    tags:
      - bus
      - stop
    temporal_coverage:
      start: 2019-01-01
      end: 2024-12-31
    spatial:
      geometry:
        type: Point
        coordinates:
          - 2.5
          - 48.5
    organization: roads-department
    contact_points:
      - name: Roads desk
        email: desk@open.example
    creators:
      - name: Ada Example
    themes:
      - TRAN
    version: '2'
    identifiers:
      - bus-stops-1
    created: 2019-05-06T00:00:00
    harvest:
      source: dcat
      uri: https://open.example/dataset/bus-stops
    extras:
      dct:modified: last week
      dct:subject: https://terms.example/roads
      dct:relation:
        dct:title: Another
        dct:source: https://other.example/
      dcat:contactPoint/vcard:hasTelephone: '01'
    resources:
      - id: f65c2eae-7e0e-5dac-895d-62c2752e8ef3
        title: Stops
        url: https://open.example/stops.csv
        format: csv
        mime: text/csv
        size: 12
        checksum:
          type: sha1
          value: '2fd4e1c67a2d28fced849ee1bb76e7391b93eb12'
        extras:
          dcat:accessURL: https://open.example/stops
    ");
    assert_snapshot!(text(&imported, "content/datasets/bus-lines/dataset.yaml"), @"
    id: 09cdf147-0481-5473-851e-301e47b62ae3
    title:
      en: Bus lines
      fr: Lignes de bus
    description: Where buses go.
    frequency: unknown
    organization: roads-department
    replaced_by: bus-stops
    harvest:
      source: dcat
      uri: https://open.example/dataset/bus-lines
    ");
    assert_snapshot!(text(&imported, "site.toml"), @r#"
    # Settings of the catalogue. Made by `etal import dcat`.

    # Never changes.
    id = "870ce9b2-8b6e-50ce-923e-99ce5e791ab2"
    title = "Open data of Examplebury"
    languages = ["en"]

    # The public address of the new site, for canonical links and exports.
    # base_url = "https://open.example/"
    "#);
    let site = site_of(&imported.files);
    let errors = site.findings.all().iter().filter(|one| one.severity == Severity::Error);
    assert_eq!(errors.map(|one| one.rule.name).collect::<Vec<_>>(), [""; 0]);
    assert_eq!(convert("town.ttl", TURTLE).files, imported.files, "the same twice");
}

#[test]
fn what_has_no_place_is_kept_and_reported() {
    let imported = convert("town.ttl", TURTLE);
    let line = |one: &etal::import::Unplaced| {
        let kept = one.kept.as_deref().unwrap_or("-");
        format!("{} {} `{}` {} {kept}", one.path, one.key, one.value, one.reason.name())
    };
    assert_snapshot!(imported.unplaced.iter().map(line).collect::<Vec<_>>().join("\n"), @r#"
    town.ttl https://open.example/dataset/bus-stops dcat:contactPoint/vcard:hasTelephone `01` no-field extras.dcat:contactPoint/vcard:hasTelephone
    town.ttl https://open.example/dataset/bus-stops dct:modified `last week` not-a-date extras.dct:modified
    town.ttl https://open.example/dataset/bus-stops dct:relation `{"dct:title":"Another","dct:source":"https://other.example/"}` no-field extras.dct:relation
    town.ttl https://open.example/dataset/bus-stops dct:subject `https://terms.example/roads` no-field extras.dct:subject
    town.ttl https://open.example/dataset/bus-stops resources[0].dcat:accessURL `https://open.example/stops` no-field resources[0].extras.dcat:accessURL
    "#);
}

#[test]
fn json_ld_is_read_like_turtle() {
    let imported = convert("town.jsonld", JSON_LD);
    assert_snapshot!(text(&imported, "content/datasets/bus-stops/dataset.yaml"), @"
    id: 51d30c64-255a-52a5-a700-97e15ba39684
    title: Bus stops
    frequency: unknown
    tags:
      - bus
      - stop
    organization: roads-department
    harvest:
      source: dcat
      uri: https://open.example/dataset/bus-stops
    resources:
      - id: dd99ee5e-c747-5d63-97cc-7114bd6643c9
        url: https://open.example/stops.csv
    ");
    assert_eq!(imported.unplaced, []);
    assert_eq!(convert("town.jsonld", JSON_LD).files, imported.files, "the same twice");
}

#[test]
fn the_command_takes_one_file_or_a_folder() {
    let project =
        Project::empty().file("in/town.ttl", TURTLE).file("in/readme.md", "x").file("broken.ttl", "<urn:x:a> oops");
    assert_snapshot!(project.run(&["import", "dcat", "in/town.ttl", "--into", "a"]).transcript(), @r#"
    -- out
    town.ttl: https://open.example/dataset/bus-stops dcat:contactPoint/vcard:hasTelephone `01`: no field has this meaning → extras.dcat:contactPoint/vcard:hasTelephone
    town.ttl: https://open.example/dataset/bus-stops dct:modified `last week`: neither a date nor an update interval → extras.dct:modified
    town.ttl: https://open.example/dataset/bus-stops dct:relation `{"dct:title":"Another","dct:source":"https://other.example/"…`: no field has this meaning → extras.dct:relation
    town.ttl: https://open.example/dataset/bus-stops dct:subject `https://terms.example/roads`: no field has this meaning → extras.dct:subject
    town.ttl: https://open.example/dataset/bus-stops resources[0].dcat:accessURL `https://open.example/stops`: no field has this meaning → resources[0].extras.dcat:accessURL

    5 values without a place of their own:
         4  no field has this meaning
         1  neither a date nor an update interval

    datasets 2, resources 1, organizations 1, topics 0, pages 0
    files written 5, unchanged 0, removed 0, in `a`
    next: `etal check a`
    -- exit 0
    "#);
    let ran = project.run(&["import", "dcat", "in", "--into", "b", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((report["datasets"].as_u64(), report["organizations"].as_u64()), (Some(2), Some(1)));
    assert_snapshot!(project.run(&["import", "dcat", "in/readme.md", "--into", "c"]).transcript(), @"
    -- err
    error: `in/readme.md` has no dataset of dcat
    help: name a file in Turtle (`.ttl`) or JSON-LD (`.jsonld`), or a folder of such
    -- exit 2
    ");
    assert_snapshot!(project.run(&["import", "dcat", "broken.ttl", "--into", "c"]).transcript(), @"
    -- err
    error: `broken.ttl` has no dataset of dcat
    help: broken.ttl:1:11: `Parser error at line 1 between columns 11 and 15: oops is no…`: could not be read
    -- exit 2
    ");
    assert!(!project.path("c").exists());
    project.write("town.jsonld", JSON_LD);
    assert_snapshot!(project.run(&["import", "dcat", "town.jsonld", "--into", "c"]).transcript(), @"
    -- out
    datasets 1, resources 1, organizations 1, topics 0, pages 0
    files written 4, unchanged 0, removed 0, in `c`
    next: `etal check c`
    -- exit 0
    ");
}
