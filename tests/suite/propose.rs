//! The page of proposals as a text: every field is there, and what is written by hand needs no script.

use std::collections::BTreeSet;

use etal::descriptor::{fields, resource_fields};
use etal::inputs::Drafts;
use etal::model::Kind;

use crate::catalog::{SITE, site_of};
use crate::pages::{demonstration, pages, site, values};

/// Keys that the form leaves to git, to importers, to whoever keeps the catalogue, or to an editor.
const LEFT_OUT: [&str; 14] = [
    "id",
    "private",
    "featured",
    "metadata_created",
    "metadata_modified",
    "archived",
    "retired",
    "replaced_by",
    "redirects",
    "harvest",
    "transfer",
    "extras",
    "path",
    "slug",
];

#[test]
fn the_page_has_every_field_of_a_dataset_and_of_its_files() {
    let pages = pages(&site(&demonstration(), Drafts::Left));
    for path in ["propose/index.html", "en/propose/index.html"] {
        let page = &pages[path];
        let found: BTreeSet<&str> = values(page, "data-field").into_iter().collect();
        let wanted = fields(Kind::Dataset).iter().chain(resource_fields()).map(|field| field.key);
        let missing: Vec<&str> = wanted.filter(|key| !found.contains(key) && !LEFT_OUT.contains(key)).collect();
        assert!(missing.is_empty(), "{path}: {missing:?}");
        assert!(found.contains("slug"));
        let labels: BTreeSet<&str> = values(page, "for").into_iter().collect();
        let ids: BTreeSet<&str> = values(page, "id").into_iter().collect();
        assert!(labels.is_subset(&ids), "{:?}", labels.difference(&ids));
        for described in values(page, "aria-describedby").iter().flat_map(|list| list.split(' ')) {
            assert!(ids.contains(described) || described.ends_with("-hint"), "{described}");
        }
    }
    assert!(pages["propose/index.html"].contains("<option value=\"annual\">Annuelle</option>"));
    assert!(pages["en/propose/index.html"].contains("<option value=\"ville-aubrelle\">"));
    assert!(pages["datasets/index.html"].contains("href=\"../propose/index.html\""));
    assert!(pages["datasets/comptages-velo/index.html"].contains("href=\"../../propose/index.html\""), "in the footer");
}

#[test]
fn without_a_script_the_page_says_how_to_write_a_descriptor_by_hand() {
    let pages = pages(&site(&demonstration(), Drafts::Left));
    let page = &pages["en/propose/index.html"];
    let (form, hand) = page.split_once("id=\"by-hand\"").unwrap();
    assert!(form.contains("data-propose hidden") && form.contains("<noscript>"));
    assert!(hand.contains("content/datasets/<i>name</i>/dataset.yaml"));
    assert!(hand.contains("title: Open-air markets of Examplebury"));
    assert!(hand.contains("href=\"https://github.com/aubrelle/donnees/new/main\""));
    assert!(hand.contains("href=\"mailto:donnees@aubrelle.example\""));
}

#[test]
fn each_forge_has_its_own_page_of_new_files() {
    #[track_caller]
    fn case(forge: &str, expected: &str) {
        let settings = format!("{SITE}[forge]\n{forge}\n");
        let site = site_of(&[(String::from("site.toml"), settings.into_bytes())].into());
        let page = &pages(&site)["propose/index.html"];
        let start = page.find("data-href=").unwrap();
        assert_eq!(page[start..].split('>').next().unwrap(), expected);
    }
    case(
        "url = \"https://github.com/a/b\"\nbranch = \"a b\"",
        "data-href=\"https://github.com/a/b/new/a%20b\" data-folder=\"\" data-name=\"filename\" data-content=\"value\"",
    );
    case(
        "url = \"https://gitlab.com/a/b\"\nfolder = \"/x/\"",
        "data-href=\"https://gitlab.com/a/b/-/new/main\" data-folder=\"x/\" data-name=\"file_name\" data-content=\"\"",
    );
    case(
        "url = \"https://codeberg.org/a/b\"",
        "data-href=\"https://codeberg.org/a/b/_new/main/\" data-folder=\"\" data-name=\"filename\" data-content=\"value\"",
    );
}

#[test]
fn a_site_can_do_without_the_page() {
    let site = site_of(&[(String::from("site.toml"), format!("{SITE}propose = false\n").into_bytes())].into());
    let pages = pages(&site);
    assert!(!pages.contains_key("propose/index.html"));
    assert!(pages.values().all(|page| !page.contains("propose/")));
}
