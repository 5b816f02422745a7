//! The configuration of an editor in the browser: complete, and true to the catalogue.

use std::collections::BTreeSet;

use etal::cms::{configuration, unheld};
use etal::descriptor::{fields, yaml};
use etal::inputs::Drafts;
use etal::model::Kind;
use serde_json::{Value, json};

use crate::catalog::{SITE, site_of};
use crate::pages;
use crate::project::Project;

/// The configuration as it reads back from its YAML.
fn read(settings: &str, files: &[(&str, &str)]) -> Value {
    let mut all = vec![(String::from("site.toml"), format!("{SITE}{settings}").into_bytes())];
    all.extend(files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())));
    let values = configuration(&site_of(&all.into_iter().collect()), None).unwrap();
    serde_yaml::from_str(&yaml(&values)).unwrap()
}

const FORGE: &str = "[forge]\nurl = \"https://github.com/town/data\"\n";

fn collection<'v>(config: &'v Value, name: &str) -> &'v Value {
    config["collections"].as_array().unwrap().iter().find(|one| one["name"] == name).unwrap_or_else(|| panic!("{name}"))
}

fn field<'v>(collection: &'v Value, name: &str) -> &'v Value {
    collection["fields"].as_array().unwrap().iter().find(|one| one["name"] == name).unwrap_or_else(|| panic!("{name}"))
}

#[test]
fn every_key_that_a_form_can_hold_is_a_field() {
    let config = read(FORGE, &[]);
    for kind in Kind::ALL {
        let collection = collection(&config, kind.folder());
        let names: BTreeSet<&str> =
            collection["fields"].as_array().unwrap().iter().map(|field| field["name"].as_str().unwrap()).collect();
        let wanted = fields(kind).iter().map(|field| field.key).filter(|key| *key != "extras");
        let missing: Vec<&str> = wanted.filter(|key| !names.contains(key)).collect();
        assert!(missing.is_empty(), "{}: {missing:?}", kind.name());
    }
}

#[test]
fn values_have_the_widgets_that_keep_their_form() {
    let config =
        read(FORGE, &[("content/organizations/hall.yaml", "name: Town: hall\n".replace(": h", " h").as_str())]);
    let datasets = collection(&config, "datasets");
    assert_eq!(datasets["path"], "{{slug}}/dataset");
    assert_eq!(datasets["extension"], "yaml");
    assert_eq!(field(datasets, "title")["required"], true);
    assert_eq!(field(datasets, "description")["widget"], "markdown");
    assert_eq!(field(datasets, "private")["widget"], "boolean");
    assert_eq!(field(datasets, "organization")["options"], json!([{ "label": "Town hall", "value": "hall" }]));
    assert_eq!(field(datasets, "tags")["field"]["widget"], "string");
    assert_eq!(field(datasets, "themes")["multiple"], true);
    assert_eq!(field(datasets, "temporal_coverage")["widget"], "object");
    let frequencies = field(datasets, "frequency");
    assert_eq!(frequencies["widget"], "select");
    assert!(frequencies["options"].as_array().unwrap().contains(&json!({ "label": "Annual", "value": "annual" })));
    let resources = field(datasets, "resources");
    assert_eq!(resources["widget"], "list");
    assert_eq!(field(resources, "size")["value_type"], "int");
    assert_eq!(field(resources, "description")["hint"], "What is in it, in Markdown.");
    let others = datasets["fields"].as_array().unwrap().iter().filter(|field| field["name"] != "title");
    assert!(others.clone().all(|field| field["required"] == false));
}

#[test]
fn texts_are_by_language_where_titles_are() {
    let languages = "languages = [\"fr\", \"en\"]\n";
    let config = read(
        &format!("{languages}{FORGE}"),
        &[("content/datasets/a/dataset.yaml", "title: {fr: A, en: A}\n"), ("content/topics/b.yaml", "title: B\n")],
    );
    let title = field(collection(&config, "datasets"), "title");
    assert_eq!(title["widget"], "object");
    assert_eq!(title["fields"][0]["name"], "fr");
    assert_eq!(collection(&config, "datasets")["identifier_field"], "title.fr");
    assert_eq!(field(collection(&config, "topics"), "title")["widget"], "string");
}

