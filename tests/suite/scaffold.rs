//! What a new catalogue and new descriptors hold.

use std::collections::BTreeMap;

use etal::finding::Severity;
use etal::model::{Extras, ForgeKind, Form, Kind};
use etal::scaffold::{Begin, Draft, ValueError, clicks, files, humanized, text, value};
use etal::site::Site;
use serde_json::{Value as Json, json};
use uuid::Uuid;

use insta::assert_snapshot;

use crate::catalog::{NOW, SITE, site, site_of};
use crate::project::Project;
use crate::workflows::{flows, source};

fn begun(language: &str, email: Option<&str>) -> BTreeMap<String, Vec<u8>> {
    let ids = [1, 2, 3, 4].map(|number| Uuid::from_u128(0x5c3a_1f4e_8d0b_4a53_9a55_5a1d_3c9b_e000 + number));
    files(&Begin {
        language,
        title: "Ville d’Exemple, \"données\"",
        organization: "Mairie d’Exemple",
        email,
        today: NOW.parse().unwrap(),
        ids,
        flows: flows(language, &source()),
        forges: &[ForgeKind::GitHub, ForgeKind::GitLab, ForgeKind::Forgejo],
    })
}

/// Findings that a reader of the terminal would see, by severity.
fn findings(site: &Site, least: Severity) -> Vec<String> {
    let shown = site.findings.all().iter().filter(|one| one.severity >= least && one.silenced.is_none());
    shown.map(|one| format!("{} {} {}", one.rule.name, one.subject.slug, one.path)).collect()
}

#[test]
fn a_new_catalogue_has_all_it_needs() {
    let names = |language: &str| begun(language, None).into_keys().collect::<Vec<_>>();
    assert_eq!(
        names("fr"),
        [
            ".forgejo/workflows/etal.yml",
            ".forgejo/workflows/review.yml",
            ".forgejo/workflows/snapshot.yml",
            ".github/workflows/etal.yml",
            ".github/workflows/review-comment.yml",
            ".github/workflows/review.yml",
            ".github/workflows/snapshot.yml",
            ".gitignore",
            ".gitlab-ci.yml",
            "README.md",
            "content/datasets/exemple-points-d-eau/dataset.yaml",
            "content/datasets/exemple-points-d-eau/points-d-eau.csv",
            "content/organizations/mairie-d-exemple.yaml",
            "content/pages/accessibilite.md",
            "content/pages/contact.md",
            "content/pages/mentions-legales.md",
            "schema/dataset.json",
            "schema/organization.json",
            "schema/page.json",
            "site.toml",
        ]
    );
    assert_eq!(names("en").len(), 20);
}

#[test]
fn a_new_catalogue_is_free_of_errors_and_warnings() {
    for language in ["fr", "en"] {
        let site = site_of(&begun(language, Some("donnees@exemple.example")));
        // The address of the site is given by the workflow that publishes it.
        assert_eq!(findings(&site, Severity::Warning), ["missing-base-url site base_url"], "{language}");
        assert_eq!(site.catalog.datasets.len(), 1);
        assert_eq!(site.config.title.first(), "Ville d’Exemple, \"données\"");
        assert_eq!(site.config.languages, [language]);
    }
}

#[test]
fn without_an_address_only_what_wants_one_is_to_be_mended() {
    let site = site_of(&begun("fr", None));
    let rules: Vec<&str> =
        site.findings.all().iter().filter(|one| one.severity >= Severity::Warning).map(|one| one.rule.name).collect();
    assert!(rules.iter().all(|rule| ["missing-base-url", "missing-contact"].contains(rule)), "{rules:?}");
}

#[test]
fn the_example_of_a_new_catalogue_wins_every_point_that_can_be_won_offline() {
    let site = site_of(&begun("en", Some("data@example.example")));
    let (index, _) = etal::score::find("six-criteria").expect("a profile");
    let score = &site.scores[0][index];
    assert!(score.measurable > 0 && score.points == score.measurable, "{score:?}");
}

