//! `etal search` on sites that were really built, and on ones that were damaged since.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::OnceLock;

use etal::search::publish;
use etal::search::read::{Cause, Question, ReadError, Reader};
use etal::theme::Theme;
use insta::assert_snapshot;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::catalog::site;
use crate::project::Project;

/// A catalogue in two languages, built.
fn built() -> Project {
    let site = "id = \"5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001\"\ntitle = \"Test\"\nlanguages = [\"fr\", \"en\"]\n";
    let dataset = |title: &str, tags: &str, format: &str| {
        format!(
            "title: {title}\ndescription: Relevés de la ville, chaque semaine.\norganization: ville\ntags: [{tags}]\n\
             license: etalab-2.0\nmodified: 2026-11-02\n\
             resources:\n  - title: Fichier\n    url: https://data.example/x\n    format: {format}\n"
        )
    };
    let project = Project::empty()
        .file("site.toml", site)
        .file("content/organizations/ville.yaml", "name: {fr: Ville d’Aubrelle, en: City of Aubrelle}\n")
        .file(
            "content/datasets/marches.yaml",
            dataset("{fr: Marchés de plein air, en: Open-air markets}", "marché", "csv"),
        )
        .file("content/datasets/fontaines.yaml", dataset("{fr: Fontaines, en: Fountains}", "eau, C++", "json"))
        .file("content/datasets/etals.yaml", dataset("{fr: Étals des marchés}", "marché, commerce", "csv"));
    assert_eq!(project.run(&["build", "--quiet"]).code, Some(0));
    project
}

