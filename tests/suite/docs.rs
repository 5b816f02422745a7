//! The documentation keeps up with the code: keys, codes, examples, headings and links, in both languages.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use etal::finding::silences;
use etal::inputs::{Drafts, Inputs};
use etal::model::FaultKind;
use etal::vocab::{self, Vocabulary};
use etal::{pipeline, rules};

/// Pages that exist in English (`docs/x.md`) and in French (`docs/x.fr.md`).
const PAGES: [&str; 13] = [
    "building",
    "checking",
    "descriptors",
    "editing",
    "editors",
    "exports",
    "lsp",
    "reviewing",
    "search",
    "site",
    "snapshots",
    "starting",
    "themes",
];

fn read(path: &str) -> String {
    let whole = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&whole).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Path and text of a page in both languages.
fn both(page: &str) -> [(String, String); 2] {
    [format!("docs/{page}.md"), format!("docs/{page}.fr.md")].map(|path| (path.clone(), read(&path)))
}

/// The lines of a text outside its code blocks.
fn prose(text: &str) -> impl Iterator<Item = &str> {
    let mut inside = false;
    text.lines().filter(move |line| {
        let fence = line.starts_with("```");
        inside ^= fence;
        !inside && !fence
    })
}

/// What stands between backticks in the lines of a text.
fn code_spans(text: &str) -> BTreeSet<&str> {
    prose(text).flat_map(|line| line.split('`').skip(1).step_by(2)).collect()
}

/// The code blocks of a language.
fn blocks<'a>(text: &'a str, language: &str) -> Vec<&'a str> {
    let open = format!("```{language}\n");
    text.split(open.as_str()).skip(1).map(|rest| rest.split("```").next().unwrap()).collect()
}

#[track_caller]
fn both_name(page: &str, wanted: &BTreeSet<String>) {
    assert!(!wanted.is_empty());
    for (path, text) in both(page) {
        let spans = code_spans(&text);
        let missing: Vec<&String> = wanted.iter().filter(|name| !spans.contains(name.as_str())).collect();
        assert!(missing.is_empty(), "{path} does not name {missing:?}");
    }
}

/// The files of `src/parse` that read `site.toml`.
pub(crate) const SETTINGS: [&str; 5] =
    ["config/mod.rs", "config/forge.rs", "config/look.rs", "config/search.rs", "config/snapshots.rs"];

/// The keys that a file of `src/parse` asks a reader for: literals that are its methods' first argument.
pub(crate) fn keys_read_by(file: &str) -> BTreeSet<String> {
    let text = read(&format!("src/parse/{file}"));
    let code = text.split("#[cfg(test)]").next().unwrap();
    let of_a_reader = |before: &str| {
        let receiver = before.trim_end_matches(|c: char| c.is_alphanumeric() || c == '_');
        let receiver = receiver.strip_suffix('.').map(str::trim_end);
        receiver.is_some_and(|name| ["reader", "inner", "self"].iter().any(|reader| name.ends_with(reader)))
    };
    let is_key = |literal: &&str| !literal.is_empty() && literal.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    let calls = code.match_indices("(\"").filter(|(at, _)| of_a_reader(&code[..*at]));
    let literals = calls.map(|(at, _)| code[at + 2..].split('"').next().unwrap());
    literals.filter(is_key).map(str::to_owned).collect()
}

#[test]
fn every_key_of_descriptors_is_documented() {
    let files = ["coverage.rs", "dataset.rs", "fields.rs", "others.rs", "parts.rs", "resource.rs"];
    let keys: BTreeSet<String> = files.into_iter().flat_map(keys_read_by).collect();
    for known in ["title", "temporal_coverage", "bbox", "remote_id", "checksum", "siret", "orcid", "order"] {
        assert!(keys.contains(known), "the scan no longer finds `{known}`");
    }
    both_name("descriptors", &keys);
}

