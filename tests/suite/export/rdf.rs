//! DCAT-AP, as parsers that are not etal's read it.

use std::collections::{BTreeMap, BTreeSet};

use etal::site::Site;
use oxrdf::{NamedOrBlankNode, Term, Triple};

use super::written;
use crate::catalog::{site, site_of};
use crate::demonstration::root;
use crate::outside::site_at;

const DCT: &str = "http://purl.org/dc/terms/";
const DCAT: &str = "http://www.w3.org/ns/dcat#";
const HYDRA: &str = "http://www.w3.org/ns/hydra/core#";
const EU: &str = "http://publications.europa.eu/resource/authority/";
const TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const ID: &str = "a3f1d2c4-0000-4000-8000-000000000001";
const IRI: &str = "https://data.example/id/dataset/a3f1d2c4-0000-4000-8000-000000000001";

/// The triples of a Turtle document.
struct Graph(BTreeSet<(String, String, String)>);

impl Graph {
    fn of(triples: impl Iterator<Item = Triple>) -> Self {
        let plain = |triple: Triple| {
            let NamedOrBlankNode::NamedNode(subject) = triple.subject else { panic!("a blank node: {triple}") };
            let object = match triple.object {
                Term::NamedNode(node) => node.into_string(),
                Term::Literal(literal) => literal.to_string(),
                other => panic!("neither an IRI nor a literal: {other}"),
            };
            (subject.into_string(), triple.predicate.into_string(), object)
        };
        Self(triples.map(plain).collect())
    }

    fn turtle(text: &str) -> Self {
        Self::of(oxttl::TurtleParser::new().for_slice(text).map(Result::unwrap))
    }

    fn json_ld(text: &str) -> Self {
        let quads = oxjsonld::JsonLdParser::new().for_slice(text).map(Result::unwrap);
        Self::of(quads.map(|quad| Triple::new(quad.subject, quad.predicate, quad.object)))
    }

    /// The values of a property, sorted.
    fn values(&self, subject: &str, property: &str) -> Vec<&str> {
        let here = self.0.iter().filter(|(at, name, _)| at == subject && name == property);
        here.map(|(_, _, value)| value.as_str()).collect()
    }

    /// What has a class, sorted.
    fn all(&self, class: &str) -> Vec<&str> {
        self.0.iter().filter(|(_, name, value)| name == TYPE && value == class).map(|(at, _, _)| at.as_str()).collect()
    }
}

fn catalog(site: &Site) -> Graph {
    Graph::turtle(&written(site, "turtle")["catalog.ttl"])
}

#[test]
fn turtle_and_json_say_the_same_without_any_blank_node() {
    let site = site_at(&root());
    let (turtle, json) = (written(&site, "turtle"), written(&site, "json-ld"));
    assert_eq!(turtle.len(), json.len());
    for (path, text) in &turtle {
        let same = &json[&path.replace(".ttl", ".jsonld")];
        assert_eq!(Graph::turtle(text).0, Graph::json_ld(same).0, "{path}");
    }
}

#[test]
fn every_value_of_the_vocabularies_has_its_class_in_the_file() {
    for (path, text) in written(&site_at(&root()), "turtle") {
        let graph = Graph::turtle(&text);
        let typed: BTreeSet<&str> =
            graph.0.iter().filter(|(_, name, _)| name == TYPE).map(|(at, _, _)| at.as_str()).collect();
        let used = graph.0.iter().filter(|(_, name, _)| !name.ends_with("inScheme") && name != TYPE);
        for (_, name, value) in used.filter(|(_, _, value)| value.starts_with(EU) || value.contains("//www.iana.org/a"))
        {
            let literal = value.starts_with('"');
            assert!(literal || typed.contains(value.as_str()), "{path}: {name} {value}");
        }
    }
}

