//! Atom and JSON feeds: what is in them, in which order, and what never is.

use etal::site::Site;
use roxmltree::{Document, Node};
use serde_json::Value;

use super::written;
use crate::catalog;

const LAKE: &str = r#"title: Lake & <river>
description: "See [the *file*](data.csv), [a page](other.html) and [this](javascript:x).\n\nA < B"
organization: water
tags: [Eau, bain]
created: 2020-05
modified: 2026-11-20T10:00:00+02:00
resources: [{title: a, path: data.csv}]
==> content/datasets/example/data.csv <==
a,b
==> content/datasets/year.yaml <==
title: {fr: Année, en: Year}
tags: [eau]
modified: 2025
metadata_created: 2026-01-01
==> content/datasets/future.yaml <==
title: Future
tags: [eau]
modified: 2031-01-01
metadata_modified: 2026-11-21
==> content/datasets/undated.yaml <==
title: Undated
tags: [eau]
==> content/datasets/archived.yaml <==
title: Archived
modified: 2026-11-22
archived: true
==> content/datasets/secret.yaml <==
title: Secret
modified: 2026-11-22
private: true
tags: [zanzibar]
==> content/organizations/water.yaml <==
name: The water board
url: https://water.example/
==> content/organizations/idle.yaml <==
name: Idle
==> content/topics/shore.yaml <==
title: The shore
datasets: [year, example, secret, archived, year, undated, nothing]
==> content/topics/hidden.yaml <==
title: Hidden
private: true
datasets: [year]
==> site.toml <==
id = "5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001"
title = "Test"
base_url = "https://data.example/open/"
"#;

/// The lake's descriptor in a folder, beside its file.
fn lake() -> String {
    LAKE.replacen("title: Lake", "==> content/datasets/example/dataset.yaml <==\ntitle: Lake", 1)
}

fn texts<'a>(document: &'a Document<'_>, name: &str) -> Vec<&'a str> {
    let all = document.descendants().filter(|node| node.has_tag_name(name));
    all.map(|node| node.text().unwrap_or_default()).collect()
}

fn entries<'a, 'd>(document: &'a Document<'d>) -> Vec<Node<'a, 'd>> {
    document.descendants().filter(|node| node.has_tag_name("entry")).collect()
}

fn child<'a>(node: &Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.children().find(|child| child.has_tag_name(name))?.text()
}

fn titles(feed: &str) -> Vec<String> {
    let document = Document::parse(feed).unwrap();
    entries(&document).iter().map(|entry| child(entry, "title").unwrap().to_owned()).collect()
}

#[test]
fn the_newest_come_first_and_a_date_to_come_is_none() {
    let files = written(&catalog::site(&lake()), "atom");
    let feed = Document::parse(&files["feed.xml"]).unwrap();
    assert_eq!(titles(&files["feed.xml"]), ["Future", "Lake & <river>", "Year"]);
    let updated = ["2026-11-21T00:00:00Z", "2026-11-21T00:00:00Z", "2026-11-20T08:00:00Z", "2025-01-01T00:00:00Z"];
    assert_eq!(texts(&feed, "updated"), updated, "the feed's own is that of its newest entry");
    assert_eq!(texts(&feed, "published"), ["2020-05-01T00:00:00Z"], "none that is later than the update");
}

#[test]
fn an_entry_says_all_that_a_reader_shows() {
    let site = catalog::site(&lake());
    let files = written(&site, "atom");
    let feed = Document::parse(&files["feed.xml"]).unwrap();
    let entry = entries(&feed)[1];
    let id = site.catalog.dataset("example").unwrap().header.identity.uuid;
    assert_eq!(child(&entry, "id"), Some(format!("urn:uuid:{id}").as_str()));
    assert_eq!(child(&entry, "summary"), Some("See the file, a page and this. A < B"));
    assert_eq!(
        child(&entry, "content"),
        Some(
            "<p>See <a href=\"https://data.example/open/datasets/example/files/data.csv\">the <em>file</em></a>, a page \
             and this.</p>\n<p>A &lt; B</p>\n"
        )
    );
    let attributes = |name: &str| -> Vec<Vec<&str>> {
        let named = entry.children().filter(|node| node.has_tag_name(name));
        named.map(|node| node.attributes().map(|attribute| attribute.value()).collect()).collect()
    };
    assert_eq!(attributes("link"), [["alternate", "text/html", "https://data.example/open/datasets/example/"]]);
    let scheme = "https://data.example/open/tags/";
    assert_eq!(attributes("category"), [["eau", scheme, "Eau"], ["bain", scheme, "bain"]]);
    let author = entry.children().find(|node| node.has_tag_name("author")).unwrap();
    assert_eq!(
        [child(&author, "name"), child(&author, "uri")],
        [Some("The water board"), Some("https://water.example/")]
    );
}

