//! schema.org in pages, as a search engine of datasets reads it.

use etal::export::{Exports, schema_org};
use etal::inputs::Drafts;
use etal::site::Site;
use etal::theme::Theme;
use serde_json::{Value, json};

use super::in_pages::published;
use crate::pages::{demonstration, pages, site};

/// The document of a page.
fn block(page: &str) -> Value {
    let after = page.split("<script type=\"application/ld+json\">").nth(1).unwrap();
    serde_json::from_str(after.split("</script>").next().unwrap()).unwrap()
}

/// The documents of all datasets in the first language.
fn documents(site: &Site) -> Vec<Value> {
    let theme = Theme::load(&Default::default()).unwrap();
    let exports = Exports::new(site, &theme);
    let made = (0..site.catalog.datasets.len()).filter_map(|at| schema_org::dataset(exports.context(), at, 0));
    made.map(|text| serde_json::from_str(&text).unwrap()).collect()
}

#[test]
fn a_dataset_says_what_google_recommends() {
    let made = pages(&published());
    let document = block(&made["datasets/marches-plein-air/index.html"]);
    assert_eq!(document["@context"], "https://schema.org");
    assert_eq!(document["@type"], "Dataset");
    assert_eq!(document["@id"], "https://donnees.aubrelle.example/id/dataset/822dc162-8df5-4bdf-ac72-6905c5a311f2");
    assert_eq!(document["url"], "https://donnees.aubrelle.example/datasets/marches-plein-air/");
    assert_eq!(document["alternateName"], json!(["MPA"]));
    assert_eq!(document["creator"][0]["@type"], "GovernmentOrganization");
    assert_eq!(document["creator"][0]["name"], "Ville d’Aubrelle");
    assert_eq!(document["publisher"]["contactPoint"]["email"], "commerce@aubrelle.example");
    assert_eq!(document["license"], "https://www.etalab.gouv.fr/licence-ouverte-open-licence");
    assert_eq!(document["isAccessibleForFree"], true);
    assert_eq!(document["inLanguage"], json!(["fr"]));
    assert_eq!(document["keywords"][2], "droits de place");
    assert_eq!(document["datePublished"], "2019-03-05");
    assert_eq!(document["dateModified"], "2026-11-22");
    assert_eq!(document["temporalCoverage"], "2019-01/..");
    let place = &document["spatialCoverage"][0];
    assert_eq!(place["name"], "Aubrelle-sur-Lize");
    assert_eq!(place["geo"], json!({ "@type": "GeoShape", "box": "48.2305 -0.944 48.233 -0.9385" }));
    assert_eq!(document["variableMeasured"][0], "date");
    assert_eq!(document["includedInDataCatalog"]["name"], "Données d’Aubrelle");
    let file = json!({
        "@type": "DataDownload",
        "name": "Présences des commerçants, novembre 2026",
        "contentUrl": "https://donnees.aubrelle.example/datasets/marches-plein-air/files/presences-2026-11.csv",
        "encodingFormat": "text/csv",
        "contentSize": "7026 B",
        "dateModified": "2026-11-22",
        "sha256": "83d8ae1c1ea9bf99705b4bb022fd5ac6ca0d0e4af62d1809318977f022898a7c",
    });
    assert_eq!(document["distribution"][0], file);
    assert_eq!(document["distribution"].as_array().unwrap().len(), 6, "neither documents nor code");
}

#[test]
fn each_language_has_its_words_and_the_first_the_name() {
    let document = block(&pages(&published())["en/datasets/marches-plein-air/index.html"]);
    assert_eq!(document["name"], "Open-air markets: pitches and attendance");
    assert_eq!(document["url"], "https://donnees.aubrelle.example/en/datasets/marches-plein-air/");
    assert_eq!(document["distribution"][0]["name"], "Attendance, November 2026");
    assert_eq!(document["keywords"][5], "Economy and finance");
    assert_eq!(document.get("@id"), None, "two descriptions of one name");
    assert_eq!(document["identifier"][0], "822dc162-8df5-4bdf-ac72-6905c5a311f2");
}

#[test]
fn descriptions_have_the_length_that_google_takes() {
    let long = "word ".repeat(3000);
    let example = format!(
        "title: Wells\n==> content/datasets/short.yaml <==\ntitle: Springs of the whole valley\ndescription: Springs.\n\
         ==> content/datasets/long.yaml <==\ntitle: Rivers\ndescription: {long}\n"
    );
    for documents in [documents(&published()), documents(&crate::catalog::site(&example))] {
        for document in documents {
            let length = document["description"].as_str().unwrap().chars().count();
            assert!((50..=5000).contains(&length) || document["name"] == "Wells", "{length} {}", document["name"]);
        }
    }
    let documents = documents(&crate::catalog::site(&example));
    let said = documents[2]["description"].as_str().unwrap();
    assert!(said.starts_with("Springs. “Springs of the whole valley” is a dataset"), "{said}");
}

