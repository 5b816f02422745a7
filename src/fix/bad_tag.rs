//! `bad-tag`: several keywords in one become several; one without any letter, digit or sign goes.

use super::items::{removed, split};
use super::{Case, Parts};
use crate::tag::tag_of;

/// Characters of a keyword (those of the rule).
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=96;

pub(super) fn mend(case: &Case<'_>) -> Option<Parts> {
    let found = case.finding.args.get("found")?;
    if tag_of(found).is_none() {
        return removed(case.descriptor, &case.finding.path);
    }
    let parts: Vec<&str> = found.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let fits = |part: &&str| LENGTHS.contains(&part.chars().count()) && tag_of(part).is_some();
    (parts.len() > 1 && parts.iter().all(fits)).then(|| split(case.descriptor, &case.finding.path, &parts))?
}
