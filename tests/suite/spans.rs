//! Findings point at exactly the bytes that are wrong: one token of a real descriptor is changed,
//! and the finding must have that token, byte for byte.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use etal::source::{Node, Span, parse, split};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::catalog::{SITE, site_of};
use crate::samples::{Sample, foreign, own};

/// A key, a value it may not have, and the rule that must point at the value.
const WRONG_VALUES: [(&str, &str, &str); 17] = [
    ("id", "tree-x9q7", "bad-id"),
    ("frequency", "x9q7", "unknown-code"),
    ("hvd_category", "x9q7", "unknown-code"),
    ("language", "x9q7", "unknown-code"),
    ("created", "2024-02-30", "impossible-date"),
    ("modified", "2024-13", "impossible-date"),
    ("modified", "2019/2024", "interval-for-date"),
    ("created", "x9q7-été", "bad-date"),
    ("metadata_created", "2999-01-01", "future-date"),
    ("metadata_modified", "R/P1D", "interval-for-date"),
    ("private", "x9q7", "wrong-type"),
    ("featured", "perhaps", "wrong-type"),
    ("organization", "x9q7-nobody", "orphaned-reference"),
    ("replaced_by", "x9q7-nothing", "orphaned-reference"),
    ("temporal_coverage", "2024/2019", "reversed-coverage"),
    ("archived", "2024-02-31", "impossible-date"),
    ("tags", "à", "bad-tag"),
];

/// The YAML of real descriptors of datasets, without the line that may open it.
static YAML: LazyLock<Vec<String>> = LazyLock::new(|| {
    let of_dataset = |sample: &Sample| sample.path.starts_with("content/datasets/");
    let samples = own().into_iter().chain(foreign()).filter(of_dataset);
    let yaml = samples.map(|sample| {
        let range = if sample.is_markdown() { split(&sample.text).yaml } else { Span::new(0, sample.text.len()) };
        let yaml = sample.text[range.range()].replace("\r\n", "\n");
        yaml.strip_prefix("---\n").unwrap_or(&yaml).to_owned()
    });
    let yaml: Vec<String> = yaml.filter(|yaml| root(yaml).is_some_and(|root| root.entries().len() > 2)).collect();
    assert!(yaml.len() > 30, "there are too few descriptors to learn from");
    yaml
});

fn root(yaml: &str) -> Option<Node> {
    parse(yaml, Span::new(0, yaml.len())).root
}

/// How the text around the token is written.
#[derive(Clone, Debug)]
struct Style {
    crlf: bool,
    mark: bool,
    tab: bool,
    quoted: bool,
    note: bool,
    markdown: bool,
    accents: bool,
}

fn style() -> impl Strategy<Value = Style> {
    any::<[bool; 7]>().prop_map(|[crlf, mark, tab, quoted, note, markdown, accents]| Style {
        crlf,
        mark,
        tab,
        quoted,
        note,
        markdown,
        accents,
    })
}

/// A descriptor with one wrong token, and where it stands.
struct Wrong {
    text: String,
    start: usize,
    token: String,
}

impl Style {
    /// The YAML before anything is changed: its line ends, a comment with wide characters before it.
    fn base(&self, yaml: &str) -> String {
        let mut text = if self.accents { String::from("# été 日本 🌳\n") } else { String::new() };
        text.push_str(yaml);
        if !text.ends_with('\n') {
            text.push('\n');
        }
        if self.crlf { text.replace('\n', "\r\n") } else { text }
    }

    fn newline(&self) -> &'static str {
        if self.crlf { "\r\n" } else { "\n" }
    }

    /// A line `key: token` and where the token begins in it.
    fn line(&self, indent: usize, key: &str, token: &str) -> (String, usize) {
        let gap = if self.tab { ":\t" } else { ": " };
        let start = format!("{}{key}{gap}", " ".repeat(indent));
        let note = if self.note { " # note" } else { "" };
        (format!("{start}{token}{note}{}", self.newline()), start.len())
    }

    fn token(&self, bare: &str) -> String {
        if self.quoted { format!("\"{bare}\"") } else { bare.to_owned() }
    }

    /// The descriptor's file around its YAML.
    fn finished(&self, yaml: String, start: usize, token: &str) -> Wrong {
        let newline = self.newline();
        let mark = if self.mark { "\u{feff}" } else { "" };
        let (before, after) = if self.markdown {
            (format!("{mark}---{newline}"), format!("---{newline}{newline}Body, été.{newline}"))
        } else {
            (mark.to_owned(), String::new())
        };
        Wrong { text: format!("{before}{yaml}{after}"), start: before.len() + start, token: token.to_owned() }
    }
}

/// Puts `line` into `yaml` before the byte `at`.
fn inserted(yaml: &str, at: usize, line: &str) -> String {
    format!("{}{line}{}", &yaml[..at], &yaml[at..])
}

/// A place between two top-level keys of a descriptor.
fn between_keys(root: &Node, yaml: &str, index: Index) -> usize {
    let mut places: Vec<usize> = root.entries().iter().map(|entry| entry.key_span.start as usize).collect();
    places.retain(|at| *at == 0 || yaml[..*at].ends_with('\n'));
    places.push(yaml.len());
    places[index.index(places.len())]
}

/// Gives `key` the value `token`: in its place when it has a scalar on one line, on a line of its
/// own when it is absent; none when it has another shape.
fn with_value(style: &Style, yaml: &str, key: &str, bare: &str, place: Index) -> Option<Wrong> {
    let yaml = style.base(yaml);
    let root = root(&yaml).unwrap();
    let token = style.token(bare);
    let Some(node) = root.get(key) else {
        let at = between_keys(&root, &yaml, place);
        let (line, start) = style.line(0, key, &token);
        return Some(style.finished(inserted(&yaml, at, &line), at + start, &token));
    };
    let (start, end) = (node.span.start as usize, node.span.end as usize);
    if node.scalar().is_none() || yaml[start..end].contains('\n') || yaml[start..].starts_with(['|', '>']) {
        return None;
    }
    let changed = format!("{}{token}{}", &yaml[..start], &yaml[end..]);
    Some(style.finished(changed, start, &token))
}

