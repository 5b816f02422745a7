//! What an import makes of a JKAN site: a small one written here, and the real one of the corpora.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use etal::finding::Severity;
use etal::import::{Imported, Source, jkan};
use etal::site::Site;
use etal::source::{Node, Span, Value, parse, split};
use etal::vocab::{Format, Frequency, License};

use insta::assert_snapshot;

use crate::catalog::site_of;
use crate::project::Project;

/// A JKAN site of some files, parted by `==> path <==` lines.
fn source(text: &str) -> Source {
    let mut source = Source { name: String::from("town"), ..Source::default() };
    for part in text.split("==> ").skip(1) {
        let (path, content) = part.split_once(" <==\n").unwrap();
        if (jkan::IMPORTER.wants)(path) {
            source.files.insert(path.to_owned(), content.as_bytes().to_vec());
        } else {
            source.others.insert(path.to_owned());
        }
    }
    source
}

fn text<'a>(imported: &'a Imported, path: &str) -> &'a str {
    let bytes = imported.files.get(path).unwrap_or_else(|| panic!("{path} of {:?}", imported.files.keys()));
    std::str::from_utf8(bytes).unwrap()
}

/// What an import makes of a small site.
pub(crate) fn town() -> Imported {
    jkan::convert(&source(TOWN))
}

/// The reports as people see them.
fn reports(imported: &Imported) -> Vec<String> {
    let line = |one: &etal::import::Unplaced| {
        let kept = one.kept.as_deref().unwrap_or("-");
        format!("{}:{}:{} {} `{}` {} {kept}", one.path, one.line, one.column, one.key, one.value, one.reason.name())
    };
    imported.unplaced.iter().map(line).collect()
}

const TOWN: &str = "==> _config.yml <==
title: Open data of Examplebury
url: https://data.examplebury.example
baseurl: /open
repository: examplebury/data
markdown: kramdown
==> _data/licenses.yml <==
items:
- name: Town terms
  url: https://data.examplebury.example/terms
- name: Creative Commons 4.0
  url: https://creativecommons.org/licenses/by/4.0/
==> _organizations/highways-dept.md <==
---
title: Highways Department
description: Keeps the roads.
logo: /img/highways.png
tags: [roads]
---
==> img/highways.png <==
not really an image
==> _dataset_categories/transport.md <==
---
name: Transportation
logo: /img/t.svg
featured: true
---
==> files/counts.csv <==
a,b
==> _datasets/Traffic_Counts.md <==
---
title: Traffic counts
notes: 'Vehicles counted at twelve points, by hour.'
organization: highways department
category:
- Transportation
- Ghosts
license: Creative Commons 4.0
maintainer: Ada Example
maintainer_email: ada@examplebury.example
maintainer_phone: '01 23 45 67 89'
area_of_interest: Examplebury
time_period: 2011 - present
created: 2019-05-06
modified: R/P1M
source: https://counts.example/
usage: Public Use; Free
rating: 4
schema: none
usage: On foot only
tags:
- traffic
resources:
- name: Counts (CSV)
  url: /open/files/counts.csv
  format: CSV
- name: Counts (API)
  url: https://gis.example/rest/services/Counts/FeatureServer/0/query?f=json
  format: API
- name: Metadata
  url: https://gis.example/about
  format: HTML
  stars: 3
---
More below.
";

#[test]
fn a_small_site_becomes_a_complete_catalogue() {
    let imported = jkan::convert(&source(TOWN));
    let paths: Vec<&str> = imported.files.keys().map(String::as_str).collect();
    assert_eq!(
        paths,
        [
            ".gitignore",
            "content/datasets/traffic-counts.md",
            "content/organizations/highways-dept.md",
            "content/topics/transport.yaml",
            "site.toml",
        ]
    );
    let copies: Vec<_> = imported.copies.iter().map(|(to, from)| (to.as_str(), from.as_str())).collect();
    assert_eq!(
        copies,
        [
            ("content/datasets/traffic-counts/counts.csv", "files/counts.csv"),
            ("content/static/img/highways.png", "img/highways.png"),
        ]
    );
    assert_eq!(
        text(&imported, "content/datasets/traffic-counts.md"),
        "---
id: 32670918-bc6d-5850-a4e8-3d7b9441169b
title: Traffic counts
license: CC-BY-4.0
frequency: monthly
tags:
  - traffic
temporal_coverage:
  start: 2011
spatial:
  zones:
    - name: Examplebury
organization: highways-dept
contact_points:
  - name: Ada Example
    email: ada@examplebury.example
themes:
  - TRAN
links:
  - title: Source
    url: https://counts.example/
created: 2019-05-06
harvest:
  source: jkan
  remote_id: Traffic_Counts
  remote_url: https://data.examplebury.example/open/datasets/Traffic_Counts/
extras:
  license: Creative Commons 4.0
  maintainer_phone: 01 23 45 67 89
  usage: On foot only
  category:
    - Ghosts
  usage_2: Public Use; Free
  rating: 4
resources:
  - id: 131a0cd8-5609-5a95-939c-cff1c6d6d032
    title: Counts (CSV)
    path: counts.csv
    format: csv
  - id: 1bf22efb-c4ac-537d-a791-abfbe1284583
    title: Counts (API)
    type: api
    url: https://gis.example/rest/services/Counts/FeatureServer/0/query?f=json
    format: esri-rest
  - id: 4bcda5de-5c56-5bd2-93fd-d01880e71fce
    title: Metadata
    type: documentation
    url: https://gis.example/about
    format: html
    extras:
      stars: 3
---

Vehicles counted at twelve points, by hour.

More below.
"
    );
}

