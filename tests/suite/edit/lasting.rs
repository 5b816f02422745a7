//! Addresses that something had, and datasets that are withdrawn: pages, feeds and exports go on answering.

use std::collections::BTreeMap;

use etal::render::Renderer;
use etal::site::{PageKey, Site};
use etal::theme::Theme;

use crate::catalog::site;

const ID: &str = "id: 0b6c6bd1-3a43-4b5f-9a35-1f0d3c9be001\n";

/// The pages of a site by path, without what is the same on all.
fn pages(site: &Site) -> BTreeMap<String, String> {
    let theme = Theme::load(&BTreeMap::new()).unwrap();
    let renderer = Renderer::new(site, &theme).without_minifying();
    let keys = site.pages(0).into_iter().filter(|key| matches!(key, PageKey::Former(_) | PageKey::Dataset(_)));
    let page = |key: PageKey| {
        let bytes = renderer.page(0, &key).unwrap().bytes;
        (site.page_path(0, &key), String::from_utf8(bytes).unwrap())
    };
    keys.map(page).collect()
}

#[test]
fn a_former_address_leads_on_and_is_not_listed() {
    let site = site(&format!(
        "{ID}title: Trees\nredirects: [old-trees, 'no slug', other]\n==> content/datasets/other.yaml <==\ntitle: Other\n"
    ));
    let pages = pages(&site);
    let paths: Vec<&String> = pages.keys().collect();
    assert_eq!(paths, ["datasets/example/index.html", "datasets/old-trees/index.html", "datasets/other/index.html"]);
    let page = &pages["datasets/old-trees/index.html"];
    for part in [
        "<meta http-equiv=\"refresh\" content=\"0; url=../../datasets/example/index.html\">",
        "<meta name=\"robots\" content=\"noindex\">",
        "<link rel=\"canonical\" href=\"https://data.example/datasets/example/\">",
        "<a href=\"../../datasets/example/index.html\">Trees</a>",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
}

#[test]
fn an_organization_that_was_renamed_leads_on_unless_somebody_still_names_it() {
    let organization = format!("==> content/organizations/hall.yaml <==\n{ID}name: Hall\nredirects: [town, mairie]\n");
    let site = site(&format!("title: Trees\norganization: mairie\n{organization}"));
    let former: Vec<String> = site
        .pages(0)
        .iter()
        .filter(|key| matches!(key, PageKey::Former(_)))
        .map(|key| site.page_path(0, key))
        .collect();
    assert_eq!(former, ["organizations/town/index.html"]);
}

#[test]
fn a_withdrawn_dataset_keeps_a_page_that_says_why_and_what_takes_its_place() {
    let site = site(&format!(
        "{ID}title: Trees\nretired: {{ date: 2026-01-02, reason: Counted twice. }}\nreplaced_by: other\nresources:\n  - path: a.csv\n==> content/datasets/example/a.csv <==\na,b\n1,2\n==> content/datasets/other.yaml <==\ntitle: All trees\n"
    ));
    let page = &pages(&site)["datasets/example/index.html"];
    for part in
        ["<meta name=\"robots\" content=\"noindex\">", "Reason: Counted twice.", "2 January 2026", "All trees</a>"]
    {
        assert!(page.contains(part), "{part}\n{page}");
    }
    assert!(!page.contains("files/a.csv\""), "no file of it is published");
}

#[test]
fn feeds_tell_once_that_a_dataset_was_withdrawn() {
    let retired = "organization: hall\nmodified: 2025-01-01\nretired: { date: 2026-01-02, reason: Counted twice. }\nreplaced_by: other\n";
    let others = "==> content/datasets/other.yaml <==\ntitle: All trees\nmodified: 2026-03-01\n==> content/organizations/hall.yaml <==\nname: Hall\n";
    let site = site(&format!("{ID}title: Trees\n{retired}{others}"));
    let files = crate::export::written(&site, "json-feed");
    let feed: serde_json::Value = serde_json::from_str(&files["feed.json"]).unwrap();
    let titles: Vec<&str> =
        feed["items"].as_array().unwrap().iter().map(|item| item["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["All trees", "Trees (Retired)"]);
    let item = &feed["items"][1];
    let words = "This dataset was withdrawn on 2 January 2026. Reason: Counted twice. Replaced by https://data.example/datasets/other/";
    assert_eq!(
        (item["content_text"].as_str(), item["date_modified"].as_str()),
        (Some(words), Some("2026-01-02T00:00:00Z"))
    );
    assert!(files["organizations/hall/feed.json"].contains("Trees (Retired)"));
}

#[test]
fn exports_know_former_names_and_what_is_withdrawn() {
    let site = site(&format!(
        "{ID}title: Trees\nredirects: [old-trees]\nretired: {{ date: 2026-01-02, reason: Counted twice. }}\n"
    ));
    let id = site.catalog.datasets[0].header.identity.uuid;
    let api = &crate::export::written(&site, "api")[&format!("api/1/datasets/{id}.json")];
    let api: serde_json::Value = serde_json::from_str(api).unwrap();
    assert_eq!(api["deleted"], "2026-01-02");
    assert!(api.to_string().contains("\"old-trees\""));
    let turtle = crate::export::written(&site, "turtle");
    let all: String = turtle.values().cloned().collect();
    assert!(all.contains("WITHDRAWN") && all.contains("Counted twice."), "{all}");
}
