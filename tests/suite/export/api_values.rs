//! What the files of the JSON API say.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::api::{Files, ORCHARDS, api, complete, json, many};
use crate::catalog::{site, site_of};
use crate::samples::demonstration;

#[track_caller]
fn says(value: &Value, expected: &[(&str, Value)]) {
    for (pointer, expected) in expected {
        assert_eq!(value.pointer(pointer), Some(expected), "{pointer}");
    }
}

#[test]
fn a_dataset_says_what_its_descriptor_says() {
    let dataset = json(&api(&complete()), &format!("api/1/datasets/{ORCHARDS}.json"));
    says(
        &dataset,
        &[
            ("/id", json!(ORCHARDS)),
            ("/title", json!("Orchard yields of the Orle valley")),
            ("/acronym", json!("OYOV")),
            ("/slug", json!("orchard-yields")),
            ("/description_short", json!("What the orchards of the valley gave, harvest by harvest.")),
            ("/created_at", json!("2019-11-05")),
            ("/last_modified", json!("2026-10-17")),
            ("/last_update", json!("2026-10-18T07:45:00Z")),
            ("/internal/created_at_internal", json!("2021-02-03T08:30:00Z")),
            ("/internal/last_modified_internal", json!("2026-10-20T16:05:00Z")),
            ("/deleted", Value::Null),
            ("/archived", Value::Null),
            ("/status", json!("active")),
            ("/private", json!(false)),
            ("/featured", json!(true)),
            ("/tags", json!(["orchard", "apple", "harvest", "agriculture"])),
            ("/badges", json!([{ "kind": "hvd" }, { "kind": "inspire" }])),
            ("/themes", json!(["AGRI", "ENVI"])),
            ("/languages", json!(["fr", "en"])),
            ("/hvd_category", json!("earth-observation-and-environment")),
            ("/frequency", json!("annual")),
            ("/license", json!("lov2")),
            ("/license_detail/id", json!("etalab-2.0")),
            ("/license_detail/written", json!("etalab-2.0")),
            ("/access_type", json!("restricted")),
            ("/access_audiences/1", json!({ "role": "company_and_association", "condition": "under_condition" })),
            ("/access_type_reason", json!("Some lines name the grower.")),
            ("/access_type_reason_category", json!("confidentiality_of_personal_data")),
            ("/authorization_request_url", json!("https://www.orle.example/ask")),
            ("/schema/version", json!("1.2.0")),
            ("/version", json!("7.1")),
            ("/series", json!("Orchard figures")),
            (
                "/identifiers",
                json!([
                    { "type": "doi", "value": "10.5072/orle.2026.7" },
                    { "type": "ark", "value": "ark:/99999/orle7" },
                ]),
            ),
            ("/links/0/url", json!("https://www.orle.example/weighing")),
            ("/links/0/translations", json!([{ "language": "fr", "words": "Comment nous pesons" }])),
            ("/organization/slug", json!("orle-valley")),
            ("/owner", Value::Null),
            ("/contact_points/0/role", json!("custodian")),
            ("/contact_points/1/role", json!("contact")),
            ("/creators/0/person/slug", json!("ines-calvet")),
            ("/creators/0/orcid", json!("0000-0002-1825-0097")),
            ("/creators/1/organization/slug", json!("orle-valley")),
            ("/creators/2/name", json!("Survey office Latour")),
            ("/temporal_coverage", json!({ "start": "2019-03", "end": "2026-09-30" })),
            ("/spatial/zones", json!(["country:fr", "fr:epci:249900010"])),
            ("/spatial/places/1/name", json!("Orle valley")),
            ("/spatial/bbox", json!([-1.05, 48.12, -0.81, 48.31])),
            ("/spatial/geom/type", json!("Polygon")),
            ("/spatial/geom/coordinates/0/0", json!([-1.05, 48.12])),
            ("/spatial/granularity", json!("poi")),
            ("/former_slugs", json!(["apple-yields"])),
            ("/harvest/remote_id", json!("oy-7")),
            ("/harvest/local_fields", json!(["tags", "summary"])),
            ("/transfer/status", json!("accepted")),
            ("/extras", json!({ "orle:shelf": "B12", "reviewed": true, "rounds": 3 })),
            ("/metrics", json!({ "reuses": 1, "dataservices": 1 })),
            ("/translations/0/language", json!("fr")),
            ("/translations/0/title", json!("Récoltes des vergers de la vallée de l’Orle")),
            ("/unrecognized", json!([])),
            ("/iri", json!(format!("https://data.orle.example/id/dataset/{ORCHARDS}"))),
            ("/uri", json!(format!("https://data.orle.example/api/1/datasets/{ORCHARDS}.json"))),
            ("/page", json!("https://data.orle.example/datasets/orchard-yields/")),
        ],
    );
    says(
        &dataset["resources"][0],
        &[
            ("/title", json!("Harvests")),
            ("/filetype", json!("file")),
            ("/type", json!("main")),
            ("/format", json!("csv")),
            ("/mime", json!("text/csv")),
            ("/filesize", json!(339)),
            ("/url", json!("https://data.orle.example/datasets/orchard-yields/files/tables/harvests.csv")),
            ("/path", json!("tables/harvests.csv")),
            ("/checksum/type", json!("sha256")),
            ("/license", json!("odc-odbl")),
            ("/languages", json!(["en"])),
            ("/extras", json!({ "orle:box": 4 })),
            ("/table/complete", json!(true)),
        ],
    );
}