#[test]
fn what_a_descriptor_says_is_found() {
    let graph = catalog(&site(&format!(
        "id: {ID}\ntitle: {{ fr: Arbres, en: Trees }}\ndescription: Short.\nlanguage: en\ntags: [tree]\n\
         themes: [ENVI]\nlicense: CC-BY-4.0\nfrequency: monthly\naccess: restricted\ncreated: 2024-05\n\
         temporal_coverage: 2019/..\nspatial: {{ zones: [\"country:fr\"], bbox: [-1.5, 48, 2, 49.25] }}\n\
         contact_points: [{{ name: Parks, email: parks@town.example }}]\n\
         resources:\n  - {{ id: {}, title: List, url: \"https://town.example/a b.csv\", size: 12 }}\n",
        ID.replace("0001", "0002")
    )));
    let case = |property: &str, values: &[&str]| assert_eq!(graph.values(IRI, property), values, "{property}");
    let dct = |name: &str| format!("{DCT}{name}");
    case(&dct("identifier"), &[&format!("\"{ID}\"")]);
    case(&dct("title"), &["\"Arbres\"@fr", "\"Trees\"@en"]);
    case(&format!("{DCAT}keyword"), &["\"tree\"@en"]);
    case(&format!("{DCAT}theme"), &[&format!("{EU}data-theme/ENVI")]);
    case(&dct("license"), &[&format!("{EU}licence/CC_BY_4_0")]);
    case(&dct("accrualPeriodicity"), &[&format!("{EU}frequency/MONTHLY")]);
    case(&dct("accessRights"), &[&format!("{EU}access-right/NON_PUBLIC")]);
    case(&dct("issued"), &["\"2024-05\"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>"]);
    case(&dct("spatial"), &[&format!("{EU}country/FRA"), &format!("{IRI}#area")]);
    case(&format!("{DCAT}landingPage"), &["https://data.example/datasets/example/"]);
    let description = graph.values(IRI, &dct("description")).concat();
    assert!(description.starts_with("\"Short.\\n\\n“Trees” is a dataset"), "{description}");
    let period = format!("{IRI}#period");
    assert_eq!(
        graph.values(&period, &format!("{DCAT}startDate")),
        ["\"2019\"^^<http://www.w3.org/2001/XMLSchema#gYear>"]
    );
    assert!(graph.values(&period, &format!("{DCAT}endDate")).is_empty());
    let file = format!("{IRI}#resource-{}", ID.replace("0001", "0002"));
    case(&format!("{DCAT}distribution"), &[&file]);
    let of_file = |property: &str| graph.values(&file, property);
    assert_eq!(of_file(&format!("{DCAT}downloadURL")), ["https://town.example/a%20b.csv"]);
    assert_eq!(of_file(&format!("{DCAT}mediaType")), ["https://www.iana.org/assignments/media-types/text/csv"]);
    assert_eq!(of_file(&format!("{DCAT}byteSize")), ["\"12\"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger>"]);
    assert_eq!(of_file(&dct("license")), of_file(&dct("rights")));
    let contact = format!("{IRI}#contact-1");
    assert_eq!(graph.values(&contact, "http://www.w3.org/2006/vcard/ns#hasEmail"), ["mailto:parks@town.example"]);
}

#[test]
fn a_rename_changes_no_iri() {
    let text = format!("id: {ID}\ntitle: Trees\nresources: [{{ id: {ID}, url: \"https://town.example/a.csv\" }}]\n");
    let iris = |slug: &str| {
        let graph = catalog(&site(&format!("==> content/datasets/{slug}.yaml <==\n{text}")));
        let own = graph.0.into_iter().map(|(at, _, _)| at).filter(|at| at.contains("/id/"));
        own.collect::<BTreeSet<String>>()
    };
    assert_eq!(iris("trees"), iris("lime-trees"));
    assert!(iris("trees").contains(IRI));
}