#[test]
fn every_setting_is_documented() {
    let mut keys: BTreeSet<String> = SETTINGS.into_iter().flat_map(keys_read_by).collect();
    assert!(keys.contains("base_url") && keys.contains("allow_executable"), "the scan no longer finds them");
    keys.retain(|key| key != "colors" && key != "footer" && key != "score" && key != "files" && key != "menu");
    keys.retain(|key| key != "snapshots");
    let config = read("src/parse/config/look.rs");
    let (_, tokens) = config.split_once("COLOR_TOKENS: [&str;").unwrap();
    let tokens = tokens.split(';').next().unwrap().split('"').skip(1).step_by(2);
    keys.extend(tokens.map(str::to_owned));
    keys.extend(
        ["id", "light", "dark", "[colors]", "[footer]", "[score]", "[files]", "[[menu]]", "[[snapshots]]", "[rules]"]
            .map(str::to_owned),
    );
    keys.remove("rules");
    keys.remove("forge");
    keys.insert(String::from("[forge]"));
    both_name("site", &keys);
}

#[test]
fn every_code_is_documented() {
    let vocabularies: [&Vocabulary; 13] = [
        &vocab::access::AUDIENCES,
        &vocab::access::CONDITIONS,
        &vocab::access::REASONS,
        &vocab::access::TYPES,
        &vocab::badge::DATASET,
        &vocab::badge::ORGANIZATION,
        &vocab::granularity::GRANULARITIES,
        &vocab::hvd::CATEGORIES,
        &vocab::resource_type::RESOURCE_TYPES,
        &vocab::reuse::TOPICS,
        &vocab::reuse::TYPES,
        &vocab::role::CONTACT,
        &vocab::role::MEMBER,
    ];
    let mut ids: BTreeSet<&str> = vocabularies.iter().flat_map(|vocabulary| vocabulary.ids()).collect();
    ids.extend(vocab::Frequency::ids());
    ids.extend(vocab::Theme::codes());
    ids.extend(vocab::checksum::Checksum::ids());
    both_name("descriptors", &ids.into_iter().map(str::to_owned).collect());
}

/// What is wrong with one file of a catalogue: faults of reading, names that etal does not have. Keys
/// that a fragment lacks are left out.
fn wrong_in(path: &str, text: &str) -> Vec<String> {
    let settings = "id = \"5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001\"\ntitle = \"Test\"\n";
    let mut files = BTreeMap::from([(String::from("site.toml"), settings.as_bytes().to_vec())]);
    files.insert(path.to_owned(), text.as_bytes().to_vec());
    let site = pipeline::site(Inputs::from_memory(&files, super::catalog::NOW.parse().unwrap()), Drafts::Kept);
    let faults = site.catalog.faults().map(|(_, fault)| fault).chain(&site.config.header.faults);
    let faults = faults.filter(|fault| fault.kind != FaultKind::Missing);
    let faults = faults.map(|fault| format!("{path}: {:?} `{}` at {}", fault.kind, fault.found, fault.place.path));
    let names = ["unknown-setting", "bad-siret", "unknown-license", "low-contrast"];
    let findings = site.findings.all().iter().filter(|finding| names.contains(&finding.rule.name));
    let silences = site.sources.iter().flat_map(silences).filter(|silence| rules::find(&silence.rule).is_none());
    let findings = findings.map(|finding| format!("{path}: {}", finding.message("en")));
    faults.chain(findings).chain(silences.map(|silence| format!("{path}: no rule `{}`", silence.rule))).collect()
}

/// The path that a block names in its first line, as a comment.
fn path_of(block: &str) -> Option<&str> {
    block.lines().next()?.strip_prefix("# ").filter(|path| path.contains('/') && !path.contains(' '))
}

