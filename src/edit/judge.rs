//! What a change brings: findings that were not there before it.

use std::collections::BTreeMap;

use crate::finding::Finding;
use crate::site::Site;
use crate::slug::Slug;
use crate::source::Segment;

/// The findings that are shown after a change and were not before it, in order. What was renamed is
/// the same as before.
pub fn news<'a>(before: &Site, after: &'a Site, renamed: &BTreeMap<Slug, Slug>) -> Vec<&'a Finding> {
    let mut known: BTreeMap<_, usize> = BTreeMap::new();
    for finding in before.findings.shown() {
        *known.entry(key(finding, renamed)).or_default() += 1;
    }
    let none = BTreeMap::new();
    let is_new = |finding: &&Finding| match known.get_mut(&key(finding, &none)) {
        Some(left) if *left > 0 => {
            *left -= 1;
            false
        }
        _ => true,
    };
    after.findings.shown().filter(is_new).collect()
}

/// What tells findings apart, whatever lines and places in lists they have.
fn key(finding: &Finding, renamed: &BTreeMap<Slug, Slug>) -> (&'static str, &'static str, String, String, String) {
    let slug = renamed.get(&finding.subject.slug).unwrap_or(&finding.subject.slug);
    let keys = finding.path.segments().iter().filter_map(|segment| match segment {
        Segment::Key(key) => Some(&**key),
        Segment::Index(_) => None,
    });
    let found = finding.args.get("found").unwrap_or("").to_owned();
    (finding.rule.name, finding.subject.kind.name(), slug.to_string(), keys.collect::<Vec<_>>().join("."), found)
}
