//! Whatever lies in a catalogue, every file of it is accounted for: it has a page, or a finding
//! that says why not. Nothing panics.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use etal::model::Lookup;
use etal::site::Site;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::catalog::{SITE, site_of};
use crate::samples::demonstration;

const PATH: &str = "content/datasets/sample.yaml";
const MARKDOWN: &str = "content/datasets/sample.md";

fn files(path: &str, bytes: impl Into<Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    BTreeMap::from([(String::from("site.toml"), SITE.as_bytes().to_vec()), (path.to_owned(), bytes.into())])
}

/// The rules that the only descriptor breaks.
fn broken(site: &Site, path: &str) -> Vec<&'static str> {
    let of_file = |source: etal::source::SourceId| site.sources[source.0 as usize].path == path;
    let findings = site.findings.all().iter().filter(|finding| of_file(finding.site.source));
    findings.map(|finding| finding.rule.name).collect()
}

/// A descriptor that cannot be read is named, has no page and breaks `rule`.
#[track_caller]
fn unreadable(path: &str, bytes: impl Into<Vec<u8>>, rule: &str) {
    let site = site_of(&files(path, bytes));
    assert_eq!((site.catalog.datasets.len(), site.catalog.unreadable.len()), (0, 1));
    let broken = broken(&site, path);
    assert!(broken.contains(&rule), "{broken:?}");
}

/// A descriptor that is odd has its page all the same, and breaks `rule`.
#[track_caller]
fn odd(path: &str, bytes: impl Into<Vec<u8>>, rule: &str) {
    let site = site_of(&files(path, bytes));
    assert_eq!((site.catalog.datasets.len(), site.catalog.unreadable.len()), (1, 0));
    let broken = broken(&site, path);
    assert!(broken.contains(&rule), "{broken:?}");
}

#[test]
fn malformed_yaml_is_named() {
    for text in ["title: 'x", "title: [x", "title: x: y", "title: \"\\q\"", "title: x\n}\n", "%YAML 9.9\n"] {
        unreadable(PATH, text, "yaml-syntax");
    }
    for text in ["- x", "only words", "'quoted'", "[1, 2]", "12"] {
        unreadable(PATH, text, "not-a-mapping");
    }
}

#[test]
fn nothing_at_all_is_a_dataset_without_a_title() {
    for text in ["", "\n\n", "---", "---\n", "# a comment\n", "\u{feff}", "...\n", "~", "{}", "\u{feff}---\r\n"] {
        odd(PATH, text, "missing-title");
    }
    for text in ["", "\n", "only words", "---\n---\n", "--- \n---\nbody", "\u{feff}", "-- -\n"] {
        odd(MARKDOWN, text, "missing-title");
    }
    for text in ["---", "---\n", "\u{feff}---", "---\r\ntitle: x"] {
        odd(MARKDOWN, text, "unclosed-front-matter");
    }
}