#[test]
fn the_quality_of_a_dataset_is_that_of_its_profiles() {
    let site = complete();
    let files = api(&site);
    let quality = json(&files, "api/1/quality.json");
    let place = site.catalog.dataset_index("orchard-yields").unwrap();
    let score = &site.scores[place][etal::score::find("data-gouv").unwrap().0];
    let dataset = json(&files, &format!("api/1/datasets/{ORCHARDS}.json"));
    let met = |value: &Value| value.as_object().unwrap().values().filter(|value| **value == json!(true)).count();
    // The tenth truth says that there are resources, which is no criterion.
    assert_eq!(met(&dataset["quality"]) as i32 - 1, score.points);
    let rows = quality["data"].as_array().unwrap();
    let row = rows.iter().find(|row| row["dataset"]["id"] == ORCHARDS).unwrap();
    let profiles: Vec<&str> = etal::score::PROFILES.iter().map(|profile| profile.id).collect();
    assert_eq!(row["scores"].as_object().unwrap().keys().map(String::as_str).collect::<Vec<_>>(), profiles);
    for profile in profiles {
        let mut short = row["scores"][profile].clone();
        assert!(short.as_object_mut().unwrap().remove("criteria").is_some());
        assert_eq!(dataset["scores"][profile], short);
    }
    let verdict = |id: &str| if dataset["quality"][id] == json!(true) { "passed" } else { "failed" };
    assert_eq!(row["scores"]["data-gouv"]["criteria"]["license"], verdict("license"));
}

/// Follows `next_page` from the first page, with the path of the file that an address leads to.
fn pages(files: &Files, list: &str, path_of: impl Fn(&str, &str) -> String) -> Vec<(String, Value)> {
    let mut path = format!("api/1/{list}.json");
    let mut pages = Vec::new();
    loop {
        let page = json(files, &path);
        let next = page["next_page"].as_str().map(|address| path_of(address, &path));
        pages.push((path, page));
        match next {
            Some(next) => path = next,
            None => return pages,
        }
    }
}

/// The path that a relative address leads to.
fn relative(address: &str, from: &str) -> String {
    let mut folders: Vec<&str> = from.split('/').collect();
    folders.pop();
    for part in address.split('/') {
        match part {
            ".." => drop(folders.pop()),
            part => folders.push(part),
        }
    }
    folders.join("/")
}

