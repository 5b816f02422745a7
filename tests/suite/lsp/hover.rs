//! What is said about keys, values and findings, and where values lead.

use serde_json::{Value, json};

use super::{Editor, uri};

const PATH: &str = "content/datasets/example.yaml";

const CATALOGUE: &str = "\
==> content/datasets/markets/dataset.yaml <==
title: Markets
==> content/datasets/markets/stalls.csv <==
a,b
==> content/organizations/town-hall.yaml <==
name: { en: \"Town [hall](http://evil.example/) `x`\", fr: Mairie }
";

fn words(locale: &str, path: &str, text: &str) -> String {
    let answer = Editor::on(CATALOGUE, locale).at_bar("textDocument/hover", path, text);
    answer["contents"]["value"].as_str().unwrap_or("").to_owned()
}

#[test]
fn a_key_says_what_it_means_and_whether_it_is_required() {
    let text = "title: 🌳\r\nfre¦quency: annual\r\n";
    let english = words("en", PATH, text);
    assert!(english.starts_with("**`frequency`** (required)\n\nHow often"), "{english}");
    assert!(english.ends_with("```yaml\nfrequency: annual\n```"), "{english}");
    let french = words("fr", PATH, text);
    assert!(french.starts_with("**`frequency`** (obligatoire)\n\nFréquence"), "{french}");
    assert!(words("en", PATH, "resources:\n  - ¦path: x\n").contains("A file of the dataset"));
    assert!(words("fr", PATH, "contact_points: [{ro¦le: contact}]\n").contains("Leur rôle"));
    assert_eq!(words("en", PATH, "unheard¦_of: x\n"), "");
}

#[test]
fn a_key_of_a_text_that_cannot_be_read_is_explained_all_the_same() {
    assert!(words("en", PATH, "lice¦nse: x\ntitle: 'a\n").contains("Licence, by its id"));
}

#[test]
fn a_value_of_a_vocabulary_says_its_name_and_its_address() {
    let french = words("fr", PATH, "frequency: ann¦ual\n");
    assert!(french.starts_with("**Annuelle** – `annual`\n\n<http://publications.europa.eu/"), "{french}");
    let licence = words("en", PATH, "license: etalab-2¦.0\n");
    assert!(licence.contains("`etalab-2.0`") && licence.contains("<https://"), "{licence}");
    assert!(words("en", PATH, "themes: [AGRI, EN¦VI]\n").contains("**Environment** – `ENVI`"));
    assert!(words("fr", PATH, "spatial:\n  zones:\n    - id: fr:departement:3¦5\n").contains("Ille-et-Vilaine"));
    assert_eq!(words("en", PATH, "version: 1¦2\n"), "");
}

#[test]
fn names_of_others_are_shown_as_they_are_and_run_nothing() {
    let french = words("fr", PATH, "organization: town-h¦all\n");
    assert!(french.starts_with("**Mairie** – `town-hall`"), "{french}");
    let english = words("en", PATH, "organization: town-h¦all\n");
    assert!(english.contains(r"Town \[hall\]\(http://evil.example/\) \`x\`"), "{english}");
}

#[test]
fn the_place_of_a_finding_says_why_it_matters_and_what_to_do() {
    let mut editor = Editor::on(CATALOGUE, "fr");
    editor.open(PATH, Some("title: 🌳\nlicense: nope\n"));
    editor.rest();
    let position = json!({ "line": 1, "character": 10 });
    let parameters = json!({ "textDocument": { "uri": uri(PATH) }, "position": position });
    let answer = editor.ask("textDocument/hover", parameters);
    let words = answer["contents"]["value"].as_str().unwrap();
    assert!(words.contains("**L002 unknown-license** (avertissement)"), "{words}");
    assert!(words.contains(r"\`nope\`") && words.contains("À faire\u{a0}: "), "{words}");
    let range = json!({ "start": { "line": 1, "character": 9 }, "end": { "line": 1, "character": 13 } });
    assert_eq!(answer["range"], range);
}

#[test]
fn of_many_findings_at_one_place_the_worst_are_explained() {
    let mut editor = Editor::on(CATALOGUE, "en");
    editor.open(PATH, Some("titel: 🌳\n"));
    editor.rest();
    let position = json!({ "line": 0, "character": 1 });
    let answer =
        editor.ask("textDocument/hover", json!({ "textDocument": { "uri": uri(PATH) }, "position": position }));
    let words = answer["contents"]["value"].as_str().unwrap();
    assert_eq!(words.matches("To do:").count(), 3, "{words}");
    assert!(words.contains("(error)") && words.ends_with("more findings here"), "{words}");
}

#[test]
fn plain_text_is_sent_to_editors_that_show_no_markdown() {
    let mut editor = Editor::silent(CATALOGUE);
    editor.begin(json!({ "capabilities": {}, "rootUri": uri("") }));
    let answer = editor.at_bar("textDocument/hover", PATH, "frequency: ann¦ual\n");
    assert_eq!(answer["contents"]["kind"], "plaintext");
    let words = answer["contents"]["value"].as_str().unwrap();
    assert!(words.starts_with("Annual – annual\n\nhttp://publications.europa.eu/"), "{words}");
}

#[test]
fn a_name_leads_to_its_descriptor_and_a_path_to_its_file() {
    let target = |path: &str, text: &str| {
        let answer = Editor::on(CATALOGUE, "en").at_bar("textDocument/definition", path, text);
        answer.get("uri").cloned().unwrap_or(Value::Null)
    };
    let hall = uri("content/organizations/town-hall.yaml");
    assert_eq!(target(PATH, "organization: town¦-hall\n"), json!(hall));
    assert_eq!(target(PATH, "replaced_by: mark¦ets\n"), json!(uri("content/datasets/markets/dataset.yaml")));
    let own = "content/datasets/markets/dataset.yaml";
    let stalls = uri("content/datasets/markets/stalls.csv");
    assert_eq!(target(own, "resources:\n  - path: sta¦lls.csv\n"), json!(stalls));
    for outside in ["../../site.toml", "/etc/passwd", "nothing.csv"] {
        assert_eq!(target(own, &format!("resources:\n  - path: ¦{outside}\n")), Value::Null, "{outside}");
    }
    assert_eq!(target(PATH, "organization: no¦body\n"), Value::Null);
}

#[test]
fn the_outline_has_keys_and_titles() {
    let mut editor = Editor::on(CATALOGUE, "en");
    editor.open(PATH, Some("title: 🌳 a\nresources:\n  - title: First\n    url: x\n  - url: y\n"));
    let symbols = editor.ask("textDocument/documentSymbol", json!({ "textDocument": { "uri": uri(PATH) } }));
    let names = |list: &Value| {
        list.as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&symbols), ["title", "resources"]);
    assert_eq!(symbols[0]["detail"], "🌳 a");
    assert_eq!(symbols[0]["range"]["end"], json!({ "line": 0, "character": 11 }));
    assert_eq!(names(&symbols[1]["children"]), ["First", "y"]);
    assert_eq!(names(&symbols[1]["children"][0]["children"]), ["title", "url"]);
}
