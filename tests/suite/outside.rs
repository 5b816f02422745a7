//! What parsers that are not ours find in a built site, and what must be found in none of its forms.
//!
//! The parsers are Python's: `tests/run` makes an environment for them and names it in
//! `ETAL_REQUIRE_OUTSIDE`; without it these tests say that they are not run.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use etal::export::Exports;
use etal::site::Site;
use etal::text::Text;
use etal::theme::Theme;
use tempfile::TempDir;

use crate::catalog::{NOW, site_of};
use crate::demonstration::{copy, copy_tree, etal, root, tree};

/// The catalogue in which every field has a value.
pub(crate) fn complete() -> PathBuf {
    root().join("tests/fixtures/complete")
}

/// The site of a catalogue on disk, drafts included, with a public address.
pub(crate) fn site_at(folder: &Path) -> Site {
    let mut files = tree(&folder.join("content"));
    files = files.into_iter().map(|(path, bytes)| (format!("content/{path}"), bytes)).collect();
    let mut settings = std::fs::read_to_string(folder.join("site.toml")).unwrap();
    if !settings.lines().any(|line| line.starts_with("base_url")) {
        settings.insert_str(0, "base_url = \"https://data.example/\"\n");
    }
    files.insert(String::from("site.toml"), settings.into_bytes());
    site_of(&files)
}

/// A catalogue built in a folder of its own, with an address and all forms that are on by default.
fn built(catalogue: &Path) -> TempDir {
    let folder = copy();
    std::fs::remove_dir_all(folder.path().join("content")).unwrap();
    copy_tree(&catalogue.join("content"), &folder.path().join("content"));
    std::fs::copy(catalogue.join("site.toml"), folder.path().join("site.toml")).unwrap();
    let address = ["--base-url", "https://data.orle.example/", "--quiet", "--now", NOW];
    let ran = etal(folder.path()).arg("build").args(address).output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    folder
}