#[test]
fn examples_of_descriptors_and_settings_are_read_without_a_fault() {
    let mut wrong = Vec::new();
    for (page, text) in PAGES.into_iter().flat_map(both) {
        let descriptors = blocks(&text, "yaml").into_iter();
        let descriptors = descriptors.map(|block| (path_of(block).unwrap_or("content/datasets/example.yaml"), block));
        let settings = blocks(&text, "toml").into_iter();
        let settings = settings.map(|block| (path_of(block).unwrap_or("site.toml"), block));
        let ours = descriptors.chain(settings).filter(|(path, _)| !path.starts_with("themes/"));
        wrong.extend(ours.flat_map(|(path, block)| wrong_in(path, block)).map(|fault| format!("{page}: {fault}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The headings of a page: level and words.
fn headings(text: &str) -> Vec<(usize, &str)> {
    let lines = prose(text).filter(|line| line.starts_with('#'));
    lines.map(|line| (line.bytes().take_while(|b| *b == b'#').count(), line.trim_start_matches('#').trim())).collect()
}

#[test]
fn both_languages_have_the_same_headings() {
    for page in PAGES {
        let [(_, english), (_, french)] = both(page);
        let levels = |text| headings(text).into_iter().map(|(level, _)| level).collect::<Vec<_>>();
        assert_eq!(levels(&english), levels(&french), "{page}");
    }
}

/// The anchor that forges give a heading.
fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}

#[test]
fn links_between_pages_lead_somewhere() {
    let mut wrong = Vec::new();
    for page in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs")).unwrap() {
        let name = page.unwrap().file_name().into_string().unwrap();
        let Some(_) = name.strip_suffix(".md") else { continue };
        let text = read(&format!("docs/{name}"));
        let outside_code = prose(&text).map(|line| line.split('`').step_by(2).collect::<String>());
        let lines: Vec<String> = outside_code.collect();
        for target in lines.iter().flat_map(|line| line.split("](").skip(1)) {
            let target = target.split(')').next().unwrap();
            let (file, fragment) = target.split_once('#').unwrap_or((target, ""));
            if target.contains("://") || target.starts_with("mailto:") {
                continue;
            }
            let path = if file.is_empty() { format!("docs/{name}") } else { format!("docs/{file}") };
            let whole = Path::new(env!("CARGO_MANIFEST_DIR")).join(&path);
            let found = whole.is_file()
                && (fragment.is_empty()
                    || headings(&read(&path)).iter().any(|(_, heading)| anchor(heading) == fragment));
            if !found {
                wrong.push(format!("docs/{name}: {target}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_module_has_its_level_in_the_documentation() {
    let text = read("docs/architecture.md");
    let spans = code_spans(&text);
    let entries = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap().replace(".rs", ""));
    let missing: Vec<String> =
        names.filter(|name| !matches!(name.as_str(), "lib" | "main") && !spans.contains(name.as_str())).collect();
    assert!(missing.is_empty(), "docs/architecture.md does not name {missing:?}");
}

/// All commands by the words that call them (`etal import jkan`), with their long options.
fn commands(command: &clap::Command, name: &str, found: &mut Vec<(String, Vec<String>)>) {
    let options = command.get_arguments().filter_map(|argument| argument.get_long());
    found.push((name.to_owned(), options.map(|long| format!("--{long}")).collect()));
    for below in command.get_subcommands() {
        commands(below, &format!("{name} {}", below.get_name()), found);
    }
}

#[test]
fn every_command_and_option_is_documented() {
    let mut found = Vec::new();
    commands(&etal::cli::command(), "etal", &mut found);
    for language in 0..2 {
        let pages: Vec<String> = PAGES.iter().map(|page| both(page)[language].1.clone()).collect();
        let spans: BTreeSet<&str> = pages.iter().flat_map(|page| code_spans(page)).collect();
        let called = |name: &str| spans.iter().any(|span| *span == name || span.starts_with(&format!("{name} ")));
        let written = |option: &str| spans.iter().any(|span| span.split([' ', '=']).any(|word| word == option));
        let commands = found.iter().map(|(name, _)| name).filter(|name| !called(name));
        let options = found.iter().flat_map(|(_, options)| options).filter(|option| !written(option));
        let missing: BTreeSet<&String> = commands.chain(options).collect();
        assert!(missing.is_empty(), "the documentation ({language}) does not name {missing:?}");
    }
}

#[test]
fn no_option_is_documented_that_does_not_exist() {
    let mut command = etal::cli::command();
    command.build();
    let mut found = Vec::new();
    commands(&command, "etal", &mut found);
    let known: BTreeSet<&String> = found.iter().flat_map(|(_, options)| options).collect();
    let pages: Vec<(String, String)> = PAGES.into_iter().flat_map(both).collect();
    let mut unknown = BTreeSet::new();
    for (page, text) in &pages {
        let ours = code_spans(text).into_iter().filter(|span| span.starts_with("--") || span.starts_with("etal "));
        let words = ours
            .flat_map(|span| span.split([' ', '=']).filter(|word| word.starts_with("--") && !word.starts_with("---")));
        unknown.extend(words.filter(|word| !known.contains(&(*word).to_owned())).map(|word| format!("{page}: {word}")));
    }
    assert!(unknown.is_empty(), "{unknown:?}");
}
