//! `license-alias`: the id for another name of a licence.

use super::scalar::rewritten;
use super::{Case, Parts};

pub(super) fn mend(case: &Case<'_>) -> Option<Parts> {
    rewritten(case.descriptor, &case.finding.path, case.finding.args.get("nearest")?)
}
