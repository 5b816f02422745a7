//! The direction of dependencies, and the fence around the outside world.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Modules by level: one may use only its own level's names listed before it, or a lower level.
const LEVELS: &[&[&str]] = &[
    &["slug", "tag", "text", "date", "source", "vocab"],
    &["model", "contrast"],
    &["parse", "finding", "probe"],
    &["evidence", "rules", "layout"],
    &["score"],
    &["inputs", "site", "pipeline"],
    &[
        "i18n",
        "theme",
        "markdown",
        "descriptor",
        "schema",
        "cms",
        "export",
        "fix",
        "render",
        "owners",
        "review",
        "search",
        "import",
        "scaffold",
        "edit",
        "scoreboard",
        "snapshot",
        "reference",
        "lsp",
    ],
    &["io", "serve"],
    &["cli"],
];

/// Modules that may reach the disk, the clock, the environment and other programs.
const OUTSIDE: [&str; 3] = ["io", "serve", "cli"];

/// Crates that one module alone knows, so that they can be replaced in one place.
const PRIVATE: &[(&str, &[&str])] = &[
    ("granit_parser", &["source"]),
    ("serde_yaml", &["descriptor", "import"]),
    ("tera", &["theme", "render"]),
    ("ammonia", &["markdown"]),
    ("pulldown_cmark", &["markdown", "text"]),
    ("minify_html", &["render"]),
    ("tantivy", &["search"]),
    ("icu_properties", &["search"]),
    ("walkdir", &["io"]),
    ("clap", &["cli", "reference"]),
    ("tiny_http", &["serve"]),
    ("notify", &["serve"]),
    ("annotate_snippets", &["finding"]),
    ("csv", &["probe", "scoreboard", "scaffold"]),
    ("oxjsonld", &["import"]),
    ("oxrdf", &["import"]),
    ("oxttl", &["import"]),
    ("indicatif", &["cli", "io"]),
    ("similar", &["review"]),
    ("tar", &["io"]),
    ("flate2", &["io"]),
    ("crc32fast", &["io"]),
    ("ureq", &["io"]),
    ("sha1", &["io"]),
    ("md5", &["io"]),
    // `export` has names of RDF that are called so too.
    ("spdx", &["snapshot", "export"]),
];

/// Source files by top module; test modules at the end of a file are left out.
fn sources() -> BTreeMap<String, Vec<(PathBuf, String)>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found: BTreeMap<String, Vec<(PathBuf, String)>> = BTreeMap::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let below = path.strip_prefix(&root).unwrap();
                let module = below.components().next().unwrap().as_os_str().to_string_lossy().replace(".rs", "");
                let text = fs::read_to_string(&path).unwrap();
                let text = text.split("#[cfg(test)]").next().unwrap().to_owned();
                found.entry(module).or_default().push((below.to_owned(), text));
            }
        }
    }
    found.retain(|module, _| !matches!(module.as_str(), "lib" | "main"));
    found
}

fn rank(module: &str) -> Option<(usize, usize)> {
    LEVELS
        .iter()
        .enumerate()
        .find_map(|(level, modules)| modules.iter().position(|name| *name == module).map(|place| (level, place)))
}

#[test]
fn modules_use_only_what_stands_below_them() {
    let mut wrong = Vec::new();
    for (module, files) in sources() {
        let Some(own) = rank(&module) else {
            wrong.push(format!("{module}: has no level"));
            continue;
        };
        for (path, text) in files {
            let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
            for used in code.split("crate::").skip(1) {
                let name: String = used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let below = rank(&name).is_none_or(|used| used <= own || name == module);
                if !below {
                    wrong.push(format!("{}: uses crate::{name}", path.display()));
                }
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_shell_reaches_the_outside_world() {
    let doors =
        ["std::fs", "std::env", "std::net", "std::process", "SystemTime::now", "Instant::now", "new_v4", "println!"];
    let mut wrong = Vec::new();
    for (module, files) in sources() {
        for (path, text) in files.iter().filter(|_| !OUTSIDE.contains(&module.as_str())) {
            let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
            for line in code.filter(|line| doors.iter().any(|door| line.contains(door))) {
                wrong.push(format!("{}: {}", path.display(), line.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_crate_is_known_to_the_modules_it_was_taken_for() {
    let mut wrong = Vec::new();
    for (module, files) in sources() {
        for (name, modules) in PRIVATE.iter().filter(|(_, modules)| !modules.contains(&module.as_str())) {
            for (path, text) in &files {
                let imported =
                    |line: &str| line.contains(&format!("{name}::")) && !line.contains(&format!("::{name}::"));
                if text.lines().any(|line| imported(line) && !line.trim_start().starts_with("//")) {
                    wrong.push(format!("{}: {name} belongs to {modules:?}", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_say_what_they_are_for_and_stay_readable() {
    let mut wrong = Vec::new();
    for (path, text) in sources().into_values().flatten() {
        if !text.starts_with("//!") {
            wrong.push(format!("{}: does not begin with //!", path.display()));
        }
        let is_table = path.components().any(|part| part.as_os_str() == "vocab");
        let lines = text.lines().count();
        if lines > 500 && !is_table {
            wrong.push(format!("{}: {lines} lines", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