#[test]
fn drafts_are_in_no_file_and_nothing_leads_to_them() {
    let site = site(
        "title: Seen\nreplaced_by: hidden\nseries: hidden\n==> content/datasets/hidden.yaml <==\ntitle: Secret one\n\
         private: true\n==> content/services/api.yaml <==\ntitle: Secret two\nprivate: true\ndatasets: [example]\n\
         ==> content/services/open.yaml <==\ntitle: Open\nurl: https://api.example/\ndatasets: [hidden, example]\n",
    );
    for form in ["turtle", "rdf-xml", "json-ld"] {
        for (path, text) in written(&site, form) {
            assert!(!path.contains("hidden") && !text.contains("Secret") && !text.contains("hidden"), "{path}");
        }
    }
    let graph = catalog(&site);
    let service = graph.all(&format!("{DCAT}DataService"))[0].to_owned();
    assert_eq!(graph.values(&service, &format!("{DCAT}servesDataset")).len(), 1);
}

#[test]
fn archived_and_withdrawn_datasets_say_so_and_the_withdrawn_have_no_file() {
    let graph = catalog(&site(
        "title: Old\narchived: { date: 2024-05-31, reason: Nobody counts. }\nresources: [{ url: \"https://a.example/x.csv\" }]\n\
         ==> content/datasets/gone.yaml <==\ntitle: Gone\nretired: { date: 2025 }\n\
         resources: [{ url: \"https://a.example/y.csv\" }]\n",
    ));
    let with = |title: &str| {
        let found = graph.0.iter().find(|(_, name, value)| name.ends_with("/title") && value.contains(title));
        found.map(|(at, _, _)| at.clone()).unwrap()
    };
    let status = |title: &str| graph.values(&with(title), "http://www.w3.org/ns/adms#status").concat();
    assert_eq!(status("Old"), format!("{EU}dataset-status/DISCONT"));
    assert_eq!(status("Gone"), format!("{EU}dataset-status/WITHDRAWN"));
    assert_eq!(graph.all(&format!("{DCAT}Distribution")).len(), 1);
    assert!(!graph.0.iter().any(|(_, _, value)| value.contains("y.csv")));
}

#[test]
fn without_an_address_iris_are_those_of_uuids() {
    let site = site(&format!(
        "id: {ID}\ntitle: Trees\nresources: [{{ id: {ID}, path: a.csv }}]\n==> site.toml <==\n\
         id = \"5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001\"\ntitle = \"Test\"\n"
    ));
    let graph = catalog(&site);
    let iri = format!("urn:uuid:{ID}");
    let file = format!("{iri}#resource-{ID}");
    assert_eq!(graph.all(&format!("{DCAT}Dataset")), [iri.as_str()]);
    assert_eq!(graph.values(&file, &format!("{DCAT}accessURL")), [file.as_str()]);
    assert!(graph.values(&iri, &format!("{DCAT}landingPage")).is_empty());
}

#[test]
fn hostile_values_make_no_address_and_break_no_syntax() {
    let site = site(
        "title: \"a \\\"\\\\ <b> & ]]> \\u0001 \\uFFFE\"\ndescription: \"'''\\n\\\"\\\"\\\"\\r\\n\\u2028 {{x}}\"\n\
         license: \"https://u<s>er:{x}@h.example/\"\nlinks: [\"javascript:alert(1)\", \"data:text/html,x\", \"https://ok.example/<x>\"]\n\
         contact_points: [{ name: \"<x>\", email: \"a b@c d\", url: \"javascript:x\" }]\n\
         identifiers: [{ type: \"<doi>\", value: \"\\\"> .\" }]\n\
         spatial: { geometry: { type: Point, coordinates: [\"<a>\", 2] } }\n\
         resources: [{ url: \"javascript:alert(2)\", mime: \"text/<b>\", format: \"\\\" .\", checksum: \"sha256:<x>\" }]\n",
    );
    let graph = catalog(&site);
    assert_eq!(graph.0, Graph::json_ld(&written(&site, "json-ld")["catalog.jsonld"]).0);
    let addresses = graph.0.iter().filter(|(_, _, value)| !value.starts_with('"'));
    for (_, name, value) in addresses {
        assert!(
            value.starts_with("http") || value.starts_with("urn:") || value.starts_with("mailto:"),
            "{name} {value}"
        );
        assert!(!value.contains(['<', '>', '{', '}', ' ']), "{name} {value}");
    }
    let page = graph.values(graph.all(&format!("{DCAT}Dataset"))[0], "http://xmlns.com/foaf/0.1/page");
    assert_eq!(page, ["https://ok.example/%3Cx%3E"]);
    let xml = &written(&site, "rdf-xml")["catalog.rdf"];
    assert!(!xml.contains(['\u{1}', '\u{fffe}']) && xml.contains("&lt;b&gt; &amp; ]]&gt;"));
}