#[test]
fn what_has_no_place_is_reported_with_its_place() {
    let reports = reports(&jkan::convert(&source(TOWN)));
    assert_eq!(
        reports,
        [
            "_config.yml:5:11 markdown `kramdown` setting site.toml",
            "_dataset_categories/transport.md:3:7 logo `/img/t.svg` no-field extras.logo",
            "_datasets/Traffic_Counts.md:7:3 category `Ghosts` unknown-category extras.category",
            "_datasets/Traffic_Counts.md:11:19 maintainer_phone `01 23 45 67 89` no-field extras.maintainer_phone",
            "_datasets/Traffic_Counts.md:17:8 usage `Public Use; Free` duplicate-key extras.usage_2",
            "_datasets/Traffic_Counts.md:18:9 rating `4` no-field extras.rating",
            "_datasets/Traffic_Counts.md:19:9 schema `none` says-nothing -",
            "_datasets/Traffic_Counts.md:20:8 usage `On foot only` no-field extras.usage",
            "_datasets/Traffic_Counts.md:33:10 resources[2].stars `3` no-field resources[2].extras.stars",
            "_organizations/highways-dept.md:5:7 tags `[\"roads\"]` no-field extras.tags",
        ]
    );
}

#[test]
fn an_import_repeats_itself_to_the_byte_and_every_finding_mirrors_the_source() {
    let (first, second) = (jkan::convert(&source(TOWN)), jkan::convert(&source(TOWN)));
    assert_eq!(first.files, second.files);
    assert_eq!(first.unplaced, second.unplaced);
    let mut files = first.files;
    files.extend(first.copies.into_keys().map(|path| (path, b"a,b\n1,2\n".to_vec())));
    assert_eq!(errors(&site_of(&files)), [""; 0]);
}

#[test]
fn identifiers_depend_on_the_source_and_the_remote_id_alone() {
    let id = |text: &str| {
        let imported = jkan::convert(&source(text));
        let site = site_of(&imported.files);
        (site.catalog.id, site.catalog.datasets[0].header.identity.uuid)
    };
    let edited = TOWN.replace("title: Traffic counts", "title: Counts of traffic").replace("markdown: kramdown", "");
    assert_eq!(id(TOWN), id(&edited));
    let moved = TOWN.replace("url: https://data.examplebury.example\n", "url: https://other.example\n");
    assert_ne!(id(TOWN), id(&moved));
}

#[test]
fn a_dataset_nobody_can_read_is_kept_whole() {
    let imported = jkan::convert(&source("==> _datasets/été.md <==\n---\ntitle: [open\n---\nThe body\n"));
    assert_eq!(reports(&imported), ["_datasets/été.md:2:1  `title: [open` unreadable extras.front_matter"]);
    let text = text(&imported, "content/datasets/ete.md");
    assert!(text.contains("front_matter: 'title: [open'") && text.ends_with("\nThe body\n"), "{text}");
}

#[test]
fn producers_and_categories_that_no_file_describes_are_made() {
    let imported = jkan::convert(&source(
        "==> _datasets/a.md <==\n---\ntitle: A\norganization: Parks & Co\ncategory: Leaves, trees\n---\n\
         ==> _datasets/b.md <==\n---\ntitle: B\norganization: parks & co\ncategory: [Culture]\n---\n",
    ));
    let site = site_of(&imported.files);
    let slugs: Vec<&str> = site.catalog.topics.iter().map(|topic| topic.header.slug.as_str()).collect();
    assert_eq!(slugs, ["culture", "leaves-trees"]);
    assert_eq!(site.catalog.organizations.len(), 1);
    assert!(site.catalog.datasets.iter().all(|one| one.organization.as_deref() == Some("parks-co")));
    assert_eq!(reports(&imported), ["_datasets/a.md:3:15 organization `Parks & Co` unknown-organization organization"]);
}