#[test]
fn no_text_has_a_name_left_to_fill_in() {
    for language in ["fr", "en"] {
        for (path, bytes) in begun(language, None).into_iter().filter(|(path, _)| !path.ends_with(".json")) {
            let text = String::from_utf8(bytes).unwrap();
            let is_name = |c: char| c.is_ascii_lowercase() || matches!(c, '.' | '-' | '_');
            let is_left = |at: usize| {
                let name = text[at + 1..].split('}').next().unwrap();
                !text[..at].ends_with(['$', '%']) && !name.is_empty() && name.chars().all(is_name)
            };
            let left: Vec<usize> = text.match_indices('{').map(|(at, _)| at).filter(|at| is_left(*at)).collect();
            assert!(left.is_empty(), "{path}: {:?}", left.iter().map(|at| &text[*at..]).next());
        }
        assert!(clicks(language).contains("GitHub") && clicks(language).contains("GitLab"));
    }
}

#[test]
fn french_texts_have_french_spaces() {
    for (path, bytes) in begun("fr", None) {
        let text = String::from_utf8(bytes).unwrap();
        let words = text.lines().filter(|line| line.starts_with("# ") || path.ends_with(".md"));
        for line in words.filter(|line| !line.starts_with("# email") && !line.contains('`')) {
            assert!(!line.contains(" :") && !line.contains(" ;") && !line.contains('\''), "{path}: {line}");
        }
    }
}

const KINDS: [Kind; 5] = [Kind::Dataset, Kind::Organization, Kind::Reuse, Kind::Topic, Kind::Service];

fn drafted(kind: Kind, form: Form, language: &str, values: &Extras) -> String {
    let schema = "../../schema/dataset.json";
    let text = text(&Draft { kind, form, language, values, schema });
    format!("==> {} <==\n{text}", etal::descriptor::path(kind, form, "new-one"))
}

#[test]
fn a_new_descriptor_reads_back_in_every_form_and_language() {
    let name = |kind| if kind == Kind::Organization { "name" } else { "title" };
    for kind in KINDS {
        for form in [Form::File, Form::Folder, Form::Markdown] {
            for language in ["fr", "en"] {
                let mut values = Extras::new();
                values.insert(name(kind).to_owned(), json!("New: one"));
                values.insert(String::from("description"), json!("What it is.\n\nAnd more."));
                let site = site(&drafted(kind, form, language, &values));
                let header = site.catalog.headers().next().expect("one thing");
                assert!(header.unknown.is_empty(), "{:?}", header.unknown);
                let allowed = |fault: &&etal::model::Fault| fault.kind != etal::model::FaultKind::Missing;
                assert_eq!(header.faults.iter().find(allowed), None);
            }
        }
    }
    let mut values = Extras::new();
    values.insert(String::from("description"), json!("What it is."));
    let site = site(&drafted(Kind::Dataset, Form::Markdown, "en", &values));
    assert_eq!(site.catalog.datasets[0].description.first(), "What it is.");
}

#[test]
fn taking_a_comment_sign_away_gives_a_key_that_reads() {
    for kind in KINDS {
        let text = drafted(kind, Form::File, "en", &Extras::new());
        let uncommented: Vec<&str> = text
            .lines()
            .filter(|line| !line.starts_with("# "))
            // `owner` and `organization` exclude each other, as do an empty key and its example.
            .filter(|line| !line.starts_with("#owner"))
            .map(|line| line.strip_prefix('#').unwrap_or(line))
            .collect();
        let site = site(&uncommented.join("\n"));
        let header = site.catalog.headers().next().expect("one thing");
        assert!(header.unknown.is_empty(), "{:?}", header.unknown);
        let allowed = |fault: &&etal::model::Fault| fault.kind != etal::model::FaultKind::Missing;
        assert_eq!(header.faults.iter().find(allowed), None);
    }
}

