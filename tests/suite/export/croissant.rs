//! Croissant: files with digests, and columns only where the format can read them.

use serde_json::{Value, json};

use super::written;
use crate::catalog;

#[test]
fn tables_with_commas_have_fields_and_others_are_files() {
    let site = catalog::site(
        "==> content/datasets/example/dataset.yaml <==\ntitle: Trees\nresources:\n\
         - {title: Trees, path: trees.csv}\n- {title: Arbres, path: arbres.csv}\n\
         ==> content/datasets/example/trees.csv <==\nname,height,day,jour\noak,12.5,2024-05-31,31/05/2024\n\
         ==> content/datasets/example/arbres.csv <==\nnom;hauteur\nchêne;12,5\n",
    );
    let text = written(&site, "croissant").remove("datasets/example/croissant.json").unwrap();
    let document: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(document["conformsTo"], "http://mlcommons.org/croissant/1.0");
    let files = document["distribution"].as_array().unwrap();
    assert_eq!(files.len(), 2);
    assert_eq!(files[1]["contentUrl"], "https://data.example/datasets/example/files/arbres.csv");
    assert_eq!(files[1]["sha256"], etal::probe::sha256("nom;hauteur\nchêne;12,5\n".as_bytes()));
    let sets = document["recordSet"].as_array().unwrap();
    assert_eq!(sets.len(), 1);
    assert_eq!(
        sets[0]["field"][1]["source"],
        json!({ "fileObject": { "@id": "trees.csv" }, "extract": { "column": "height" } })
    );
    let types: Vec<&Value> = sets[0]["field"].as_array().unwrap().iter().map(|field| &field["dataType"]).collect();
    assert_eq!(types, ["sc:Text", "sc:Float", "sc:Date", "sc:Text"]);
}