/// What is wrong in a catalogue at the level of errors, rule and value.
fn errors(site: &Site) -> Vec<String> {
    let findings = site.findings.all().iter();
    let errors = findings.filter(|one| one.severity == Severity::Error && one.silenced.is_none());
    errors
        .map(|one| format!("{} {} {}", one.rule.name, one.subject.slug, one.args.get("found").unwrap_or("")))
        .collect()
}

/// The real site, when the corpora are there.
pub(crate) fn opendataphilly() -> Option<Source> {
    let Some(corpora) = std::env::var_os("ETAL_CORPORA") else {
        eprintln!("not run: ETAL_CORPORA is not set");
        return None;
    };
    let root = Path::new(&corpora).join("jkan-opendataphilly");
    let mut source = Source { name: String::from("jkan-opendataphilly"), ..Source::default() };
    for entry in walkdir::WalkDir::new(&root).sort_by_file_name() {
        let entry = entry.unwrap();
        let path = entry.path().strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
        if entry.file_type().is_file() && (jkan::IMPORTER.wants)(&path) {
            source.files.insert(path, std::fs::read(entry.path()).unwrap());
        }
    }
    Some(source)
}

#[test]
fn all_of_opendataphilly_is_there_and_the_same_twice() {
    let Some(source) = opendataphilly() else { return };
    let imported = jkan::convert(&source);
    let counts = imported.counts;
    assert_eq!((counts.datasets, counts.resources, counts.topics), (468, 3440, 14));
    // 47 are described, one is only named by a dataset.
    assert_eq!(counts.organizations, 48);
    let again = jkan::convert(&source);
    assert_eq!(imported.files, again.files);
    assert_eq!(imported.unplaced, again.unplaced);
    let site = site_of(&imported.files);
    assert_eq!(site.catalog.datasets.len(), 468);
    let ids: BTreeSet<_> = site
        .catalog
        .datasets
        .iter()
        .flat_map(|one| one.resources.iter())
        .collect::<Vec<_>>()
        .iter()
        .map(|resource| resource.identity.uuid)
        .collect();
    assert_eq!(ids.len(), 3440);
    assert!(site.catalog.datasets.iter().all(|one| one.organization.is_some()));
}

/// Rules that only a wrong conversion can break; what else is wrong was wrong in the source.
const OF_THE_CONVERSION: [&str; 20] = [
    "bad-id",
    "bad-slug",
    "duplicate-id",
    "duplicate-key",
    "duplicate-slug",
    "exclusive-keys",
    "missing-catalog-id",
    "missing-file",
    "missing-id",
    "missing-publisher",
    "missing-frequency",
    "not-a-mapping",
    "orphaned-reference",
    "path-outside",
    "stray-file",
    "unknown-code",
    "unknown-key",
    "unknown-setting",
    "wrong-type",
    "yaml-syntax",
];

#[test]
fn errors_of_opendataphilly_are_those_of_its_source() {
    let Some(source) = opendataphilly() else { return };
    let imported = jkan::convert(&source);
    let site = site_of(&imported.files);
    let own: Vec<&str> = site.findings.all().iter().map(|one| one.rule.name).collect();
    let own: BTreeSet<&str> = own.into_iter().filter(|name| OF_THE_CONVERSION.contains(name)).collect();
    assert!(own.is_empty(), "{own:?}");
    let errors = errors(&site);
    let untitled: Vec<&String> = errors.iter().filter(|error| error.starts_with("missing-title")).collect();
    assert_eq!(untitled, ["missing-title creal-program title"]);
}

