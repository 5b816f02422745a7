//! Workflows that check, review, comment, build, publish and archive a catalogue on GitHub, GitLab
//! and Forgejo. One template for each file; its shell and its words are put in here.
//!
//! What may run a change may not write, and what may write runs nothing of a change:
//! `tests/suite/workflows` refuses anything else.

mod source;
mod words;

use std::collections::BTreeMap;

use super::words::fill;
use crate::model::ForgeKind;
pub use source::{Source, SourceError};
use words::WORDS;

/// What workflows are about. Every text is checked before it gets here: it goes into YAML and shell.
#[derive(Clone, Copy, Debug)]
pub struct Flows<'a> {
    /// `fr`; anything else is English.
    pub language: &'a str,
    /// Where etal comes from.
    pub source: &'a Source,
    /// The branch that is published.
    pub branch: &'a str,
    /// Folder of the catalogue below the top of the repository; empty at the top.
    pub folder: &'a str,
    /// The version of etal.
    pub version: &'a str,
    /// The version of Rust that builds it.
    pub rust: &'a str,
}

/// Actions by name, pinned by commit. The commits are those of the tags behind them; several public
/// repositories pin the same.
const ACTIONS: &[(&str, &str)] = &[
    ("action.checkout", "actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2"),
    ("action.cache", "actions/cache@5a3ec84eff668545956fd18022155c47e93e2684 # v4.2.3"),
    ("action.upload", "actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2"),
    ("action.download", "actions/download-artifact@d3f86a106a0bac45b974a628896c90dbdf5c8093 # v4.3.0"),
    ("action.configure-pages", "actions/configure-pages@983d7736d9b0ae728b81ab479565c72886d7745b # v5.0.0"),
    ("action.upload-pages", "actions/upload-pages-artifact@56afc609e74202658d3ffba0e8f6dda462b719fa # v3.0.1"),
    ("action.deploy-pages", "actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e # v4.0.5"),
    (
        "action.forgejo-checkout",
        "https://data.forgejo.org/actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2",
    ),
    (
        "action.forgejo-cache",
        "https://data.forgejo.org/actions/cache@5a3ec84eff668545956fd18022155c47e93e2684 # v4.2.3",
    ),
    (
        "action.forgejo-upload",
        "https://data.forgejo.org/forgejo/upload-artifact@16871d9e8cfcf27ff31822cac382bbb5450f1e1e # v4",
    ),
    (
        "action.forgejo-download",
        "https://data.forgejo.org/forgejo/download-artifact@d8d0a99033603453ad2255e58720b460a0555e1e # v4",
    ),
];

macro_rules! file {
    ($path:literal) => {
        include_str!($path)
    };
}

/// Texts that a line `{name}` of a template stands for, indented as it is.
const BLOCKS: [(&str, &str); 8] = [
    ("{sh.env}", file!("sh/env.sh")),
    ("{sh.install}", file!("sh/install.sh")),
    ("{sh.base}", file!("sh/base.sh")),
    ("{sh.review}", file!("sh/review.sh")),
    ("{sh.clean}", file!("sh/clean.sh")),
    ("{sh.snapshot}", file!("sh/snapshot.sh")),
    ("{sh.archive}", file!("sh/archive.sh")),
    ("{sh.released}", file!("sh/released.sh")),
];

/// The workflows for a forge, by path below the top of the repository.
pub fn workflows(kind: ForgeKind, flows: &Flows<'_>) -> BTreeMap<String, Vec<u8>> {
    let templates: &[(&str, &str)] = match kind {
        ForgeKind::GitHub => &[
            (".github/workflows/etal.yml", file!("github/etal.yml")),
            (".github/workflows/review.yml", file!("github/review.yml")),
            (".github/workflows/review-comment.yml", file!("github/comment.yml")),
            (".github/workflows/snapshot.yml", file!("github/snapshot.yml")),
        ],
        ForgeKind::GitLab => &[(".gitlab-ci.yml", file!("gitlab/gitlab-ci.yml"))],
        ForgeKind::Forgejo => &[
            (".forgejo/workflows/etal.yml", file!("forgejo/etal.yml")),
            (".forgejo/workflows/review.yml", file!("forgejo/review.yml")),
            (".forgejo/workflows/snapshot.yml", file!("forgejo/snapshot.yml")),
        ],
    };
    let values = values(kind, flows);
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    templates.iter().map(|(path, text)| ((*path).to_owned(), fill(&expanded(text), &values).into_bytes())).collect()
}

/// All names that templates may use, with what they stand for.
fn values(kind: ForgeKind, flows: &Flows<'_>) -> Vec<(String, String)> {
    let is_french = flows.language.starts_with("fr");
    let guarded = match kind {
        ForgeKind::GitHub => ".github",
        ForgeKind::GitLab => ".gitlab .gitlab-ci.yml",
        ForgeKind::Forgejo => ".forgejo",
    };
    let own = [
        ("repository", flows.source.repository()),
        ("revision", flows.source.revision()),
        ("version", flows.version),
        ("rust", flows.rust),
        ("branch", flows.branch),
        ("folder", if flows.folder.is_empty() { "." } else { flows.folder }),
        ("lang", if is_french { "fr" } else { "en" }),
        ("guarded", guarded),
    ];
    let said = WORDS.iter().map(|(name, en, fr)| (format!("say.{name}"), if is_french { fr } else { en }));
    let plain = own.iter().chain(ACTIONS).map(|(name, value)| ((*name).to_owned(), *value));
    said.map(|(name, words)| (name, (*words).to_owned()))
        .chain(plain.map(|(name, value)| (name, value.to_owned())))
        .collect()
}

/// A template with its blocks.
fn expanded(template: &str) -> String {
    let mut out = String::with_capacity(template.len() * 2);
    for line in template.lines() {
        let name = line.trim_start();
        let Some((_, block)) = BLOCKS.iter().find(|(known, _)| *known == name) else {
            out.push_str(line);
            out.push('\n');
            continue;
        };
        let indent = &line[..line.len() - name.len()];
        for inner in block.lines() {
            out.push_str(indent);
            out.push_str(inner);
            out.push('\n');
        }
    }
    out
}

/// Whether a name of a branch or the path of a folder can go into YAML and shell as it is.
pub fn is_plain(text: &str) -> bool {
    let sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/');
    let is_named = |part: &str| !part.is_empty() && part != "." && part != ".." && !part.starts_with('-');
    text.chars().all(sign) && text.split('/').all(is_named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_takes_the_indent_of_its_name() {
        let text = expanded("a:\n  {sh.base}\nb\n");
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!((lines[0], lines[1], lines[2]), ("a:", "  # {say.base}", "  # {say.raw}"));
        assert_eq!(lines.last(), Some(&"b"));
    }

    #[test]
    fn only_plain_names_are_plain() {
        for plain in ["main", "release/1.2", "a_b-c"] {
            assert!(is_plain(plain), "{plain}");
        }
        for odd in ["", "a b", "a\nb", "$(x)", "\"", "../x", "/x", "x/", "-x", "a/-b", "é", "a'b", "a:b"] {
            assert!(!is_plain(odd), "{odd}");
        }
    }

    #[test]
    fn words_may_stand_between_apostrophes() {
        for (name, en, fr) in WORDS {
            assert!(!en.contains(['\'', '`', '"']) && !fr.contains(['\'', '`', '"']), "{name}");
        }
    }
}
