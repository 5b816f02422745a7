//! `bad-date`: the same date as it should be written, where it can only mean one.

use super::scalar::rewritten;
use super::{Case, Change, Edit, Parts};

pub(super) fn mend(case: &Case<'_>) -> Option<Parts> {
    let (finding, descriptor) = (case.finding, case.descriptor);
    let (found, meant) = (finding.args.get("found")?, finding.args.get("nearest")?);
    let node = descriptor.node(&finding.path)?;
    if node.scalar()?.trim() == found {
        return rewritten(descriptor, &finding.path, meant);
    }
    // One side of a period that stands on one line.
    if descriptor.slice(finding.site.span) != found {
        return None;
    }
    let change = Change::Part(finding.path.clone(), found.to_owned(), meant.to_owned());
    Some(Parts::one(Edit::new(finding.site.span, meant), change))
}