#[test]
fn each_form_of_descriptors_has_a_collection() {
    let config = read(
        FORGE,
        &[("content/datasets/a.md", "---\ntitle: A\n---\nText.\n"), ("content/datasets/b.yaml", "title: B\n")],
    );
    let names: Vec<&Value> = config["collections"].as_array().unwrap().iter().map(|one| &one["name"]).collect();
    assert_eq!(names[..3], ["datasets", "datasets-files", "datasets-md"]);
    let markdown = collection(&config, "datasets-md");
    assert_eq!(markdown["format"], "yaml-frontmatter");
    assert_eq!(markdown["create"], false);
    assert_eq!(field(markdown, "body")["label"], "Description");
}

#[test]
fn each_forge_has_its_backend() {
    #[track_caller]
    fn case(forge: &str, backend: &Value, mode: &Value) {
        let config = read(&format!("[forge]\n{forge}\n"), &[]);
        assert_eq!(config["backend"], *backend);
        assert_eq!(config["publish_mode"], *mode);
    }
    case(
        "url = \"https://github.com/a/b\"",
        &json!({ "name": "github", "repo": "a/b", "branch": "main" }),
        &json!("editorial_workflow"),
    );
    case(
        "url = \"https://gitlab.example/a/b/c.git\"\nbranch = \"x\"",
        &json!({ "name": "gitlab", "repo": "a/b/c", "branch": "x", "auth_type": "pkce",
            "base_url": "https://gitlab.example", "api_root": "https://gitlab.example/api/v4" }),
        &json!("editorial_workflow"),
    );
    case(
        "url = \"https://codeberg.org/a/b\"",
        &json!({ "name": "gitea", "repo": "a/b", "branch": "main", "base_url": "https://codeberg.org",
            "api_root": "https://codeberg.org/api/v1" }),
        &Value::Null,
    );
    let config = read("[forge]\nurl = \"https://github.com/a/b\"\nfolder = \"open\"\n", &[]);
    assert_eq!(config["media_folder"], "open/content/static");
    assert_eq!(collection(&config, "topics")["folder"], "open/content/topics");
}

#[test]
fn values_that_the_editor_would_not_show_are_named() {
    let files = [
        (String::from("site.toml"), format!("{SITE}{FORGE}").into_bytes()),
        (
            String::from("content/datasets/a/dataset.yaml"),
            b"title: A\ntags: water\naccess: open\nspatial: {granularity: poi}\ncontact_points: [a@b.example]\n"
                .to_vec(),
        ),
    ];
    let site = site_of(&files.into());
    let path = "content/datasets/a/dataset.yaml";
    assert_eq!(unheld(&site), [(path, "tags"), (path, "contact_points"), (path, "access")]);
}

#[test]
fn the_demonstration_has_a_configuration() {
    let site = pages::site(&pages::demonstration(), Drafts::Kept);
    let values = configuration(&site, Some("abc")).unwrap();
    let config: Value = serde_yaml::from_str(&yaml(&values)).unwrap();
    assert_eq!(config, Value::Object(values), "nothing is lost in YAML");
    assert_eq!(config["backend"]["app_id"], "abc");
}

#[test]
fn the_command_writes_the_configuration_and_its_page() {
    let project = Project::empty().file("site.toml", format!("{SITE}{FORGE}"));
    let ran = project.run(&["cms", "--out", "content/static/admin/config.yml", "--page", "--script", "cms.js?a&b"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let page = std::fs::read_to_string(project.path("content/static/admin/index.html")).unwrap();
    assert!(page.contains("<script src=\"cms.js?a&amp;b\"></script>"), "{page}");
    let config = std::fs::read_to_string(project.path("content/static/admin/config.yml")).unwrap();
    assert_eq!(project.run(&["cms"]).out, config);
    assert_eq!(project.run(&["build", "--quiet"]).code, Some(0));
    assert!(project.path("public/admin/config.yml").is_file());
    let without = Project::new().run(&["cms", "--lang", "fr"]);
    assert_eq!(without.code, Some(2));
    assert!(without.err.contains("[forge]"), "{}", without.err);
}
