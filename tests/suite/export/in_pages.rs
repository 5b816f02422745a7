//! What pages say of machine forms: the links of their heads and the page for developers.

use std::collections::BTreeSet;

use etal::export::Scope;
use etal::inputs::Drafts;
use etal::site::{FacetKind, PageKey, Site, plan};
use etal::theme::Theme;

use crate::pages::{demonstration, exports, pages, resolved, site, values};

/// The demonstration catalogue at a public address.
pub(super) fn published() -> Site {
    let mut files = demonstration();
    let settings = String::from_utf8(files.remove("site.toml").unwrap()).unwrap();
    let settings = settings.replace("# base_url", "base_url");
    files.insert(String::from("site.toml"), settings.into_bytes());
    site(&files, Drafts::Left)
}

/// The links of a head: `rel`, `href` and `type`.
fn links(page: &str) -> Vec<(String, String, String)> {
    let head = page.split("</head>").next().unwrap();
    let value =
        |link: &str, name: &str| values(link, name).first().map_or_else(String::new, |value| (*value).to_owned());
    let tags = head.split("<link").skip(1).map(|rest| rest.split('>').next().unwrap());
    tags.map(|link| (value(link, "rel"), value(link, "href"), value(link, "type"))).collect()
}

#[test]
fn a_head_leads_to_every_machine_form_of_what_the_page_shows() {
    let site = published();
    let theme = Theme::load(&Default::default()).unwrap();
    let exports = exports(&site, &theme);
    let made = pages(&site);
    let planned: BTreeSet<String> =
        plan(&site, &[], [], exports.paths()).into_iter().map(|artifact| artifact.path).collect();
    let mut checked = 0;
    for language in 0..2 {
        for key in site.pages(language) {
            let path = site.page_path(language, &key);
            let scope = match key {
                PageKey::Dataset(index) => Scope::Dataset(index),
                PageKey::Topic(at) => Scope::Topic(at),
                PageKey::Reuse(at) => Scope::Reuse(at),
                PageKey::Facet(FacetKind::Organization, at, 1) => Scope::Organization(at),
                PageKey::Facet(FacetKind::Tag, at, _) => Scope::Tag(at),
                _ => continue,
            };
            let links = links(&made[&path]);
            for file in exports.of(scope) {
                let entry = &file.entry;
                let leads = |link: &(String, String, String)| {
                    resolved(&path, &link.1) == entry.path && link.2 == entry.media_type && link.0.contains("alternate")
                };
                assert!(links.iter().any(leads), "{path} does not lead to {}", entry.path);
                checked += 1;
            }
            let relative = links.iter().filter(|link| !link.1.contains("://") && !link.0.contains("stylesheet"));
            for (_, href, _) in relative {
                assert!(planned.contains(&resolved(&path, href)), "{path} leads to {href}");
            }
        }
    }
    assert!(checked > 0);
}

#[test]
fn every_page_leads_to_the_feeds_and_the_search_of_the_catalogue() {
    let made = pages(&published());
    for (path, page) in made.iter().filter(|(path, _)| *path != "404.html") {
        let links = links(page);
        let found = ["feed.xml", "feed.json", "opensearch.xml"]
            .map(|file| links.iter().filter(|link| resolved(path, &link.1) == file).count());
        assert_eq!(found, [1; 3], "{path}");
    }
}

#[test]
fn a_dataset_names_its_licence_its_files_and_the_address_to_cite() {
    let made = pages(&published());
    let path = "en/datasets/marches-plein-air/index.html";
    let links = links(&made[path]);
    let of = |rel: &str| -> Vec<(&str, &str)> {
        let found = links.iter().filter(|link| link.0 == rel);
        found.map(|link| (link.1.as_str(), link.2.as_str())).collect()
    };
    assert_eq!(of("license"), [("https://www.etalab.gouv.fr/licence-ouverte-open-licence", "")]);
    assert_eq!(of("cite-as"), [("https://donnees.aubrelle.example/datasets/marches-plein-air/", "")]);
    let items = of("item");
    assert_eq!(items[0], ("../../../datasets/marches-plein-air/files/presences-2026-11.csv", "text/csv"));
    assert_eq!(items[5], ("https://commerce.aubrelle.example/api/places-libres", "application/json"));
    assert_eq!(items.len(), 6, "neither documents nor code");
}

#[test]
fn the_page_for_developers_names_every_form() {
    let site = published();
    let theme = Theme::load(&Default::default()).unwrap();
    let exports = exports(&site, &theme);
    let made = pages(&site);
    for (path, is_french) in [("developers/index.html", true), ("en/developers/index.html", false)] {
        let page = &made[path];
        for file in exports.files() {
            let form = file.exporter;
            assert!(page.contains(&format!("<div id=\"{}\">", form.id)), "{path}: {}", form.id);
            assert!(page.contains(if is_french { form.title.fr } else { form.title.en }), "{path}: {}", form.id);
        }
        let whole = exports.of(Scope::Catalog).iter().find(|file| file.exporter.id == "atom").unwrap();
        assert!(page.contains(&format!("https://donnees.aubrelle.example/{}", whole.entry.path)));
    }
}

#[test]
fn without_a_public_address_developers_read_what_is_missing() {
    let made = pages(&site(&demonstration(), Drafts::Left));
    assert!(made["en/developers/index.html"].contains("This site has no public address"));
    assert!(!made["en/developers/index.html"].contains("Harvest this catalogue"));
}