/// Runs a script of `tests/outside`, when there is a Python for it.
fn judge(script: &str, catalogue: &Path, arguments: &[PathBuf]) {
    let Some(python) = std::env::var_os("ETAL_REQUIRE_OUTSIDE") else {
        eprintln!("not run: ETAL_REQUIRE_OUTSIDE is not set");
        return;
    };
    let site = built(catalogue);
    let mut command = Command::new(python);
    command.env("PYTHONDONTWRITEBYTECODE", "1").arg(root().join("tests/outside").join(script));
    let ran = command.args(arguments).arg(site.path().join("public")).output().unwrap();
    let said = [ran.stdout, ran.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    assert!(ran.status.success(), "{script}: {}{}", said[0], said[1]);
    eprintln!("{}", said[0].trim_end());
}

#[test]
fn every_field_is_where_the_documentation_says() {
    let arguments = [root().join("docs/exports.md"), complete().join("expected.tsv")];
    judge("fields.py", &complete(), &arguments);
}

#[test]
fn data_packages_and_their_tables_are_valid() {
    judge("packages.py", &root(), &[]);
    judge("packages.py", &complete(), &[]);
}

#[test]
fn syntaxes_of_rdf_say_the_same() {
    judge("syntaxes.py", &root(), &[]);
    judge("syntaxes.py", &complete(), &[]);
}

#[test]
fn feeds_are_read() {
    judge("feeds.py", &root(), &[]);
}

/// The table of fields of a page, row by row, without its head.
fn fields(page: &str) -> Vec<String> {
    let text = std::fs::read_to_string(root().join("docs").join(page)).unwrap();
    let heading = if page.ends_with(".fr.md") { "\n## Où est chaque champ\n" } else { "\n## Where each field is\n" };
    let (_, section) = text.split_once(heading).unwrap_or_else(|| panic!("{page} has no table of fields"));
    let section = section.split("\n## ").next().unwrap();
    let rows = section.lines().filter(|line| line.starts_with("| `"));
    rows.map(str::to_owned).collect()
}

#[test]
fn the_table_of_fields_has_every_key_in_both_languages() {
    let rows = fields("exports.md");
    assert_eq!(rows, fields("exports.fr.md"));
    let named: BTreeSet<&str> = rows.iter().filter_map(|row| row.split('`').nth(1)).collect();
    let keys = |reader: &[etal::descriptor::Field], below: &str| {
        reader.iter().map(|field| format!("{below}{}", field.key)).collect::<Vec<_>>()
    };
    let mut wanted = keys(etal::descriptor::fields(etal::model::Kind::Dataset), "");
    wanted.extend(keys(etal::descriptor::resource_fields(), "resources."));
    let is_there = |key: &String| named.iter().any(|name| *name == key || name.starts_with(&format!("{key}.")));
    let missing: Vec<&String> = wanted.iter().filter(|key| !is_there(key)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    // What lists and mappings hold, from the tables of the descriptors.
    for (below, heading) in [("access", "As a mapping, `access` has:"), ("spatial", "`spatial` has:")] {
        let text = std::fs::read_to_string(root().join("docs/descriptors.md")).unwrap();
        let (_, table) = text.split_once(heading).unwrap();
        let rows = table.trim_start().lines().take_while(|line| line.starts_with('|')).skip(2);
        for key in rows.map(|row| row.split('`').nth(1).unwrap()) {
            assert!(is_there(&format!("{below}.{key}")), "{below}.{key}");
        }
    }
    for (below, heading) in [("harvest", "| Key of `harvest` |"), ("transfer", "| Key of `transfer` |")] {
        let text = std::fs::read_to_string(root().join("docs/descriptors.md")).unwrap();
        let (_, table) = text.split_once(heading).unwrap();
        for row in table.lines().skip(2).take_while(|line| line.starts_with('|')) {
            for key in row.split('|').nth(1).unwrap().split('`').skip(1).step_by(2) {
                assert!(is_there(&format!("{below}.{key}")), "{below}.{key}");
            }
        }
    }
}

/// Slugs, titles and identifiers of the drafts of a catalogue.
fn drafts(site: &Site) -> Vec<String> {
    let catalog = &site.catalog;
    let mut found: Vec<String> = Vec::new();
    let mut add = |header: &etal::model::Header, title: &Text| {
        found.extend([header.slug.to_string(), header.identity.uuid.to_string()]);
        found.extend(title.iter().map(|(_, title)| title.to_owned()));
    };
    catalog.datasets.iter().filter(|one| one.private).for_each(|one| add(&one.header, &one.title));
    catalog.reuses.iter().filter(|one| one.private).for_each(|one| add(&one.header, &one.title));
    catalog.topics.iter().filter(|one| one.private).for_each(|one| add(&one.header, &one.title));
    catalog.services.iter().filter(|one| one.private).for_each(|one| add(&one.header, &one.title));
    catalog.pages.iter().filter(|one| one.private).for_each(|one| add(&one.header, &one.title));
    found
}

/// Forms in which a file says something about a draft, though the pages have drafts.
fn leaks(catalogue: &Path) -> (usize, Vec<String>) {
    let site = site_at(catalogue);
    let drafts = drafts(&site);
    // A draft may have the slug of a word that others use: only what names it alone counts.
    let drafts: Vec<&String> = drafts.iter().filter(|text| text.contains(['-', ' '])).collect();
    assert!(!drafts.is_empty());
    let theme = Theme::load(&std::collections::BTreeMap::new()).unwrap();
    let exports = Exports::choosing(&site, &theme, |_| true);
    let mut found = Vec::new();
    for (place, file) in exports.files().iter().enumerate() {
        let mut bytes = Vec::new();
        exports.write(place, &mut bytes).unwrap();
        let text = String::from_utf8(bytes).unwrap() + &file.entry.path;
        let named = drafts.iter().filter(|draft| text.contains(draft.as_str()));
        found.extend(named.map(|draft| format!("{}: {draft}", file.entry.path)));
    }
    (exports.files().len(), found)
}

#[test]
fn no_form_says_a_word_of_a_draft() {
    for catalogue in [root(), complete()] {
        let (files, found) = leaks(&catalogue);
        assert!(files > 0 && found.is_empty(), "{files} files: {found:#?}");
    }
}
