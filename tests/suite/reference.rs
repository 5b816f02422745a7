//! Reference pages are what the code says. `UPDATE_DOCS=1` writes them.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use etal::reference::{CorpusCounts, rules_page};

use crate::corpora;

fn doc(name: &str) -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/docs")).join(name)
}

fn update() -> bool {
    std::env::var_os("UPDATE_DOCS").is_some()
}

#[track_caller]
fn is_current(name: &str, text: &str) {
    if update() {
        fs::write(doc(name), text).unwrap();
    }
    let kept = fs::read_to_string(doc(name)).unwrap_or_default();
    assert!(kept == text, "docs/{name} is behind the code: run UPDATE_DOCS=1 cargo test --test suite reference");
}

/// Counts over the corpora as the documentation has them.
fn kept_counts() -> BTreeMap<String, CorpusCounts> {
    serde_json::from_str(&fs::read_to_string(doc("corpora.json")).unwrap()).unwrap()
}

#[test]
fn counts_over_the_corpora_are_those_of_the_rules() {
    let Some(folder) = corpora::folder() else { return };
    let counts = corpora::counts(&folder);
    let mut text = serde_json::to_string_pretty(&counts).unwrap();
    text.push('\n');
    is_current("corpora.json", &text);
}

#[test]
fn the_pages_of_rules_are_current() {
    // The pages read the counts, which the other test may be writing.
    if update() {
        counts_over_the_corpora_are_those_of_the_rules();
    }
    let counts = kept_counts();
    is_current("rules.md", &rules_page("en", &counts));
    is_current("rules.fr.md", &rules_page("fr", &counts));
}

#[test]
fn at_least_25_rules_are_broken_by_real_descriptors() {
    let counts = kept_counts();
    let fired: std::collections::BTreeSet<&String> =
        counts.values().flat_map(|counts| counts.findings.keys()).collect();
    assert!(fired.len() >= 25, "{fired:?}");
}
