//! CSV: the columns of data.gouv.fr, read back by another reader of CSV.

use std::collections::BTreeMap;

use super::written;
use crate::catalog;

/// Rows of a table by the names of its columns.
fn rows(example: &str, table: &str) -> Vec<BTreeMap<String, String>> {
    let text = written(&catalog::site(example), "csv").remove(&format!("csv/{table}.csv")).unwrap();
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    let names: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let row = |record: csv::StringRecord| names.iter().cloned().zip(record.iter().map(str::to_owned)).collect();
    reader.records().map(|record| row(record.unwrap())).collect()
}

#[test]
fn the_columns_of_data_gouv_fr_come_first_in_their_order() {
    let files = written(&catalog::site("title: a\n"), "csv");
    let case = |table: &str, expected: &str| {
        let header = files[&format!("csv/{table}.csv")].lines().next().unwrap().replace('"', "");
        assert!(header.starts_with(&format!("{expected};")), "{table}: {header}");
    };
    case(
        "datasets",
        "id;title;slug;acronym;url;organization;organization_id;owner;owner_id;description;description_short;frequency;\
         license;temporal_coverage.start;temporal_coverage.end;spatial.granularity;spatial.zones;spatial.geom;featured;\
         created_at;last_modified;badges;tags;archived;resources_count;main_resources_count;resources_formats;\
         harvest.backend;harvest.domain;harvest.remote_id;harvest.remote_url;harvest.uri;harvest.created_at;\
         harvest.issued_at;harvest.modified_at;harvest.last_update;harvest.dct_identifier;quality_score;\
         metric.discussions;metric.discussions_open;metric.reuses;metric.reuses_by_months;metric.dataservices;\
         metric.followers;metric.followers_by_months;metric.views;metric.resources_downloads",
    );
    case(
        "resources",
        "dataset.id;dataset.title;dataset.slug;dataset.url;dataset.organization;dataset.organization_id;\
         dataset.license;dataset.private;dataset.archived;id;url;title;description;filetype;type;format;mime;filesize;\
         checksum.type;checksum.value;created_at;modified;downloads;harvest.issued_at;harvest.modified_at;\
         harvest.last_update;schema_name;schema_version;preview_url;extras",
    );
    case("tags", "name;datasets;reuses;total");
}

#[test]
fn a_dataset_is_a_line_with_what_is_known() {
    let example = "title: \"=cmd()\"\ndescription: \"Two\\nlines; \\\"quoted\\\"\"\norganization: town\nlicense: etalab-2.0\n\
        frequency: annual\ntags: [tree, \"@street\"]\nthemes: [ENVI]\nmodified: 2024-05-31\n\
        temporal_coverage: {start: 2020}\nspatial: {zones: [country:fr], bbox: [-1, 47, 2, 49]}\n\
        resources:\n- {title: a, url: 'https://a.example/a.csv', size: 12}\n- {title: b, type: documentation, url: 'https://a.example/b.pdf'}\n\
        ==> content/organizations/town.yaml <==\nname: Town\n\
        ==> content/reuses/map.yaml <==\ntitle: Map\nurl: https://map.example/\ndatasets: [example]\ntags: [tree]\n\
        ==> content/reuses/draft.yaml <==\ntitle: Draft\nprivate: true\ndatasets: [example]\ntags: [tree, hidden]\n";
    let row = rows(example, "datasets").remove(0);
    let case = |column: &str, expected: &str| assert_eq!(row[column], expected, "{column}");
    case("title", "'=cmd()");
    case("description", "Two\nlines; \"quoted\"");
    case("organization", "Town");
    case("license", "Etalab Open Licence 2.0");
    case("frequency", "annual");
    case("tags", "tree,@street");
    case("archived", "False");
    case("resources_count", "2");
    case("main_resources_count", "1");
    case("resources_formats", "csv,pdf");
    case("temporal_coverage.start", "2020");
    case("temporal_coverage.end", "");
    case("spatial.zones", "France");
    case("spatial.bbox", "-1,47,2,49");
    case("metric.reuses", "1");
    case("metric.views", "");
    case("themes", "ENVI");
    assert!(row["quality_score"].parse::<f64>().is_ok_and(|score| (0.0..=1.0).contains(&score)), "{row:?}");
    let tags: Vec<Vec<String>> =
        rows(example, "tags").into_iter().map(|row| vec![row["name"].clone(), row["total"].clone()]).collect();
    assert!(tags.contains(&vec![String::from("tree"), String::from("2")]), "{tags:?}");
    assert!(tags.iter().all(|tag| tag[0] != "hidden"), "{tags:?}");
    let resource = rows(example, "resources").remove(0);
    assert_eq!((resource["dataset.title"].as_str(), resource["filesize"].as_str()), ("'=cmd()", "12"));
    assert_eq!(rows(example, "organizations")[0]["metric.datasets"], "1");
    assert_eq!(rows(example, "reuses").len(), 1);
}

#[test]
fn archived_and_retired_datasets_are_in_and_drafts_are_not() {
    let example = "title: a\n==> content/datasets/b.yaml <==\ntitle: b\narchived: {date: 2020-01-02}\n\
        ==> content/datasets/c.yaml <==\ntitle: c\nretired: {reason: Wrong.}\n\
        ==> content/datasets/d.yaml <==\ntitle: d\nprivate: true\n";
    let found: Vec<(String, String)> =
        rows(example, "datasets").into_iter().map(|row| (row["title"].clone(), row["archived"].clone())).collect();
    let expected = [("b", "2020-01-02"), ("c", "True"), ("a", "False")];
    assert_eq!(found, expected.map(|(title, archived)| (title.to_owned(), archived.to_owned())));
}
