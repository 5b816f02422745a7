//! `duplicate-tag`: the later of two spellings of a keyword goes.

use super::items::removed;
use super::{Case, Parts};

pub(super) fn mend(case: &Case<'_>) -> Option<Parts> {
    removed(case.descriptor, &case.finding.path)
}