/// Checks that the rule points at the token, and that the line and column are the token's.
#[track_caller]
fn points_at(wrong: &Wrong, rule: &str, markdown: bool) -> Result<(), TestCaseError> {
    let path = if markdown { "content/datasets/sample.md" } else { "content/datasets/sample.yaml" };
    let files = BTreeMap::from([
        (String::from("site.toml"), SITE.as_bytes().to_vec()),
        (path.to_owned(), wrong.text.clone().into_bytes()),
    ]);
    let site = site_of(&files);
    let found: Vec<_> = site
        .findings
        .all()
        .iter()
        .filter(|finding| finding.rule.name == rule && site.sources[finding.site.source.0 as usize].path == path)
        .collect();
    let expected = (wrong.start, wrong.start + wrong.token.len());
    let at = |span: Span| (span.start as usize, span.end as usize);
    let slices: Vec<&str> = found.iter().map(|finding| &wrong.text[finding.site.span.range()]).collect();
    prop_assert!(
        found.iter().any(|finding| at(finding.site.span) == expected),
        "{rule} should point at {:?} ({expected:?}) and points at {slices:?} in\n{}",
        wrong.token,
        wrong.text
    );
    let finding = found.iter().find(|finding| at(finding.site.span) == expected).unwrap();
    let before = wrong.text[..wrong.start].trim_start_matches('\u{feff}');
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
    let start = (finding.site.start.line as usize, finding.site.start.column as usize);
    prop_assert_eq!(start, (line, column));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_wrong_value_is_pointed_at(sample: Index, change: Index, place: Index, style in style()) {
        let yaml = &YAML[sample.index(YAML.len())];
        // From some change on, one that this descriptor can take: an absent key is always there.
        let mut changes = WRONG_VALUES.iter().cycle().skip(change.index(WRONG_VALUES.len())).take(WRONG_VALUES.len());
        let made = changes.find_map(|(key, bare, rule)| Some((with_value(&style, yaml, key, bare, place)?, *rule)));
        let (wrong, rule) = made.expect("a change that fits");
        points_at(&wrong, rule, style.markdown)?;
    }

    #[test]
    fn an_unknown_key_is_pointed_at(sample: Index, place: Index, style in style()) {
        let yaml = style.base(&YAML[sample.index(YAML.len())]);
        let at = between_keys(&root(&yaml).unwrap(), &yaml, place);
        let key = style.token("x9q7-clé");
        let (line, _) = style.line(0, &key, "1");
        let wrong = style.finished(inserted(&yaml, at, &line), at, &key);
        points_at(&wrong, "unknown-key", style.markdown)?;
    }

    #[test]
    fn a_second_key_is_pointed_at(sample: Index, which: Index, style in style()) {
        let yaml = style.base(&YAML[sample.index(YAML.len())]);
        let root = root(&yaml).unwrap();
        let entry = &root.entries()[which.index(root.entries().len())];
        let key = yaml[entry.key_span.range()].to_owned();
        let (line, _) = style.line(0, &key, "again");
        let at = yaml.len();
        let wrong = style.finished(inserted(&yaml, at, &line), at, &key);
        points_at(&wrong, "duplicate-key", style.markdown)?;
    }

    #[test]
    fn a_tab_after_a_key_is_pointed_at(sample: Index, place: Index, style in style()) {
        let style = Style { tab: true, ..style };
        let yaml = style.base(&YAML[sample.index(YAML.len())]);
        let at = between_keys(&root(&yaml).unwrap(), &yaml, place);
        let (line, start) = style.line(0, "x9q7", "1");
        let wrong = style.finished(inserted(&yaml, at, &line), at + start - 1, "\t");
        points_at(&wrong, "tab-after-key", style.markdown)?;
    }

    #[test]
    fn a_wrong_value_of_a_resource_is_pointed_at(sample: Index, which: Index, style in style()) {
        let yaml = style.base(&YAML[sample.index(YAML.len())]);
        let root = root(&yaml).unwrap();
        let token = style.token("2024-02-30");
        let items = root.get("resources").map_or(&[][..], Node::items);
        // The second key of a resource in block style stands at the start of a line, after blanks.
        let places = items.iter().filter_map(|item| {
            let at = item.entries().iter().find(|entry| entry.key != "modified")?.value.span;
            let key = item.entries().get(1)?.key_span.start as usize;
            let indent = yaml[..key].rsplit('\n').next()?.len();
            let block = yaml[..key].ends_with(&format!("\n{}", " ".repeat(indent)));
            let absent = item.get("modified").is_none();
            (block && absent && at.end > 0).then_some((key - indent, indent))
        });
        let places: Vec<(usize, usize)> = places.collect();
        let wrong = if places.is_empty() {
            if root.get("resources").is_some() {
                return Ok(());
            }
            let (line, start) = style.line(4, "modified", &token);
            let newline = style.newline();
            let head = format!("resources:{newline}  - title: x{newline}");
            let at = yaml.len();
            style.finished(format!("{yaml}{head}{line}"), at + head.len() + start, &token)
        } else {
            let (at, indent) = places[which.index(places.len())];
            let (line, start) = style.line(indent, "modified", &token);
            style.finished(inserted(&yaml, at, &line), at + start, &token)
        };
        points_at(&wrong, "impossible-date", style.markdown)?;
    }
}