#[test]
fn pages_lead_to_each_other_and_hold_every_listed_dataset_once() {
    let files = api(&many());
    let absolute = |address: &str, _: &str| address.strip_prefix("https://data.example/").unwrap().to_owned();
    let pages = pages(&files, "datasets", absolute);
    let sizes: Vec<usize> = pages.iter().map(|(_, page)| page["data"].as_array().unwrap().len()).collect();
    assert_eq!(sizes, [100, 100, 50]);
    let mut before = Value::Null;
    for (number, (path, page)) in pages.iter().enumerate() {
        assert_eq!((&page["page"], &page["page_size"], &page["total"]), (&json!(number + 1), &json!(100), &json!(250)));
        assert_eq!(page["previous_page"], before, "{path}");
        before = json!(format!("https://data.example/{path}"));
    }
    let listed: Vec<&Value> = pages.iter().flat_map(|(_, page)| page["data"].as_array().unwrap()).collect();
    let slugs: BTreeSet<&str> = listed.iter().map(|dataset| dataset["slug"].as_str().unwrap()).collect();
    assert_eq!(slugs.len(), 250);
    assert!(slugs.contains("set-000") && !slugs.contains("hidden"));
    let lines = &files["api/1/datasets.ndjson"];
    assert_eq!(lines.lines().count(), 250);
    for (line, dataset) in lines.lines().zip(listed) {
        let own = &files[&format!("api/1/datasets/{}.json", dataset["id"].as_str().unwrap())];
        assert_eq!(serde_json::from_str::<Value>(line).unwrap(), *dataset);
        assert_eq!(own.strip_suffix('\n').unwrap(), line);
    }
}

#[test]
fn drafts_are_in_no_file_even_where_the_pages_have_them() {
    let mut files = demonstration();
    files.insert(
        String::from("content/topics/t.yaml"),
        b"title: T\ndatasets: [brouillon-zanzibar-halle-neuve]\n".to_vec(),
    );
    for (path, text) in [
        ("content/reuses/zanzibar-reuse.yaml", "title: Zanzibar reuse\nprivate: true\ndatasets: [comptages-velo]\n"),
        ("content/services/zanzibar-api.yaml", "title: Zanzibar API\nprivate: true\ndatasets: [comptages-velo]\n"),
        ("content/topics/zanzibar-topic.yaml", "title: Zanzibar topic\nprivate: true\ndatasets: [comptages-velo]\n"),
    ] {
        files.insert(path.to_owned(), text.as_bytes().to_vec());
    }
    let site = site_of(&files);
    assert!(site.catalog.dataset("brouillon-zanzibar-halle-neuve").is_some(), "the pages have it");
    for (path, text) in api(&site) {
        assert!(!text.to_lowercase().contains("zanzibar"), "{path}");
    }
}

#[test]
fn archived_and_retired_datasets_have_a_file_and_no_place_in_lists() {
    let files = api(&site(
        "title: A\narchived: true\n==> content/datasets/b.yaml <==\ntitle: B\nretired: { date: 2024-05, reason: Wrong }\n\
         replaced_by: c\n==> content/datasets/c.yaml <==\ntitle: C\n",
    ));
    let listed = json(&files, "api/1/datasets.json");
    assert_eq!((listed["total"].clone(), listed["data"][0]["title"].clone()), (json!(1), json!("C")));
    let own = |title: &str| {
        let of = |path: &&String| path.starts_with("api/1/datasets/");
        files.keys().filter(of).map(|path| json(&files, path)).find(|one| one["title"] == title).unwrap()
    };
    says(&own("A"), &[("/archived", json!(true)), ("/deleted", Value::Null), ("/status", json!("archived"))]);
    let retired = [
        ("/deleted", json!("2024-05")),
        ("/deleted_reason", json!("Wrong")),
        ("/status", json!("retired")),
        ("/replaced_by/title", json!("C")),
    ];
    says(&own("B"), &retired);
    assert_eq!(json(&files, "api/1/quality.json")["total"], json!(3));
}

