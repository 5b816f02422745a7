//! Mends what has one right answer, and touches nothing else.
//!
//! A mend is found from a finding. It is a few edits of bytes together with what they are meant to
//! change; [`mended`] makes them in memory, reads the text again and keeps only those that changed
//! exactly that. Whoever writes a file writes that text.

mod bad_date;
mod bad_tag;
mod bad_url;
mod descriptor;
mod diff;
mod duplicate_tag;
mod edit;
mod items;
mod license_alias;
mod mended;
mod missing_id;
mod reversed_coverage;
mod scalar;
mod tab_after_key;
mod tree;

pub(crate) use descriptor::{Descriptor, is_flow};
pub use diff::diff;
pub use edit::{Change, Edit, Mend, edited};
pub use mended::{Mended, mended};
pub(crate) use scalar::rewritten_scalar;
pub(crate) use tree::Tree;

use rayon::prelude::*;

use crate::finding::Finding;
use crate::site::Site;

/// A finding with what is needed to mend it.
struct Case<'a> {
    finding: &'a Finding,
    descriptor: &'a Descriptor<'a>,
    site: &'a Site,
}

/// The edits of a mend and what they change.
struct Parts {
    edits: Vec<Edit>,
    changes: Vec<Change>,
}

impl Parts {
    fn one(edit: Edit, change: Change) -> Self {
        Self { edits: vec![edit], changes: vec![change] }
    }
}

/// How findings of one rule are mended.
struct Mender {
    rule: &'static str,
    is_suggestion: bool,
    mend: fn(&Case<'_>) -> Option<Parts>,
}

const MENDERS: &[Mender] = &[
    Mender { rule: "bad-date", is_suggestion: false, mend: bad_date::mend },
    Mender { rule: "bad-tag", is_suggestion: false, mend: bad_tag::mend },
    Mender { rule: "bad-url", is_suggestion: false, mend: bad_url::mend },
    Mender { rule: "duplicate-tag", is_suggestion: false, mend: duplicate_tag::mend },
    Mender { rule: "license-alias", is_suggestion: false, mend: license_alias::mend },
    Mender { rule: "missing-id", is_suggestion: false, mend: missing_id::mend },
    Mender { rule: "reversed-coverage", is_suggestion: true, mend: reversed_coverage::mend },
    Mender { rule: "tab-after-key", is_suggestion: false, mend: tab_after_key::mend },
];

/// Names of the rules whose findings can be mended, suggestions included, sorted.
pub fn rules() -> impl Iterator<Item = &'static str> {
    MENDERS.iter().map(|mender| mender.rule)
}

/// The mends of those findings that are shown and have one right answer, in their order. Findings
/// of one text stand together, as [`crate::rules::check`] sorts them. Nothing is tried yet.
pub fn mends(site: &Site, findings: &[&Finding]) -> Vec<Mend> {
    let starts: Vec<usize> = (0..findings.len()).filter(|at| is_first_of_text(findings, *at)).collect();
    let of_text = |(at, start): (usize, &usize)| {
        let end = starts.get(at + 1).copied().unwrap_or(findings.len());
        of_one_text(site, &findings[*start..end], *start)
    };
    starts.par_iter().enumerate().map(of_text).collect::<Vec<_>>().into_iter().flatten().collect()
}

fn is_first_of_text(findings: &[&Finding], at: usize) -> bool {
    at == 0 || findings[at - 1].site.source != findings[at].site.source
}

/// Mends of findings of one text, of which the first is number `offset`.
fn of_one_text(site: &Site, findings: &[&Finding], offset: usize) -> Vec<Mend> {
    let mender_of = |finding: &Finding| MENDERS.iter().find(|mender| mender.rule == finding.rule.name);
    let wanted: Vec<(usize, &Finding, &Mender)> = findings
        .iter()
        .enumerate()
        .filter(|(_, finding)| finding.is_shown())
        .filter_map(|(at, finding)| Some((offset + at, *finding, mender_of(finding)?)))
        .collect();
    let source = wanted.first().map(|(_, finding, _)| finding.site.source);
    // The settings are TOML and have no finding of these rules that has one answer.
    let source = source.filter(|source| *source != site.config.header.source);
    let Some(descriptor) = source.and_then(|source| Descriptor::read(site.sources.get(source.0 as usize)?)) else {
        return Vec::new();
    };
    let mend = |(number, finding, mender): (usize, &Finding, &Mender)| {
        let Parts { mut edits, changes } = (mender.mend)(&Case { finding, descriptor: &descriptor, site })?;
        edits.sort();
        let (source, is_suggestion) = (finding.site.source, mender.is_suggestion);
        Some(Mend { rule: finding.rule, finding: number, source, edits, changes, is_suggestion })
    };
    wanted.into_iter().filter_map(mend).collect()
}