#[test]
fn results_are_told_in_both_languages() {
    let project = built();
    let asked = |arguments: &[&str]| project.run(&[&["search"], arguments].concat()).transcript();
    assert_snapshot!(asked(&["marches", "--lang", "fr", "--facet", "format", "--facet", "organization"]), @"
    -- out
    2 jeux de données

      1. Étals des marchés
         Ville d’Aubrelle · 2026-11-02 · CSV · 3,4 points
         datasets/etals/index.html

      2. Marchés de plein air
         Ville d’Aubrelle · 2026-11-02 · CSV · 3,1 points
         datasets/marches/index.html

    Format (format)
          2  CSV (csv)

    Producteur (organization)
          2  Ville d’Aubrelle (ville)
    -- exit 0
    ");
    assert_snapshot!(asked(&["markets -tag:commerce"]), @"
    -- out
    1 dataset

      1. Open-air markets
         City of Aubrelle · 2026-11-02 · CSV · 3.0 points
         en/datasets/marches/index.html
    -- exit 0
    ");
    assert_snapshot!(asked(&["--limit", "1", "--page", "2", "--sort", "title", "--filter", "format=csv"]), @"
    -- out
    2 datasets, 3 without filters, 2 to 2 shown

      2. Open-air markets
         City of Aubrelle · 2026-11-02 · CSV
         en/datasets/marches/index.html
    -- exit 0
    ");
    assert_snapshot!(asked(&["fontianes relevés", "--lang", "fr"]), @"
    -- out
    1 jeu de données
    « fontaines » a été cherché au lieu de « fontianes ».

      1. Fontaines
         Ville d’Aubrelle · 2026-11-02 · JSON · 5,1 points
         datasets/fontaines/index.html
    -- exit 0
    ");
    assert_snapshot!(asked(&["étals fontaines", "--lang", "fr"]), @"
    -- out
    Aucun jeu de données trouvé
    Sans « etals » : 1 jeu de données.
    Sans « fontaines » : 1 jeu de données.
    -- exit 1
    ");
    assert_snapshot!(asked(&["zzz"]), @"
    -- out
    No dataset found
    -- exit 1
    ");
}

#[test]
fn a_page_beyond_the_last_says_that_it_is_empty() {
    let project = built();
    let asked = |arguments: &[&str]| project.run(&[&["search", "marches"], arguments].concat());
    assert_eq!(asked(&["--page", "9", "--lang", "fr"]).out, "2 jeux de données, aucun sur cette page\n");
    assert_eq!(asked(&["--page", "9", "--lang", "en"]).out, "2 datasets, none on this page\n");
    assert_eq!(asked(&["--limit", "0", "--lang", "en"]).out, "2 datasets\n");
}

#[test]
fn json_has_a_version_and_what_was_asked() {
    let ran = built().run(&["search", "etals", "--format", "json", "--facet", "tag", "--filter", "tag=eau"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""));
    assert_snapshot!(ran.out, @r#"
    {
      "format": 1,
      "query": "etals",
      "filters": {
        "tag": [
          "eau"
        ]
      },
      "language": "en",
      "built": "2026-11-23",
      "unit": 1000,
      "sort": "relevance",
      "total": 0,
      "unfiltered": 1,
      "hits": [],
      "facets": {
        "tag": [
          {
            "value": "commerce",
            "label": "commerce",
            "count": 1,
            "chosen": false
          },
          {
            "value": "marche",
            "label": "marché",
            "count": 1,
            "chosen": false
          },
          {
            "value": "eau",
            "label": "eau",
            "count": 0,
            "chosen": true
          }
        ]
      },
      "corrections": [],
      "suggestions": [],
      "without": []
    }
    "#);
}

#[test]
fn what_keeps_a_search_from_running_is_told_with_its_remedy() {
    let project = Project::new();
    assert_snapshot!(project.run(&["search", "x"]).transcript(), @r#"
    -- err
    error: no search is published in `./public`
    help: run `etal build` first; a site with `search = "none"` in its `site.toml` has none
    -- exit 2
    "#);
    project.write("public/index.html", "");
    assert_snapshot!(project.run(&["search", "x"]).transcript(), @r#"
    -- err
    error: no search is published in `./public`
    help: run `etal build` first; a site with `search = "none"` in its `site.toml` has none
    -- exit 2
    "#);
    let project = built();
    assert_snapshot!(project.run(&["search", "x", "--filter", "licence=x", "--lang", "fr"]).transcript(), @"
    -- err
    erreur : il n’y a pas de facette `licence`
    aide : prendre l’une de celles-ci : access, family, format, frequency, granularity, license, organization, quality, tag, theme, updated, year
    -- exit 2
    ");
    assert_eq!(project.run(&["search", "x", "--filter", "license"]).code, Some(2));
    assert_eq!(project.run(&["search", "x", "--site", "content"]).code, Some(2));
    assert_eq!(project.run(&["search", "ville", "--site", "public"]).code, Some(0));
}

#[test]
fn a_search_that_is_damaged_or_not_alone_is_told() {
    let project = built();
    let folder = project.path("public/search/whole");
    let file = folder.read_dir().unwrap().next().unwrap().unwrap().path();
    let name = file.file_name().unwrap().to_str().unwrap().to_owned();
    project.write(&format!("public/search/whole/{name}"), "alert(1)");
    let transcript = project.run(&["search", "x"]).transcript().replace(&name, "[NAME]");
    assert_snapshot!(transcript, @"
    -- err
    error: `search/whole/[NAME]` is damaged: it is no call of `etal`
    help: make the site again with `etal build`
    -- exit 2
    ");
    project.write("public/search/whole/aaaaaaaa.js", "");
    assert_snapshot!(project.run(&["search", "x", "--lang", "fr"]).transcript(), @"
    -- err
    erreur : plusieurs recherches sont publiées dans `./public`
    aide : relancer `etal build`, ou nommer le dossier d’un seul site avec `--site DOSSIER`
    -- exit 2
    ");
    std::fs::remove_file(folder.join("aaaaaaaa.js")).unwrap();
    project.write("public/search/boot/aaaaaaaa.js", "");
    assert!(project.run(&["search", "x"]).err.contains("several searches"));
}

#[cfg(unix)]
#[test]
fn a_pipe_is_not_waited_for() {
    let project = built();
    let file = project.path("public/search/whole").read_dir().unwrap().next().unwrap().unwrap().path();
    std::fs::remove_file(&file).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(&file).status().unwrap().success());
    let ran = project.run(&["search", "ville"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("not a file"), "{}", ran.err);
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_site_is_not_followed() {
    let project = built();
    let folder = project.path("public/search/whole");
    let file = folder.read_dir().unwrap().next().unwrap().unwrap().path();
    std::fs::rename(&file, project.path("elsewhere.js")).unwrap();
    std::os::unix::fs::symlink(project.path("elsewhere.js"), &file).unwrap();
    let ran = project.run(&["search", "ville"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("links are not followed"), "{}", ran.err);
}

/// The files of a catalogue that is large enough to have many, and the name of the first.
fn shards() -> &'static (BTreeMap<String, String>, String) {
    static SHARDS: OnceLock<(BTreeMap<String, String>, String)> = OnceLock::new();
    SHARDS.get_or_init(|| {
        let mut files = String::new();
        for number in 0..150 {
            let _ = write!(
                files,
                "==> content/datasets/d{number}.yaml <==\ntitle: Comptage numéro {number} des vélos\n\
                 description: Passages de cyclistes, rue {}, 東京\ntags: [vélo, rue{}]\nlicense: odbl-1.0\n",
                number % 7,
                number % 90
            );
        }
        let published = publish(&site(&files), &Theme::load(&BTreeMap::new()).unwrap());
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        let shards = published.shards.into_iter().map(|shard| (shard.path, text(shard.bytes)));
        (shards.collect(), published.entry.unwrap())
    })
}

/// Asks questions that between them need every kind of file.
fn ask_all(files: &BTreeMap<String, String>, entry: &str) -> Result<Vec<usize>, ReadError> {
    let fetch = |path: &str| files.get(path).cloned().ok_or_else(|| Cause::from("no such file"));
    let reader = Reader::open(entry, None, fetch)?;
    let texts =
        ["vélos comptag", "cyclistes -rue", "cyclsites", "ve", "compteee", "format:c tag:rue license:odbl", "東"];
    let facets: Vec<String> = reader.facets().into_iter().map(str::to_owned).collect();
    let answers = texts.map(|text| {
        let filters = BTreeMap::from([(String::from("tag"), vec![String::from("rue1"), String::from("velo")])]);
        let question = Question {
            text: text.to_owned(),
            page: 1,
            size: 20,
            filters,
            facets: facets.clone(),
            ..Question::default()
        };
        reader.search(&question).map(|answer| answer.total)
    });
    answers.into_iter().collect()
}

#[test]
fn a_search_of_many_files_answers() {
    let (files, entry) = shards();
    assert!(entry.starts_with("boot/") && files.len() > 20);
    assert_eq!(ask_all(files, entry).unwrap(), [150, 0, 150, 150, 150, 0, 150]);
}

#[test]
fn only_files_of_the_search_are_asked_for() {
    let (files, entry) = shards();
    let asked = RefCell::new(Vec::new());
    let fetch = |path: &str| {
        asked.borrow_mut().push(path.to_owned());
        Ok(files[path].clone())
    };
    let reader = Reader::open(entry, Some("fr"), fetch).unwrap();
    reader.search(&Question { text: String::from("velos"), page: 1, size: 10, ..Question::default() }).unwrap();
    let fetched: Vec<String> = reader.fetched().iter().map(|name| format!("search/{name}.js")).collect();
    assert_eq!(fetched, *asked.borrow());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damaged_files_give_answers_or_errors(file: Index, place: Index, removed in 0usize..6, text in "[!-~é]{0,4}") {
        let (files, entry) = shards();
        let mut files = files.clone();
        let path = file.get(&files.keys().cloned().collect::<Vec<_>>()).clone();
        let characters: Vec<char> = files[&path].chars().collect();
        let start = place.index(characters.len());
        let end = (start + removed).min(characters.len());
        let damaged: String = characters[..start].iter().copied().chain(text.chars()).chain(characters[end..].iter().copied()).collect();
        files.insert(path, damaged);
        let _ = ask_all(&files, entry);
    }
}
