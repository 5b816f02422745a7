//! What is offered while a descriptor is typed.

use serde_json::{Value, json};

use super::{Editor, edited, uri};

const PATH: &str = "content/datasets/example.yaml";

const CATALOGUE: &str = "\
==> content/datasets/example.yaml <==
title: a
==> content/datasets/markets/dataset.yaml <==
title: { en: Open-air markets, fr: Marchés }
==> content/datasets/markets/stalls 2024.csv <==
a,b
==> content/datasets/markets/more/map.geojson <==
{}
==> content/organizations/town-hall.yaml <==
name: { en: Town hall, fr: Mairie }
description: The hall of the town.
==> content/organizations/2024.yaml <==
name: Year
==> content/people/ada.yaml <==
name: Ada
==> content/static/logos/hall.svg <==
<svg/>
==> site.toml <==
id = \"5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001\"
title = \"Test\"
languages = [\"en\", \"fr\"]
";

fn items(editor: &mut Editor, path: &str, text: &str) -> Vec<Value> {
    let answer = editor.at_bar("textDocument/completion", path, text);
    answer.get("items").and_then(Value::as_array).cloned().unwrap_or_default()
}

fn labels(text: &str) -> Vec<String> {
    labels_in(PATH, text)
}

fn labels_in(path: &str, text: &str) -> Vec<String> {
    let mut editor = Editor::on(CATALOGUE, "en");
    items(&mut editor, path, text).iter().map(|item| item["label"].as_str().unwrap().to_owned()).collect()
}

fn item_of(text: &str, locale: &str, label: &str) -> Value {
    let mut editor = Editor::on(CATALOGUE, locale);
    let items = items(&mut editor, PATH, text);
    items.into_iter().find(|item| item["label"] == label).unwrap_or_else(|| panic!("no {label}"))
}

/// The text once a choice is taken, with `$0` where the cursor is then.
#[track_caller]
fn takes(text: &str, label: &str, expected: &str) {
    let mut item = item_of(text, "en", label);
    if item["insertTextMode"] == 2 {
        // The editor repeats the blanks at the start of the line.
        let line = text.split('¦').next().unwrap().rsplit('\n').next().unwrap();
        let blanks = &line[..line.len() - line.trim_start().len()];
        let new = item["textEdit"]["newText"].as_str().unwrap().replace('\n', &format!("\n{blanks}"));
        item["textEdit"]["newText"] = new.into();
    }
    assert_eq!(edited(&text.replace('¦', ""), &json!([item["textEdit"]])), expected);
}

#[test]
fn keys_that_are_not_there_yet_are_offered_the_required_ones_first() {
    let offered = labels("title: a\n¦\nlicense: x\n");
    assert_eq!(offered[..2], ["description", "frequency"]);
    assert!(offered.contains(&String::from("resources")));
    assert!(!offered.iter().any(|key| key == "title" || key == "license"));
    let in_markdown = labels_in("content/datasets/markets.md", "---\ntitle: a\n¦\n---\nBody\n");
    assert!(!in_markdown.contains(&String::from("description")), "the body says it");
    assert_eq!(labels_in("content/datasets/markets.md", "---\ntitle: a\n---\n¦\n"), Vec::<String>::new());
    assert!(labels_in("content/organizations/town-hall.yaml", "¦").contains(&String::from("siret")));
    assert_eq!(labels_in("site.toml", "¦"), Vec::<String>::new());
}

#[test]
fn a_key_comes_with_its_note_in_both_languages() {
    let english = item_of("lic¦", "en", "frequency");
    assert_eq!(english["detail"], "required");
    let words = english["documentation"]["value"].as_str().unwrap();
    assert!(words.starts_with("How often") && words.ends_with("```yaml\nfrequency: annual\n```"), "{words}");
    let french = item_of("lic¦", "fr", "frequency");
    assert_eq!(french["detail"], "obligatoire");
    assert!(french["documentation"]["value"].as_str().unwrap().starts_with("Fréquence"));
}

#[test]
fn a_taken_key_is_ready_to_be_filled() {
    takes("lic¦", "license", "license: ");
    takes("lic¦: x", "license", "license: x");
    takes("title: 🌳\r\nt¦", "tags", "title: 🌳\r\ntags:\n  - $0");
    takes("¦", "spatial", "spatial:\n  $0");
    takes("resources:\n  - title: a\n    ¦", "schema", "resources:\n  - title: a\n    schema:\n      $0");
    takes("resources:\n  - ¦", "schema", "resources:\n  - schema:\n      $0");
    takes("access: {ty¦", "type", "access: {type: ");
}

#[test]
fn keys_of_parts_are_those_of_the_part() {
    assert_eq!(labels("contact_points:\n  - ¦"), ["name", "email", "url", "role"]);
    assert_eq!(labels("contact_points:\n  - name: a\n    ¦\n    role: x\n"), ["email", "url"]);
    assert_eq!(labels("contact_points:\n  - ¦\n    role: x\n    url: y\n"), ["name", "email"]);
    assert_eq!(labels("temporal_coverage:\n  ¦"), ["start", "end"]);
    assert_eq!(labels("temporal_coverage: {start: 2020, ¦}"), ["end"]);
    assert_eq!(labels("title:\n  en: a\n  ¦"), ["fr"]);
    assert!(labels("resources:\n- title: a\n  ¦").contains(&String::from("checksum")));
    assert_eq!(labels("extras:\n  ¦"), Vec::<String>::new());
}

#[test]
fn values_of_vocabularies_are_offered_with_their_names() {
    let weekly = item_of("frequency: ¦", "fr", "weekly");
    assert_eq!(weekly["detail"], "Hebdomadaire");
    assert_eq!(weekly["filterText"], "weekly Hebdomadaire");
    assert!(labels("license: ¦").contains(&String::from("etalab-2.0")));
    for (text, label) in [
        ("themes:\n  - ¦", "ENVI"),
        ("themes: [AGRI, ¦]", "ENVI"),
        ("themes:\n- AGRI\n- ¦\ntitle: x", "ENVI"),
        ("language: ¦", "fr"),
        ("badges: [¦", "inspire"),
        ("hvd_category: ¦", "mobility"),
        ("access: ¦", "restricted"),
        ("access:\n  type: ¦", "restricted"),
        ("access:\n  reason_category: ¦", "confidentiality_of_proceedings_of_public_authorities"),
        ("spatial:\n  granularity: ¦", "fr:commune"),
        ("spatial:\n  zones:\n    - id: ¦", "fr:departement:35"),
        ("spatial:\n  zones: [fr:dep¦]", "fr:departement:35"),
        ("resources:\n  - format: ¦", "csv"),
        ("resources:\n  - type: ¦", "documentation"),
        ("resources:\n  - checksum:\n      type: ¦", "sha256"),
        ("private: ¦", "true"),
        ("transfer:\n  status: ¦", "pending"),
        ("contact_points:\n  - role: ¦", "custodian"),
    ] {
        let offered = labels(text);
        assert!(offered.iter().any(|offer| offer == label), "{text:?}: {offered:?}");
    }
    assert_eq!(labels("title: ¦"), Vec::<String>::new());
    assert_eq!(labels("description: |\n  ¦"), Vec::<String>::new());
    assert_eq!(labels("unknown: ¦"), Vec::<String>::new());
}

#[test]
fn a_taken_value_replaces_the_one_that_was_there() {
    takes("license: et¦alab # ours", "etalab-2.0", "license: etalab-2.0 # ours");
    takes("themes: [🌳, E¦NV, AGRI]", "ENVI", "themes: [🌳, ENVI, AGRI]");
    takes("license: \"et¦\"", "etalab-2.0", "license: \"etalab-2.0\"");
    takes("themes:\n  ¦", "ENVI", "themes:\n  - ENVI");
    takes("organization: ¦", "2024", "organization: '2024'");
}

#[test]
fn names_of_the_catalogue_are_offered_where_a_key_refers_to_them() {
    let hall = item_of("organization: ¦", "fr", "town-hall");
    assert_eq!(hall["detail"], "Mairie");
    assert_eq!(hall["documentation"]["value"], "The hall of the town.");
    assert_eq!(labels("owner: ¦"), ["ada"]);
    assert_eq!(labels("replaced_by: ¦"), ["example", "markets"]);
    assert_eq!(labels("creators:\n  - person: ¦"), ["ada"]);
    assert_eq!(labels_in("content/topics/t.yaml", "datasets:\n  - ¦"), ["example", "markets"]);
    assert_eq!(labels_in("content/organizations/town-hall.yaml", "logo: ¦"), ["logos/hall.svg"]);
    assert_eq!(labels_in("content/organizations/town-hall.yaml", "members:\n  - ¦")[0], "ada");
}

#[test]
fn files_of_the_folder_are_offered_for_a_path_even_while_nothing_can_be_read() {
    let path = "content/datasets/markets/dataset.yaml";
    let files = ["more/map.geojson", "stalls 2024.csv"];
    assert_eq!(labels_in(path, "title: a\nresources:\n  - path: ¦\n"), files);
    assert_eq!(labels_in(path, "title: 'a\nresources: [{path: ¦\n"), files);
}

#[test]
fn an_editor_that_knows_no_snippets_gets_plain_keys() {
    let mut editor = Editor::silent(CATALOGUE);
    editor.begin(json!({ "capabilities": {}, "rootUri": uri("") }));
    let offered = items(&mut editor, PATH, "t¦");
    let tags = offered.iter().find(|item| item["label"] == "tags").unwrap();
    assert_eq!(tags["textEdit"]["newText"], "tags: ");
    assert_eq!(tags.get("insertTextFormat"), None);
    assert_eq!(tags["documentation"]["kind"], "plaintext");
    assert!(!tags["documentation"]["value"].as_str().unwrap().contains("```"));
}

#[test]
fn a_large_catalogue_is_offered_in_part_by_what_was_typed() {
    let mut catalogue = String::from(CATALOGUE);
    for number in 0..700 {
        catalogue.push_str(&format!("==> content/datasets/set-{number:03}.yaml <==\ntitle: Number {number}\n"));
    }
    let mut editor = Editor::on(&catalogue, "en");
    let answer = editor.at_bar("textDocument/completion", PATH, "replaced_by: ¦");
    assert_eq!((&answer["isIncomplete"], answer["items"].as_array().unwrap().len()), (&json!(true), 500));
    let answer = editor.at_bar("textDocument/completion", PATH, "replaced_by: set-69¦");
    assert_eq!(answer["items"].as_array().unwrap().len(), 10);
}