#[test]
fn values_of_the_command_line_get_the_type_of_their_field() {
    assert_eq!(value(Kind::Dataset, "tags", "a, b,,c"), Ok(json!(["a", "b", "c"])));
    assert_eq!(value(Kind::Dataset, "license", "etalab-2.0"), Ok(json!("etalab-2.0")));
    assert_eq!(value(Kind::Dataset, "private", "true"), Ok(json!(true)));
    assert_eq!(value(Kind::Dataset, "title", "true"), Ok(json!("true")));
    assert_eq!(value(Kind::Dataset, "description", "Words"), Ok(json!("Words")));
    assert_eq!(value(Kind::Dataset, "temporal_coverage", "2019/2024"), Ok(json!("2019/2024")));
    assert_eq!(value(Kind::Page, "order", "7"), Ok(json!(7)));
    assert_eq!(value(Kind::Dataset, "spatial", "x"), Err(ValueError::NotPlain));
    assert_eq!(value(Kind::Dataset, "licence", "x"), Err(ValueError::UnknownKey(Some("license"))));
    assert_eq!(value(Kind::Topic, "frequency", "x"), Err(ValueError::UnknownKey(None)));
}

#[test]
fn a_slug_without_a_title_gives_one() {
    assert_eq!(humanized("open-air-markets"), "Open air markets");
    assert_eq!(humanized("2024"), "2024");
}

const REPOSITORY: &str = "--etal-repo=https://forge.example/etal/etal";

