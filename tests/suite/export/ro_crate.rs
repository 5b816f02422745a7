//! RO-Crate: a flat graph in which every reference below the crate leads to an entity.

use std::collections::BTreeSet;

use serde_json::Value;

use super::written;
use crate::catalog;

/// All ids that are referred to.
fn references(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            if let (1, Some(id)) = (members.len(), members.get("@id")) {
                found.insert(id.as_str().unwrap().to_owned());
            }
            members.values().for_each(|member| references(member, found));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

#[test]
fn every_reference_leads_to_one_entity() {
    let site = catalog::site(
        "==> content/datasets/example/dataset.yaml <==\ntitle: Trees\nlicense: CC-BY-4.0\norganization: town\nseries: Plants\n\
         creators: [{name: Ann}, {organization: town}]\ncontact_points: [{name: Desk, email: desk@a.example}]\n\
         spatial: {zones: [country:fr], bbox: [-1, 47, 2, 49]}\nresources:\n\
         - {title: Trees, path: trees and more.csv}\n- {title: Far, url: 'https://a.example/far.csv', license: ODbL-1.0}\n\
         ==> content/datasets/example/trees and more.csv <==\na\n1\n\
         ==> content/organizations/town.yaml <==\nname: Town\n",
    );
    let text = written(&site, "ro-crate").remove("datasets/example/ro-crate-metadata.json").unwrap();
    let document: Value = serde_json::from_str(&text).unwrap();
    let graph = document["@graph"].as_array().unwrap();
    let ids: Vec<&str> = graph.iter().map(|entity| entity["@id"].as_str().unwrap()).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{ids:?}");
    assert_eq!(ids[..2], ["ro-crate-metadata.json", "./"]);
    let mut referred = BTreeSet::new();
    references(&document["@graph"], &mut referred);
    let lost: Vec<&String> = referred.iter().filter(|id| !ids.contains(&id.as_str())).collect();
    assert_eq!(lost, ["https://w3id.org/ro/crate/1.1"], "the specification alone is outside");
    for id in
        ["files/trees%20and%20more.csv", "https://a.example/far.csv", "https://creativecommons.org/licenses/by/4.0/"]
    {
        assert!(referred.contains(id), "{id}");
    }
}