#[test]
fn without_a_public_address_addresses_are_relative_to_the_file() {
    let mut text = String::new();
    for number in 0..101 {
        text.push_str(&format!("==> content/datasets/set-{number:03}.yaml <==\ntitle: Set\ntags: [water]\n"));
    }
    text.push_str(
        "==> content/datasets/set-000/a b.csv <==\nx,y\n1,2\n==> content/datasets/files.yaml <==\ntitle: F\n",
    );
    text.push_str("==> content/datasets/hosted/dataset.yaml <==\ntitle: H\nresources: [{ path: a b.csv }]\n");
    text.push_str("==> content/datasets/hosted/a b.csv <==\nx,y\n1,2\n");
    text.push_str("==> site.toml <==\nid = \"5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001\"\ntitle = \"Test\"\n");
    let files = api(&site(&text));
    let pages = pages(&files, "datasets", relative);
    assert_eq!(pages.len(), 2);
    for (path, page) in &pages {
        for dataset in page["data"].as_array().unwrap() {
            let own = relative(dataset["uri"].as_str().unwrap(), path);
            assert_eq!(json(&files, &own)["id"], dataset["id"]);
            let page = format!("datasets/{}/index.html", dataset["slug"].as_str().unwrap());
            assert_eq!(relative(dataset["page"].as_str().unwrap(), path), page);
            assert!(dataset["iri"].as_str().unwrap().starts_with("urn:uuid:"));
        }
    }
    let hosted = pages.iter().flat_map(|(path, page)| {
        let datasets = page["data"].as_array().unwrap();
        datasets.iter().filter_map(move |one| Some(relative(one.pointer("/resources/0/url")?.as_str()?, path)))
    });
    assert_eq!(hosted.collect::<Vec<_>>(), ["datasets/hosted/files/a%20b.csv"]);
    let document = json(&files, "api/1/openapi.json");
    assert_eq!(document["servers"], json!([{ "url": "../.." }]));
}

#[test]
fn nothing_that_runs_or_deceives_leaves_a_descriptor() {
    let files = api(&site(
        "title: \"A\\u202Eb\\u0007c\\n  d\"\nlicense: My own terms\nfrequency: now and then\n\
         links: ['javascript:alert(1)', '/relative', 'https://ok.example/']\n\
         extras: { \"k\\u202E\": \"v\\u2066w\", deep: [{ a: \"b\\u0000\" }] }\n\
         harvest: { uri: 'javascript:alert(2)', remote_url: ftp://x.example/ }\n\
         strange: kept\nresources: [{ url: 'javascript:alert(3)', type: odd }]\n",
    ));
    let dataset = &json(&files, "api/1/datasets.json")["data"][0];
    says(
        dataset,
        &[
            ("/title", json!("Abc d")),
            ("/license", Value::Null),
            ("/license_detail", json!({ "written": "My own terms", "id": null, "title": "My own terms", "url": null })),
            ("/frequency", Value::Null),
            ("/unrecognized", json!([{ "key": "frequency", "value": "now and then" }])),
            ("/extras", json!({ "k": "vw", "deep": [{ "a": "b" }], "strange": "kept" })),
            ("/harvest/uri", Value::Null),
            ("/harvest/remote_url", json!("ftp://x.example/")),
            ("/resources/0/url", Value::Null),
            ("/resources/0/type", json!("main")),
            ("/resources/0/unrecognized", json!([{ "key": "type", "value": "odd" }])),
        ],
    );
    let links: Vec<&Value> = dataset["links"].as_array().unwrap().iter().map(|link| &link["url"]).collect();
    assert_eq!(links, [&json!("https://ok.example/")]);
}

#[test]
fn vocabularies_say_how_many_listed_datasets_have_each_code() {
    let site = site_of(&demonstration());
    let files = api(&site);
    let mut licenses: BTreeMap<String, u64> = BTreeMap::new();
    let mut frequencies: BTreeMap<String, u64> = BTreeMap::new();
    for line in files["api/1/datasets.ndjson"].lines() {
        let dataset: Value = serde_json::from_str(line).unwrap();
        for (counts, member) in [(&mut licenses, "license"), (&mut frequencies, "frequency")] {
            if let Some(code) = dataset[member].as_str() {
                *counts.entry(code.to_owned()).or_default() += 1;
            }
        }
    }
    for (list, counts) in [("licenses", licenses), ("frequencies", frequencies)] {
        let rows = json(&files, &format!("api/1/{list}.json"));
        let rows = rows.as_array().unwrap();
        let ids: BTreeSet<&str> = rows.iter().map(|row| row["id"].as_str().unwrap()).collect();
        assert_eq!(ids.len(), rows.len(), "{list}");
        let used = rows.iter().filter(|row| row["datasets"] != json!(0));
        let used = used.map(|row| (row["id"].as_str().unwrap().to_owned(), row["datasets"].as_u64().unwrap()));
        assert_eq!(used.collect::<BTreeMap<_, _>>(), counts, "{list}");
        assert!(counts.len() > 1, "{list}");
    }
}
