//! Data packages: paths that exist, digests that are right, types that hold for every row.

use serde_json::{Value, json};

use super::written;
use crate::catalog;
use crate::demonstration;

const DATA: &str = "==> content/datasets/example/dataset.yaml <==\ntitle: Trees\nlicense: etalab-2.0\nresources:\n\
    - {title: Trees, path: trees.csv}\n\
    - {title: Again, path: sub/trees.csv}\n\
    - {title: Elsewhere, url: 'https://a.example/x.csv'}\n";

fn package(files: &str) -> Value {
    let text = written(&catalog::site(&format!("{DATA}{files}")), "datapackage");
    serde_json::from_str(&text["datasets/example/datapackage.json"]).unwrap()
}

fn fields(table: &str) -> Value {
    package(&format!("==> content/datasets/example/trees.csv <==\n{table}"))["resources"][0]["schema"]["fields"].clone()
}

#[test]
fn hosted_files_are_resources_with_their_own_names() {
    let package = package(
        "==> content/datasets/example/trees.csv <==\nname;height\noak;12,5\n\
         ==> content/datasets/example/sub/trees.csv <==\na\n1\n",
    );
    assert_eq!(package["$schema"], "https://datapackage.org/profiles/2.0/datapackage.json");
    let resources = package["resources"].as_array().unwrap();
    let member = |name: &str| resources.iter().map(|one| one[name].clone()).collect::<Vec<_>>();
    assert_eq!(member("name"), ["trees", "trees-2"]);
    assert_eq!(member("path"), ["files/trees.csv", "files/sub/trees.csv"]);
    assert_eq!(resources[0]["dialect"], json!({ "delimiter": ";" }));
    assert_eq!(resources[0]["bytes"], 21);
    assert_eq!(resources[0]["mediatype"], "text/csv");
    assert_eq!(package["licenses"][0]["name"], "etalab-2.0");
}

#[test]
fn columns_say_how_their_values_are_written() {
    let found = fields(
        "day;when;height;is_old;note;mixed\n31/05/2024;2024-05-31T10:00Z;12,5;vrai;;1,5\n1/6/2024;2024-06-01T10:00Z;3;faux;;1.5\n",
    );
    let booleans = (
        json!(["true", "True", "TRUE", "vrai", "Vrai", "VRAI"]),
        json!(["false", "False", "FALSE", "faux", "Faux", "FAUX"]),
    );
    assert_eq!(
        found,
        json!([
            { "name": "day", "type": "date", "format": "%d/%m/%Y" },
            { "name": "when", "type": "datetime", "format": "%Y-%m-%dT%H:%MZ" },
            { "name": "height", "type": "number", "decimalChar": "," },
            { "name": "is_old", "type": "boolean", "trueValues": booleans.0, "falseValues": booleans.1 },
            { "name": "note", "type": "any" },
            { "name": "mixed", "type": "string" },
        ])
    );
}

#[test]
fn a_table_that_was_not_read_to_its_end_promises_texts_only() {
    let rows = "1;2024-05-31\n".repeat(90_000);
    assert_eq!(
        fields(&format!("a;b\n{rows}")),
        json!([{ "name": "a", "type": "string" }, { "name": "b", "type": "string" }])
    );
}

#[test]
fn a_table_that_is_none_has_no_columns() {
    for table in ["a;b\n1\n", "a;a\n1;2\n", "a;\n1;2\n"] {
        assert_eq!(fields(table), Value::Null, "{table}");
    }
}

#[test]
fn only_datasets_that_publish_files_have_a_package() {
    let text = "==> content/datasets/a/dataset.yaml <==\ntitle: a\nprivate: true\nresources: [{title: a, path: a.csv}]\n\
        ==> content/datasets/a/a.csv <==\na\n1\n\
        ==> content/datasets/b/dataset.yaml <==\ntitle: b\nretired: {date: 2020-01-01}\nresources: [{title: a, path: a.csv}]\n\
        ==> content/datasets/b/a.csv <==\na\n1\n\
        ==> content/datasets/c.yaml <==\ntitle: c\nresources: [{title: a, url: 'https://a.example/a.csv'}]\n\
        ==> content/datasets/d/dataset.yaml <==\ntitle: d\narchived: {date: 2020-01-01}\nresources: [{title: a, path: a.csv}]\n\
        ==> content/datasets/d/a.csv <==\na\n1\n";
    let paths: Vec<String> = written(&catalog::site(text), "datapackage").into_keys().collect();
    assert_eq!(paths, ["datasets/d/datapackage.json"]);
}

#[test]
fn every_package_of_the_demonstration_describes_the_files_beside_it() {
    let site = demonstration::site();
    let mut tables = 0;
    for folder in std::fs::read_dir(site.join("datasets")).unwrap().map(|entry| entry.unwrap().path()) {
        let Ok(text) = std::fs::read_to_string(folder.join("datapackage.json")) else {
            continue;
        };
        let package: Value = serde_json::from_str(&text).unwrap();
        for resource in package["resources"].as_array().unwrap() {
            let bytes = std::fs::read(folder.join(resource["path"].as_str().unwrap())).unwrap();
            assert_eq!(resource["bytes"], bytes.len());
            assert_eq!(resource["hash"], format!("sha256:{}", etal::probe::sha256(&bytes)));
            tables += usize::from(resource["type"] == "table");
        }
    }
    assert!(tables >= 25, "{tables}");
}
