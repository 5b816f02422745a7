//! The same inputs give the same bytes: across processes, folders, threads, reading order, locale
//! and time zone. And what must not come out does not.

use std::collections::BTreeMap;
use std::path::Path;

use etal::export::Exports;
use etal::inputs::{Drafts, Inputs};
use etal::pipeline;
use etal::render::Renderer;
use etal::site::plan;
use etal::theme::Theme;
use tempfile::TempDir;

use crate::demonstration::{copy, etal, tree};

fn build(folder: &Path, environment: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
    let mut command = etal(folder);
    command.args(["build", "--quiet", "--now", "2026-11-23", "--base-url", "https://data.example/"]);
    let output = command.envs(environment.iter().copied()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    tree(&folder.join("public"))
}

#[track_caller]
fn same(one: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>) {
    let names = |tree: &BTreeMap<String, Vec<u8>>| tree.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(one), names(other));
    let differ: Vec<&String> =
        one.iter().filter(|(path, bytes)| other[*path] != **bytes).map(|(path, _)| path).collect();
    assert!(differ.is_empty(), "{differ:?}");
}

#[test]
fn two_processes_in_two_folders_with_other_threads_locale_and_zone_agree() {
    let (here, there) = (copy(), copy());
    let first = build(here.path(), &[("RAYON_NUM_THREADS", "1"), ("TZ", "Pacific/Kiritimati"), ("LANG", "C")]);
    let second =
        build(there.path(), &[("RAYON_NUM_THREADS", "8"), ("TZ", "America/Anchorage"), ("LANG", "fr_FR.UTF-8")]);
    assert!(first.len() > 300);
    same(&first, &second);
}

#[test]
fn the_order_of_reading_changes_nothing() {
    let files = tree_of_catalogue(copy());
    let inputs = Inputs::from_memory(&files, "2026-11-23".parse().unwrap());
    let mut shuffled = inputs.clone();
    shuffled.descriptors.reverse();
    same(&rendered(inputs), &rendered(shuffled));
}

#[test]
fn a_draft_and_its_files_are_in_no_output() {
    let folder = copy();
    let built = build(folder.path(), &[]);
    assert_no_draft(&built);
    let mut command = etal(folder.path());
    let drafts = command.args(["build", "--quiet", "--drafts", "--now", "2026-11-23"]).status().unwrap();
    assert!(drafts.success());
    let with_drafts = tree(&folder.path().join("public"));
    assert!(with_drafts.keys().any(|path| path.contains("zanzibar")), "the draft shows with --drafts");
    // And it goes again: nothing of it stays behind.
    assert_no_draft(&build(folder.path(), &[]));
}

/// The draft of the demonstration catalogue has this word in its title, slug and file names.
fn assert_no_draft(built: &BTreeMap<String, Vec<u8>>) {
    for (path, bytes) in built {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        assert!(!path.contains("zanzibar") && !text.contains("zanzibar"), "{path} mentions the draft");
    }
}

#[test]
fn only_home_quality_and_search_carry_the_clock() {
    let (one, other) = (copy(), copy());
    let at = |folder: &TempDir, now: &str| {
        let status = etal(folder.path()).args(["build", "--quiet", "--now", now]).status().unwrap();
        assert!(status.success());
        tree(&folder.path().join("public"))
    };
    // No frequency of the demonstration catalogue runs out between these two days, and no date comes.
    let (first, second) = (at(&one, "2026-11-23"), at(&other, "2026-11-24"));
    let differ: Vec<&String> =
        first.iter().filter(|(path, bytes)| second.get(*path) != Some(*bytes)).map(|(path, _)| path).collect();
    let allowed = |path: &str| {
        let path = path.strip_prefix("en/").unwrap_or(path);
        path == "index.html" || path.starts_with("quality/index") || path.starts_with("search/")
    };
    assert!(differ.iter().all(|path| allowed(path)), "{differ:?}");
}

fn tree_of_catalogue(folder: TempDir) -> BTreeMap<String, Vec<u8>> {
    tree(folder.path())
}

fn rendered(inputs: Inputs) -> BTreeMap<String, Vec<u8>> {
    let theme = Theme::load(&BTreeMap::new()).unwrap();
    let site = pipeline::site(inputs, Drafts::Left);
    let search = etal::search::publish(&site, &theme);
    let renderer = Renderer::new(&site, &theme).with_search(search.entry.as_deref()).without_minifying();
    let renderer = renderer.with_exports(Exports::choosing(&site, &theme, |_| true));
    let mut made: BTreeMap<String, Vec<u8>> =
        search.shards.iter().map(|shard| (shard.path.clone(), shard.bytes.clone())).collect();
    let exports = renderer.exports();
    for (place, file) in exports.files().iter().enumerate() {
        let mut bytes = Vec::new();
        exports.write(place, &mut bytes).unwrap();
        made.insert(file.entry.path.clone(), bytes);
    }
    for artifact in plan(&site, &renderer.assets(), search.paths(), exports.paths()) {
        if let Some(rendered) = renderer.render(&artifact).unwrap() {
            made.insert(artifact.path, rendered.bytes);
        }
    }
    made
}
