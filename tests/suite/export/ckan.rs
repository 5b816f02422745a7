//! Files in the shape of CKAN's action API.

use serde_json::{Value, json};

use super::api::{complete, json};
use super::written;
use crate::catalog::site;

#[test]
fn a_package_says_what_the_descriptor_says() {
    let files = written(&complete(), "ckan");
    let answer = json(&files, "api/3/action/package_show/orchard-yields.json");
    assert_eq!(answer["success"], json!(true));
    let expected = [
        ("/id", json!("3b7c7a52-7a4b-4c59-9a55-0d6a4a1e6c01")),
        ("/name", json!("orchard-yields")),
        ("/title", json!("Orchard yields of the Orle valley")),
        ("/url", json!("https://data.orle.example/datasets/orchard-yields/")),
        ("/version", json!("7.1")),
        ("/license_id", json!("lov2")),
        ("/isopen", json!(true)),
        ("/maintainer_email", json!("data@orle.example")),
        ("/organization/name", json!("orle-valley")),
        ("/metadata_created", json!("2021-02-03T08:30:00Z")),
        ("/private", json!(false)),
        ("/state", json!("active")),
        ("/num_resources", json!(4)),
        ("/num_tags", json!(4)),
        ("/tags/1/name", json!("apple")),
        ("/groups/0/name", json!("orchards")),
        ("/resources/0/url", json!("https://data.orle.example/datasets/orchard-yields/files/tables/harvests.csv")),
        ("/resources/0/format", json!("CSV")),
        ("/resources/0/size", json!(339)),
        ("/resources/1/hash", json!("9e107d9d372bb6826bd81d3542a419d6")),
        ("/resources/3/position", json!(3)),
    ];
    for (pointer, expected) in expected {
        assert_eq!(answer["result"].pointer(pointer), Some(&expected), "{pointer}");
    }
    let extras = answer["result"]["extras"].as_array().unwrap();
    let extra = |key: &str| extras.iter().find(|extra| extra["key"] == key).map(|extra| extra["value"].clone());
    assert_eq!(extra("temporal_start"), Some(json!("2019-03")));
    assert_eq!(extra("rounds"), Some(json!("3")));
    let geometry = extra("spatial").unwrap();
    assert_eq!(serde_json::from_str::<Value>(geometry.as_str().unwrap()).unwrap()["type"], json!("Polygon"));
}

#[test]
fn the_list_has_the_listed_datasets_and_drafts_have_no_package() {
    let files = written(
        &site(
            "title: A\n==> content/datasets/b.yaml <==\ntitle: B\narchived: true\n\
             ==> content/datasets/c.yaml <==\ntitle: C\nprivate: true\n==> content/datasets/d.yaml <==\ntitle: D\nretired: {}\n",
        ),
        "ckan",
    );
    assert_eq!(json(&files, "api/3/action/package_list.json")["result"], json!(["example"]));
    let paths: Vec<&str> = files.keys().map(String::as_str).collect();
    let expected = ["package_list", "package_show/b", "package_show/d", "package_show/example"];
    assert_eq!(paths, expected.map(|name| format!("api/3/action/{name}.json")));
    assert_eq!(json(&files, "api/3/action/package_show/d.json")["result"]["state"], json!("deleted"));
}
