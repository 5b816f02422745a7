//! `bad-url`: blanks of an address, escaped.

use super::scalar::rewritten;
use super::{Case, Parts};

pub(super) fn mend(case: &Case<'_>) -> Option<Parts> {
    let args = &case.finding.args;
    // Only blanks: what else is wrong with an address may have been meant otherwise.
    args.get("blank")?;
    let (found, meant) = (args.get("found")?, args.get("nearest")?);
    if !is_one_address(found) {
        return None;
    }
    let path = &case.finding.path;
    // A link may be its address alone.
    rewritten(case.descriptor, path, meant).or_else(|| rewritten(case.descriptor, &path.parent()?, meant))
}

/// Whether no words follow the address: what comes after its last blank still looks like a part of
/// one, as in `…/all trees.csv` or `…?q=a b&r=c`.
fn is_one_address(text: &str) -> bool {
    let last = text.trim().rsplit(' ').next().unwrap_or("");
    let middle = last.trim_end_matches(['.', ',', ';', ':', ')', ']', '!', '?']);
    middle.contains(['.', '/', '=', '&', '%', '#', '_']) && middle.len() == last.len() && !text.contains(['(', ')'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_after_an_address_are_no_part_of_it() {
        for text in ["https://a.example/all trees.csv", "https://a.example/?q=a b&r=c", "https://a.example/x y/z"] {
            assert!(is_one_address(text), "{text}");
        }
        for text in ["https://a.example/x see there", "https://a.example/x (all.csv)", "https://a.example/x or y."] {
            assert!(!is_one_address(text), "{text}");
        }
    }
}