/// Every scalar of a tree, with its key path.
fn scalars(node: &Node, path: &str, found: &mut Vec<(String, String)>) {
    match &node.value {
        Value::Null => {}
        Value::Plain(text) | Value::Quoted(text) => found.push((path.to_owned(), squeezed(text))),
        Value::Sequence(items) => items.iter().for_each(|item| scalars(item, path, found)),
        Value::Mapping(entries) => {
            for entry in entries {
                scalars(&entry.value, &format!("{path}.{}", entry.key), found);
            }
        }
    }
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn scalars_of(text: &str) -> Vec<(String, String)> {
    let parts = split(text);
    let is_markdown = parts.yaml.end > 0;
    let range = if is_markdown { parts.yaml } else { Span::new(0, text.len()) };
    let mut found = Vec::new();
    scalars(&parse(text, range).root.expect("readable"), "", &mut found);
    if is_markdown {
        found.push((String::from(".body"), squeezed(&text[parts.body.range()])));
    }
    found
}

#[test]
fn nothing_of_opendataphilly_is_lost() {
    let Some(source) = opendataphilly() else { return };
    let imported = jkan::convert(&source);
    let kinds = [
        ("_datasets/", "datasets", "md"),
        ("_organizations/", "organizations", "md"),
        ("_dataset_categories/", "topics", "yaml"),
        ("_licenses/", "pages", "md"),
    ];
    let names = Names {
        organizations: named(&imported, "content/organizations/", ".name"),
        topics: named(&imported, "content/topics/", ".title"),
    };
    let (mut read, mut lost) = (0, Vec::new());
    for (path, bytes) in &source.files {
        let Some((from, to, extension)) = kinds.iter().find(|(from, ..)| path.starts_with(from)) else { continue };
        let stem = path.trim_start_matches(from).trim_end_matches(".md");
        let prefix = if *to == "pages" { "license-" } else { "" };
        let slug = etal::slug::Slug::from_text(&format!("{prefix}{stem}"));
        let written = scalars_of(text(&imported, &format!("content/{to}/{slug}.{extension}")));
        let written: BTreeSet<&str> = written.iter().map(|(_, text)| text.as_str()).collect();
        let reported: BTreeSet<String> =
            imported.unplaced.iter().filter(|one| one.path == *path).map(|one| squeezed(&one.value)).collect();
        for (key, value) in scalars_of(std::str::from_utf8(bytes).unwrap()) {
            read += 1;
            let kept = written.contains(value.as_str()) || reported.contains(&value);
            if !kept && !is_said_otherwise(&key, &value, slug.as_str(), &written, &names) {
                lost.push(format!("{path} {key}: {value}"));
            }
        }
    }
    assert!(read > 15_000, "{read}");
    assert!(lost.is_empty(), "{} lost of {read}\n{}", lost.len(), lost[..lost.len().min(40)].join("\n"));
}

/// Slugs and values by name.
type Named = BTreeMap<String, (String, Vec<(String, String)>)>;

/// What datasets refer to.
struct Names {
    organizations: Named,
    topics: Named,
}

/// The described things of a kind.
fn named(imported: &Imported, folder: &str, key: &str) -> Named {
    let mut named = BTreeMap::new();
    for path in imported.files.keys().filter(|path| path.starts_with(folder)) {
        let slug = path[folder.len()..].split('.').next().unwrap();
        let values = scalars_of(text(imported, path));
        let (_, name) = values.iter().find(|(path, _)| path == key).expect("a name").clone();
        named.insert(name, (slug.to_owned(), values));
    }
    named
}

/// What an import says in other words: an empty text, a name by the slug of what it names, a known
/// format by its id, a default.
fn is_said_otherwise(key: &str, value: &str, dataset: &str, written: &BTreeSet<&str>, names: &Names) -> bool {
    match (key, value) {
        (_, "") | (".published", "true") => true,
        (".organization", _) => names.organizations.get(value).is_some_and(|(slug, _)| written.contains(slug.as_str())),
        (".category", _) => {
            // One spelling of the corpus is folded into that of its category.
            let topic = names.topics.get(value).or_else(|| names.topics.get(&value.replace(" and ", " / ")));
            topic.is_some_and(|(_, values)| values.contains(&(String::from(".datasets"), dataset.to_owned())))
        }
        (".resources.format", _) => Format::find(value)
            .is_some_and(|format| written.contains(format.id) || format.id == "api" && written.contains("esri-rest")),
        (".time_period", _) => etal::import::period(value).is_some_and(|period| {
            let ends = [Some(period.start), period.end].into_iter().flatten();
            ends.map(|date| date.to_string()).all(|date| written.contains(date.as_str()))
        }),
        (".modified", _) => Frequency::find(value).is_some_and(|frequency| written.contains(frequency.id)),
        (".license", _) => License::find(value).is_some_and(|found| written.contains(found.license.id)),
        _ => false,
    }
}

/// A folder with the small site in it.
fn on_disk() -> Project {
    let mut project = Project::empty();
    for part in TOWN.split("==> ").skip(1) {
        let (path, content) = part.split_once(" <==\n").unwrap();
        project = project.file(&format!("town/{path}"), content);
    }
    project
}

#[test]
fn the_command_writes_a_catalogue_and_says_what_has_no_place() {
    let project = on_disk();
    let ran = project.run(&["import", "jkan", "town", "--into", "new/catalogue"]);
    assert_snapshot!(ran.transcript(), @r#"
    -- out
    _config.yml:5:11: markdown `kramdown`: a setting of the former site’s program → site.toml
    _dataset_categories/transport.md:3:7: logo `/img/t.svg`: no field has this meaning → extras.logo
    _datasets/Traffic_Counts.md:7:3: category `Ghosts`: no category of this name is described → extras.category
    _datasets/Traffic_Counts.md:11:19: maintainer_phone `01 23 45 67 89`: no field has this meaning → extras.maintainer_phone
    _datasets/Traffic_Counts.md:17:8: usage `Public Use; Free`: the key comes again further down, where it counts → extras.usage_2
    _datasets/Traffic_Counts.md:18:9: rating `4`: no field has this meaning → extras.rating
    _datasets/Traffic_Counts.md:19:9: schema `none`: says that there is nothing
    _datasets/Traffic_Counts.md:20:8: usage `On foot only`: no field has this meaning → extras.usage
    _datasets/Traffic_Counts.md:33:10: resources[2].stars `3`: no field has this meaning → resources[2].extras.stars
    _organizations/highways-dept.md:5:7: tags `["roads"]`: no field has this meaning → extras.tags

    10 values without a place of their own:
         6  no field has this meaning
         1  says that there is nothing
         1  no category of this name is described
         1  the key comes again further down, where it counts
         1  a setting of the former site’s program

    datasets 1, resources 3, organizations 1, topics 1, pages 0
    files written 7, unchanged 0, removed 0, in `new/catalogue`
    next: `etal check new/catalogue`
    -- exit 0
    "#);
    assert_eq!(
        std::fs::read(project.path("new/catalogue/content/datasets/traffic-counts/counts.csv")).unwrap(),
        b"a,b\n"
    );
    let left: Vec<_> = std::fs::read_dir(project.path("new")).unwrap().collect();
    assert_eq!(left.len(), 1, "nothing is left beside it: {left:?}");
    assert_eq!(project.run(&["check", "new/catalogue", "--quiet"]).code, Some(0));
}

#[test]
fn a_second_import_changes_what_changed_in_the_source_alone() {
    let project = on_disk();
    let import = || project.run(&["import", "jkan", "town", "--into", "out", "--format", "json"]);
    let numbers = |out: &str| {
        let json: serde_json::Value = serde_json::from_str(out).unwrap();
        ["written", "unchanged", "removed"].map(|key| json[key].as_u64().unwrap())
    };
    assert_eq!(numbers(&import().out), [7, 0, 0]);
    assert_eq!(numbers(&import().out), [0, 7, 0]);
    project.write("town/_datasets/new.md", "---\ntitle: New\n---\n");
    std::fs::remove_file(project.path("town/img/highways.png")).unwrap();
    assert_eq!(numbers(&import().out), [2, 5, 1]);
    assert!(!project.path("out/content/static/img/highways.png").exists());
}

#[test]
fn what_somebody_edited_or_keeps_there_is_never_overwritten() {
    let project = on_disk().file("taken/notes.txt", "mine");
    let import = |into: &str| project.run(&["import", "jkan", "town", "--into", into]);
    assert_snapshot!(import("taken").transcript(), @"
    -- err
    error: `taken` is not empty, and no earlier import made it
    help: name a folder that does not exist yet
    -- exit 2
    ");
    assert_eq!(import("out").code, Some(0));
    project.write("out/site.toml", "edited = true\n");
    project.write("out/notes.txt", "mine");
    project.write("town/_datasets/new.md", "---\ntitle: New\n---\n");
    assert_snapshot!(import("out").transcript(), @"
    -- err
    error: in `out`, edited since the last import: `site.toml`
    help: import into another folder and compare the two, or undo these changes
    -- exit 2
    ");
    assert!(!project.path("out/content/datasets/new.md").exists(), "nothing is written");
}

#[test]
fn a_folder_that_is_no_such_site_is_refused() {
    let project = Project::empty().file("a/readme.md", "x");
    assert_snapshot!(project.run(&["import", "jkan", "a", "--into", "b"]).transcript(), @"
    -- err
    error: `a` has no dataset of jkan
    help: name the folder that has `_datasets` in it
    -- exit 2
    ");
    assert_snapshot!(project.run(&["import", "jkna", "a", "--into", "b"]).transcript(), @"
    -- err
    error: `jkna` is no catalogue that can be imported
    help: use jkan
    -- exit 2
    ");
    assert_snapshot!(project.run(&["import", "jkan", "c", "--into", "b", "--lang", "fr"]).transcript(), @"
    -- err
    erreur : `c` n’existe pas
    aide : vérifier l’orthographe du chemin
    -- exit 2
    ");
    assert!(!project.path("b").exists());
}
