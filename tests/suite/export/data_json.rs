//! `data.json`: what is required is always there, and says where it comes from.

use serde_json::{Value, json};

use super::written;
use crate::catalog;

fn datasets(example: &str) -> Vec<Value> {
    let text = written(&catalog::site(example), "data-json").remove("data.json").unwrap();
    let catalog: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(catalog["conformsTo"], "https://project-open-data.cio.gov/v1.1/schema");
    catalog["dataset"].as_array().unwrap().clone()
}

#[track_caller]
fn case(descriptor: &str, member: &str, expected: Value) {
    let dataset = datasets(descriptor).remove(0);
    assert_eq!(dataset.get(member).cloned().unwrap_or_default(), expected, "{descriptor}");
}

fn contact(name: &str, email: &str) -> Value {
    json!({ "@type": "vcard:Contact", "fn": name, "hasEmail": format!("mailto:{email}") })
}

#[test]
fn a_descriptor_with_a_title_alone_has_all_that_is_required() {
    let dataset = datasets("title: Trees\n").remove(0);
    let required = ["title", "description", "keyword", "modified", "publisher", "contactPoint", "identifier"];
    for member in required.into_iter().chain(["accessLevel"]) {
        assert!(!dataset[member].is_null(), "{member}: {dataset}");
    }
    assert_eq!(dataset["modified"], catalog::NOW);
    assert_eq!(dataset["keyword"], json!(["Test"]));
    assert_eq!(dataset["publisher"]["name"], "Test");
    assert_eq!(dataset["contactPoint"], contact("Test", "unknown@contact.invalid"));
    assert_eq!(dataset["accessLevel"], "public");
}

#[test]
fn the_contact_is_the_nearest_that_can_be_written_to() {
    let town = "==> content/organizations/town.yaml <==\nname: Town\nemail: town@a.example\n";
    let contacts = "contact_points:\n- {name: Maps, email: maps@a.example, role: custodian}\n- {name: Desk, email: desk@a.example}\n";
    case(&format!("title: a\norganization: town\n{contacts}{town}"), "contactPoint", contact("Desk", "desk@a.example"));
    let form = "contact_points: [{name: Desk, url: 'https://a.example/ask'}]\n";
    case(&format!("title: a\norganization: town\n{form}{town}"), "contactPoint", contact("Desk", "town@a.example"));
    let wrong = "contact_points: [{name: Desk, email: 'ask us'}]\n";
    case(&format!("title: a\norganization: town\n{wrong}{town}"), "contactPoint", contact("Desk", "town@a.example"));
    let site = format!("==> site.toml <==\n{}email = \"site@a.example\"\n", catalog::SITE);
    case(&format!("title: a\n{site}"), "contactPoint", contact("Test", "site@a.example"));
}

#[test]
fn keywords_come_from_tags_themes_formats_or_the_producer() {
    let format = "resources: [{title: a, url: 'https://a.example/a', format: csv}]\n";
    case(&format!("title: a\ntags: [water]\nthemes: [ENVI]\n{format}"), "keyword", json!(["water"]));
    case(&format!("title: a\nthemes: [ENVI]\n{format}"), "keyword", json!(["Environment"]));
    case(&format!("title: a\n{format}"), "keyword", json!(["CSV"]));
    case("title: a\norganization: town\n", "keyword", json!(["town"]));
}

#[test]
fn the_date_is_that_of_the_data_of_the_metadata_of_creation_or_today() {
    case("title: a\nmodified: 2024-05\nmetadata_modified: 2025-01-01\n", "modified", json!("2024-05"));
    case("title: a\nmetadata_modified: 2025-01-01\ncreated: 2020-01-01\n", "modified", json!("2025-01-01"));
    case("title: a\ncreated: 2020-01-01\n", "modified", json!("2020-01-01"));
    case("title: a\n", "modified", json!(catalog::NOW));
}

#[test]
fn both_ends_of_a_period_are_said_as_precisely_as_each_other() {
    case("title: a\ntemporal_coverage: {start: 2014, end: 2026}\n", "temporal", json!("2014/2026"));
    case("title: a\ntemporal_coverage: {start: 2014, end: 2026-03}\n", "temporal", json!("2014-01-01/2026-03-31"));
    let open = "title: a\nmodified: 2026-11-03\ntemporal_coverage: {start: 2022-01-01}\n";
    case(open, "temporal", json!("2022-01-01/2026-11-03"));
    case("title: a\ntemporal_coverage: {end: 2022-01-01}\n", "temporal", Value::Null);
}

#[test]
fn access_says_who_may_have_the_data_and_why_not_all() {
    case("title: a\naccess: {type: open_with_account}\n", "accessLevel", json!("public"));
    let restricted = "title: a\naccess: {type: restricted, reason: Names., url: 'https://a.example/ask'}\n";
    case(restricted, "accessLevel", json!("non-public"));
    case(restricted, "rights", json!("Names. — https://a.example/ask"));
    let some = "title: a\naccess: {type: restricted, audiences: [{role: company_and_association, condition: under_condition}]}\n";
    case(some, "accessLevel", json!("restricted public"));
}

#[test]
fn frequencies_are_intervals_or_irregular_or_nothing() {
    case("title: a\nfrequency: monthly\n", "accrualPeriodicity", json!("R/P1M"));
    case("title: a\nfrequency: irregular\n", "accrualPeriodicity", json!("irregular"));
    case("title: a\nfrequency: unknown\n", "accrualPeriodicity", Value::Null);
}

#[test]
fn a_link_without_media_type_only_gives_access() {
    let resources = "title: a\nresources:\n\
        - {title: file, url: 'https://a.example/été.csv'}\n\
        - {title: page, url: 'https://a.example/x', format: strange}\n\
        - {title: script, url: 'javascript:alert(1)'}\n\
        - {title: notes, type: documentation, url: 'https://a.example/n.pdf'}\n";
    let dataset = datasets(resources).remove(0);
    assert_eq!(
        dataset["distribution"],
        json!([
            { "@type": "dcat:Distribution", "title": "file", "downloadURL": "https://a.example/%C3%A9t%C3%A9.csv",
              "mediaType": "text/csv", "format": "CSV" },
            { "@type": "dcat:Distribution", "title": "page", "accessURL": "https://a.example/x", "format": "strange" },
        ])
    );
    assert_eq!(dataset["references"], json!(["https://a.example/n.pdf"]));
}

#[test]
fn neither_drafts_nor_archived_nor_retired_datasets_are_there() {
    let example = "title: a\nseries: draft\n\
        ==> content/datasets/draft.yaml <==\ntitle: Draft\nprivate: true\n\
        ==> content/datasets/old.yaml <==\ntitle: Old\narchived: {date: 2020-01-01}\n\
        ==> content/datasets/gone.yaml <==\ntitle: Gone\nretired: {date: 2020-01-01}\n\
        ==> content/services/draft.yaml <==\ntitle: Secret\nprivate: true\nurl: https://api.a.example/\ndatasets: [example]\n\
        ==> content/services/open.yaml <==\ntitle: Open\nurl: https://api.a.example/open\ndatasets: [example]\n";
    let datasets = datasets(example);
    let titles: Vec<&Value> = datasets.iter().map(|dataset| &dataset["title"]).collect();
    assert_eq!(titles, ["a"]);
    assert_eq!(datasets[0].get("isPartOf"), None, "the series is a draft");
    let apis: Vec<&Value> = datasets[0]["distribution"].as_array().unwrap().iter().map(|one| &one["title"]).collect();
    assert_eq!(apis, ["Open"]);
}