#[test]
fn more_than_a_thousand_datasets_are_read_page_by_page() {
    let text = |number: usize| {
        (format!("content/datasets/d{number:04}.yaml"), format!("title: D{number}\norganization: o\n").into_bytes())
    };
    let mut files: BTreeMap<String, Vec<u8>> = (0..1001).map(text).collect();
    files.insert(String::from("site.toml"), crate::catalog::SITE.into());
    let site = site_of(&files);
    let others = ["rdf-xml", "json-ld"].map(|id| written(&site, id));
    let written = written(&site, "turtle");
    assert!(written.contains_key("organizations/o/catalog.ttl"));
    let parts = |path: &String| path.starts_with("catalog/") || path.starts_with("organizations/");
    assert!(!others.iter().any(|files| files.keys().any(parts)), "parts are in Turtle alone");
    let pages: Vec<Graph> = [1, 2].map(|page| Graph::turtle(&written[&format!("catalog/{page}.ttl")])).into();
    assert!(!written.contains_key("catalog/3.ttl"));
    let view = format!("{HYDRA}PartialCollectionView");
    let next = |page: &Graph| page.values(page.all(&view)[0], &format!("{HYDRA}next")).concat();
    assert_eq!(pages.iter().map(|page| page.all(&view).len()).collect::<Vec<_>>(), [1, 1]);
    assert_eq!(next(&pages[0]), "https://data.example/catalog/2.ttl");
    assert_eq!(next(&pages[1]), "");
    let datasets =
        |graph: &Graph| graph.all(&format!("{DCAT}Dataset")).into_iter().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(pages.iter().map(|page| datasets(page).len()).collect::<Vec<_>>(), [1000, 1]);
    let mut both: Vec<String> = pages.iter().flat_map(datasets).collect();
    both.sort();
    assert_eq!(both, datasets(&Graph::turtle(&written["catalog.ttl"])));
}

const SITE_IRI: &str = "https://data.example/id/site/5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001";
const DIGEST: &str = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

/// A site that lists a snapshot elsewhere and one of its own, and has a producer.
fn with_snapshots(base: &str) -> Site {
    let entry = |file: &str, date: &str| {
        format!("[[snapshots]]\nfile = {file:?}\ndate = {date:?}\nsize = 12\nsha256 = \"{DIGEST}\"\n")
    };
    site(&format!(
        "title: Trees\norganization: hall\n==> content/organizations/hall.yaml <==\nname: Hall\n\
         ==> content/static/a.tar.gz <==\nx\n==> site.toml <==\n\
         id = \"5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001\"\ntitle = \"Test\"\n{base}{}{}",
        entry("https://forge.example/<b> c/town-2026-11-01.zip", "2026-11-01"),
        entry("a.tar.gz", "2025"),
    ))
}