#[test]
fn there_is_a_feed_for_each_organisation_tag_and_topic() {
    let files = written(&catalog::site(&lake()), "atom");
    let paths: Vec<&str> = files.keys().map(String::as_str).collect();
    assert_eq!(
        paths,
        [
            "feed.xml",
            "organizations/idle/feed.xml",
            "organizations/water/feed.xml",
            "tags/bain/feed.xml",
            "tags/eau/feed.xml",
            "topics/shore/feed.xml"
        ]
    );
    assert_eq!(titles(&files["organizations/water/feed.xml"]), ["Lake & <river>"]);
    assert_eq!(titles(&files["tags/eau/feed.xml"]), ["Future", "Lake & <river>", "Year"]);
    assert!(!files["tags/eau/feed.xml"].contains("<content"), "summaries are enough for a keyword");
    assert_eq!(titles(&files["topics/shore/feed.xml"]), ["Lake & <river>", "Year"], "each once, and no draft");
    let idle = Document::parse(&files["organizations/idle/feed.xml"]).unwrap();
    assert_eq!(texts(&idle, "updated"), ["2026-11-23T00:00:00Z"], "a feed without entries needs a date all the same");
    assert_eq!(texts(&idle, "title"), ["Idle – Test"]);
    for (path, feed) in &files {
        assert!(feed.contains(&format!(
            "rel=\"self\" type=\"application/atom+xml\" href=\"https://data.example/open/{path}\""
        )));
        assert!(!feed.contains("Secret") && !feed.contains("zanzibar"), "{path} shows a draft");
    }
}

#[test]
fn json_feeds_have_the_same_entries() {
    let site = catalog::site(&lake());
    let (atom, json) = (written(&site, "atom"), written(&site, "json-feed"));
    assert_eq!(atom.len(), json.len());
    for (path, feed) in &json {
        let feed: Value = serde_json::from_str(feed).unwrap();
        assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
        assert_eq!(feed["feed_url"], format!("https://data.example/open/{path}"));
        let items = feed["items"].as_array().unwrap();
        let named: Vec<&str> = items.iter().map(|item| item["title"].as_str().unwrap()).collect();
        assert_eq!(named, titles(&atom[&path.replace(".json", ".xml")]), "{path}");
        let has_content = |item: &Value| item["content_html"].is_string() != item["content_text"].is_string();
        assert!(items.iter().all(has_content), "{path}: exactly one content");
    }
    let feed: Value = serde_json::from_str(&json["feed.json"]).unwrap();
    let lake = &feed["items"][1];
    assert_eq!(lake["tags"], serde_json::json!(["Eau", "bain"]));
    assert_eq!(lake["date_published"], "2020-05-01T00:00:00Z");
    assert_eq!(lake["authors"][0]["name"], "The water board");
    assert_eq!(lake["summary"], "See the file, a page and this. A < B");
}

/// Ids of a feed and of its entries.
fn ids(site: &Site, path: &str) -> Vec<String> {
    let files = written(site, "atom");
    let feed = Document::parse(&files[path]).unwrap();
    texts(&feed, "id").into_iter().map(str::to_owned).collect()
}

#[test]
fn ids_stay_when_address_and_title_change() {
    let before = catalog::site(&lake());
    let after =
        catalog::site(&lake().replace("data.example/open", "elsewhere.example").replace("\"Test\"", "\"Other\""));
    for path in ["feed.xml", "organizations/water/feed.xml", "tags/eau/feed.xml", "topics/shore/feed.xml"] {
        assert_eq!(ids(&before, path), ids(&after, path), "{path}");
    }
    let first = |path: &str| ids(&before, path).remove(0);
    assert_ne!(first("feed.xml"), first("tags/eau/feed.xml"));
    assert_ne!(first("tags/bain/feed.xml"), first("tags/eau/feed.xml"));
}

#[test]
fn a_feed_is_no_longer_than_it_says() {
    let mut example = String::new();
    for n in 0..120 {
        let head = format!("==> content/datasets/d{n:03}.yaml <==\ntitle: D{n}\norganization: o\ntags: [eau]\n");
        example.push_str(&format!("{head}modified: 2026-01-01\n"));
    }
    let files = written(&catalog::site(&example), "atom");
    let counts = ["feed.xml", "organizations/o/feed.xml", "tags/eau/feed.xml"].map(|path| titles(&files[path]).len());
    assert_eq!(counts, [100, 50, 20]);
    assert_eq!(titles(&files["tags/eau/feed.xml"])[..2], ["D0", "D1"], "equal dates are in the order of addresses");
}

#[test]
fn without_a_public_address_there_is_no_feed() {
    let site = catalog::site(&lake().replace("base_url", "# base_url"));
    assert!(written(&site, "atom").is_empty() && written(&site, "json-feed").is_empty());
}
