//! `etal export`: any machine form without building the site.

use std::fs;
use std::path::Path;
use std::process::Output;

use tempfile::TempDir;

use crate::demonstration::{copy, etal, tree};

const BASE: [&str; 2] = ["--base-url", "https://data.example/"];

fn export(folder: &Path, arguments: &[&str]) -> Output {
    let now = ["export", "--now", crate::catalog::NOW, "--lang", "en"];
    etal(folder).args(now).args(arguments).output().unwrap()
}

/// `etal export` for a site with a public address.
fn export_at_base(folder: &Path, arguments: &[&str]) -> Output {
    export(folder, &[arguments, &BASE].concat())
}

fn build(folder: &Path) {
    let built = etal(folder).args(["build", "--quiet", "--now", crate::catalog::NOW]).args(BASE).output().unwrap();
    assert!(built.status.success(), "{}", words(&built.stderr));
}

fn words(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn without_a_format_every_form_is_listed_with_whether_the_site_has_it() {
    let folder = copy();
    let toml = folder.path().join("site.toml");
    let text = fs::read_to_string(&toml).unwrap();
    fs::write(&toml, format!("{text}\n[exports]\nopensearch = false\n")).unwrap();
    let listed = words(&export(folder.path(), &[]).stdout);
    let lines: Vec<&str> = listed.lines().collect();
    assert_eq!(lines.len(), ::etal::export::EXPORTERS.len());
    assert!(lines.iter().any(|line| line.starts_with("opensearch") && line.contains(" off ")), "{listed}");
}

#[test]
fn a_file_is_the_same_on_the_standard_output_in_a_file_and_in_the_site() {
    let folder = copy();
    let out = TempDir::new().unwrap();
    let file = out.path().join("deep/search.xml");
    let printed = export_at_base(folder.path(), &["opensearch"]);
    assert!(printed.status.success(), "{}", words(&printed.stderr));
    let path = file.to_str().unwrap();
    assert!(export_at_base(folder.path(), &["opensearch.xml", "--out", path]).status.success());
    let slash = format!("{}/all/", out.path().display());
    assert!(export_at_base(folder.path(), &["opensearch", "--out", &slash]).status.success());
    build(folder.path());
    let site = fs::read(folder.path().join("public/opensearch.xml")).unwrap();
    assert_eq!(printed.stdout, site);
    assert_eq!(fs::read(&file).unwrap(), site);
    let all = tree(&out.path().join("all"));
    assert_eq!(all.into_iter().collect::<Vec<_>>(), [(String::from("opensearch.xml"), site)]);
}

#[test]
fn what_cannot_be_written_is_said_with_what_to_do() {
    let folder = copy();
    let case = |arguments: &[&str], message: &str, remedy: &str| {
        let output = export(folder.path(), arguments);
        let said = words(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty());
        assert!(said.contains(message) && said.contains(remedy), "{arguments:?}: {said}");
    };
    let [option, base] = BASE;
    case(&["opensarch"], "no form `opensarch`", "etal export opensearch");
    case(&["opensearch"], "the site has none", "--base-url");
    case(&["opensearch", "--dataset", "comptages-vel", option, base], "no dataset `comptages-vel`", "comptages-velo");
    case(&["opensearch", "--dataset", "comptages-velo", option, base], "of the whole catalogue", "leave out");
    case(&["opensearch.xm", option, base], "no such machine file", "etal export opensearch.xml");
    let draft = "brouillon-zanzibar-halle-neuve";
    case(&["opensearch", "--dataset", draft, option, base], "drafts are none", "");
}

#[test]
fn a_static_file_takes_the_place_of_a_machine_file() {
    let folder = copy();
    fs::write(folder.path().join("content/static/opensearch.xml"), "<mine/>").unwrap();
    build(folder.path());
    assert_eq!(fs::read_to_string(folder.path().join("public/opensearch.xml")).unwrap(), "<mine/>");
}