#[test]
fn snapshots_are_distributions_of_the_whole_catalogue_alone() {
    let site = with_snapshots("base_url = \"https://data.example/\"\n");
    let graph = catalog(&site);
    let distributions = graph.values(SITE_IRI, &format!("{DCAT}distribution"));
    assert_eq!((distributions.len(), graph.all(&format!("{DCAT}Distribution")).len()), (2, 2));
    let with = |file: &str| {
        let has = |one: &&&str| graph.values(one, &format!("{DCAT}downloadURL")).concat().ends_with(file);
        (*distributions.iter().find(has).unwrap()).to_owned()
    };
    let xsd = |value: &str, kind: &str| format!("\"{value}\"^^<http://www.w3.org/2001/XMLSchema#{kind}>");
    let iana = "https://www.iana.org/assignments/media-types/application";
    for (file, address, title, issued, kind, format) in [
        (
            "town-2026-11-01.zip",
            "https://forge.example/%3Cb%3E%20c/town-2026-11-01.zip",
            "1 November 2026",
            xsd("2026-11-01", "date"),
            "zip",
            "ZIP",
        ),
        ("a.tar.gz", "https://data.example/a.tar.gz", "2025", xsd("2025", "gYear"), "gzip", "TAR_GZ"),
    ] {
        let one = with(file);
        assert!(one.starts_with(&format!("{SITE_IRI}#snapshot-")), "{one}");
        let case = |property: &str, value: &str| assert_eq!(graph.values(&one, property), [value], "{file} {property}");
        case(&format!("{DCT}title"), &format!("\"Snapshot of {title}\"@en"));
        case(&format!("{DCAT}accessURL"), address);
        case(&format!("{DCAT}downloadURL"), address);
        case(&format!("{DCT}issued"), &issued);
        case(&format!("{DCAT}byteSize"), &xsd("12", "nonNegativeInteger"));
        case(&format!("{DCAT}mediaType"), &format!("{iana}/{kind}"));
        case(&format!("{DCT}format"), &format!("{EU}file-type/{format}"));
        case("http://spdx.org/rdf/terms#checksum", &format!("{one}-checksum"));
        let of_checksum =
            |name: &str| graph.values(&format!("{one}-checksum"), &format!("http://spdx.org/rdf/terms#{name}"));
        assert_eq!(of_checksum("algorithm"), ["http://spdx.org/rdf/terms#checksumAlgorithm_sha256"]);
        assert_eq!(of_checksum("checksumValue"), [xsd(DIGEST, "hexBinary")]);
    }
    for (path, text) in written(&site, "turtle").iter().filter(|(path, _)| *path != "catalog.ttl") {
        assert!(!text.contains("snapshot"), "{path}");
    }
    assert_eq!(graph.0, Graph::json_ld(&written(&site, "json-ld")["catalog.jsonld"]).0);
}

#[test]
fn without_an_address_a_snapshot_of_the_site_has_its_iri_as_address() {
    let graph = catalog(&with_snapshots(""));
    let site_iri = "urn:uuid:5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001";
    let distributions = graph.values(site_iri, &format!("{DCAT}distribution"));
    let downloads: Vec<usize> =
        distributions.iter().map(|one| graph.values(one, &format!("{DCAT}downloadURL")).len()).collect();
    assert_eq!(downloads.iter().sum::<usize>(), 1);
    for one in distributions {
        assert_eq!(graph.values(one, &format!("{DCAT}accessURL")).len(), 1);
    }
}

#[test]
fn of_the_pages_of_a_large_catalogue_the_first_has_the_snapshots() {
    let mut files = crate::catalog::files(&format!(
        "==> site.toml <==\n{}[[snapshots]]\nfile = \"https://a.example/b.zip\"\ndate = \"2026\"\nsize = 1\nsha256 = \"{DIGEST}\"\n",
        crate::catalog::SITE
    ));
    files.extend((0..1001).map(|n| (format!("content/datasets/d{n}.yaml"), format!("title: D{n}\n").into_bytes())));
    let written = written(&site_of(&files), "turtle");
    let has = |path: &str| written[path].contains("#snapshot-");
    assert_eq!((has("catalog.ttl"), has("catalog/1.ttl"), has("catalog/2.ttl")), (true, true, false));
}