#[test]
fn identifiers_of_others_are_told_and_led_to() {
    let example = "title: Trees\nidentifiers: [10.5072/trees-2024, { type: ark, value: \"ark:/99999/x\" }, inventory 12]\n\
                   harvest: { remote_url: \"https://elsewhere.example/trees\" }\nlicense: https://own.example/terms\n\
                   creators: [{ name: Ada, orcid: 0000-0002-1825-0097 }, { name: Bob, role: custodian }]\nseries: Counts\n";
    let document = &documents(&crate::catalog::site(example))[0];
    let doi = json!({
        "@type": "PropertyValue", "propertyID": "doi", "value": "10.5072/trees-2024",
        "url": "https://doi.org/10.5072/trees-2024",
    });
    assert_eq!(document["identifier"][1], doi);
    assert_eq!(document["identifier"][3], "inventory 12");
    let same =
        ["https://doi.org/10.5072/trees-2024", "https://n2t.net/ark:/99999/x", "https://elsewhere.example/trees"];
    assert_eq!(document["sameAs"], json!(same));
    assert_eq!(document["license"], "https://own.example/terms");
    let ada = json!({ "@type": "Person", "name": "Ada", "sameAs": "https://orcid.org/0000-0002-1825-0097" });
    assert_eq!(document["creator"], json!([ada]));
    assert_eq!(document["contributor"], json!([{ "@type": "Person", "name": "Bob" }]));
    assert_eq!(document["isPartOf"], json!({ "@type": "CreativeWorkSeries", "name": "Counts" }));
}

#[test]
fn restricted_data_say_so_and_what_was_withdrawn_says_nothing() {
    let example = "title: Roads\naccess: { type: restricted, reason: \"Safety <of> all.\" }\n\
                   ==> content/datasets/gone.yaml <==\ntitle: Gone\nretired: { date: 2026-01-01 }\n";
    let site = crate::catalog::site(example);
    let documents = documents(&site);
    assert_eq!(documents.len(), 1);
    assert_eq!(documents[0].get("isAccessibleForFree"), None);
    assert_eq!(documents[0]["conditionsOfAccess"], "Restricted. Safety <of> all.");
    let theme = Theme::load(&Default::default()).unwrap();
    let exports = Exports::new(&site, &theme);
    let written: Vec<String> = (0..2).filter_map(|at| schema_org::dataset(exports.context(), at, 0)).collect();
    assert!(written[0].contains("\\u003cof>") && !written[0].contains('<'), "{}", written[0]);
}

#[test]
fn the_home_page_describes_the_catalogue_and_its_search() {
    let made = pages(&published());
    let graph = block(&made["en/index.html"])["@graph"].clone();
    assert_eq!(graph[0]["@type"], "WebSite");
    let template = "https://donnees.aubrelle.example/en/search/?q={search_term_string}";
    assert_eq!(graph[0]["potentialAction"]["target"]["urlTemplate"], template);
    assert_eq!(graph[1]["@type"], "DataCatalog");
    assert_eq!(graph[1]["name"], "Aubrelle data");
    assert_eq!(graph[1]["publisher"]["name"], "Town of Aubrelle");
}

#[test]
fn without_a_public_address_nothing_leads_into_the_site() {
    let made = pages(&site(&demonstration(), Drafts::Left));
    for (path, page) in made.iter().filter(|(_, page)| page.contains("<script type=\"application/ld+json\">")) {
        let document = block(page);
        let mut waiting = vec![&document];
        while let Some(value) = waiting.pop() {
            match value {
                Value::Array(values) => waiting.extend(values),
                Value::Object(map) => {
                    for key in ["url", "contentUrl", "sameAs", "logo", "license", "@id", "urlTemplate"] {
                        let text = map.get(key).and_then(Value::as_str).unwrap_or("urn:");
                        let whole = ["https://", "http://", "urn:"].iter().any(|start| text.starts_with(start));
                        assert!(whole, "{path}: {key} is {text}");
                    }
                    waiting.extend(map.values());
                }
                _ => {}
            }
        }
    }
    assert_eq!(block(&made["index.html"])["@graph"].as_array().unwrap().len(), 1, "no site to search");
}

#[test]
fn the_newest_snapshots_are_encodings_of_the_catalogue() {
    let digest = "0".repeat(64);
    let entry = |day: usize| {
        format!(
            "[[snapshots]]\nfile = \"https://a.example/</script>{day}.zip\"\ndate = \"2026-10-{day:02}\"\nsize = 7\nsha256 = \"{digest}\"\n"
        )
    };
    let mut files = demonstration();
    let settings = files.get_mut("site.toml").unwrap();
    (1..=13).for_each(|day| settings.extend_from_slice(entry(day).as_bytes()));
    let graph = block(&pages(&site(&files, Drafts::Left))["index.html"])["@graph"].clone();
    let catalog = graph.as_array().unwrap().iter().find(|thing| thing["@type"] == "DataCatalog").unwrap();
    assert_eq!(catalog["encoding"].as_array().unwrap().len(), 12);
    assert_eq!(
        catalog["encoding"][0],
        json!({
            "@type": "DataDownload",
            "contentUrl": "https://a.example/%3C/script%3E13.zip",
            "contentSize": "7 B",
            "sha256": digest,
            "datePublished": "2026-10-13"
        })
    );
}