#[test]
fn init_writes_a_catalogue_and_names_the_clicks() {
    let project = Project::empty();
    let ran =
        project.run(&["init", "town", "--yes", "--title", "Town data", "--organization", "Town hall", REPOSITORY]);
    assert_snapshot!(ran.transcript(), @"
    -- out
    A catalogue was begun in `town`:
      .forgejo/workflows/etal.yml
      .forgejo/workflows/review.yml
      .forgejo/workflows/snapshot.yml
      .github/workflows/etal.yml
      .github/workflows/review-comment.yml
      .github/workflows/review.yml
      .github/workflows/snapshot.yml
      .gitignore
      .gitlab-ci.yml
      README.md
      content/datasets/example-water-points/dataset.yaml
      content/datasets/example-water-points/water-points.csv
      content/organizations/town-hall.yaml
      content/pages/accessibility.md
      content/pages/contact.md
      content/pages/legal-notice.md
      schema/dataset.json
      schema/organization.json
      schema/page.json
      site.toml

    See it: `etal serve --root town --open`

    To switch publication on at GitHub, once:

    1. Push the repository, branch `main`.
    2. Open Settings, then Pages.
    3. Under Build and deployment, choose Source, GitHub Actions.
    4. Open Actions, Catalogue, then Run workflow. The address of the site is shown at the end.

    To switch publication on at GitLab, once:

    1. Push the repository: the first run publishes the site.
    2. Open Deploy, then Pages, to read its address.
    3. For the weekly update, open Build, Pipeline schedules, New schedule, and choose Every week.
    4. If the project is private and the catalogue public, open Settings, General, Visibility, and set Pages to Everyone.

    To switch publication on at Forgejo, once:

    1. Push the repository, branch `main`, and open Settings, Units, then Actions.
    2. The built site is pushed to the branch `pages`: have your host publish that branch.
    -- exit 0
    ");
    let checked = project.run(&["check", "town", "--fail-on", "error"]);
    assert_eq!(checked.code, Some(0), "{}", checked.out);
    assert_snapshot!(project.run(&["init", "town", "--yes", "--lang", "fr"]).transcript(), @"
    -- err
    erreur : `town/site.toml` existe déjà
    aide : choisir un autre nom, ou déplacer ce fichier
    -- exit 2
    ");
}

#[test]
fn init_writes_workflows_for_a_catalogue_that_exists() {
    let site =
        format!("{SITE}languages = [\"fr\"]\n[forge]\nkind = \"gitlab\"\nurl = \"https://gitlab.example/a/b\"\n");
    let project = Project::empty().file("data/catalogue/site.toml", site);
    project.git(1, &["init", "--quiet"]);
    let commit = "0123456789abcdef0123456789abcdef01234567";
    let arguments = ["init", "data/catalogue", "--workflows-only", REPOSITORY, "--etal-rev", commit];
    assert_snapshot!(project.run(&arguments).transcript(), @"
    -- out
    .gitlab-ci.yml
    -- exit 0
    ");
    let text = std::fs::read_to_string(project.path(".gitlab-ci.yml")).unwrap();
    assert!(text.contains("CATALOGUE: \"data/catalogue\"") && text.contains(commit), "{text}");
    assert!(text.starts_with("# Vérifie et relit"), "in the language of the catalogue");
    let again = project.run(&arguments);
    assert!(again.code == Some(2) && again.err.contains("exists already"), "{again:?}");
    assert_snapshot!(project.run(&["init", "data/catalogue", "--workflows-only", "--forge", "forgejo", "--etal-repo", ""]).transcript(), @"
    -- out
    .forgejo/workflows/etal.yml
    .forgejo/workflows/review.yml
    .forgejo/workflows/snapshot.yml
    -- err
    the workflows do not know where etal comes from: fill in `ETAL_REPOSITORY` there, or give `--etal-repo URL`
    -- exit 0
    ");
}

#[test]
fn init_below_the_top_of_a_repository_leaves_workflows_for_its_top() {
    let project = Project::empty();
    project.git(1, &["init", "--quiet"]);
    let ran = project.run(&["init", "data/cat", "--yes", REPOSITORY]);
    assert_snapshot!(ran.err, @"no workflows yet, for this folder is part of a repository: `etal init data/cat --workflows-only` writes them at its top");
    assert!(!project.path("data/cat/.github").exists() && !project.path("data/cat/.gitlab-ci.yml").exists());
    assert_eq!(project.run(&["init", "data/cat", "--workflows-only", REPOSITORY]).code, Some(0));
    assert!(project.path(".github/workflows/review.yml").exists());
    // The top itself gets them at once.
    assert_eq!(project.run(&["init", ".", "--yes", "--forge", "gitlab", REPOSITORY]).code, Some(2), "they are there");
    let project = Project::empty();
    project.git(1, &["init", "--quiet"]);
    let ran = project.run(&["init", ".", "--yes", "--forge", "gitlab", REPOSITORY]);
    assert!(ran.code == Some(0) && project.path(".gitlab-ci.yml").exists(), "{ran:?}");
}

#[test]
fn init_writes_nothing_into_workflows_that_could_say_more_than_itself() {
    let refused = |arguments: &[&str]| {
        let project = Project::empty();
        let ran = project.run(&[&["init", "a", "--yes"], arguments].concat());
        assert!(ran.code == Some(2) && !project.path("a").exists(), "{ran:?}");
        ran.err
    };
    assert_snapshot!(refused(&["--etal-repo", "https://a.example/\"\nx: y"]), @r#"
    error: "https://a.example/\"\nx: y" cannot be used
    help: give a plain address of a repository that begins with `https://`
    "#);
    assert_snapshot!(refused(&["--etal-repo", "https://a.example", "--etal-rev", "$(x)", "--lang", "fr"]), @r#"
    erreur : "$(x)" ne peut pas être employé
    aide : donner un commit entier ou le nom d’une étiquette
    "#);
    let site = format!("{SITE}[forge]\nurl = \"https://github.com/a/b\"\nbranch = \"a$(x)\"\n");
    let project = Project::empty().file("site.toml", site);
    assert_snapshot!(project.run(&["init", ".", "--workflows-only", REPOSITORY]).transcript(), @r#"
    -- err
    error: "a$(x)" cannot be written into workflows: it has other signs than letters, digits and `-_./`
    help: rename that branch or folder
    -- exit 2
    "#);
}

#[test]
fn init_gives_new_identifiers_each_time() {
    let project = Project::empty();
    for folder in ["a", "b"] {
        assert_eq!(project.run(&["init", folder, "--yes", "--lang", "fr"]).code, Some(0));
    }
    let id = |folder: &str| {
        let text = std::fs::read_to_string(project.path(&format!("{folder}/site.toml"))).unwrap();
        text.lines().find(|line| line.starts_with("id = ")).unwrap().to_owned()
    };
    assert_ne!(id("a"), id("b"));
    let readme = std::fs::read_to_string(project.path("a/README.md")).unwrap();
    assert!(readme.starts_with("# Catalogue de données\n"));
}

#[test]
fn new_fills_in_what_it_knows_and_overwrites_nothing() {
    let project = Project::new().file("content/organizations/town-hall.yaml", "name: Town hall\n");
    let arguments =
        ["new", "dataset", "--title", "Bus stops", "--set", "tags=bus, stop", "--set", "license=etalab-2.0"];
    assert_snapshot!(project.run(&arguments).transcript(), @"
    -- out
    content/datasets/bus-stops/dataset.yaml
    -- err
    next: complete it, put the files beside it, then `etal check content/datasets/bus-stops/dataset.yaml`
    -- exit 0
    ");
    let checked: Json = serde_json::from_str(&project.run(&["check", "--format", "json"]).out).unwrap();
    let findings = checked["findings"].as_array().unwrap().iter();
    let errors: Vec<&Json> = findings.filter(|one| one["severity"] == "error").map(|one| &one["rule"]).collect();
    assert_eq!(errors, ["missing-description"], "what only its author can say");
    let text = std::fs::read_to_string(project.path("content/datasets/bus-stops/dataset.yaml")).unwrap();
    let filled: Vec<&str> = text.lines().filter(|line| !line.starts_with('#') && !line.starts_with("id:")).collect();
    assert_eq!(
        filled,
        [
            "title: Bus stops",
            "description:",
            "license: etalab-2.0",
            "frequency: unknown",
            "tags:",
            "  - bus",
            "  - stop",
            "organization: town-hall",
        ]
    );
    assert_snapshot!(project.run(&["new", "dataset", "bus-stops", "--form", "markdown"]).transcript(), @"
    -- err
    error: `content/datasets/bus-stops/dataset.yaml` exists already
    help: choose another name, or move the file away
    -- exit 2
    ");
    assert_snapshot!(project.run(&["new", "topic", "Bus", "--lang", "fr"]).transcript(), @"
    -- err
    erreur : `Bus` ne peut pas être un nom de fichier et d’adresse
    aide : employer `bus`
    -- exit 2
    ");
    assert_snapshot!(project.run(&["new", "topic", "bus", "--set", "tag=x"]).transcript(), @"
    -- err
    error: `topic` has no key `tag`
    help: use `tags`
    -- exit 2
    ");
    assert_snapshot!(project.run(&["new", "topic"]).transcript(), @"
    -- err
    error: neither a slug nor a title is given
    help: `etal new topic --title …`
    -- exit 2
    ");
}

/// The address of the schema in the first line of a descriptor, inside a front matter.
fn schema_of(text: &str) -> &str {
    let text = text.strip_prefix("---\n").unwrap_or(text);
    text.lines().next().unwrap().strip_prefix("# yaml-language-server: $schema=").unwrap()
}

/// The path that a relative address leads to from a file.
fn led_to(path: &str, address: &str) -> String {
    let mut folders: Vec<&str> = path.split('/').collect();
    folders.pop();
    for part in address.split('/') {
        match part {
            ".." => assert!(folders.pop().is_some(), "{address} leads out of the catalogue"),
            name => folders.push(name),
        }
    }
    folders.join("/")
}

#[test]
fn a_new_catalogue_leads_editors_to_the_schemas_that_it_keeps() {
    for language in ["fr", "en"] {
        let files = begun(language, None);
        let descriptors = files.iter().filter(|(path, _)| path.starts_with("content/") && !path.ends_with(".csv"));
        let mut count = 0;
        for (path, bytes) in descriptors {
            let schema = led_to(path, schema_of(std::str::from_utf8(bytes).unwrap()));
            let schema: Json = serde_json::from_slice(&files[&schema]).unwrap();
            let kind = path.split('/').nth(1).unwrap().trim_end_matches('s');
            assert_eq!(schema["$id"], format!("urn:etal:schema:{kind}"), "{path}");
            count += 1;
        }
        assert_eq!(count, 5);
    }
}

#[test]
fn a_new_descriptor_leads_editors_to_its_schema() {
    let first = |project: &Project, arguments: &[&str]| {
        let ran = project.run(&[&["new"], arguments].concat());
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        let path = ran.out.trim().to_owned();
        let address = schema_of(&std::fs::read_to_string(project.path(&path)).unwrap()).to_owned();
        (path, address)
    };
    let served = Project::new();
    assert_eq!(first(&served, &["topic", "one"]).1, "https://data.example/schema/topic.json");
    let without = Project::empty().file("site.toml", "title = \"T\"\n");
    for arguments in [["dataset", "one"], ["dataset", "two"], ["service", "three"]] {
        for form in ["folder", "file", "markdown"] {
            let slug = format!("{}-{form}", arguments[1]);
            let (path, address) = first(&without, &[arguments[0], &slug, "--form", form]);
            assert!(without.path(&led_to(&path, &address)).is_file(), "{path}: {address}");
        }
    }
    served.write("schema/dataset.json", "{}");
    assert_eq!(
        first(&served, &["dataset", "one"]).1,
        "../../../schema/dataset.json",
        "what the catalogue keeps is nearer"
    );
    let silent = Project::empty()
        .file("site.toml", "title = \"T\"\nbase_url = \"https://a.example/\"\n[exports]\njson-schema = false\n");
    assert_eq!(first(&silent, &["dataset", "one"]).1, "../../../schema/dataset.json");
}

#[test]
fn new_writes_each_kind_in_each_form() {
    for kind in ["dataset", "organization", "reuse", "topic", "service"] {
        for form in ["folder", "file", "markdown"] {
            let project = Project::new();
            let ran = project.run(&["new", kind, "one", "--form", form, "--lang", "fr"]);
            assert_eq!(ran.code, Some(0), "{}", ran.err);
            assert!(project.path(ran.out.trim()).is_file());
        }
    }
}

#[test]
fn files_of_the_theme_are_copied_once() {
    let project = Project::empty().file("site.toml", format!("{SITE}theme = \"own\"\n"));
    let ran = project.run(&["theme", "eject", "templates/home.html", "static"]);
    assert_snapshot!(ran.transcript(), @"
    -- out
    themes/own/static/etal.css
    themes/own/templates/home.html
    -- exit 0
    ");
    project.write("themes/own/static/etal.css", "mine");
    assert_snapshot!(project.run(&["theme", "eject", "static/etal.css"]).transcript(), @"
    -- err
    themes/own/static/etal.css: left as it is
    -- exit 0
    ");
    assert_eq!(std::fs::read_to_string(project.path("themes/own/static/etal.css")).unwrap(), "mine");
    assert_snapshot!(project.run(&["theme", "eject", "home.html"]).transcript(), @"
    -- err
    error: the theme has no file `home.html`
    help: use `templates/home.html`
    -- exit 2
    ");
    let listed = project.run(&["theme", "eject", "--list"]).out;
    assert_eq!(project.run(&["theme", "eject"]).code, Some(0));
    assert!(listed.lines().all(|path| project.path("themes/own").join(path).is_file()));
}
