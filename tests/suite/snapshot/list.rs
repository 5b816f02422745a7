//! The list of snapshots in `site.toml`: what is read of it, what is refused, and the page that shows it.

use std::collections::BTreeMap;

use etal::import::{Source, dcat};
use etal::model::SnapshotFile;
use etal::site::Site;

use crate::catalog::{SITE, site, site_of};
use crate::export::written;
use crate::pages::{pages, values};

const DIGEST: &str = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

fn entry(file: &str, date: &str) -> String {
    format!("[[snapshots]]\nfile = {file:?}\ndate = {date:?}\nsize = 18734022\nsha256 = \"{DIGEST}\"\n")
}

/// A site with this at the end of its settings, in French and English, and one file of `content/static/`.
fn listing(entries: &str) -> Site {
    let languages = "languages = [\"fr\", \"en\"]\n";
    site(&format!(
        "title: Trees\n==> site.toml <==\n{SITE}{languages}{entries}==> content/static/snapshots/a.tar.gz <==\nx\n"
    ))
}

/// What is wrong with the settings: rule and place, without what only concerns texts.
fn wrong(entries: &str) -> Vec<String> {
    let site = listing(entries);
    let about_lists = site.findings.all().iter().filter(|one| one.path.to_string().starts_with("snapshots"));
    about_lists.map(|one| format!("{} {}", one.rule.name, one.path)).collect()
}

#[test]
fn snapshots_are_listed_newest_first_with_the_digits_in_lower_case() {
    let old = entry("./snapshots/a.tar.gz", "2025-11-01").replace(DIGEST, &DIGEST.to_uppercase());
    let site = listing(&(old + &entry("https://forge.example/b.zip", "2026-11-01")));
    let listed: Vec<_> = site.config.snapshots.iter().map(|one| (one.file.as_str(), one.date.to_string())).collect();
    assert_eq!(
        listed,
        [("https://forge.example/b.zip", "2026-11-01".to_owned()), ("snapshots/a.tar.gz", "2025-11-01".to_owned())]
    );
    let last = &site.config.snapshots[1];
    assert_eq!((last.place, last.size_bytes, last.sha256.as_str()), (0, 18_734_022, DIGEST));
    assert_eq!(last.file, SnapshotFile::Path(String::from("snapshots/a.tar.gz")));
    assert_eq!(wrong(&entry("snapshots/a.tar.gz", "2025")), Vec::<String>::new());
}

#[test]
fn a_date_of_toml_is_a_date_too() {
    let entry = entry("https://forge.example/b.zip", "x").replace("\"x\"", "2026-11-01");
    assert_eq!(listing(&entry).config.snapshots[0].date.to_string(), "2026-11-01");
}

#[test]
fn each_value_that_cannot_be_is_a_finding_at_its_place() {
    let good = entry("https://forge.example/b.zip", "2026-11-01");
    let case = |from: &str, to: &str, expected: &[&str]| {
        let changed = good.replace(from, to);
        assert_ne!(changed, good);
        assert_eq!(wrong(&changed), expected, "{to}");
        assert!(listing(&changed).config.snapshots.is_empty(), "{to} is not shown");
    };
    case("file = \"https://forge.example/b.zip\"\n", "", &["missing-field snapshots[0].file"]);
    case("date = \"2026-11-01\"\n", "", &["missing-field snapshots[0].date"]);
    case("size = 18734022\n", "", &["missing-field snapshots[0].size"]);
    case(&format!("sha256 = \"{DIGEST}\"\n"), "", &["missing-field snapshots[0].sha256"]);
    case("2026-11-01", "01/11/2026", &["bad-date snapshots[0].date"]);
    case("2026-11-01", "2026-02-30", &["impossible-date snapshots[0].date"]);
    case("18734022", "-1", &["wrong-type snapshots[0].size"]);
    case("18734022", "\"18 MB\"", &["wrong-type snapshots[0].size"]);
    case("18734022", "1.5", &["wrong-type snapshots[0].size"]);
    case("9f86", "9g86", &["bad-snapshot snapshots[0].sha256"]);
    case("9f86", "9f8", &["bad-snapshot snapshots[0].sha256"]);
    for file in ["../b.zip", "snapshots/../../b.zip", "/etc/passwd", "C:/b.zip", "a\\\\b.zip"] {
        case("https://forge.example/b.zip", file, &["bad-snapshot snapshots[0].file"]);
    }
    for file in [
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://forge.example/b.zip",
        "mailto:a@b.example",
        "https://",
        "a//b",
        "a/",
    ] {
        case("https://forge.example/b.zip", file, &["bad-snapshot snapshots[0].file"]);
    }
}

#[test]
fn unknown_keys_second_entries_and_files_that_are_not_there_are_findings() {
    let good = entry("https://forge.example/b.zip", "2026-11-01");
    assert_eq!(wrong(&format!("{good}title = \"x\"\n")), ["unknown-key snapshots[0].title"]);
    let twice = format!("{good}{}", good.replace("2026", "2025"));
    assert_eq!(wrong(&twice), ["bad-snapshot snapshots[1].file"]);
    assert_eq!(listing(&twice).config.snapshots.len(), 1);
    assert_eq!(wrong(&entry("snapshots/b.tar.gz", "2025")), ["orphaned-reference snapshots[0].file"]);
    assert_eq!(wrong("snapshots = \"x\"\n").len(), 4, "a text is an entry that lacks everything");
}

