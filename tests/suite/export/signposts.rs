//! What leads to the pages: sitemap, robots.txt, OpenSearch, llms.txt.

use std::collections::{BTreeMap, BTreeSet};

use etal::site::Site;
use roxmltree::Document;

use super::written;
use crate::catalog;

const TOWN: &str = r#"title: Lake [north]
description: How warm the lake is.
organization: water
tags: [eau]
modified: 2026-11-20
==> content/datasets/archived.yaml <==
title: Archived
modified: 2026-11-22
archived: true
==> content/datasets/secret.yaml <==
title: Secret
private: true
==> content/organizations/water.yaml <==
name: Water board
metadata_modified: 2026-11-21T09:00:00Z
==> content/reuses/old.yaml <==
title: Old
url: https://a.example/
archived: true
==> content/topics/shore.yaml <==
title: Shore
description: "*All* about the shore."
datasets: [example]
==> content/topics/hidden.yaml <==
title: Hidden
private: true
==> site.toml <==
id = "5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001"
title = "Open data of the town"
description = "What the town knows."
base_url = "https://data.example/"
languages = ["en", "fr"]
"#;

/// The addresses of a sitemap with their dates.
fn addresses(site: &Site) -> BTreeMap<String, Option<String>> {
    let text = written(site, "sitemap").remove("sitemap.xml").unwrap();
    let map = Document::parse(&text).unwrap();
    let all: Vec<_> = map.descendants().filter(|node| node.has_tag_name("url")).collect();
    let value = |node: &roxmltree::Node<'_, '_>, name: &str| {
        node.children().find(|child| child.has_tag_name(name)).and_then(|child| child.text()).map(str::to_owned)
    };
    let found: BTreeMap<_, _> = all.iter().map(|url| (value(url, "loc").unwrap(), value(url, "lastmod"))).collect();
    assert_eq!(found.len(), all.len(), "no address twice");
    found
}

#[test]
fn a_sitemap_has_the_pages_that_may_be_listed_in_all_languages() {
    let found = addresses(&catalog::site(TOWN));
    for path in ["", "datasets/", "datasets/example/", "organizations/water/", "tags/eau/", "topics/shore/", "search/"]
    {
        for root in ["https://data.example/", "https://data.example/fr/"] {
            assert!(found.contains_key(&format!("{root}{path}")), "{root}{path}");
        }
    }
    for path in ["datasets/archived/", "datasets/secret/", "reuses/old/", "topics/hidden/", "404.html"] {
        assert!(!found.contains_key(&format!("https://data.example/{path}")), "{path}");
    }
    assert!(!found.keys().any(|address| address.contains("list/datasets/")), "no other page or order of a list");
    assert_eq!(found["https://data.example/datasets/example/"].as_deref(), Some("2026-11-20"));
    assert_eq!(found["https://data.example/organizations/water/"].as_deref(), Some("2026-11-21T09:00:00Z"));
    assert_eq!(found["https://data.example/topics/shore/"], None);
}

/// The pages of the demonstration are in its sitemap exactly when they say nothing to search engines.
#[test]
fn pages_and_sitemap_agree_on_what_may_be_listed() {
    let folder = crate::demonstration::copy();
    let arguments = ["build", "--quiet", "--drafts", "--now", catalog::NOW, "--base-url", "https://data.example/"];
    let built = crate::demonstration::etal(folder.path()).args(arguments).output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let files = crate::demonstration::tree(&folder.path().join("public"));
    let text = String::from_utf8(files["sitemap.xml"].clone()).unwrap();
    let map = Document::parse(&text).unwrap();
    let listed: BTreeSet<&str> =
        map.descendants().filter(|node| node.has_tag_name("loc")).filter_map(|node| node.text()).collect();
    let is_page = |path: &str| path.ends_with("index.html") && !path.contains("/files/");
    // Lists beyond their first page, or in another order.
    let goes_on =
        |path: &str| path.trim_start_matches("en/").starts_with("list/") && !path.contains("list/quality/index");
    let mut pages = 0;
    for (path, bytes) in files.iter().filter(|(path, _)| is_page(path) && !goes_on(path)) {
        let html = String::from_utf8_lossy(bytes);
        let refused = html.contains("noindex");
        let address = format!("https://data.example/{}", path.trim_end_matches("index.html"));
        assert_eq!(listed.contains(address.as_str()), !refused, "{address}");
        pages += usize::from(!refused);
    }
    assert_eq!(listed.len(), pages);
}

#[test]
fn robots_are_led_to_the_sitemap_at_the_root_of_a_host() {
    let site = |from: &str, to: &str| catalog::site(&TOWN.replace(from, to));
    let robots = |site: &Site| written(site, "robots").remove("robots.txt");
    let whole = "User-agent: *\nAllow: /\n\nSitemap: https://data.example/sitemap.xml\n";
    assert_eq!(robots(&catalog::site(TOWN)).as_deref(), Some(whole));
    let off = site("languages =", "[exports]\nsitemap = false\n[other]\nlanguages =");
    assert_eq!(robots(&off).as_deref(), Some("User-agent: *\nAllow: /\n"));
    assert_eq!(robots(&site("data.example/", "data.example/town/")), None, "no crawler would look there");
}

#[test]
fn opensearch_names_the_catalogue_in_whole_words() {
    let text = written(&catalog::site(TOWN), "opensearch").remove("opensearch.xml").unwrap();
    let description = Document::parse(&text).unwrap();
    let said = |name: &str| description.descendants().find(|node| node.has_tag_name(name)).unwrap();
    assert_eq!(said("ShortName").text(), Some("Open data"));
    assert_eq!(said("LongName").text(), Some("Open data of the town"));
    assert_eq!(said("Url").attribute("template"), Some("https://data.example/search/?q={searchTerms}"));
}

#[test]
fn llms_txt_introduces_the_catalogue() {
    let text = written(&catalog::site(TOWN), "llms").remove("llms.txt").unwrap();
    let (head, rest) = text.split_once("\n## ").unwrap();
    assert!(
        head.starts_with("# Open data of the town\n\n> What the town knows.\n\nThe catalogue has 1 dataset.\n"),
        "{head}"
    );
    let sections: BTreeMap<&str, &str> = rest.split("\n## ").filter_map(|part| part.split_once("\n\n")).collect();
    assert_eq!(sections["Publishers"], "- [Water board](https://data.example/organizations/water/): 1 dataset\n");
    assert_eq!(sections["Topics"], "- [Shore](https://data.example/topics/shore/): All about the shore.\n");
    assert_eq!(
        sections["Datasets updated last"],
        "- [Lake \\[north\\]](https://data.example/datasets/example/): How warm the lake is.\n"
    );
    let forms = sections["Machine forms"];
    assert!(forms.contains("- [Atom](https://data.example/feed.xml): Follow new"), "{forms}");
    assert!(!forms.contains("citation.bib") && !forms.contains("robots.txt"), "{forms}");
    let cited = catalog::site(&format!("{TOWN}[exports]\nbibtex = true\n"));
    let text = written(&cited, "llms").remove("llms.txt").unwrap();
    assert!(
        text.contains("- BibTeX: ") && text.contains("`https://data.example/datasets/<slug>/citation.bib`"),
        "{text}"
    );
    assert!(!text.contains("Secret") && !text.contains("Hidden"), "no draft");
}
