//! Citations: the sentence, BibTeX and CSL JSON say the same, and nothing breaks them.

use std::collections::BTreeMap;

use etal::export::Exports;
use etal::site::Site;
use etal::theme::Theme;
use serde_json::{Value, json};

use super::written;
use crate::catalog;

const TREES: &str = r#"title: {fr: "Arbres {rares} & 100 % d’ombre", en: Rare trees}
license: etalab-2.0
organization: ville
creators:
  - {person: maud}
  - {name: Atelier des arbres}
  - {person: maud}
identifiers: ["https://doi.org/10.5555/arbres_1"]
modified: 2026-11-22
version: "2.1"
resources: [{title: a, url: "https://a.example/a.csv"}]
==> content/organizations/ville.yaml <==
name: Ville d’Aubrelle
==> content/people/maud.yaml <==
name: Maud Querrien
==> content/datasets/plain.yaml <==
title: Plain
organization: ville
modified: 2026-04
==> content/datasets/nobody.yaml <==
title: Who?
modified: 2031-01-01
==> content/datasets/secret.yaml <==
title: Secret
private: true
==> site.toml <==
id = "5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001"
title = "Données"
languages = ["fr", "en"]
base_url = "https://data.example/"
"#;

fn sentence(site: &Site, slug: &str, language: &str) -> String {
    let theme = Theme::load(&BTreeMap::new()).unwrap();
    let exports = Exports::choosing(site, &theme, |_| false);
    let context = exports.context();
    let index = site.catalog.dataset_index(slug).unwrap();
    context.citation(index, language).text(context.messages_for(language)).to_string()
}

#[test]
fn a_citation_names_who_when_what_and_where() {
    let site = catalog::site(TREES);
    assert_eq!(
        sentence(&site, "example", "fr"),
        "Maud Querrien et Atelier des arbres (2026). Arbres {rares} & 100 % d’ombre. Version 2.1. Ville d’Aubrelle. \
         Données. Licence Ouverte 2.0. https://doi.org/10.5555/arbres_1"
    );
    assert_eq!(
        sentence(&site, "plain", "fr"),
        "Ville d’Aubrelle (2026). Plain. Version avril 2026. Données. https://data.example/datasets/plain/"
    );
    assert_eq!(
        sentence(&site, "nobody", "en"),
        "Données (no date). Who? https://data.example/datasets/nobody/",
        "a date to come dates nothing, and the catalogue is not named twice"
    );
}

#[test]
fn a_day_of_the_data_stands_for_its_version() {
    let site = catalog::site("title: Eau\nmodified: 2026-11-01T10:00:00Z\n");
    let said = ["fr", "en"].map(|language| sentence(&site, "example", language));
    assert!(said[0].contains("Eau. Version of 1 November 2026. "), "words of the site's language: {}", said[0]);
    assert_eq!(said[0], said[1]);
}

#[test]
fn bibtex_is_escaped_and_braced() {
    let files = written(&catalog::site(TREES), "bibtex");
    assert_eq!(
        files["datasets/example/citation.bib"],
        r"@dataset{example,
  author    = {Maud Querrien and {Atelier des arbres}},
  title     = {{Arbres \textbraceleft{}rares\textbraceright{} \& 100 \% d’ombre}},
  year      = {2026},
  month     = nov,
  publisher = {{Ville d’Aubrelle}},
  version   = {2.1},
  note      = {Licence Ouverte 2.0},
  doi       = {10.5555/arbres_1},
  url       = {https://data.example/datasets/example/}
}
"
    );
    assert!(files["datasets/plain/citation.bib"].contains("  author    = {{Ville d’Aubrelle}},\n"));
    assert_eq!(files.len(), 3, "no draft: {:?}", files.keys());
}

#[test]
fn csl_json_has_the_same_parts() {
    let files = written(&catalog::site(TREES), "csl-json");
    let items: Value = serde_json::from_str(&files["datasets/example/citation.json"]).unwrap();
    let expected = json!([{
        "type": "dataset",
        "id": "example",
        "author": [{"family": "Querrien", "given": "Maud"}, {"literal": "Atelier des arbres"}],
        "issued": {"date-parts": [[2026, 11, 22]]},
        "title": "Arbres {rares} & 100 % d’ombre",
        "publisher": "Ville d’Aubrelle",
        "DOI": "10.5555/arbres_1",
        "URL": "https://data.example/datasets/example/",
        "version": "2.1",
        "license": "Licence Ouverte 2.0",
        "language": "fr",
    }]);
    assert_eq!(items, expected);
    let plain: Value = serde_json::from_str(&files["datasets/plain/citation.json"]).unwrap();
    assert_eq!(plain[0]["issued"], json!({"date-parts": [[2026, 4]]}));
    assert_eq!(plain[0]["publisher"], "Données", "the producer is the author already");
    assert_eq!(files.len(), 3, "no draft: {:?}", files.keys());
}

#[test]
fn a_site_without_an_address_cites_without_one() {
    let site = catalog::site(&TREES.replace("base_url = \"https://data.example/\"\n", ""));
    let files = written(&site, "bibtex");
    assert!(!files["datasets/plain/citation.bib"].contains("url"), "{}", files["datasets/plain/citation.bib"]);
    assert!(files["datasets/example/citation.bib"].contains("url       = {https://doi.org/10.5555/arbres_1}"));
}