/// The pages of a site that lists one snapshot elsewhere and one of its own.
fn shown() -> BTreeMap<String, String> {
    let entries = entry("https://forge.example/d/town-2026-11-01.zip", "2026-11-01");
    pages(&listing(&(entries + &entry("snapshots/a.tar.gz", "2025-11-01"))))
}

#[test]
fn there_is_a_page_in_each_language_and_only_with_a_snapshot() {
    let pages = shown();
    for (path, heading, size, date) in [
        ("snapshots/index.html", "<h1>Instantanés</h1>", "19\u{a0}Mo", "1er nov. 2026"),
        ("en/snapshots/index.html", "<h1>Snapshots</h1>", "19\u{a0}MB", "1 Nov 2026"),
    ] {
        let page = &pages[path];
        for expected in [
            heading,
            size,
            date,
            DIGEST,
            "<code>etal snapshot verify town-2026-11-01.zip</code>",
            "<code>sha256sum town-2026-11-01.zip</code>",
            "<code>shasum -a 256 town-2026-11-01.zip</code>",
            "<code>certutil -hashfile town-2026-11-01.zip SHA256</code>",
        ] {
            assert!(page.contains(expected), "{path}: {expected}: {page}");
        }
        let links = values(page, "href");
        let up = "../".repeat(path.matches('/').count());
        assert!(links.contains(&"https://forge.example/d/town-2026-11-01.zip"), "{links:?}");
        assert!(page.contains(&format!("href=\"{up}snapshots/a.tar.gz\" download>a.tar.gz</a>")), "{page}");
    }
    let without = crate::pages::pages(&listing(""));
    assert!(without.iter().all(|(path, page)| !path.contains("snapshots/") && !page.contains("snapshots/index")));
}

#[test]
fn footers_and_the_page_for_developers_lead_there() {
    // The page of a lost address has no frame: nobody knows where it is shown.
    for (path, page) in shown().into_iter().filter(|(path, _)| path != "404.html") {
        let leads = values(&page, "href").iter().filter(|href| href.ends_with("snapshots/index.html")).count();
        let expected = if path.ends_with("developers/index.html") { 2 } else { 1 };
        assert!(leads >= expected, "{path}: {leads}");
    }
}

#[test]
fn the_sitemap_and_the_introduction_for_language_models_name_the_page() {
    let site = listing(&entry("https://forge.example/b.zip", "2026-11-01"));
    let sitemap = &written(&site, "sitemap")["sitemap.xml"];
    for language in ["", "en/"] {
        let url =
            format!("<url><loc>https://data.example/{language}snapshots/</loc><lastmod>2026-11-01</lastmod></url>");
        assert!(sitemap.contains(&url), "{sitemap}");
    }
    let llms = &written(&site, "llms")["llms.txt"];
    assert!(llms.contains("- [Instantanés](https://data.example/snapshots/): "), "{llms}");
    assert!(!written(&listing(""), "llms")["llms.txt"].contains("nstantané"));
}

#[test]
fn hostile_names_say_no_more_than_themselves() {
    let hostile = "https://forge.example/d/$(touch x);<script>\\\"'&.zip?a=\\\"><img src=x>";
    let pages = pages(&listing(&entry("x", "2026").replace("\"x\"", &format!("\"{hostile}\""))));
    for path in ["snapshots/index.html", "en/snapshots/index.html"] {
        let page = &pages[path];
        assert!(!page.contains("<script>") && !page.contains("<img src=x"), "{page}");
        let file = if path.starts_with("en") { "FILE" } else { "FICHIER" };
        assert!(page.contains(&format!("<code>sha256sum {file}</code>")), "{page}");
        assert!(!page.contains("sha256sum $("), "{page}");
        let link = values(page, "href").into_iter().find(|href| href.contains("touch")).unwrap();
        assert!(link.starts_with("https://forge.example/d/") && !link.contains(['<', '>', ' ']), "{link}");
    }
}

#[test]
fn a_file_that_is_not_there_is_named_without_a_link() {
    let pages = pages(&listing(&entry("snapshots/gone.zip", "2026")));
    let page = &pages["snapshots/index.html"];
    assert!(page.contains("<td>gone.zip</td>"), "{page}");
    assert!(!values(page, "href").iter().any(|href| href.contains("gone.zip")));
}

#[test]
fn an_import_of_the_catalogue_lists_them_again() {
    let site = listing(
        &(entry("https://forge.example/b.zip", "2026-11-01") + &entry("snapshots/a.tar.gz", "2025-11-01T10:00:00Z")),
    );
    let mut source = Source::default();
    source.files.insert(String::from("catalog.ttl"), written(&site, "turtle")["catalog.ttl"].clone().into_bytes());
    let again = site_of(&dcat::convert(&source).files).config.snapshots;
    let mut expected = site.config.snapshots;
    expected[1].file = SnapshotFile::Address(String::from("https://data.example/snapshots/a.tar.gz"));
    assert_eq!(again, expected);
}