#[test]
fn what_is_no_text_is_named() {
    unreadable(PATH, b"title: caf\xe9\n", "not-text");
    unreadable(PATH, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not-text");
    unreadable(PATH, b"\xff\xfet\0i\0t\0l\0e\0", "not-text");
    unreadable(MARKDOWN, b"---\ntitle: x\n---\n\xc3", "not-text");
    unreadable(PATH, b"PK\x03\x04title: x\n", "yaml-syntax");
    unreadable(PATH, b"title: a\0b\n", "yaml-syntax");
    unreadable(PATH, b"\0\0\0\0", "yaml-syntax");
}

#[test]
fn large_descriptors_are_named_and_not_read() {
    unreadable(PATH, "title: x\n".repeat(1_200_000), "descriptor-too-large");
    unreadable(MARKDOWN, vec![b'x'; 10 << 20], "descriptor-too-large");
}

#[test]
fn deep_values_are_named_and_the_rest_is_read() {
    let flow = |open: &str, close: &str| format!("title: x\ndeep: {}{}\n", open.repeat(500), close.repeat(500));
    let block: String = (0..500).map(|level| format!("{}a:\n", " ".repeat(level))).collect();
    let list: String = format!("title: x\ndeep:\n  {}x\n", "- ".repeat(500));
    for text in [flow("[", "]"), flow("{a: ", "}"), format!("{block}title: x\n"), list] {
        odd(PATH, text.clone(), "nested-too-deep");
        odd(MARKDOWN, format!("---\n{text}---\nbody\n"), "nested-too-deep");
    }
    for text in ["[".repeat(500), "[".repeat(300_000), "{a: ".repeat(200_000)] {
        let site = site_of(&files(PATH, format!("deep: {text}")));
        let broken = broken(&site, PATH);
        assert!(broken.contains(&"nested-too-deep") || broken.contains(&"yaml-syntax"), "{broken:?}");
        assert_eq!(site.catalog.unreadable.len(), 1);
    }
}

#[test]
fn aliases_are_named_and_never_unfolded() {
    let mut bomb = String::from("title: x\na0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
    for level in 1..30 {
        let above = format!("*a{}, ", level - 1).repeat(9);
        bomb.push_str(&format!("a{level}: &a{level} [{}]\n", above.trim_end_matches(", ")));
    }
    odd(PATH, bomb, "yaml-alias");
    odd(PATH, "title: &t x\nsummary: *t\n", "yaml-alias");
    odd(PATH, "title: x\na: &a {b: *a}\n", "yaml-alias");
    odd(PATH, "title: x\n<<: {summary: y}\n", "yaml-alias");
}

#[test]
fn keys_and_documents_too_many_are_named() {
    odd(PATH, "title: x\ntitle: y\n", "duplicate-key");
    odd(PATH, "title: x\nresources:\n  - {url: 'https://a.example', url: 'https://b.example'}\n", "duplicate-key");
    odd(PATH, "title: x\n---\ntitle: y\n", "several-documents");
    odd(PATH, "title: x\n? {a: b}\n: 1\n", "complex-key");
}

#[test]
fn a_lone_carriage_return_ends_a_line() {
    let site = site_of(&files(PATH, "title: x\rfrequency: x9q7\r"));
    let finding = site.findings.all().iter().find(|finding| finding.rule.name == "unknown-code").unwrap();
    assert_eq!((finding.site.start.line, finding.site.start.column), (2, 12));
    let site = site_of(&files(MARKDOWN, "---\rtitle: x\r---\rbody\r"));
    assert_eq!(site.catalog.datasets[0].description.first(), "body");
}

#[test]
fn twenty_thousand_keys_are_read() {
    let keys: String = (0..20_000).map(|key| format!("k{key}:\n")).collect();
    let site = site_of(&files(PATH, keys));
    assert_eq!(broken(&site, PATH).iter().filter(|rule| **rule == "unknown-key").count(), 20_000);
    let last = site.findings.all().iter().rfind(|finding| finding.rule.name == "unknown-key").unwrap();
    assert_eq!(last.site.start.line, 20_000);
}

#[test]
fn settings_that_cannot_be_read_are_named() {
    for (text, rule) in [
        (&b"title = \xff"[..], "not-text"),
        (b"title = \"x", "yaml-syntax"),
        (b"title = 1\ntitle = 2", "yaml-syntax"),
        (b"languages = [[[[]]]]", "bad-language"),
        (b"\0", "yaml-syntax"),
    ] {
        let site = site_of(&BTreeMap::from([(String::from("site.toml"), text.to_vec())]));
        let broken = broken(&site, "site.toml");
        assert!(broken.contains(&rule), "{broken:?}");
    }
    let deep = format!("title = {}", "[".repeat(100_000));
    let site = site_of(&BTreeMap::from([(String::from("site.toml"), deep.into_bytes())]));
    assert!(broken(&site, "site.toml").contains(&"yaml-syntax"));
}

/// Paths of descriptors that some files are, and those that the site knows.
fn lost(files: &BTreeMap<String, Vec<u8>>, site: &Site) -> Vec<String> {
    let catalog = &site.catalog;
    let shadowed = catalog.shadowed.iter().map(|(header, _)| header);
    let known = catalog.headers().chain(&catalog.unreadable).chain(shadowed);
    let known: Vec<&str> = known.map(|header| site.sources[header.source.0 as usize].path.as_str()).collect();
    let descriptors = etal::layout::roles(files.keys().map(String::as_str));
    let descriptor = |role: &etal::layout::Role| matches!(role, etal::layout::Role::Descriptor(..));
    let all = files.keys().zip(descriptors).filter(|(_, role)| descriptor(role)).map(|(path, _)| path);
    all.filter(|path| !known.contains(&path.as_str())).cloned().collect()
}

/// The texts of the demonstration catalogue; its data would only be read again and again.
static DEMONSTRATION: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| {
    let is_text = |path: &str| [".yaml", ".md", ".toml"].iter().any(|extension| path.ends_with(extension));
    demonstration().into_iter().filter(|(path, _)| is_text(path)).collect()
});

/// Pieces that break YAML, front matter or a field.
const PIECES: [&str; 24] = [
    "\n", "\r", "\r\n", "\t", "---\n", "...\n", ": ", "- ", "[", "]", "{", "}", "'", "\"", "|\n", ">\n", "&a ", "*a",
    "<<: ", "? ", "# ", "\u{feff}", "\u{2028}", "é",
];

fn mutated(bytes: &mut Vec<u8>, at: Index, how: u8, piece: Index) {
    let at = at.index(bytes.len() + 1);
    let piece = PIECES[piece.index(PIECES.len())].as_bytes();
    match how % 5 {
        0 => drop(bytes.splice(at..at, piece.iter().copied())),
        1 => bytes.truncate(at),
        2 if at < bytes.len() => drop(bytes.remove(at)),
        3 if at < bytes.len() => bytes[at] = piece[0],
        _ => bytes.extend_from_slice(piece),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_are_accounted_for(bytes: Vec<u8>, markdown: bool) {
        let path = if markdown { MARKDOWN } else { PATH };
        let files = files(path, bytes);
        let site = site_of(&files);
        prop_assert_eq!(lost(&files, &site), Vec::<String>::new());
        prop_assert!(!broken(&site, path).is_empty());
    }

    #[test]
    fn random_pieces_of_yaml_are_accounted_for(pieces in prop::collection::vec(any::<(Index, bool)>(), 0..40), markdown: bool) {
        let words = ["title", "a", "1", "resources", "spatial", "tags", "2024-05-31", "fr"];
        let piece = |(index, word): &(Index, bool)| {
            if *word { words[index.index(words.len())] } else { PIECES[index.index(PIECES.len())] }
        };
        let text: String = pieces.iter().map(piece).collect();
        let path = if markdown { MARKDOWN } else { PATH };
        let files = files(path, text);
        let site = site_of(&files);
        prop_assert_eq!(lost(&files, &site), Vec::<String>::new());
    }
}

proptest! {
    // Each case builds a whole site.
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_mutated_catalogue_is_accounted_for(
        changes in prop::collection::vec((any::<Index>(), any::<Index>(), any::<u8>(), any::<Index>()), 1..60),
    ) {
        let mut files = DEMONSTRATION.clone();
        let paths: Vec<String> = files.keys().cloned().collect();
        for (file, at, how, piece) in changes {
            let path = &paths[file.index(paths.len())];
            mutated(files.get_mut(path).unwrap(), at, how, piece);
        }
        let site = site_of(&files);
        prop_assert_eq!(lost(&files, &site), Vec::<String>::new());
        for finding in site.findings.all() {
            let text = site.sources[finding.site.source.0 as usize].text();
            prop_assert!(text.is_empty() || text.get(finding.site.span.range()).is_some(), "{}", finding.rule.name);
            prop_assert!(!finding.message("fr").is_empty());
        }
        prop_assert!(site.catalog.datasets.iter().all(|dataset| !dataset.header().slug.as_str().is_empty()));
    }
}
