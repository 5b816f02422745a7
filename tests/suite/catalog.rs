//! Small catalogues in memory, written the way the examples of rules are.

use std::collections::BTreeMap;

use etal::inputs::{Drafts, Inputs};
use etal::pipeline;
use etal::site::Site;

/// The clock of all tests.
pub(crate) const NOW: &str = "2026-11-23";

/// A `site.toml` that breaks no rule.
pub(crate) const SITE: &str =
    "id = \"5c3a1f4e-8d0b-4a53-9a55-5a1d3c9be001\"\ntitle = \"Test\"\nbase_url = \"https://data.example/\"\n";

/// The files of an example: `==> path <==` lines part them, the first text is
/// `content/datasets/example.yaml` when it is not blank. `site.toml` is added when it is absent.
pub(crate) fn files(example: &str) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut path = String::from("content/datasets/example.yaml");
    let mut text = String::new();
    for line in example.split_inclusive('\n') {
        match line.trim_end().strip_prefix("==> ").and_then(|rest| rest.strip_suffix(" <==")) {
            Some(next) => {
                keep(&mut files, std::mem::replace(&mut path, next.to_owned()), std::mem::take(&mut text));
            }
            None => text.push_str(line),
        }
    }
    keep(&mut files, path, text);
    files.entry(String::from("site.toml")).or_insert_with(|| SITE.into());
    files
}

fn keep(files: &mut BTreeMap<String, Vec<u8>>, path: String, text: String) {
    let is_default = path == "content/datasets/example.yaml";
    if let Some(path) = path.strip_suffix(" (Latin-1)") {
        files.insert(path.to_owned(), text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect());
    } else if let Some(path) = path.strip_suffix(" (2 MB)") {
        let comment = "# The same line, again and again.\n";
        files.insert(path.to_owned(), (text + &comment.repeat(2_000_000 / comment.len())).into_bytes());
    } else if !is_default || !text.trim().is_empty() {
        files.insert(path, text.into_bytes());
    }
}

/// The site of an example, drafts included.
pub(crate) fn site(example: &str) -> Site {
    site_of(&files(example))
}

/// The site of some files, drafts included.
pub(crate) fn site_of(files: &BTreeMap<String, Vec<u8>>) -> Site {
    pipeline::site(Inputs::from_memory(files, NOW.parse().unwrap()), Drafts::Kept)
}
